// Fills a table of a template: rows for what is there, and only columns that hold something.
// Part of a round of fill.ts.

import type { Path } from '../base/source.ts';
import type { DocumentCell, DocumentColumn, DocumentNode, DocumentRow } from '../model/document.ts';
import { byDay, dayOf } from './by-day.ts';
import { expressionsOf, fillFlow, pathsOf, visitNodes, wordOf, wordsOf } from './fill.ts';
import { type Filling, find } from './filling.ts';
import type { TagNode } from './template.ts';

/** Fills a table; without rows there is none. */
export function fillTable(node: TagNode, filling: Filling): DocumentNode | undefined {
  const columns: DocumentColumn[] = [];
  const rows: DocumentRow[] = [];
  visitNodes(node.content, filling, (each) => {
    if (each.kind !== 'tag') return;
    if (each.tag === 'column') columns.push(column(each, filling));
    else rows.push(row(each, filling));
  });
  const filled = rows.filter((each) => each.cells.some((cell) => cell.content.length));
  if (filled.length === 0) return undefined;
  const ordered = wordOf(node, 'order') === 'date' ? inTime(filled, filling) : filled;
  const used = columns.map((_, index) => filled.some((each) => each.cells[index]!.content.length));
  const whole = used.every(Boolean);
  return {
    kind: 'table',
    summary: filling.wording.words(wordOf(node, 'summary')!),
    columns: whole ? columns : columns.filter((_, index) => used[index]),
    rows: whole
      ? ordered
      : ordered.map((each) => ({ ...each, cells: each.cells.filter((_, index) => used[index]) })),
  };
}

/** Rows of several lists, in the order of the days of what they are about; without a day last. */
function inTime(rows: readonly DocumentRow[], { agreement }: Filling): readonly DocumentRow[] {
  const valueAt = (path: Path): unknown =>
    path.reduce<unknown>(
      (value, step) => (value as Readonly<Record<string, unknown>> | undefined)?.[step],
      agreement,
    );
  return byDay(rows, ({ about }) => about && dayOf(valueAt(about)));
}

function column(node: TagNode, filling: Filling): DocumentColumn {
  const share = node.attributes.get('share');
  return {
    title: wordsOf(node, 'title', filling),
    share: share?.kind === 'number' ? share.number : 1,
    align: wordOf(node, 'align') === 'end' ? 'end' : 'start',
  };
}

function row(node: TagNode, filling: Filling): DocumentRow {
  const { paths } = pathsOf(node, 'about', filling);
  const cells: DocumentCell[] = [];
  for (const each of node.content) if (each.kind === 'tag') cells.push(cell(each, filling));
  const filled: { -readonly [Key in keyof DocumentRow]: DocumentRow[Key] } = { cells };
  if (paths[0]) filled.about = paths[0];
  if (wordOf(node, 'kind') === 'total') filled.total = true;
  return filled;
}

function cell(node: TagNode, filling: Filling): DocumentCell {
  const [accent] = expressionsOf(node, 'accent');
  const found = accent?.kind === 'path' ? find(accent, filling) : undefined;
  const key =
    found && (typeof found.value === 'string' ? found.value : found.path[found.path.length - 1]);
  const known = key !== undefined && Object.hasOwn(filling.agreement.partners, key);
  const filled: { -readonly [Key in keyof DocumentCell]: DocumentCell[Key] } = {
    content: fillFlow(node.content, filling),
  };
  if (wordOf(node, 'header')) filled.rowHeader = true;
  if (known) filled.accent = String(key);
  return filled;
}
