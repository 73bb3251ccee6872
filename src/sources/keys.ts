// Faults around keys: a colon inside a text, a line without one, a colon or dash without its space.
// One family of faults for explain.ts; decides by the line and by the names of our own fields.
// One of the explanations that explain.ts chooses from; reads lines, changes nothing.

import type { CST } from 'yaml';
import { closest } from '../base/closest.ts';
import { fieldNames, oneLineNames } from '../model/field-names.ts';
import { isDash, opens } from './blame.ts';
import { type Fault, fault, shown } from './fault.ts';
import { misplacedLine } from './indentation.ts';
import {
  indentOf,
  lineEnd,
  lineOf,
  lineStart,
  nextContentLine,
  previousContentLine,
  quoted,
  quoteEdits,
  trimEnd,
  valueEnd,
} from './lines.ts';
import { withoutColon } from './missing-colons.ts';
import { withoutSpace } from './missing-spaces.ts';
import { moved, movedBy } from './moves.ts';
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
    if (fieldNames().has(last)) {
      const sameColumn = at - lineStart(text, at) === start - lineStart(text, start);
      return sameColumn ? keyLine(context, start) : furtherIn(context, at);
    }
    if (isMeantAsKey(text, start, last)) return furtherIn(context, at);
  }
  const dash = /^[ \t]*(?=-[^\s-])/.exec(lineOf(text, start))?.[0].length;
  const spaceless =
    dash === undefined
      ? undefined
      : withoutSpace(lineOf(text, start).trimStart(), lineStart(text, start) + dash);
  if (spaceless) return spaceless;
  const opened = bracketAfterKey(text, start) ?? closedOnly(text, start);
  if (opened) return opened;
  const inFlow = read.inFlow(start);
  const comma = inFlow ? commaBeforeKey(text, start) : undefined;
  if (comma) return comma;
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

/**
 * `name: Rosa Diaz` with `contact: …` further in below it: a word that nearly is a key of ours, below
 * a key whose text never goes on over lines.
 */
function isMeantAsKey(text: string, start: number, word: string): boolean {
  const above = /^[ \t]*(?:-[ \t]+)*([A-Za-z]+):[ \t]/.exec(lineOf(text, start))?.[1];
  if (above === undefined || !oneLineNames().has(above)) return false;
  return /^[\p{L}-]{4,}$/u.test(word) && closest(word, fieldNames()) !== undefined;
}

/** Says of a line that stands further in than one that has its value already where it belongs. */
function furtherIn(context: ReadErrors, at: number): Fault {
  const { read } = context;
  const found = misplacedLine(context, at);
  const above = previousContentLine(read.text, at);
  if (found.code !== 'yaml/indentation' || found.start !== at || above === undefined) return found;
  if (indentOf(read.text, above) >= at - lineStart(read.text, at)) return found;
  return {
    ...found,
    message: `Line ${read.line(at)} stands further in than line ${read.line(above)}, which has its value already.`,
    hint: `Move it back. ${found.hint ?? ''}`.trim(),
  };
}

/** `{ name: Pilot date: 2027-02-20 }`: a key of ours in the middle of a value. */
function commaBeforeKey(text: string, start: number): Fault | undefined {
  const line = text.slice(start, lineEnd(text, start));
  const [, before = '', blank = '', key = ''] =
    /^([^,{}[\]]*?[^\s,{}[\]])([ \t]+)([A-Za-z]+):\s/.exec(line) ?? [];
  const lead = text.slice(lineStart(text, start), start);
  if (!fieldNames().has(key) || !/[{,][ \t]*[A-Za-z]+:[ \t]+$/.test(lead)) return undefined;
  const at = start + before.length;
  const semicolon = before.endsWith(';');
  const stop = valueEnd(text, start, true);
  return fault(
    'yaml/missing-comma',
    at + blank.length,
    at + blank.length + key.length,
    semicolon
      ? `Before \`${key}\` stands a semicolon instead of a comma.`
      : `Before \`${key}\` a comma is missing.`,
    `Write \`${before.slice(0, semicolon ? -1 : undefined)}, ${key}: …\`; if it is all one text, put it in quotes: ${quoted(text.slice(start, stop))}.`,
    [{ start: semicolon ? at - 1 : at, end: at, text: ',' }],
  );
}

/** Returns the fault for `term { start: … }`: without its colon, the key is taken for a text. */
export function bracketAfterKey(text: string, start: number): Fault | undefined {
  const from = lineStart(text, start);
  const match = /^([ \t]*(?:-[ \t]+)*)([A-Za-z]+)([ \t]*[=：]|:?)[ \t]*(?=[{[])/.exec(
    lineOf(text, start),
  );
  if (!match || !fieldNames().has(match[2]!)) return undefined;
  const [, lead = '', word = '', colon = ''] = match;
  const key = from + lead.length;
  const after = key + word.length;
  const at = after + colon.length;
  const missing = colon === ':' ? 'a space' : 'a colon';
  return fault(
    colon === ':' ? 'yaml/missing-space' : 'yaml/missing-colon',
    key,
    lineEnd(text, start),
    `After \`${word}${colon === ':' ? colon : ''}\` ${missing} is missing.`,
    `Write \`${word}: ${text.slice(at, lineEnd(text, start)).trim()}\`.`,
    [{ start: after, end: at, text: ': ' }],
  );
}

/** `- what: Printing, value: 400 }`: the brace that opens the item is missing. */
function closedOnly(text: string, start: number): Fault | undefined {
  const from = lineStart(text, start);
  const match =
    /^([ \t]*(?:-[ \t]+)+|[ \t]*[A-Za-z]+:[ \t]+)([A-Za-z]+:[^{}]*)\}[ \t]*(?:#.*)?$/.exec(
      lineOf(text, start),
    );
  if (!match) return undefined;
  const at = from + match[1]!.length;
  const value = match[2]!.trim();
  return fault(
    'yaml/stray-bracket',
    at + match[2]!.length,
    at + match[2]!.length + 1,
    'The `}` closes nothing that is open.',
    `Put a \`{\` before ${shown(value)}.`,
    [{ start: at, end: at, text: '{ ' }],
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
  return itemBelow(text, start) ?? keyLine(context, start);
}

/** `- Printing` and, one column further right, `- { what: Posters }`: the second line stands wrong. */
function itemBelow(text: string, start: number): Fault | undefined {
  const from = lineStart(text, start);
  const next = nextContentLine(text, from);
  if (next === undefined || !isDash(lineOf(text, from)) || !isDash(lineOf(text, next)))
    return undefined;
  const [column, below] = [indentOf(text, from), indentOf(text, next)];
  if (below <= column) return undefined;
  const above = previousContentLine(text, from);
  const after = nextContentLine(text, next);
  const first = above === undefined || opens(lineOf(text, above));
  const more =
    after !== undefined && indentOf(text, after) === below && isDash(lineOf(text, after));
  return first && more
    ? movedBy(text, { from, until: next, by: below - column })
    : moved(text, next, below, column);
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
  return withoutColon(text, start);
}
