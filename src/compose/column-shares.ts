// How wide the columns of a table are: what a template asks for is a hint; the texts that stand in
// the columns decide, so that dates stay on one line and no cell becomes a narrow tower.
// Estimated from the widths of characters, so that every format gets the same columns.

import type { Cell, Column, Inline, List, Paragraph, Table } from '../model/block.ts';
import { inlineText } from '../model/text.ts';
import { pointsPerMm, type Theme, type TypeStyle, textWidthMm } from '../model/theme.ts';
import { textWidth } from './text-width.ts';

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
  // Asked some thousand times for a table, for few widths of each column: those are worked out once.
  const known = columns.map(() => new Map<number, ColumnLines>());
  const now: ColumnLines[] = [];
  const cost = (shares: readonly number[]): number => {
    let away = 0;
    for (let index = 0; index < shares.length; index += 1) {
      const share = shares[index]!;
      let lines = known[index]!.get(share);
      if (!lines) {
        lines = columnLines(set, index, share * width - padding[index]!);
        known[index]!.set(share, lines);
      }
      now[index] = lines;
      away += Math.abs(share - hint[index]!);
    }
    return tableLines(now, set.length) + away * hintWeight * set.length;
  };
  // Dates on one line are dear where others stand in towers for it: whichever makes the better table.
  const [shares] = [longestDate, 0]
    .map((whole) => {
      const held = columns.map((_, index) => {
        const words = set.map((cells) => longestWord(cells[index] ?? [], whole));
        return (Math.max(0, ...words) * unevenness + padding[index]!) / width;
      });
      const least = withinTable(held, floor);
      return lowest(raised(hint, least), least, cost);
    })
    .toSorted((one, other) => cost(one) - cost(other)) as [readonly number[], readonly number[]];
  return columns.map((column, index) => ({
    ...column,
    share: Math.round(shares[index]! * 1000) / 10,
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
  return Math.max(
    0,
    ...cell.map(({ whole, word, dated }) => (dated && whole <= wholeDate ? whole : word)),
  );
}

const widthIn = (text: string, { size, bold }: TypeStyle): number =>
  textWidth(text, size, bold ? 'bold' : 'regular');

const setCell = (content: readonly Content[], style: TypeStyle): SetCell =>
  textsOf(content).map(({ text, indent }) => {
    const words = text.split(/[^\S\u00a0]+|(?<=[-–—/])/u).filter(Boolean);
    const widths = words.map((word) => Math.min(longestHeldWord, widthIn(word, style) + indent));
    return {
      whole: widthIn(text, style) + indent,
      word: Math.max(0, ...widths),
      dated: hasYear.test(text),
    };
  });

function textsOf(
  content: readonly Content[],
  indent = 0,
): readonly { readonly text: string; readonly indent: number }[] {
  return content.flatMap((block) => {
    if (block.kind === 'list') {
      return block.items.flatMap((item) => textsOf(item.content, indent + bulletIndentMm));
    }
    return linesIn(block.content).map((text) => ({ text, indent }));
  });
}

/** What is better not broken holds its words together. */
const held = (inline: Inline): Inline =>
  inline.kind === 'text' && inline.unbroken
    ? { ...inline, text: inline.text.replaceAll(' ', '\u00a0') }
    : inline;

const linesIn = (content: readonly Inline[]): readonly string[] =>
  inlineText(content.map(held)).split('\n');

/** How many lines the cells of a column take in each row, in smooth steps, and what their breaks cost. */
interface ColumnLines {
  readonly lines: Float64Array;
  readonly broken: Float64Array;
}

function columnLines(
  set: readonly (readonly SetCell[])[],
  column: number,
  width: number,
): ColumnLines {
  const room = Math.max(2, width);
  const lines = new Float64Array(set.length);
  const broken = new Float64Array(set.length);
  set.forEach((cells, row) => {
    for (const { whole } of cells[column] ?? []) {
      const own = whole * narrowly <= room ? 1 : (whole * raggedness) / room + 0.5;
      lines[row]! += own;
      if (whole <= shortText) broken[row]! += (own - 1) * brokenShort;
    }
  });
  return { lines, broken };
}

/** Returns how many lines a table takes, the highest cell of each row, and what its breaks cost. */
function tableLines(columns: readonly ColumnLines[], rows: number): number {
  let sum = 0;
  for (let row = 0; row < rows; row += 1) {
    let most = 1;
    let broken = 0;
    for (let index = 0; index < columns.length; index += 1) {
      const column = columns[index]!;
      if (column.lines[row]! > most) most = column.lines[row]!;
      broken += column.broken[row]!;
    }
    sum += most + broken;
  }
  return sum;
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
  cost: (shares: readonly number[]) => number,
): readonly number[] {
  let best = start;
  let bestCost = cost(best);
  for (const step of steps) {
    for (let moves = 0; moves < mostMoves; moves += 1) {
      let found: readonly number[] | undefined;
      const next = best.slice();
      for (let from = 0; from < best.length; from += 1) {
        if (best[from]! - step < least[from]!) continue;
        for (let to = 0; to < best.length; to += 1) {
          if (to === from) continue;
          next[from] = best[from]! - step;
          next[to] = best[to]! + step;
          const price = cost(next);
          if (price < bestCost - 1e-9) {
            found = next.slice();
            bestCost = price;
          }
          next[from] = best[from]!;
          next[to] = best[to]!;
        }
      }
      if (!found) break;
      best = found;
    }
  }
  return best;
}
