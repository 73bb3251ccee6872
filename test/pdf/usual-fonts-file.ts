// What of each font every paper embeds, cut out of the font files themselves by fontkit.

import { deflate } from '../../src/node/deflate.ts';
import { usualMetrics } from '../../src/render/pdf/usual-metrics.ts';
import { faceFiles, openFont } from './usual-metrics-file.ts';

/** What fontkit tells of a font; its types leave it out. */
interface Told {
  readonly postscriptName: string;
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly xHeight: number;
  readonly lineGap: number;
  readonly italicAngle: number;
  readonly bbox: { minX: number; minY: number; maxX: number; maxY: number };
  readonly 'OS/2': { readonly sFamilyClass: number };
  readonly post: { readonly isFixedPitch: number };
  readonly head: { readonly macStyle: { readonly italic: boolean } };
  getGlyph(id: number): { readonly advanceWidth: number };
  createSubset(): { readonly glyphs: number[]; encode(): Uint8Array };
}

/** The text of src/render/pdf/usual-fonts.ts. */
export function usualFontsFile(): string {
  const entries = faceFiles.map((file) => {
    const font = openFont(file) as unknown as Told;
    const subset = font.createSubset();
    subset.glyphs.push(...usualMetrics[file]!.glyphs);
    const { minX, minY, maxX, maxY } = font.bbox;
    const { postscriptName, unitsPerEm, ascent, descent, capHeight, xHeight } = font;
    const facts = {
      ...{ postscriptName, unitsPerEm, ascent, descent, capHeight, xHeight },
      ...{ lineGap: font.lineGap, italicAngle: font.italicAngle },
      bbox: { minX, minY, maxX, maxY },
      familyClass: font['OS/2'].sFamilyClass,
      isFixedPitch: Boolean(font.post.isFixedPitch),
      isItalic: font.head.macStyle.italic,
      missingWidth: font.getGlyph(0).advanceWidth,
    };
    const lines = Object.entries(facts).map(([key, value]) => `    ${key}: ${written(value)},`);
    const packed = Buffer.from(deflate(subset.encode())).toString('base64');
    return [`  '${file}': {`, ...lines, `    packed:\n      '${packed}',`, '  },'].join('\n');
  });
  return `// The usual characters cut out of each font, generated from the font files; do not edit. A test keeps it
// current: \`npm run golden\` writes it anew. Lengths in units of the font.

/** What a file says of a font that it embeds. */
export interface UsualFont {
  readonly postscriptName: string;
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly xHeight: number;
  readonly lineGap: number;
  readonly italicAngle: number;
  readonly bbox: { readonly minX: number; readonly minY: number; readonly maxX: number; readonly maxY: number };
  readonly familyClass: number;
  readonly isFixedPitch: boolean;
  readonly isItalic: boolean;
  /** The width of the glyph for what is not in the font. */
  readonly missingWidth: number;
  /** The font with the usual glyphs alone, compressed, in base64. */
  readonly packed: string;
}

/** By the name of the font file. */
export const usualFonts: Readonly<Record<string, UsualFont | undefined>> = {
${entries.join('\n')}
};
`;
}

const written = (value: unknown): string =>
  typeof value === 'object' && value !== null
    ? `{ ${Object.entries(value)
        .map(([key, each]) => `${key}: ${each}`)
        .join(', ')} }`
    : typeof value === 'string'
      ? `'${value}'`
      : String(value);
