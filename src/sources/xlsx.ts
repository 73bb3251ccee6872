// A sheet of an Excel workbook to rows: the file format is the library's to read, what its cells mean
// for a spec is said here. Loaded only when a workbook is read; bounded before anything is unpacked.

import { unzipSync } from 'fflate';
import { type Cell, formatValue, type Sheet, type CellValue as Stored } from 'hucre';
import { readXlsx as readWorkbook } from 'hucre/xlsx';
import { closest } from '../base/closest.ts';
import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import type { Source } from '../base/source.ts';
import type { CellValue } from '../model/table.ts';
import type { RawRow, RawTable } from './csv.ts';

/** Most bytes that a workbook may unpack to: 10,000 rows of 40 columns are about 30 MB. */
const maxUnpacked = 256 << 20;
/** How many merged stretches of cells are reported. */
const mostMerged = 10;

/** Reads the named sheet, or the first that is not hidden; never rejects. */
export async function readXlsx(
  name: string,
  bytes: Uint8Array,
  wanted: string | undefined,
): Promise<RawTable> {
  const refuse = (code: string, message: string, hint: string): RawTable => {
    const span = { source: { name, text: '' }, start: 0, end: 0 };
    return { rows: [], diagnostics: [diagnostic(code, 'error', message, span, [], hint)] };
  };
  const again =
    'Open it in your spreadsheet program and save it as an Excel workbook (.xlsx) or as CSV.';
  const broken = (): RawTable =>
    refuse('table/unreadable', 'This is not an Excel workbook that can be read.', again);
  const size = unpackedSize(bytes);
  if (size === undefined) return broken();
  if (size > maxUnpacked) {
    const message = 'The workbook unpacks to more than 256 MB, which no table of agreements needs.';
    return refuse('table/too-large', message, 'Divide it, or save the one sheet as CSV.');
  }
  const names: string[] = [];
  let chosen: string | undefined;
  const choose = (sheet: { name: string; hidden?: boolean; veryHidden?: boolean }): boolean => {
    names.push(sheet.name);
    const fits = wanted === undefined ? !sheet.hidden && !sheet.veryHidden : sheet.name === wanted;
    if (!fits || chosen !== undefined) return false;
    chosen = sheet.name;
    return true;
  };
  try {
    const { sheets } = await readWorkbook(bytes, { sheets: choose, readStyles: true });
    const sheet = sheets[0];
    if (sheet) return sheetTable(name, sheet);
  } catch (error) {
    if (!(error instanceof Error && / cells\), over the \d+ limit/.test(error.message)))
      return broken();
    const message =
      'The sheet reaches over more than twenty million cells, most of them surely empty.';
    return refuse('table/too-large', message, 'Copy the table alone to a new sheet.');
  }
  if (wanted === undefined) return broken();
  const meant = closest(wanted, names);
  const hint = meant
    ? `Did you mean “${meant}”?`
    : `Its sheets are ${names.map((each) => `“${each}”`).join(', ')}.`;
  return refuse('table/unknown-sheet', `The workbook has no sheet “${wanted}”.`, hint);
}

/** Returns what the file says it unpacks to, or `undefined` where it is no archive or does not say. */
function unpackedSize(bytes: Uint8Array): number | undefined {
  let total = 0;
  let silent = false;
  try {
    unzipSync(bytes, {
      filter: ({ size, originalSize }) => {
        total += originalSize;
        // The library unpacks no entry further than this number says, unless it is zero.
        silent ||= originalSize === 0 && size > 2;
        return false;
      },
    });
  } catch {
    return undefined;
  }
  return silent ? undefined : total;
}

function sheetTable(name: string, sheet: Sheet): RawTable {
  const rows = sheet.rows.flatMap((stored, at): readonly RawRow[] => {
    // Formats may reach down to the last row that a sheet can have.
    if (stored.every((value) => value === null) && !hasFormula(sheet, stored, at)) return [];
    const cells = stored.map((value, column) =>
      cellValue(value, sheet.cells?.get(`${at},${column}`)),
    );
    return [{ number: at + 1, source: rowSource(name, at + 1, cells), cells }];
  });
  return { rows, diagnostics: [...mergedCells(sheet, rows), ...hiddenRows(sheet, rows)] };
}

/** A formula without a result is stored as nothing. */
function hasFormula({ cells }: Sheet, stored: readonly Stored[], row: number): boolean {
  return stored.some((_, column) => cells?.get(`${row},${column}`)?.formula !== undefined);
}

function cellValue(value: Stored, cell: Cell | undefined): CellValue {
  if (cell?.type === 'error') return { kind: 'error', text: String(value) };
  const format = cell?.style?.numFmt;
  if (value === null) return cell?.formula === undefined ? '' : { kind: 'formula' };
  if (typeof value === 'string') return value.replace(/\r\n?/g, '\n');
  if (typeof value === 'boolean') return { kind: 'flag', value };
  if (typeof value === 'number') {
    const text = plainDigits(value);
    const shown = format && format !== 'General' ? formatValue(value, format).trim() : text;
    return { kind: 'number', text, shown };
  }
  return dateValue(value, format ?? '');
}

/** A number is stored with up to 17 digits, of which 15 are the user's. */
function plainDigits(value: number): string {
  const number = Number(value.toPrecision(15));
  const text = String(number);
  return text.includes('e') && Math.abs(number) >= 1 ? BigInt(number).toString() : text;
}

/** Dates are stored as days since an epoch; the library gives midnight in UTC. */
function dateValue(date: Date, format: string): CellValue {
  const [day, time] = date.toISOString().split('T') as [string, string];
  const clock = time.slice(0, time.slice(6, 8) === '00' ? 5 : 8);
  const signs = format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '');
  // A format without year and day shows a time of day, or how long something takes.
  if (signs !== '' && !/[yd]/i.test(signs)) return clock;
  return { kind: 'date', text: clock === '00:00' ? day : `${day}T${clock}` };
}

/** A workbook has no lines: each row is shown as one, its cells apart by tabs. */
function rowSource(name: string, number: number, cells: readonly CellValue[]): Source {
  const places: number[] = [];
  let text = '';
  for (const [index, cell] of cells.entries()) {
    if (index > 0) text += '\t';
    places.push(text.length);
    text += cellText(cell).replaceAll('\n', '⏎').replaceAll('\t', ' ');
    places.push(text.length);
  }
  return { name, text, row: { number, line: number, cells: places } };
}

/** Returns what a cell shows. */
function cellText(cell: CellValue): string {
  if (typeof cell === 'string') return cell;
  switch (cell.kind) {
    case 'number':
      return cell.shown;
    case 'flag':
      return cell.value ? 'TRUE' : 'FALSE';
    case 'date':
    case 'error':
      return cell.text;
    case 'formula':
      return '';
  }
}

function mergedCells({ merges = [] }: Sheet, rows: readonly RawRow[]): readonly Diagnostic[] {
  return merges
    .flatMap(({ startRow, startCol }) => {
      const row = rows.find((each) => each.number === startRow + 1);
      return row ? [{ source: row.source, startCol }] : [];
    })
    .slice(0, mostMerged)
    .map(({ source, startCol }) => {
      const start = source.row!.cells[startCol * 2] ?? source.text.length;
      const end = source.row!.cells[startCol * 2 + 1] ?? start;
      return diagnostic(
        'table/merged-cells',
        'error',
        'This cell is merged with others, so only one row or column would get its value.',
        { source, start, end },
        [],
        'Unmerge the cells, and write the value into each of them.',
      );
    });
}

function hiddenRows({ rowDefs }: Sheet, rows: readonly RawRow[]): readonly Diagnostic[] {
  const hidden = rows.filter(({ number }) => rowDefs?.get(number - 1)?.hidden === true);
  const first = hidden[0];
  if (!first) return [];
  const message =
    hidden.length === 1
      ? `Row ${first.number} is hidden, and is used all the same.`
      : `${hidden.length} rows are hidden, the first of them row ${first.number}, and are used all the same.`;
  const span = { source: first.source, start: 0, end: first.source.text.length };
  const hint = 'Delete the rows that you do not want, or copy those that you see to a new sheet.';
  return [diagnostic('table/hidden-rows', 'warning', message, span, [], hint)];
}
