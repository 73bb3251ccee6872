// What a paper consists of: clauses that are there, numbers, references, phrases without holes.

import { describe, expect, it } from 'vitest';
import { compose, loadTemplate, lower } from '../../src/compose/index.ts';
import { letters } from '../../src/compose/number.ts';
import type { Agreement } from '../../src/model/agreement.ts';
import type { Block } from '../../src/model/block.ts';
import { blocksText } from '../../src/model/text.ts';
import {
  agreementOf,
  blocksOf,
  builtIn,
  noPictures,
  smallest,
  themeFor,
  withMain,
} from './built-in.ts';

const mou = builtIn('mou');
const letter = builtIn('letter');

const textOf = (agreement: Agreement, template = mou): string =>
  blocksText(blocksOf(agreement, template));

/** The text of an agreement in a template made of one main file. */
function fill(
  main: string,
  agreement: Agreement,
  more: Readonly<Record<string, string>> = {},
): string {
  const { template, diagnostics } = loadTemplate(withMain(main, more));
  expect(diagnostics).toEqual([]);
  return blocksText(lower(compose(agreement, template!), themeFor(agreement), noPictures));
}

const headings = (blocks: readonly Block[]): readonly string[] =>
  blocks.flatMap((block) =>
    block.kind === 'heading' && block.level === 1 ? [blocksText([block])] : [],
  );

describe('the smallest agreement', () => {
  it('as a memorandum', () => {
    expect(textOf(agreementOf())).toBe(
      [
        'Reading Together',
        'Memorandum of understanding between',
        'Town Library and Hill School',
        'Term',
        'From January 11, 2027, until it is ended',
        '1 Purpose',
        'Bring stories to every child in town.',
        '2 Term, changes and ending',
        '2.1 Term. This memorandum runs from January 11, 2027 and stands until it is ended. It takes effect on that day, or on the day of the last signature if that is later.',
        'Signatures',
        'Each person signs for the partner named above the line and confirms the right to do so.',
        'Town Library',
        'Signature',
        'Name',
        'Title',
        'Date',
        'Hill School',
        'Signature',
        'Name',
        'Title',
        'Date',
      ].join('\n'),
    );
  });

  it('as a letter', () => {
    const text = textOf(agreementOf(), letter);
    expect(text).toContain(
      'This letter records what Town Library and Hill School have agreed. It holds from January 11, 2027 until one of us ends it, once each of us has signed it.',
    );
    expect(text.split('\n').length).toBeLessThan(25);
  });
});

describe('clauses', () => {
  const full = agreementOf({
    principles: ['Candour'],
    goals: [{ text: 'Read' }],
    evaluation: { plan: 'Ask.' },
  });

  it('are numbered in order, and the rest is renumbered when one is left out', () => {
    expect(headings(blocksOf(full, mou))).toEqual([
      '1 Purpose',
      '2 Principles',
      '3 Goals',
      '4 Evaluation',
      '5 Term, changes and ending',
      'Signatures',
    ]);
    const { goals: _, ...rest } = full;
    expect(headings(blocksOf(rest as Agreement, mou))).toEqual([
      '1 Purpose',
      '2 Principles',
      '3 Evaluation',
      '4 Term, changes and ending',
      'Signatures',
    ]);
  });

  it('whose subject is there but empty are left out too', () => {
    const empty = agreementOf({
      principles: [],
      goals: [],
      evaluation: {},
      terms: { ending: {} },
      background: ['  '],
    });
    expect(textOf(empty)).toBe(textOf(agreementOf()));
  });

  it('that name no subject and hold no value say nothing', () => {
    const main = '<p>{{title}}</p><clause title="goals.title"><p>words</p></clause>';
    expect(fill(main, agreementOf())).toBe(smallest.title);
  });

  it('are numbered 1, 1.1 and (a), and references say so', () => {
    const text = fill(
      '<clause title="goals.title" about="title"><clause id="b" about="title"><p>one</p><clause id="c" about="title"><p>two</p></clause><clause about="title"><p>three</p></clause></clause></clause><clause id="d" title="term.title" about="title"><p>See <ref to="b"/>, <ref to="c"/> and <ref to="d"/>.</p></clause>',
      agreementOf(),
    );
    expect(text.split('\n')).toEqual([
      '1 Goals',
      '1.1 one',
      '(a) two',
      '(b) three',
      '2 Term, changes and ending',
      'See 1.1, 1.1(a) and 2.',
    ]);
  });
});

describe('a reference to a clause that is left out', () => {
  const main = (content: string): string =>
    `<p>{{title}}</p>${content}<clause id="goals" title="goals.title" about="goals">{{#each goals as |goal|}}<p>{{goal.text}}</p>{{/each}}</clause>`;

  it.each<[string, string]>([
    ['<p>Read <phrase>(see <ref to="goals"/>) </phrase>this.</p>', 'Read this.'],
    ['<p>Keep.</p><p>See clause <ref to="goals"/>.</p>', 'Keep.'],
    ['<p>Keep.</p><p>See <strong>clause <ref to="goals"/></strong>.</p>', 'Keep.'],
    ['<list><item>Keep.</item><item>See <ref to="goals"/>.</item></list>', '• Keep.'],
    ['<p>Keep.</p><p>{{t "front.reference" reference=(ref "goals")}}</p>', 'Keep.'],
  ])('takes its phrase with it: %j', (content, expected) => {
    expect(fill(main(content), agreementOf())).toBe(`${smallest.title}\n${expected}`);
  });

  it('takes a clause with it that has nothing else to say, and what refers to that', () => {
    const content =
      '<clause id="a" title="term.title" about="title"><p>See <ref to="goals"/>.</p></clause><p>See <ref to="a"/>.</p>';
    expect(fill(main(content), agreementOf())).toBe(smallest.title);
    const goals = [{ text: 'Read' }];
    expect(fill(main(content), agreementOf({ goals }))).toBe(
      `${smallest.title}\n1 Term, changes and ending\nSee 2.\nSee 1.\n2 Goals\nRead`,
    );
  });
});

describe('recitals', () => {
  it('are lettered A to Z, then AA', () => {
    expect([1, 2, 26, 27, 52, 53, 702, 703].map((number) => letters(number))).toEqual([
      'A',
      'B',
      'Z',
      'AA',
      'AZ',
      'BA',
      'ZZ',
      'AAA',
    ]);
    const background = Array.from({ length: 28 }, (_, index) => `Reason ${index + 1}.`);
    const text = textOf(agreementOf({ background }));
    expect(text).toContain('\nA Reason 1.\n');
    expect(text).toContain('\nZ Reason 26.\nAA Reason 27.\nAB Reason 28.\n');
  });
});

describe('a phrase whose value is missing', () => {
  it.each<[object, string]>([
    [{ reference: 'R-1', version: '2' }, 'Reference R-1 · Version 2'],
    [{ version: '2' }, 'Version 2'],
    [{ date: '2027-03-01', supersedes: 'R-0' }, 'March 1, 2027 · Replaces R-0'],
    [{ term: { start: '2027-01-11', end: '2027-12-17' } }, 'January 11, 2027 to December 17, 2027'],
    [{ schedule: { meetings: [{ name: 'Call' }] } }, '• Call'],
    [{ schedule: { meetings: [{ name: 'Call', every: 'month' }] } }, '• Call: every month'],
    [
      {
        schedule: {
          meetings: [{ name: 'Call', dates: ['2027-02-01', '2027-03-01'], organizer: 'school' }],
        },
      },
      '• Call: February 1, 2027 and March 1, 2027, arranged by Hill School',
    ],
    [
      { communication: { updates: [{ what: 'Figures', to: ['school'] }] } },
      '• Figures, to Hill School',
    ],
    [
      { communication: { concerns: [{ step: 'Phone', within: '2 days' }] } },
      '1. Phone, within 2 days',
    ],
    [{ terms: { ending: { by: 'any' } } }, 'This memorandum can be ended early by either partner.'],
    [
      { terms: { ending: { by: 'any' } }, partners: { ...smallest.partners, a: { name: 'Ada' } } },
      'This memorandum can be ended early by any partner.',
    ],
    [{ term: { start: '2027-01-11', end: '2027-01-11' } }, 'Term\nJanuary 11, 2027\n'],
    [
      { schedule: { events: [{ name: 'Fair', date: '2027-05-01', end: '2027-05-01' }] } },
      'Event\nMay 1, 2027\nFair',
    ],
    [{ status: 'final' }, 'Town Library and Hill School\nDated the day of the last signature\n'],
    [{ roles: [{ task: 'Open', lead: 'school' }] }, 'The lead is responsible for the task.\n'],
    [
      { roles: [{ task: 'Open', lead: 'school', support: ['library'] }] },
      'The lead is responsible for the task; the partners in support help with it.\n',
    ],
  ])('disappears with its connectors: %j', (fields, expected) => {
    const text = textOf(agreementOf(fields));
    expect(text).toContain(expected);
    expect(text).not.toMatch(/ {2}| [,.;:]|\(\)|, ?[.)]|[:,] *$|· *$/m);
  });

  it('never leaves a hole, whatever is left out', () => {
    // Every combination of a few optional values, in both templates.
    const whole = { name: 'Call', every: 'month', first: '2027-02-01', organizer: 'school' };
    const keys = ['every', 'first', 'organizer'] as const;
    for (let bits = 0; bits < 8; bits += 1) {
      const meeting = Object.fromEntries(
        Object.entries(whole).filter(
          ([key]) => !keys.some((each, bit) => each === key && bits & (1 << bit)),
        ),
      );
      for (const template of [mou, letter]) {
        const text = textOf(agreementOf({ schedule: { meetings: [meeting] } }), template);
        expect(text).not.toMatch(/ {2}| [,.;:]|\(\)|[:,] *$|from *$|by *$/m);
      }
    }
  });
});

describe('a value', () => {
  it.each<[object, string]>([
    [{ closed: [{ from: '2027-05-01', to: '2027-05-01' }] }, 'Ada\nMay 1, 2027\n'],
    [{ closed: [{ from: '2027-05-01', to: '2027-05-02' }] }, 'Ada\nMay 1, 2027 to May 2, 2027\n'],
  ])('of a period of one day is that day: %j', (partner, expected) => {
    const partners = { a: { name: 'Ada', ...partner }, b: { name: 'Bea' } };
    expect(textOf(agreementOf({ partners }))).toContain(expected);
  });

  it.each([
    ['en-US', '0', '12000', '0\n12,000'],
    ['pl', '1.50', '85 %', '1.50\n85 %'],
    ['en-US', '1.50', '85 %', '1.50\n85 %'],
    ['en-US', '-1234.5', '007', '-1,234.5\n007'],
    ['en-US', '1e3', '9999999999999999', '1e3\n9999999999999999'],
  ])(
    'of a measure that is a number is written as in %s',
    (language, baseline, target, expected) => {
      const goals = [{ text: 'Read', measures: [{ what: 'Loans', baseline, target }] }];
      expect(textOf(agreementOf({ language, goals }))).toContain(`Loans\n${expected}`);
    },
  );
});

describe('presence', () => {
  it('0 and no are there, an empty text and an empty list are not', () => {
    const main =
      '<p>{{title}}</p>{{#if terms.binding}}<p>binding</p>{{/if}}{{#if resources.budget.total}}<p>{{plain resources.budget.total}}</p>{{/if}}{{#unless reference}}<p>no reference</p>{{/unless}}{{#if principles}}<p>principles</p>{{else}}<p>none</p>{{/if}}';
    const agreement = agreementOf({
      terms: { binding: false },
      resources: { budget: { currency: 'EUR', total: 0 } },
      reference: '',
      principles: [],
    });
    expect(fill(main, agreement)).toBe(`${smallest.title}\nbinding\n0\nno reference\nnone`);
  });
});

describe('definitions', () => {
  const partners = {
    library: { name: 'Town Library', short: 'the Library' },
    school: { name: 'Hill School', short: 'the School' },
  };
  const roles = [{ task: 'Read aloud', lead: 'library' }];

  it('explain only the short names that the paper uses', () => {
    expect(textOf(agreementOf({ partners, roles }))).toContain(
      'Meaning\nthe Library\nTown Library\n3',
    );
    expect(textOf(agreementOf({ partners }))).not.toContain('Definitions');
    expect(textOf(agreementOf({ partners, purpose: 'Help the School read.' }))).toContain(
      'Meaning\nthe School\nHill School\n',
    );
  });

  it('stand in the opening of a letter', () => {
    expect(textOf(agreementOf({ partners, roles }), letter)).toContain(
      'This letter records what Town Library (the Library) and Hill School have agreed.',
    );
  });

  it('show every word of the vocabulary, with who uses it how', () => {
    const vocabulary = [
      { term: 'circle', means: 'A group that reads.', usage: { school: 'A shape.' } },
    ];
    expect(textOf(agreementOf({ vocabulary }))).toContain(
      'circle\nA group that reads.\nOutside this memorandum, Hill School means by it: A shape.',
    );
  });
});

describe('tables', () => {
  it('have only columns that hold something', () => {
    const roles = [{ task: 'Read aloud', lead: 'library' }, { task: 'Listen' }];
    const table = blocksOf(agreementOf({ roles }), mou).find(
      (block) => block.kind === 'table' && block.summary.startsWith('Tasks'),
    );
    expect(blocksText([table!])).toBe('Task\nLead\nRead aloud\nTown Library\nListen\n');
    expect(table).toMatchObject({ columns: [{ align: 'start' }, { align: 'start' }] });
  });

  it('say amounts with the decimals of the currency, all or none', () => {
    const budget = (amounts: readonly number[], currency = 'USD'): Agreement =>
      agreementOf({
        resources: {
          budget: { currency, lines: amounts.map((amount) => ({ item: 'Ink', amount })) },
        },
      });
    expect(textOf(budget([400, 1200]))).toMatch(/Ink\n400\nInk\n1,200\n/);
    expect(textOf(budget([400, 20.5]))).toMatch(/Ink\n400\.00\nInk\n20\.50\n/);
    expect(textOf(budget([400, 20.5], 'KWD'))).toMatch(/Ink\n400\.000\nInk\n20\.500\n/);
  });
});

describe('references between items', () => {
  it('say the number of a goal and the name of everything else, or the id if there is no such item', () => {
    const agreement = agreementOf({
      goals: [{ id: 'read', text: 'Read' }],
      roles: [
        { id: 'open', task: 'Open the doors', goals: ['read', 'write'], after: ['key', 'gone'] },
      ],
      schedule: { milestones: [{ id: 'key', name: 'Key handed over', date: '2027-02-01' }] },
    });
    expect(textOf(agreement)).toContain(
      'Open the doors\nAfter: Key handed over and gone\n2.1 and write',
    );
    expect(textOf(agreement, letter)).toContain('After: Key handed over and gone');
  });

  it('name goals in the order of the paper', () => {
    const goals = ['a', 'b', 'c'].map((id) => ({ id, text: id.toUpperCase() }));
    const roles = [{ task: 'Open the doors', goals: ['c', 'a', 'b'] }];
    expect(textOf(agreementOf({ goals, roles }))).toContain('Open the doors\n2.1, 2.2, 2.3\n');
  });
});

describe('annexes', () => {
  const agreement = agreementOf({
    annexes: [
      { title: 'Rules', text: 'Be kind.' },
      { title: 'Plan', file: 'plan.png', alt: 'A plan of the room' },
    ],
  });

  it('are listed, and each begins a new page after the signatures', () => {
    const blocks = blocksOf(agreement, mou);
    const text = blocksText(blocks);
    expect(text).toContain(
      'These annexes are part of this memorandum:\n• Annex 1: Rules\n• Annex 2: Plan',
    );
    const end = blocks.slice(blocks.findIndex((block) => block.kind === 'signatures') + 1);
    expect(end.map((block) => block.kind)).toEqual([
      'pageBreak',
      'heading',
      'paragraph',
      'pageBreak',
      'heading',
      'paragraph',
    ]);
    expect(text).toContain(
      'Annex 2 Plan\nThe picture for this annex is missing: A plan of the room',
    );
  });

  it('show their picture as large as the page allows', () => {
    const theme = themeFor(agreement);
    const wide = lower(compose(agreement, mou), theme, {
      logos: new Map(),
      annexes: new Map([[1, { id: 'plan', aspect: 2 }]]),
    });
    expect(wide.at(-1)).toEqual({
      kind: 'figure',
      placement: { picture: 'plan', alt: 'A plan of the room', widthMm: 160, heightMm: 80 },
    });
    const tall = lower(compose(agreement, mou), theme, {
      logos: new Map(),
      annexes: new Map([[1, { id: 'plan', aspect: 0.5 }]]),
    });
    expect(tall.at(-1)).toMatchObject({ placement: { widthMm: 95, heightMm: 190 } });
  });
});

describe('signatures', () => {
  it('are one block for each signatory of partners and funders, side by side', () => {
    const partners = {
      a: { name: 'Alpha', signatories: [{ name: 'Ann', title: 'Chair' }, { name: 'Abe' }] },
      b: { name: 'Beta', role: 'funder' },
      c: { name: 'Gamma', role: 'supporter' },
    };
    const block = blocksOf(agreementOf({ partners }), mou).find(
      (each) => each.kind === 'signatures',
    );
    expect(block).toMatchObject({ columns: 2 });
    expect(blocksText([block!])).toBe(
      'Alpha\nSignature\nName Ann\nTitle Chair\nDate\nAlpha\nSignature\nName Abe\nTitle\nDate\nBeta\nSignature\nName\nTitle\nDate',
    );
  });

  it.each([
    [2, 2],
    [8, 2],
    [9, 2],
    [24, 2],
  ])('of %i partners stand in %i columns', (count, columns) => {
    const partners = Object.fromEntries(
      Array.from({ length: count }, (_, index) => [`p${index}`, { name: `Partner ${index}` }]),
    );
    expect(
      blocksOf(agreementOf({ partners }), mou).find((each) => each.kind === 'signatures'),
    ).toMatchObject({ columns });
  });
});

describe('the supporters', () => {
  it('are thanked, and do not stand between whom it is agreed', () => {
    const partners = { ...smallest.partners, shop: { name: 'Corner Shop', role: 'supporter' } };
    const text = textOf(agreementOf({ partners }));
    expect(text).toContain('Memorandum of understanding between\nTown Library and Hill School\n');
    expect(text).toContain('The partners thank Corner Shop for supporting this work.');
    expect(text).toContain('Corner Shop\nSupporter');
  });
});

describe('what has a day comes in the order of time, however it was typed', () => {
  const rowsOf = (agreement: ReturnType<typeof agreementOf>, kind: string): readonly string[] =>
    blocksOf(agreement, builtIn(kind))
      .flatMap((each) => (each.kind === 'table' ? each.rows : []))
      .map((row) => blocksText(row.cells[0]!.content).trim())
      .filter((text) => /\d{4}|^$/.test(text));

  it('milestones and events, each in its table', () => {
    const agreement = agreementOf({
      language: 'en-GB',
      schedule: {
        milestones: [
          { name: 'Last', date: '2028-03-01' },
          { name: 'First', date: '2027-03-01' },
        ],
        events: [
          { name: 'Third', date: '2028-01-02' },
          { name: 'One', date: '2027-11-30', end: '2027-12-01' },
          { name: 'Two', date: '2027-12-02' },
        ],
      },
    });
    expect(rowsOf(agreement, 'mou')).toEqual([
      ...['1 March 2027', '1 March 2028'],
      ...['30 November 2027 to 1 December 2027', '2 December 2027', '2 January 2028'],
    ]);
  });

  it('the dates of a sheet of duties in one order, without a day last', () => {
    const agreement = agreementOf({
      language: 'en-GB',
      schedule: {
        milestones: [{ name: 'Done', date: '2027-12-01' }],
        events: [{ name: 'Fair', date: '2027-05-01' }],
        reviews: [{ date: '2027-07-01' }],
      },
      communication: { training: [{ what: 'Some day' }, { what: 'Tour', date: '2027-02-01' }] },
    });
    expect(rowsOf(agreement, 'duties')).toEqual([
      ...['1 February 2027', '1 May 2027', '1 July 2027', '1 December 2027', ''],
    ]);
  });
});

describe('a list of all who sign', () => {
  const said = (count: number, by: readonly string[]): string => {
    const keys = Array.from({ length: count }, (_, index) => `p${index + 1}`);
    const partners = {
      ...Object.fromEntries(keys.map((key) => [key, { name: key.toUpperCase() }])),
      shop: { name: 'SHOP', role: 'supporter' },
    };
    const text = blocksText(
      blocksOf(agreementOf({ partners, evaluation: { by } }), builtIn('mou')),
    );
    return /The evaluation is done by (.*)\./.exec(text)![1]!;
  };

  it('is said in two words where they are four or more, and names everybody else', () => {
    expect(said(3, ['p1', 'p2', 'p3'])).toBe('P1, P2, and P3');
    expect(said(4, ['p4', 'p1', 'p2', 'p3'])).toBe('all partners');
    expect(said(5, ['p1', 'p2', 'p3', 'p4'])).toBe('P1, P2, P3, and P4');
    expect(said(4, ['p1', 'p2', 'p3', 'p4', 'shop'])).toBe('P1, P2, P3, P4, and SHOP');
  });
});
