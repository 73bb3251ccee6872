// Text without quotes that YAML reads otherwise than it looks: a # that cuts it off, list items
// without a space, a key without one. Valid YAML, so the library says nothing.

import type { Scalar } from 'yaml';
import { fieldNames } from '../model/field-names.ts';
import { type Fault, fault, shown } from './fault.ts';
import { lineEnd, lineOf, lineStart, previousContentLine, quoted } from './lines.ts';
import { lacking, opensList } from './missing-dashes.ts';
import type { ReadText } from './read-text.ts';

/** Adds the faults of one value that is written without quotes. */
export function plainFaults(read: ReadText, node: Scalar, faults: Fault[]): void {
  const [start, end] = node.range!;
  const { text } = read;
  cutComment(read, start, end, faults);
  if (start === end) return;
  const first = text[start];
  if (first === '-' && typeof node.value === 'string') dashWithoutSpace(read, start, end, faults);
  const source = node.source ?? '';
  curlyQuotes(source, start, end, faults);
  if (source.includes(':')) keyWithoutSpace(read, start, source, faults);
  if (end - start !== source.length || text.indexOf('\n', start) < end) {
    listInText(read, start, end, faults);
  }
}

/** Warns of `Room #4`, which is read as `Room`, and of `color: #1F4E79`, which is read as nothing. */
function cutComment(read: ReadText, start: number, end: number, faults: Fault[]): void {
  const { text } = read;
  let hash = end;
  while (text[hash] === ' ' || text[hash] === '\t') hash += 1;
  if (text[hash] !== '#') return;
  let blank = hash;
  while (blank > 0 && ' \t'.includes(text[blank - 1]!)) blank -= 1;
  const next = text[hash + 1];
  if (next === undefined || /[\s#!]/.test(next)) return;
  const stop = lineEnd(text, hash);
  const comment = text.slice(hash, stop);
  // A comment set apart by more spaces is meant as one, unless it is a colour or a number.
  const nothing = start === end;
  if (hash - blank > 1 && !(nothing && /^#[0-9a-fA-F]/.test(comment))) return;
  const value = text.slice(start, end);
  const whole = `${value.split('\n').at(-1)!.trim()} ${comment}`.trim();
  faults.push({
    ...fault(
      'yaml/cut-comment',
      hash,
      stop,
      nothing
        ? `${shown(comment)} is read as a comment, so nothing is filled in here.`
        : `${shown(comment)} is read as a comment, so only ${shown(value)} is kept.`,
      `If it belongs to the text, put the whole text in quotes: ${quoted(whole)}; if it is a comment, put a space after the #.`,
    ),
    severity: 'warning',
  });
}

/** The quotation marks of word processors, by the one that opens. */
const curly: readonly RegExp[] = [
  /^[“„”][^“„”]+[“”]$/su,
  /^[‘‚][^‘‚’]+’$/su,
  /^«[^«»]+»$/su,
  /^»[^«»]+«$/su,
];

/** Warns of `“Stars over Riverbend”`: marks that a word processor puts, and YAML takes for letters. */
function curlyQuotes(source: string, start: number, end: number, faults: Fault[]): void {
  if (!curly.some((marks) => marks.test(source))) return;
  const inside = source.slice(1, -1).trim();
  faults.push({
    ...fault(
      'yaml/curly-quotes',
      start,
      end,
      `The curly quotes ${source.at(0)} and ${source.at(-1)} are read as part of the text.`,
      `Delete them, or write straight quotes: ${quoted(inside)}. To print them, put straight quotes around them.`,
    ),
    severity: 'warning',
  });
}

function isFirstOnLine(text: string, at: number): boolean {
  return text.slice(lineStart(text, at), at).trim() === '';
}

/** Reports `-foo` on a line of its own: a list item whose dash lacks its space. */
function dashWithoutSpace(read: ReadText, start: number, end: number, faults: Fault[]): void {
  const { text } = read;
  if (!isFirstOnLine(text, start) || read.inFlow(start) || text[start + 1] === '-') return;
  const edits = [...text.slice(start, end).matchAll(/(?:^|\n)[ \t]*-(?=[^\s-])/g)].map((match) => {
    const at = start + match.index + match[0].length;
    return { start: at, end: at, text: ' ' };
  });
  const item = text.slice(start + 1, Math.min(end, lineEnd(text, start)));
  faults.push(
    fault(
      'yaml/space-after-dash',
      start,
      Math.min(end, lineEnd(text, start)),
      `After the dash of ${shown(item)} a space is missing.`,
      `Write \`- ${item.trim()}\`.`,
      edits,
    ),
  );
}

/** Reports `name:Dana`: a key of ours whose colon lacks its space. */
function keyWithoutSpace(read: ReadText, start: number, source: string, faults: Fault[]): void {
  const key = /^([A-Za-z]+):(?=[^\s/])/.exec(source)?.[1];
  if (key === undefined || !fieldNames().has(key)) return;
  const { text } = read;
  const before = text.slice(lineStart(text, start), start);
  if (!/^[ \t]*(?:-[ \t]+)*$/.test(before)) return;
  const at = start + key.length + 1;
  const stop = lineEnd(text, start);
  faults.push(
    fault(
      'yaml/missing-space',
      start,
      stop,
      `After the colon of \`${key}\` a space is missing.`,
      `Write \`${key}: ${text.slice(at, stop).trim()}\`.`,
      [{ start: at, end: at, text: ' ' }],
    ),
  );
}

/** Warns of a line that starts with a dash and yet belongs to the text above it. */
function listInText(read: ReadText, start: number, end: number, faults: Fault[]): void {
  const match = /\n[ \t]*(-[ \t]+\S.*)/.exec(read.text.slice(start, end));
  if (!match || read.inFlow(start) || read.text[start] === '-') return;
  const line = match[1]!;
  const at = start + match.index + match[0].length - line.length;
  const above = previousContentLine(read.text, start);
  if (
    above !== undefined &&
    isFirstOnLine(read.text, start) &&
    opensList(lineOf(read.text, above))
  ) {
    const first = lineStart(read.text, start);
    faults.push(lacking(read.text, first, Math.min(at - lineStart(read.text, at), start - first)));
    return;
  }
  faults.push({
    ...fault(
      'yaml/indentation',
      at,
      at + line.trimEnd().length,
      `${shown(line)} is read as part of the text above it, not as an item of a list.`,
      'Start it in the same column as the other items, or put the text in quotes.',
    ),
    severity: 'warning',
  });
}
