// CSV as spreadsheet programs write it: every text comes back as it was, and every cell has its place.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellAt, lineAt, positionAt } from '../../src/base/source.ts';
import { cellSpan, readTable } from '../../src/sources/table.ts';
import { bytesOf, lines } from './support.ts';

const read = (text: string | Uint8Array) =>
  readTable('t.csv', typeof text === 'string' ? bytesOf(text) : text);

async function cells(text: string | Uint8Array): Promise<unknown> {
  const { header, rows, diagnostics } = await read(text);
  expect(lines(diagnostics.filter(({ severity }) => severity === 'error'))).toEqual([]);
  return [header!, ...rows].map((row) => row.cells);
}

describe('delimiters and line ends', () => {
  it.each([',', ';', '\t', '|'])('recognises %j', async (sign) => {
    const text = `a${sign}b${sign}c\n1${sign}2${sign}3\n`;
    expect(await cells(text)).toEqual([
      ['a', 'b', 'c'],
      ['1', '2', '3'],
    ]);
  });

  it('does not count signs between quotes', async () => {
    expect(await cells('"a,b,c";d\n1;2')).toEqual([
      ['a,b,c', 'd'],
      ['1', '2'],
    ]);
  });

  it.each(['\n', '\r\n', '\r'])('takes %j as the end of a row', async (end) => {
    expect(await cells(['a,b', '1,2', '3,4', ''].join(end))).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
    ]);
  });

  it('keeps line breaks between quotes, as line feeds', async () => {
    expect(await cells('a,b\r\n"x\r\ny\nz",2\r\n')).toEqual([
      ['a', 'b'],
      ['x\ny\nz', '2'],
    ]);
  });

  it('follows a line sep=, which is no row', async () => {
    const { rows } = await read('sep=|\na|b\n1,5|2\n');
    expect(rows[0]).toMatchObject({ number: 2, cells: ['1,5', '2'] });
    expect(positionAt(rows[0]!.source, 0)).toEqual({ line: 3, column: 1 });
  });

  it.each(['"sep=;"', 'sep=;;', '"sep=;";'])(
    'follows %s, as it is saved once more',
    async (line) => {
      const { rows } = await read(`${line}\na;b\n1,5;2\n`);
      expect(rows[0]).toMatchObject({ number: 2, cells: ['1,5', '2'] });
    },
  );

  it('reads a table of one column', async () => {
    expect(await cells('title\nOne\nTwo\n')).toEqual([['title'], ['One'], ['Two']]);
  });
});

describe('encodings', () => {
  const text = 'name,x\nŁódź – “club”,1\n';
  const want = [
    ['name', 'x'],
    ['Łódź – “club”', '1'],
  ];
  const utf16 = (little: boolean): Uint8Array => {
    const bytes = new Uint8Array(text.length * 2);
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), little);
    return bytes;
  };

  it('reads UTF-8 with and without its mark', async () => {
    expect(await cells(text)).toEqual(want);
    expect(await cells(`\ufeff${text}`)).toEqual(want);
  });

  it('reads UTF-16 with its mark, which Excel calls Unicode text, and without', async () => {
    expect(await cells(Uint8Array.of(0xff, 0xfe, ...utf16(true)))).toEqual(want);
    expect(await cells(Uint8Array.of(0xfe, 0xff, ...utf16(false)))).toEqual(want);
    expect(await cells(utf16(true))).toEqual(want);
    expect(await cells(utf16(false))).toEqual(want);
  });

  it('reads the code page of Windows, and says so', async () => {
    const bytes = Uint8Array.from('name;x\nCaf\u00e9 \u0080;1\n', (sign) => sign.charCodeAt(0));
    const { rows, diagnostics } = await read(bytes);
    expect(rows[0]!.cells).toEqual(['Café €', '1']);
    expect(lines(diagnostics)).toEqual([
      't.csv:2:4 warning table/encoding The file is not UTF-8; it was read as Western European text of Windows, the first such letter in line 2 being “é”. → Look at letters with accents; if any is wrong, save it in Excel as “CSV UTF-8” or as an Excel workbook.',
    ]);
  });
});

describe('rows', () => {
  it('drops blank rows and columns, and counts rows as a spreadsheet does', async () => {
    const { header, rows } = await read('\na,b,,\n1,2,,\n,,,\n \n3,4,,\n,,\n\n');
    expect(header!.number).toBe(2);
    expect(rows.map(({ number, cells }) => [number, ...cells])).toEqual([
      [3, '1', '2', '', ''],
      [6, '3', '4', '', ''],
    ]);
  });

  it('reports a row that is short at the cell that is missing', async () => {
    const { rows } = await read('a,b,c\n1,2\n1,2,3\n1,\n');
    expect(lines(rows.flatMap(({ diagnostics }) => diagnostics))).toEqual([
      't.csv:2:C error table/short-row The row ends here: it has 2 cells, and the header has 3. → Write a delimiter for each empty cell too, or save the table anew from your spreadsheet program.',
      't.csv:4:C error table/short-row The row ends here: it has 2 cells, and the header has 3. → Write a delimiter for each empty cell too, or save the table anew from your spreadsheet program.',
    ]);
  });

  it('reports a row that is long, but not for empty cells', async () => {
    const { rows } = await read('a,b\n1,2,3\n1,2,,\n1,2,,4\n');
    expect(
      rows.flatMap(({ diagnostics }) => diagnostics).map(({ cell, code }) => [cell, code]),
    ).toEqual([
      ['C2', 'table/long-row'],
      ['D4', 'table/long-row'],
    ]);
  });

  it('reports cells below an empty header, once', async () => {
    const { diagnostics } = await read('a,,c\n1,,3\n1,2,3\n1,2,3\n');
    expect(diagnostics.map(({ cell, code }) => [cell, code])).toEqual([
      ['B3', 'table/unnamed-column'],
    ]);
  });

  it('reports a table without rows, and without anything', async () => {
    expect((await read('a,b\n,\n')).diagnostics).toMatchObject([{ code: 'table/empty' }]);
    expect((await read('\n,,\n')).diagnostics).toMatchObject([{ code: 'table/empty' }]);
    expect((await read('')).diagnostics).toMatchObject([{ code: 'table/empty' }]);
  });

  it('unwraps ="00123", with which people keep zeros', async () => {
    expect(await cells('a,b,c\n="00123","=""a,b""",=1+1\n')).toEqual([
      ['a', 'b', 'c'],
      ['00123', 'a,b', '=1+1'],
    ]);
  });
});

describe('quotes that do not fit', () => {
  it.each([
    ['a,b\n"x,1\ny,2\n', 'A2'],
    ['a,b\n1,"x"y\n2,3\n', 'B2'],
    ['a,b\n"Bob "The" Club",1\n', 'A2'],
    ['a,b\n1,"x""\n', 'B2'],
  ])('%j stops the reading at %s', async (text, cell) => {
    const { rows, diagnostics } = await read(text);
    expect(rows).toEqual([]);
    expect(diagnostics.map((each) => [each.code, each.cell])).toEqual([['table/quotes', cell]]);
  });

  it('lets a quote inside an unquoted cell stand', async () => {
    expect(await cells('a,b\n5" pipe,1\n')).toEqual([
      ['a', 'b'],
      ['5" pipe', '1'],
    ]);
  });
});

describe('what is no table', () => {
  it.each([
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1), 'table/unreadable'],
    ['an old Excel file', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1, 1), 'table/unreadable'],
    ['a broken archive', Uint8Array.of(0x50, 0x4b, 3, 4, 1, 2, 3), 'table/unreadable'],
    ['a huge file', new Uint8Array((64 << 20) + 1), 'table/too-large'],
  ])('%s', async (_, bytes, code) => {
    expect((await read(bytes)).diagnostics).toMatchObject([{ code, severity: 'error' }]);
  });

  it('a thousand columns and more', async () => {
    const text = `${Array.from({ length: 1001 }, (_, at) => `c${at}`).join(',')}\n`;
    expect((await read(text)).diagnostics).toMatchObject([{ code: 'table/too-large' }]);
  });
});

/** Writes CSV after RFC 4180: the writer that the reader has to understand. */
function write(
  table: readonly (readonly string[])[],
  sign: string,
  end: string,
  all: boolean,
): string {
  const field = (text: string): string =>
    all || /[",;\t|\n\r]/.test(text) || text !== text.trim()
      ? `"${text.replace(/"/g, '""')}"`
      : text;
  return table.map((row) => row.map(field).join(sign) + end).join('');
}

const anyText = fc
  .oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom('"', ',', ';', '\n', '\t', ' ', '=', 'a', '{', '|', 'é') }),
  )
  // A carriage return is a line end and comes back as a line feed; ="…" is unwrapped, which is tested above.
  .map((text) =>
    text
      .replace(/[\r\u0000]/g, '')
      .replace(/^="/, '= "')
      .replace(/^\ufeff/, ''),
  );

describe('any table of texts', () => {
  const table = fc.integer({ min: 1, max: 5 }).chain((width) =>
    fc.record({
      body: fc.array(
        fc
          .array(anyText, { minLength: width, maxLength: width })
          .filter((row) => row.some((each) => each.trim() !== '')),
        { minLength: 1, maxLength: 5 },
      ),
      header: fc.constant(Array.from({ length: width }, (_, at) => `column ${at}`)),
      sign: fc.constantFrom(',', ';', '\t', '|'),
      end: fc.constantFrom('\n', '\r\n'),
      all: fc.boolean(),
    }),
  );

  it('comes back as it was written, each cell at its place', async () => {
    await fc.assert(
      fc.asyncProperty(table, async ({ header, body, sign, end, all }) => {
        const text = write([header, ...body], sign, end, all);
        const result = await read(text);
        expect(result.diagnostics).toEqual([]);
        expect(result.header!.cells).toEqual(header);
        expect(result.rows.map(({ cells }) => cells)).toEqual(body);
        const joined = text.replaceAll('\r\n', '\n');
        for (const row of result.rows) {
          expect(row.diagnostics).toEqual([]);
          for (const [index, value] of row.cells.entries()) {
            const span = cellSpan(row.source, index);
            const written = row.source.text.slice(span.start, span.end);
            expect([value, `"${String(value).replaceAll('"', '""')}"`]).toContain(written);
            expect(cellAt(span)?.row).toBe(row.number);
            // The line of the file is the line of the source, wherever the row begins.
            const { line } = positionAt(row.source, span.start);
            expect(lineAt(row.source, line)).toBe(joined.split('\n')[line - 1]);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
