// A cheap guess of how many pages a paper has at most, from the widths of its texts: it spares short
// papers the measuring of their pages. Guesses on the safe side; what counts is the real layout.

import { assertNever } from '../base/errors.ts';
import type { Block, Cell, Inline, List, Paragraph, Row, Table } from '../model/block.ts';
import { textOfInline } from '../model/text.ts';
import { pointsPerMm, type Theme, type TypeStyle, textWidthMm } from '../model/theme.ts';
import { textUnits, unitsToMm } from './text-width.ts';

/** Lines are not filled to their ends, and serifs run wider than the letters that are measured. */
const raggedness = 1.18;
/** What stays free at the ends of pages. */
const holes = 1.2;
/** A signature block with its gap, and space around blocks that are no paragraphs, points. */
const signatureHeight = 175;
const blockGap = 26;

/** Returns more pages than the paper will have, or nearly so. */
export function estimatePages(blocks: readonly Block[], theme: Theme): number {
  const { heightMm, marginMm } = theme.page;
  const depth = (heightMm - marginMm.top - marginMm.bottom) * pointsPerMm;
  let used = 0;
  let pages = 1;
  for (const block of blocks) {
    if (block.kind === 'pageBreak') {
      pages += Math.ceil((used * holes) / depth);
      used = 0;
    } else used += heightOf(block, theme);
  }
  return pages + Math.ceil((used * holes) / depth);
}

function heightOf(block: Exclude<Block, { kind: 'pageBreak' }>, theme: Theme): number {
  const { type, space } = theme;
  const width = textWidthMm(theme);
  const indent = space.indent / pointsPerMm;
  switch (block.kind) {
    case 'heading': {
      const name = (['title', 'heading1', 'heading2', 'heading3'] as const)[block.level];
      return textHeight(block.content, type[name], width - indent);
    }
    case 'paragraph':
      return textHeight(block.content, type[block.style], width - indent);
    case 'list':
      return listHeight(block, type.body, width - indent) + blockGap / 2;
    case 'table':
      return tableHeight(block, theme, width);
    case 'figure':
      return block.placement.heightMm * pointsPerMm + 2 * blockGap;
    case 'drawing':
      return block.drawing.heightMm * pointsPerMm + 2 * blockGap;
    case 'contents':
      return block.entries.length * type.body.leading + 2 * blockGap;
    case 'logos': {
      const rows = block.rows.map((row) => Math.max(0, ...row.map((each) => each.heightMm)));
      return rows.reduce((sum, row) => sum + (row + block.gapMm) * pointsPerMm, blockGap);
    }
    case 'signatures':
      return Math.ceil(block.blocks.length / block.columns) * signatureHeight;
    case 'notice':
      return block.items.reduce(
        (sum, item) => sum + textHeight(item, type.notice, width - 2 * indent),
        blockGap + type.noticeTitle.leading,
      );
    default:
      return assertNever(block);
  }
}

function textHeight(content: readonly Inline[], style: TypeStyle, widthMm: number): number {
  let units = 0;
  for (const inline of content) units += textUnits(textOfInline(inline), weightOf(style));
  const needed = unitsToMm(units, style.size) * raggedness;
  const lines = Math.max(1, Math.ceil(needed / Math.max(8, widthMm)));
  return lines * style.leading + style.before + style.after;
}

const weightOf = ({ bold }: TypeStyle): 'bold' | 'regular' => (bold ? 'bold' : 'regular');

function listHeight(list: List, style: TypeStyle, widthMm: number): number {
  let sum = 0;
  for (const { content } of list.items) {
    for (const block of content) sum += flowHeight(block, style, widthMm - 6);
  }
  return sum;
}

function flowHeight(block: Paragraph | List, style: TypeStyle, widthMm: number): number {
  return block.kind === 'list'
    ? listHeight(block, style, widthMm)
    : textHeight(block.content, style, widthMm);
}

function tableHeight(table: Table, theme: Theme, widthMm: number): number {
  const facts = table.style === 'facts';
  const cell = theme.type[facts ? 'fact' : 'cell'];
  const { cellX } = theme.space;
  const cellY = theme.space[facts ? 'factY' : 'cellY'];
  const total = table.columns.reduce((sum, column) => sum + column.share, 0) || 1;
  const room = (index: number): number =>
    (widthMm * (table.columns[index]?.share ?? 1)) / total - (2 * cellX + 4) / pointsPerMm;
  const cellHeight = ({ content }: Cell, index: number): number =>
    content.reduce((sum, block) => sum + flowHeight(block, cell, room(index)), 0);
  const rowHeight = ({ cells }: Row): number =>
    Math.max(cell.leading, ...cells.map(cellHeight)) + 2 * cellY;
  const rows = [...(table.header ? [table.header] : []), ...table.rows];
  return rows.reduce((sum, row) => sum + rowHeight(row), blockGap);
}
