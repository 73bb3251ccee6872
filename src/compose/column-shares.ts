// How wide the columns of a table are: what a template asks for is a hint; the texts that stand in
// the columns decide, so that dates stay on one line and no cell becomes a narrow tower.
// Estimated from the widths of characters, so that every format gets the same columns.

import { keep } from '../base/kept.ts';
import type { Cell, Column, Inline, List, Paragraph, Table } from '../model/block.ts';
import { textOfInline } from '../model/text.ts';
import { pointsPerMm, type Theme, type TypeStyle, textWidthMm } from '../model/theme.ts';
import { textUnits, unitsToMm } from './text-width.ts';

/** Lines are not filled to their ends. */
const raggedness = 1.08;
/** A text up to this width (a date, a name) is better not broken, mm; what each break costs, in lines. */
const shortText = 36;
const brokenShort = 0.7;
/** A text that fits only just does not fit in every format. */
const narrowly = 1.02;
/** A longer word may be cut: it holds its column open no further, mm. */
const longestHeldWord = 36;
/** A text with a year in it is taken for a date up to this width, mm. */
const longestDate = 40;
const hasYear = /\b\d{4}\b/;
/** The estimate of a width may be out by this much: real faces kern, and other formats use their own. */
const unevenness = 1.04;
/** Columns never ask for more than this share of the table before their texts are weighed. */
const mostHeld = 0.9;
/** The steps by which width moves from one column to another, in shares of the table. */
const steps = [0.06, 0.03, 0.015] as const;
const mostMoves = 40;
/** What leaving the hint by the whole width would cost, in lines of each row. */
const hintWeight = 0.6;
const bulletIndentMm = 4;
/** What a column keeps between its paddings even where nothing stands in it, mm. */
const narrowestMm = 2;

type Content = Paragraph | List;

/** A paragraph of a cell: its width on one line and that of its widest word, mm; `dated` with a year in it. */
interface SetText {
  readonly whole: number;
  readonly word: number;
  readonly dated: boolean;
}
type SetCell = readonly SetText[];

/** Returns the columns with shares that suit their texts; together they are about 100. */
export function fitColumns(
  { style, columns, header, rows }: Pick<Table, 'style' | 'columns' | 'header' | 'rows'>,
  theme: Theme,
): readonly Column[] {
  if (columns.length < 2) return columns;
  const all = [...(header ? [header] : []), ...rows];
  const [plain, bold] =
    style === 'facts' ? (['fact', 'factLabel'] as const) : (['cell', 'cellHeader'] as const);
  const styleOf = ({ rowHeader }: Cell, row: number): TypeStyle =>
    theme.type[rowHeader || (header && row === 0) ? bold : plain];
  const width = textWidthMm(theme);
  const padding = columns.map((_, index) => {
    const accented = rows.some(({ cells }) => cells[index]?.accent !== undefined);
    const { cellX, accent } = theme.space;
    return (2 * cellX + (accented ? accent : 0)) / pointsPerMm;
  });
  const floor = padding.map((each) => (each + narrowestMm) / width);
  const asked = columns.reduce((sum, column) => sum + column.share, 0) || 1;
  const hint = columns.map((column) => column.share / asked);
  const set = all.map(({ cells }, row) =>
    cells.map((cell) => setCell(cell.content, styleOf(cell, row))),
  );
  const columnAt: ColumnAt = (index, share) => ({
    share,
    away: Math.abs(share - hint[index]!),
    lines: linesOf(set, index, share * width - padding[index]!),
  });
  const leastWith = (wholeDate: number): readonly number[] => {
    const held = columns.map((_, index) => {
      let longest = 0;
      for (const cells of set)
        longest = Math.max(longest, longestWord(cells[index] ?? [], wholeDate));
      return (longest * unevenness + padding[index]!) / width;
    });
    return withinTable(held, floor);
  };
  // Dates on one line are dear where others stand in towers for it: whichever makes the better table.
  const whole = leastWith(longestDate);
  const broken = leastWith(0);
  const same = whole.every((each, index) => each === broken[index]);
  const [one, other] = (same ? [whole] : [whole, broken]).map((least) =>
    lowest(raised(hint, least), least, columnAt, set.length),
  );
  const best = other && other.cost < one!.cost ? other : one!;
  return columns.map((column, index) => ({
    ...column,
    share: Math.round(best.columns[index]!.share * 1000) / 10,
  }));
}

/** Least shares leave something to weigh, and no column less than its floor. */
function withinTable(held: readonly number[], floor: readonly number[]): readonly number[] {
  const sum = (list: readonly number[]): number => list.reduce((all, each) => all + each, 0);
  if (sum(held) <= mostHeld) return held;
  const above = held.map((each, index) => Math.max(0, each - floor[index]!));
  const kept = Math.max(0, mostHeld - sum(floor)) / (sum(above) || 1);
  return floor.map((each, index) => each + above[index]! * kept);
}

/** Returns the widest word that lines do not break, mm; a date up to `wholeDate` is one word. */
function longestWord(cell: SetCell, wholeDate: number): number {
  let longest = 0;
  for (const { whole, word, dated } of cell) {
    longest = Math.max(longest, dated && whole <= wholeDate ? whole : word);
  }
  return longest;
}

function setCell(content: readonly Content[], style: TypeStyle): SetCell {
  const set: SetText[] = [];
  addTexts(content, 0, style, set);
  return set;
}

function addTexts(
  content: readonly Content[],
  indent: number,
  style: TypeStyle,
  set: SetText[],
): void {
  for (const block of content) {
    if (block.kind === 'list') {
      for (const item of block.items) addTexts(item.content, indent + bulletIndentMm, style, set);
    } else for (const text of linesIn(block.content)) set.push(setText(text, indent, style));
  }
}

/** A text as it is set at no size yet: its width and that of its widest word, in units of `textUnits`. */
interface Measured {
  readonly whole: number;
  /** Absent where there is no word. */
  readonly word?: number;
  readonly dated: boolean;
}

/** Half of the texts that are kept measured: the same ones stand in the tables of many papers. */
const textsKept = 500;
const kept = { regular: keep<Measured>(textsKept), bold: keep<Measured>(textsKept) };

function setText(text: string, indent: number, { size, bold }: TypeStyle): SetText {
  const { whole, word, dated } = measured(text, bold ? 'bold' : 'regular');
  const widthOf = (units: number): number => unitsToMm(units, size) + indent;
  return {
    whole: widthOf(whole),
    word: word === undefined ? 0 : Math.min(longestHeldWord, widthOf(word)),
    dated,
  };
}

function measured(text: string, weight: 'regular' | 'bold'): Measured {
  const known = kept[weight].get(text);
  if (known) return known;
  const whole = textUnits(text, weight);
  const words = text.split(/[^\S\u00a0]+|(?<=[-–—/])/u).filter(Boolean);
  const dated = hasYear.test(text);
  const made = words.length
    ? { whole, word: Math.max(...words.map((each) => textUnits(each, weight))), dated }
    : { whole, dated };
  kept[weight].set(text, made);
  return made;
}

function linesIn(content: readonly Inline[]): readonly string[] {
  let text = '';
  for (const inline of content) {
    // What is better not broken holds its words together.
    const held = inline.kind === 'text' && inline.unbroken;
    text += held ? inline.text.replaceAll(' ', '\u00a0') : textOfInline(inline);
  }
  return text.includes('\n') ? text.split('\n') : [text];
}

/** A column with a share of the table. */
interface SetColumn {
  readonly share: number;
  /** How far the share is from the hint. */
  readonly away: number;
  /** For each row how many lines the cell takes, in smooth steps, and then what its breaks cost. */
  readonly lines: Float64Array;
}
type ColumnAt = (index: number, share: number) => SetColumn;

function linesOf(
  set: readonly (readonly SetCell[])[],
  column: number,
  width: number,
): Float64Array {
  const room = Math.max(2, width);
  const lines = new Float64Array(2 * set.length);
  for (let row = 0; row < set.length; row += 1) {
    for (const { whole } of set[row]![column] ?? []) {
      const own = whole * narrowly <= room ? 1 : (whole * raggedness) / room + 0.5;
      lines[2 * row]! += own;
      if (whole <= shortText) lines[2 * row + 1]! += (own - 1) * brokenShort;
    }
  }
  return lines;
}

/**
 * Returns how many lines a table takes, the highest cell of each row, and what its breaks and its distance
 * from the hint cost; what comes to `most` or more is not added up to its end.
 */
function costOf(columns: readonly SetColumn[], rows: number, most: number): number {
  let away = 0;
  for (let index = 0; index < columns.length; index += 1) away += columns[index]!.away;
  const distance = away * hintWeight * rows;
  let sum = 0;
  for (let row = 0; row < rows && sum + distance < most; row += 1) {
    let highest = 1;
    let broken = 0;
    for (let index = 0; index < columns.length; index += 1) {
      const { lines } = columns[index]!;
      if (lines[2 * row]! > highest) highest = lines[2 * row]!;
      broken += lines[2 * row + 1]!;
    }
    sum += highest + broken;
  }
  return sum + distance;
}

/** Returns the hint with every column at its least or above; the others give way in proportion. */
function raised(hint: readonly number[], least: readonly number[]): readonly number[] {
  const spare = hint.map((share, index) => Math.max(0, share - least[index]!));
  const free = spare.reduce((sum, each) => sum + each, 0);
  const lacking = least.reduce((sum, each, index) => sum + Math.max(0, each - hint[index]!), 0);
  const kept = free > 0 ? Math.max(0, 1 - lacking / free) : 0;
  return least.map((each, index) => each + spare[index]! * kept);
}

/** Moves width between two columns as long as that makes the table lower. */
function lowest(
  start: readonly number[],
  least: readonly number[],
  columnAt: ColumnAt,
  rows: number,
): { readonly columns: readonly SetColumn[]; readonly cost: number } {
  let best = start.map((share, index) => columnAt(index, share));
  let cost = costOf(best, rows, Infinity);
  for (const step of steps) {
    const widerOf = ({ share }: SetColumn, index: number): SetColumn =>
      columnAt(index, share + step);
    const narrowerOf = ({ share }: SetColumn, index: number): SetColumn | undefined =>
      share - step < least[index]! ? undefined : columnAt(index, share - step);
    const wider = best.map(widerOf);
    const narrower = best.map(narrowerOf);
    for (let moves = 0; moves < mostMoves; moves += 1) {
      let move: readonly [number, number] | undefined;
      const next = best.slice();
      for (let from = 0; from < best.length; from += 1) {
        const given = narrower[from];
        if (!given) continue;
        next[from] = given;
        for (let to = 0; to < best.length; to += 1) {
          if (to === from) continue;
          next[to] = wider[to]!;
          const price = costOf(next, rows, cost - 1e-9);
          if (price < cost - 1e-9) {
            move = [from, to];
            cost = price;
          }
          next[to] = best[to]!;
        }
        next[from] = best[from]!;
      }
      if (!move) break;
      const [from, to] = move;
      best = best.with(from, narrower[from]!).with(to, wider[to]!);
      for (const index of move) {
        wider[index] = widerOf(best[index]!, index);
        narrower[index] = narrowerOf(best[index]!, index);
      }
    }
  }
  return { columns: best, cost };
}
