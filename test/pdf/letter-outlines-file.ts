// The outlines of letters, as read from the font file itself by fontkit.

import { outline } from '../../src/render/pdf/outlines.ts';
import { openFont } from './usual-metrics-file.ts';

/** The text of src/render/pdf/letter-outlines.ts. */
export function letterOutlinesFile(): string {
  const font = openFont('NotoSans_400Regular.ttf');
  const entries = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', (letter) => {
    const glyph = font.glyphForCodePoint(letter.codePointAt(0)!);
    return `  ${letter}: '${outline(glyph.path.commands, 1000 / font.unitsPerEm)}',\n`;
  });
  return `// Outlines of letters in the face of the word across a draft, so that a draft opens no font file.
// Made by test/pdf/letter-outlines-file.ts, which keeps it current; never changed by hand.

/** The face that the outlines are of. */
export const outlinedFace = 'NotoSans_400Regular.ttf';

/** The path of each letter in thousandths of the type size. */
export const letterOutlines: Readonly<Record<string, string>> = {
${entries.join('')}};
`;
}
