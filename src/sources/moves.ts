// The faults of lines in the wrong column, with the edits that move them and what belongs to them.
// One of the explanations that explain.ts comes to; which line it is has been decided before.

import { type Blamed, isDash, opens } from './blame.ts';
import type { Edit } from './edits.ts';
import { type Fault, fault, shown } from './fault.ts';
import { indentOf, lineEnd, lineOf, nextContentLine, nextLine } from './lines.ts';

/** Returns the fault of lines above that are out of place, told of the first of them. */
export function movedBy(text: string, { from, until, by }: Blamed): Fault {
  const edits: Edit[] = [];
  for (let at: number | undefined = from; at !== undefined && at < until; at = nextLine(text, at)) {
    if (lineOf(text, at).trim() === '') continue;
    const less = Math.min(-by, indentOf(text, at));
    edits.push(
      by > 0
        ? { start: at, end: at, text: ' '.repeat(by) }
        : { start: at, end: at + less, text: '' },
    );
  }
  const column = indentOf(text, from);
  const start = from + column;
  const stop = lineEnd(text, from);
  return fault(
    'yaml/indentation',
    start,
    Math.max(stop, start + 1),
    `${shown(text.slice(start, stop))} starts after ${spaces(column)}, in a column where it does not fit the lines after it.`,
    `Start it after ${spaces(column + by)}.`,
    edits,
  );
}

function spaces(count: number): string {
  return count === 0 ? 'no space' : count === 1 ? '1 space' : `${count} spaces`;
}

/** Returns the fault of the line at `start`, which has to move to `target` with what is below it. */
export function moved(text: string, start: number, column: number, target: number): Fault {
  const stop = lineEnd(text, start);
  const edits: Edit[] = [];
  const dash = isDash(lineOf(text, start));
  const below = opens(lineOf(text, start)) ? nextContentLine(text, start) : undefined;
  const inItem = dash ? nextContentLine(text, start) : undefined;
  const width = /^-[ \t]*/.exec(text.slice(start + column, stop))?.[0].length ?? 0;
  const alone =
    (below !== undefined && indentOf(text, below) <= column) ||
    (inItem !== undefined && indentOf(text, inItem) === target + width);
  for (let at: number | undefined = start; at !== undefined; at = nextLine(text, at)) {
    const indent = indentOf(text, at);
    if (lineOf(text, at).trim() === '') continue;
    // Keys in the column of a dash are not below it, nor dashes in that of a key; the value of a key is, wherever it stands.
    if (at > start && indent === column && isDash(lineOf(text, at)) !== dash) break;
    if (at > start && target < column && alone && (dash || indent <= column)) break;
    if (indent < column || (at > start && target > column && indent >= target)) break;
    edits.push(
      target > column
        ? { start: at, end: at, text: ' '.repeat(target - column) }
        : { start: at, end: at + column - target, text: '' },
    );
  }
  const line = text.slice(start + column, stop);
  return {
    ...fault(
      'yaml/indentation',
      start + column,
      Math.max(stop, start + column + 1),
      `${shown(line)} starts after ${spaces(column)}, in a column where nothing above it starts.`,
      target === column
        ? 'Start it in the same column as the lines it belongs to.'
        : `Start it after ${spaces(target)}, like the lines it belongs to.`,
      edits,
    ),
    ...(target === column ? { guess: true as const } : {}),
  };
}
