// From several files to one spec: defaults, a spec and a row of a table, in order, and nothing else.
// Reads bytes and lays data over data; what the whole is worth is for check.ts to say.

import type { Diagnostic } from './base/diagnostic.ts';
import type { MergedSpec, YamlFile } from './check.ts';
import type { Located } from './model/located.ts';
import type { Plan } from './model/plan.ts';
import type { CellValue, Column, TableRow } from './model/table.ts';
import { readColumns } from './sources/columns.ts';
import { decodeSource } from './sources/decode.ts';
import { mergeLocated } from './sources/overlay.ts';
import { overlayRow } from './sources/overlay-row.ts';
import { readTable, type TableOptions } from './sources/table.ts';
import { readYaml } from './sources/yaml.ts';
import { cellItems, typeCell } from './spec/type-cell.ts';
import { moneyOf } from './spec/validate.ts';

export type { MergedSpec } from './check.ts';
export type { CellValue, Column, TableRow } from './model/table.ts';

/** A file with the name that reports call it by. */
export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A spec with its defaults; not plain data, so each thread reads its own. */
export interface Base {
  /** Absent when one of the files cannot be read at all. */
  readonly located?: Located;
  readonly files: readonly YamlFile[];
  /** Problems of reading all the files; the same for every row. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A table over a base: plain data, so that rows can go to other threads. */
export interface Data {
  readonly columns: readonly Column[];
  readonly rows: readonly TableRow[];
  /** Problems of the table as a whole; with an error no row is worth trying. */
  readonly diagnostics: readonly Diagnostic[];
}

/** How a table is to be read. */
export interface DataOptions extends TableOptions {
  /** The map of the officer's own headers to paths: YAML. */
  readonly map?: NamedBytes;
}

/**
 * Reads a spec and lays it over its defaults: a later file of `defaults` wins over an earlier one, the
 * spec over all.
 */
export function readBase(spec: NamedBytes, defaults: readonly NamedBytes[] = []): Base {
  const read = [...defaults, spec].map(readFile);
  const diagnostics = read.flatMap((each) => each.diagnostics);
  const files = read.flatMap(({ file }) => (file ? [file] : []));
  if (files.length < read.length) return { files, diagnostics };
  const located = files.map((file) => file.located).reduce(mergeLocated);
  return { located, files, diagnostics };
}

function readFile({ name, bytes }: NamedBytes): {
  readonly file?: YamlFile;
  readonly diagnostics: readonly Diagnostic[];
} {
  const decoded = decodeSource(name, bytes);
  const read = decoded.source ? readYaml(decoded.source) : undefined;
  const diagnostics = [...decoded.diagnostics, ...(read?.diagnostics ?? [])];
  if (!decoded.source || !read?.located) return { diagnostics };
  return { file: { source: decoded.source, located: read.located }, diagnostics };
}

/** Reads a table and finds where its columns lead in a base that could be read. */
export async function readData(
  table: NamedBytes,
  base: Base,
  options: DataOptions = {},
): Promise<Data> {
  const { header, rows, diagnostics } = await readTable(table.name, table.bytes, options);
  const map = options.map ? readFile(options.map) : undefined;
  const problems = [...diagnostics, ...(map?.diagnostics ?? [])];
  if (!header || !base.located || (map && !map.file)) {
    return { columns: [], rows: [], diagnostics: problems };
  }
  const read = readColumns(base.located, header, map?.file?.located);
  return { columns: read.columns, rows, diagnostics: [...problems, ...read.diagnostics] };
}

/** Lays a row over a base; its problems are reported by the check, with those of the values. */
export function mergeRow(base: Base, columns: readonly Column[], row: TableRow): MergedSpec {
  if (!base.located) return mergeOnly(base);
  const money = moneyOf(base.located, currencyOf(columns, row));
  const reader = {
    read: (plan: Plan, cell: CellValue) => typeCell(plan, cell, money),
    items: cellItems,
  };
  const { located, diagnostics } = overlayRow(base.located, columns, row, reader);
  return { located, files: base.files, diagnostics };
}

/** The currency that a row brings along: its amounts are read by it. */
function currencyOf(columns: readonly Column[], row: TableRow): string | undefined {
  const column = columns.find(({ paths }) =>
    paths.some((path) => path.join('.') === 'resources.budget.currency'),
  );
  const cell = column && row.cells[column.index];
  return typeof cell === 'string' && cell.trim() !== '' ? cell.trim() : undefined;
}

/** Returns a spec with its defaults alone, and every problem of reading them. */
export function mergeOnly({ located, files, diagnostics }: Base): MergedSpec {
  return { ...(located ? { located } : {}), files, diagnostics };
}
