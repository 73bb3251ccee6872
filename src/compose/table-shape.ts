// Checks that every row of a template's table has a cell for every column, and so never prints
// a value under the wrong heading. Part of loading.

import type { TemplateNode } from './template.ts';
import type { TemplatePlace, TemplateReport } from './template-report.ts';

/** Checks the content of a `<table>`. */
export function checkTable(
  content: readonly TemplateNode[],
  place: TemplatePlace,
  report: TemplateReport,
): void {
  const columns = content.filter((node) => node.kind === 'tag' && node.tag === 'column').length;
  if (columns === 0) report.add('template/table-shape', place, 'This table has no columns.');
  const rows = rowsIn(content, true);
  if (rows.length === 0) report.add('template/table-shape', place, 'This table has no rows.');
  for (const cells of rows) {
    if (cells === columns) continue;
    report.add(
      'template/table-shape',
      place,
      cells === undefined
        ? 'The columns of a table, and the cells of a row, cannot depend on a condition.'
        : `A row of this table has ${cells} cells for ${columns} columns.`,
    );
  }
}

/** Returns the number of cells of each row; `undefined` where columns or cells are conditional. */
function rowsIn(content: readonly TemplateNode[], direct: boolean): (number | undefined)[] {
  return content.flatMap((node): (number | undefined)[] => {
    if (node.kind === 'when' || node.kind === 'each') {
      return rowsIn([...node.content, ...node.otherwise], false);
    }
    if (node.kind !== 'tag') return [];
    if (node.tag === 'column') return direct ? [] : [undefined];
    if (node.tag !== 'row') return [];
    return [node.content.every((each) => each.kind === 'tag') ? node.content.length : undefined];
  });
}
