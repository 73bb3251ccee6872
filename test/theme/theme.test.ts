// The theme: colours of partners are legible wherever text in them stands, and type keeps its scale.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrast, difference } from '../../src/model/color.ts';
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

  it('of twenty-four partners that give none is each another, as it is', () => {
    const theme = themeOf(...Array.from({ length: 24 }, () => undefined));
    const inks = Object.values(theme.partners).map(({ ink }) => ink);
    expect(inks.slice(0, 3)).toEqual(['#1f4e79', '#8a3b12', '#2f6b3a']);
    const apart = inks.flatMap((one, at) => inks.slice(0, at).map((two) => difference(one, two)));
    expect(Math.min(...apart)).toBeGreaterThan(50);
    for (const { given, ink } of Object.values(theme.partners)) expect(ink).toBe(given);
  });

  it('of a partner that gives none is not one that another gave, before or after it', () => {
    const given = (...colors: readonly (string | undefined)[]): readonly string[] =>
      Object.values(themeOf(...colors).partners).map((each) => each.given);
    expect(given(undefined, '#1f4e79')).toEqual(['#8a3b12', '#1f4e79']);
    expect(given('#8a3b12', undefined, undefined)).toEqual(['#8a3b12', '#2f6b3a', '#6a2c70']);
    expect(given('#205080', undefined, '#8b3a10')).toEqual(['#205080', '#2f6b3a', '#8b3a10']);
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
