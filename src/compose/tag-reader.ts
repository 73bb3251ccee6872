// Reads the text between two mustaches of a template into tags and words. Knows only the way tags
// are written; which tags exist and where they may stand is checked in walk.ts.

/** An attribute as written. */
export interface WrittenAttribute {
  readonly name: string;
  readonly value: string;
  /** Offsets into the text read. */
  readonly start: number;
  readonly end: number;
}

/** A piece of template text. */
export type Piece =
  | { readonly kind: 'words'; readonly text: string; readonly start: number; readonly end: number }
  | {
      readonly kind: 'open' | 'close' | 'single';
      readonly tag: string;
      readonly attributes: readonly WrittenAttribute[];
      readonly start: number;
      readonly end: number;
    }
  /** Something that would not survive: a comment, an entity, a tag that is not finished. */
  | {
      readonly kind: 'comment' | 'entity' | 'broken';
      readonly start: number;
      readonly end: number;
    };

const special = /<!--[\s\S]*?(?:-->|$)|<[/!?A-Za-z][^<>]*>?|&(?:#\d+|#x[0-9a-f]+|[a-z]\w*);/gi;
const tagShape = /^<(\/?)([A-Za-z][\w-]*)((?:\s+[\w-]+="[^"]*")*)\s*(\/?)>$/;
const attributeShape = /([\w-]+)="([^"]*)"/g;

/** Reads text into pieces; every character belongs to exactly one of them. */
export function readPieces(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of text.matchAll(special)) {
    if (match.index > at) pieces.push(words(text, at, match.index));
    at = match.index + match[0].length;
    pieces.push(readOne(match[0], match.index));
  }
  if (at < text.length) pieces.push(words(text, at, text.length));
  return pieces;
}

function words(text: string, start: number, end: number): Piece {
  return { kind: 'words', text: text.slice(start, end), start, end };
}

function readOne(found: string, start: number): Piece {
  const end = start + found.length;
  if (found.startsWith('<!--')) return { kind: 'comment', start, end };
  if (found.startsWith('&')) return { kind: 'entity', start, end };
  const match = tagShape.exec(found);
  if (!match) return { kind: 'broken', start, end };
  const [, slash, tag, written, single] = match as unknown as [
    string,
    string,
    string,
    string,
    string,
  ];
  const from = start + 1 + slash.length + tag.length;
  const attributes = [...written.matchAll(attributeShape)].map((each) => ({
    name: each[1]!,
    value: each[2]!,
    start: from + each.index,
    end: from + each.index + each[0].length,
  }));
  if (slash && (single || attributes.length)) return { kind: 'broken', start, end };
  return { kind: slash ? 'close' : single ? 'single' : 'open', tag, attributes, start, end };
}
