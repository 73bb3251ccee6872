// The theme: colours of partners are legible wherever text in them stands, and type keeps its scale.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrast } from '../../src/model/color.ts';
import type { TypeName } from '../../src/model/theme.ts';
import { makeTheme } from '../../src/theme/theme.ts';

const themeOf = (...colors: readonly (string | undefined)[]): ReturnType<typeof makeTheme> =>
  makeTheme({
    paper: 'a4',
    partners: colors.map((color, index) => ({ key: `p${index}`, ...(color ? { color } : {}) })),
  });

describe("a partner's colour", () => {
  const hex = fc
    .tuple(fc.nat(255), fc.nat(255), fc.nat(255))
    .map((channels) => `#${channels.map((each) => each.toString(16).padStart(2, '0')).join('')}`);

  it('is legible on paper, on its tint and on the word across a draft', () => {
    fc.assert(
      fc.property(hex, (color) => {
        const theme = themeOf(color);
        const { ink, tint, given } = theme.partners.p0!;
        expect(given).toBe(color);
        for (const ground of ['#ffffff', tint, theme.color.watermark]) {
          expect(contrast(ink, ground)).toBeGreaterThanOrEqual(4.5);
        }
        expect(theme.color.lead).toBe(ink);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['#1f4e79', '#1f4e79'],
    ['#ffdd00', '#7f6e00'],
    ['#FFF', '#6b6b6b'],
  ])('%s is printed as %s where it is text', (color, ink) => {
    expect(themeOf(color).partners.p0!.ink).toBe(ink);
  });

  it('of a partner that gives none is one of eight, each as it is', () => {
    const theme = themeOf(...Array.from({ length: 9 }, () => undefined));
    const inks = Object.values(theme.partners).map(({ ink }) => ink);
    expect(new Set(inks).size).toBe(8);
    expect(inks[8]).toBe(inks[0]);
    for (const { given, ink } of Object.values(theme.partners)) expect(ink).toBe(given);
  });
});

describe('type', () => {
  it('is legible in every style, and its lines never touch', () => {
    const { type, color } = themeOf('#ffdd00');
    for (const [name, style] of Object.entries(type)) {
      const ground = name.startsWith('notice') ? color.noticeTint : color.watermark;
      expect(contrast(style.color, ground), name).toBeGreaterThanOrEqual(4.5);
      expect(style.leading / style.size, name).toBeGreaterThanOrEqual(1.2);
    }
  });

  it('grows from running lines to the title', () => {
    const { type } = themeOf();
    const scale: readonly TypeName[] = [
      'running',
      'cell',
      'body',
      'heading2',
      'lead',
      'heading1',
      'title',
    ];
    const sizes = scale.map((name) => type[name].size);
    expect(sizes).toEqual([...sizes].sort((one, other) => one - other));
  });
});
