// The header of a table to columns: which place of the spec each leads to, by its own header or by
// the officer's map. Everything wrong with them is found before the first row is looked at.

import { closest } from '../base/closest.ts';
import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import { type Path, pathText, type Span } from '../base/source.ts';
import { isLeftOut, type Located, type LocatedScalar } from '../model/located.ts';
import type { CellValue, Column, TableRow } from '../model/table.ts';
import { findPath, itemsAt } from './column-path.ts';
import { cellSpan, isBlank } from './table.ts';

/** Columns that lead somewhere, and what is wrong with the others. */
export interface Columns {
  readonly columns: readonly Column[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A path as it was written, in a header or in the map. */
interface Written {
  readonly text: string;
  readonly span: Span;
}

/** Reads a header; `map` is the map of the officer's headers to paths, as located data. */
export function readColumns(base: Located, header: TableRow, map?: Located): Columns {
  const diagnostics: Diagnostic[] = [];
  const titles = header.cells.map((cell) => titleOf(cell));
  const { entries, meant } = map ? readMap(map, titles, diagnostics) : noMap;
  const taken: { path: Path; title: string }[] = [];
  const columns = titles.flatMap((title, index): readonly Column[] => {
    if (isBlank(header.cells[index])) return [];
    // That the map calls it otherwise is said already.
    if (!entries.has(title) && meant.has(title)) return [];
    const span = cellSpan(header.source, index);
    const wanted = entries.get(title) ?? [{ text: title, span }];
    const paths = wanted.flatMap((each): readonly Path[] => {
      const found = findPath(each.text, base);
      if ('why' in found) {
        const name = each.span === span ? title : each.text;
        const unmapped = map && each.span === span && !found.hint.startsWith('Did you mean');
        const hint = unmapped ? mapHint(title) : found.hint;
        const message = `The column “${shorten(name)}” ${found.why}.`;
        diagnostics.push(diagnostic(found.code, 'error', message, each.span, [], hint));
        return [];
      }
      const other = taken.find(({ path }) => overlap(path, found.path));
      if (other) {
        diagnostics.push(duplicate(title, other, found.path, each.span));
        return [];
      }
      taken.push({ path: found.path, title });
      return [found.path];
    });
    return paths.length > 0 ? [{ index, header: title, paths }] : [];
  });
  diagnostics.push(...gaps(base, columns, header, taken));
  return { columns, diagnostics };
}

/** A header as it is compared: without the blanks and line breaks that wrapping leaves. */
function titleOf(cell: CellValue): string {
  const text = typeof cell === 'string' ? cell : 'shown' in cell ? cell.shown : '';
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);

const mapHint = (title: string): string =>
  `Add a line \`${/[:#'"[\]{}]/.test(title) ? JSON.stringify(title) : title}: …\` with its path to the map; with nothing after the colon the column is not used.`;

function overlap(one: Path, other: Path): boolean {
  const length = Math.min(one.length, other.length);
  for (let at = 0; at < length; at += 1) if (one[at] !== other[at]) return false;
  return true;
}

function duplicate(
  title: string,
  other: { readonly path: Path; readonly title: string },
  path: Path,
  span: Span,
): Diagnostic {
  const same = other.path.length === path.length;
  const message = same
    ? `The columns “${shorten(other.title)}” and “${shorten(title)}” both lead to \`${pathText(path)}\`.`
    : `The columns “${shorten(other.title)}” and “${shorten(title)}” overlap: \`${pathText(other.path)}\` and \`${pathText(path)}\`.`;
  const hint = 'Delete one of them, so that it is clear which value counts.';
  return diagnostic('table/duplicate-column', 'error', message, span, [], hint);
}

/** Items may be added after the last one of a list, without leaving any out. */
function gaps(
  base: Located,
  columns: readonly Column[],
  header: TableRow,
  taken: readonly { readonly path: Path }[],
): readonly Diagnostic[] {
  const used = new Set(
    taken.flatMap(({ path }) => path.map((_, at) => JSON.stringify(path.slice(0, at + 1)))),
  );
  return columns.flatMap(({ index, header: title, paths }) =>
    paths.flatMap((path) => {
      const at = path.findIndex((step, depth) => {
        const list = path.slice(0, depth);
        if (typeof step !== 'number' || step < itemsAt(base, list)) return false;
        return step > itemsAt(base, list) && !used.has(JSON.stringify([...list, step - 1]));
      });
      if (at < 0) return [];
      const list = path.slice(0, at);
      const name = pathText(list);
      const there = itemsAt(base, list);
      const message = `The column “${shorten(title)}” leads nowhere: \`${name}\` of the spec has ${there === 0 ? 'no items' : there === 1 ? 'one item' : `${there} items`}.`;
      const hint =
        there === 0
          ? `Items are counted from 0: the first is \`${name}[0]\`.`
          : `Items are counted from 0: the last is \`${name}[${there - 1}]\`, and a new one would be \`${name}[${there}]\`.`;
      const span = cellSpan(header.source, index);
      return [diagnostic('table/unknown-column', 'error', message, span, [], hint)];
    }),
  );
}

/** A map as it was read. */
interface ColumnMap {
  /** The paths of each header in the map; none where the column is not to be used. */
  readonly entries: ReadonlyMap<string, readonly Written[]>;
  /** Headers of the table that the map most likely means where it names one that is not there. */
  readonly meant: ReadonlySet<string>;
}

const noMap: ColumnMap = { entries: new Map(), meant: new Set() };

function readMap(map: Located, titles: readonly string[], diagnostics: Diagnostic[]): ColumnMap {
  const found = new Map<string, readonly Written[]>();
  const meantTitles = new Set<string>();
  const report = (code: string, message: string, span: Span, hint: string): void => {
    diagnostics.push(diagnostic(code, 'error', message, span, [], hint));
  };
  const form = 'Write one line for each column: its header, a colon and its path.';
  if (map.kind !== 'map') {
    report('table/bad-map', 'The map of columns is not a list of headers.', map.span, form);
    return { entries: found, meant: meantTitles };
  }
  for (const { key, keySpan, value } of map.entries) {
    const title = titleOf(key);
    if (!titles.includes(title)) {
      const meant = closest(
        title,
        titles.filter((each) => each !== ''),
      );
      if (meant !== undefined) meantTitles.add(meant);
      const hint = meant ? `Did you mean “${meant}”?` : 'Delete the line, or add the column.';
      report('table/unknown-header', `The table has no column “${shorten(title)}”.`, keySpan, hint);
      continue;
    }
    const texts = value.kind === 'list' ? value.items : isLeftOut(value) ? [] : [value];
    const paths = texts.filter((each): each is LocatedScalar => each.kind === 'scalar');
    if (paths.length < texts.length) {
      report('table/bad-map', `“${shorten(title)}” needs a path after it.`, keySpan, form);
    }
    found.set(
      title,
      paths.map(({ text, span }) => ({ text: text.trim(), span })),
    );
  }
  return { entries: found, meant: meantTitles };
}
