// Tables as HTML, with header cells that name their row or column. Part of rendering blocks.
// Widths come from the columns’ shares; no script, no fixed heights.

import type { Cell, List, Paragraph, Row, Table } from '../../model/block.ts';
import type { PartnerColors } from '../../model/theme.ts';
import { escapeHtml } from './escape.ts';

/** Renders what stands in a cell. */
type RenderContent = (content: readonly (Paragraph | List)[]) => string;

/** Returns the HTML of a table; a wide one scrolls by itself on a small screen. */
export function renderTable(
  table: Table,
  options: {
    readonly partners?: Readonly<Record<string, PartnerColors>>;
    readonly context?: string;
  },
  renderContent: RenderContent,
): string {
  const total = table.columns.reduce((sum, { share }) => sum + share, 0);
  const columns = table.columns
    .map(({ share }) => `<col style="width:${((share / total) * 100).toFixed(2)}%">`)
    .join('');
  const cells = (row: Row, header: boolean): string =>
    row.cells
      .map((cell, index) => {
        const end = table.columns[index]?.align === 'end' ? ' class="end"' : '';
        const tag = header ? 'th scope="col"' : cell.rowHeader ? 'th scope="row"' : 'td';
        const style = accentOf(cell, options.partners);
        return `<${tag}${end}${style}>${renderContent(cell.content)}</${tag.slice(0, 2)}>`;
      })
      .join('');
  const head = table.header ? `<thead><tr>${cells(table.header, true)}</tr></thead>` : '';
  const body = table.rows
    .map((row) => `<tr${row.total ? ' class="total"' : ''}>${cells(row, false)}</tr>`)
    .join('');
  const { summary } = table;
  const label = escapeHtml(options.context ? `${summary} (${options.context})` : summary);
  return `<div class="scroll" role="region" aria-label="${label}" tabindex="0"><table class="${table.style}"><colgroup>${columns}</colgroup>${head}<tbody>${body}</tbody></table></div>`;
}

function accentOf(cell: Cell, partners: Readonly<Record<string, PartnerColors>> = {}): string {
  const color = cell.accent === undefined ? undefined : partners[cell.accent]?.given;
  return color ? ` style="box-shadow:inset 3px 0 ${escapeHtml(color)}"` : '';
}
