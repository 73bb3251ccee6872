// Papers for what only Word files have to get right: direction of writing, numbers that counting does
// not reach, deep lists, page breaks before tables, tables in a row and at the end, drawings, contents,
// notices next to each other.

import type { Block, List, NumberLabel } from '../../src/model/block.ts';
import type { Shape } from '../../src/model/drawing.ts';
import {
  cell,
  factsTable,
  makeSample,
  paragraph,
  type Sample,
  signaturesBlock,
  tasksTable,
  text,
} from '../render/sample-paper.ts';

const title: Block = { kind: 'heading', level: 0, content: [text('Edges')] };
const clause = (level: 0 | 1 | 2, label: string): NumberLabel => ({
  scheme: 'clause',
  level,
  label,
});
const heading = (label: string, anchor?: string): Block => ({
  kind: 'heading',
  level: 1,
  number: clause(0, label),
  ...(anchor ? { anchor } : {}),
  content: [text(`Clause ${label}`)],
});

/** Arabic and Hebrew, alone and among Latin text, with numbers. */
export const rightToLeft = (): Sample =>
  makeSample(
    [
      title,
      paragraph('body', 'مذكرة تفاهم بين المكتبة (2027) والنادي.'),
      paragraph('body', [
        text('The library is called '),
        { kind: 'text', text: 'ספריית העיר, תל אביב', lang: 'he' },
        text(' in Hebrew and 市立図書館 in Japanese.'),
      ]),
      factsTable([['اسم', 'مكتبة ريفربند']]),
    ],
    2,
  );

/** Labels that skip, start late, or are of another sort than Word would count to. */
export const oddNumbers = (): Sample =>
  makeSample(
    [
      title,
      heading('1', 'one'),
      paragraph('clause', 'First.', { number: clause(1, '1.1'), anchor: 'one-one' }),
      paragraph('clause', 'Item.', { number: clause(2, '(a)'), anchor: 'item' }),
      paragraph('clause', 'Skipped.', { number: clause(1, '1.3') }),
      heading('2'),
      paragraph('clause', 'Starts again.', { number: clause(1, '2.1') }),
      heading('7'),
      paragraph('clause', 'Under a skipped one.', { number: clause(1, '7.1') }),
      heading('3'),
      ...['A', 'B', 'D', '§ 4 %'].map((label) =>
        paragraph('recital', 'Whereas.', { number: { scheme: 'recital', level: 0, label } }),
      ),
      ...['Załącznik nr 1', 'Załącznik nr 2', 'Załącznik nr 4', 'Annex A'].map(
        (label): Block => ({
          kind: 'heading',
          level: 1,
          number: { scheme: 'annex', level: 0, label },
          anchor: label,
          content: [text('Annex')],
        }),
      ),
      paragraph('body', [
        text('See '),
        { kind: 'reference', target: 'one', label: '1' },
        text(', '),
        { kind: 'reference', target: 'one-one', label: '1.1' },
        text(', '),
        { kind: 'reference', target: 'item', label: '(a)' },
        text(', '),
        { kind: 'reference', target: 'item', label: '1.1(a)' },
        text(', '),
        { kind: 'reference', target: 'Załącznik nr 2', label: 'Załącznik nr 2' },
        text(', '),
        { kind: 'reference', target: 'nowhere', label: '99' },
        text('.'),
      ]),
    ],
    2,
  );

const nest = (depth: number, marker: List['marker']): List => ({
  kind: 'list',
  marker,
  start: depth,
  items: [
    { content: [paragraph('body', `Depth ${depth}`), ...(depth ? [nest(depth - 1, marker)] : [])] },
    { content: [paragraph('body', `Again ${depth}`)] },
  ],
});

/** Lists of eleven levels, from any number on, empty items, lists that begin with a list. */
export const lists = (): Sample =>
  makeSample(
    [
      title,
      nest(10, 'bullet'),
      nest(10, 'decimal'),
      {
        kind: 'list',
        marker: 'decimal',
        start: 998,
        items: [{ content: [] }, { content: [nest(1, 'bullet')] }, { content: [] }],
      },
      { kind: 'list', marker: 'decimal', start: 0, items: [{ content: [paragraph('body', 'x')] }] },
      {
        ...factsTable([['Steps', '']]),
        rows: [
          {
            cells: [
              cell('Steps'),
              {
                content: [nest(2, 'decimal'), paragraph('cell', 'between'), nest(1, 'bullet')],
              },
            ],
          },
        ],
      },
      {
        kind: 'list',
        marker: 'bullet',
        start: 1,
        items: [{ content: [paragraph('body', 'numbered', { number: clause(2, '(x)') })] }],
      },
    ],
    2,
  );

/** Tables in a row, after a page break, and as the last thing there is. */
export const tables = (): Sample =>
  makeSample(
    [
      title,
      factsTable([['One', 'first']]),
      factsTable([['Two', 'second']]),
      { kind: 'pageBreak' },
      { kind: 'pageBreak' },
      tasksTable(3, 2),
      { kind: 'pageBreak' },
      signaturesBlock(3, 2),
      { kind: 'pageBreak' },
    ],
    2,
  );

/** One shape of every kind, also one wider than the page, with texts that stand and turn. */
export const drawings = (): Sample => {
  const stroke = { color: '#334455', widthPt: 0.5 };
  const words = { kind: 'text', x: 20, y: 10, size: 8, color: '#112233', maxWidth: 40 } as const;
  const shapes: readonly Shape[] = [
    { kind: 'rect', x: 0, y: 0, width: 40, height: 10, radius: 2, fill: '#aabbcc' },
    { kind: 'line', x1: 0, y1: 20, x2: 40, y2: 10, stroke: { ...stroke, dash: [3, 2] } },
    { kind: 'circle', x: 50, y: 10, radius: 2.5, stroke },
    {
      kind: 'polygon',
      points: [
        [60, 5],
        [65, 10],
        [60, 15],
      ],
      fill: '#ddeeff',
    },
    { ...words, text: 'Start <1>', anchor: 'start' },
    { ...words, text: 'too long for its room', anchor: 'middle', bold: true, maxWidth: 12 },
    { ...words, text: 'upright', anchor: 'end', turn: 90 },
    { ...words, text: 'slanting', anchor: 'start', turn: 45 },
    { ...words, text: 'ספריית העיר', anchor: 'start' },
  ];
  return makeSample(
    [
      title,
      heading('1', 'plan'),
      {
        kind: 'drawing',
        drawing: { widthMm: 100, heightMm: 30, shapes },
        alt: 'The plan: <1> before the rest.',
        caption: [text('The plan')],
      },
      { kind: 'drawing', drawing: { widthMm: 320, heightMm: 30, shapes }, alt: 'Twice as wide' },
    ],
    2,
  );
};

/** A contents list: numbers, an annex, a heading that is not there, a link in a heading. */
export const contents = (): Sample =>
  makeSample(
    [
      title,
      {
        kind: 'contents',
        title: 'Contents',
        entries: [
          { target: 'one', label: '1', content: [text('Purpose')], page: 2 },
          { target: 'plain', content: [text('Signatures')], page: 11 },
          {
            target: 'annex',
            label: 'Annex 1',
            content: [
              text('Plan, see '),
              {
                kind: 'link',
                href: 'https://a.example/',
                content: [{ kind: 'text', text: 'here' }],
              },
            ],
            page: 12,
          },
          { target: 'nowhere', content: [text('Lost')], page: 13 },
        ],
      },
      heading('1', 'one'),
      { kind: 'heading', level: 1, anchor: 'plain', content: [text('Signatures')] },
      {
        kind: 'heading',
        level: 1,
        anchor: 'annex',
        number: { scheme: 'annex', level: 0, label: 'Annex 1' },
        content: [text('Plan')],
      },
    ],
    2,
  );

/** Notices that stand next to each other. */
export const notices = (): Sample => {
  const mark = (name: string, ...items: readonly string[]): Block => ({
    kind: 'notice',
    style: 'mark',
    title: name,
    items: items.map((item) => [text(item)]),
  });
  const box: Block = { kind: 'notice', style: 'box', title: 'Open before signing: 0', items: [] };
  return makeSample([title, box, mark('One'), mark('Two', 'a', 'b'), mark('Three')], 2);
};

/** Edge papers by name. */
export const edgePapers: Readonly<Record<string, () => Sample>> = {
  rightToLeft,
  oddNumbers,
  lists,
  tables,
  drawings,
  contents,
  notices,
};
