// Which drawings become shapes, what shapes they become, and which stay pixels.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanSvg } from '../../src/assets/svg.ts';
import { vectorOf } from '../../src/assets/vector.ts';
import { readPath } from '../../src/assets/vector-path.ts';
import type { VectorItem, VectorPicture } from '../../src/model/vector.ts';
import { nodeRasteriser } from '../../src/node/rasteriser.ts';

const { rasterise } = nodeRasteriser();

/** Draws SVG content as a build does, and returns its shapes. */
async function shapes(
  inner: string,
  frame = 'width="40" height="20" viewBox="0 0 40 20"',
): Promise<VectorPicture | undefined> {
  const cleaned = cleanSvg(`<svg xmlns="http://www.w3.org/2000/svg" ${frame}>${inner}</svg>`);
  if (!cleaned.ok || cleaned.format !== 'svg') throw new Error('not an SVG');
  const bytes = new TextEncoder().encode(cleaned.svg);
  const image = await rasterise(bytes, 'svg', { maxWidthPx: 40, maxHeightPx: 40 });
  return vectorOf(image.simpleSvg!);
}

const simple = (inner: string): VectorPicture | undefined =>
  vectorOf(
    `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" viewBox="0 0 40 20">${inner}</svg>`,
  );

/** All items of a picture, groups before what they hold. */
const flat = (items: readonly VectorItem[]): readonly VectorItem[] =>
  items.flatMap((item) => [item, ...(item.kind === 'group' ? flat(item.items) : [])]);

const kinds = (picture: VectorPicture | undefined): readonly string[] =>
  picture ? flat(picture.items).map((item) => item.kind) : ['pixels'];

describe('become shapes:', () => {
  test('plain fills and strokes, with all that a pen has', async () => {
    const picture = await shapes(
      '<path d="M1 2h10v5z" fill="#c00" fill-opacity=".5" fill-rule="evenodd" stroke="#0000ff" stroke-width="2" stroke-linecap="round" stroke-linejoin="bevel" stroke-dasharray="3 1" stroke-dashoffset="2"/>',
    );
    expect(flat(picture!.items)[1]).toEqual({
      kind: 'path',
      outline: {
        segments: [
          { to: 'move', at: [1, 2] },
          { to: 'line', at: [11, 2] },
          { to: 'line', at: [11, 7] },
          { to: 'close' },
        ],
        evenOdd: true,
      },
      fill: { paint: '#cc0000', opacity: 0.5 },
      stroke: {
        color: '#0000ff',
        opacity: 1,
        width: 2,
        cap: 'round',
        join: 'bevel',
        miterLimit: 4,
        dash: { lengths: [3, 1], offset: 2 },
      },
    });
  });

  test('text, rectangles, circles and repeated symbols, all as outlines', async () => {
    const picture = await shapes(
      '<defs><circle id="dot" r="2"/></defs><text x="2" y="9" font-size="8">Ab</text><rect width="4" height="4" rx="1"/><use href="#dot" x="9" y="9"/>',
    );
    const all = flat(picture!.items);
    expect(new Set(all.map((item) => item.kind))).toEqual(new Set(['group', 'path']));
    const curves = all.flatMap((item) =>
      item.kind === 'path' ? item.outline.segments.filter(({ to }) => to === 'curve') : [],
    );
    expect(curves.length).toBeGreaterThan(8);
  });

  test('a group with its opacity and its clip', async () => {
    const picture = await shapes(
      '<clipPath id="c"><path d="M0 0h9v9H0z" clip-rule="evenodd"/></clipPath><g opacity=".4" clip-path="url(#c)" transform="translate(1 2)"><path d="M0 0h4v4z"/><path d="M2 2h4v4z"/></g>',
    );
    const groups = flat(picture!.items).filter((item) => item.kind === 'group');
    expect(groups.some((group) => group.opacity === 0.4)).toBe(true);
    expect(groups.flatMap((group) => group.clips).some((clip) => clip.evenOdd)).toBe(true);
    expect(groups.some((group) => group.matrix?.[4] === 1 && group.matrix[5] === 2)).toBe(true);
  });

  test('gradients along a line and between circles', async () => {
    const picture = await shapes(
      '<linearGradient id="l"><stop stop-color="#fff"/><stop offset="1" stop-color="#123456"/></linearGradient><radialGradient id="r" gradientUnits="userSpaceOnUse" cx="5" cy="6" r="4" fx="4"><stop stop-color="red"/><stop offset=".5" stop-color="#0f0"/></radialGradient><rect x="2" y="4" width="20" height="10" fill="url(#l)"/><path d="M0 0h9v9z" fill="url(#r)"/>',
    );
    const paints = flat(picture!.items).flatMap((item) =>
      item.kind === 'path' && item.fill ? [item.fill.paint] : [],
    );
    expect(paints).toEqual([
      {
        shape: { along: 'line', at: [0, 0, 1, 0] },
        matrix: [20, 0, 0, 10, 2, 4],
        stops: [
          { offset: 0, color: '#ffffff' },
          { offset: 1, color: '#123456' },
        ],
      },
      {
        shape: { along: 'circles', at: [4, 6, 0, 5, 6, 4] },
        matrix: [1, 0, 0, 1, 0, 0],
        stops: [
          { offset: 0, color: '#ff0000' },
          { offset: 0.5, color: '#00ff00' },
        ],
      },
    ]);
  });

  test('a drawing whose sheet has a shape of its own stands in the middle of it', async () => {
    const picture = await shapes(
      '<path d="M10 10h80v80z"/>',
      'width="40" height="20" viewBox="0 0 100 100"',
    );
    expect([picture!.width, picture!.height]).toEqual([40, 20]);
    expect(flat(picture!.items)[0]).toMatchObject({ matrix: [0.2, 0, 0, 0.2, 10, 0] });
  });

  test('every logo of the examples that is an SVG', async () => {
    const folder = path.resolve(import.meta.dirname, '../../agreements/logos');
    const logos = readdirSync(folder).filter((name) => name.endsWith('.svg'));
    expect(logos.length).toBeGreaterThan(8);
    for (const name of logos) {
      const cleaned = cleanSvg(readFileSync(path.join(folder, name), 'utf8'));
      if (!cleaned.ok || cleaned.format !== 'svg') throw new Error(name);
      const bytes = new TextEncoder().encode(cleaned.svg);
      const image = await rasterise(bytes, 'svg', { maxWidthPx: 64, maxHeightPx: 64 });
      expect(kinds(vectorOf(image.simpleSvg!)), name).toContain('path');
    }
  });
});

describe('stay pixels:', () => {
  test.each([
    [
      'a mask',
      '<mask id="m"><rect width="9" height="9" fill="#fff"/></mask><rect mask="url(#m)" width="9" height="9"/>',
    ],
    ['blending', '<g style="mix-blend-mode:multiply"><rect width="9" height="9"/></g>'],
    [
      'a pattern',
      '<pattern id="p" width="2" height="2" patternUnits="userSpaceOnUse"><rect width="1" height="1"/></pattern><rect width="9" height="9" fill="url(#p)"/>',
    ],
    [
      'a gradient that can be seen through',
      '<linearGradient id="l"><stop stop-opacity=".5"/><stop offset="1"/></linearGradient><rect width="9" height="9" fill="url(#l)"/>',
    ],
    [
      'a gradient that repeats',
      '<linearGradient id="l" spreadMethod="reflect" x2=".2"><stop/><stop offset="1" stop-color="red"/></linearGradient><rect width="9" height="9" fill="url(#l)"/>',
    ],
    [
      'a line in a gradient',
      '<linearGradient id="l"><stop/><stop offset="1" stop-color="red"/></linearGradient><path d="M0 0L9 9" stroke="url(#l)"/>',
    ],
    [
      'a clip of two outlines',
      '<clipPath id="c"><rect width="2" height="2"/><rect x="4" width="2" height="2"/></clipPath><rect clip-path="url(#c)" width="9" height="9"/>',
    ],
    [
      'a clip in units of the box',
      '<clipPath id="c" clipPathUnits="objectBoundingBox"><rect width="1" height="1"/></clipPath><rect clip-path="url(#c)" width="9" height="9"/>',
    ],
  ])('%s', async (_, inner) => {
    expect(kinds(await shapes(inner))).toEqual(['pixels']);
  });

  test.each([
    ['a picture in it', '<image href="data:,"/>'],
    ['an attribute that is not known', '<path d="M0 0L1 1" filter="url(#f)"/>'],
    ['a relative outline', '<path d="m0 0l1 1"/>'],
    ['an outline that breaks off', '<path d="M0 0 L 1"/>'],
    ['a transform in another form', '<g transform="rotate(3)"><path d="M0 0L1 1"/></g>'],
    ['a colour in words', '<path d="M0 0L1 1" fill="red"/>'],
    ['a reference to nothing', '<path d="M0 0L1 1" fill="url(#x)"/>'],
    ['nothing to see', '<defs/>'],
    ['too many pieces', `<path d="M0 0 ${'L 1 1 '.repeat(20_001)}"/>`],
    ['groups without an end', `${'<g>'.repeat(30)}<path d="M0 0L1 1"/>${'</g>'.repeat(30)}`],
  ])('%s', (_, inner) => {
    expect(kinds(simple(inner))).toEqual(['pixels']);
  });
});

describe('outlines', () => {
  test('of quadratic curves become cubic ones', () => {
    expect(readPath('M 0 0 Q 3 6 6 0 Z', 9)).toEqual([
      { to: 'move', at: [0, 0] },
      { to: 'curve', at: [2, 4, 4, 4, 6, 0] },
      { to: 'close' },
    ]);
  });

  test('are read in any notation of numbers, or not at all', () => {
    expect(readPath('M-1.5,2e1L.5-3', 9)).toEqual([
      { to: 'move', at: [-1.5, 20] },
      { to: 'line', at: [0.5, -3] },
    ]);
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'MLCQZml0123.-e, ') }), (data) => {
        for (const segment of readPath(data, 50) ?? []) {
          if (segment.to !== 'close') expect(segment.at.every(Number.isFinite)).toBe(true);
        }
      }),
    );
  });
});
