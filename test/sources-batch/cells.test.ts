// What a cell becomes in the agreement, by the field that its column leads to; and what is said of
// cells that cannot be read, at their place.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBase } from '../../src/merge.ts';
import { readTable } from '../../src/sources/table.ts';
import { typeCell } from '../../src/spec/type-cell.ts';
import { base, baseText, bytesOf, checkRow, faults, lines, over } from './support.ts';
import { number, type StoredCell, text, workbook } from './workbook.ts';

const quoted = (value: string): string => `"${value.replaceAll('"', '""')}"`;

/** The agreement, or the faults, of a table with one row: headers and cells. */
async function row(cells: Readonly<Record<string, string>>, under = base): Promise<unknown> {
  const headers = ['partners.club.name', ...Object.keys(cells)];
  const values = ['Club', ...Object.values(cells)];
  const table = `${headers.map(quoted).join(';')}\n${values.map(quoted).join(';')}\n`;
  const data = await over(table, { base: under });
  expect(lines(data.diagnostics)).toEqual([]);
  const checked = await checkRow(data, 0, under);
  return checked.agreement ?? faults(checked);
}

describe('texts', () => {
  it('are taken as they stand, whatever they look like', async () => {
    for (const value of [
      "=cmd|' /C calc'!A0",
      '{{x}} <b>&amp;</b>',
      '__proto__',
      'null',
      '~',
      'true',
      '1.10',
      '0441234567',
      '  padded ',
      '*a* [b](javascript:c)',
    ]) {
      expect(await row({ title: value })).toMatchObject({ title: value });
    }
  });

  it('survive character by character', async () => {
    const texts = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter(
        (value) =>
          !/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\p{Noncharacter_Code_Point}\p{Surrogate}]/u.test(
            value,
          ),
      )
      .filter(
        (value) =>
          value.trim() !== '' && !/^\s*(?:#|=")/.test(value) && !value.startsWith('\ufeff'),
      );
    await fc.assert(
      fc.asyncProperty(texts, async (value) => {
        expect(await row({ title: value })).toMatchObject({ title: value });
      }),
      { numRuns: 100 },
    );
  });

  it('of several lines are prose, and an error where one line is needed', async () => {
    expect(await row({ purpose: 'One.\n\nTwo.' })).toMatchObject({ purpose: 'One.\n\nTwo.' });
    expect(await row({ title: 'One\nTwo' })).toEqual(['partners.csv:2:B schema/several-lines']);
  });

  it('leave the base as it is where a cell is empty or blank', async () => {
    expect(await row({ title: '', reference: ' ', 'term.end': '\u00a0' })).toMatchObject({
      title: 'Stars over the river',
      reference: 'R-1',
      term: { end: '2027-12-17' },
    });
  });
});

describe('dates', () => {
  it.each([
    ['2027-02-20', '2027-02-20'],
    [' 2027-02-20 ', '2027-02-20'],
    ['2027-02-20 00:00:00', '2027-02-20'],
    ['20/02/2027', '2027-02-20'],
    ['2/20/2027', '2027-02-20'],
    ['3.4.2027', '2027-04-03'],
    ['4/4/2027', '2027-04-04'],
    ['20 February 2027', '2027-02-20'],
    ['February 20, 2027', '2027-02-20'],
  ])('%j can only be %s', async (written, day) => {
    expect(await row({ 'roles[0].due': written })).toHaveProperty('roles.0.due', day);
  });

  it.each(['03/04/2027', '3-4-2027', '2027-02-30', '46480', 'soon', '4/3/27', '2027-02-20 12:30'])(
    '%j is an error',
    async (written) => {
      const found = (await row({ 'roles[0].due': written })) as string[];
      expect(found).toHaveLength(1);
      expect(found[0]).toMatch(/^partners\.csv:2:B schema\/(date-format|impossible-date)$/);
    },
  );

  it('shown as a number are told apart by the day that is meant', async () => {
    const data = await over('roles[0].due\n46480\n');
    const { diagnostics } = await checkRow(data, 0);
    expect(lines(diagnostics.filter(({ code }) => code === 'schema/date-format'))).toEqual([
      'partners.csv:2:A error schema/date-format `due` needs a date, not the text “46480”. → A spreadsheet program that shows a date as a number means `2027-04-03` by it: write that, or format the cells as dates.',
    ]);
  });

  it('that can be two days are both named', async () => {
    const data = await over('roles[0].due\n03/04/2027\n');
    const { diagnostics } = await checkRow(data, 0);
    expect(lines(diagnostics.filter(({ code }) => code === 'schema/date-format'))).toEqual([
      'partners.csv:2:A error schema/date-format `due` needs a date, not the text “03/04/2027”. → Write `2027-04-03` or `2027-03-04`: the year, the month, the day.',
    ]);
  });
});

describe('amounts', () => {
  const amount = 'resources.budget.lines[0].amount';

  it.each([
    ['1200', 1200],
    ['99.50', 99.5],
    ['1,200', 1200],
    ['1,200.50', 1200.5],
    ['1.200,50', 1200.5],
    ['1,200,000', 1200000],
    ['1.200.000', 1200000],
    ['1 200', 1200],
    ['1\u00a0200,50', 1200.5],
    ['1’200.50', 1200.5],
    ['400,50', 400.5],
    ['$1,200.00', 1200],
    ['1 200 USD', 1200],
    [' 400 ', 400],
  ])('%j is %d', async (written, value) => {
    expect(await row({ [amount]: written })).toHaveProperty(
      'resources.budget.lines.0.amount',
      value,
    );
  });

  it.each(['1.200', '-5', '(400)', 'about 400', '€400', '12 34', '1,2,3', '1.234567', '4E5'])(
    '%j is an error',
    async (written) => {
      expect(await row({ [amount]: written })).toEqual(['partners.csv:2:B schema/bad-amount']);
    },
  );

  it('are read by the currency that the row brings along', async () => {
    const currency = 'resources.budget.currency';
    expect(await row({ [amount]: '€400', [currency]: 'EUR' })).toHaveProperty(
      'resources.budget.lines.0.amount',
      400,
    );
    // Three digits after the comma may be the thousandths that a dinar has.
    expect(await row({ [amount]: '1,200', [currency]: 'KWD' })).toEqual([
      'partners.csv:2:B schema/bad-amount',
    ]);
  });
});

describe('other values', () => {
  it.each([
    ['TRUE', true],
    ['Wahr', true],
    ['yes', true],
    ['FAŁSZ', false],
    ['no', false],
  ])('truth: %s', async (written, value) => {
    expect(await row({ 'terms.binding': written })).toHaveProperty('terms.binding', value);
  });

  it('truth that is not clear', async () => {
    expect(await row({ 'terms.binding': '1' })).toEqual(['partners.csv:2:B schema/wrong-type']);
    expect(await row({ 'terms.binding': 'maybe' })).toEqual(['partners.csv:2:B schema/wrong-type']);
  });

  it('keys, choices, colours and frequencies lose the blanks around them', async () => {
    expect(
      await row({
        'roles[0].lead': ' club ',
        level: 'simple ',
        'partners.club.brand.color': ' #1F4E79',
        'roles[0].every': ' month',
      }),
    ).toMatchObject({
      level: 'simple',
      roles: [{ lead: 'club', every: 'month' }, {}],
      partners: { club: { brand: { color: '#1F4E79' } } },
    });
    expect(await row({ 'roles[0].lead': 'the Library', level: 'easy' })).toEqual([
      'partners.csv:2:B schema/unknown-partner',
      'partners.csv:2:C schema/unknown-choice',
    ]);
  });

  it('lists: words by commas, semicolons and lines; texts by lines', async () => {
    expect(
      await row({
        'roles[0].support': 'library, club',
        'roles[1].covers': 'meetings;money',
        principles: 'Equality, always\nTransparency\n',
        'partners.club.gives': 'A room\nA telescope, large',
        background: 'One.\n\nTwo.',
      }),
    ).toMatchObject({
      roles: [{ support: ['library', 'club'] }, { covers: ['meetings', 'money'] }],
      principles: ['Equality, always', 'Transparency'],
      partners: { club: { gives: [{ what: 'A room' }, { what: 'A telescope, large' }] } },
      background: ['One.\n\nTwo.'],
    });
  });

  it('the version of the format', async () => {
    expect(await row({ spec: '1' })).toMatchObject({ spec: 1 });
    expect(await row({ spec: '2' })).toEqual(['partners.csv:2:B schema/wrong-type']);
  });

  it('one cell to two places', async () => {
    const data = await over('Club\nStars\n', { map: 'Club: [partners.club.name, title]' });
    expect((await checkRow(data, 0)).agreement).toMatchObject({
      title: 'Stars',
      partners: { club: { name: 'Stars' } },
    });
  });
});

describe('cells with nothing to read', () => {
  it.each([
    ['#REF!', 'error table/error-value', true],
    ['#N/A', 'error table/error-value', true],
    ['########', 'error table/shortened-value', true],
    ['4,41235E+11', 'warning table/shortened-value', false],
    ['a\u202eb', 'error table/bad-character', true],
    ['a\u0007', 'error table/bad-character', true],
    ['x'.repeat(20_001), 'error table/too-long', true],
  ])('%s', async (value, found, stops) => {
    const data = await over(`partners.club.name;purpose\nClub;${quoted(value)}\n`);
    const checked = await checkRow(data, 0);
    expect(checked.status).toBe(stops ? 'unreadable' : 'draft');
    const mine = checked.diagnostics.filter(({ code }) => code.startsWith('table/'));
    expect(mine.map(({ severity, code, cell }) => [`${severity} ${code}`, cell])).toEqual([
      [found, 'B2'],
    ]);
  });

  it('do not matter in a column that is not used', async () => {
    const data = await over('Club;Notes\nClub;#REF!\n', {
      map: 'Club: partners.club.name\nNotes:\n',
    });
    expect((await checkRow(data, 0)).status).toBe('draft');
  });
});

describe('cells of a workbook', () => {
  const stored = async (header: string, cell: StoredCell): Promise<unknown> => {
    const rows = [
      [text('partners.club.name'), text(header)],
      [text('Club'), cell],
    ];
    const data = await over(workbook([{ name: 'S', rows }]), { name: 'partners.xlsx' });
    expect(lines(data.diagnostics)).toEqual([]);
    const checked = await checkRow(data, 0);
    return checked.agreement ?? faults(checked);
  };

  it('a date is a day, and a number what its cell shows', async () => {
    expect(await stored('term.end', number(46480, 'dd/mm/yyyy'))).toHaveProperty(
      'term.end',
      '2027-04-03',
    );
    expect(await stored('reference', number(1234, '00000'))).toHaveProperty('reference', '01234');
    expect(await stored('goals[reach].measures[0].target', number(0.85, '0%'))).toHaveProperty(
      'goals.0.measures.0.target',
      '85%',
    );
    expect(
      await stored('resources.budget.lines[0].amount', number(1200.5, '"$"#,##0')),
    ).toHaveProperty('resources.budget.lines.0.amount', 1200.5);
    expect(await stored('terms.binding', { type: 'b', xml: '<v>1</v>' })).toHaveProperty(
      'terms.binding',
      true,
    );
  });

  it('a date with a time of day, a bare number for a date, an error, a formula without a result', async () => {
    const place = 'partners.xlsx:2:B';
    expect(await stored('term.end', number(46480.5, 'd/m/yy h:mm'))).toEqual([
      `${place} schema/date-format`,
    ]);
    expect(await stored('term.end', number(46480))).toEqual([`${place} schema/date-format`]);
    expect(await stored('title', { type: 'e', xml: '<v>#REF!</v>' })).toEqual([
      `${place} table/error-value`,
    ]);
    expect(await stored('title', { xml: '<f>A1</f>' })).toEqual([`${place} table/no-result`]);
  });
});

it('never throws and never loses a cell, whatever stands in it', async () => {
  const { header, rows } = await readTable('t', bytesOf('a\nb'));
  expect([header!.cells, rows[0]!.cells]).toEqual([['a'], ['b']]);
  const plans = ['title', 'term.end', 'terms.binding', 'level', 'roles[0].lead', 'principles'];
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: 'binary' }), { minLength: 6, maxLength: 6 }),
      async (cells) => {
        const table = `${plans.join(';')}\n${cells.map(quoted).join(';')}\n`;
        const data = await over(table);
        for (const [index] of data.rows.entries()) {
          const { agreement, diagnostics } = await checkRow(data, index);
          if (!agreement)
            expect(diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
        }
      },
    ),
    { numRuns: 100 },
  );
  const money = { currency: undefined, decimals: 2 };
  expect(typeCell({ kind: 'leaf', leaf: 'amount', meta: {} }, 'x', money).value).toBe('x');
  expect(readBase({ name: 'b', bytes: bytesOf(baseText) }).diagnostics).toEqual([]);
});
