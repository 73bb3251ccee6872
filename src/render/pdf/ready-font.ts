// A font that shows usual characters alone lies ready: cut out, compressed and described, so that such
// papers need neither the font file nor fontkit. Whatever else is asked of it, the font itself answers.

import type { Face } from './faces.ts';
import { asPacked } from './pdf-file.ts';
import { type UsualFont, usualFonts } from './usual-fonts.ts';
import { usualMetrics } from './usual-metrics.ts';

/** What a file says of a font that it embeds; lengths in units of the font. */
export type FontFacts = Omit<UsualFont, 'packed' | 'lineGap'>;

/** What fontkit tells of a font beside that. */
interface Parsed extends Omit<FontFacts, 'familyClass' | 'isFixedPitch' | 'isItalic'> {
  readonly 'OS/2': { readonly sFamilyClass: number } | undefined;
  readonly post: { readonly isFixedPitch: number };
  readonly head: { readonly macStyle: { readonly italic: boolean } };
  getGlyph(id: number): { readonly advanceWidth: number };
  createSubset(): { readonly glyphs: number[]; encode(): Uint8Array };
}

const parsed = (face: Face): Parsed => face.font as unknown as Parsed;

const isReady = (face: Face): boolean =>
  usualFonts[face.file] !== undefined && usualMetrics[face.file] !== undefined;

/** Returns what lies ready of a face, or what its file says. */
export function fontFacts(face: Face): FontFacts {
  if (isReady(face)) return usualFonts[face.file]!;
  const font = parsed(face);
  const { postscriptName, unitsPerEm, ascent, descent, capHeight, xHeight } = font;
  return {
    ...{ postscriptName, unitsPerEm, ascent, descent, capHeight, xHeight },
    ...{ italicAngle: font.italicAngle, bbox: font.bbox },
    familyClass: font['OS/2']?.sFamilyClass ?? 0,
    isFixedPitch: Boolean(font.post.isFixedPitch),
    isItalic: font.head.macStyle.italic,
    missingWidth: font.getGlyph(0).advanceWidth,
  };
}

const usualSubsets = new WeakMap<Face, Uint8Array>();
const subsets = new WeakMap<Face, Map<string, Uint8Array>>();
const mostSubsets = 20;

/** Returns the font with the usual glyphs alone; only for a face that has a table of them. */
export function usualSubset(face: Face): Uint8Array {
  const known = usualSubsets.get(face);
  if (known) return known;
  const bytes = isReady(face)
    ? unpacked(usualFonts[face.file]!)
    : cutOut(face, usualMetrics[face.file]!.glyphs);
  usualSubsets.set(face, bytes);
  return bytes;
}

/** Returns the font with these glyphs behind the one for what it lacks; the same are cut out once for all files. */
export function subsetOf(face: Face, glyphs: readonly number[]): Uint8Array {
  const kept = subsets.get(face) ?? new Map<string, Uint8Array>();
  subsets.set(face, kept);
  const key = glyphs.join();
  const bytes = kept.get(key) ?? cutOut(face, glyphs);
  if (kept.size >= mostSubsets) kept.clear();
  kept.set(key, bytes);
  return bytes;
}

function cutOut(face: Face, glyphs: readonly number[]): Uint8Array {
  const subset = parsed(face).createSubset();
  subset.glyphs.push(...glyphs);
  return subset.encode();
}

function unpacked({ packed: text }: UsualFont): Uint8Array {
  const signs = atob(text);
  const bytes = new Uint8Array(signs.length);
  for (let at = 0; at < signs.length; at += 1) bytes[at] = signs.charCodeAt(at);
  return asPacked(bytes);
}
