// The table of advance widths that drawings are set with, as read from the font files themselves.

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { create, type Font } from 'fontkit';

/** Blocks of characters that the table holds: Latin, Greek, Cyrillic and dashes. */
const ranges = [
  [0x20, 0x7e],
  [0xa0, 0x17f],
  [0x370, 0x3ff],
  [0x400, 0x45f],
  [0x2010, 0x2026],
] as const;

const fonts = resolve(import.meta.dirname, '../../node_modules/@expo-google-fonts/noto-sans');

/** A typeface of the drawings, opened. */
export function drawingFont(weight: '400Regular' | '700Bold'): Font {
  const bytes = readFileSync(resolve(fonts, weight, `NotoSans_${weight}.ttf`));
  const font = create(bytes);
  if (!('unitsPerEm' in font)) throw new Error('a collection of fonts');
  return font as Font;
}

/** Width of a character in thousandths of an em; 1000 where the font has none. */
export function advance(font: Font, code: number): number {
  if (!font.hasGlyphForCodePoint(code)) return 1000;
  return Math.round((font.glyphForCodePoint(code).advanceWidth * 1000) / font.unitsPerEm);
}

/** The text of src/compose/advance-widths.ts. */
export function advanceWidthsFile(): string {
  const rows = (weight: '400Regular' | '700Bold'): string => {
    const font = drawingFont(weight);
    const lines = ranges.flatMap(([first, last]) => {
      const codes = Array.from({ length: last - first + 1 }, (_, index) => first + index);
      const texts = codes.map((code) => advance(font, code).toString(36).padStart(2, '0'));
      const parts = Array.from({ length: Math.ceil(texts.length / 40) }, (_, part) =>
        texts.slice(part * 40, part * 40 + 40),
      );
      return parts.map((part, index) => `    [${first + index * 40}, '${part.join('')}'],`);
    });
    return lines.join('\n');
  };
  return `// Advance widths of Noto Sans, generated from its files; do not edit. A test keeps it current:
// \`npm run golden\` writes it anew. Each row: the first character's code, then the widths of it and
// of those that follow, in thousandths of an em, two digits each to the base 36.

/** Rows of widths by weight. */
export const advanceWidths: Readonly<
  Record<'regular' | 'bold', readonly (readonly [first: number, widths: string])[]>
> = {
  regular: [
${rows('400Regular')}
  ],
  bold: [
${rows('700Bold')}
  ],
};
`;
}
