// Brackets and braces that are not closed, or closed by the wrong sign.
// One family of faults for explain.ts; decides by the token tree and the signs in the text.
// One of the explanations that explain.ts chooses from; reads tokens, changes nothing.

import type { CST } from 'yaml';
import { fieldNames } from '../model/field-names.ts';
import { type Fault, fault, shown } from './fault.ts';
import { tabs } from './indentation.ts';
import { indentOf, lineEnd, lineStart, quoted, trimEnd } from './lines.ts';
import { isFlow, type ReadErrors, tokensWhere } from './read-errors.ts';

/**
 * Returns the fault for brackets that open before `at` and are not closed, or `undefined`.
 * With `onlyAtEnd`, only if nothing but blanks follows `at`.
 */
export function unclosedBracket(
  { read, tree }: ReadErrors,
  at: number,
  onlyAtEnd = false,
): Fault | undefined {
  const { text } = read;
  if (onlyAtEnd && text.slice(at).trim() !== '') return undefined;
  const open = tokensWhere(tree, isFlow).filter((each) => each.offset < at && !isClosed(each));
  const token = open.at(-1);
  if (!token) return undefined;
  const around = open.at(-2);
  const column = lineStart(text, at) + indentOf(text, lineStart(text, at));
  if (text[column] === '\t') return tabs(read, [column]);
  const sign = token.start.source;
  const closer = sign === '{' ? '}' : ']';
  const start = token.offset;
  const wrong = sign === '{' ? ']' : '}';
  if (text[at] === wrong && around && around.start.source !== sign) {
    const keys = sign === '[' ? text.slice(start, at).matchAll(/,[ \t]*([A-Za-z]+):[ \t]/g) : [];
    const key = [...keys].find((match) => fieldNames().has(match[1]!));
    const last = key ? start + key.index : trimEnd(text, start + 1, at);
    return fault(
      'yaml/unclosed-bracket',
      start,
      last,
      `The \`${sign}\` before ${shown(text.slice(start + 1, last))} is not closed.`,
      `Put a \`${closer}\` after it.`,
      [{ start: last, end: last, text: closer }],
    );
  }
  if (text[at] === wrong) {
    return fault(
      'yaml/unclosed-bracket',
      at,
      at + 1,
      `A \`${sign}\` is closed by \`${wrong}\`.`,
      `Write \`${closer}\`.`,
      [{ start: at, end: at + 1, text: closer }],
    );
  }
  const cut = cutByComment(text, start, closer);
  if (cut) return cut;
  const end = trimEnd(text, start + 1, at);
  const stop = Math.min(end, lineEnd(text, start));
  return fault(
    'yaml/unclosed-bracket',
    start,
    Math.max(stop, start + 1),
    `The \`${sign}\` before ${shown(text.slice(start + 1, lineEnd(text, start)))} is not closed.`,
    `Put a \`${closer}\` after the last item; if the \`${sign}\` belongs to a text, put the text in quotes.`,
    [{ start: end, end, text: closer }],
  );
}

function isClosed(token: CST.FlowCollection): boolean {
  const closer = token.start.source === '{' ? '}' : ']';
  return token.end.some((each) => each.source === closer);
}

/** `{ name: Room #4, … }`: the closing sign is part of what YAML takes for a comment. */
function cutByComment(text: string, start: number, closer: string): Fault | undefined {
  const stop = lineEnd(text, start);
  const line = text.slice(start, stop);
  const match = /[ \t]#(?=[^\s#!])/.exec(line);
  if (!match || !line.slice(match.index).includes(closer)) return undefined;
  const hash = start + match.index + 1;
  const value = /[^,:[\]{}]*$/.exec(line.slice(0, match.index))![0].trimStart();
  const from = start + match.index - value.length;
  const next = /[,\]}]/.exec(text.slice(hash, stop))!;
  const to = trimEnd(text, hash, hash + next.index);
  return fault(
    'yaml/cut-comment',
    hash,
    stop,
    `${shown(text.slice(hash, stop))} is read as a comment, so the rest of the line is lost.`,
    `Put the text in quotes: ${quoted(text.slice(from, to))}.`,
    [
      { start: from, end: from, text: "'" },
      { start: to, end: to, text: "'" },
    ],
  );
}
