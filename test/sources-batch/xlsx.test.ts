// Excel workbooks: what a cell stores becomes what its reader sees, or an error that names the cell.

import fc from 'fast-check';
import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { CellValue } from '../../src/model/table.ts';
import { readTable } from '../../src/sources/table.ts';
import { lines } from './support.ts';
import { number, type StoredCell, text, workbook } from './workbook.ts';

const read = (bytes: Uint8Array, sheet?: string) =>
  readTable('t.xlsx', bytes, sheet === undefined ? {} : { sheet });

/** The value of one stored cell. */
async function cell(stored: StoredCell, options: { date1904?: boolean; shared?: string[] } = {}) {
  const rows = [[text('a')], [stored]];
  const table = await read(workbook([{ name: 'S', rows }], options));
  expect(lines(table.diagnostics)).toEqual([]);
  return table.rows[0]!.cells[0] as CellValue;
}

const day = (date: string): CellValue => ({ kind: 'date', text: date });

describe('dates', () => {
  it.each([
    ['yyyy-mm-dd', 46480, '2027-04-03'],
    ['dd/mm/yyyy', 46480, '2027-04-03'],
    ['d. mmmm yyyy', 46480, '2027-04-03'],
    ['[$-407]d. mmm yyyy;@', 46480, '2027-04-03'],
    ['yyyy-mm-dd h:mm', 46480.520833333336, '2027-04-03T12:30'],
    ['m/d/yy', 61, '1900-03-01'],
    ['m/d/yy', 1, '1900-01-01'],
  ])('%s shows %d as %s', async (format, serial, date) => {
    expect(await cell(number(serial, format))).toEqual(day(date));
  });

  it('count from 1904 where the workbook says so', async () => {
    expect(await cell(number(45018, 'yyyy-mm-dd'), { date1904: true })).toEqual(day('2027-04-03'));
  });

  it('are times of day where the format shows no day', async () => {
    expect(await cell(number(0.375, 'h:mm'))).toBe('09:00');
  });

  it('are numbers where the cell is no date', async () => {
    expect(await cell(number(46480))).toEqual({ kind: 'number', text: '46480', shown: '46480' });
    expect(await cell(number(46480, '0" days"'))).toMatchObject({ kind: 'number', text: '46480' });
  });
});

describe('numbers', () => {
  it.each([
    ['00000', 1234, '1234', '01234'],
    ['0%', 0.85, '0.85', '85%'],
    ['0.00', 1.1, '1.1', '1.10'],
    ['#,##0.00', 1200.5, '1200.5', '1,200.50'],
    ['General', 0.30000000000000004, '0.3', '0.3'],
    ['General', 1e15, '1000000000000000', '1000000000000000'],
    ['General', 441234567890, '441234567890', '441234567890'],
  ])('%s of %d is %s, shown as %s', async (format, value, digits, shown) => {
    expect(await cell(number(value, format))).toEqual({ kind: 'number', text: digits, shown });
  });
});

describe('other cells', () => {
  it('reads shared, rich and formula texts', async () => {
    const shared = [
      '<t>A club</t>',
      '<r><t xml:space="preserve">bold </t></r><r><rPr><b/></rPr><t>and not</t></r><rPh sb="0" eb="1"><t>x</t></rPh>',
    ];
    expect(await cell({ type: 's', xml: '<v>0</v>' }, { shared })).toBe('A club');
    expect(await cell({ type: 's', xml: '<v>1</v>' }, { shared })).toBe('bold and not');
    expect(await cell({ type: 'str', xml: '<f>A1&amp;"x"</f><v>Ax</v>' })).toBe('Ax');
    expect(await cell({ xml: '<f>1+1</f><v>2</v>' })).toMatchObject({ kind: 'number', text: '2' });
  });

  it('reads truth values, errors, and formulas without a result', async () => {
    expect(await cell({ type: 'b', xml: '<v>1</v>' })).toEqual({ kind: 'flag', value: true });
    expect(await cell({ type: 'e', xml: '<v>#REF!</v>' })).toEqual({
      kind: 'error',
      text: '#REF!',
    });
    expect(await cell({ type: 'e', xml: '<f>1/0</f><v>#DIV/0!</v>' })).toMatchObject({
      kind: 'error',
    });
    expect(await cell({ xml: '<f>1+1</f>' })).toEqual({ kind: 'formula' });
  });

  it('keeps every character of a text', async () => {
    const texts = fc
      .string({ unit: 'grapheme', minLength: 1 })
      // XML cannot hold these; Excel writes them as _x0001_, which reads as the character.
      .filter(
        (each) => each.trim() !== '' && !/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|_x/u.test(each),
      );
    await fc.assert(
      fc.asyncProperty(texts, async (each) => {
        expect(await cell(text(each))).toBe(each);
      }),
      { numRuns: 100 },
    );
  });
});

describe('sheets', () => {
  const rows = (value: string) => [[text('title')], [text(value)]];
  const book = workbook([
    { name: 'Secret', state: 'hidden', rows: rows('no') },
    { name: 'Partners', rows: rows('first') },
    { name: 'Old', rows: rows('second') },
  ]);

  it('the first that is not hidden, or the one that is asked for', async () => {
    expect((await read(book)).rows[0]!.cells).toEqual(['first']);
    expect((await read(book, 'Old')).rows[0]!.cells).toEqual(['second']);
    expect((await read(book, 'Secret')).rows[0]!.cells).toEqual(['no']);
  });

  it('none of the name', async () => {
    expect(lines((await read(book, 'partner')).diagnostics)).toEqual([
      't.xlsx:1:1 error table/unknown-sheet The workbook has no sheet “partner”. → Did you mean “Partners”?',
    ]);
    expect((await readTable('t.csv', strToU8('a\n1'), { sheet: 'X' })).diagnostics).toMatchObject([
      { code: 'table/unknown-sheet' },
    ]);
  });
});

describe('rows', () => {
  it('have the numbers that Excel shows, and their cells a place each', async () => {
    const table = await read(
      workbook([
        {
          name: 'S',
          rows: [[text('a'), text('b')], [], [undefined, text('x\ny')], [text('z'), number(3)]],
        },
      ]),
    );
    expect(table.rows.map((each) => [each.number, ...each.cells])).toEqual([
      [3, '', 'x\ny'],
      [4, 'z', { kind: 'number', text: '3', shown: '3' }],
    ]);
    expect(table.rows[0]!.source).toEqual({
      name: 't.xlsx',
      text: '\tx⏎y',
      row: { number: 3, line: 3, cells: [0, 0, 1, 4] },
    });
  });

  it('merged cells are an error, hidden rows a warning', async () => {
    const rows = [
      [text('a'), text('b')],
      [text('1'), text('2')],
      [undefined, text('3')],
    ];
    const sheet = { name: 'S', rows, merged: ['A2:A3'], hiddenRows: [3] };
    expect(lines((await read(workbook([sheet]))).diagnostics)).toEqual([
      't.xlsx:2:A error table/merged-cells This cell is merged with others, so only one row or column would get its value. → Unmerge the cells, and write the value into each of them.',
      't.xlsx:3:A warning table/hidden-rows Row 3 is hidden, and is used all the same. → Delete the rows that you do not want, or copy those that you see to a new sheet.',
    ]);
  });
});

describe('files that would hurt', () => {
  const sheet = { name: 'S', rows: [[text('a')], [text('b')]] };

  /** Sets what the archive says its entries unpack to (APPNOTE 4.3.12). */
  const saying = (size: number): Uint8Array => {
    const bytes = workbook([sheet]);
    const view = new DataView(bytes.buffer);
    for (let at = 0; at + 4 < bytes.length; at += 1) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true);
    }
    return bytes;
  };

  it.each([
    ['more than 256 MB', 100 << 20, 'table/too-large'],
    ['nothing', 0, 'table/unreadable'],
    ['less than they do', 10, 'table/unreadable'],
  ])('that say they unpack to %s', async (_, size, code) => {
    expect((await read(saying(size))).diagnostics).toMatchObject([{ code }]);
  });

  it('with two cells at the ends of the largest sheet', async () => {
    const cells =
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>';
    const bytes = workbook([sheet], {
      more: {
        'xl/worksheets/sheet1.xml': strToU8(
          `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${cells}</sheetData></worksheet>`,
        ),
      },
    });
    expect((await read(bytes)).diagnostics).toMatchObject([{ code: 'table/too-large' }]);
  });

  it('cut short anywhere, or with a byte changed', async () => {
    const bytes = workbook([sheet]);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(bytes.length - 1),
        fc.nat(255),
        fc.boolean(),
        async (at, byte, cut) => {
          const broken = cut ? bytes.slice(0, at) : bytes.with(at, byte);
          const { diagnostics, rows } = await read(broken);
          for (const each of diagnostics) expect(each.code).toMatch(/^table\//);
          expect(diagnostics.length + rows.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 150 },
    );
  });
});
