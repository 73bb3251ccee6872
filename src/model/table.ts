// A spreadsheet as plain data: its columns, and its rows one by one, so that a row can travel to
// another thread alone. What a cell means is decided by the field that its column leads to.

import type { Diagnostic } from '../base/diagnostic.ts';
import type { Path, Source } from '../base/source.ts';

/** What a cell holds: characters as they were typed, or a value that a spreadsheet program knows more about. */
export type CellValue =
  | string
  /** `text` in plain digits; `shown` as the cell shows it: `01234`, `85%`, `1,200.00`. */
  | { readonly kind: 'number'; readonly text: string; readonly shown: string }
  | { readonly kind: 'flag'; readonly value: boolean }
  /** `YYYY-MM-DD`, with `T12:30` or `T12:30:15` after it where the cell holds a time of day as well. */
  | { readonly kind: 'date'; readonly text: string }
  /** `#REF!` and its like. */
  | { readonly kind: 'error'; readonly text: string }
  /** A formula that was never calculated. */
  | { readonly kind: 'formula' };

/** One row below the header. */
export interface TableRow {
  /** The 1-based number of the row, as spreadsheet programs count: the header is usually row 1. */
  readonly number: number;
  /** The row alone, under the name of its table. */
  readonly source: Source;
  /** By column; at least as many as the header has. An empty text is an empty cell. */
  readonly cells: readonly CellValue[];
  /** What is wrong with the row itself; an error means that no agreement can be made of it. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A table as it was read; absent parts could not be read. */
export interface Table {
  readonly header?: TableRow;
  /** Rows with anything in them, in order. */
  readonly rows: readonly TableRow[];
  /** Problems of the table as a whole. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A column of a table that leads somewhere. */
export interface Column {
  /** Its 0-based place among the cells of a row. */
  readonly index: number;
  /** What stands in the header. */
  readonly header: string;
  /** The places in the spec that its cells go to. */
  readonly paths: readonly Path[];
}
