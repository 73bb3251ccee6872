// What stays as it is typed inside the paragraphs of a prose text although Markdown would read it:
// found by the parser that composes prose, with offsets into the text as written.
// Finds places; what is said about them is not decided here.

import { parseProse } from './prose-parser.ts';
import { type Literal, proseSpans, type RefusedLink } from './prose-spans.ts';

/** A stretch that is printed as it is typed. */
export interface LiteralStretch {
  readonly what: Literal;
  readonly start: number;
  readonly end: number;
}

/** The links that are no links here, and the stretches that stay literal, in order. */
export interface ProseLiterals {
  readonly refused: readonly RefusedLink[];
  readonly literal: readonly LiteralStretch[];
}

/** Finds them in a prose text; offsets are UTF-16 units, at most to the end of the line. */
export function proseLiterals(text: string): ProseLiterals {
  const refused: RefusedLink[] = [];
  const literal: LiteralStretch[] = [];
  let from = 0;
  for (const token of parseProse(text)) {
    if (token.type !== 'inline') continue;
    const { content } = token;
    const spans = proseSpans(content);
    const found = [
      ...spans.refused,
      ...[...spans.at.values()].filter((span) => span.kind === 'literal' && span.what !== 'link'),
    ].sort((one, other) => one.start - other.start);
    for (const each of found) {
      // A line stands in the text as in the paragraph; indentation may be cut from the next ones.
      const written = content.slice(each.start, each.end).split('\n')[0]!;
      const start = Math.max(0, text.indexOf(written, from));
      const end = start + written.length;
      // What stands in a refused link's label may be found as well: do not step over it.
      from = 'kind' in each ? end : start + 1;
      if (!('kind' in each)) refused.push({ ...each, start, end });
      else if (each.kind === 'literal') literal.push({ what: each.what, start, end });
    }
  }
  return { refused, literal };
}
