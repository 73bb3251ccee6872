// Items of a list that lack their dash, or start with another sign: a long dash, a bullet, an asterisk.
// The first is one of the explanations that explain.ts chooses from; the second is valid YAML often
// enough to be looked for before. Reads lines, changes nothing.

import type { CST } from 'yaml';
import { listNames } from '../model/field-names.ts';
import { columnOf, isDash, opens } from './blame.ts';
import type { Edit } from './edits.ts';
import { type Fault, fault, shown } from './fault.ts';
import {
  indentOf,
  isBlankLine,
  lineEnd,
  lineOf,
  lineStart,
  nextContentLine,
  nextLine,
  previousContentLine,
} from './lines.ts';
import { isBlock, isQuoted, tokensWhere } from './read-errors.ts';
import type { ReadText } from './read-text.ts';

const otherSigns: Readonly<Record<string, string>> = {
  '–': 'a long dash',
  '—': 'a long dash',
  '−': 'a minus sign',
  '*': 'an asterisk',
};
const signLine = /^( *)([–—−*•‣▪●◦·])[ \t]+(?=\S)/gm;

/** Returns the fault for all items that start with a sign which only looks like a dash, or `undefined`. */
export function otherListSigns(read: ReadText, tree: CST.Document | undefined): Fault | undefined {
  const { text } = read;
  const lines = [...text.matchAll(signLine)];
  if (lines.length === 0) return undefined;
  const texts = [...tokensWhere(tree, isBlock), ...tokensWhere(tree, isQuoted)];
  const signs = new Set<number>();
  for (const { index, 1: lead = '' } of lines) {
    const inText = texts.some(
      ({ offset, source }) => index > offset && index < offset + source.length,
    );
    if (!inText && isItem(text, index, lead.length, signs)) signs.add(index);
  }
  const [first] = signs;
  if (first === undefined) return undefined;
  const at = first + indentOf(text, first);
  const more = signs.size - 1;
  const others = more === 0 ? '' : `, and so ${more === 1 ? 'does 1 more' : `do ${more} more`}`;
  const name = otherSigns[text[at]!] ?? 'a bullet';
  const line = lineOf(text, at).trim();
  return fault(
    'yaml/missing-dash',
    at,
    lineEnd(text, at),
    `${shown(line)} starts with ${name} (${text[at]}) where an item of a list needs a hyphen (-)${others}.`,
    `Write \`- ${line.slice(1).trim()}\`; word processors put other signs in by themselves.`,
    [...signs].map((start) => {
      const sign = start + indentOf(text, start);
      return { start: sign, end: sign + 1, text: '-' };
    }),
  );
}

/** True where a list goes on, or starts below a key that takes one. */
function isItem(text: string, start: number, column: number, signs: ReadonlySet<number>): boolean {
  let above = previousContentLine(text, start);
  while (above !== undefined && indentOf(text, above) > column)
    above = previousContentLine(text, above);
  if (above === undefined) return false;
  const line = lineOf(text, above);
  if (indentOf(text, above) === column && (isDash(line) || signs.has(above))) return true;
  return opensList(line);
}

/** Returns true for a line whose key takes a list, which starts on the next line. */
export function opensList(line: string): boolean {
  const key = /^ *(?:- +)*([A-Za-z]+):[ \t]*(?:#.*)?$/.exec(line)?.[1];
  return key !== undefined && listNames().has(key);
}

/** Returns the fault for the item that lacks its dash, at or above the line of `at`, or `undefined`. */
export function withoutDash(text: string, at: number): Fault | undefined {
  let start: number | undefined = lineStart(text, at);
  if (isBlankLine(lineOf(text, start))) start = nextContentLine(text, start);
  if (start === undefined) return undefined;
  const next = nextContentLine(text, start);
  const below = next === undefined ? undefined : (bracesBelow(text, next) ?? keyAbove(text, next));
  if (below) return below;
  return isDash(lineOf(text, start))
    ? firstWithoutDash(text, start)
    : laterWithoutDash(text, start);
}

/** `- Printing` and, below it, `{ what: Posters }`: braces can only be the next item. */
function bracesBelow(text: string, start: number): Fault | undefined {
  const above = previousContentLine(text, start);
  if (above === undefined || !lineOf(text, start).trimStart().startsWith('{')) return undefined;
  const head = lineOf(text, above);
  if (!isDash(head) || opens(head) || columnOf(head, false) !== indentOf(text, start))
    return undefined;
  return lacking(text, start, indentOf(text, above));
}

/** `contacts:`, then `name: Dana` without a dash, then `title: …` where the keys of an item stand. */
function keyAbove(text: string, start: number): Fault | undefined {
  const first = previousContentLine(text, start);
  const parent = first === undefined ? undefined : previousContentLine(text, first);
  if (first === undefined || parent === undefined) return undefined;
  const head = lineOf(text, first);
  const indent = indentOf(text, first);
  if (isDash(head) || opens(head) || keyOf(head) === undefined) return undefined;
  if (indentOf(text, start) !== indent + 2 || indentOf(text, parent) >= indent) return undefined;
  return opensList(lineOf(text, parent)) ? lacking(text, first, indent) : undefined;
}

/** `contacts:`, then `name: Dana` without a dash, then `- name: Luis`. */
function firstWithoutDash(text: string, start: number): Fault | undefined {
  const column = indentOf(text, start);
  let first: number | undefined;
  let above = previousContentLine(text, start);
  while (above !== undefined && indentOf(text, above) >= column) {
    if (indentOf(text, above) === column && isDash(lineOf(text, above))) return undefined;
    first = above;
    above = previousContentLine(text, above);
  }
  if (first === undefined || above === undefined || !opensList(lineOf(text, above)))
    return undefined;
  return isDash(lineOf(text, first)) ? undefined : lacking(text, first, column);
}

/** A line in the column of the dashes, or braces below an item, which can only be the next item. */
function laterWithoutDash(text: string, start: number): Fault | undefined {
  const column = indentOf(text, start);
  const line = lineOf(text, start).trim();
  let above = previousContentLine(text, start);
  const misplaced = bracesBelow(text, start) ?? keyAbove(text, start);
  if (misplaced) return misplaced;
  const keys = new Set<string | undefined>();
  while (above !== undefined && indentOf(text, above) > column) {
    if (indentOf(text, above) === column + 2) keys.add(keyOf(lineOf(text, above)));
    above = previousContentLine(text, above);
  }
  if (above === undefined || indentOf(text, above) !== column || !isDash(lineOf(text, above)))
    return undefined;
  keys.add(keyOf(lineOf(text, above)));
  if (!/:(?:\s|$)/.test(line)) return lacking(text, start, column, true);
  const key = keyOf(line);
  const item = line.startsWith('{') || (key !== undefined && keys.has(key));
  return item ? lacking(text, start, column) : undefined;
}

function keyOf(line: string): string | undefined {
  return /^ *(?:- +)*([A-Za-z]+):(?:\s|$)/.exec(line)?.[1];
}

/**
 * Returns the fault of the line at `start`, whose dash belongs in `column`; with `orText` it may as
 * well go on with the text above.
 */
export function lacking(text: string, start: number, column: number, orText?: true): Fault {
  const indent = indentOf(text, start);
  const line = lineOf(text, start).trim();
  const edits: Edit[] = [{ start: start + column, end: start + indent, text: '- ' }];
  if (indent !== column + 2) {
    // What stands below moves along with it.
    for (let at = nextLine(text, start); at !== undefined; at = nextLine(text, at)) {
      if (isBlankLine(lineOf(text, at))) continue;
      const next = indentOf(text, at);
      if (next < indent || (next === indent && isDash(lineOf(text, at)))) break;
      if (indent === column && next > column) break;
      edits.push({ start: at, end: at + indent, text: ' '.repeat(column + 2) });
    }
  }
  const short = line.length > 40 ? `${line.slice(0, 39)}…` : line;
  const place = indent === column ? '' : ', in the column of the other dashes';
  return fault(
    'yaml/missing-dash',
    start + indent,
    lineEnd(text, start),
    `The dash before ${shown(line)} is missing, so it does not start an item of the list.`,
    orText
      ? `Write \`- ${short}\`; if it belongs to the text above, indent it by two more spaces.`
      : `Write \`- ${short}\`${place}.`,
    edits,
  );
}
