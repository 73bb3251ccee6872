// Rows of cells become a CSV file that Excel, LibreOffice and Numbers open with a double click.
// A cell is text: one that a spreadsheet would take for a formula gets an apostrophe before it.

import Papa from 'papaparse';

/** Returns the rows as CSV (RFC 4180): commas, CRLF, and a byte order mark, without which Excel guesses. */
export function renderCsv(rows: readonly (readonly string[])[]): string {
  const text = Papa.unparse(
    rows.map((row) => [...row]),
    { newline: '\r\n', escapeFormulae: true },
  );
  return `\ufeff${text}\r\n`;
}
