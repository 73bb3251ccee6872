// The bytes of a spreadsheet to its header and rows: the first step of laying a table over a spec.
// CSV and XLSX end in the same shape; headers become paths in columns.ts.

import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import type { Source } from '../base/source.ts';
import type { CellValue, Table, TableRow } from '../model/table.ts';
import { type RawRow, type RawTable, readCsv } from './csv.ts';
import { isBinary, tableText } from './table-text.ts';

/** Largest table, in bytes; 10,000 rows of a thousand characters are 10 MB. */
export const maxTableBytes = 64 << 20;
/** Most columns; an agreement has fewer fields that anybody would fill in by table. */
const maxColumns = 1000;

/** What to read of a table. */
export interface TableOptions {
  /** The name of the sheet of a workbook; default: the first that is not hidden. */
  readonly sheet?: string;
}

/** Reads CSV or XLSX, told apart by their bytes; never rejects. */
export async function readTable(
  name: string,
  bytes: Uint8Array,
  options: TableOptions = {},
): Promise<Table> {
  if (bytes.length > maxTableBytes) {
    const message = `The table has ${Math.round(bytes.length / (1 << 20))} MB, and 64 MB is the most that is read.`;
    return refused(name, 'table/too-large', message, 'Divide it into several tables.');
  }
  if (startsWithBytes(bytes, [0x50, 0x4b, 0x03, 0x04])) {
    const { readXlsx } = await import('./xlsx.ts');
    return finish(name, await readXlsx(name, bytes, options.sheet));
  }
  if (startsWithBytes(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    const message = 'This is an old Excel file (.xls), or a workbook with a password.';
    const hint = 'Save it as an Excel workbook (.xlsx) without a password, or as CSV.';
    return refused(name, 'table/unreadable', message, hint);
  }
  if (isBinary(bytes)) {
    const message = 'This is neither CSV nor an Excel workbook (.xlsx).';
    return refused(name, 'table/unreadable', message, 'Save the table in one of the two formats.');
  }
  if (options.sheet !== undefined) {
    const message = `A CSV file has no sheets, so there is no sheet “${options.sheet}”.`;
    return refused(name, 'table/unknown-sheet', message, 'Leave out --sheet.');
  }
  const { text, diagnostics } = tableText(name, bytes);
  const raw = readCsv(name, text);
  return finish(name, { rows: raw.rows, diagnostics: [...diagnostics, ...raw.diagnostics] });
}

function startsWithBytes(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte);
}

function refused(name: string, code: string, message: string, hint: string): Table {
  const span = { source: { name, text: '' }, start: 0, end: 0 };
  return { rows: [], diagnostics: [diagnostic(code, 'error', message, span, [], hint)] };
}

/** Sets the header apart, drops blank rows and reports rows that do not fit under it. */
function finish(name: string, { rows, diagnostics }: RawTable): Table {
  if (diagnostics.some(({ severity }) => severity === 'error')) return { rows: [], diagnostics };
  const filled = rows.filter(({ cells }) => cells.some((cell) => !isBlank(cell)));
  const [header, ...body] = filled;
  if (!header) {
    const hint = 'The first row names the columns; each row below is one agreement.';
    const empty = refused(name, 'table/empty', 'There is nothing in the table.', hint);
    return { rows: [], diagnostics: [...diagnostics, ...empty.diagnostics] };
  }
  const width = header.cells.findLastIndex((cell) => !isBlank(cell)) + 1;
  if (width > maxColumns) {
    const message = `The table has ${width} columns, and ${maxColumns} is the most that is read.`;
    return refused(name, 'table/too-large', message, 'Delete the columns that no agreement needs.');
  }
  const problems: Diagnostic[] = [...diagnostics];
  if (body.length === 0) {
    const message = 'There is no row below the header, so there is no agreement to make.';
    problems.push(diagnostic('table/empty', 'error', message, spanOf(header.source)));
  }
  problems.push(...unnamedColumns(header, body));
  const fitted = body.map((row) => underHeader(row, header, width));
  return { header: { ...header, diagnostics: [] }, rows: fitted, diagnostics: problems };
}

/** Returns true for a cell with nothing in it, or only blanks: typing one is how some people empty a cell. */
export function isBlank(cell: CellValue | undefined): boolean {
  return cell === undefined || (typeof cell === 'string' && cell.trim() === '');
}

function spanOf(source: Source): { source: Source; start: number; end: number } {
  return { source, start: 0, end: source.text.length };
}

/** Returns the place of a cell; past the last one, the end of the row. */
export function cellSpan(
  source: Source,
  index: number,
): {
  source: Source;
  start: number;
  end: number;
} {
  const { cells } = source.row!;
  const end = source.text.length;
  return { source, start: cells[index * 2] ?? end, end: cells[index * 2 + 1] ?? end };
}

function unnamedColumns(header: RawRow, body: readonly RawRow[]): readonly Diagnostic[] {
  return header.cells.flatMap((title, index) => {
    if (!isBlank(title)) return [];
    const row = body.find(({ cells }) => !isBlank(cells[index]));
    if (!row) return [];
    const hint = 'Give the column a header, or empty it.';
    const message = 'This cell is filled in, but its column has no header.';
    const span = cellSpan(row.source, index);
    return [diagnostic('table/unnamed-column', 'error', message, span, [], hint)];
  });
}

function underHeader(row: RawRow, header: RawRow, width: number): TableRow {
  const { cells, source } = row;
  const missing = width - cells.length;
  if (missing > 0) {
    // One more cell, so that the report can name where the row stops.
    const end = source.text.length;
    const longer: Source = {
      ...source,
      row: { ...source.row!, cells: [...source.row!.cells, end, end] },
    };
    const hint =
      'Write a delimiter for each empty cell too, or save the table anew from your spreadsheet program.';
    const message = `The row ends here: it has ${some(cells.length, 'cell')}, and the header has ${width}.`;
    const span = { source: longer, start: end, end };
    const problem = diagnostic('table/short-row', 'error', message, span, [], hint);
    return { ...row, source: longer, cells: padded(cells, missing), diagnostics: [problem] };
  }
  const extra = cells.findIndex((cell, index) => index >= header.cells.length && !isBlank(cell));
  if (extra < 0) return { ...row, diagnostics: [] };
  const hint =
    'If the text of a cell contains the delimiter, put the cell in quotes; or save the table anew from your spreadsheet program.';
  const message = `The row goes on after the last column of the header, which has ${some(width, 'column')}.`;
  const span = cellSpan(source, extra);
  return { ...row, diagnostics: [diagnostic('table/long-row', 'error', message, span, [], hint)] };
}

const some = (number: number, noun: string): string =>
  `${number} ${noun}${number === 1 ? '' : 's'}`;

const padded = (cells: readonly CellValue[], missing: number): readonly CellValue[] => [
  ...cells,
  ...Array.from({ length: missing }, () => ''),
];
