// Words of usual characters are shaped from a stored table: the same glyphs in the same places as the
// font itself would give, and nothing else is taken from it.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openFace } from '../../src/render/pdf/faces.ts';
import { shapeUsual, usual } from '../../src/render/pdf/usual.ts';
import { letterOutlinesFile } from './letter-outlines-file.ts';
import { usualFontsFile } from './usual-fonts-file.ts';
import { faceFiles, layOut, openFont, usualMetricsFile } from './usual-metrics-file.ts';

it('src/render/pdf/usual-fonts.ts is current', async () => {
  await expect(usualFontsFile()).toMatchFileSnapshot('../../src/render/pdf/usual-fonts.ts');
}, 60_000);

it('src/render/pdf/letter-outlines.ts is current', async () => {
  await expect(letterOutlinesFile()).toMatchFileSnapshot('../../src/render/pdf/letter-outlines.ts');
});

it('src/render/pdf/usual-metrics.ts is current', async () => {
  await expect(usualMetricsFile()).toMatchFileSnapshot('../../src/render/pdf/usual-metrics.ts');
}, 60_000);

/** The words of the examples that consist of usual characters, with the space after them. */
const agreements = join(import.meta.dirname, '../../agreements');
const words = new Set(
  readdirSync(agreements)
    .filter((name) => name.endsWith('.yaml'))
    .flatMap((name) => readFileSync(join(agreements, name), 'utf8').split(/(?<=\s)/))
    .map((word) => word.replace(/\s$/, ' '))
    .filter((word) => word && [...word].every((character) => usual.includes(character))),
);

describe.each(faceFiles)('%s', (file) => {
  const font = openFont(file);
  // Another object than the bytes that other tests open: this face is asked for nothing but the table.
  const face = openFace(file, new Uint8Array());
  const scale = 1000 / font.unitsPerEm;
  const byFont = (text: string): unknown => {
    const { glyphs, positions } = layOut(font, text);
    return glyphs.map(({ id, advanceWidth }, index) => {
      const { xAdvance, xOffset, yOffset } = positions[index]!;
      return [id, advanceWidth * scale, xAdvance * scale, xOffset * scale, yOffset * scale];
    });
  };
  const byTable = (text: string): unknown =>
    shapeUsual(face, text)?.glyphs.map(({ id, width, advance, dx, dy }) => {
      return [id, width, advance, dx, dy];
    });

  it('sets the words of the examples as the font does', () => {
    expect(words.size).toBeGreaterThan(1000);
    for (const word of words) expect(byTable(word), word).toEqual(byFont(word));
  });

  it('sets any row of usual characters as the font does', () => {
    const texts = fc.string({ unit: fc.constantFrom(...usual), minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(texts, (text) => {
        expect(byTable(text)).toEqual(byFont(text));
      }),
      { numRuns: 200, seed: 20270111 },
    );
  });

  it.each(['Łódź', 'naïve', 'soft\u00adhyphen', 'line\n', 'a\u0301', '\u{1f600}'])(
    'leaves %j to the font',
    (text) => expect(shapeUsual(face, text)).toBeUndefined(),
  );
});

it('knows no face by another name', () => {
  expect(shapeUsual(openFace('Other.ttf', new Uint8Array()), 'word')).toBeUndefined();
});
