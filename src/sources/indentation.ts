// Lines in the wrong column and tabs where spaces have to be.
// One family of faults for explain.ts; decides by the columns of the lines above.
// One of the explanations that explain.ts chooses from; reads lines, changes nothing.

import { fieldNames, fieldsBelow } from '../model/field-names.ts';
import { agreementPlan } from '../model/plan.ts';
import { blamedAbove, columnOf, isDash, opens } from './blame.ts';
import type { Edit } from './edits.ts';
import { type Fault, fault, shown } from './fault.ts';
import {
  indentOf,
  isBlankLine,
  lineEnd,
  lineOf,
  lineStart,
  nextContentLine,
  nextLine,
  previousContentLine,
  quoted,
  quoteEdits,
  valueEnd,
} from './lines.ts';
import { keyWithoutColon, withoutColon } from './missing-colons.ts';
import { withoutSpace } from './missing-spaces.ts';
import { moved, movedBy } from './moves.ts';
import { isBlock, type ReadErrors, tokensWhere } from './read-errors.ts';
import type { ReadText } from './read-text.ts';

/** Returns one fault for all lines of these offsets, which are indented with tabs, at the first of them. */
export function tabs(read: ReadText, offsets: readonly number[]): Fault {
  const { text } = read;
  const lines = [...new Set(offsets.map((offset) => lineStart(text, offset)))];
  const edits = lines.flatMap((start) => {
    const column = lines.length === 1 ? columnBetween(text, start) : undefined;
    const lead = /^[ \t]*/.exec(lineOf(text, start))![0].length;
    return column === undefined
      ? tabEdits(text, start)
      : [{ start, end: start + lead, text: ' '.repeat(column) }];
  });
  const first = offsets[0]!;
  const tab = text.indexOf('\t', first);
  const at = tab < 0 ? first : tab;
  const more = lines.length - 1;
  return fault(
    'yaml/tab-indent',
    at,
    at + 1,
    `The line is indented with a tab${more > 0 ? `, and so ${more === 1 ? 'is one more' : `are ${more} more`}` : ''}.`,
    'Use spaces instead: two for each step.',
    edits,
  );
}

/** The column of a single line with a tab, by the lines around it; `undefined` where they do not tell. */
function columnBetween(text: string, start: number): number | undefined {
  const line = lineOf(text, start);
  const [above, below] = [previousContentLine(text, start), nextContentLine(text, start)];
  if (above === undefined || /^ *-\t/.test(line)) return undefined;
  const head = lineOf(text, above);
  const next = below === undefined ? '' : lineOf(text, below);
  const dash = /^[ \t]*-(?:\s|$)/.test(line);
  const beneath = columnOf(next, true) - 2;
  const least = opens(head) ? indentOf(text, above) : 0;
  const item = dash && !isDash(next) && !/^\s*-\s+[{[]/.test(line);
  if (next !== '' && (opens(line) || item) && beneath >= least) return beneath;
  if (opens(head)) return indentOf(text, above) + 2;
  const columns = [columnOf(head, dash), columnOf(next, dash)];
  if (dash && !isDash(head)) columns.shift();
  const width = 2 * /^[ \t]*/.exec(line)![0].length;
  return [width, 2 * width].find((each) => columns.includes(each)) ?? columns[0];
}

function tabEdits(text: string, start: number): Edit[] {
  const lead = /^[ \t]*(?:[-?][ \t]+)*/.exec(text.slice(start, lineEnd(text, start)))![0];
  return [...lead.matchAll(/\t/g)].map(({ index }) => ({
    start: start + index,
    end: start + index + 1,
    text: index > 0 && '-?'.includes(lead[index - 1]!) ? ' ' : '  ',
  }));
}

/**
 * Returns the fault for the line of `at`, which starts in the wrong column. With `ifCause`, only
 * when the line or the one above shows why, and `undefined` otherwise.
 */
export function misplacedLine(context: ReadErrors, at: number, ifCause: true): Fault | undefined;
export function misplacedLine(context: ReadErrors, at: number): Fault;
export function misplacedLine(context: ReadErrors, at: number, ifCause?: true): Fault | undefined {
  const { read, tree } = context;
  const { text } = read;
  const blank = isBlankLine(lineOf(text, at)) ? nextContentLine(text, at) : undefined;
  const start = blank ?? lineStart(text, at);
  const column = indentOf(text, start);
  const line = text.slice(start + column, lineEnd(text, start));
  if (line.startsWith('\t')) return tabs(read, [start + column]);
  const without = withoutSpace(line, start + column);
  if (without) return without;
  const above = previousContentLine(text, start);
  const cut =
    above === undefined
      ? undefined
      : (cutAbove(text, above, start, column) ?? noKeyAbove(text, above, column));
  if (cut) return cut;
  const inBlock = tokensWhere(tree, isBlock).findLast(({ offset }) => offset < start);
  if (inBlock && !hasColon(line) && !line.startsWith('- ')) {
    const shift = underBlock(text, inBlock.offset, start);
    if (shift !== undefined) return moved(text, start, column, shift);
  }
  if (ifCause && (!hasColon(line) || above === undefined)) return undefined;
  const blamed = hasColon(line) || line.startsWith('-') ? blamedAbove(text, start) : undefined;
  if (blamed) return movedBy(text, blamed);
  return moved(text, start, column, bestColumn(text, start, column, line.startsWith('-')));
}

/** `spec 1` or `-id: reach` in the line above: it is no key, so nothing can stand beside or below it. */
function noKeyAbove(text: string, above: number, column: number): Fault | undefined {
  const indent = indentOf(text, above);
  const line = lineOf(text, above).slice(indent);
  if (indent < column) return line.startsWith('-') ? withoutSpace(line, above + indent) : undefined;
  if (indent > column || hasColon(line)) return undefined;
  const without = withoutSpace(line, above + indent);
  if (without || keyWithoutColon(text, above + indent) === undefined) return without;
  return withoutColon(text, above + indent);
}

function hasColon(line: string): boolean {
  return /:(?:\s|$)/.test(line);
}

/** Returns the column of a block text when only its own lines lie between it and `start`. */
function underBlock(text: string, block: number, start: number): number | undefined {
  const parent = indentOf(text, lineStart(text, block));
  let column: number | undefined;
  for (
    let next = nextLine(text, block);
    next !== undefined && next < start;
    next = nextLine(text, next)
  ) {
    if (lineOf(text, next).trim() === '') continue;
    const indent = indentOf(text, next);
    if (indent <= parent) return undefined;
    column ??= indent;
  }
  return column ?? parent + 2;
}

/** `purpose: We meet in Room #4` with the text going on below: the comment cut it off. */
function cutAbove(text: string, above: number, start: number, column: number): Fault | undefined {
  const line = lineOf(text, above);
  const match = /[ \t]#(?=[^\s#!])/.exec(line);
  const key = /^[ \t]*(?:-[ \t]+)*(?:[^\s:#]+:[ \t]+)?/.exec(line)![0];
  if (!match || match.index <= key.length || hasColon(lineOf(text, start))) return undefined;
  if (column <= indentOf(text, above)) return undefined;
  const from = above + key.length;
  const hash = above + match.index + 1;
  const stop = lineEnd(text, above);
  let end = stop;
  for (let next: number | undefined = start; next !== undefined; next = nextLine(text, next)) {
    if (isBlankLine(lineOf(text, next)) || indentOf(text, next) < column) break;
    end = valueEnd(text, next + indentOf(text, next), false);
  }
  return fault(
    'yaml/cut-comment',
    hash,
    stop,
    `${shown(text.slice(hash, stop))} is read as a comment, and the text cannot go on after it.`,
    `Put the whole text in quotes: ${quoted(text.slice(from, end))}.`,
    quoteEdits(text, from, end),
  );
}

/**
 * Returns the column of the lines above that this one most likely belongs to: the nearest, but none
 * where what follows would no longer be below it; of two equally near the one whose key is of its kind.
 */
function bestColumn(text: string, start: number, column: number, dash: boolean): number {
  const columns: { readonly column: number; readonly cost: number }[] = [];
  const line = lineOf(text, start);
  const below = columnBelow(text, start);
  const consider = (at: number, other: string): void => {
    if (below !== undefined && at >= below) return;
    const odd = isField(other) === isField(line) ? 0 : 0.5;
    const foreign = fits(text, start, at, line) ? 0 : 2;
    columns.push({ column: at, cost: Math.abs(at - column) + odd + foreign });
  };
  let limit = Number.POSITIVE_INFINITY;
  for (
    let at = previousContentLine(text, start);
    at !== undefined && limit > 0;
    at = previousContentLine(text, at)
  ) {
    const indent = indentOf(text, at);
    if (indent >= limit) continue;
    limit = indent;
    const above = lineOf(text, at);
    const lead = /^[ \t]*((?:-[ \t]+)*)/.exec(above)![0].length;
    if (lead > indent && !dash) consider(lead, above);
    else if (lead === indent ? !dash : dash) consider(indent, above);
  }
  const best = columns.reduce(
    (least, each) => (each.cost < least.cost ? each : least),
    columns[0] ?? { column, cost: 0 },
  );
  return best.column;
}

/** False where the key of a line is none of those of the key above it that has this column below it. */
function fits(text: string, start: number, column: number, line: string): boolean {
  const key = keyOf(line);
  if (key === undefined || !fieldNames().has(key)) return true;
  if (column === 0) return agreementPlan.fields.has(key);
  let above = previousContentLine(text, start);
  while (above !== undefined && columnOf(lineOf(text, above), false) >= column)
    above = previousContentLine(text, above);
  const parent = above === undefined ? undefined : keyOf(lineOf(text, above));
  return parent === undefined || !fieldNames().has(parent) || fieldsBelow(parent).has(key);
}

/** The column that a key without a value has to stay left of: that of what follows, which is its value. */
function columnBelow(text: string, start: number): number | undefined {
  if (!opens(lineOf(text, start))) return undefined;
  const below = nextContentLine(text, start);
  if (below === undefined) return undefined;
  const indent = indentOf(text, below);
  return isDash(lineOf(text, below)) ? indent + 1 : indent > 0 ? indent : undefined;
}

/** True for a line with a key of ours, as opposed to that of a partner or a text. */
function isField(line: string): boolean {
  const key = keyOf(line);
  return key !== undefined && fieldNames().has(key);
}

function keyOf(line: string): string | undefined {
  return /^[ \t]*(?:-[ \t]+)*([\p{L}_][\p{L}\p{N}_-]*):/u.exec(line)?.[1];
}
