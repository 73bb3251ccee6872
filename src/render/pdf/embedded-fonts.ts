// Fonts of a file: the objects that embed a face with the glyphs that are shown. What follows from the
// usual glyphs alone is the same in every file and made once. Gives no codes; see glyph-codes.ts.

import type { Face } from './faces.ts';
import type { Glyph } from './glyphs.ts';
import { syntaxOf } from './object-syntax.ts';
import { hex4 } from './operators.ts';
import { asSyntax, type PdfFile, type PdfObject } from './pdf-file.ts';
import { type FontFacts, fontFacts, subsetOf, usualSubset } from './ready-font.ts';
import { usualGlyphs } from './usual.ts';

/** What a file needs of a face with its glyphs, by their codes. */
interface Content {
  readonly subset: Uint8Array;
  readonly widths: unknown;
  readonly toUnicode: Uint8Array;
}

const usualContents = new WeakMap<Face, Content>();

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
  const facts = fontFacts(face);
  const { subset, widths, toUnicode } = contentOf(face, facts, more);
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

function contentOf(face: Face, facts: FontFacts, more: readonly Glyph[]): Content {
  const usual = usualGlyphs(face) ?? [];
  const glyphs = [...usual, ...more];
  const known = more.length ? undefined : usualContents.get(face);
  if (known) return known;
  const widths = [facts.missingWidth, ...glyphs.map(({ width }) => width)];
  const content = {
    subset:
      more.length || !usual.length
        ? subsetOf(
            face,
            glyphs.map(({ id }) => id),
          )
        : usualSubset(face),
    widths: asSyntax(syntaxOf(widths)),
    toUnicode: toUnicodeMap(glyphs),
  };
  if (!more.length) usualContents.set(face, content);
  return content;
}

/** Six letters that tell a subset from others of its font in the file. */
const tagOf = (id: string): string =>
  [1, 2, 3, 4, 5, 6]
    .map((index) => String.fromCharCode((id.charCodeAt(index) || 73) + 17))
    .join('');

/** Flags of a font descriptor (ISO 32000-1, table 123). */
function flagsOf({ isFixedPitch, familyClass, isItalic }: FontFacts): number {
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
  facts: FontFacts,
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

/** How many codes a range of the map takes in. */
const rangeSize = 256;

/** Returns the map from codes to characters (ISO 32000-1, 9.10.3). */
function toUnicodeMap(glyphs: readonly Glyph[]): Uint8Array {
  const entries = ['<0000>', ...glyphs.map(({ text }) => `<${charactersOf(text)}>`)];
  const ranges: string[] = [];
  for (let from = 0; from < entries.length; from += rangeSize) {
    const to = Math.min(from + rangeSize, entries.length);
    ranges.push(`<${hex4(from)}> <${hex4(to - 1)}> [${entries.slice(from, to).join(' ')}]`);
  }
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
${ranges.length} beginbfrange
${ranges.join('\n')}
endbfrange
endcmap
CMapName currentdict /CMap defineresource pop
end
end
`);
}

/** Returns the units of UTF-16 that characters are written in. */
const charactersOf = (text: string): string =>
  Array.from(text, mappable)
    .join('')
    .split('')
    .map((unit) => hex4(unit.charCodeAt(0)))
    .join(' ');

/** ToUnicode must not say 0, U+FEFF, U+FFFE or U+FFFF (ISO 19005-3, 6.2.11.7.2). */
function mappable(character: string): string {
  const codePoint = character.codePointAt(0)!;
  if (codePoint === 0xfeff) return ' ';
  return codePoint === 0 || (codePoint & 0xfffe) === 0xfffe ? '\ufffd' : character;
}
