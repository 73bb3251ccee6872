// Papers made from seeds, shared by the tests of all renderers: the shapes that agreements take,
// and the ones that break layouts. Everything here is a pure function of its arguments, apart from
// sampleFonts, which reads the packages with the fonts. Long because one import should do for all.

import { readFile } from 'node:fs/promises';
import type {
  Block,
  Cell,
  Inline,
  List,
  Notice,
  NumberLabel,
  Paragraph,
  ParagraphStyle,
  Placement,
  Row,
  SignatureBlock,
  Table,
} from '../../src/model/block.ts';
import type { Signing } from '../../src/model/esign.ts';
import type { Paper, Picture, Properties } from '../../src/model/paper.ts';
import type { Theme } from '../../src/model/theme.ts';
import { makeTheme } from '../../src/theme/theme.ts';
import { type LogoShape, samplePicture, seeded } from './sample-pictures.ts';

/** A paper and the theme that goes with it. */
export interface Sample {
  readonly paper: Paper;
  readonly theme: Theme;
}

/** Scripts that the papers can be written in. */
export type SampleScript = 'latin' | 'polish' | 'greek' | 'cyrillic' | 'missing';

const sentences: Readonly<Record<SampleScript, readonly string[]>> = {
  latin: [
    'The partners will meet every month and will keep short notes of what they decide.',
    'Each partner names one contact who answers within five working days.',
    'Staff time is given by each partner for its own tasks – nobody invoices anybody.',
    '“First-time visitors” are people who have not been in the building during the last year.',
    'Difficult efficiency: affluent offices find flawless fjords, naïve façades and coöperation.',
  ],
  polish: [
    'Partnerzy spotykają się co miesiąc i prowadzą krótkie notatki z ustaleń.',
    'Muzeum w Łodzi przechowuje źródła, zażalenia i ćwierćwiecze świętej jaźni.',
    'Zażółć gęślą jaźń: biblioteka miejska odpowiada za promocję wydarzeń.',
  ],
  greek: [
    'Οι εταίροι συναντώνται κάθε μήνα και κρατούν σύντομα πρακτικά.',
    'Το Μουσείο Ακροπόλεως αναλαμβάνει την εκπαίδευση των εθελοντών.',
    'Ξεσκεπάζω την ψυχοφθόρα βδελυγμία: ὁ βίος βραχύς, ἡ δὲ τέχνη μακρή.',
  ],
  cyrillic: [
    'Партнёры встречаются каждый месяц и ведут краткие протоколы.',
    'Національна бібліотека відповідає за оцінювання та її звіти.',
    'Съешь же ещё этих мягких французских булок, да выпей чаю.',
  ],
  missing: [
    'A smile \u{1F600}, a star \u2B50 and the sign \u4E2D\u6587 stand in this line.',
    'Name: \u5F20\u4F1F, mood: \u{1F680}\u{1F469}\u200D\u{1F680}, done.',
  ],
};

/** Returns a sentence of the script. */
export function sentence(script: SampleScript, index: number): string {
  const all = sentences[script];
  return all[index % all.length]!;
}

/** A word of 60 letters and an address without a good place to break. */
export const longWord = 'Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunt';
/** An address longer than a line. */
export const longUrl =
  'https://library.example/programmes/2027/astronomy/star-parties/registration-form?session=summer&language=en&seats=240#terms-and-conditions';

export const text = (value: string, marks: { strong?: true; emphasis?: true } = {}): Inline => ({
  kind: 'text',
  text: value,
  ...marks,
});

export const paragraph = (
  style: ParagraphStyle,
  content: string | readonly Inline[],
  more: { number?: NumberLabel; anchor?: string; keepWithNext?: true } = {},
): Paragraph => ({
  kind: 'paragraph',
  style,
  ...more,
  content: typeof content === 'string' ? [text(content)] : content,
});

export const cell = (content: string, more: Omit<Cell, 'content'> = {}): Cell => ({
  content: [paragraph('cell', content ? content : [])],
  ...more,
});

const clause = (level: 0 | 1 | 2, label: string): NumberLabel => ({
  scheme: 'clause',
  level,
  label,
});

const heading = (label: string, title: string, anchor: string): Block => ({
  kind: 'heading',
  level: 1,
  number: clause(0, label),
  anchor,
  content: [text(title)],
});

const title = (value: string): Block => ({ kind: 'heading', level: 0, content: [text(value)] });

const tones = ['#1f6fb2', '#b23a1f', '#2f8f4e', '#7a2c8f', '#c98a00', '#127a82', '#d64550'];
const shapes: readonly LogoShape[] = ['disc', 'wordmark', 'crest', 'photo'];

/** The partners' keys: `p1`, `p2`… */
export const partnerKeys = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `p${index + 1}`);

const names = [
  'Riverbend Public Library',
  'Harlow County Astronomy Club',
  'Muzeum Miasta Łodzi',
  'Μουσείο Ακροπόλεως',
  'Національна бібліотека України',
  'Université de l’Île-aux-Cèdres',
  'Ministry of Education, Youth and Sports',
];

/** Returns the name of a partner, in one of several scripts. */
export const partnerName = (index: number): string =>
  index < names.length ? names[index]! : `${names[index % names.length]!} ${index + 1}`;

/** Returns a picture for each of `count` partners, keyed `logo1`, `logo2`… */
export function samplePictures(count: number): ReadonlyMap<string, Picture> {
  const pictures = new Map<string, Picture>();
  for (let index = 0; index < count; index += 1) {
    const shape = shapes[index % shapes.length]!;
    pictures.set(`logo${index + 1}`, samplePicture(shape, tones[index % tones.length]!));
  }
  return pictures;
}

function placement(
  pictures: ReadonlyMap<string, Picture>,
  index: number,
  height: number,
): Placement {
  const id = `logo${index + 1}`;
  const picture = pictures.get(id)!;
  return {
    picture: id,
    alt: `Logo of ${partnerName(index)}`,
    widthMm: (height * picture.widthPx) / picture.heightPx,
    heightMm: height,
  };
}

/** Wraps blocks into a paper for `count` partners, with header, footer and, for a draft, a watermark. */
export function makeSample(
  blocks: readonly Block[],
  count: number,
  more: {
    status?: 'draft' | 'final';
    page?: 'letter' | 'a4';
    title?: string;
    signing?: Signing;
  } = {},
): Sample {
  const pictures = samplePictures(count);
  const status = more.status ?? 'draft';
  const properties: Properties = {
    title: more.title ?? 'Memorandum of Understanding <Stars & Stories>',
    author: 'Riverbend Public Library and Harlow County Astronomy Club',
    subject: 'Memorandum of understanding',
    keywords: 'memorandum, partnership',
    language: 'en-GB',
    date: '2027-01-11',
    status,
    reference: 'RPL-2027-03',
    version: '1.2',
  };
  const paper: Paper = {
    blocks,
    pictures,
    properties,
    running: {
      logos: Array.from({ length: Math.min(count, 6) }, (_, index) =>
        placement(pictures, index, 6),
      ),
      header: properties.title,
      footer: `RPL-2027-03 · version 1.2${status === 'draft' ? ' · Draft' : ''}`,
      pageLine: ['Page ', { number: 'page' }, ' of ', { number: 'pages' }],
      ...(status === 'draft' ? { watermark: 'Draft' } : {}),
    },
    signing: more.signing ?? 'fields',
  };
  const partners = partnerKeys(count).map((key, index) => ({
    key,
    color: tones[index % tones.length]!,
  }));
  return { paper, theme: makeTheme({ paper: more.page ?? 'a4', partners }) };
}

/** Returns the logos of `count` partners, at most four in a row. */
export function logosBlock(count: number): Block {
  const pictures = samplePictures(count);
  const all = Array.from({ length: count }, (_, index) => placement(pictures, index, 16));
  const rowCount = Math.ceil(count / 4);
  const each = Math.ceil(count / rowCount);
  const rows = Array.from({ length: rowCount }, (_, row) =>
    all.slice(row * each, (row + 1) * each),
  );
  return { kind: 'logos', rows, gapMm: 8 };
}

/** Returns a table of tasks with `count` rows, accents for the partners that lead. */
export function tasksTable(count: number, partners: number): Table {
  const header: Row = {
    cells: ['Task', 'Lead', 'When', 'Cost'].map((label) => ({
      content: [paragraph('cellHeader', label)],
    })),
  };
  const rows = Array.from({ length: count }, (_, index): Row => {
    const lead = index % partners;
    return {
      cells: [
        cell(`${index + 1} ${sentence('latin', index)}`, { rowHeader: true }),
        cell(partnerName(lead), { accent: `p${lead + 1}` }),
        cell(index % 3 ? `${(index % 28) + 1} March 2027` : ''),
        cell(`${(index * 37) % 900}.00`),
      ],
    };
  });
  const sum: Row = {
    total: true,
    cells: [cell('Total', { rowHeader: true }), cell(''), cell(''), cell('12,345.00')],
  };
  return {
    kind: 'table',
    style: 'grid',
    summary: 'Tasks with the partner that leads, the date and the cost.',
    columns: [
      { share: 5, align: 'start' },
      { share: 3, align: 'start' },
      { share: 2, align: 'start' },
      { share: 2, align: 'end' },
    ],
    header,
    rows: count ? [...rows, sum] : [],
  };
}

/** Returns a two-column table of facts. */
export function factsTable(facts: readonly (readonly [string, string])[]): Table {
  return {
    kind: 'table',
    style: 'facts',
    summary: 'Key facts.',
    columns: [
      { share: 1, align: 'start' },
      { share: 3, align: 'start' },
    ],
    rows: facts.map(([label, value]) => ({
      cells: [cell(label, { rowHeader: true }), cell(value)],
    })),
  };
}

/** Returns a signature block for each partner, some fields empty to write on. */
export function signaturesBlock(count: number, columns: 1 | 2): Block {
  const blocks = Array.from(
    { length: count },
    (_, index): SignatureBlock => ({
      signer: { key: `p${index + 1}`, label: `Signature for ${partnerName(index)}` },
      organisation: [text(partnerName(index))],
      accent: `p${index + 1}`,
      fields: [
        { label: 'Signature', purpose: 'signature' },
        { label: 'Name', value: index % 2 ? 'Maria Okafor' : 'Łukasz Źdźbło', purpose: 'name' },
        ...(index % 3 ? [{ label: 'Title', value: 'Director', purpose: 'title' as const }] : []),
        { label: 'Date', purpose: 'date' },
      ],
    }),
  );
  return { kind: 'signatures', columns, blocks };
}

/** Returns a list of three levels with numbers and bullets. */
export function nestedList(script: SampleScript = 'latin'): List {
  const item = (index: number): Paragraph => paragraph('body', sentence(script, index));
  const bullets: List = {
    kind: 'list',
    marker: 'bullet',
    start: 1,
    items: [
      { content: [item(1)] },
      {
        content: [
          item(2),
          {
            kind: 'list',
            marker: 'bullet',
            start: 1,
            items: [{ content: [item(0)] }, { content: [item(1), item(2)] }],
          },
        ],
      },
    ],
  };
  return {
    kind: 'list',
    marker: 'decimal',
    start: 8,
    items: [{ content: [item(0)] }, { content: [item(1), bullets] }, { content: [item(2)] }],
  };
}

/** The boxed notice of a draft. */
export const openPoints: Notice = {
  kind: 'notice',
  style: 'box',
  title: 'Open before signing: 3',
  items: [
    [text('Evaluation: nothing agreed yet.')],
    [text('Communication: '), text('no regular meeting', { strong: true }), text(' is agreed.')],
    [text('Branding: no rules for the logo of the Club.')],
  ],
};

/** A short mark at a clause. */
export const mark: Notice = {
  kind: 'notice',
  style: 'mark',
  title: 'Open: no one is named to collect the figures.',
  items: [],
};

/** Returns the closing sentence and the signatures. */
export const closing = (count: number, columns: 1 | 2): readonly Block[] => [
  heading('9', 'Signatures', 'signatures'),
  paragraph('body', 'Signed for the partners by those who may bind them:', { keepWithNext: true }),
  signaturesBlock(count, columns),
];

/** Returns a paper with every kind of block for `count` partners. */
export function partnersPaper(count: number, more: Parameters<typeof makeSample>[2] = {}): Sample {
  const all = Array.from({ length: count }, (_, index) => partnerName(index)).join(', ');
  const figure: Block = {
    kind: 'figure',
    placement: { picture: 'logo1', alt: 'Plan of the reading room', widthMm: 60, heightMm: 60 },
    caption: [text('Figure 1. The reading room after the change.')],
  };
  const blocks: Block[] = [
    logosBlock(count),
    title('Memorandum of Understanding'),
    paragraph('lead', `between ${all}`),
    paragraph('note', 'Reference RPL-2027-03'),
    ...(more.status === 'final' ? [] : [openPoints]),
    factsTable([
      ['Term', '11 January 2027 to 17 December 2027'],
      ['Review', 'every three months, first on 12 April 2027'],
      ['Contacts', 'Dana Whitfield, Adult Programs Librarian'],
      ['Goals', sentence('latin', 3)],
    ]),
    { kind: 'heading', level: 1, content: [text('Background')] },
    ...['A', 'B', 'C'].map((label, index) =>
      paragraph('recital', sentence('latin', index), {
        number: { scheme: 'recital', level: 0, label },
      }),
    ),
    heading('1', 'Goals', 'goals'),
    paragraph(
      'clause',
      [
        text('The goals are reached together; see clause '),
        { kind: 'reference', target: 'roles', label: '2' },
        text(' and '),
        { kind: 'reference', target: 'annex-1', label: 'Annex 1' },
        text(', and the rules at '),
        {
          kind: 'link',
          href: 'https://library.example/rules?a=1&b=2',
          content: [{ kind: 'text', text: 'library.example/rules' }],
        },
        text('. '),
        text('Nothing here is binding', { strong: true }),
        text(', and '),
        text('everything is meant', { emphasis: true }),
        text('.'),
        { kind: 'break' },
        text('A second line follows a break.'),
      ],
      { number: clause(1, '1.1') },
    ),
    paragraph('clause', sentence('latin', 1), { number: clause(1, '1.2') }),
    paragraph('clause', sentence('latin', 2), { number: clause(2, '(a)') }),
    paragraph('clause', sentence('latin', 3), { number: clause(2, '(b)') }),
    ...(more.status === 'final' ? [] : [mark]),
    nestedList(),
    heading('2', 'Roles', 'roles'),
    paragraph('body', sentence('latin', 0), { keepWithNext: true }),
    tasksTable(Math.max(4, count), count),
    paragraph('note', 'Costs in pounds.'),
    { kind: 'heading', level: 2, content: [text('The room')] },
    { kind: 'heading', level: 3, content: [text('How it will look')] },
    figure,
    paragraph('body', [
      text('In other tongues: '),
      { kind: 'text', text: sentence('polish', 2), lang: 'pl' },
      text(' '),
      { kind: 'text', text: sentence('greek', 2), lang: 'el' },
      text(' '),
      { kind: 'text', text: sentence('cyrillic', 1), lang: 'uk' },
      text(' '),
      text(sentence('missing', 0)),
    ]),
    ...closing(count, 2),
    { kind: 'pageBreak' },
    {
      kind: 'heading',
      level: 1,
      number: { scheme: 'annex', level: 0, label: 'Annex 1' },
      anchor: 'annex-1',
      content: [text('Branding rules')],
    },
    paragraph('body', sentence('latin', 4)),
  ];
  return makeSample(blocks, count, more);
}

/** A careful two-partner paper. */
export const richPaper = (): Sample => partnersPaper(2);

/** A table of `count` rows between two paragraphs. */
export const tablePaper = (count: number): Sample =>
  makeSample(
    [
      title('Schedule'),
      paragraph('body', sentence('latin', 0)),
      tasksTable(count, 4),
      paragraph('body', sentence('latin', 1)),
    ],
    4,
  );

/** Rows taller than a page, and one that is taller than two. */
export const tallRowsPaper = (): Sample =>
  makeSample(
    [
      title('Tall rows'),
      {
        ...tasksTable(2, 2),
        rows: [30, 130, 3].map((count, index) => ({
          cells: [
            cell(Array.from({ length: count }, (_, each) => sentence('latin', each)).join(' '), {
              rowHeader: true,
            }),
            {
              accent: `p${(index % 2) + 1}`,
              content: [paragraph('cell', `Row ${index + 1}`), nestedList()],
            },
            cell(''),
            cell('1.00'),
          ],
        })),
      },
      paragraph('body', 'After the table.'),
    ],
    2,
  );

/** Words and addresses that are longer than a line or a column. */
export const longWordsPaper = (): Sample =>
  makeSample(
    [
      title(`Long ${longWord}`),
      paragraph('body', `${longWord} and ${longUrl} ${longWord.repeat(3)}`),
      paragraph('body', [
        { kind: 'link', href: longUrl, content: [{ kind: 'text', text: longUrl }] },
      ]),
      heading('1', longWord.repeat(2), 'long'),
      {
        ...tasksTable(0, 2),
        rows: [0, 1].map((index) => ({
          cells: [
            cell(longUrl, { rowHeader: true }),
            cell(longWord, { accent: `p${index + 1}` }),
            cell(longWord),
            cell('12345678901234567890123456789012345678901234567890.00'),
          ],
        })),
      },
      factsTable([[longWord, longUrl]]),
      {
        kind: 'signatures',
        columns: 2,
        blocks: [0, 1, 2].map((index) => ({
          signer: { key: `p${index + 1}`, label: longWord },
          organisation: [text(longWord)],
          accent: `p${(index % 2) + 1}`,
          fields: [
            { label: longWord, value: longWord, purpose: 'name' },
            { label: 'Date', purpose: 'date' },
          ],
        })),
      },
    ],
    2,
  );

/** A paper in one script, with every character in prose, table and list. */
export const scriptPaper = (script: SampleScript): Sample =>
  makeSample(
    [
      title(sentence(script, 0)),
      paragraph('lead', sentence(script, 1)),
      ...sentences[script].map((each) => paragraph('body', each)),
      heading('1', sentence(script, 1), 'one'),
      nestedList(script),
      factsTable([[sentence(script, 0), sentence(script, 1)]]),
    ],
    2,
  );

/** Characters that need care: joiners, marks, soft hyphens, hard spaces, tabs, ligatures, quotes. */
export const trickyText =
  'affi fl ffl; co\u00adoper\u00adation and Donau\u00addampf\u00adschiff\u00adfahrt; 10\u00a0000\u202f€; zero\u200bwidth; ' +
  'e\u0301 a\u030a \u0301alone; tab\there; 👩\u200d🚀 ❤\ufe0f; \u2066isolate\u2069; non\u2011breaking; A\u030b; “‘’” … – — • ½ № ™ \ufb01 \ufb03; Ω→∞';

/** A paper around tricky characters. */
export const trickyPaper = (): Sample =>
  makeSample(
    [title('Tricky'), paragraph('body', trickyText), factsTable([['Tricky', trickyText]])],
    2,
  );

/** Text down to the foot of the page, then signatures that must bring company along. */
export const signaturesPaper = (count: number, columns: 1 | 2, lines: number): Sample =>
  makeSample(
    [
      title('Signatures'),
      ...Array.from({ length: lines }, (_, index) => paragraph('body', sentence('latin', index))),
      ...closing(count, columns),
    ],
    Math.max(2, count),
    { status: 'final' },
  );

/** Returns a paper of random blocks; the same seed gives the same paper. */
export function randomPaper(seed: number): Sample {
  const next = seeded(seed);
  const below = (limit: number): number => Math.floor(next() * limit);
  const count = [2, 3, 4, 9, 24][below(5)]!;
  const scripts: readonly SampleScript[] = ['latin', 'polish', 'greek', 'cyrillic', 'missing'];
  const words = (): string =>
    Array.from({ length: 1 + below(6) }, () =>
      next() < 0.08 ? longWord : sentence(scripts[below(5)]!, below(9)),
    ).join(' ');
  const body: Block[] = [];
  for (let index = 1; index <= 4 + below(6); index += 1) {
    body.push(heading(`${index}`, `Clause ${index}`, `clause-${index}`));
    for (let part = 0; part <= below(4); part += 1) {
      const kind = below(6);
      if (kind === 0) body.push(nestedList(scripts[below(5)]!));
      else if (kind === 1) body.push(tasksTable([0, 3, 14, 60][below(4)]!, count));
      else if (kind === 2) body.push(mark);
      else
        body.push(
          paragraph(kind === 3 ? 'clause' : 'body', words(), {
            ...(kind === 3 ? { number: clause(1, `${index}.${part + 1}`) } : {}),
          }),
        );
    }
  }
  const blocks = [
    logosBlock(count),
    title(`Agreement ${seed}`),
    paragraph('lead', words()),
    openPoints,
    ...body,
    ...closing(count, below(3) ? 2 : 1),
  ];
  return makeSample(blocks, count, {
    page: seed % 2 ? 'letter' : 'a4',
    status: seed % 3 ? 'draft' : 'final',
  });
}

/** The samples by name, for tests that go through all of them. */
export const samples: Readonly<Record<string, () => Sample>> = {
  rich: richPaper,
  final: () => partnersPaper(2, { status: 'final', page: 'letter' }),
  partners3: () => partnersPaper(3),
  partners4: () => partnersPaper(4),
  partners9: () => partnersPaper(9),
  partners24: () => partnersPaper(24),
  rows0: () => tablePaper(0),
  rows3: () => tablePaper(3),
  rows60: () => tablePaper(60),
  tallRows: tallRowsPaper,
  longWords: longWordsPaper,
  polish: () => scriptPaper('polish'),
  greek: () => scriptPaper('greek'),
  cyrillic: () => scriptPaper('cyrillic'),
  missing: () => scriptPaper('missing'),
  tricky: trickyPaper,
  signatures: () => signaturesPaper(7, 2, 24),
};

const folders: Readonly<Record<string, string>> = {
  NotoSans: 'noto-sans',
  NotoSerif: 'noto-serif',
};
const loaded = new Map<string, Promise<Uint8Array>>();

/** Returns the bytes of every font file of a theme by file name; the same bytes object each time. */
export async function sampleFonts(theme: Theme): Promise<ReadonlyMap<string, Uint8Array>> {
  const { body, heading: head, fallbacks } = theme.fonts;
  const files = new Set(
    [body, head, ...fallbacks].flatMap((family) => Object.values(family.faces)),
  );
  const fonts = new Map<string, Uint8Array>();
  for (const file of [...files].sort()) {
    const [family, face] = file.replace('.ttf', '').split(/_(.*)/s) as [string, string];
    const path = `@expo-google-fonts/${folders[family]}/${face}/${file}`;
    const bytes = loaded.get(file) ?? readFile(new URL(import.meta.resolve(path)));
    loaded.set(file, bytes);
    fonts.set(file, await bytes);
  }
  return fonts;
}
