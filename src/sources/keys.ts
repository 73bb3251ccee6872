// Faults around keys: a colon inside a text, a line without one, a colon or dash without its space.
// One family of faults for explain.ts; decides by the line and by the names of our own fields.
// One of the explanations that explain.ts chooses from; reads lines, changes nothing.

import type { CST } from 'yaml';
import { fieldNames } from '../model/field-names.ts';
import { type Fault, fault, shown } from './fault.ts';
import { misplacedLine } from './indentation.ts';
import {
  indentOf,
  lineEnd,
  lineOf,
  lineStart,
  quoted,
  quoteEdits,
  trimEnd,
  valueEnd,
} from './lines.ts';
import { withoutSpace } from './missing-spaces.ts';
import { openQuote } from './quotes.ts';
import { type ReadErrors, tokensWhere } from './read-errors.ts';

const isBlockMap = (token: CST.Token): token is CST.BlockMap => token.type === 'block-map';

/** Returns the fault for a map that starts inside a value: a second colon, or a line too far right. */
export function nestedKey(context: ReadErrors, start: number, end: number): Fault | undefined {
  const { read, tree } = context;
  const { text } = read;
  if (
    /^\s*-(?:\s|$)/.test(lineOf(text, start)) &&
    text.slice(lineStart(text, start), start).trim() === ''
  ) {
    return misplacedLine(context, start);
  }
  const map = tokensWhere(tree, isBlockMap).find((token) => token.offset === start);
  const key = map?.items[0]?.key;
  const source = key && 'source' in key ? key.source : '';
  if (source.includes('\n')) {
    const last = source.split('\n').at(-1)!.trim();
    const at = start + source.length - last.length;
    if (read.inFlow(start))
      return missingComma(text, trimEnd(text, start, start + source.indexOf('\n')));
    if (fieldNames().has(last)) return misplacedLine(context, at);
  }
  const inFlow = read.inFlow(start);
  const stop = inFlow
    ? trimEnd(text, start, Math.min(end, lineEnd(text, start)))
    : valueEnd(text, start, false);
  const value = text.slice(start, Math.max(stop, start + 1));
  return fault(
    'yaml/colon-in-text',
    start,
    Math.max(stop, start + 1),
    `The text ${shown(lineWithColon(value))} contains a colon and a space, which YAML takes for a new key.`,
    `Put the text in quotes: ${quoted(value)}.`,
    quoteEdits(text, start, Math.max(stop, start + 1)),
  );
}

function lineWithColon(value: string): string {
  return value.split('\n').find((line) => /:(?:\s|$)/.test(line)) ?? value;
}

/** Returns the fault for a key that reaches over lines: its first line is no key at all. */
export function splitKey(context: ReadErrors, start: number, end: number): Fault | undefined {
  const { read } = context;
  const { text } = read;
  if (text[start] === '"' || text[start] === "'") return openQuote(read, start);
  const feed = text.indexOf('\n', start);
  if (read.inFlow(start)) return missingComma(text, trimEnd(text, start, feed < 0 ? end : feed));
  if (end - start > 1024 && (feed < 0 || feed > end)) {
    const message = `${shown(text.slice(start, end))} is too long for a key.`;
    return fault('yaml/bad-key', start, end, message, 'Put long text after a key and a colon.');
  }
  return keyLine(context, start);
}

function missingComma(text: string, at: number): Fault {
  const line = text.slice(lineStart(text, at), at);
  return fault(
    'yaml/missing-comma',
    at,
    at + 1,
    `After ${shown(line)} a comma is missing.`,
    'Put a comma between two items.',
    [{ start: at, end: at, text: ',' }],
  );
}

/** Returns the fault for a line that should hold a key or a list item, and does not. */
export function keyLine(context: ReadErrors, at: number): Fault {
  const { text } = context.read;
  const start = lineStart(text, at) + indentOf(text, lineStart(text, at));
  const stop = lineEnd(text, start);
  const line = text.slice(start, stop);
  const without = withoutSpace(line, start);
  if (without) return without;
  const misplaced = misplacedLine(context, at, true);
  if (misplaced) return misplaced;
  const lead = /^(?:-[ \t]+)*/.exec(line)![0].length;
  const word = /^[A-Za-z]+(?=[ \t]|$)/.exec(line.slice(lead))?.[0];
  const known = word !== undefined && fieldNames().has(word);
  const after = start + lead + (word?.length ?? 0);
  return fault(
    'yaml/missing-colon',
    start,
    Math.max(trimEnd(text, start, stop), start + 1),
    known
      ? `After \`${word}\` a colon is missing.`
      : `${shown(line)} is neither a key with a colon nor an item with a dash.`,
    known
      ? `Write \`${`${word}: ${line.slice(lead + word.length).trim()}`.trim()}\`.`
      : 'If it belongs to the text above, indent it further than the key; if it is a key, put a colon and a space after it.',
    known ? [{ start: after, end: after, text: ':' }] : [{ start, end: stop, text: '' }],
  );
}
