// Fonts of a file: what of a font with the usual glyphs alone is the same in every file, and written
// here; any other font is embedded by pdfkit. Gives no codes; see glyph-codes.ts.

import type { Face } from './faces.ts';
import type { Glyph } from './glyphs.ts';
import { syntaxOf } from './object-syntax.ts';
import { hex4 } from './operators.ts';
import { asSyntax, type PdfFile, type PdfObject } from './pdf-file.ts';
import { readyFont, subsetOf, unpacked } from './ready-font.ts';
import { usualGlyphs } from './usual.ts';
import type { UsualFont } from './usual-fonts.ts';

/** What every file needs of a face with the usual glyphs, by their codes. */
interface Content {
  readonly subset: Uint8Array;
  readonly widths: unknown;
  readonly toUnicode: Uint8Array;
}

const contents = new WeakMap<Face, Content>();

/**
 * Writes the objects of a font.
 *
 * @param id the name by which pages know it
 * @param dictionary the object that pages refer to
 * @param more glyphs behind the usual ones of the face, in the order of their codes
 */
export function writeFont(
  file: PdfFile,
  face: Face,
  id: string,
  dictionary: PdfObject,
  more: readonly Glyph[],
): void {
  const facts = more.length ? undefined : readyFont(face);
  if (facts) {
    writeReady(file, face, facts, id, dictionary);
    return;
  }
  const glyphs = [...(usualGlyphs(face) ?? []), ...more];
  file.embed({
    font: face.font,
    id,
    dictionary,
    glyphs,
    characters: glyphs.map(({ text }) => Array.from(text, mappable)),
    cutOut: (each, encode) => subsetOf(face, each, encode),
  });
}

/** Writes what pdfkit would, without working it out again. */
function writeReady(
  file: PdfFile,
  face: Face,
  facts: UsualFont,
  id: string,
  dictionary: PdfObject,
): void {
  const { subset, widths, toUnicode } = contentOf(face, facts);
  const fontFile = file.ref({});
  fontFile.end(subset);
  const name = `${tagOf(id)}+${facts.postscriptName.replaceAll(' ', '_')}`;
  const descriptor = file.ref(descriptorOf(facts, name, fontFile));
  descriptor.end();
  const descendant = file.ref({
    Type: 'Font',
    Subtype: 'CIDFontType2',
    BaseFont: name,
    CIDSystemInfo: {
      Registry: new String('Adobe'),
      Ordering: new String('Identity'),
      Supplement: 0,
    },
    FontDescriptor: descriptor,
    W: [0, widths],
    CIDToGIDMap: 'Identity',
  });
  descendant.end();
  const map = file.ref({});
  map.end(toUnicode);
  Object.assign(dictionary.data, {
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: name,
    Encoding: 'Identity-H',
    DescendantFonts: [descendant],
    ToUnicode: map,
  });
  dictionary.end();
}

function contentOf(face: Face, facts: UsualFont): Content {
  const known = contents.get(face);
  if (known) return known;
  const glyphs = usualGlyphs(face)!;
  const content = {
    subset: unpacked(facts),
    widths: asSyntax(syntaxOf([facts.missingWidth, ...glyphs.map(({ width }) => width)])),
    toUnicode: toUnicodeMap(glyphs),
  };
  contents.set(face, content);
  return content;
}

/** Six letters that tell a subset from others of its font in the file. */
const tagOf = (id: string): string =>
  [1, 2, 3, 4, 5, 6]
    .map((index) => String.fromCharCode((id.charCodeAt(index) || 73) + 17))
    .join('');

/** Flags of a font descriptor (ISO 32000-1, table 123). */
function flagsOf({ isFixedPitch, familyClass, isItalic }: UsualFont): number {
  const group = familyClass >> 8;
  const serif = group >= 1 && group <= 7;
  const symbolic = 4;
  return (
    (isFixedPitch ? 1 : 0) |
    (serif ? 2 : 0) |
    symbolic |
    (group === 10 ? 8 : 0) |
    (isItalic ? 64 : 0)
  );
}

function descriptorOf(
  facts: UsualFont,
  name: string,
  fontFile: PdfObject,
): Record<string, unknown> {
  const { unitsPerEm, bbox, italicAngle, ascent, descent, capHeight, xHeight } = facts;
  const scale = 1000 / unitsPerEm;
  return {
    Type: 'FontDescriptor',
    FontName: name,
    Flags: flagsOf(facts),
    FontBBox: [bbox.minX, bbox.minY, bbox.maxX, bbox.maxY].map((each) => each * scale),
    ItalicAngle: italicAngle,
    Ascent: ascent * scale,
    Descent: descent * scale,
    CapHeight: (capHeight || ascent) * scale,
    XHeight: (xHeight || 0) * scale,
    StemV: 0,
    FontFile2: fontFile,
  };
}

/** Returns the map from codes to characters (ISO 32000-1, 9.10.3); the usual ones are fewer than 256. */
function toUnicodeMap(glyphs: readonly Glyph[]): Uint8Array {
  const entries = ['<0000>', ...glyphs.map(({ text }) => `<${hex4(mappable(text))}>`)];
  const range = `<0000> <${hex4(glyphs.length)}> [${entries.join(' ')}]`;
  return new TextEncoder().encode(`/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <<
  /Registry (Adobe)
  /Ordering (UCS)
  /Supplement 0
>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000><ffff>
endcodespacerange
1 beginbfrange
${range}
endbfrange
endcmap
CMapName currentdict /CMap defineresource pop
end
end
`);
}

/** ToUnicode must not say 0, U+FEFF, U+FFFE or U+FFFF (ISO 19005-3, 6.2.11.7.2). */
function mappable(character: string): number {
  const codePoint = character.codePointAt(0)!;
  if (codePoint === 0xfeff) return 0x20;
  return codePoint === 0 || (codePoint & 0xfffe) === 0xfffe ? 0xfffd : codePoint;
}
