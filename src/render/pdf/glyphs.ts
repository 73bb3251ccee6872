// Glyphs in their places: plain data that shaping hands to lines and to drawing.
// Shapes nothing and draws nothing.

import type { Face } from './faces.ts';

/** A glyph in its place; lengths in thousandths of the type size. */
export interface Glyph {
  readonly id: number;
  /** The width that the font gives the glyph. */
  readonly width: number;
  /** The way to the next glyph, kerning included. */
  readonly advance: number;
  readonly dx: number;
  readonly dy: number;
  /** The characters it stands for, never empty. */
  readonly text: string;
  /** The number of this glyph with this text in its face. */
  readonly pair: number;
}

/** Glyphs of one face. */
export interface Part {
  readonly face: Face;
  readonly glyphs: readonly Glyph[];
  /** The characters of all its glyphs. */
  readonly text: string;
  readonly width: number;
  /**
   * A character that no face has: its one glyph is the face's space, stretched to the width of the
   * part; a box is drawn over it unless the character has nothing to show.
   */
  readonly lacking?: 'box' | 'blank';
  /** The operators that show it, kept where they are the same in every file and size; see glyph-codes.ts. */
  shown?: Uint8Array;
}
