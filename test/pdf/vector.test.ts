// Pictures that are shapes: what stands in the PDF for them.

import { deflateSync, inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { VectorItem, VectorPicture } from '../../src/model/vector.ts';
import { renderPdf } from '../../src/render/pdf/index.ts';
import { logosBlock, makeSample, paragraph, sampleFonts } from '../render/sample-paper.ts';

const deflate = (bytes: Uint8Array): Uint8Array => new Uint8Array(deflateSync(bytes));

const square = (more: Partial<Extract<VectorItem, { kind: 'path' }>> = {}): VectorItem => ({
  kind: 'path',
  outline: {
    segments: [
      { to: 'move', at: [10, 10] },
      { to: 'line', at: [90, 10] },
      { to: 'curve', at: [90, 20, 80, 40, 50, 40] },
      { to: 'close' },
    ],
  },
  fill: { paint: '#ff0000', opacity: 1 },
  ...more,
});

/** Makes a PDF whose first logo is this picture; returns its forms and how often they are drawn. */
async function formsOf(items: readonly VectorItem[]): Promise<{
  readonly raw: string;
  readonly forms: readonly { readonly dict: string; readonly content: string }[];
}> {
  const { paper, theme } = makeSample([logosBlock(2), paragraph('body', 'Text. '.repeat(900))], 2);
  const vector: VectorPicture = { width: 200, height: 50, items };
  const [first, ...rest] = [...paper.pictures];
  const pictures = new Map([[first![0], { ...first![1], vector }], ...rest]);
  const bytes = await renderPdf({ ...paper, pictures }, theme, await sampleFonts(theme), deflate);
  const raw = Buffer.from(bytes).toString('latin1');
  const found = [
    ...raw.matchAll(
      /\n\d+ 0 obj\n(<<(?:(?!endobj)[\s\S])*?\/Subtype \/Form[\s\S]*?>>)\nstream\n([\s\S]*?)\nendstream/g,
    ),
  ];
  return {
    raw,
    forms: found.map(([, dict, stream]) => ({
      dict: dict!,
      content: inflateSync(Buffer.from(stream!, 'latin1')).toString('latin1').trim(),
    })),
  };
}

describe('a picture of shapes', () => {
  it('is one form in the unit square, used by every page that shows it', async () => {
    const { raw, forms } = await formsOf([square()]);
    expect(forms.length).toBe(1);
    expect(forms[0]!.dict).toContain('/BBox [0 0 1 1]');
    expect(forms[0]!.dict).not.toContain('/Group');
    expect(forms[0]!.content.split('\n')).toEqual([
      'q',
      '0.005 0 0 -0.02 0 1 cm',
      'q 1 0 0 rg 10 10 m 90 10 l 90 20 80 40 50 40 c h f Q',
      'Q',
    ]);
    const pages = raw.match(/\/I1 \d+ 0 R/g)!;
    expect(pages.length).toBeGreaterThan(1);
    expect(new Set(pages).size).toBe(1);
    // The other logo is an image.
    expect(raw.match(/\/Subtype \/Image/g)!.length).toBeGreaterThan(0);
  });

  it('is filled, then drawn along, with opacities of their own', async () => {
    const stroke = {
      color: '#0000ff',
      opacity: 0.5,
      width: 3,
      cap: 'round',
      join: 'bevel',
      miterLimit: 4,
      dash: { lengths: [4, 2], offset: 1 },
    } as const;
    const { forms } = await formsOf([
      square({ stroke, fill: { paint: '#00ff00', opacity: 0.25 } }),
      square({ stroke, strokeFirst: true }),
    ]);
    const { dict, content } = forms[0]!;
    expect(dict).toContain('/Group');
    const lines = content.split('\n').map((line) => line.replace(/10 10 m.* h /, '… '));
    expect(lines.slice(2, -1)).toEqual([
      'q /G1 gs 0 1 0 rg … f Q',
      'q /G2 gs 0 0 1 RG 3 w 1 J 2 j 4 M [4 2] 1 d … S Q',
      'q /G2 gs 0 0 1 RG 3 w 1 J 2 j 4 M [4 2] 1 d … S Q',
      'q 1 0 0 rg … f Q',
    ]);
  });

  it('lets a group be seen through as one: a form inside, drawn with the opacity', async () => {
    const group: VectorItem = {
      kind: 'group',
      matrix: [2, 0, 0, 2, 5, 5],
      clips: [
        {
          segments: [{ to: 'move', at: [0, 0] }, { to: 'line', at: [9, 9] }, { to: 'close' }],
          evenOdd: true,
        },
      ],
      opacity: 0.4,
      items: [square(), square()],
    };
    const { raw, forms } = await formsOf([group]);
    expect(forms.length).toBe(2);
    const outer = forms.find(({ dict }) => dict.includes('/BBox [0 0 1 1]'))!;
    expect(outer.content).toContain('2 0 0 2 5 5 cm\n0 0 m 9 9 l h W* n\n/G1 gs /F1 Do');
    const inner = forms.find((form) => form !== outer)!;
    // The sheet, 200 by 50, in the coordinates of the group.
    expect(inner.dict).toContain('/BBox [-2.5 -2.5 97.5 22.5]');
    expect(inner.dict).toContain('/S /Transparency');
    expect(raw).toContain('/ca 0.4');
  });

  it('shades gradients, each colour held before the first stop and after the last', async () => {
    const paint = {
      shape: { along: 'line', at: [0, 0, 1, 0] },
      matrix: [20, 0, 0, 10, 2, 4],
      stops: [
        { offset: 0.25, color: '#ff0000' },
        { offset: 1, color: '#0000ff' },
      ],
    } as const;
    const { raw, forms } = await formsOf([square({ fill: { paint, opacity: 1 } })]);
    expect(forms[0]!.content).toContain('h W n 20 0 0 10 2 4 cm /S1 sh Q');
    expect(raw).toMatch(/\/ShadingType 2/);
    expect(raw).toMatch(/\/Bounds \[0\.25\]/);
  });
});
