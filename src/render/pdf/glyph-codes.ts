// Glyphs become codes of embedded fonts. Each pair of glyph and characters has its own code, so that
// the text read back is exact even where one glyph serves several characters (a hyphen drawn for a
// soft hyphen). fontkit's own record of a glyph's characters is shared between documents and not used.

import type { Face } from './faces.ts';
import type { Glyph, Part } from './glyphs.ts';
import { hex4, num } from './operators.ts';
import type { PdfFile, PdfFont, PdfPage } from './pdf-file.ts';
import { areUsual, usualGlyphs } from './usual.ts';

/** Fonts of one file as drawing uses them. */
export interface GlyphCodes {
  /** Returns the operators that show a part with its origin at the current text position. */
  show(part: Part, size: number, page: PdfPage): string;
}

/** A font of the file with the code of each pair of glyph and characters, as hexadecimal digits. */
interface Codes {
  readonly font: PdfFont;
  readonly byPair: string[];
}

/** Makes the fonts of a file; a font is embedded when its first glyph is shown. */
export function glyphCodes(file: PdfFile): GlyphCodes {
  const faces = new Map<Face, Codes>();
  const codesOf = (face: Face): Codes => {
    let codes = faces.get(face);
    if (!codes) {
      codes = { font: file.font(face), byPair: [] };
      faces.set(face, codes);
      for (const glyph of usualGlyphs(face) ?? []) codeOf(codes, glyph);
    }
    return codes;
  };
  return {
    show: (part, size, page) => {
      const codes = codesOf(part.face);
      const { font } = codes;
      page.fonts[font.id] ??= font.ref();
      const shown = `/${font.id} ${num(size)} Tf ${showGlyphs(part, size, codes)}`;
      if (!part.lacking) return shown;
      // At least a trace of a width: viewers place the cursor by it.
      const stretch = Math.max(0.1, (part.width / part.glyphs[0]!.width) * 100);
      return `${num(stretch)} Tz ${shown} 100 Tz`;
    },
  };
}

const shownParts = new WeakMap<Part, string>();

/** Returns what shows a part; kept for the next file where it is the same in every file and size. */
function showGlyphs(part: Part, size: number, codes: Codes): string {
  const known = shownParts.get(part);
  if (known !== undefined) return known;
  const shown = showAnew(part, size, codes);
  if (areUsual(part)) shownParts.set(part, shown);
  return shown;
}

function showAnew(part: Part, size: number, known: Codes): string {
  let operators = '';
  let array = '[';
  let codes = '';
  let rise = 0;
  let pending = 0;
  const flush = (): void => {
    if (codes) array += `<${codes}>`;
    codes = '';
  };
  const close = (): void => {
    flush();
    if (array !== '[') operators += `${array}] TJ `;
    array = '[';
  };
  for (const glyph of part.glyphs) {
    if (glyph.dy !== rise) {
      close();
      rise = glyph.dy;
      operators += `${num((rise * size) / 1000)} Ts `;
    }
    const shift = pending + glyph.dx;
    if (Math.abs(shift) > 0.05) {
      flush();
      array += num(-shift);
    }
    codes += known.byPair[glyph.pair] ?? codeOf(known, glyph);
    // What the viewer has moved less what the font asked for; carried to the next glyph.
    pending = glyph.advance - glyph.width - glyph.dx;
  }
  close();
  return rise ? `${operators}0 Ts` : operators.trimEnd();
}

/** Gives a pair of glyph and characters its code. */
function codeOf({ font, byPair }: Codes, { id, width, text, pair }: Glyph): string {
  const code = font.subset.glyphs.push(id) - 1;
  font.widths[code] = width;
  font.unicode[code] = Array.from(text, (character) => mappable(character.codePointAt(0)!));
  const digits = hex4(code);
  byPair[pair] = digits;
  return digits;
}

/** ToUnicode must not say 0, U+FEFF, U+FFFE or U+FFFF (ISO 19005-3, 6.2.11.7.2). */
function mappable(codePoint: number): number {
  if (codePoint === 0xfeff) return 0x20;
  return codePoint === 0 || (codePoint & 0xfffe) === 0xfffe ? 0xfffd : codePoint;
}
