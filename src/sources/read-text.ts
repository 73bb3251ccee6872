// The text being parsed together with the file it came from: turns offsets into spans and lines
// of the file as written, also when the text was repaired to find more faults.

import type { CST } from 'yaml';
import { positionAt, type Source, type Span } from '../base/source.ts';
import { originOf, type Repaired } from './edits.ts';
import { visitTokens } from './parse.ts';

/** The text that was parsed, with the way back to the source. */
export interface ReadText {
  readonly text: string;
  readonly source: Source;
  /** True when offsets of `text` are not those of the source. */
  readonly repaired: boolean;
  /** Returns the span in the source of a stretch of `text`. */
  span(start: number, end: number): Span;
  /** Returns the offset in the source. */
  origin(offset: number): number;
  /** Returns the 1-based line in the source. */
  line(offset: number): number;
  /** Returns true for an offset between brackets or braces. */
  inFlow(offset: number): boolean;
}

/** Makes the way back from a text, repaired or not, to its source. */
export function readText(source: Source, repaired: Repaired, tree?: CST.Document): ReadText {
  let flows: readonly Stretch[] | undefined;
  const origin = (offset: number): number => originOf(repaired, offset);
  return {
    text: repaired.text,
    source,
    repaired: repaired.origin !== undefined,
    origin,
    span: (start, end) => {
      const length = source.text.length;
      const from = Math.min(origin(start), length);
      return { source, start: from, end: Math.min(Math.max(from, origin(end)), length) };
    },
    line: (offset) => positionAt(source, origin(offset)).line,
    inFlow: (offset) => {
      flows ??= flowStretches(tree, repaired.text.length);
      return flows.some(({ start, end }) => start < offset && offset < end);
    },
  };
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Returns all brackets and braces; one that is not closed reaches to the end. */
function flowStretches(tree: CST.Document | undefined, end: number): readonly Stretch[] {
  const found: Stretch[] = [];
  visitTokens(tree?.value, (token) => {
    if (token.type !== 'flow-collection') return;
    const close = token.end.find((each) => each.type !== 'space' && each.type !== 'newline');
    found.push({ start: token.offset, end: close ? close.offset + 1 : end });
  });
  return found;
}
