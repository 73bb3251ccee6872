// Glyphs become codes of embedded fonts. Each pair of glyph and characters has its own code, so that
// the text read back is exact even where one glyph serves several characters (a hyphen drawn for a
// soft hyphen). fontkit's own record of a glyph's characters is shared between documents and not used.

import type { ByteSink } from './byte-sink.ts';
import { writeFont } from './embedded-fonts.ts';
import type { Face } from './faces.ts';
import type { Glyph, Part } from './glyphs.ts';
import { num } from './operators.ts';
import type { PdfFile, PdfObject, PdfPage } from './pdf-file.ts';
import { areUsual, usualGlyphs } from './usual.ts';

/** Fonts of one file as drawing uses them. */
export interface GlyphCodes {
  /** Returns the operators that show a part with its origin at the current text position. */
  show(part: Part, size: number, page: PdfPage): string;
  /** Writes what `show` returns. */
  write(out: ByteSink, part: Part, size: number, page: PdfPage): void;
}

/** A font of the file with the code of each pair of glyph and characters: two bytes, as they stand in a string. */
interface Codes {
  readonly id: string;
  readonly dictionary: PdfObject;
  readonly usual: readonly string[];
  readonly others: Map<number, string>;
  /** The glyphs of the other codes, in their order. */
  readonly glyphs: Glyph[];
  /** The code that comes next. */
  next: number;
}

/** Makes the fonts of a file; a font is embedded when its first glyph is shown. */
export function glyphCodes(file: PdfFile): GlyphCodes {
  const faces = new Map<Face, Codes>();
  file.later(() => {
    for (const [face, { id, dictionary, glyphs }] of faces) {
      writeFont(file, face, id, dictionary, glyphs);
    }
  });
  const codesOf = (face: Face, page: PdfPage): Codes => {
    let codes = faces.get(face);
    if (!codes) {
      const usual = usualCodes(face);
      const id = `F${faces.size + 1}`;
      const next = 1 + (usualGlyphs(face)?.length ?? 0);
      codes = { id, dictionary: file.ref({}), usual, others: new Map(), glyphs: [], next };
      faces.set(face, codes);
    }
    page.fonts[codes.id] ??= codes.dictionary;
    return codes;
  };
  const stretched = (part: Part, shown: string): string => {
    // At least a trace of a width: viewers place the cursor by it.
    const stretch = Math.max(0.1, (part.width / part.glyphs[0]!.width) * 100);
    return `${num(stretch)} Tz ${shown} 100 Tz`;
  };
  const show = (part: Part, size: number, page: PdfPage): string => {
    const codes = codesOf(part.face, page);
    const shown = `/${codes.id} ${num(size)} Tf ${showGlyphs(part, size, codes)}`;
    return part.lacking ? stretched(part, shown) : shown;
  };
  return {
    show,
    write: (out, part, size, page) => {
      if (part.lacking) {
        out.text(show(part, size, page));
        return;
      }
      const codes = codesOf(part.face, page);
      out.text('/');
      out.text(codes.id);
      out.text(' ');
      out.number(size);
      out.text(' Tf ');
      writeGlyphs(out, part, size, codes);
    },
  };
}

const usualByFace = new WeakMap<Face, readonly string[]>();

/** Returns the codes of the usual glyphs of a face, which every file begins with, by their pairs. */
function usualCodes(face: Face): readonly string[] {
  const known = usualByFace.get(face);
  if (known) return known;
  const codes: string[] = [];
  for (const [index, { pair }] of (usualGlyphs(face) ?? []).entries()) {
    codes[pair] = codeText(index + 1);
  }
  usualByFace.set(face, codes);
  return codes;
}

/** Writes what shows a part; kept for the next file where it is the same in every file and size. */
function writeGlyphs(out: ByteSink, part: Part, size: number, codes: Codes): void {
  if (!part.shown) {
    const shown = showGlyphs(part, size, codes);
    if (!areUsual(part)) {
      out.text(shown);
      return;
    }
    part.shown = Uint8Array.from(shown, (sign) => sign.charCodeAt(0));
  }
  out.bytes(part.shown);
}

function showGlyphs(part: Part, size: number, known: Codes): string {
  let operators = '';
  let array = '[';
  let codes = '';
  let rise = 0;
  let pending = 0;
  const flush = (): void => {
    if (codes) array += `(${codes})`;
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
    codes += known.usual[glyph.pair] ?? known.others.get(glyph.pair) ?? codeOf(known, glyph);
    // What the viewer has moved less what the font asked for; carried to the next glyph.
    pending = glyph.advance - glyph.width - glyph.dx;
  }
  close();
  return rise ? `${operators}0 Ts` : operators.trimEnd();
}

const signs = new Map(Array.from('()\\\r', (sign) => [sign, sign === '\r' ? '\\r' : `\\${sign}`]));

/** Writes a code as two characters of a literal string (ISO 32000-1, 7.3.4.2): half as long as digits. */
const codeText = (code: number): string =>
  Array.from(String.fromCharCode(code >> 8, code & 0xff), (sign) => signs.get(sign) ?? sign).join(
    '',
  );

/** Gives a pair of glyph and characters its code. */
function codeOf(codes: Codes, glyph: Glyph): string {
  const text = codeText(codes.next);
  codes.next += 1;
  codes.glyphs.push(glyph);
  codes.others.set(glyph.pair, text);
  return text;
}
