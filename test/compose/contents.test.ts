// The list of contents: which papers have one, where it stands, what it says, and when it settles.

import { describe, expect, it } from 'vitest';
import { listContents, type PageCount, withContents } from '../../src/compose/contents.ts';
import { anchorHeadings } from '../../src/compose/heading-anchors.ts';
import { estimatePages } from '../../src/compose/page-estimate.ts';
import type { Block, Contents, Heading } from '../../src/model/block.ts';
import type { Paper } from '../../src/model/paper.ts';
import { openFaces } from '../../src/render/pdf/faces.ts';
import { layOut } from '../../src/render/pdf/layout.ts';
import { makeSample, paragraph, sampleFonts, samples, text } from '../render/sample-paper.ts';

const heading = (level: 0 | 1 | 2, words: string, anchor?: string, label?: string): Heading => ({
  kind: 'heading',
  level,
  ...(anchor ? { anchor } : {}),
  ...(label ? { number: { scheme: 'clause', level: 0, label } } : {}),
  content: [text(words)],
});

const blocks: readonly Block[] = [
  heading(0, 'Title'),
  paragraph('lead', 'between us'),
  heading(1, 'Background', 'background'),
  heading(1, 'Purpose', 'purpose', '1'),
  heading(2, 'Detail', 'detail', '1.1'),
  heading(1, 'Signatures', 'signatures'),
];

describe('a list of contents', () => {
  it('stands before the first heading and lists those of the first level', () => {
    const pages = new Map([
      ['background', 1],
      ['purpose', 2],
      ['detail', 2],
      ['signatures', 13],
    ]);
    const listed = withContents(blocks, 'Contents', (anchor) => pages.get(anchor));
    expect(listed.filter((_, index) => index !== 2)).toEqual(blocks);
    expect(listed[2]).toEqual({
      kind: 'contents',
      title: 'Contents',
      entries: [
        { target: 'background', content: [text('Background')], page: 1 },
        { target: 'purpose', label: '1', content: [text('Purpose')], page: 2 },
        { target: 'signatures', content: [text('Signatures')], page: 13 },
      ],
    });
  });

  it('leaves out what has no page, and itself where nothing is left', () => {
    const only = (wanted: string) => (anchor: string) => (anchor === wanted ? 3 : undefined);
    const [, , list] = withContents(blocks, 'Contents', only('purpose'));
    expect((list as Contents).entries.map(({ target }) => target)).toEqual(['purpose']);
    expect(withContents(blocks, 'Contents', only('nothing'))).toBe(blocks);
  });
});

describe('a paper', () => {
  const long = (): { paper: Paper; theme: ReturnType<typeof makeSample>['theme'] } =>
    makeSample([...blocks, paragraph('body', 'Many words stand here. '.repeat(3000))], 2);
  const listOf = (paper: Paper): Contents | undefined =>
    paper.blocks.find((block) => block.kind === 'contents');
  const counted = (total: number, purpose: number): PageCount => ({
    total,
    pages: new Map([['purpose', purpose]]),
  });

  it('that is surely short is never laid out', async () => {
    const { paper, theme } = makeSample(blocks, 2);
    const never = (): never => {
      throw new Error('counted');
    };
    expect(await listContents(paper, 'Contents', theme, never)).toBe(paper);
  });

  it('of twelve pages has none', async () => {
    const { paper, theme } = long();
    expect(await listContents(paper, 'Contents', theme, async () => counted(12, 2))).toBe(paper);
  });

  it('is counted again with its list until the pages in it are true', async () => {
    const { paper, theme } = long();
    const answers = [counted(13, 2), counted(14, 3), counted(14, 3)];
    const seen: (number | undefined)[] = [];
    const listed = await listContents(paper, 'Contents', theme, async (each) => {
      seen.push(listOf(each)?.entries[0]?.page);
      return answers[seen.length - 1]!;
    });
    expect(seen).toEqual([undefined, 2, 3]);
    expect(listOf(listed)!.entries.map(({ page }) => page)).toEqual([3]);
  });

  it('that never settles is laid out three times with its list, not for ever', async () => {
    const { paper, theme } = long();
    let count = 0;
    const listed = await listContents(paper, 'Contents', theme, async () => {
      count += 1;
      return counted(13, count);
    });
    expect(count).toBe(4);
    expect(listOf(listed)!.entries[0]!.page).toBe(4);
  });

  it.each(Object.keys(samples))('is never thought shorter than it is: %s', async (name) => {
    const { paper, theme } = samples[name]!();
    const layout = layOut(paper, theme, openFaces(theme, await sampleFonts(theme)));
    expect(estimatePages(paper.blocks, theme)).toBeGreaterThanOrEqual(layout.pages.length);
  });
});

describe('headings without an anchor', () => {
  it('get one from their words that nobody else has', () => {
    const given: readonly Block[] = [
      heading(0, 'Title'),
      paragraph('clause', 'x', { anchor: 'goals' }),
      heading(1, 'Goals'),
      heading(1, 'Προοίμιο – Υπογραφές'),
      heading(1, 'Goals'),
      heading(1, '…'),
      heading(1, 'Term', 'term'),
    ];
    const anchors = anchorHeadings(given).map((block) => ('anchor' in block ? block.anchor : ''));
    expect(anchors).toEqual([
      '',
      'goals',
      'goals-2',
      'προοίμιο-υπογραφές',
      'goals-3',
      'section',
      'term',
    ]);
  });
});
