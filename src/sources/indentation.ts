// Lines in the wrong column and tabs where spaces have to be.
// One family of faults for explain.ts; decides by the columns of the lines above.
// One of the explanations that explain.ts chooses from; reads lines, changes nothing.

import type { Edit } from './edits.ts';
import { type Fault, fault, shown } from './fault.ts';
import {
  indentOf,
  isBlankLine,
  lineEnd,
  lineOf,
  lineStart,
  nextLine,
  previousContentLine,
  quoted,
  quoteEdits,
  valueEnd,
} from './lines.ts';
import { withoutSpace } from './missing-spaces.ts';
import { isBlock, type ReadErrors, tokensWhere } from './read-errors.ts';
import type { ReadText } from './read-text.ts';

/** Returns one fault for all lines of these offsets, which are indented with tabs, at the first of them. */
export function tabs(read: ReadText, offsets: readonly number[]): Fault {
  const { text } = read;
  const lines = [...new Set(offsets.map((offset) => lineStart(text, offset)))];
  const edits = lines.flatMap((start) => tabEdits(text, start));
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
  const start = lineStart(text, at);
  const column = indentOf(text, start);
  const line = text.slice(start + column, lineEnd(text, start));
  if (line.startsWith('\t')) return tabs(read, [start + column]);
  const without = withoutSpace(line, start + column);
  if (without) return without;
  const above = previousContentLine(text, start);
  const cut = above === undefined ? undefined : cutAbove(text, above, start, column);
  if (cut) return cut;
  const inBlock = tokensWhere(tree, isBlock).findLast(({ offset }) => offset < start);
  if (inBlock && !hasColon(line) && !line.startsWith('- ')) {
    const shift = underBlock(text, inBlock.offset, start);
    if (shift !== undefined) return moved(text, start, column, shift);
  }
  if (ifCause && (!hasColon(line) || above === undefined)) return undefined;
  return moved(text, start, column, bestColumn(text, start, column, line.startsWith('-')));
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

/** Returns the column of the lines above that this one most likely belongs to. */
function bestColumn(text: string, start: number, column: number, dash: boolean): number {
  const columns: number[] = [];
  let limit = Number.POSITIVE_INFINITY;
  for (
    let at = previousContentLine(text, start);
    at !== undefined && limit > 0;
    at = previousContentLine(text, at)
  ) {
    const indent = indentOf(text, at);
    if (indent >= limit) continue;
    limit = indent;
    const lead = /^[ \t]*((?:-[ \t]+)*)/.exec(lineOf(text, at))![0].length;
    if (lead > indent && !dash) columns.push(lead);
    else if (lead === indent ? !dash : dash) columns.push(indent);
  }
  return columns.reduce(
    (best, each) => (Math.abs(each - column) < Math.abs(best - column) ? each : best),
    columns[0] ?? column,
  );
}

function moved(text: string, start: number, column: number, target: number): Fault {
  const stop = lineEnd(text, start);
  const edits: Edit[] = [];
  for (let at: number | undefined = start; at !== undefined; at = nextLine(text, at)) {
    const indent = indentOf(text, at);
    if (lineOf(text, at).trim() === '') continue;
    if (indent < column || (at > start && target > column && indent >= target)) break;
    edits.push(
      target > column
        ? { start: at, end: at, text: ' '.repeat(target - column) }
        : { start: at, end: at + column - target, text: '' },
    );
  }
  const count = (number: number): string => (number === 1 ? '1 space' : `${number} spaces`);
  const line = text.slice(start + column, stop);
  return {
    ...fault(
      'yaml/indentation',
      start + column,
      Math.max(stop, start + column + 1),
      `${shown(line)} starts after ${column === 0 ? 'no space' : count(column)}, in a column where nothing above it starts.`,
      target === column
        ? 'Start it in the same column as the lines it belongs to.'
        : `Start it after ${count(target)}, like the lines it belongs to.`,
      edits,
    ),
    ...(target === column ? { guess: true as const } : {}),
  };
}
