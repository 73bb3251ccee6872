// The YAML library's nodes to Located, in one pass: keys, values, `*` and `<<` resolved, and the
// faults that only show here. A value reached by `*` or `<<` has the place where its words stand.
// Knows no field of the agreement.

import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { fieldNames } from '../model/field-names.ts';
import { isLeftOut, type Located, type LocatedEntry, type LocatedMap } from '../model/located.ts';
import { type Anchors, makeAnchors } from './anchors.ts';
import { dashBefore, duplicateKey, joinValues, tooFarIn } from './duplicates.ts';
import { type Fault, fault, shown } from './fault.ts';
import { keyWithoutValue, splitNumber } from './flow-faults.ts';
import { bracketAfterKey } from './keys.ts';
import { lineEnd } from './lines.ts';
import { withoutSpace } from './missing-spaces.ts';
import { plainFaults } from './plain-faults.ts';
import type { ReadText } from './read-text.ts';
import { emptyScalar, locateScalar } from './scalars.ts';

/** Located data and the faults found on the way. */
export interface Converted {
  readonly located: Located;
  readonly faults: readonly Fault[];
}

/** What converting carries along. */
interface Walk {
  readonly read: ReadText;
  readonly anchors: Anchors;
  readonly faults: Fault[];
}

/** Longest key; longer ones are texts that lost their place. */
const maxKeyLength = 200;

/** Converts a document without syntax errors. */
export function convert(document: Document.Parsed, read: ReadText): Converted {
  const faults: Fault[] = [];
  const walk: Walk = { read, anchors: makeAnchors(read, faults), faults };
  const located = locate(walk, document.contents, 0);
  walk.anchors.reportUnused();
  return { located, faults };
}

function locate(walk: Walk, node: Node | null, depth: number): Located {
  if (!node) return emptyScalar(walk.read, 0);
  if (isAlias(node)) {
    return walk.anchors.resolve(node, depth) ?? emptyScalar(walk.read, node.range![0]);
  }
  const marked = node.anchor === undefined ? undefined : walk.anchors.open(node.anchor, node);
  const located = locateUnmarked(walk, node, depth);
  if (marked) walk.anchors.close(marked, located);
  else walk.anchors.count();
  return located;
}

function locateUnmarked(
  walk: Walk,
  node: Exclude<Node, { source: string }>,
  depth: number,
): Located {
  if (isMap(node)) return locateMap(walk, node, depth + 1);
  if (isSeq(node)) return locateList(walk, node, depth + 1);
  if (!isScalar(node)) return emptyScalar(walk.read, 0);
  if (node.type === 'PLAIN') plainFaults(walk.read, node, walk.faults);
  return locateScalar(walk.read, node, walk.faults);
}

function locateList(walk: Walk, list: YAMLSeq, depth: number): Located {
  const items: Located[] = [];
  for (const item of list.items as Node[]) {
    const located = locate(walk, item, depth);
    // A dash with nothing after it counts as left out, so that indexes are those of the agreement.
    if (!isLeftOut(located)) items.push(located);
    if (list.flow) splitNumber(walk.read, item, walk.faults);
  }
  return { kind: 'list', items, span: walk.read.span(list.range![0], list.range![1]) };
}

function locateMap(walk: Walk, map: YAMLMap, depth: number): LocatedMap {
  const entries = new Map<string, LocatedEntry>();
  const merged = new Set<LocatedEntry>();
  let previous: Node | null = null;
  let last: LocatedEntry | undefined;
  let sinceDuplicate = Number.POSITIVE_INFINITY;
  let doubtful = false;
  for (const pair of map.items as Pair<Node, Node | null>[]) {
    const key = keyOf(walk, pair.key, depth);
    if (key === undefined) continue;
    const [start, end] = pair.key.range!;
    const glued = map.flow ? undefined : gluedKey(walk.read.text, key, start);
    if (glued) {
      walk.faults.push(glued);
      continue;
    }
    if (key === '<<' && isScalar(pair.key) && pair.key.type === 'PLAIN') {
      for (const entry of mergedEntries(walk, pair.value, depth)) {
        if (entries.has(entry.key)) continue;
        entries.set(entry.key, entry);
        merged.add(entry);
      }
      continue;
    }
    if (map.flow && pair.value === null) {
      const found = keyWithoutValue(walk.read, key, start, end, previous);
      if (found) {
        if (found !== 'part') walk.faults.push(found);
        continue;
      }
    }
    const value = pair.value ? locate(walk, pair.value, depth) : emptyScalar(walk.read, end);
    const entry = { key, keySpan: walk.read.span(start, end), value };
    const known = entries.get(key);
    if (known && !merged.has(known)) {
      // A few keys again one after the other are one item without its dash.
      if (sinceDuplicate > 1) {
        const again = duplicateKey(known, start, end, map.flow !== true);
        const first = entries.size > 1 && entries.keys().next().value === key;
        const edits = first ? dashBefore(walk.read.text, map.range![0], start) : undefined;
        const slipped = edits || map.flow ? undefined : tooFarIn(walk.read.text, last!, start);
        walk.faults.push(slipped ?? (edits ? { ...again, edits } : again));
      }
      sinceDuplicate = 0;
      entries.set(key, { ...known, value: joinValues(known.value, value) });
      doubtful = true;
    } else {
      entries.set(key, entry);
      sinceDuplicate += 1;
    }
    previous = pair.value;
    last = entry;
  }
  const [start, end] = map.range!;
  const span = walk.read.span(start, end);
  return {
    kind: 'map',
    entries: [...entries.values()],
    span,
    ...(doubtful ? { doubtful: true } : {}),
  };
}

/** `term { start: 1 }` and `-text: Reach schools`: YAML takes all up to the colon for the key. */
function gluedKey(text: string, key: string, start: number): Fault | undefined {
  if (/[{[]/.test(key)) return bracketAfterKey(text, start);
  return /^-[A-Za-z]/.test(key) && fieldNames().has(key.slice(1))
    ? withoutSpace(text.slice(start, lineEnd(text, start)), start)
    : undefined;
}

function keyOf(walk: Walk, key: Node | null, depth: number): string | undefined {
  const repeated = key && isAlias(key) ? walk.anchors.resolve(key, depth) : undefined;
  if (repeated?.kind === 'scalar') return repeated.text;
  if (key && isScalar(key)) {
    const text = key.source ?? '';
    if (text !== '' && text.length <= maxKeyLength && !text.includes('\n')) return text;
  }
  const [start, end] = key?.range ?? [0, 0];
  const found = walk.read.text.slice(start, end).trim();
  const what = found === '' ? 'Nothing' : shown(found);
  const hint = 'Write a word on one line, then a colon and a space.';
  walk.faults.push(
    fault('yaml/bad-key', start, end, `${what} stands where a key is expected.`, hint),
  );
  return undefined;
}

function mergedEntries(walk: Walk, value: Node | null, depth: number): readonly LocatedEntry[] {
  const repeated = value && isAlias(value) ? walk.anchors.resolve(value, depth) : undefined;
  // Why there is nothing to repeat is reported already.
  if (value && isAlias(value) && !repeated) return [];
  const located = repeated ?? locate(walk, value, depth);
  const found = new Map<string, LocatedEntry>();
  for (const map of located.kind === 'list' ? located.items : [located]) {
    if (map.kind !== 'map') {
      const [start, end] = value?.range ?? [0, 0];
      const message = '`<<` copies the keys of a map, but no map follows it.';
      const hint = 'Write `<<: *name`, where `&name` marks a map further up.';
      walk.faults.push(fault('yaml/merge', start, end, message, hint));
      return [];
    }
    for (const entry of map.entries) if (!found.has(entry.key)) found.set(entry.key, entry);
  }
  return [...found.values()];
}
