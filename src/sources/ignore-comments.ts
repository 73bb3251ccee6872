// Comments that accept a finding: `# pactwright-ignore-next-line rule-id by NAME: reason`.
// Finds them in the text with the line that they are for; whether they accept anything is not known here.

import { lineAt, positionAt, type Source, type Span } from '../base/source.ts';
import type { Located } from '../model/located.ts';

/** A comment as it stands; what is missing in it is absent. */
export interface IgnoreComment {
  /** From the `#` to the end of the line. */
  readonly span: Span;
  /** The 1-based line that it is for: the next one that is more than a comment. */
  readonly line: number;
  readonly rule?: string;
  readonly by?: string;
  readonly reason?: string;
}

const marker = /(?<=^|[ \t])#[ \t]*pactwright-ignore-next-line\b[^\r\n]*/gm;
const form =
  /^#[ \t]*pactwright-ignore-next-line\b[ \t:]*(?!by\b)([^\s:]+)?[ \t]*(?:by\b[ \t]*([^:]*))?(?::(.*))?/i;

/** Returns the comments in order; what looks like one inside a text of the spec is text. */
export function ignoreComments(source: Source, located: Located): readonly IgnoreComment[] {
  if (!source.text.includes('pactwright-ignore-next-line')) return [];
  const matches = [...source.text.matchAll(marker)];
  if (matches.length === 0) return [];
  const texts = scalarSpans(located);
  return matches.flatMap((match) => {
    const start = match.index;
    if (texts.some((span) => start >= span.start && start < span.end)) return [];
    const written = match[0].trimEnd();
    const [, rule, by, reason] = form.exec(written) ?? [];
    return [
      {
        span: { source, start, end: start + written.length },
        line: nextLine(source, positionAt(source, start).line),
        ...named('rule', rule),
        ...named('by', by),
        ...named('reason', reason),
      },
    ];
  });
}

function named<Key extends 'rule' | 'by' | 'reason'>(
  key: Key,
  text: string | undefined,
): { readonly [K in Key]?: string } {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? {} : ({ [key]: trimmed } as { readonly [K in Key]?: string });
}

/** Several comments may stand above one line. */
function nextLine(source: Source, from: number): number {
  let line = from + 1;
  while (/^\s*#/.test(lineAt(source, line) ?? '')) line += 1;
  return line;
}

function scalarSpans(node: Located): readonly Span[] {
  switch (node.kind) {
    case 'scalar':
      return [node.span];
    case 'list':
      return node.items.flatMap(scalarSpans);
    case 'map':
      return node.entries.flatMap(({ value }) => scalarSpans(value));
  }
}
