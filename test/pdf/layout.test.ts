// Where lines and blocks fall: the rules of a good page, on plain layout data without a PDF.

import { describe, expect, it } from 'vitest';
import type { Block, Cell } from '../../src/model/block.ts';
import { openFaces } from '../../src/render/pdf/faces.ts';
import type { Mark, TextMark } from '../../src/render/pdf/galley.ts';
import { type Layout, layOut } from '../../src/render/pdf/layout.ts';
import type { Tag } from '../../src/render/pdf/tags.ts';
import {
  cell,
  makeSample,
  paragraph,
  randomPaper,
  type Sample,
  sampleFonts,
  samples,
  signaturesPaper,
  tablePaper,
  tallRowsPaper,
  text,
} from '../render/sample-paper.ts';

async function lay({ paper, theme }: Sample): Promise<Layout> {
  return layOut(paper, theme, openFaces(theme, await sampleFonts(theme)));
}

const isText = (mark: Mark): mark is TextMark => mark.kind === 'text';
const textOf = (mark: TextMark): string => mark.part.glyphs.map((glyph) => glyph.text).join('');
const bodyText = (marks: readonly Mark[]): readonly TextMark[] =>
  marks.filter(isText).filter((mark) => typeof mark.owner === 'number');
const pageTexts = (layout: Layout): string[] =>
  layout.pages.map(({ marks }) => marks.filter(isText).map(textOf).join(''));

/** Finds the elements of a type, each with all slots below it. */
function elements(tag: Tag, type: string): readonly ReadonlySet<number>[] {
  const slots = (each: Tag): number[] =>
    each.kids.flatMap((kid) => (typeof kid === 'number' ? [kid] : slots(kid)));
  const own = tag.type === type ? [new Set(slots(tag))] : [];
  return [
    ...own,
    ...tag.kids.flatMap((kid) => (typeof kid === 'number' ? [] : elements(kid, type))),
  ];
}

const many: readonly (readonly [string, () => Sample])[] = [
  ...Object.entries(samples),
  ...Array.from({ length: 8 }, (_, seed) => [`random ${seed}`, () => randomPaper(seed)] as const),
];

describe('every page', () => {
  it.each(many)('keeps text inside the margins: %s', async (_, make) => {
    const sample = make();
    const layout = await lay(sample);
    const { marginMm } = sample.theme.page;
    const mm = 72 / 25.4;
    for (const { marks } of layout.pages) {
      for (const mark of bodyText(marks)) {
        const visible = textOf(mark).trimEnd();
        const width = mark.part.lacking
          ? mark.part.width
          : mark.part.glyphs
              .slice(0, Array.from(visible).length)
              .reduce((sum, glyph) => sum + glyph.advance, 0);
        expect(mark.x).toBeGreaterThanOrEqual(marginMm.left * mm - 0.1);
        expect(mark.x + (width * mark.size) / 1000).toBeLessThanOrEqual(
          layout.width - marginMm.right * mm + 0.5,
        );
        expect(mark.y).toBeGreaterThan(marginMm.top * mm);
        expect(mark.y).toBeLessThan(layout.height - marginMm.bottom * mm);
      }
    }
  });

  it.each(many)('has text, and no heading at its foot: %s', async (_, make) => {
    const layout = await lay(make());
    const headings = ['H1', 'H2', 'H3', 'H4'].flatMap((type) => elements(layout.root, type));
    const isHeading = (slot: number): boolean => headings.some((each) => each.has(slot));
    for (const { marks } of layout.pages) {
      const content = marks.filter(
        (mark) =>
          (mark.kind === 'text' || mark.kind === 'picture') && typeof mark.owner === 'number',
      ) as readonly (Mark & { owner: number })[];
      expect(content.length).toBeGreaterThan(0);
      expect(isHeading(content.at(-1)!.owner)).toBe(false);
    }
  });

  it.each(many)('leaves no single line of a paragraph behind: %s', async (_, make) => {
    const layout = await lay(make());
    const inTables = elements(layout.root, 'Table');
    for (const slots of elements(layout.root, 'P')) {
      if (inTables.some((table) => [...slots].some((slot) => table.has(slot)))) continue;
      const counts = layout.pages
        .map(({ marks }) => {
          const own = bodyText(marks).filter((mark) => slots.has(mark.owner as number));
          return new Set(own.map((mark) => mark.y)).size;
        })
        .filter((count) => count > 0);
      if (counts.length > 1) expect(Math.min(...counts)).toBeGreaterThanOrEqual(2);
    }
  });
});

describe('tables', () => {
  it('repeat their header as an artifact on every later page', async () => {
    const layout = await lay(tablePaper(60));
    expect(layout.pages.length).toBeGreaterThan(2);
    layout.pages.forEach(({ marks }, index) => {
      const repeated = marks
        .filter((mark) => isText(mark) && mark.owner === 'repeat')
        .map((mark) => textOf(mark as TextMark));
      expect(repeated).toEqual(index ? ['Task', 'Lead', 'When', 'Cost'] : []);
    });
  });

  it('keep a row whole where it fits a page', async () => {
    const layout = await lay(tablePaper(60));
    for (const slots of elements(layout.root, 'TR')) {
      const pages = layout.pages.filter(({ marks }) =>
        bodyText(marks).some((mark) => slots.has(mark.owner as number)),
      );
      expect(pages.length).toBe(1);
    }
  });

  it('stand level: the first lines of a row share a baseline', async () => {
    const layout = await lay(tablePaper(3));
    for (const slots of elements(layout.root, 'TR')) {
      const cells = elements(layout.root, 'TD').concat(elements(layout.root, 'TH'));
      const own = cells.filter((cell) => [...cell].some((slot) => slots.has(slot)));
      const marks = bodyText(layout.pages[0]!.marks);
      const tops = own.map((cell) =>
        Math.min(...marks.filter((mark) => cell.has(mark.owner as number)).map((mark) => mark.y)),
      );
      expect(new Set(tops).size).toBe(1);
    }
  });

  it('cut rows taller than a page between lines and lose nothing', async () => {
    const layout = await lay(tallRowsPaper());
    expect(layout.pages.length).toBeGreaterThan(4);
    const words = layout.text.match(/\bpartners\b|\bpartner\b/g)!;
    expect(words.length).toBeGreaterThan(80);
    const tall = elements(layout.root, 'TR')[2]!;
    const pages = layout.pages.filter(({ marks }) =>
      bodyText(marks).some((mark) => tall.has(mark.owner as number)),
    );
    expect(pages.length).toBeGreaterThan(2);
  });

  const lineCell = (count: number): Cell =>
    cell(Array.from({ length: count }, (_, at) => `Line ${at} ${'m'.repeat(20)}`).join(' '));
  /** A table whose second row has so many lines, below so many lines of text. */
  const oneTallRow = (tall: number, before: number): Sample =>
    makeSample(
      [
        ...Array.from({ length: before }, () => paragraph('body', 'Line.')),
        {
          kind: 'table',
          style: 'grid',
          summary: '',
          columns: [
            { share: 1, align: 'start' },
            { share: 1, align: 'start' },
          ],
          header: { cells: [cell('One'), cell('Other')] },
          rows: [3, tall, 3].map((count) => ({ cells: [lineCell(count), cell('Short')] })),
        },
      ],
      2,
    );
  const linesByPage = (layout: Layout): readonly number[] => {
    const row = elements(layout.root, 'TR')[2]!;
    return layout.pages
      .map(({ marks }) => bodyText(marks).filter((mark) => row.has(mark.owner as number)))
      .map((marks) => new Set(marks.map((mark) => mark.y)).size);
  };

  it('cut a row higher than a third of a page, with two lines at least on either side', async () => {
    let cuts = 0;
    for (let before = 10; before < 26; before += 1) {
      const found = linesByPage(await lay(oneTallRow(30, before))).filter((count) => count > 0);
      if (found.length > 1) cuts += 1;
      for (const count of found) expect(count).toBeGreaterThanOrEqual(2);
    }
    expect(cuts).toBeGreaterThan(4);
  });

  it('never cut a lower row: it moves', async () => {
    for (let before = 14; before < 30; before += 1) {
      const found = linesByPage(await lay(oneTallRow(12, before))).filter((count) => count > 0);
      expect(found.length).toBe(1);
    }
  });

  it('leave no low row alone at the foot or the head of a page', async () => {
    for (let before = 8; before < 30; before += 1) {
      const lines = Array.from({ length: before }, () => paragraph('body', 'Line.'));
      const rows = Array.from({ length: 12 }, (_, at) => ({ cells: [cell(`Row ${at}`)] }));
      const column = { share: 1, align: 'start' } as const;
      const table: Block = {
        kind: 'table',
        style: 'grid',
        summary: '',
        columns: [column],
        header: { cells: [cell('All')] },
        rows,
      };
      const texts = pageTexts(await lay(makeSample([...lines, table], 2)));
      const counts = texts.map((each) => each.match(/Row \d+/g)?.length ?? 0);
      expect(counts.filter((count) => count === 1)).toEqual([]);
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(12);
    }
  });

  it('without rows print their header; without anything, nothing', async () => {
    expect(pageTexts(await lay(tablePaper(0)))[0]).toContain('TaskLeadWhenCost');
    const empty: Block = { kind: 'table', style: 'facts', summary: '', columns: [], rows: [] };
    const layout = await lay(makeSample([paragraph('body', 'Only this.'), empty], 2));
    expect(elements(layout.root, 'Table')).toEqual([]);
  });
});

describe('signatures', () => {
  it.each(Array.from({ length: 16 }, (_, index) => 12 + index))(
    'are never torn or alone, after %i lines',
    async (lines) => {
      const layout = await lay(signaturesPaper(3, 2, lines));
      const texts = pageTexts(layout);
      const first = texts.findIndex((each) => each.includes('Signature '));
      expect(texts[first]).toContain('Signed for the partners');
      // At least two lines of the agreement stand before the heading of the signatures.
      expect(texts[first]!.indexOf('9 Signatures')).toBeGreaterThan(100);
      for (const block of elements(layout.root, 'Div')) {
        const pages = layout.pages.filter(({ marks }) =>
          bodyText(marks).some((mark) => block.has(mark.owner as number)),
        );
        expect(pages.length).toBe(1);
      }
    },
  );

  it('bring the lead-in and what stands before it along, even when nobody asked for it', async () => {
    for (let lines = 14; lines < 30; lines += 1) {
      const { paper, theme } = signaturesPaper(2, 2, lines);
      const blocks = paper.blocks
        .filter((block) => block.kind !== 'heading' || block.level === 0)
        .map((block) =>
          block.kind === 'paragraph' ? paragraph(block.style, block.content) : block,
        );
      const texts = pageTexts(await lay({ paper: { ...paper, blocks }, theme }));
      const page = texts.findIndex((each) => each.includes('Signature '));
      const before = texts[page]!.slice(0, texts[page]!.indexOf('Signed for the partners'));
      expect(texts[page]).toContain('Signed for the partners');
      expect(before.length).toBeGreaterThan(100);
    }
  });
});

describe('the box of open points', () => {
  /** Returns on which page the title stands, and each point. */
  const pagesOf = async (before: number, points: number): Promise<readonly number[]> => {
    const blocks: Block[] = Array.from({ length: before }, () =>
      paragraph('body', [text('A line.')]),
    );
    const items = Array.from({ length: points }, (_, index) => [text(`Point ${index + 1}.`)]);
    const notice: Block = { kind: 'notice', style: 'box', title: 'Open before signing', items };
    const texts = pageTexts(await lay(makeSample([...blocks, notice], 2)));
    return ['Open before', ...items.map((_, index) => `Point ${index + 1}.`)].map((words) =>
      texts.findIndex((each) => each.includes(words)),
    );
  };

  it('is whole where it takes no more than a third of a page', async () => {
    for (let before = 15; before < 40; before += 1) {
      expect(new Set(await pagesOf(before, 10)).size, `after ${before} lines`).toBe(1);
    }
  });

  it('is parted between points where it takes more, and never after its title or before the last', async () => {
    const sizes = new Set<number>();
    for (let before = 15; before < 40; before += 1) {
      const pages = await pagesOf(before, 30);
      sizes.add(new Set(pages).size);
      expect(pages[1], `after ${before} lines`).toBe(pages[0]);
      expect(pages.at(-1), `after ${before} lines`).toBe(pages.at(-2));
    }
    expect(sizes).toContain(2);
  });
});

describe('lists', () => {
  it('leave no item of one line alone at the foot or the head of a page', async () => {
    for (let before = 20; before < 36; before += 1) {
      const lines = Array.from({ length: before }, () => paragraph('body', 'Line.'));
      const items = Array.from({ length: 6 }, (_, at) => ({
        content: [paragraph('body', `Item ${at}`)],
      }));
      const list: Block = { kind: 'list', marker: 'bullet', start: 1, items };
      const texts = pageTexts(await lay(makeSample([...lines, list], 2)));
      const counts = texts.map((each) => each.match(/Item \d/g)?.length ?? 0);
      expect(counts.filter((count) => count === 1)).toEqual([]);
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(6);
    }
  });
});

describe('page breaks', () => {
  const before = paragraph('body', 'Before.');
  it('open a page, never an empty one', async () => {
    const breaks: Block = { kind: 'pageBreak' };
    const one = await lay(makeSample([breaks, before, breaks], 2));
    expect(one.pages.length).toBe(1);
    const two = await lay(makeSample([before, breaks, breaks, paragraph('body', 'After.')], 2));
    expect(two.pages.length).toBe(2);
  });
});

describe('headings', () => {
  const heading = (level: 0 | 1 | 2 | 3): Block => ({
    kind: 'heading',
    level,
    content: [text(`Level ${level}`)],
  });
  it.each([
    [
      [0, 1, 2, 3, 1],
      ['H1', 'H2', 'H3', 'H4', 'H2'],
    ],
    [
      [1, 2, 1],
      ['H1', 'H2', 'H1'],
    ],
    [
      [0, 2, 3, 1],
      ['H1', 'H2', 'H3', 'H2'],
    ],
  ] as const)('of levels %j become %j', async (levels, types) => {
    const blocks = levels.flatMap((level) => [heading(level), paragraph('body', 'Text.')]);
    const layout = await lay(makeSample(blocks, 2));
    const found = layout.root.kids.flatMap((kid) =>
      typeof kid !== 'number' && kid.type !== 'P' ? [kid.type] : [],
    );
    expect(found).toEqual(types);
  });
});
