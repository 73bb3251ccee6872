// Data with places: what sources/ makes of YAML (later of spreadsheets), before anybody knows
// what the fields mean. Carries source characters, so that spec/ can take text as it was written.

import type { Path, Span } from '../base/source.ts';

/** A scalar with the value its format reads and the characters that stand in the source. */
export interface LocatedScalar {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  /** The characters as written (escapes and folding resolved for quoted and block scalars). */
  readonly text: string;
  /** False for quoted and block scalars, which are always text. */
  readonly plain: boolean;
  readonly span: Span;
  /** Source offset of the UTF-16 unit `index` of `text`; increasing, one entry for each unit and one for the end. */
  readonly offsets?: () => readonly number[];
}

/** A list with its items in order. */
export interface LocatedList {
  readonly kind: 'list';
  readonly items: readonly Located[];
  readonly span: Span;
}

/** One key of a map. */
export interface LocatedEntry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: Located;
}

/** A map with its entries in order; keys are unique. */
export interface LocatedMap {
  readonly kind: 'map';
  readonly entries: readonly LocatedEntry[];
  readonly span: Span;
  /** On the root: faults were repaired by guessing, to find more of them; never make a paper of it. */
  readonly repaired?: true;
  /** A key stands here twice, so another that was meant is missing. */
  readonly doubtful?: true;
}

/** Data with places. */
export type Located = LocatedScalar | LocatedList | LocatedMap;

/**
 * Returns true where nothing was filled in: nothing at all, `~` or `null`, without quotes.
 * `Null` and `NULL` may be a name.
 */
export function isLeftOut(node: Located): boolean {
  if (node.kind !== 'scalar' || node.value !== null || !node.plain) return false;
  return node.text === '' || node.text === '~' || node.text === 'null';
}

/**
 * Returns the span of the value at `path`, or of the closest thing that is there:
 * for something missing, the key of its parent; for a whole section, the first line of the spec.
 */
export function spanAt(root: Located, path: Path): Span {
  let node = root;
  let place = firstLine(root);
  for (const step of path) {
    if (node.kind === 'map') {
      const entry = node.entries.find((each) => each.key === step);
      if (!entry) return place;
      // A map or list as a whole is best shown by its key; a scalar by itself.
      place = entry.value.kind === 'scalar' ? entry.value.span : entry.keySpan;
      node = entry.value;
    } else if (node.kind === 'list' && typeof step === 'number') {
      const item = node.items[step];
      if (!item) return place;
      place = firstLine(item);
      node = item;
    } else return place;
  }
  return place;
}

/**
 * Returns the span of the UTF-16 units `start` to `end` of the text at `path`; where the text has no
 * units of its own in the source, the span of the whole.
 */
export function spanWithin(root: Located, path: Path, start: number, end: number): Span {
  const node = nodeAt(root, path);
  if (node?.kind !== 'scalar') return spanAt(root, path);
  const offsets = node.offsets?.();
  const from = offsets?.[start];
  const to = offsets?.[end];
  return from === undefined || to === undefined
    ? node.span
    : { source: node.span.source, start: from, end: to };
}

/** Returns the node at `path`, or `undefined`. */
export function nodeAt(root: Located, path: Path): Located | undefined {
  let node: Located | undefined = root;
  for (const step of path) {
    if (node?.kind === 'map') node = node.entries.find((each) => each.key === step)?.value;
    else if (node?.kind === 'list' && typeof step === 'number') node = node.items[step];
    else return undefined;
  }
  return node;
}

/** Returns the span of an item, cut at its first entry so that a frame shows one line. */
function firstLine(item: Located): Span {
  const first = item.kind === 'map' ? item.entries[0] : undefined;
  if (!first) return item.span;
  const value = first.value;
  const together = value.span.source === first.keySpan.source;
  return value.kind === 'scalar' && together && value.span.end > value.span.start
    ? { ...first.keySpan, end: value.span.end }
    : first.keySpan;
}
