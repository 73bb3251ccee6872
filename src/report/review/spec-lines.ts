// Lines of a spec for the review page: those of one finding, and those that each part of the paper
// comes from. Every line that is not empty lands in some part or in the rest; none is lost.

import { lineAt, type Path, positionAt, type Source, type Span } from '../../base/source.ts';
import type { Located } from '../../model/located.ts';
import type { PaperPart } from '../../model/passage.ts';
import type { BesidePart, Lines } from './review-data.ts';

/** The most lines that are shown for one finding. */
const mostLines = 4;

/** Returns the lines of a span; a long span is cut after its first lines. */
export function linesOf(span: Span): Lines {
  const { first, last } = rangeOf(span);
  return gather(span.source, first, Math.min(last, first + mostLines - 1));
}

/** A paper's parts beside the lines that they come from, and the lines that are in none. */
export interface Beside {
  readonly parts: readonly BesidePart[];
  readonly rest: readonly Lines[];
}

/** Lays the lines of a spec beside the parts of its paper. */
export function besideLines(source: Source, located: Located, parts: readonly PaperPart[]): Beside {
  const shown = new Set<number>();
  const numbers = parts.map((part) => {
    const own = new Set<number>();
    for (const path of [...part.about, ...part.from]) {
      const span = wholeSpan(located, path);
      if (span?.source !== source) continue;
      const { first, last } = rangeOf(span);
      for (let line = first - comments(source, first); line <= last; line += 1) own.add(line);
    }
    for (const line of own) shown.add(line);
    return own;
  });
  const rest = new Set<number>();
  for (let line = 1; lineAt(source, line) !== undefined; line += 1) {
    if (!shown.has(line)) rest.add(line);
  }
  return {
    parts: parts.map((part, index) => ({ ...part, lines: ranges(source, numbers[index]!) })),
    rest: ranges(source, rest),
  };
}

/** Counts the lines with nothing but a comment directly above a line: they belong to it. */
function comments(source: Source, line: number): number {
  let count = 0;
  while (/^\s*#/.test(lineAt(source, line - count - 1) ?? '')) count += 1;
  return count;
}

/** Joins lines to stretches; empty lines hold a stretch together and never begin or end one. */
function ranges(source: Source, lines: ReadonlySet<number>): readonly Lines[] {
  const filled = [...lines].sort((a, b) => a - b).filter((line) => !isEmpty(source, line));
  const result: { first: number; last: number }[] = [];
  for (const line of filled) {
    const open = result.at(-1);
    if (open && gapIsEmpty(source, open.last, line)) open.last = line;
    else result.push({ first: line, last: line });
  }
  return result.map(({ first, last }) => gather(source, first, last));
}

function gapIsEmpty(source: Source, from: number, to: number): boolean {
  for (let line = from + 1; line < to; line += 1) if (!isEmpty(source, line)) return false;
  return true;
}

const isEmpty = (source: Source, line: number): boolean => !lineAt(source, line)?.trim();

function gather(source: Source, first: number, last: number): Lines {
  const text: string[] = [];
  for (let line = first; line <= last; line += 1) text.push(lineAt(source, line) ?? '');
  return { first, text };
}

/** The first and last line of a span that hold anything. */
function rangeOf({ source, start, end }: Span): { first: number; last: number } {
  const text = source.text.slice(start, end).trimEnd();
  return {
    first: positionAt(source, start).line,
    last: positionAt(source, start + text.length).line,
  };
}

/** The span from a key to the end of its value; `undefined` where nothing is at the path. */
function wholeSpan(root: Located, path: Path): Span | undefined {
  let node = root;
  let span: Span | undefined;
  for (const step of path) {
    if (node.kind === 'map') {
      const entry = node.entries.find((each) => each.key === step);
      if (!entry) return undefined;
      const { keySpan, value } = entry;
      // A value of another file has no lines beside those of this one.
      const together = value.span.source === keySpan.source;
      span = { ...keySpan, end: together ? Math.max(keySpan.end, value.span.end) : keySpan.end };
      node = entry.value;
    } else if (node.kind === 'list' && typeof step === 'number' && node.items[step]) {
      node = node.items[step]!;
      span = node.span;
    } else return undefined;
  }
  return span;
}
