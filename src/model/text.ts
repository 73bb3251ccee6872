// text(): what a paper says, block by block, the yardstick that every renderer is held to.
// Running lines, watermark, contents list, repeated table headers and notices do not count (see docs/architecture.md).

import { assertNever } from '../base/errors.ts';
import type { Block, Inline, List, Paragraph, Placement, Row } from './block.ts';

/** Returns the printed marker of a list item, the same in every format. */
export function listMarker(list: List, index: number, depth: number): string {
  if (list.marker === 'decimal') return `${list.start + index}.`;
  return depth % 2 === 0 ? '•' : '–';
}

/** Returns the text of inlines, line breaks as a line feed. */
export function inlineText(content: readonly Inline[]): string {
  let text = '';
  for (const inline of content) text += oneInline(inline);
  return text;
}

function oneInline(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
      return inline.text;
    case 'link':
      return inline.content.map((run) => run.text).join('');
    case 'reference':
      return inline.label;
    case 'break':
      return '\n';
    default:
      return assertNever(inline);
  }
}

/** Returns what the blocks say, one line for each paragraph, cell line or alt text, in reading order. */
export function blocksText(blocks: readonly Block[]): string {
  return blocks.flatMap(blockLines).join('\n');
}

function blockLines(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [numbered(block.number?.label, inlineText(block.content))];
    case 'list':
      return listLines(block, 0);
    case 'table':
      return [...(block.header ? [block.header] : []), ...block.rows].flatMap(rowLines);
    case 'figure':
      return [block.placement.alt, ...(block.caption ? [inlineText(block.caption)] : [])];
    case 'drawing':
      return [block.alt, ...(block.caption ? [inlineText(block.caption)] : [])];
    case 'logos':
      return block.rows.flat().map((placement: Placement) => placement.alt);
    case 'signatures':
      return block.blocks.flatMap((each) => [
        inlineText(each.organisation),
        ...each.fields.map((field) => numbered(field.label, field.value ?? '')),
      ]);
    case 'notice':
    case 'contents':
    case 'pageBreak':
      return [];
    default:
      return assertNever(block);
  }
}

function rowLines(row: Row): string[] {
  return row.cells.flatMap((cell) =>
    cell.content.flatMap((block) =>
      block.kind === 'list' ? listLines(block, 0) : paragraphLine(block),
    ),
  );
}

function paragraphLine(paragraph: Paragraph): string[] {
  return [numbered(paragraph.number?.label, inlineText(paragraph.content))];
}

function listLines(list: List, depth: number): string[] {
  return list.items.flatMap((item, index) => {
    const lines = item.content.flatMap((block) =>
      block.kind === 'list' ? listLines(block, depth + 1) : paragraphLine(block),
    );
    return [numbered(listMarker(list, index, depth), lines[0] ?? ''), ...lines.slice(1)];
  });
}

function numbered(label: string | undefined, text: string): string {
  return [label, text].filter((part) => part).join(' ');
}
