// A font that shows usual characters alone lies ready: cut out, compressed and described, so that such
// papers need neither the font file nor fontkit. Whatever else is asked of it, the font itself answers.

import { InternalError } from '../../base/errors.ts';
import type { Face } from './faces.ts';
import { type UsualFont, usualFonts } from './usual-fonts.ts';
import { usualMetrics } from './usual-metrics.ts';

/** A part of a font as pdfkit asks fontkit for it. */
export interface Subset {
  readonly glyphs: number[];
  encode(): Uint8Array;
}

/** What of a font pdfkit asks for; see `EmbeddedFont` there (0.20.2). */
export interface EmbeddableFont {
  createSubset(): Subset;
}

const packed = new WeakSet<Uint8Array>();

/** Returns true for bytes that a font gave away compressed. */
export const isPacked = (bytes: Uint8Array): boolean => packed.has(bytes);

/** Returns what pdfkit embeds a face by: what lies ready, or the font in the face's file. */
export function embeddable(face: Face): EmbeddableFont {
  const facts = usualFonts[face.file];
  return facts && usualMetrics[face.file]
    ? ready(face, facts)
    : (face.font as unknown as EmbeddableFont);
}

function ready(face: Face, facts: UsualFont): EmbeddableFont {
  const { familyClass, isFixedPitch, isItalic, missingWidth, packed: _, ...told } = facts;
  return {
    ...told,
    'OS/2': { sFamilyClass: familyClass },
    post: { isFixedPitch },
    head: { macStyle: { italic: isItalic } },
    getGlyph: () => ({ advanceWidth: missingWidth }),
    createSubset: () => subsetOf(face, facts),
    // pdfkit knows a font by it, and never asks: text is laid out by us.
    layout: () => {
      throw new InternalError('pdfkit was to lay out text.');
    },
  } as EmbeddableFont;
}

function subsetOf(face: Face, facts: UsualFont): Subset {
  const usual = usualMetrics[face.file]!.glyphs;
  const glyphs = [0];
  return {
    glyphs,
    encode: () => {
      const isUsual =
        glyphs.length === usual.length + 1 && usual.every((id, index) => glyphs[index + 1] === id);
      if (isUsual) return unpacked(facts);
      const whole = (face.font as unknown as EmbeddableFont).createSubset();
      whole.glyphs.push(...glyphs.slice(1));
      return whole.encode();
    },
  };
}

function unpacked({ packed: text }: UsualFont): Uint8Array {
  const signs = atob(text);
  const bytes = new Uint8Array(signs.length);
  for (let at = 0; at < signs.length; at += 1) bytes[at] = signs.charCodeAt(at);
  packed.add(bytes);
  return bytes;
}
