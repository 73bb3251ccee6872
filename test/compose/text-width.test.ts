// Widths in drawings: the stored table is that of the font, and texts are made to fit by it.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitted, textWidth, wrapped } from '../../src/compose/text-width.ts';
import { advanceWidthsFile, drawingFont } from './advance-widths-file.ts';

it('src/compose/advance-widths.ts is current', async () => {
  await expect(advanceWidthsFile()).toMatchFileSnapshot('../../src/compose/advance-widths.ts');
});

describe('a text', () => {
  it.each(['Pilot star party', 'Muzeum Tkactwa w Łąkowej Woli', 'Родопски университет', 'Ωδή'])(
    '"%s" is as wide as the font says, but for kerning',
    (text) => {
      for (const [weight, file] of [
        ['regular', '400Regular'],
        ['bold', '700Bold'],
      ] as const) {
        const font = drawingFont(file);
        const run = font.layout(text, { kern: false }, undefined, undefined, 'ltr');
        const width = run.positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0);
        const wanted = (width / font.unitsPerEm) * 10 * (25.4 / 72);
        expect(textWidth(text, 10, weight)).toBeCloseTo(wanted, 1);
      }
    },
  );

  it('of unknown characters is never thought narrower than a full square each', () => {
    expect(textWidth('図書館', 72)).toBeCloseTo(3 * 25.4, 5);
  });
});

describe('fitting', () => {
  it.each([
    ['Short', 40, 'Short'],
    ['Organise the monthly project meeting', 30, 'Organise the…'],
    ['Donaudampfschifffahrtsgesellschaft', 20, 'Donaudampf…'],
  ])('"%s" into %i mm gives "%s"', (text, width, expected) => {
    expect(fitted(text, width, 8)).toBe(expected);
  });

  it('wraps between words and ends in an ellipsis', () => {
    expect(wrapped('Organise the monthly project meeting', 30, 8, 2)).toEqual([
      'Organise the monthly',
      'project meeting',
    ]);
    expect(wrapped('Organise the monthly project meeting and its notes', 30, 8, 2)).toEqual([
      'Organise the monthly',
      'project meeting and…',
    ]);
  });

  it('never makes a line wider than its room', () => {
    const texts = fc.string({ unit: 'grapheme', maxLength: 60 });
    fc.assert(
      fc.property(texts, fc.integer({ min: 6, max: 60 }), (text, width) => {
        const lines = wrapped(text, width, 8, 3);
        expect(lines.length).toBeLessThanOrEqual(3);
        for (const line of lines) expect(textWidth(line, 8)).toBeLessThanOrEqual(width + 1e-9);
      }),
      { numRuns: 1000 },
    );
  });
});
