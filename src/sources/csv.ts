// CSV text to rows with the place of every cell: the quoting is the library's to read, where each
// cell stands is worked out here and proves the reading. Knows nothing of headers or fields.

import Papa from 'papaparse';
import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import type { Source } from '../base/source.ts';
import type { CellValue } from '../model/table.ts';

/** A row of any table before anybody knows its columns. */
export interface RawRow {
  readonly number: number;
  readonly source: Source;
  readonly cells: readonly CellValue[];
}

/** The rows of a table, blank ones too, and the faults that make rows uncertain. */
export interface RawTable {
  readonly rows: readonly RawRow[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The signs that may stand between cells; where two are equally frequent, the first. */
const delimiters = [',', ';', '\t', '|'] as const;

/** How many faults of quoting are reported; one often makes others. */
const mostFaults = 10;

/**
 * A first line `sep=;` is Excel's, and no row. Programs that save such a table once more put it in quotes,
 * or fill it up to the number of columns.
 */
const sepLine = /^("?)sep=([^\n])\1\2*(?:\n|$)/i;

/** Reads text with line feeds. */
export function readCsv(name: string, text: string): RawTable {
  const given = sepLine.exec(text);
  const body = given ? text.slice(given[0].length) : text;
  const delimiter = given?.[2] ?? delimiterOf(body);
  const rows: RawRow[] = [];
  const diagnostics: Diagnostic[] = [];
  let [start, line] = [0, given ? 2 : 1];
  Papa.parse<string[]>(body, {
    delimiter,
    newline: '\n',
    step: ({ data, meta }) => {
      const all = body.slice(start, meta.cursor);
      const record = all.endsWith('\n') ? all.slice(0, -1) : all;
      const { cells, fault } = cellsOf(record, data, delimiter);
      const source = { name, text: record, row: { number: rows.length + 1, line, cells } };
      if (fault !== undefined && diagnostics.length < mostFaults) {
        diagnostics.push(quoteFault(source, fault));
      }
      rows.push({ number: rows.length + 1, source, cells: data.map(withoutFormula) });
      start = meta.cursor;
      line += count(all, '\n');
    },
  });
  return { rows, diagnostics };
}

/** Returns the delimiter of a text: the one that stands most often in its first line that has any text. */
function delimiterOf(text: string): string {
  const quoted = text.replace(/^[\n\s]+/, '').slice(0, 100_000);
  const first = quoted.replace(/"(?:[^"]|"")*(?:"|$)/g, '').split('\n')[0]!;
  let best: string = delimiters[0];
  for (const each of delimiters) if (count(first, each) > count(first, best)) best = each;
  return best;
}

function count(text: string, sign: string): number {
  let found = 0;
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) found += 1;
  return found;
}

/** The start and end of each cell; `fault` is where the record is not what its values would be written as. */
function cellsOf(
  record: string,
  values: readonly string[],
  delimiter: string,
): { readonly cells: readonly number[]; readonly fault?: number } {
  const cells: number[] = [];
  let at = 0;
  for (const [index, value] of values.entries()) {
    const written = record[at] === '"' ? `"${value.replaceAll('"', '""')}"` : value;
    if (!record.startsWith(written, at)) return { cells: [...cells, at, record.length], fault: at };
    let end = at + written.length;
    cells.push(at, end);
    // Some programs put spaces between a closing quote and the delimiter; the library skips them.
    if (record[at] === '"') while (record[end] === ' ') end += 1;
    const last = index === values.length - 1;
    if (last ? end !== record.length : !record.startsWith(delimiter, end)) {
      return { cells, fault: at };
    }
    at = end + delimiter.length;
  }
  return { cells };
}

/** Excel users write `="00123"` to keep zeros; what is meant is the text between the quotes. */
function withoutFormula(text: string): string {
  const inside = /^="((?:[^"]|"")*)"$/.exec(text)?.[1];
  return inside === undefined ? text : inside.replaceAll('""', '"');
}

function quoteFault(source: Source, start: number): Diagnostic {
  const closed = source.text.indexOf('\n', start) < 0;
  return diagnostic(
    'table/quotes',
    'error',
    closed
      ? 'A quote inside this cell ends it too early, so the row cannot be read for sure.'
      : 'The quote that this cell starts with is not closed in its row, so the rows after it cannot be told apart.',
    { source, start, end: source.text.length },
    [],
    'Write each quote inside a quoted cell twice (""), or save the table anew from your spreadsheet program.',
  );
}
