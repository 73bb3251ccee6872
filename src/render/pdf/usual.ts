// The usual characters: those that most papers consist of. Every embedded font can show them, needed or
// not, so that a font without others is the same in every paper; and words of them alone are shaped from
// a stored table of widths and kerning, without opening the font. The same glyphs come out either way.

import type { Face } from './faces.ts';
import type { Glyph, Part } from './glyphs.ts';
import { usualMetrics } from './usual-metrics.ts';

/** The usual characters, in the order of their codes in embedded fonts. */
export const usual: readonly string[] = [
  ...Array.from({ length: 0x7f - 0x20 }, (_, index) => String.fromCodePoint(0x20 + index)),
  ...'\u00a0\u00a3\u00a7\u00a9\u00b0\u00b7\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026\u20ac',
];

const numbers = new Map(usual.map((character, index) => [character.charCodeAt(0), index]));

/** What the stored table says of a face. */
interface UsualFace {
  /** By the number of the character, without kerning. */
  readonly glyphs: readonly Glyph[];
  /** What the way to the next glyph is longer by, in thousandths: the rows are the first of two. */
  readonly kerning: Int16Array;
}

const faces = new WeakMap<Face, UsualFace>();

/** Returns the glyphs of the usual characters in a face, or undefined for a face that is not in the table. */
export function usualGlyphs(face: Face): readonly Glyph[] | undefined {
  return opened(face)?.glyphs;
}

/** Returns true for glyphs that have the same code in every file. */
export function areUsual({ face, glyphs }: Part): boolean {
  const known = opened(face);
  // The usual pairs are the first that a face numbers.
  return known !== undefined && glyphs.every(({ pair }) => known.glyphs[pair]?.pair === pair);
}

/** Returns a text as glyphs of a face; undefined when something in it is not usual. */
export function shapeUsual(face: Face, text: string): Part | undefined {
  const known = opened(face);
  if (!known) return undefined;
  const glyphs: Glyph[] = [];
  let width = 0;
  let number = numbers.get(text.charCodeAt(0));
  for (let at = 0; at < text.length; at += 1) {
    if (number === undefined) return undefined;
    const glyph = known.glyphs[number]!;
    const next = at + 1 < text.length ? numbers.get(text.charCodeAt(at + 1)) : undefined;
    const kern = next === undefined ? 0 : known.kerning[number * usual.length + next]!;
    glyphs.push(kern ? { ...glyph, advance: glyph.width + kern } : glyph);
    width += glyph.width + kern;
    number = next;
  }
  return { face, glyphs, text, width };
}

function opened(face: Face): UsualFace | undefined {
  const known = faces.get(face);
  if (known) return known;
  const metrics = usualMetrics[face.file];
  if (!metrics) return undefined;
  const glyphs = usual.map((text, index): Glyph => {
    const id = metrics.glyphs[index]!;
    const width = metrics.widths[index]!;
    return { id, width, advance: width, dx: 0, dy: 0, text, pair: face.pair(id, text) };
  });
  const kerning = new Int16Array(usual.length * usual.length);
  for (const [firsts, ...seconds] of metrics.kerning) {
    for (const first of firsts) {
      const row = numbers.get(first.charCodeAt(0))! * usual.length;
      for (const [others, by] of seconds) {
        for (const second of others) kerning[row + numbers.get(second.charCodeAt(0))!] = by;
      }
    }
  }
  const found = { glyphs, kerning };
  faces.set(face, found);
  return found;
}
