// A paper: what a draft says about open findings, running lines, properties, language, logos.

import { describe, expect, it } from 'vitest';
import { positionAt } from '../../src/base/source.ts';
import { compose, composeDiagnostics, loadTemplate, makePaper } from '../../src/compose/index.ts';
import { inkOf } from '../../src/compose/ink.ts';
import { evenRows } from '../../src/compose/logo-rows.ts';
import { headerLogos, lowerLogos } from '../../src/compose/lower-logos.ts';
import type { Agreement } from '../../src/model/agreement.ts';
import type { Block } from '../../src/model/block.ts';
import type { DocumentLogos } from '../../src/model/document.ts';
import type { Paper, Picture } from '../../src/model/paper.ts';
import { blocksText, inlineText } from '../../src/model/text.ts';
import { decodeSource } from '../../src/sources/decode.ts';
import { readYaml } from '../../src/sources/yaml.ts';
import { validate } from '../../src/spec/validate.ts';
import { agreementOf, builtIn, builtInFiles, noPictures, themeFor } from './built-in.ts';

const mou = builtIn('mou');

type Input = Partial<Parameters<typeof makePaper>[0]>;

function paperOf(agreement: Agreement, more: Input = {}): Paper {
  const theme = themeFor(agreement);
  return makePaper({
    agreement,
    template: mou,
    theme,
    open: [],
    placed: noPictures,
    pictures: new Map(),
    ...more,
  });
}

/** Notices with the block before each, as readable lines. */
function notices(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block, index) => {
    if (block.kind !== 'notice') return [];
    const before = blocks[index - 1];
    const items = block.items.map(inlineText).join(' | ');
    return [
      `after "${before ? blocksText([before]).split('\n')[0] : ''}": ${block.style} ${block.title}: ${items}`,
    ];
  });
}

describe('open findings', () => {
  const agreement = agreementOf({
    goals: [{ text: 'Read' }, { text: 'Write' }],
    roles: [{ task: 'Open the doors' }, { task: 'Close them' }],
    terms: { ending: { notice: '30 days' }, changes: 'In writing.' },
    partners: {
      library: { name: 'Town Library', gives: [{ what: 'Rooms' }] },
      school: { name: 'Hill School' },
    },
  });
  const open = [
    { path: ['roles', 1, 'lead'], message: '"Close them" is not given to anyone.' },
    { path: ['goals', 0, 'measures'], message: 'How will you know that "Read" worked?' },
    { path: ['goals', 1], message: 'Nothing works towards "Write".' },
    { path: ['term', 'end'], message: 'There is no end date.' },
    { path: ['terms', 'ending', 'by'], message: 'Who may end it?' },
    { path: ['partners', 'school', 'signatories'], message: 'Nobody signs for Hill School.' },
    { path: ['partners', 'library', 'gains'], message: 'What does Town Library gain?' },
    { path: ['evaluation'], message: 'Plan the evaluation together.' },
    { path: ['evaluation', 'by'], message: 'Who evaluates?' },
    { path: ['terms', 'binding'], message: 'Say whether it is binding.' },
    { path: [], message: 'Something about all of it.' },
  ];

  it('stand in a box on page one, and at the clause that each concerns', () => {
    expect(notices(paperOf(agreement, { open }).blocks)).toEqual([
      'after "Memorandum of understanding between": box Open before signing: 11: See the marks in the text at 2, 3, 4, and 5. | Nobody signs for Hill School. | Evaluation: nothing agreed yet | Say whether it is binding. | Something about all of it.',
      'after "Partner": mark Open: What does Town Library gain?',
      'after "3.1 Read": mark Open: How will you know that "Read" worked?',
      'after "3.2 Write": mark Open: Nothing works towards "Write".',
      'after "Task": mark Open: "Close them" is not given to anyone.',
      'after "5.1 Term. This memorandum runs from January 11, 2027 and stands until it is ended. It takes effect on that day, or on the day of the last signature if that is later.": mark Open: There is no end date.',
      'after "5.3 Ending early. This memorandum can be ended early with notice of 30 days.": mark Open: Who may end it?',
      'after "Town Library": mark Open: Nobody signs for Hill School.',
    ]);
  });

  it('change nothing of the text, and leave a final paper alone', () => {
    const clean = paperOf(agreement);
    expect(blocksText(paperOf(agreement, { open }).blocks)).toBe(blocksText(clean.blocks));
    expect(notices(clean.blocks)).toEqual([]);
    const final = { ...agreement, status: 'final' } as Agreement;
    expect(notices(paperOf(final, { open }).blocks)).toEqual([]);
  });
});

describe('what a notice says', () => {
  const open = [{ path: [], message: 'Move the colour party of 2027-02-05, "2027-02-05 colour".' }];
  it.each([
    ['en-US', 'Move the color party of February 5, 2027, "2027-02-05 colour".'],
    ['en-GB', 'Move the colour party of 5 February 2027, "2027-02-05 colour".'],
    ['pl', 'Move the colour party of 5 February 2027, "2027-02-05 colour".'],
  ])('is written as in %s, but for what it quotes', (language, expected) => {
    const [notice] = notices(paperOf(agreementOf({ language }), { open }).blocks);
    expect(notice).toContain(`: ${expected}`);
  });
});

describe('between whom it is agreed', () => {
  const partners = (count: number): object =>
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [`p${index}`, { name: `House ${index + 1}` }]),
    );
  const front = (count: number): string =>
    blocksText(paperOf(agreementOf({ partners: partners(count) })).blocks).split('\nTerm\n')[0]!;

  it('is a sentence of up to four names, a list of more, and a sentence in the list of many', () => {
    expect(front(4)).toBe(
      'Reading Together\nMemorandum of understanding between\nHouse 1, House 2, House 3, and House 4',
    );
    expect(front(5)).toBe(
      'Reading Together\nMemorandum of understanding\nBetween\nHouse 1\nHouse 2\nHouse 3\nHouse 4\nHouse 5',
    );
    expect(front(13)).toContain('understanding\nBetween\nHouse 1, House 2, House 3,');
  });
});

describe('running lines', () => {
  it('of a draft', () => {
    const { running } = paperOf(agreementOf({ reference: 'R-1', version: '0.3' }));
    expect(running).toEqual({
      logos: [],
      header: 'Reading Together',
      footer: 'R-1 · Version 0.3 · Draft',
      pageLine: ['Page ', { number: 'page' }, ' of ', { number: 'pages' }],
      watermark: 'DRAFT',
    });
  });

  it('of a final paper without page numbers', () => {
    const { running } = paperOf(agreementOf({ status: 'final' }), { pageNumbers: false });
    expect(running).toEqual({ logos: [], header: 'Reading Together', footer: 'Final' });
  });
});

describe('properties', () => {
  it('come from the agreement', () => {
    expect(paperOf(agreementOf({ reference: 'R-1', language: 'en-GB' })).properties).toEqual({
      title: 'Reading Together',
      author: 'Town Library and Hill School',
      subject: 'Memorandum of understanding between Town Library and Hill School',
      keywords: 'Town Library, Hill School',
      language: 'en-GB',
      date: '2027-01-11',
      status: 'draft',
      reference: 'R-1',
    });
  });

  it.each<[Input, object, string, boolean]>([
    [{ date: '2027-03-03', fileDate: '2027-02-02' }, { date: '2027-01-04' }, '2027-03-03', true],
    [{ fileDate: '2027-02-02' }, { date: '2027-01-04' }, '2027-02-02', true],
    [{}, { date: '2027-01-04' }, '2027-01-04', true],
    [{}, {}, '2027-01-11', false],
  ])('record the date of %j, %j as %s', (input, fields, expected, printed) => {
    const paper = paperOf(agreementOf(fields), input);
    expect(paper.properties.date).toBe(expected);
    const note = paper.blocks.find((block) => block.kind === 'paragraph' && block.style === 'note');
    expect(note !== undefined).toBe(printed);
    if (input.date) expect(blocksText([note!])).toBe('March 3, 2027');
  });
});

describe('language', () => {
  const fields = { term: { start: '2027-01-11', end: '2027-12-17' }, principles: ['One', 'Two'] };

  it.each([
    ['en-US', 'January 11, 2027 to December 17, 2027', 'Ada, Bea, and Cyd'],
    ['en-GB', '11 January 2027 to 17 December 2027', 'Ada, Bea and Cyd'],
    ['en', 'January 11, 2027 to December 17, 2027', 'Ada, Bea, and Cyd'],
    ['pl', '11 January 2027 to 17 December 2027', 'Ada, Bea and Cyd'],
  ])('%s writes dates and lists its own way', (language, term, names) => {
    const partners = { a: { name: 'Ada' }, b: { name: 'Bea' }, c: { name: 'Cyd' } };
    const text = blocksText(paperOf(agreementOf({ ...fields, language, partners })).blocks);
    expect(text).toContain(term);
    expect(text).toContain(names);
  });

  it('without words of its own marks the English ones as English, and not the values', () => {
    const blocks = paperOf(agreementOf({ ...fields, language: 'pl' })).blocks;
    const heading = blocks.find((block) => block.kind === 'heading' && block.level === 1);
    expect(heading).toMatchObject({ content: [{ text: 'Purpose', lang: 'en' }] });
    expect(blocks[0]).toEqual({
      kind: 'heading',
      level: 0,
      content: [{ kind: 'text', text: 'Reading Together' }],
    });
  });

  it('takes its words from its own file, phrase by phrase', () => {
    const files = new Map(builtInFiles('mou').files);
    files.set('pl.yaml', 'purpose:\n  title: Cel\nfront:\n  range: "od {start}[ do {end}]"\n');
    const { template } = loadTemplate({ name: 'mou', files });
    const agreement = agreementOf({ ...fields, language: 'pl-PL' });
    const text = blocksText(paperOf(agreement, { template: template! }).blocks);
    expect(text).toContain('1 Cel');
    expect(text).toContain('od 11 stycznia 2027 do 17 grudnia 2027');
    expect(text).toContain('Principles');
  });
});

describe('warnings at their lines', () => {
  const yaml = `spec: 1
title: Reading
language: pl
purpose: See [here](page.html).
term: { start: 2027-01-11 }
partners: { a: { name: Ada }, b: { name: Bea } }
principles: [Candour]
`;
  const read = readYaml(decodeSource('a.yaml', new TextEncoder().encode(yaml)).source!);
  const agreement = validate(read.located!).agreement!;

  it('name what is not printed', () => {
    const { template } = loadTemplate({
      name: 'short',
      files: new Map([
        [
          'main.hbs',
          '<title>{{title}}</title>{{purpose}}<lead>{{names (signing)}} {{term.start}}</lead>',
        ],
        ['en.yaml', builtInFiles('mou').files.get('en.yaml')!],
      ]),
    });
    const document = compose(agreement, template!);
    const found = composeDiagnostics(agreement, read.located!, template!, document).map(
      ({ code, severity, message, span }) => {
        const { line, column } = positionAt(span.source, span.start);
        return `${line}:${column} ${severity} ${code} ${message}`;
      },
    );
    expect(found).toEqual([
      '7:14 warning template/not-printed The template short does not print `principles[0]`.',
    ]);
  });

  it('are none for our own templates', () => {
    const english = { ...agreement, language: 'en-US', purpose: 'See [here](https://a.example).' };
    expect(composeDiagnostics(english, read.located!, mou, compose(english, mou))).toEqual([]);
  });
});

describe('logos', () => {
  const keys = (count: number): readonly string[] =>
    Array.from({ length: count }, (_, index) => `p${index}`);
  const node = (count: number): DocumentLogos => ({
    kind: 'logos',
    logos: keys(count).map((partner) => ({
      partner,
      alt: `Logo of ${partner}`,
      tileAlt: partner,
      from: [],
    })),
  });
  const shapes = [0.4, 0.7, 1, 1.6, 3, 6];
  const pictures = (count: number): Parameters<typeof lowerLogos>[2] => ({
    annexes: new Map(),
    logos: new Map(
      keys(count).map((key, index) => [key, { id: key, aspect: shapes[index % shapes.length]! }]),
    ),
  });
  const theme = themeFor(agreementOf());

  it.each<[readonly number[], readonly number[]]>([
    [[20], [1]],
    [[40, 40, 40], [3]],
    [
      [30, 30, 30, 30, 30],
      [3, 2],
    ],
    [
      [70, 10, 10, 10, 10, 10, 70],
      [4, 3],
    ],
    [Array.from({ length: 9 }, () => 22), [5, 4]],
    [Array.from({ length: 24 }, () => 16), [6, 6, 6, 6]],
    [
      [500, 20, 30],
      [1, 1, 1],
    ],
  ])('as wide as %j stand in as few rows as hold them, evenly filled: %j', (widths, rows) => {
    expect(evenRows(widths, 10, 160).map(([from, to]) => to - from)).toEqual(rows);
  });

  it('are measured by what is seen of them, not by the blank rim of the file', () => {
    const pixels = (rim: number, blank: 'white' | 'clear'): Picture => {
      const side = 40 + 2 * rim;
      const rgb = new Uint8Array(side * side * 3).fill(255);
      const alpha = new Uint8Array(side * side).fill(blank === 'white' ? 255 : 0);
      for (let y = rim; y < rim + 40; y += 1) {
        for (let x = rim; x < rim + 40; x += 1) {
          rgb.fill(20, (y * side + x) * 3, (y * side + x) * 3 + 3);
          alpha[y * side + x] = 255;
        }
      }
      const size = { widthPx: side, heightPx: side, rgb, png: new Uint8Array() };
      return blank === 'white' ? size : { ...size, alpha };
    };
    const files = [pixels(0, 'white'), pixels(20, 'white'), pixels(40, 'clear')];
    expect(inkOf(files[1]!)).toEqual({ left: 0.25, top: 0.25, width: 0.5, height: 0.5, cover: 1 });
    const placed = {
      ...pictures(3),
      logos: new Map(keys(3).map((key) => [key, { id: key, aspect: 1 }])),
      pictures: new Map(keys(3).map((key, index) => [key, files[index]!])),
    };
    const [row] = lowerLogos(node(3), theme, placed)!.rows;
    const inks = row!.map((each, index) => each.widthMm * [1, 0.5, 1 / 3][index]!);
    for (const ink of inks) expect(ink).toBeCloseTo(inks[0]!, 1);
    // A blank picture counts as it is.
    const blank = { ...files[0]!, rgb: new Uint8Array(40 * 40 * 3).fill(255) };
    expect(inkOf(blank)).toEqual({ left: 0, top: 0, width: 1, height: 1, cover: 1 });
  });

  it('of many partners fill the text from edge to edge, of few they stand at the left', () => {
    const edges = (count: number): readonly (readonly number[])[] =>
      lowerLogos(node(count), theme, pictures(count))!.rows.map((row) => [
        row[0]!.xMm!,
        Math.round(row[row.length - 1]!.xMm! + row[row.length - 1]!.widthMm),
      ]);
    expect(edges(9).every(([left, right]) => left === 0 && right === 160)).toBe(true);
    const [[left, right] = []] = edges(2);
    expect(left).toBe(0);
    expect(right).toBeLessThan(80);
  });

  it('of funders and supporters stand apart under their own line, smaller', () => {
    const partners = {
      a: { name: 'Ada' },
      b: { name: 'Bea' },
      c: { name: 'Cyd', role: 'funder' },
      d: { name: 'Dee', role: 'supporter' },
    };
    const agreement = agreementOf({ partners, branding: { order: ['d', 'b', 'a'] } });
    const logos = new Map(
      Object.keys(partners).map((key) => [key, { id: key, aspect: 1, tile: true as const }]),
    );
    const { blocks, running } = paperOf(agreement, { placed: { annexes: new Map(), logos } });
    const rows = blocks.flatMap((block) => (block.kind === 'logos' ? [block.rows.flat()] : []));
    expect(rows.map((row) => row.map(({ alt }) => alt))).toEqual([
      ['Bea', 'Ada'],
      ['Dee', 'Cyd'],
    ]);
    expect(rows[1]![0]!.heightMm).toBeLessThan(rows[0]![0]!.heightMm * 0.7);
    expect(running.logos.map(({ alt }) => alt)).toEqual(['Bea', 'Ada']);
    const at = blocks.findLastIndex((block) => block.kind === 'logos');
    expect(blocks[at - 1]).toMatchObject({ style: 'note', keepWithNext: true });
    expect(blocksText([blocks[at - 1]!])).toBe('Supported by');
    expect(blocksText(paperOf(agreementOf()).blocks)).not.toContain('Supported by');
  });

  it.each(keys(24).map((_, index) => index + 1))(
    'of %i partners fit, undistorted and of like size',
    (count) => {
      const { rows, gapMm } = lowerLogos(node(count), theme, pictures(count))!;
      const placed = rows.flat();
      expect(placed.map((each) => each.picture)).toEqual(keys(count));
      for (const row of rows) {
        let end = 0;
        row.forEach(({ xMm, widthMm }, index) => {
          expect(xMm! - end).toBeGreaterThanOrEqual(index ? gapMm - 0.05 : 0);
          end = xMm! + widthMm;
        });
        expect(end).toBeLessThanOrEqual(160.05);
      }
      placed.forEach((each, index) => {
        expect(each.widthMm / each.heightMm).toBeCloseTo(shapes[index % shapes.length]!, 1);
      });
      const areas = placed.map((each) => each.widthMm * each.heightMm);
      expect(Math.max(...areas) / Math.min(...areas)).toBeLessThan(3);
    },
  );

  it('come in the agreed order, those without an agreed place after the others', () => {
    const partners = Object.fromEntries(
      ['a', 'b', 'c'].map((key) => [key, { name: key.toUpperCase(), brand: { alt: `A ${key}` } }]),
    );
    const agreement = agreementOf({ partners, branding: { order: ['c', 'a'] } });
    const placed = {
      annexes: new Map(),
      logos: new Map(
        ['a', 'b', 'c'].map((key) => [
          key,
          { id: key, aspect: 1, ...(key === 'b' ? { tile: true as const } : {}) },
        ]),
      ),
    };
    expect(blocksText(paperOf(agreement, { placed }).blocks.slice(0, 1))).toBe('A c\nA a\nB');
  });

  it('of partners stand over a ribbon: a length for each, over the whole width', () => {
    const { ribbon } = lowerLogos({ ...node(3), who: 'partners' }, theme, pictures(3))!;
    const rects = ribbon!.shapes.flatMap((each) => (each.kind === 'rect' ? [each] : []));
    expect(rects.map(({ width }) => width)).toEqual([
      rects[0]!.width,
      rects[0]!.width,
      rects[0]!.width,
    ]);
    expect(rects[2]!.x + rects[2]!.width).toBeCloseTo(160, 1);
    expect(lowerLogos({ ...node(3), who: 'backers' }, theme, pictures(3))!.ribbon).toBeUndefined();
  });

  it('in the header are small, and left out when they would be too many', () => {
    const few = headerLogos(node(4), pictures(4), 88);
    expect(few).toHaveLength(4);
    for (const each of few) expect(each.heightMm).toBeLessThan(10);
    expect(headerLogos(node(9), pictures(9), 88)).toHaveLength(9);
    expect(headerLogos(node(24), pictures(24), 88)).toEqual([]);
  });
});
