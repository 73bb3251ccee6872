// The same key twice: one fault, and a value that keeps both, so that nothing else looks wrong
// only because one of the two was dropped.

import { positionAt } from '../base/source.ts';
import { fieldNames } from '../model/field-names.ts';
import { isLeftOut, type Located, type LocatedEntry } from '../model/located.ts';
import type { Edit } from './edits.ts';
import { type Fault, fault, shown } from './fault.ts';
import {
  indentOf,
  lineEnd,
  lineOf,
  lineStart,
  nextContentLine,
  previousContentLine,
} from './lines.ts';

/** Returns the fault for a key that is already there; `onLines` when each key has a line of its own. */
export function duplicateKey(
  known: LocatedEntry,
  start: number,
  end: number,
  onLines: boolean,
): Fault {
  const { line } = positionAt(known.keySpan.source, known.keySpan.start);
  return fault(
    'yaml/duplicate-key',
    start,
    end,
    `The key \`${known.key}\` stands here a second time; the first is in line ${line}.`,
    onLines
      ? 'If a new item or partner starts here, give it its dash or its own key; if not, put everything under the first one.'
      : 'Keep one of them.',
  );
}

/** Returns the edit that starts a new item at a key which stands there again, if a list goes on there. */
export function dashBefore(text: string, item: number, start: number): Edit[] | undefined {
  const indent = start - lineStart(text, start);
  const inList = /-[ ]+$/.test(text.slice(lineStart(text, item), item));
  if (!inList || indentOf(text, lineStart(text, start)) !== indent) return undefined;
  return [{ start: start - 2, end: start, text: '- ' }];
}

/**
 * Returns the fault of a key that stands as far in as what belongs to it, where the keys after it are there
 * already: `club:` beside the library's `name`, with the club's `name` in the next line. It starts a partner of
 * its own and moves to the column of the one before.
 */
export function tooFarIn(text: string, before: LocatedEntry, start: number): Fault | undefined {
  if (!isLeftOut(before.value) || fieldNames().has(before.key)) return undefined;
  const line = lineStart(text, before.keySpan.start);
  const column = before.keySpan.start - line;
  if (indentOf(text, line) !== column || nextContentLine(text, line) !== lineStart(text, start)) {
    return undefined;
  }
  let above = previousContentLine(text, line);
  while (above !== undefined && indentOf(text, above) >= column)
    above = previousContentLine(text, above);
  if (above === undefined || /^\s*-/.test(lineOf(text, above))) return undefined;
  const target = indentOf(text, above);
  const words = text.slice(before.keySpan.start, lineEnd(text, line));
  return fault(
    'yaml/indentation',
    before.keySpan.start,
    lineEnd(text, line),
    `${shown(words)} starts after ${column} spaces, as far in as the keys that belong to it.`,
    `Start it after ${target === 0 ? 'no space' : `${target} spaces`}, like ${shown(lineOf(text, above).trim())}.`,
    [{ start: line, end: line + column - target, text: '' }],
  );
}

/** Joins two lists or two maps; of anything else the first stays, if something is filled in. */
export function joinValues(first: Located, second: Located): Located {
  if (isLeftOut(first) || (first.kind === 'scalar' && first.text === '')) return second;
  if (first.kind === 'list' && second.kind === 'list') {
    return { ...first, items: [...first.items, ...second.items] };
  }
  if (first.kind === 'map' && second.kind === 'map') {
    const keys = new Set(first.entries.map((entry) => entry.key));
    const added = second.entries.filter((entry) => !keys.has(entry.key));
    return { ...first, entries: [...first.entries, ...added] };
  }
  return first;
}
