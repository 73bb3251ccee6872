// Where each character of a value stands in the source, for the five ways in which YAML writes
// text. Follows YAML 1.2.2 chapters 6.5 (folding), 7.3 (quotes) and 8.1 (blocks) as the yaml
// library reads them; a property test holds the two together. Called only when a place is asked for.

/** A text as read, and the source offset of each UTF-16 unit of it. */
interface Unfolding {
  text: string;
  readonly offsets: number[];
}

/** A text as read, with the source offset of each UTF-16 unit and one for the end. */
export interface Unfolded {
  readonly text: string;
  readonly offsets: readonly number[];
}

function push(into: Unfolding, text: string, offset: number): void {
  for (let index = 0; index < text.length; index += 1) into.offsets.push(offset + index);
  into.text += text;
}

function finish(into: Unfolding, end: number): Unfolded {
  into.offsets.push(end);
  return into;
}

/** Unfolds a plain text that stands at `start` to `end` of `source`. */
export function unfoldPlain(source: string, start: number, end: number): Unfolded {
  return finish(foldLines(source, start, end), end);
}

/** Unfolds a text in single quotes; `start` and `end` include the quotes. */
export function unfoldSingleQuoted(source: string, start: number, end: number): Unfolded {
  const folded = foldLines(source, start + 1, end - 1);
  const result: Unfolding = { text: '', offsets: [] };
  for (let index = 0; index < folded.text.length; index += 1) {
    const character = folded.text[index]!;
    push(result, character, folded.offsets[index]!);
    if (character === "'" && folded.text[index + 1] === "'") index += 1;
  }
  return finish(result, end - 1);
}

/** Joins lines as flow text does: one break is a space, more are one line feed fewer. */
function foldLines(source: string, start: number, end: number): Unfolding {
  const result: Unfolding = { text: '', offsets: [] };
  let lineStart = start;
  let breaks: number[] = [];
  for (;;) {
    const feed = source.indexOf('\n', lineStart);
    const last = feed < 0 || feed >= end;
    const first = lineStart === start;
    let from = lineStart;
    let to = last ? end : source[feed - 1] === '\r' && feed > lineStart ? feed - 1 : feed;
    if (!first) while (from < to && isBlank(source[from])) from += 1;
    if (!last) while (to > from && isBlank(source[to - 1])) to -= 1;
    if (first || last || to > from) {
      separate(result, breaks);
      breaks = [];
      push(result, source.slice(from, to), from);
    }
    if (last) return result;
    breaks.push(feed);
    lineStart = feed + 1;
  }
}

function separate(into: Unfolding, breaks: readonly number[]): void {
  if (breaks.length === 1) push(into, ' ', breaks[0]!);
  for (const feed of breaks.slice(1)) push(into, '\n', feed);
}

const escapes: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/**
 * Unfolds a text in double quotes; `start` and `end` include the quotes. `text` has U+FFFD units
 * for escapes: only their place and length matter here, the library has the value.
 */
export function unfoldDoubleQuoted(source: string, start: number, end: number): Unfolded {
  const result: Unfolding = { text: '', offsets: [] };
  const last = end - 1;
  let at = start + 1;
  while (at < last) {
    const character = source[at]!;
    if (character === '\n' || (character === '\r' && source[at + 1] === '\n')) {
      at = foldBreak(result, source, at);
    } else if (character === '\\') {
      at = resolveEscape(result, source, at);
    } else if (isBlank(character)) {
      let to = at + 1;
      while (isBlank(source[to])) to += 1;
      if (!atBreak(source, to)) push(result, source.slice(at, Math.min(to, last)), at);
      at = to;
    } else {
      push(result, character, at);
      at += 1;
    }
  }
  return finish(result, last);
}

function foldBreak(into: Unfolding, source: string, start: number): number {
  const breaks: number[] = [];
  let at = start;
  for (;;) {
    if (source[at] === '\n') breaks.push(at);
    else if (!isBlank(source[at]) && !(source[at] === '\r' && source[at + 1] === '\n')) break;
    at += 1;
  }
  separate(into, breaks);
  return at;
}

function resolveEscape(into: Unfolding, source: string, start: number): number {
  const next = source[start + 1]!;
  if (atBreak(source, start + 1)) {
    let at = start + (next === '\r' ? 3 : 2);
    while (isBlank(source[at])) at += 1;
    return at;
  }
  const digits = escapes[next];
  if (digits === undefined) {
    push(into, '\ufffd', start);
    return start + 2;
  }
  const code = Number.parseInt(source.slice(start + 2, start + 2 + digits), 16);
  push(into, code > 0xffff ? '\ufffd\ufffd' : '\ufffd', start);
  return start + 2 + digits;
}

/** Unfolds a block text (`|` or `>`) whose header starts at `start`; trailing line ends are not part of it. */
export function unfoldBlock(
  source: string,
  start: number,
  end: number,
  parentIndent: number,
): Unfolded {
  const header = /^([|>])([-+]?)(\d?)([-+]?)/.exec(source.slice(start, start + 3))!;
  const folded = header[1] === '>';
  const lines = blockLines(source, source.indexOf('\n', start) + 1, end);
  const digit = Number(header[3] || 0);
  const content = lines.findIndex((line) => line.to > line.from + line.indent);
  const result: Unfolding = { text: '', offsets: [] };
  if (content < 0 || source.indexOf('\n', start) < 0)
    return finish(result, start + header[0].length);
  const indent = digit > 0 ? parentIndent + digit : lines[content]!.indent;
  let lastContent = lines.length - 1;
  while (lastContent >= 0 && isAllBlank(source, lines[lastContent]!)) lastContent -= 1;
  if (lastContent < 0) return finish(result, start + header[0].length);
  let previousMore = false;
  let breaks: number[] = [];
  lines.slice(0, lastContent + 1).forEach((line, index) => {
    const from = Math.min(line.from + indent, line.to);
    const more = line.indent > indent || source[from] === '\t';
    const empty = line.to <= from;
    if (index <= content || !folded) {
      for (const feed of breaks) push(result, '\n', feed);
      breaks = [];
    } else if (!empty) {
      // Lines that are indented further keep the line ends around them.
      if (more || previousMore) for (const feed of breaks) push(result, '\n', feed);
      else separate(result, breaks);
      breaks = [];
    }
    push(result, source.slice(from, line.to), from);
    if (!empty) previousMore = more;
    breaks.push(line.feed);
  });
  return finish(result, lines[lastContent]!.to);
}

interface BlockLine {
  readonly from: number;
  readonly to: number;
  readonly indent: number;
  readonly feed: number;
}

function blockLines(source: string, start: number, end: number): BlockLine[] {
  const lines: BlockLine[] = [];
  let from = start;
  while (from < end) {
    const found = source.indexOf('\n', from);
    const feed = found < 0 || found >= end ? end : found;
    const to = feed > from && source[feed - 1] === '\r' && feed < end ? feed - 1 : feed;
    let indent = 0;
    while (from + indent < to && source[from + indent] === ' ') indent += 1;
    lines.push({ from, to, indent, feed });
    from = feed + 1;
  }
  return lines;
}

function isAllBlank(source: string, line: BlockLine): boolean {
  for (let at = line.from; at < line.to; at += 1) if (!isBlank(source[at])) return false;
  return true;
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t';
}

function atBreak(source: string, at: number): boolean {
  return source[at] === '\n' || (source[at] === '\r' && source[at + 1] === '\n');
}
