// text(): what a paper says, block by block, the yardstick that every renderer is held to.
// Running lines, watermark, contents list, repeated table headers and notices do not count (see docs/architecture.md).

import { assertNever } from '../base/errors.ts';
import type { Block, Inline, List, Paragraph, Row } from './block.ts';

/** Returns the printed marker of a list item, the same in every format. */
export function listMarker(list: List, index: number, depth: number): string {
  if (list.marker === 'decimal') return `${list.start + index}.`;
  return depth % 2 === 0 ? '•' : '–';
}

/** Returns the text of inlines, line breaks as a line feed. */
export function inlineText(content: readonly Inline[]): string {
  let text = '';
  for (const inline of content) text += inline.kind === 'text' ? inline.text : textOfInline(inline);
  return text;
}

/** Returns the text of one inline. */
export function textOfInline(inline: Inline): string {
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
  const lines: string[] = [];
  for (const block of blocks) addBlock(lines, block);
  return lines.join('\n');
}

function addBlock(lines: string[], block: Block): void {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      lines.push(numbered(block.number?.label, inlineText(block.content)));
      break;
    case 'list':
      addList(lines, block, 0);
      break;
    case 'table':
      if (block.header) addRow(lines, block.header);
      for (const row of block.rows) addRow(lines, row);
      break;
    case 'figure':
      lines.push(block.placement.alt);
      if (block.caption) lines.push(inlineText(block.caption));
      break;
    case 'drawing':
      lines.push(block.alt);
      if (block.caption) lines.push(inlineText(block.caption));
      break;
    case 'logos':
      for (const row of block.rows) for (const { alt } of row) lines.push(alt);
      break;
    case 'signatures':
      for (const { organisation, fields } of block.blocks) {
        lines.push(inlineText(organisation));
        for (const { label, value } of fields) lines.push(numbered(label, value ?? ''));
      }
      break;
    case 'notice':
    case 'contents':
    case 'pageBreak':
      break;
    default:
      assertNever(block);
  }
}

function addRow(lines: string[], row: Row): void {
  for (const { content } of row.cells) for (const block of content) addInner(lines, block, 0);
}

function addInner(lines: string[], block: List | Paragraph, depth: number): void {
  if (block.kind === 'list') addList(lines, block, depth);
  else lines.push(numbered(block.number?.label, inlineText(block.content)));
}

function addList(lines: string[], list: List, depth: number): void {
  list.items.forEach(({ content }, index) => {
    const first = lines.length;
    for (const block of content) addInner(lines, block, depth + 1);
    // The marker stands before the first line of its item.
    lines[first] = numbered(listMarker(list, index, depth), lines[first] ?? '');
  });
}

function numbered(label: string | undefined, text: string): string {
  if (!label) return text;
  return text ? `${label} ${text}` : label;
}
