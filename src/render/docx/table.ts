// Tables: fixed widths in DXA, a header row that repeats, rows that stay whole where a page can hold
// them, light horizontal rules from the table style, a partner's accent as the cell's left edge.

import type { Cell, Column, Row, Table } from '../../model/block.ts';
import type { Theme } from '../../model/theme.ts';
import { listXml } from './list.ts';
import { loosened } from './loosened.ts';
import { type BodyContext, type Flow, styledParagraphXml } from './paragraph.ts';
import { closely, pageRoom, rowHeight } from './row-height.ts';
import type { StyleId, TableStyleId } from './style-names.ts';
import { border, strongRuleWidth } from './table-styles.ts';
import { twips } from './units.ts';
import { element, join, none, val, type Xml } from './xml.ts';

/** The frame of a table. */
export interface Frame {
  readonly style: TableStyleId;
  readonly widths: readonly number[];
  readonly firstRow: boolean;
  readonly firstColumn: boolean;
  /** What the table shows, for people who cannot see it. */
  readonly summary?: string;
}

/** Writes a table around its rows. */
export function frameXml(frame: Frame, rows: readonly Xml[]): Xml {
  const { style, widths, firstRow, firstColumn, summary } = frame;
  const width = widths.reduce((sum, each) => sum + each, 0);
  return element(
    'w:tbl',
    {},
    element(
      'w:tblPr',
      {},
      val('w:tblStyle', style),
      element('w:tblW', { 'w:w': width, 'w:type': 'dxa' }),
      element('w:tblLayout', { 'w:type': 'fixed' }),
      element('w:tblLook', {
        'w:val': firstRow ? (firstColumn ? '06A0' : '0620') : firstColumn ? '0680' : '0600',
        'w:firstRow': firstRow ? 1 : 0,
        'w:lastRow': 0,
        'w:firstColumn': firstColumn ? 1 : 0,
        'w:lastColumn': 0,
        'w:noHBand': 1,
        'w:noVBand': 1,
      }),
      ...(summary ? [val('w:tblCaption', summary), val('w:tblDescription', summary)] : []),
    ),
    element('w:tblGrid', {}, ...widths.map((each) => element('w:gridCol', { 'w:w': each }))),
    ...rows,
  );
}

/** Writes a cell over so many columns; the order of its properties is the schema's. */
export function cellXml(
  width: number,
  borders: readonly Xml[],
  content: Xml,
  margins = none,
  columns = 1,
): Xml {
  return element(
    'w:tc',
    {},
    element(
      'w:tcPr',
      {},
      element('w:tcW', { 'w:w': width, 'w:type': 'dxa' }),
      ...(columns > 1 ? [val('w:gridSpan', columns)] : []),
      ...(borders.length ? [element('w:tcBorders', {}, ...borders)] : []),
      margins,
    ),
    content,
  );
}

/** Returns the accent of a partner as a cell's left edge. */
export function accentEdge(key: string | undefined, theme: Theme): readonly Xml[] {
  const partner = key === undefined ? undefined : theme.partners[key];
  return partner ? [border('w:left', theme.space.accent, partner.ink)] : [];
}

/** Shares the width of the text out to columns, to the last twip. */
export function columnWidths(shares: readonly number[], width: number): readonly number[] {
  const sum = shares.reduce((total, each) => total + each, 0);
  let before = 0;
  let edge = 0;
  return shares.map((share) => {
    before += share;
    const next = Math.round((width * before) / sum);
    const own = next - edge;
    edge = next;
    return own;
  });
}

/** Writes a table; without rows there is nothing to show. */
export function tableXml(table: Table, flow: Flow, context: BodyContext): Xml {
  const widths = columnWidths(
    table.columns.map((column) => column.share),
    context.textWidth,
  );
  const all = table.header ? [table.header, ...table.rows] : table.rows;
  if (!all.length) return none;
  const margins = table.columns.map((_, index) => outerMargins(table, index, context.theme));
  const heights = all.map((row) => rowHeight(row, widths, context.theme));
  const rows = all.map((row, index) => {
    const header = table.header !== undefined && index === 0;
    return rowXml(row, {
      table,
      widths,
      margins,
      height: heights[index]!,
      header,
      flow: {
        ...(index === 0 && flow.pageBreakBefore ? { pageBreakBefore: true } : {}),
        // A header never stays behind alone; short facts stay together.
        ...((header && table.rows.length > 0) ||
        (flow.keepNext && index === all.length - 1) ||
        keepsCompany(all, index, widths, context.theme)
          ? { keepNext: true }
          : {}),
      },
      context,
    });
  });
  return frameXml(
    {
      style: table.style === 'facts' ? 'AgreementFacts' : 'AgreementGrid',
      widths,
      firstRow: table.header !== undefined,
      firstColumn: table.rows.some((row) => row.cells[0]?.rowHeader),
      summary: table.summary,
    },
    rows,
  );
}

/** Rows lower than this together keep each other company at the head and the foot of their table, points. */
const lowRows = 120;

/** A single row at the foot of a page says little; nor does a sum or a last row on the next. */
function keepsCompany(
  rows: readonly Row[],
  index: number,
  widths: readonly number[],
  theme: Theme,
): boolean {
  const [row, next] = [rows[index], rows[index + 1]];
  if (!row || !next) return false;
  if (next.total === true) return true;
  if (index >= 2 && index !== rows.length - 2) return false;
  const height = (each: Row): number => rowHeight(each, widths, theme, closely);
  return height(row) + height(next) < lowRows;
}

/** A row is kept whole when it takes less than this share of the page. */
const wholeRowShare = 0.6;

interface RowInput {
  readonly table: Table;
  readonly widths: readonly number[];
  readonly margins: readonly Xml[];
  /** By estimate, points. */
  readonly height: number;
  readonly header: boolean;
  readonly flow: Flow;
  readonly context: BodyContext;
}

function rowXml(row: Row, input: RowInput): Xml {
  const { table, widths, margins, height, header, flow, context } = input;
  const { theme } = context;
  const whole = header || height < pageRoom(theme) * wholeRowShare;
  const cells = row.cells.map((cell, index) => {
    const borders = [
      ...(row.total ? [border('w:top', strongRuleWidth, theme.color.strongRule)] : []),
      ...accentEdge(cell.accent, theme),
    ];
    const style = cellStyle(cell, table, table.columns[index]!, header);
    // A page break belongs to the first paragraph of the row.
    const own = index === 0 ? flow : { keepNext: flow.keepNext === true };
    const content = cellContent(loosened(cell, widths[index]!, theme), style, own, context);
    return cellXml(widths[index]!, borders, content, margins[index]);
  });
  return element(
    'w:tr',
    {},
    element(
      'w:trPr',
      {},
      element('w:cantSplit', { 'w:val': whole ? undefined : 'off' }),
      // Said of every first row: where there are no column headers, the first row is not one.
      ...(header
        ? [element('w:tblHeader', {})]
        : row === table.rows[0] && !table.header
          ? [val('w:tblHeader', 'off')]
          : []),
    ),
    ...cells,
  );
}

/** The outer columns stand in line with the text of the page; behind an accent, text keeps its distance. */
function outerMargins(table: Table, index: number, theme: Theme): Xml {
  const accented = [...table.rows, ...(table.header ? [table.header] : [])].some(
    (row) => row.cells[index]?.accent !== undefined,
  );
  const margin = (side: string, points: number): Xml =>
    element(side, { 'w:w': twips(points), 'w:type': 'dxa' });
  const { accent, cellX } = theme.space;
  const sides = [
    ...(accented ? [margin('w:left', accent + cellX)] : index === 0 ? [margin('w:left', 0)] : []),
    ...(index === table.columns.length - 1 ? [margin('w:right', 0)] : []),
  ];
  return sides.length ? element('w:tcMar', {}, ...sides) : none;
}

function cellStyle(cell: Cell, table: Table, column: Column, header: boolean): StyleId {
  const end = column.align === 'end';
  if (header) return end ? 'TableHeaderFigures' : 'TableHeader';
  if (table.style === 'facts') return cell.rowHeader ? 'TableRowHeader' : 'TableFact';
  return end ? 'TableFigures' : 'TableText';
}

function cellContent(cell: Cell, style: StyleId, flow: Flow, context: BodyContext): Xml {
  const parts = cell.content.map((block, index) => {
    const own = index === 0 ? flow : { keepNext: flow.keepNext === true };
    if (block.kind === 'list') return listXml(block, true, own, context);
    const chosen = block.style === 'cellHeader' && style === 'TableText' ? 'TableHeader' : style;
    return styledParagraphXml(chosen, block, own, context);
  });
  return join(parts);
}
