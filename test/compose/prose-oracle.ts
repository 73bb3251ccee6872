// A second, slow reading of prose, written from the format's rules and CommonMark 0.31 without the
// parser that the product uses: what the shape of a text has to be, as plain data.

/** A run of text: strong, emphasis, link. */
export interface OracleRun {
  readonly text: string;
  readonly strong?: true;
  readonly emphasis?: true;
  readonly href?: string;
}

/** A paragraph (a line break is the run "\n") or a list. */
export type OracleNode =
  | { readonly paragraph: readonly OracleRun[] }
  | { readonly list: 'bullet' | number; readonly items: readonly (readonly OracleNode[])[] };

interface Line {
  readonly text: string;
  /** A line that only goes on with a paragraph. */
  readonly lazy: boolean;
}

/** Reads prose. */
export function oracle(text: string): readonly OracleNode[] {
  return blocks(
    text.split('\n').map((line) => ({ text: line, lazy: false })),
    0,
  );
}

const indentOf = (line: string): number => /^ */.exec(line)![0].length;
const isBlank = (line: string): boolean => /^[ \t]*$/.test(line);

interface Marker {
  readonly kind: string;
  readonly start: number;
  readonly width: number;
  readonly rest: string;
}

function marker(line: Line, depth: number): Marker | undefined {
  if (line.lazy || depth >= 9) return undefined;
  const match = /^( {0,3})([-*+]|(\d{1,3})\.)( *)(.*)$/s.exec(line.text);
  if (!match) return undefined;
  const [, indent, sign, number, spaces, rest] = match as unknown as string[];
  if (rest && !spaces) return undefined;
  const bare = line.text.replace(/ /g, '');
  if (/^(?:\*{3,}|-{3,}|_{3,})$/.test(bare)) return undefined;
  const gap = !rest || spaces!.length > 4 ? 1 : spaces!.length;
  const content = rest ? ' '.repeat(spaces!.length - gap) + rest : '';
  return {
    kind: number === undefined ? sign! : '.',
    start: number === undefined ? 0 : Number(number),
    width: indent!.length + sign!.length + gap,
    rest: content,
  };
}

/** Only a list that is not empty, and a numbered one only from 1, may break into a paragraph. */
function interrupts(line: Line, depth: number): boolean {
  const found = marker(line, depth);
  return found !== undefined && !isBlank(found.rest) && (found.kind !== '.' || found.start === 1);
}

function blocks(lines: readonly Line[], depth: number): readonly OracleNode[] {
  const result: OracleNode[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at]!;
    if (isBlank(line.text)) {
      at += 1;
      continue;
    }
    const first = marker(line, depth);
    if (first) {
      const read = list(lines, at, first, depth);
      result.push(read.node);
      at = read.next;
      continue;
    }
    const paragraph = [line.text];
    for (at += 1; at < lines.length; at += 1) {
      const next = lines[at]!;
      if (isBlank(next.text) || interrupts(next, depth)) break;
      paragraph.push(next.text);
    }
    result.push({
      paragraph: inline(trim(paragraph.map((each) => each.replace(/^[ \t]+/, '')).join('\n'))),
    });
  }
  return result;
}

const trim = (text: string): string => text.replace(/^[ \t\n]+|[ \t\n]+$/g, '');

function list(
  lines: readonly Line[],
  from: number,
  first: Marker,
  depth: number,
): { readonly node: OracleNode; readonly next: number } {
  const items: (readonly OracleNode[])[] = [];
  let at = from;
  let current: Marker | undefined = first;
  while (current && current.kind === first.kind) {
    const { width, rest } = current;
    const item: Line[] = [{ text: rest, lazy: false }];
    at += 1;
    // An item that begins with an empty line ends there if the next line is empty too.
    if (isBlank(rest) && at < lines.length && isBlank(lines[at]!.text)) at += 1;
    else {
      while (at < lines.length) {
        const next = lines[at]!;
        if (isBlank(next.text)) item.push({ text: '', lazy: false });
        else if (!next.lazy && indentOf(next.text) >= width) {
          item.push({ text: next.text.slice(width), lazy: false });
        } else if (openParagraph(item, depth + 1) && !marker(next, depth)) {
          item.push({ text: next.text, lazy: true });
        } else break;
        at += 1;
      }
    }
    items.push(blocks(item, depth + 1));
    while (at < lines.length && isBlank(lines[at]!.text)) at += 1;
    current = at < lines.length ? marker(lines[at]!, depth) : undefined;
  }
  return { node: { list: first.kind === '.' ? first.start : 'bullet', items }, next: at };
}

/** True when the last line belongs to a paragraph that another line could go on with. */
function openParagraph(item: readonly Line[], depth: number): boolean {
  if (isBlank(item[item.length - 1]!.text)) return false;
  let node = blocks(item, depth).at(-1);
  while (node && 'list' in node) node = node.items.at(-1)?.at(-1);
  return node !== undefined;
}

interface Piece {
  readonly kind: 'text' | 'break' | 'delimiter' | 'link';
  text: string;
  readonly href?: string;
  readonly content?: readonly OracleRun[];
  readonly canOpen?: boolean;
  readonly canClose?: boolean;
  readonly length?: number;
  strong?: number;
  emphasis?: number;
}

function inline(text: string): readonly OracleRun[] {
  const pieces = readPieces(text);
  pairUp(pieces);
  return runsOf(pieces);
}

const allowed = (href: string): boolean =>
  /^https?:\/\/[^\s/?#]/i.test(href) || /^mailto:\S/i.test(href);

/** Cuts a paragraph into literal text, links, breaks and runs of delimiters. */
function readPieces(text: string): Piece[] {
  const pieces: Piece[] = [];
  const links = findLinks(text);
  const add = (literal: string): void => {
    pieces.push({ kind: 'text', text: literal.replace(/[ \t]*\n[ \t]*/g, ' ') });
  };
  for (let at = 0; at < text.length; ) {
    const rest = text.slice(at);
    const link = links.get(at);
    const hard = /^(?:\\\n[ \t]*| {2,}\n[ \t]*)/.exec(rest);
    const soft = /^ ?\n[ \t]*/.exec(rest);
    const run = /^(?:\*+|_+)/.exec(rest);
    const closed = opaqueAt(text, at);
    if (link?.literal) {
      add(text.slice(at, link.end));
      at = link.end;
    } else if (link) {
      const label = inline(text.slice(at + 1, link.labelEnd));
      const content = merge(label.map((run) => (run.text === '\n' ? { text: ' ' } : run)));
      pieces.push({ kind: 'link', text: '', href: link.href, content });
      at = link.end;
    } else if (hard) {
      pieces.push({ kind: 'break', text: '\n' });
      at += hard[0].length;
    } else if (/^\\[*_[\]<\-+.\\]/.test(rest)) {
      pieces.push({ kind: 'text', text: rest[1]! });
      at += 2;
    } else if (closed) {
      if (closed.href === undefined) add(text.slice(at, closed.end));
      else
        pieces.push({
          kind: 'link',
          text: '',
          href: closed.href,
          content: [{ text: closed.href }],
        });
      at = closed.end;
    } else if (soft) {
      pieces.push({ kind: 'text', text: ' ' });
      at += soft[0].length;
    } else if (run) {
      pieces.push(delimiter(text, at, run[0]));
      at += run[0].length;
    } else if (rest.startsWith('`')) {
      const ticks = /^`+/.exec(rest)![0];
      add(ticks);
      at += ticks.length;
    } else {
      add(rest[0]!);
      at += 1;
    }
  }
  return pieces;
}

/** Code, HTML, braces and addresses in angle brackets. */
function opaqueAt(
  text: string,
  at: number,
): { readonly end: number; readonly href?: string } | undefined {
  const rest = text.slice(at);
  if (rest[0] === '`') {
    const ticks = /^`+/.exec(rest)![0];
    for (const match of rest.slice(ticks.length).matchAll(/`+/g)) {
      if (match[0] === ticks) return { end: at + ticks.length + match.index + ticks.length };
    }
    return undefined;
  }
  const address = /^<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^<>\s]*)>/.exec(rest);
  if (address) {
    const end = at + address[0].length;
    return allowed(address[1]!) ? { end, href: address[1]! } : { end };
  }
  const attribute =
    '\\s+[A-Za-z_:][A-Za-z0-9_:.-]*(?:\\s*=\\s*(?:[^\\s"\'=<>`]+|\'[^\']*\'|"[^"]*"))?';
  const html = new RegExp(
    `^(?:</?[A-Za-z][A-Za-z0-9-]*(?:${attribute})*\\s*/?>|<!--[\\s\\S]*?-->|<\\?[\\s\\S]*?\\?>|<![A-Za-z][^>]*>|<!\\[CDATA\\[[\\s\\S]*?\\]\\]>|\\{\\{[\\s\\S]*?\\}\\})`,
  ).exec(rest);
  return html ? { end: at + html[0].length } : undefined;
}

interface FoundLink {
  readonly labelEnd: number;
  readonly end: number;
  readonly href: string;
  readonly literal: boolean;
}

/** Links and images by their first character; a link inside an image is part of the image. */
function findLinks(text: string): ReadonlyMap<number, FoundLink> {
  const found = new Map<number, FoundLink>();
  const open: { at: number; image: boolean; dead: boolean }[] = [];
  for (let at = 0; at < text.length; ) {
    const skip = /^\\[*_[\]<\-+.\\]/.test(text.slice(at)) ? { end: at + 2 } : opaqueAt(text, at);
    if (skip) {
      if ('href' in skip) for (const each of open) if (!each.image) each.dead = true;
      at = skip.end;
      continue;
    }
    if (text[at] === '`') {
      at += /^`+/.exec(text.slice(at))![0].length;
      continue;
    }
    if (text[at] === '[') open.push({ at, image: text[at - 1] === '!', dead: false });
    if (text[at] !== ']') {
      at += 1;
      continue;
    }
    const start = open.pop();
    const destination = readDestination(text, at + 1);
    if (!start || start.dead || !destination) at += 1;
    else if (start.image) {
      const first = start.at - 1;
      for (const key of [...found.keys()]) if (key > first) found.delete(key);
      found.set(first, { ...destination, labelEnd: at, literal: true });
      at = destination.end;
    } else if (!allowed(destination.href) || !/\S/.test(text.slice(start.at + 1, at))) at += 1;
    else {
      found.set(start.at, { ...destination, labelEnd: at, literal: false });
      for (const each of open) if (!each.image) each.dead = true;
      at = destination.end;
    }
  }
  return found;
}

/** `(address)`: in angle brackets, or with parentheses in pairs at most three deep. */
function readDestination(
  text: string,
  at: number,
): { readonly end: number; readonly href: string } | undefined {
  const angle = /^\(\s*<([^<>\n]*)>\s*\)/.exec(text.slice(at));
  if (angle) return { end: at + angle[0].length, href: angle[1]! };
  const start = /^\(\s*/.exec(text.slice(at));
  if (!start) return undefined;
  let depth = 0;
  let end = at + start[0].length;
  for (; end < text.length && !/[\s<>]/.test(text[end]!); end += 1) {
    if (text[end] === '(') depth += 1;
    if (text[end] === ')') {
      if (depth === 0) break;
      depth -= 1;
    }
    if (depth > 2) return undefined;
  }
  if (depth > 0) return undefined;
  const close = /^\s*\)/.exec(text.slice(end));
  return close
    ? { end: end + close[0].length, href: text.slice(at + start[0].length, end) }
    : undefined;
}

function delimiter(text: string, at: number, run: string): Piece {
  const before = [...text.slice(Math.max(0, at - 2), at)].at(-1) ?? ' ';
  const after = [...text.slice(at + run.length, at + run.length + 2)][0] ?? ' ';
  const space = (sign: string): boolean => /^[\t\n\f\r\p{Zs}]$/u.test(sign);
  const punctuation = (sign: string): boolean => /^[\p{P}\p{S}]$/u.test(sign);
  const left = !space(after) && (!punctuation(after) || space(before) || punctuation(before));
  const right = !space(before) && (!punctuation(before) || space(after) || punctuation(after));
  const star = run[0] === '*';
  return {
    kind: 'delimiter',
    text: run,
    length: run.length,
    canOpen: left && (star || !right || punctuation(before)),
    canClose: right && (star || !left || punctuation(after)),
  };
}

/** "Process emphasis" of CommonMark, without its shortcuts. */
function pairUp(pieces: Piece[]): void {
  for (let closer = 0; closer < pieces.length; closer += 1) {
    const end = pieces[closer]!;
    if (end.kind !== 'delimiter' || !end.canClose || end.text === '') continue;
    for (let opener = closer - 1; opener >= 0; opener -= 1) {
      const start = pieces[opener]!;
      if (start.kind !== 'delimiter' || !start.canOpen || start.text[0] !== end.text[0]) continue;
      const both = start.canClose || end.canOpen;
      const sum = start.length! + end.length!;
      if (both && sum % 3 === 0 && (start.length! % 3 !== 0 || end.length! % 3 !== 0)) continue;
      const size = start.text.length > 1 && end.text.length > 1 ? 2 : 1;
      for (let between = opener + 1; between < closer; between += 1) {
        const piece = pieces[between]!;
        if (size === 2) piece.strong = (piece.strong ?? 0) + 1;
        else piece.emphasis = (piece.emphasis ?? 0) + 1;
        if (piece.kind === 'delimiter') pieces[between] = { ...piece, kind: 'text' };
      }
      start.text = start.text.slice(size);
      end.text = end.text.slice(size);
      // The same closer may have more to close.
      if (end.text) closer -= 1;
      break;
    }
  }
}

function runsOf(pieces: readonly Piece[]): readonly OracleRun[] {
  const runs = pieces.flatMap((piece): readonly OracleRun[] => {
    const marks = {
      ...(piece.strong ? { strong: true as const } : {}),
      ...(piece.emphasis ? { emphasis: true as const } : {}),
    };
    if (piece.kind === 'break') return [{ text: '\n' }];
    if (piece.kind !== 'link') return [{ text: piece.text, ...marks }];
    return piece.content!.map((run) => ({ ...marks, ...run, href: piece.href! }));
  });
  return merge(runs);
}

/** Joins neighbours with the same marks; links and breaks stay by themselves. */
function merge(runs: readonly OracleRun[]): readonly OracleRun[] {
  const merged: OracleRun[] = [];
  for (const run of runs) {
    if (!run.text) continue;
    const last = merged.at(-1);
    const alone = (each: OracleRun): boolean => each.text === '\n' || each.href !== undefined;
    const same =
      last &&
      !alone(last) &&
      !alone(run) &&
      !last.strong === !run.strong &&
      !last.emphasis === !run.emphasis;
    if (same) merged[merged.length - 1] = { ...last, text: last.text + run.text };
    else merged.push(run);
  }
  return merged;
}
