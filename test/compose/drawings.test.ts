// Drawings: what they show, when they are left out, and that nothing in them collides or spills.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadTemplate } from '../../src/compose/index.ts';
import { readQuantity } from '../../src/compose/measures-content.ts';
import { textWidth } from '../../src/compose/text-width.ts';
import { timeAxis } from '../../src/compose/time-axis.ts';
import type { Agreement } from '../../src/model/agreement.ts';
import type { DrawingFigure } from '../../src/model/block.ts';
import { addDays } from '../../src/model/days.ts';
import type { Drawing, DrawnText } from '../../src/model/drawing.ts';
import { pointsPerMm } from '../../src/model/theme.ts';
import { agreementOf, blocksOf, builtIn, builtInFiles, withMain } from './built-in.ts';

const mou = builtIn('mou');

const drawingsOf = (agreement: Agreement): readonly DrawingFigure[] =>
  blocksOf(agreement, mou).flatMap((block) => (block.kind === 'drawing' ? [block] : []));

const textsOf = ({ shapes }: Drawing): readonly DrawnText[] =>
  shapes.flatMap((shape) => (shape.kind === 'text' ? [shape] : []));

const wordsOf = (figure: DrawingFigure): readonly string[] =>
  textsOf(figure.drawing).map(({ text }) => text);

const partnersOf = (count: number): Record<string, object> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `p${index}`,
      { name: `House of Learning ${index + 1}` },
    ]),
  );

/** The room that a text takes: left, right, top and bottom, millimetres. */
function boxOf({ x, y, text, size, bold, anchor, turn, maxWidth }: DrawnText): readonly number[] {
  const width = Math.min(maxWidth, textWidth(text, size, bold ? 'bold' : 'regular'));
  const height = (size * 0.72) / pointsPerMm;
  if (turn) return [x - height, x, y - width, y];
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return [left, left + width, y - height, y];
}

/** Checks that texts stay inside, fit their rooms and do not cover each other. */
function expectLegible({ drawing }: DrawingFigure): void {
  const texts = textsOf(drawing);
  const boxes = texts.map(boxOf);
  texts.forEach(({ text, size, bold, maxWidth }, index) => {
    const [left, right, top, bottom] = boxes[index] as [number, number, number, number];
    const width = textWidth(text, size, bold ? 'bold' : 'regular');
    expect(width, text).toBeLessThanOrEqual(Math.max(0.5, maxWidth) + 0.02);
    expect(left, text).toBeGreaterThanOrEqual(-0.05);
    expect(right, text).toBeLessThanOrEqual(drawing.widthMm + 0.05);
    expect(top, text).toBeGreaterThanOrEqual(-0.05);
    expect(bottom, text).toBeLessThanOrEqual(drawing.heightMm);
    boxes.slice(index + 1).forEach((other, at) => {
      const [l, r, t, b] = other as [number, number, number, number];
      const apart = r <= left + 0.1 || l >= right - 0.1 || b <= top + 0.1 || t >= bottom - 0.1;
      expect(apart, `"${text}" and "${texts[index + 1 + at]!.text}"`).toBe(true);
    });
  });
  // A page of Letter between its margins.
  expect(drawing.heightMm).toBeLessThan(215);
}

describe('a timeline', () => {
  const term = { start: '2027-01-11', end: '2027-12-17' };
  const schedule = {
    milestones: [
      { name: 'Pilot', date: '2027-02-20', owner: 'school', smallWin: true },
      { name: 'Thanks', date: '2027-12-10', owner: 'library' },
    ],
    events: [{ name: 'Fair', date: '2027-07-17', end: '2027-07-30' }],
    meetings: [
      { name: 'Project meeting', every: 'month', first: '2027-01-18', organizer: 'library' },
      { name: 'Board', every: 'quarter' },
    ],
    reviews: [{ date: '2027-06-18' }],
  };
  const [figure] = drawingsOf(agreementOf({ term, schedule }));

  it('says in words what it shows', () => {
    expect(figure!.alt).toBe(
      'The schedule on a line of time from January 11, 2027 to December 17, 2027. Milestones: 2. Events: 1. Meetings: 2. Reviews: 1.',
    );
    expect(wordsOf(figure!)).toEqual(
      expect.arrayContaining(['2027', 'Jan', 'Nov', 'Milestones', 'Early successes', 'Pilot']),
    );
    expect(wordsOf(figure!)).toEqual(expect.arrayContaining(['Fair', 'Board', 'Hill School']));
  });

  it('stands before its tables, and does not take their place', () => {
    const blocks = blocksOf(agreementOf({ term, schedule }), mou);
    const at = blocks.findIndex((block) => block.kind === 'drawing');
    expect(blocks[at - 1]).toMatchObject({ kind: 'heading', content: [{ text: 'Schedule' }] });
    expect(blocks.slice(at).filter((block) => block.kind === 'table')).toHaveLength(2);
  });

  it('gives each kind a shape of its own, and a mark the colour of who answers for it', () => {
    const count = (test: (shape: Drawing['shapes'][number]) => boolean): number =>
      figure!.drawing.shapes.filter(test).length;
    const points = (number: number): number =>
      count((shape) => shape.kind === 'polygon' && shape.points.length === number);
    // One of each is the sample beside the word.
    expect([points(4), points(10), points(3)]).toEqual([2, 2, 2]);
    expect(count((shape) => shape.kind === 'rect' && shape.radius !== undefined)).toBe(1);
    const ticks = count((shape) => shape.kind === 'line' && shape.stroke.widthPt === 1.6);
    expect(ticks).toBe(1 + 11);
    expect(count((shape) => shape.kind === 'line' && shape.stroke.dash !== undefined)).toBe(1);
    const star = figure!.drawing.shapes.findLast(
      (shape) => shape.kind === 'polygon' && shape.points.length === 10,
    );
    expect(star).toMatchObject({ fill: '#8a3b12' });
  });

  it.each<[string, object]>([
    ['no schedule', {}],
    ['one dated thing', { milestones: [{ name: 'Pilot', date: '2027-02-20' }] }],
    ['meetings without days', { meetings: [{ name: 'A' }, { name: 'B', every: 'week' }] }],
  ])('is left out with %s', (_, fields) => {
    expect(drawingsOf(agreementOf({ term, schedule: fields }))).toEqual([]);
  });

  it.each<[number, readonly string[], readonly string[]]>([
    [9, ['11', '12', '13'], ['January 2027']],
    [60, ['11', '18', '25'], ['January 2027', 'February 2027']],
    [340, ['Jan', 'Feb', 'Mar'], ['2027']],
    [1000, ['', 'Apr', 'Jul'], ['2027', '2028']],
    [3650, ['2027', '2028', '2029'], []],
    [36500, ['', '2030', '2040'], []],
  ])('over %i days has steps %j', (days, ticks, groups) => {
    const months = [
      'Jan',
      'Feb',
      'Mar',
      'Apr',
      'May',
      'Jun',
      'Jul',
      'Aug',
      'Sep',
      'Oct',
      'Nov',
      'Dec',
    ];
    const long = (short: string): string =>
      ({ Jan: 'January', Feb: 'February', Mar: 'March' })[short] ?? short;
    const axis = timeAxis(
      '2027-01-11',
      addDays('2027-01-11', days),
      130,
      6.8,
      months.map((short) => ({ short, long: long(short) })),
    );
    expect(axis.ticks.slice(0, 3).map(({ label }) => label)).toEqual(ticks);
    expect(axis.groups.slice(0, groups.length || 1).map(({ label }) => label)).toEqual(groups);
  });

  it('is legible whatever stands in it', () => {
    const name = fc.constantFrom(
      'Pilot',
      'Half of all the objects described and shown on the common web page',
      'Ouverture',
      'Donaudampfschifffahrtsgesellschaftskapitänsmützenfabrik',
      'Годишна среща',
    );
    const owner = fc.constantFrom('library', 'school', undefined);
    const entries = fc.array(fc.tuple(fc.nat(1000), name, owner, fc.boolean()), {
      minLength: 2,
      maxLength: 40,
    });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3700 }), fc.boolean(), entries, (days, open, drawn) => {
        const date = (share: number): string =>
          addDays('2027-01-11', Math.floor((days * share) / 1000));
        const milestones = drawn.map(([at, text, partner, smallWin]) => ({
          name: text,
          date: date(at),
          smallWin,
          ...(partner ? { owner: partner } : {}),
        }));
        const events = milestones.slice(0, 12).map((each) => ({
          name: each.name,
          date: each.date,
          end: addDays(each.date, 40),
        }));
        const meetings = events.slice(0, 8).map((each, index) => ({
          name: each.name,
          ...(index % 2 ? { every: 'week', first: each.date } : { date: each.date }),
        }));
        const reviews = events.slice(0, 3).map((each) => ({ date: each.date, what: each.name }));
        const end = open ? {} : { end: addDays('2027-01-11', days) };
        const drawings = drawingsOf(
          agreementOf({
            term: { start: '2027-01-11', ...end },
            schedule: { milestones, events, meetings, reviews },
          }),
        );
        expect(drawings).toHaveLength(1);
        expectLegible(drawings[0]!);
      }),
      { numRuns: 150 },
    );
  });
});

describe('the matrix of roles', () => {
  const roles = [
    { task: 'Read aloud', lead: 'library', support: ['school'] },
    { task: 'Listen', lead: 'school' },
    { task: 'Count the books' },
  ];

  it('shows who leads and who supports each task', () => {
    const [figure] = drawingsOf(agreementOf({ roles }));
    expect(figure!.alt).toBe(
      '3 tasks, each with the partner that leads it (a filled circle) and those that support it (open circles). Tasks led: Town Library 1 and Hill School 1.',
    );
    expect(wordsOf(figure!)).toEqual([
      'Town Library',
      'Hill School',
      'Task',
      'Read aloud',
      'Listen',
      'Count the books',
      'Lead',
      'Support',
    ]);
    const circles = figure!.drawing.shapes.flatMap((shape) =>
      shape.kind === 'circle' ? [shape.fill ? 'filled' : 'open'] : [],
    );
    // The last two explain the others.
    expect(circles).toEqual(['filled', 'open', 'filled', 'filled', 'open']);
  });

  it.each<[string, readonly object[]]>([
    ['no tasks', []],
    ['one task', [{ task: 'Read aloud', lead: 'library' }]],
    ['tasks of nobody', [{ task: 'Read aloud' }, { task: 'Listen' }]],
  ])('is left out with %s', (_, tasks) => {
    expect(drawingsOf(agreementOf({ roles: tasks }))).toEqual([]);
  });

  it('has a column for every partner, and for a supporter only if it has a task', () => {
    const partners = {
      library: { name: 'Library' },
      school: { name: 'School' },
      idle: { name: 'Idle' },
      shop: { name: 'Shop', role: 'supporter' },
      bank: { name: 'Bank', role: 'funder' },
    };
    const own = [...roles, { task: 'Pay', lead: 'bank' }];
    const [figure] = drawingsOf(agreementOf({ partners, roles: own }));
    const words = wordsOf(figure!);
    expect(words.slice(0, words.indexOf('Task'))).toEqual(['Library', 'School', 'Idle', 'Bank']);
  });

  it.each([
    [2, 3, 1],
    [2, 20, 1],
    [2, 21, 2],
    [5, 60, 3],
    [9, 12, 1],
    [24, 60, 3],
  ])('of %i partners and %i tasks is legible on %i sheets', (count, rows, sheets) => {
    const tasks = Array.from({ length: rows }, (_, index) => ({
      task: `${['Count', 'Develop the marketing campaign and the event posters for the whole of the year'][index % 2]} ${index}`,
      lead: `p${index % count}`,
      support: [`p${(index + 1) % count}`],
    }));
    const figures = drawingsOf(agreementOf({ partners: partnersOf(count), roles: tasks }));
    expect(figures).toHaveLength(sheets);
    for (const figure of figures) expectLegible(figure);
    expect(new Set(figures.map(({ alt }) => alt)).size).toBe(sheets);
    if (sheets > 1) expect(figures[0]!.alt).toMatch(/^Tasks 1 to \d+ of \d+ tasks, each/);
    const heads = figures.map((figure) => wordsOf(figure).slice(0, count).join());
    expect(new Set(heads).size).toBe(1);
  });

  it('turns the names of many partners upright', () => {
    const turned = (count: number): number => {
      const tasks = [
        { task: 'A', lead: 'p0' },
        { task: 'B', lead: 'p1' },
      ];
      const agreement = agreementOf({ partners: partnersOf(count), roles: tasks });
      return textsOf(drawingsOf(agreement)[0]!.drawing).filter(({ turn }) => turn === 90).length;
    };
    expect([turned(3), turned(24)]).toEqual([0, 24]);
  });
});

describe('measures', () => {
  const measure = (baseline: unknown, target: unknown, what = 'Loans'): object => ({
    what,
    ...(baseline === undefined ? {} : { baseline }),
    ...(target === undefined ? {} : { target }),
  });

  it('are drawn from start to target, with their units', () => {
    const measures = [measure('60 %', '85 %'), measure('212', 'fewer than 100', 'Accidents')];
    const [figure] = drawingsOf(agreementOf({ goals: [{ text: 'Read', measures }] }));
    expect(figure!.alt).toBe(
      'What the work starts from and aims at. Loans: from 60 % to 85 %; Accidents: from 212 to fewer than 100.',
    );
    expect(wordsOf(figure!)).toEqual([
      'Start',
      'Target',
      'Loans',
      '60 %',
      '85 %',
      'Accidents',
      '212',
      'fewer than 100',
    ]);
    const tips = figure!.drawing.shapes.flatMap((shape) =>
      shape.kind === 'polygon' ? [Math.sign(shape.points[0]![0] - shape.points[1]![0])] : [],
    );
    // The first arrow is the sample; less is drawn to the left.
    expect(tips).toEqual([1, 1, -1]);
    expectLegible(figure!);
  });

  it('are named in the alternative text up to five, and counted beyond', () => {
    const measures = Array.from({ length: 7 }, (_, index) =>
      measure('0', `${index + 1}`, `M${index}`),
    );
    const [figure] = drawingsOf(agreementOf({ goals: [{ text: 'Read', measures }] }));
    expect(figure!.alt).toMatch(/M4: from 0 to 5; and 2 more\.$/);
    expectLegible(figure!);
  });

  it.each<[string, unknown, unknown]>([
    ['no start', undefined, '400'],
    ['no target', '0', undefined],
    ['words', 'few', 'many'],
    ['different units', '5 %', '12 people'],
    ['two numbers', '0', '3 of 4'],
  ])('with %s are left to the table', (_, baseline, target) => {
    const goals = [{ text: 'Read', measures: [measure(baseline, target)] }];
    expect(drawingsOf(agreementOf({ goals }))).toEqual([]);
  });

  it.each<[string, string, number | undefined]>([
    ['1200', '.', 1200],
    ['1,200', '.', 1200],
    ['1.200', ',', 1.2],
    ['1.200 Besucher', ',', 1200],
    ['1,5', '.', 1.5],
    ['1,5 %', ',', 1.5],
    ['12.5', ',', 12.5],
    ['EUR 1 200', ',', 1200],
    ['-3 °C', '.', -3],
    ['at least 40', '.', 40],
    ['3 of 4', '.', undefined],
    ['none', '.', undefined],
    ['1.2.3', '.', undefined],
  ])('%s with the decimal sign "%s" is %j', (text, decimal, expected) => {
    expect(readQuantity(text, decimal)?.number).toBe(expected);
  });
});

describe('a template with drawings', () => {
  it('takes a caption', () => {
    const { template } = loadTemplate(
      withMain('<p>{{title}}</p><rolesmatrix caption="roles.title"/>'),
    );
    const agreement = agreementOf({
      roles: [{ task: 'A', lead: 'library' }, { task: 'B' }],
    });
    const blocks = blocksOf(agreement, template!);
    expect(blocks[1]).toMatchObject({ kind: 'drawing', caption: [{ text: 'Who does what' }] });
  });

  it('needs the phrases of those that it uses, and of no others', () => {
    const phrases = builtInFiles('mou').files.get('en.yaml')!;
    const without = phrases.replace(/^timeline:\n(?: {2}.*\n)+/m, '');
    const load = (main: string): readonly string[] =>
      loadTemplate({
        name: 't',
        files: new Map([
          ['main.hbs', main],
          ['en.yaml', without],
        ]),
      }).diagnostics.map(({ code, message }) => `${code} ${message}`);
    expect(load('<p>{{title}}</p><measures/>')).toEqual([]);
    expect(load('<p>{{title}}</p><timeline/>')[0]).toBe(
      'template/unknown-phrase en.yaml has no phrase `timeline.shows`.',
    );
  });
});
