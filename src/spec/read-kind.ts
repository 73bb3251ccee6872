// Values that mean more than their characters: dates, amounts, partners, ids, colours. Part of
// read-leaf.ts, one function for each kind; says what is wrong and how to write it.

import { assertNever } from '../base/errors.ts';
import type { Path } from '../base/source.ts';
import { isDay } from '../model/days.ts';
import type { FieldMeta } from '../model/fields.ts';
import { frequencyUnits, readFrequency } from '../model/frequency.ts';
import type { LocatedScalar } from '../model/located.ts';
import type { Plan } from '../model/plan.ts';
import { amountFault, amountHint } from './amounts.ts';
import type { Context } from './context.ts';
import { countedDay, lastDayOf, possibleDays } from './dates.ts';
import { suggestFrequency } from './frequencies.ts';
import { nameFault, nameFor } from './names.ts';
import { choices, fieldName, found, shown } from './words.ts';

/** Returns the value of a field of some kind, or `undefined` after reporting why there is none. */
export function readKind(
  plan: Extract<Plan, { kind: 'leaf' }>,
  node: LocatedScalar,
  path: Path,
  context: Context,
): string | number | undefined {
  switch (plan.leaf) {
    case 'text':
    case 'file':
    case 'value':
      return plan.meta.unit && /^\d+(?:[.,]\d+)?$/.test(node.text.trim())
        ? lacksUnit(node, plan.meta, path, context)
        : readLine(node, path, context);
    case 'prose':
      return node.text;
    case 'date':
      return readDate(node, path, context);
    case 'frequency':
      return readHowOften(node, path, context);
    case 'amount':
      return readAmount(node, path, context);
    case 'partner':
      return readPartner(node, plan.meta.words ?? [], path, context);
    case 'id':
      return readId(node, path, context);
    case 'color':
      return readColor(node, path, context);
    default:
      return assertNever(plan.leaf);
  }
}

function readLine(node: LocatedScalar, path: Path, context: Context): string | undefined {
  if (!/[\n\u2028\u2029]/.test(node.text)) return node.text;
  const lines = node.text.split(/[\n\u2028\u2029]/).length;
  const message = `${fieldName(path)} has to fit on one line, and this text has ${lines}.`;
  const hint = node.span.source.row
    ? 'Write it on one line of the cell.'
    : 'Write it on one line; with `>` instead of `|`, lines are joined.';
  context.report('schema/several-lines', node.span, path, message, hint);
  return undefined;
}

/** Reports `notice: 30`; the unit that is suggested is that of the example. */
function lacksUnit(
  { text, span }: LocatedScalar,
  { examples }: FieldMeta,
  path: Path,
  context: Context,
): undefined {
  const number = text.trim();
  const unit = String(examples?.[0] ?? 'days').replace(/^\d+\s*/, '');
  const meant = `${number} ${number === '1' ? unit.replace(/s$/, '') : unit}`;
  const message = `${number} what? After ${fieldName(path)} the number needs its unit.`;
  context.report('schema/missing-unit', span, path, message, `Write \`${meant}\`.`);
}

function readDate(node: LocatedScalar, path: Path, context: Context): string | undefined {
  const { text, span } = node;
  if (isDay(text)) return text;
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) {
    const last = lastDayOf(text);
    const hint = last ? `The last day of that month is ${last}.` : 'Check the month and the day.';
    context.report('schema/impossible-date', span, path, `The day ${text} does not exist.`, hint);
    return undefined;
  }
  const days = possibleDays(text);
  const counted = countedDay(text);
  const hint =
    days.length > 0
      ? `Write \`${days.join('` or `')}\`: the year, the month, the day.`
      : counted === undefined
        ? 'Write the year, the month and the day, such as `2027-02-20`.'
        : `A spreadsheet program that shows a date as a number means \`${counted}\` by it: write that, or format the cells as dates.`;
  context.report(
    'schema/date-format',
    span,
    path,
    `${fieldName(path)} needs a date, not ${found(node)}.`,
    hint,
  );
  return undefined;
}

function readHowOften(node: LocatedScalar, path: Path, context: Context): string | undefined {
  if (readFrequency(node.text)) return node.text;
  const meant = suggestFrequency(node.text);
  const hint = meant
    ? `Write \`${meant}\`.`
    : `Write ${choices(frequencyUnits)}, or for example \`every 6 weeks\`.`;
  const message = `${fieldName(path)} says how often, and ${shown(node.text)} cannot be read.`;
  context.report('schema/bad-frequency', node.span, path, message, hint);
  return undefined;
}

function readAmount(node: LocatedScalar, path: Path, context: Context): number | undefined {
  const { value, text, span } = node;
  const number = typeof value === 'number' && node.plain ? value : undefined;
  const why = number === undefined ? 'is not a plain number' : amountFault(text, number, context);
  if (number !== undefined && why === undefined) return number;
  const message = `The amount ${shown(text)} ${why}.`;
  context.report('schema/bad-amount', span, path, message, amountHint(text, context));
  return undefined;
}

function readPartner(
  node: LocatedScalar,
  words: readonly string[],
  path: Path,
  context: Context,
): string | undefined {
  const { text, span } = node;
  if (words.includes(text)) return text;
  const { partners } = context;
  const key = partners.find(text);
  if (key !== undefined || !partners.known) return key ?? text;
  const meant = partners.suggest(text, words);
  const all = choices([...words, ...partners.keys]);
  const hint = meant === undefined ? `Write ${all}.` : `Did you mean \`${meant}\`?`;
  context.unknownPartner(text, span, path, hint);
  return undefined;
}

function readId(node: LocatedScalar, path: Path, context: Context): string | undefined {
  const { text, span } = node;
  const why = nameFault(text);
  if (why !== undefined) {
    const hint = `Write for example \`${nameFor(text)}\`: a letter first, then letters, digits, - or _.`;
    context.report('schema/bad-key', span, path, `The id ${shown(text)} ${why}.`, hint);
    return undefined;
  }
  const key = text.normalize('NFC');
  const first = context.ids.get(key);
  if (first) {
    context.report(
      'schema/duplicate-id',
      span,
      path,
      `The id \`${text}\` is used a second time; the first is ${context.where(first, span)}.`,
      'Give each item an id of its own.',
    );
    return undefined;
  }
  context.ids.set(key, span);
  return text;
}

function readColor(node: LocatedScalar, path: Path, context: Context): string | undefined {
  const { text, span } = node;
  if (/^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i.test(text)) return text;
  const bare = /^#?\s*((?:[0-9a-f]{3}){1,2})$/i.exec(text.trim())?.[1];
  const cell = span.source.row !== undefined;
  const hint = bare
    ? `Write \`${cell ? `#${bare}` : `"#${bare}"`}\`${cell ? '' : ', with the quotes'}.`
    : `Write a # and three or six digits or letters a to f${cell ? ', such as `#1F4E79`' : ' in quotes, such as `"#1F4E79"`'}.`;
  context.report(
    'schema/bad-color',
    span,
    path,
    `${shown(text)} is not a colour that can be read.`,
    hint,
  );
  return undefined;
}
