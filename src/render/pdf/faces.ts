// First step of the PDF: font files become faces, and each kind of type gets the chain of faces
// that are tried for a character. Parsed fonts are shared between documents; they hold no state
// of a document. Shapes and draws nothing.

import { create, type Font } from 'fontkit';
import { FontWanted } from '../../base/errors.ts';
import type { FontFamily, Theme } from '../../model/theme.ts';

/** A font file. */
export interface Face {
  /** The file's name, for messages and dumps. */
  readonly file: string;
  readonly font: Font;
  /** Returns true when the font has a glyph for the code point. */
  readonly covers: (codePoint: number) => boolean;
  /** Numbers each pair of a glyph and the characters that it stands for, from 0. */
  readonly pair: (glyph: number, text: string) => number;
}

/** The faces to try in order for one kind of type. */
export interface Chain {
  readonly faces: readonly Face[];
  /** Tells it from every other chain of this process; enters no file. */
  readonly id: number;
}

/** The chains of a theme. */
export interface FaceBook {
  /** Returns the chain for a family and its marks; the same object for the same question. */
  readonly chain: (family: 'body' | 'heading', bold: boolean, italic: boolean) => Chain;
}

const parsed = new WeakMap<Uint8Array, Face>();
/** Faces whose files were not handed over, by the names of these. */
const unread = new Map<string, Face>();
const chains = new WeakMap<Face, Map<string, Chain>>();
let lastChain = 0;

/**
 * Returns the face in a font file, which is parsed once, when it is first asked for more than the usual.
 * Without its bytes, it throws a FontWanted then.
 */
export function openFace(file: string, bytes: Uint8Array | undefined): Face {
  const known = bytes ? parsed.get(bytes) : unread.get(file);
  if (known) return known;
  let opened: Font | undefined;
  const open = (): Font => {
    if (!bytes) throw new FontWanted(`The font file ${file} of the theme was not handed over.`);
    opened ??= create(bytes);
    return opened;
  };
  const coverage = new Map<number, boolean>();
  const covers = (codePoint: number): boolean => {
    let answer = coverage.get(codePoint);
    if (answer === undefined) {
      answer = open().hasGlyphForCodePoint(codePoint);
      coverage.set(codePoint, answer);
    }
    return answer;
  };
  const pairs = new Map<string, number>();
  const pair = (glyph: number, text: string): number => {
    const key = `${glyph}/${text}`;
    const number = pairs.get(key) ?? pairs.size;
    pairs.set(key, number);
    return number;
  };
  const face: Face = {
    file,
    get font() {
      return open();
    },
    covers,
    pair,
  };
  if (bytes) parsed.set(bytes, face);
  else unread.set(file, face);
  return face;
}

/** Opens the fonts of a theme: the family first, then its fallbacks in the same weight and slant. */
export function openFaces(theme: Theme, fonts: ReadonlyMap<string, Uint8Array>): FaceBook {
  const open = (family: FontFamily, bold: boolean, italic: boolean): Face => {
    const { faces } = family;
    const upright = bold ? faces.bold : faces.regular;
    const file = italic ? (bold ? faces.boldItalic : faces.italic) : upright;
    return openFace(file, fonts.get(file));
  };
  const found: Chain[] = [];
  return {
    chain: (name, bold, italic) => {
      const place = (name === 'body' ? 0 : 4) + (bold ? 2 : 0) + (italic ? 1 : 0);
      const known = found[place];
      if (known) return known;
      const families = [theme.fonts[name], ...theme.fonts.fallbacks];
      const chain = sharedChain([...new Set(families.map((each) => open(each, bold, italic)))]);
      found[place] = chain;
      return chain;
    },
  };
}

/** Returns one chain object for the same faces in every document, so that shaped words can be kept by it. */
function sharedChain(faces: readonly Face[]): Chain {
  const first = faces[0]!;
  const byRest = chains.get(first) ?? new Map<string, Chain>();
  chains.set(first, byRest);
  const key = faces.map((face) => face.file).join('|');
  const known = byRest.get(key);
  if (known?.faces.every((face, index) => face === faces[index])) return known;
  lastChain += 1;
  const chain: Chain = { faces, id: lastChain };
  byRest.set(key, chain);
  return chain;
}
