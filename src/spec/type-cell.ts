// What a cell of a spreadsheet means for the field that its column leads to: numbers and dates as
// spreadsheets show them, where they can mean one thing only. What cannot be read stays as it is
// written, so that validation says what is wrong with it.

import type { LocatedScalar } from '../model/located.ts';
import type { Plan } from '../model/plan.ts';
import type { CellValue } from '../model/table.ts';
import { type Money, plainAmount } from './amounts.ts';
import { possibleDays } from './dates.ts';

/** A scalar without its place. */
export type CellScalar = Pick<LocatedScalar, 'value' | 'text' | 'plain'>;

/** Returns the value of a cell for a field; the cell is not empty and holds no error. */
export function typeCell(plan: Plan, cell: CellValue, money: Money): CellScalar {
  switch (plan.kind) {
    case 'flag':
      return flagOf(cell);
    case 'version':
      return numberOf(cellText(cell).trim()) ?? literal(cellText(cell).trim());
    case 'leaf':
      switch (plan.leaf) {
        case 'text':
        case 'prose':
        case 'file':
        case 'value':
          return literal(cellText(cell));
        case 'date':
          return literal(dayOf(cellText(cell).trim()));
        case 'amount':
          return amountOf(cell, money);
        default:
          return literal(cellText(cell).trim());
      }
    case 'fields':
      return literal(cellText(cell));
    default:
      return literal(cellText(cell).trim());
  }
}

/**
 * Returns the items that one cell lists: words such as partners' keys or dates are divided by commas,
 * semicolons or line breaks, texts by line breaks only; prose is one item.
 */
export function cellItems(item: Plan, cell: CellValue): readonly CellValue[] {
  if (typeof cell !== 'string' || (item.kind === 'leaf' && item.leaf === 'prose')) return [cell];
  const isText = item.kind === 'fields' || (item.kind === 'leaf' && item.leaf === 'text');
  return cell
    .split(isText ? '\n' : /[,;\n]/)
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

/** Returns what a cell shows, as text. */
function cellText(cell: CellValue): string {
  if (typeof cell === 'string') return cell;
  switch (cell.kind) {
    case 'number':
      return cell.shown;
    case 'flag':
      return cell.value ? 'TRUE' : 'FALSE';
    case 'date':
      return cell.text.replace('T', ' ');
    case 'error':
      return cell.text;
    case 'formula':
      return '';
  }
}

const literal = (text: string): CellScalar => ({ value: text, text, plain: false });

function numberOf(text: string): CellScalar | undefined {
  return /^-?\d+(?:\.\d+)?$/.test(text) ? { value: Number(text), text, plain: true } : undefined;
}

/** The words that Excel shows for truth values in the languages it is most used in, and yes and no. */
const truth: Readonly<Record<string, boolean>> = {
  true: true,
  yes: true,
  wahr: true,
  vrai: true,
  verdadero: true,
  verdadeiro: true,
  vero: true,
  waar: true,
  prawda: true,
  false: false,
  no: false,
  falsch: false,
  faux: false,
  falso: false,
  onwaar: false,
  fałsz: false,
};

function flagOf(cell: CellValue): CellScalar {
  const text = cellText(cell).trim();
  const word = text.toLowerCase();
  if (!Object.hasOwn(truth, word)) return { value: text, text, plain: true };
  return { value: truth[word]!, text: String(truth[word]!), plain: true };
}

/** A day that is written in another way, where it can be one day only; midnight after it is dropped. */
function dayOf(text: string): string {
  const day = text.replace(/[T ]0?0:00(?::00(?:\.0+)?)?Z?$/, '');
  if (/[T:]\d/.test(day)) return text;
  const days = possibleDays(day);
  return days.length === 1 ? days[0]! : text;
}

function amountOf(cell: CellValue, money: Money): CellScalar {
  if (typeof cell !== 'string') {
    const text = cell.kind === 'number' ? cell.text : cellText(cell);
    return numberOf(text) ?? literal(text);
  }
  const text = withoutCurrency(cell.trim(), money.currency);
  // A point is the decimal mark of a spec; whether `1.200` is meant as thousands nobody can tell.
  const plain = numberOf(text);
  if (plain) return plain;
  const three = money.decimals !== undefined && money.decimals > 2;
  const unclear = three && /^\d{1,3}(?:,\d{3})$/.test(text);
  const grouped = /^\d{1,3}(?:[\s'’]\d{3})*(?:[.,]\d{1,2})?$/.test(text) || /^[\d.,]+$/.test(text);
  const digits = unclear || !grouped ? undefined : plainAmount(text);
  return (digits === undefined ? undefined : numberOf(digits)) ?? literal(cell.trim());
}

const signs: Readonly<Record<string, readonly string[]>> = {
  $: ['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD', 'MXN'],
  '€': ['EUR'],
  '£': ['GBP'],
  '¥': ['JPY', 'CNY'],
  zł: ['PLN'],
  Kč: ['CZK'],
  kr: ['SEK', 'NOK', 'DKK'],
};

/** Drops the sign of the budget's own currency; any other stays, and is a fault. */
function withoutCurrency(text: string, currency: string | undefined): string {
  if (currency === undefined) return text;
  const match = /^([^\d\s.,'’-]*)\s*(.*?)\s*([^\d\s.,'’-]*)$/s.exec(text);
  const [, before, digits, after] = match ?? [];
  if (digits === undefined || (before !== '' && after !== '')) return text;
  const sign = before || after || '';
  const own = sign === currency || (Object.hasOwn(signs, sign) && signs[sign]!.includes(currency));
  return own ? digits : text;
}
