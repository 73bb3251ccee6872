// Quotes that are not closed, and text that goes on after a closing quote.
// One family of faults for explain.ts; decides by the token tree and by how the lines look.
// One of the explanations that explain.ts chooses from; reads tokens, changes nothing.

import { type Fault, fault, shown } from './fault.ts';
import {
  endBeforeComment,
  lineEnd,
  lineOf,
  lineStart,
  quoted,
  quoteEdits,
  trimEnd,
  valueEnd,
} from './lines.ts';
import { isQuoted, type ReadErrors, tokensWhere } from './read-errors.ts';
import type { ReadText } from './read-text.ts';

/** Returns the fault for the quote whose text ends at `at` without a closing one. */
export function unclosedQuote({ read, tree }: ReadErrors, at: number): Fault | undefined {
  const token = tokensWhere(tree, isQuoted).find(
    ({ offset, source }) =>
      offset + source.length >= at &&
      offset < at &&
      (source.length === 1 || source.at(-1) !== source[0]),
  );
  return token && openQuote(read, token.offset);
}

/** Returns the fault for a quote that is opened at `start` and not closed on its line. */
export function openQuote(read: ReadText, start: number): Fault {
  const { text } = read;
  const quote = text[start]!;
  const end = closingPlace(read, start);
  return fault(
    'yaml/unclosed-quote',
    start,
    end,
    `The quote before ${shown(text.slice(start + 1, end))} is not closed.`,
    `Put a \`${quote}\` at the end of the text.`,
    [{ start: end, end, text: quote }],
  );
}

function closingPlace(read: ReadText, start: number): number {
  const { text } = read;
  if (read.inFlow(start)) {
    const line = text.slice(start, lineEnd(text, start));
    const inMap = /[{,][ \t]*[A-Za-z]+:[ \t]+$/.test(text.slice(lineStart(text, start), start));
    // Between braces a comma that no key follows belongs to the text.
    const next = inMap ? /,[ \t]*[A-Za-z]+:[ \t]|[}\]]/.exec(line) : null;
    const end = next ? trimEnd(text, start, start + next.index) : valueEnd(text, start, true);
    return Math.max(start + 1, end);
  }
  return Math.max(start + 1, endBeforeComment(text, start));
}

/** Returns the fault for text at `at` that follows a closing quote, or `undefined` if none does. */
export function textAfterQuote({ read, tree }: ReadErrors, at: number): Fault | undefined {
  const { text } = read;
  const token = tokensWhere(tree, isQuoted).find(
    ({ offset, source }) =>
      offset < at &&
      text.slice(offset + source.length, at).trim() === '' &&
      offset + source.length <= at,
  );
  if (!token) return undefined;
  const close = token.offset + token.source.length;
  // A quote that is closed lines further down was most likely never closed.
  const lines = token.source.split('\n');
  if (
    lines.length > 1 &&
    lines.slice(1).some((line) => /^\s*(?:- )?[\p{L}_][\p{L}\w-]*:(?:\s|$)/u.test(line))
  ) {
    return openQuote(read, token.offset);
  }
  const quote = text[token.offset]!;
  const end = Math.max(at + 1, valueEnd(text, at, read.inFlow(at)));
  const value = text.slice(token.offset, end);
  if (quote === "'" && close === at) {
    const inner = value.slice(1, value.endsWith("'") ? -1 : undefined);
    return fault(
      'yaml/text-after-quote',
      close - 1,
      end,
      `The text ends at the apostrophe before ${shown(text.slice(at, lineEnd(text, at)))}.`,
      `Use double quotes around it: ${quoted(inner)}; or write the apostrophe twice.`,
      quoteEdits(text, token.offset, end),
    );
  }
  return fault(
    'yaml/text-after-quote',
    at,
    end,
    `${shown(text.slice(at, end))} follows a closing quote, where the text has ended.`,
    `Put quotes around all of it: '${lineOf(value.replaceAll("'", "''"), 0)}'.`,
    quoteEdits(text, token.offset, end),
  );
}
