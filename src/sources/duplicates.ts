// The same key twice: one fault, and a value that keeps both, so that nothing else looks wrong
// only because one of the two was dropped.

import { positionAt } from '../base/source.ts';
import { isLeftOut, type Located, type LocatedEntry } from '../model/located.ts';
import type { Edit } from './edits.ts';
import { type Fault, fault } from './fault.ts';
import { indentOf, lineStart } from './lines.ts';

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
