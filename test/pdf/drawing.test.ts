// Drawings in the PDF: figures with a text of their own, inside their place and legible in their room.

import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Block, DrawingFigure } from '../../src/model/block.ts';
import type { DrawnText } from '../../src/model/drawing.ts';
import { blocksText } from '../../src/model/text.ts';
import { openFaces } from '../../src/render/pdf/faces.ts';
import type { DrawingMark, DrawnLabel } from '../../src/render/pdf/galley.ts';
import { renderPdf } from '../../src/render/pdf/index.ts';
import { type Layout, layOut } from '../../src/render/pdf/layout.ts';
import {
  logosBlock,
  makeSample,
  paragraph,
  type Sample,
  sampleFonts,
  text,
} from '../render/sample-paper.ts';
import { pdfText, type StructureElement, squeezed, structureOf } from './extract-text.ts';
import { dict, readObjects } from './pdf-objects.ts';

const deflate = (bytes: Uint8Array): Uint8Array => new Uint8Array(deflateSync(bytes));

const label = (more: Partial<DrawnText> = {}): DrawnText => ({
  kind: 'text',
  x: 10,
  y: 10,
  text: 'Opening',
  size: 8,
  color: '#123456',
  anchor: 'start',
  maxWidth: 60,
  ...more,
});

const drawing = (
  shapes: DrawingFigure['drawing']['shapes'],
  more: Partial<DrawingFigure['drawing']> = {},
): DrawingFigure => ({
  kind: 'drawing',
  drawing: { widthMm: 160, heightMm: 40, shapes, ...more },
  alt: 'When what happens',
  caption: [text('The year at a glance')],
});

async function lay({ paper, theme }: Sample): Promise<Layout> {
  return layOut(paper, theme, openFaces(theme, await sampleFonts(theme)));
}

const drawn = (layout: Layout): readonly DrawingMark[] =>
  layout.pages.flatMap(({ marks }) => marks.filter((mark) => mark.kind === 'drawing'));

const labelsOf = (mark: DrawingMark): readonly DrawnLabel[] =>
  mark.items.filter((item) => item.kind === 'label');

const widthOf = ({ parts, size }: DrawnLabel): number =>
  (parts.reduce((sum, part) => sum + part.width, 0) * size) / 1000;

const mm = 72 / 25.4;

it('a ribbon below logos is drawn outside the structure', async () => {
  const rect = { kind: 'rect', x: 0, y: 0, width: 80, height: 1, fill: '#123456' } as const;
  const ribbon = { widthMm: 160, heightMm: 1, shapes: [rect] };
  const [logos] = [logosBlock(2)].flatMap((each) => (each.kind === 'logos' ? [each] : []));
  const layout = await lay(makeSample([{ ...logos!, ribbon }], 2));
  expect(drawn(layout).map(({ owner, width }) => [owner, Math.round(width)])).toEqual([
    ['rule', Math.round(160 * mm)],
  ]);
});

describe('a drawing', () => {
  it('is a figure with its words and its place; its labels stand inside and are not the text', async () => {
    const blocks: readonly Block[] = [paragraph('body', 'Before.'), drawing([label()])];
    const { paper, theme } = makeSample(blocks, 2);
    const file = await renderPdf(paper, theme, await sampleFonts(theme), deflate);
    expect(squeezed(await pdfText(file))).toBe(squeezed(blocksText(blocks)));
    expect(squeezed(await pdfText(file))).not.toContain('Opening');
    const find = (element: StructureElement, type: string): StructureElement | undefined =>
      element.type === type
        ? element
        : element.kids.flatMap((kid) => ('mcid' in kid ? [] : (find(kid, type) ?? [])))[0];
    const figure = find(structureOf(file), 'Figure')!;
    expect(figure.dict.Alt).toBe('When what happens');
    expect(figure.kids).toHaveLength(1);
    const box = dict(readObjects(file), figure.dict.A).BBox as readonly number[];
    expect(box[2]! - box[0]!).toBeCloseTo(160 * mm, 1);
    expect(box[3]! - box[1]!).toBeCloseTo(40 * mm, 1);
  });

  it('sets a text that is longer than its room smaller, all of it', async () => {
    const long = 'A very long name for a small opening in the courtyard of the library';
    const layout = await lay(
      makeSample([drawing([label({ text: long, maxWidth: 20 }), label()])], 2),
    );
    const [small, plain] = labelsOf(drawn(layout)[0]!);
    expect(widthOf(small!)).toBeCloseTo(20 * mm, 3);
    expect(small!.parts.flatMap((part) => part.glyphs.map((glyph) => glyph.text)).join('')).toBe(
      long,
    );
    expect(plain!.size).toBe(8);
  });

  it('puts a text with its middle or its end on its place, turned or not', async () => {
    const turned = (anchor: DrawnText['anchor'], turn?: 45 | 90): DrawnText =>
      label({ anchor, ...(turn ? { turn } : {}) });
    const layout = await lay(
      makeSample(
        [drawing([turned('start'), turned('middle'), turned('end'), turned('end', 90)])],
        2,
      ),
    );
    const labels = labelsOf(drawn(layout)[0]!);
    const at = 10 * mm;
    const width = widthOf(labels[0]!);
    expect(labels.map(({ x, y }) => [x, y].map((value) => value.toFixed(3)))).toEqual(
      [
        [at, at],
        [at - width / 2, at],
        [at - width, at],
        [at, at + width],
      ].map((place) => place.map((value) => value.toFixed(3))),
    );
  });

  it('wider than the text is set smaller as a whole', async () => {
    const sample = makeSample([drawing([label()], { widthMm: 400, heightMm: 100 })], 2);
    const [mark] = drawn(await lay(sample));
    const { widthMm, marginMm } = sample.theme.page;
    const width = widthMm - marginMm.left - marginMm.right;
    expect(mark!.width).toBeCloseTo(width * mm, 3);
    expect(mark!.height).toBeCloseTo((width / 4) * mm, 3);
    expect(labelsOf(mark!)[0]!.size).toBeCloseTo((8 * width) / 400, 3);
  });

  it('that nearly fits is set a little smaller to stay with its text; else it moves', async () => {
    const line = paragraph('body', 'Line.');
    const lines = (count: number): readonly Block[] => Array.from({ length: count }, () => line);
    const heights = new Set<number>();
    for (let count = 16; count < 26; count += 1) {
      const layout = await lay(
        makeSample([...lines(count), drawing([label()], { heightMm: 90 })], 2),
      );
      const [mark] = drawn(layout);
      heights.add(Math.round((mark!.height / mm) * 10) / 10);
      const page = layout.pages.findIndex(({ marks }) => marks.includes(mark!));
      if (mark!.height / mm < 89) expect(page).toBe(0);
      expect(mark!.height / mm).toBeGreaterThanOrEqual(80.9);
    }
    expect([...heights].some((height) => height < 89.9)).toBe(true);
    expect(heights).toContain(90);
  });
});
