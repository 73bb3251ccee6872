// Finds, in one paragraph of prose, what is not plain text before emphasis is looked at: links,
// escapes, and the stretches that stay literal whatever stands in them (code, HTML, images, braces).
// Follows CommonMark's bracket stack, with links to http, https and mailto only. Pure text work.

/** What a stretch that stays literal would be elsewhere. */
export type Literal = 'code' | 'html' | 'link' | 'picture' | 'template';

/** A stretch of a paragraph with a meaning of its own; offsets in UTF-16 units. */
export type ProseSpan =
  /** Stays as written. */
  | {
      readonly kind: 'literal';
      readonly start: number;
      readonly end: number;
      readonly what: Literal;
    }
  /** A backslash and the character whose meaning it takes away. */
  | { readonly kind: 'escape'; readonly start: number; readonly end: number }
  | {
      readonly kind: 'link';
      readonly start: number;
      readonly end: number;
      readonly labelEnd: number;
      readonly href: string;
    }
  /** `<https://…>`: its label is the address itself. */
  | {
      readonly kind: 'address';
      readonly start: number;
      readonly end: number;
      readonly href: string;
    };

/** A link that stays literal because of where it leads, or because it has a title. */
export interface RefusedLink {
  readonly start: number;
  readonly end: number;
  readonly href: string;
  readonly titled?: true;
}

/** The spans of a paragraph in order (labels of links are read again inside), and refused links. */
export interface ProseSpans {
  readonly at: ReadonlyMap<number, ProseSpan>;
  readonly refused: readonly RefusedLink[];
}

/** Characters whose meaning a backslash takes away; before any other it is literal. */
const escapable = new Set('*_[]<-+.\\');

const opaque: readonly (readonly [Literal, RegExp])[] = [
  // Inline HTML as CommonMark 0.31 reads it: tags, comments, instructions, declarations, CDATA.
  [
    'html',
    /<\/?[A-Za-z][A-Za-z0-9-]*(?:\s+[A-Za-z_:][\w:.-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*\/?>/y,
  ],
  ['html', /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<![A-Za-z][^>]*>|<!\[CDATA\[[\s\S]*?\]\]>/y],
  // Braces of a template.
  ['template', /\{\{[\s\S]*?\}\}/y],
];

const addressShape = /<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^<>\s]*)>/y;

/** Destination of an inline link: in angle brackets, or without spaces and with paired parentheses. */
const destinationShape =
  /\(\s*(?:<([^<>\n]*)>|((?:[^\s()<>]|\((?:[^\s()<>]|\([^\s()<>]*\))*\))*))\s*\)/y;
/** The same with a title after it, which this format does not have. */
const titledShape = /\(\s*([^\s()<>]+)\s+(?:"[^"\n]*"|'[^'\n]*')\s*\)/y;

interface Opener {
  readonly at: number;
  readonly image: boolean;
  active: boolean;
}

/** Finds the spans of a paragraph. */
export function proseSpans(text: string): ProseSpans {
  const found: ProseSpan[] = [];
  const refused: RefusedLink[] = [];
  const openers: Opener[] = [];
  const ticks = tickRuns(text);
  for (let at = 0; at < text.length; ) {
    const sign = text[at]!;
    const span =
      sign === '\\'
        ? readEscape(text, at)
        : sign === '`'
          ? readCode(text, at, ticks)
          : sign === '<'
            ? (readAddress(text, at, refused) ?? readOpaque(text, at))
            : sign === '{'
              ? readOpaque(text, at)
              : undefined;
    if (span) {
      found.push(span);
      if (span.kind === 'address') closeOpeners(openers);
      at = span.end;
      continue;
    }
    if (sign === '`') {
      while (text[at] === '`') at += 1;
      continue;
    }
    if (sign === '[') openers.push({ at, image: text[at - 1] === '!', active: true });
    at = sign === ']' ? closeBracket(text, at, openers, found, refused) : at + 1;
  }
  return { at: outermost(found), refused };
}

function readEscape(text: string, at: number): ProseSpan | undefined {
  const next = text[at + 1];
  if (next === undefined || !escapable.has(next)) return undefined;
  return { kind: 'escape', start: at, end: at + 2 };
}

function readOpaque(text: string, at: number): ProseSpan | undefined {
  for (const [what, shape] of opaque) {
    shape.lastIndex = at;
    const match = shape.exec(text);
    if (match) return { kind: 'literal', start: at, end: at + match[0].length, what };
  }
  return undefined;
}

/** Where the runs of backticks of each length start, so that finding a partner takes no search. */
function tickRuns(text: string): ReadonlyMap<number, readonly number[]> {
  const runs = new Map<number, number[]>();
  for (const match of text.matchAll(/`+/g)) {
    const known = runs.get(match[0].length);
    if (known) known.push(match.index);
    else runs.set(match[0].length, [match.index]);
  }
  return runs;
}

function readCode(
  text: string,
  at: number,
  ticks: ReadonlyMap<number, readonly number[]>,
): ProseSpan | undefined {
  let length = 1;
  while (text[at + length] === '`') length += 1;
  const partner = ticks.get(length)?.find((start) => start > at);
  return partner === undefined
    ? undefined
    : { kind: 'literal', start: at, end: partner + length, what: 'code' };
}

function readAddress(text: string, at: number, refused: RefusedLink[]): ProseSpan | undefined {
  addressShape.lastIndex = at;
  const match = addressShape.exec(text);
  if (!match) return undefined;
  const end = at + match[0].length;
  const href = match[1]!;
  if (isAllowed(href)) return { kind: 'address', start: at, end, href };
  refused.push({ start: at, end, href });
  return { kind: 'literal', start: at, end, what: 'link' };
}

/** Returns true for a link that may be printed live. */
function isAllowed(href: string): boolean {
  return /^(?:https?:\/\/[^\s/?#]|mailto:[^\s])/i.test(href);
}

function closeBracket(
  text: string,
  at: number,
  openers: Opener[],
  found: ProseSpan[],
  refused: RefusedLink[],
): number {
  const opener = openers.pop();
  if (!opener?.active) return at + 1;
  destinationShape.lastIndex = at + 1;
  const match = destinationShape.exec(text);
  if (!match) {
    titledShape.lastIndex = at + 1;
    const titled = opener.image ? undefined : titledShape.exec(text);
    if (titled) {
      const end = at + 1 + titled[0].length;
      refused.push({ start: opener.at, end, href: titled[1]!, titled: true });
    }
    return at + 1;
  }
  const end = at + 1 + match[0].length;
  const href = match[1] ?? match[2] ?? '';
  if (opener.image) {
    const start = opener.at - 1;
    removeFrom(found, start);
    found.push({ kind: 'literal', start, end, what: 'picture' });
    return end;
  }
  // Without a label there would be nothing to see of the link.
  if (text.slice(opener.at + 1, at).trim() === '') return at + 1;
  if (!isAllowed(href)) {
    refused.push({ start: opener.at, end, href });
    return at + 1;
  }
  closeOpeners(openers);
  found.push({ kind: 'link', start: opener.at, end, labelEnd: at, href });
  return end;
}

/** A link holds no other link: what is still open to the left can no longer become one. */
function closeOpeners(openers: readonly Opener[]): void {
  for (const each of openers) if (!each.image) each.active = false;
}

/** Drops spans that lie inside a literal one that starts here. */
function removeFrom(found: ProseSpan[], start: number): void {
  while (found.length && found[found.length - 1]!.start >= start) found.pop();
}

function outermost(found: readonly ProseSpan[]): ReadonlyMap<number, ProseSpan> {
  const at = new Map<number, ProseSpan>();
  for (const span of found) at.set(span.start, span);
  return at;
}
