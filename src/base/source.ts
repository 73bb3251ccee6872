// Where text came from: sources, spans and line/column positions.
// First room of the pipeline: knows nothing of YAML, agreements or files.

/** One piece of text that was read, with the name the user knows it by. */
export interface Source {
  /** The name as the user typed it (a path, or `-` for standard input). */
  readonly name: string;
  readonly text: string;
  /** Present where the text is one row of a spreadsheet, which is then the whole source. */
  readonly row?: SheetRow;
}

/** Where the cells of a row stand in its text. */
export interface SheetRow {
  /** The 1-based number of the row, as spreadsheet programs count. */
  readonly number: number;
  /** The 1-based line of the file on which the text starts; the row's number where a file has no lines. */
  readonly line: number;
  /** Offsets of the first cell's start and end, of the second's, and so on. */
  readonly cells: readonly number[];
}

/** A half-open stretch of a source, in UTF-16 code units from its start. */
export interface Span {
  readonly source: Source;
  readonly start: number;
  readonly end: number;
}

/** A place as editors count it: 1-based, columns in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A path into a spec: keys and 0-based indexes from the root. */
export type Path = readonly (string | number)[];

const lineStarts = new WeakMap<Source, readonly number[]>();

function startsOf(source: Source): readonly number[] {
  const known = lineStarts.get(source);
  if (known) return known;
  const starts = [0];
  for (let at = source.text.indexOf('\n'); at >= 0; at = source.text.indexOf('\n', at + 1)) {
    starts.push(at + 1);
  }
  lineStarts.set(source, starts);
  return starts;
}

/** Returns the 1-based line and column of an offset; offsets past the end give the end. */
export function positionAt(source: Source, offset: number): Position {
  const starts = startsOf(source);
  const at = Math.max(0, Math.min(offset, source.text.length));
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= at) low = middle;
    else high = middle - 1;
  }
  return { line: low + firstLine(source), column: at - starts[low]! + 1 };
}

/** Returns the 1-based line of the file on which the text of a source starts. */
const firstLine = (source: Source): number => source.row?.line ?? 1;

/** Returns the text of a 1-based line without its line end, or `undefined` where the source has none. */
export function lineAt(source: Source, line: number): string | undefined {
  const starts = startsOf(source);
  const index = line - firstLine(source);
  const start = starts[index];
  if (start === undefined) return undefined;
  const end = starts[index + 1] ?? source.text.length + 1;
  return source.text.slice(start, end - 1).replace(/\r$/, '');
}

/** A cell as spreadsheet programs name it: the column in letters, the row as a number. */
export interface CellPlace {
  readonly row: number;
  readonly column: string;
}

/** Returns the cell in which a span starts, or `undefined` outside a spreadsheet. */
export function cellAt({ source, start }: Span): CellPlace | undefined {
  if (!source.row) return undefined;
  const { number, cells } = source.row;
  let index = 0;
  while (index * 2 + 2 < cells.length && cells[index * 2 + 2]! <= start) index += 1;
  return { row: number, column: columnLetters(index) };
}

/** Returns the letters of a 0-based column: A to Z, then AA. */
export function columnLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last;
}

/** Writes a path the way people read it: `partners.club.contacts[0].email`. */
export function pathText(path: Path): string {
  return path
    .map((step, index) =>
      typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`,
    )
    .join('');
}

/** Returns true when `path` lies at or below `prefix`. */
export function startsWith(path: Path, prefix: Path): boolean {
  return prefix.length <= path.length && prefix.every((step, index) => step === path[index]);
}
