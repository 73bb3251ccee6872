// A font that shows usual characters alone lies ready: cut out, compressed and described, so that such
// papers need neither the font file nor fontkit. Whatever else is asked of it, the font itself answers.

import type { Face } from './faces.ts';
import { asPacked } from './pdf-file.ts';
import { type UsualFont, usualFonts } from './usual-fonts.ts';
import { usualMetrics } from './usual-metrics.ts';

/** Returns what lies ready of a face, where something does. */
export function readyFont(face: Face): UsualFont | undefined {
  return usualMetrics[face.file] && usualFonts[face.file];
}

/** Returns the font with the usual glyphs alone, compressed. */
export function unpacked({ packed: text }: UsualFont): Uint8Array {
  const signs = atob(text);
  const bytes = new Uint8Array(signs.length);
  for (let at = 0; at < signs.length; at += 1) bytes[at] = signs.charCodeAt(at);
  return asPacked(bytes);
}

const subsets = new WeakMap<Face, Map<string, Uint8Array>>();
const mostSubsets = 20;

/** Returns what `encode` cuts out of a face; the same glyphs are cut out once for all files. */
export function subsetOf(
  face: Face,
  glyphs: readonly number[],
  encode: () => Uint8Array,
): Uint8Array {
  const kept = subsets.get(face) ?? new Map<string, Uint8Array>();
  subsets.set(face, kept);
  // Parts of glyphs are added while it is made.
  const key = glyphs.join();
  const bytes = kept.get(key) ?? encode();
  if (kept.size >= mostSubsets) kept.clear();
  kept.set(key, bytes);
  return bytes;
}
