import { expect, test } from 'vitest';
import { hasGlyph, missingGlyphs } from '../../src/assets/glyphs.ts';
import { glyphRangesFile } from './font-ranges.ts';

test('the ranges are those of the fonts', async () => {
  await expect(glyphRangesFile()).toMatchFileSnapshot('../../src/assets/glyph-ranges.ts');
});

test.each([
  ['Latin, Polish, Greek and Cyrillic', 'Łódź, Ελλάδα, Багрила, “quotes” – 40 € §', []],
  ['joiners, selectors and soft hyphens leave no mark', 'a\u200db\ufe0fc\u00add\u2060', []],
  ['line ends and tabs', 'a\nb\r\n\tc', []],
  ['combining marks that the fonts have', 'e\u0301 o\u0308', []],
  ['an emoji, counted in UTF-16 units', 'ab 😀 c', [{ index: 3, codePoint: 0x1f600 }]],
  [
    'a character after one outside the BMP',
    '😀☂',
    [
      { index: 0, codePoint: 0x1f600 },
      { index: 2, codePoint: 0x2602 },
    ],
  ],
  ['Chinese', '中', [{ index: 0, codePoint: 0x4e2d }]],
])('missing glyphs: %s', (_, text, missing) => {
  expect(missingGlyphs(text)).toEqual(missing);
});

test('the ends of a range belong to it and their neighbours do not', () => {
  expect([0x1f, 0x20, 0x7e, 0x7f].map(hasGlyph)).toEqual([false, true, true, false]);
});
