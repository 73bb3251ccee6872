// Drawings as Word gets them: native shapes in a group, texts in boxes, an alternative text for all.

import { describe, expect, test } from 'vitest';
import type { Block } from '../../src/model/block.ts';
import { makeSample } from '../render/sample-paper.ts';
import { edgePapers } from './edge-papers.ts';
import { open } from './rendering.ts';
import { dump } from './xml-dump.ts';
import { all, elements, find, type Node, valueAt } from './xml-tree.ts';

/** The shapes as drawn, without the ground below them. */
const shapesOf = (document: Node, drawing: number): readonly Node[] =>
  all(all(document, 'wpg:wgp')[drawing]!, 'wps:wsp').slice(1);
const numberAt = (node: Node | undefined, name: string): number => Number(node?.attributes[name]);
/** The middle of a shape and its size, in millimetres to a tenth. */
const boxOf = (shape: Node): readonly number[] => {
  const at = find(shape, 'wps:spPr', 'a:xfrm', 'a:off');
  const size = find(shape, 'wps:spPr', 'a:xfrm', 'a:ext');
  const [width, height] = [numberAt(size, 'cx'), numberAt(size, 'cy')];
  return [numberAt(at, 'x') + width / 2, numberAt(at, 'y') + height / 2, width, height].map(
    (emu) => Math.round(emu / 3_600) / 10,
  );
};

describe('a drawing', () => {
  test('is a group with an alternative text, which stands in where shapes are not known', async () => {
    const { document } = await open(edgePapers.drawings!());
    const [first, second] = all(document, 'mc:AlternateContent');
    expect(find(first, 'mc:Choice')?.attributes).toEqual({ Requires: 'wpg' });
    expect(all(first!, 'wp:docPr')[0]?.attributes).toEqual({
      id: '1',
      name: 'Drawing 1',
      descr: 'The plan: <1> before the rest.',
    });
    expect(find(first, 'mc:Fallback', 'w:t')?.children).toEqual(['The plan: <1> before the rest.']);
    expect(all(second!, 'wp:docPr')[0]?.attributes.id).toBe('2');
    const ids = all(document, 'wps:cNvPr').map((each) => each.attributes.id);
    expect(new Set(ids).size).toBe(20);
    const figures = elements(find(document, 'w:body'), 'w:p').map((each) => [
      valueAt(each, 'w:pPr', 'w:pStyle'),
      find(each, 'w:pPr', 'w:keepNext') !== undefined,
    ]);
    expect(figures.slice(2)).toEqual([
      ['Figure', true],
      ['Caption', false],
      ['Figure', false],
    ]);
  });

  test('has a ground that cannot be seen, and room for what reaches beyond its edge', async () => {
    const { document } = await open(edgePapers.drawings!());
    const group = all(document, 'wpg:wgp')[0]!;
    expect(dump(find(group, 'wps:wsp', 'wps:spPr')!)).toEqual([
      'wps:spPr',
      '  a:xfrm',
      '    a:off x=0 y=0',
      '    a:ext cx=3600000 cy=1080000',
      '  a:prstGeom prst=rect',
      '    a:avLst',
      '  a:noFill',
      '  a:ln',
      '    a:noFill',
    ]);
    const beyond: Block = {
      kind: 'drawing',
      alt: 'x',
      drawing: {
        widthMm: 50,
        heightMm: 20,
        shapes: [{ kind: 'circle', x: 0, y: 10, radius: 5, fill: '#aabbcc' }],
      },
    };
    const { document: other } = await open(makeSample([beyond], 1));
    const frame = find(all(other, 'wpg:grpSpPr')[0], 'a:xfrm')!;
    // 5 mm more on the left.
    expect(dump(frame)).toEqual([
      'a:xfrm',
      '  a:off x=0 y=0',
      '  a:ext cx=1980000 cy=720000',
      '  a:chOff x=-180000 y=0',
      '  a:chExt cx=1980000 cy=720000',
    ]);
  });

  test('has its shapes where they are drawn', async () => {
    const { document } = await open(edgePapers.drawings!());
    const shapes = shapesOf(document, 0).slice(0, 4);
    expect(shapes.flatMap((shape) => dump(find(shape, 'wps:spPr')!))).toMatchInlineSnapshot(`
      [
        "wps:spPr",
        "  a:xfrm",
        "    a:off x=0 y=0",
        "    a:ext cx=1440000 cy=360000",
        "  a:prstGeom prst=roundRect",
        "    a:avLst",
        "      a:gd name=adj fmla=val 20000",
        "  a:solidFill",
        "    a:srgbClr val=AABBCC",
        "  a:ln",
        "    a:noFill",
        "wps:spPr",
        "  a:xfrm flipV=1",
        "    a:off x=0 y=360000",
        "    a:ext cx=1440000 cy=360000",
        "  a:prstGeom prst=line",
        "    a:avLst",
        "  a:ln w=6350 cap=flat",
        "    a:solidFill",
        "      a:srgbClr val=334455",
        "    a:custDash",
        "      a:ds d=600000 sp=400000",
        "wps:spPr",
        "  a:xfrm",
        "    a:off x=1710000 y=270000",
        "    a:ext cx=180000 cy=180000",
        "  a:prstGeom prst=ellipse",
        "    a:avLst",
        "  a:noFill",
        "  a:ln w=6350 cap=flat",
        "    a:solidFill",
        "      a:srgbClr val=334455",
        "wps:spPr",
        "  a:xfrm",
        "    a:off x=2160000 y=180000",
        "    a:ext cx=180000 cy=360000",
        "  a:custGeom",
        "    a:avLst",
        "    a:gdLst",
        "    a:ahLst",
        "    a:cxnLst",
        "    a:rect l=l t=t r=r b=b",
        "    a:pathLst",
        "      a:path w=180000 h=360000",
        "        a:moveTo",
        "          a:pt x=0 y=0",
        "        a:lnTo",
        "          a:pt x=180000 y=180000",
        "        a:lnTo",
        "          a:pt x=0 y=360000",
        "        a:close",
        "  a:solidFill",
        "    a:srgbClr val=DDEEFF",
        "  a:ln",
        "    a:noFill",
      ]
    `);
  });

  test('is made smaller where it is wider than the page', async () => {
    const { document } = await open(edgePapers.drawings!());
    const [whole, half] = [shapesOf(document, 0), shapesOf(document, 1)];
    // 320 mm into the 160 mm between the margins.
    expect(all(document, 'wp:extent').map((each) => numberAt(each, 'cx') / 36_000)).toEqual([
      100,
      expect.closeTo(160, 1),
    ]);
    expect(boxOf(whole[0]!)).toEqual([20, 5, 40, 10]);
    expect(boxOf(half[0]!)).toEqual([10, 2.5, 20, 5]);
    const size = (shape: Node): string | undefined => all(shape, 'w:sz')[0]?.attributes['w:val'];
    expect([size(whole[4]!), size(half[4]!)]).toEqual(['16', '8']);
  });
});

describe('the text of a drawing', () => {
  test('has a style, its own size and colour, and is set smaller where its room is short', async () => {
    const { document } = await open(edgePapers.drawings!());
    const texts = shapesOf(document, 0).slice(4);
    expect(
      texts.map((shape) => {
        const line = all(shape, 'w:p')[0]!;
        const run = find(line, 'w:r', 'w:rPr');
        return [
          find(line, 'w:r', 'w:t')?.children.join(''),
          valueAt(line, 'w:pPr', 'w:pStyle'),
          valueAt(line, 'w:pPr', 'w:jc'),
          Number(valueAt(run, 'w:sz')) / 2,
          valueAt(run, 'w:color'),
        ];
      }),
    ).toEqual([
      ['Start <1>', 'DrawingText', 'left', 8, '112233'],
      ['too long for its room', 'DrawingText', 'center', 3.5, '112233'],
      ['upright', 'DrawingText', 'right', 8, '112233'],
      ['slanting', 'DrawingText', 'left', 8, '112233'],
      // A paragraph from right to left begins on the right.
      ['ספריית העיר', 'DrawingText', 'right', 8, '112233'],
    ]);
    expect(find(all(texts[4]!, 'w:p')[0], 'w:pPr', 'w:bidi')).toBeDefined();
    expect(all(texts[4]!, 'w:rtl')).toHaveLength(1);
  });

  test('stands at its anchor, upright and slanting too', async () => {
    const { document } = await open(edgePapers.drawings!());
    const [start, middle, upright, slanting] = shapesOf(document, 0).slice(4).map(boxOf);
    const half = 0.5;
    // All are anchored at (20, 10); the middle of a line of 8 points lies 1.1 mm above its base line.
    expect(start![0]! - start![2]! * half).toBeCloseTo(20, 0);
    expect(start![1]).toBe(8.9);
    expect(middle![0]).toBe(20);
    // Reading upwards, an end at the anchor means a box below it.
    expect(upright![1]! - upright![3]! * half).toBeCloseTo(10, 0);
    expect(upright![0]).toBe(18.9);
    expect(slanting![0]! - 20).toBeGreaterThan(0);
    expect(10 - slanting![1]!).toBeGreaterThan(0);
    const [, , up, slant] = shapesOf(document, 0).slice(4);
    expect(all(up!, 'w:textDirection').map((each) => each.attributes['w:val'])).toEqual(['btLr']);
    expect(find(slant, 'wps:spPr', 'a:xfrm')?.attributes.rot).toBe('18900000');
  });
});
