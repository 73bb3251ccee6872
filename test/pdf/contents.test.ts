// The list of contents in the PDF: tagged, linked, in line, not part of the text; and counted pages.

import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Block, Contents } from '../../src/model/block.ts';
import { blocksText } from '../../src/model/text.ts';
import { openFaces } from '../../src/render/pdf/faces.ts';
import type { Mark, TextMark } from '../../src/render/pdf/galley.ts';
import { renderPdf } from '../../src/render/pdf/index.ts';
import { type Layout, layOut } from '../../src/render/pdf/layout.ts';
import { measurePages } from '../../src/render/pdf/measure.ts';
import {
  makeSample,
  paragraph,
  type Sample,
  sampleFonts,
  sentence,
  text,
} from '../render/sample-paper.ts';
import { dumpPages, dumpStructure } from './dump-layout.ts';
import { pdfText, squeezed } from './extract-text.ts';
import { dict, PdfName, type PdfRef, readObjects } from './pdf-objects.ts';

const deflate = (bytes: Uint8Array): Uint8Array => new Uint8Array(deflateSync(bytes));

const names = [
  'Purpose',
  'Goals',
  'A heading so long that it needs two lines, however small the type of a list of contents is set on paper',
  'Signatures',
];

/** Four headings with their anchors, forty lines below each, and the list before them. */
function sample(entries: Contents['entries'] = list): Sample {
  const body = Array.from({ length: 40 }, (_, index) =>
    paragraph('body', sentence('latin', index)),
  );
  const blocks = names.flatMap((name, index): Block[] => [
    {
      kind: 'heading',
      level: 1,
      ...(index < 3 ? { number: { scheme: 'clause', level: 0, label: String(index + 8) } } : {}),
      anchor: `h${index}`,
      content: [text(name)],
    },
    ...body,
  ]);
  return makeSample([{ kind: 'contents', title: 'Contents', entries }, ...blocks], 2);
}

const list: Contents['entries'] = names.map((name, index) => ({
  target: `h${index}`,
  ...(index < 3 ? { label: String(index + 8) } : {}),
  content: [text(name)],
  page: [1, 3, 5, 120][index]!,
}));

async function lay({ paper, theme }: Sample): Promise<Layout> {
  return layOut(paper, theme, openFaces(theme, await sampleFonts(theme)));
}

const isText = (mark: Mark): mark is TextMark => mark.kind === 'text';
const said = (mark: TextMark): string => mark.part.glyphs.map((glyph) => glyph.text).join('');

describe('a list of contents', () => {
  it('in readable form', async () => {
    const short = makeSample([{ kind: 'contents', title: 'Contents', entries: list }], 2, {
      status: 'final',
    });
    const layout = await lay(short);
    await expect(`${dumpPages(layout)}\n`).toMatchFileSnapshot('golden/contents.layout.txt');
    await expect(`${dumpStructure(layout.root)}\n`).toMatchFileSnapshot(
      'golden/contents.structure.txt',
    );
  });

  it('is not part of the text', async () => {
    const { paper, theme } = sample();
    const file = await renderPdf(paper, theme, await sampleFonts(theme), deflate);
    expect(squeezed(await pdfText(file))).toBe(squeezed(blocksText(paper.blocks)));
  });

  it('has its page numbers at the right edge, and no title runs into them', async () => {
    const { theme, paper } = sample();
    const layout = await lay({ paper, theme });
    const right = layout.width - (theme.page.marginMm.right * 72) / 25.4;
    const marks = layout.pages[0]!.marks.filter(isText);
    const end = (mark: TextMark): number => {
      const visible = Array.from(said(mark).trimEnd()).length;
      const glyphs = mark.part.glyphs.slice(0, visible);
      return mark.x + (glyphs.reduce((sum, { advance }) => sum + advance, 0) * mark.size) / 1000;
    };
    const size = theme.type.cell.size;
    const listed = marks.filter((mark) => mark.size === size && typeof mark.owner === 'number');
    const numbers = listed.filter((mark) => /^(1|3|5|120)$/.test(said(mark)));
    expect(numbers.map(said)).toEqual(['1', '3', '5', '120']);
    for (const mark of numbers) expect(end(mark)).toBeCloseTo(right, 3);
    const least = Math.min(...numbers.map((mark) => mark.x));
    for (const mark of listed) if (!numbers.includes(mark)) expect(end(mark)).toBeLessThan(least);
  });

  it('leads each entry to the page of its heading, which is the page that is counted', async () => {
    const { paper, theme } = sample();
    const fonts = await sampleFonts(theme);
    const counted = measurePages(paper, theme, fonts);
    const file = await renderPdf(paper, theme, fonts, deflate);
    const objects = readObjects(file);
    const pages = dict(objects, dict(objects, dict(objects, objects.get(0)!).Root).Pages)
      .Kids as PdfRef[];
    expect(counted.total).toBe(pages.length);
    const goals = [...objects.values()].flatMap((value) => {
      const each = dict(objects, value);
      const isLink = each.Subtype instanceof PdfName && each.Subtype.name === 'Link';
      return isLink
        ? [pages.findIndex((page) => page.num === (each.Dest as PdfRef[])[0]!.num) + 1]
        : [];
    });
    expect(goals).toEqual(names.map((_, index) => counted.pages.get(`h${index}`)));
    expect(new Set(goals).size).toBeGreaterThan(2);
  });

  it('without entries is nothing', async () => {
    const layout = await lay(makeSample([{ kind: 'contents', title: 'Contents', entries: [] }], 2));
    expect(layout.root.kids).toEqual([]);
  });
});
