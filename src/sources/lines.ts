// Lines of a text and how far a value reaches, seen as a person sees them: by columns. For
// explaining faults where YAML itself lost the thread.

import type { Edit } from './edits.ts';

/** Returns where the line of an offset starts. */
export function lineStart(text: string, at: number): number {
  return at <= 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
}

/** Returns where the line of an offset ends, before its line end. */
export function lineEnd(text: string, at: number): number {
  const feed = text.indexOf('\n', at);
  const end = feed < 0 ? text.length : feed;
  return end > at && text[end - 1] === '\r' ? end - 1 : end;
}

/** Returns where the next line starts, or `undefined` at the end. */
export function nextLine(text: string, at: number): number | undefined {
  const feed = text.indexOf('\n', at);
  return feed < 0 || feed + 1 >= text.length ? undefined : feed + 1;
}

/** Returns the line of an offset without its line end. */
export function lineOf(text: string, at: number): string {
  return text.slice(lineStart(text, at), lineEnd(text, at));
}

/** Returns how many spaces the line that starts at `start` is indented. */
export function indentOf(text: string, start: number): number {
  let at = start;
  while (text[at] === ' ') at += 1;
  return at - start;
}

/** Returns true for a line with nothing on it, or a comment only. */
export function isBlankLine(line: string): boolean {
  return /^\s*(?:#.*)?$/.test(line);
}

/** Returns where the last line with content before the line of `at` starts. */
export function previousContentLine(text: string, at: number): number | undefined {
  let start = lineStart(text, at);
  while (start > 0) {
    start = lineStart(text, start - 1);
    if (!isBlankLine(lineOf(text, start))) return start;
  }
  return undefined;
}

/** Returns where the first line with content after the line of `at` starts. */
export function nextContentLine(text: string, at: number): number | undefined {
  let next = nextLine(text, at);
  while (next !== undefined && isBlankLine(lineOf(text, next))) next = nextLine(text, next);
  return next;
}

/** Returns the offset of the comment in the rest of a line, or where the line ends; blanks before are not counted. */
export function endBeforeComment(text: string, start: number): number {
  const end = lineEnd(text, start);
  const comment = /(?:^|\s)#/.exec(text.slice(start, end));
  return trimEnd(text, start, comment ? start + comment.index : end);
}

/** Returns `end`, moved left over blanks and line ends. */
export function trimEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && ' \t\r\n'.includes(text[at - 1]!)) at -= 1;
  return at;
}

/** The column that the lines of a value have to pass: that of its key or its dash. */
function parentColumn(text: string, start: number): number {
  const from = lineStart(text, start);
  const lead = /^(?:[ \t]*(?:[-?](?=\s)[ \t]*)*)/.exec(text.slice(from, start))![0];
  if (lead.length < start - from) return lead.length;
  const dash = Math.max(lead.lastIndexOf('-'), lead.lastIndexOf('?'));
  return dash >= 0 ? dash : lead.length - 1;
}

/** Returns where a plain value that starts at `start` most likely ends. */
export function valueEnd(text: string, start: number, inFlow: boolean): number {
  if (inFlow) {
    const stop = /[,\]}\r\n]|\s#/.exec(text.slice(start, start + 4096));
    return trimEnd(text, start, stop ? start + stop.index : text.length);
  }
  let end = endBeforeComment(text, start);
  const column = parentColumn(text, start);
  for (let next = nextLine(text, start); next !== undefined; next = nextLine(text, next)) {
    const line = lineOf(text, next);
    if (line.trim() === '') continue;
    if (isBlankLine(line) || indentOf(text, next) <= column) break;
    end = endBeforeComment(text, next);
  }
  return end;
}

/** Returns the edits that put quotes around a stretch of text. */
export function quoteEdits(text: string, start: number, end: number): Edit[] {
  const edits: Edit[] = [{ start, end: start, text: "'" }];
  for (let at = text.indexOf("'", start); at >= 0 && at < end; at = text.indexOf("'", at + 1)) {
    edits.push({ start: at, end: at + 1, text: "''" });
  }
  edits.push({ start: end, end, text: "'" });
  return edits;
}

/** Returns a text in the quotes that suit it, on one line, for a hint. */
export function quoted(text: string): string {
  const line = text.replace(/\s*\r?\n\s*/g, ' ').trim();
  const short = [...line].length > 60 ? `${[...line].slice(0, 59).join('')}…` : line;
  if (!/["\\]/.test(short)) return `"${short}"`;
  return `'${short.replaceAll("'", "''")}'`;
}
