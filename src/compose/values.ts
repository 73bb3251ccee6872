// Reads the values of a semantic node with the paths they came from.
// Looks only; changes nothing.

import { assertNever } from '../base/errors.ts';
import type { Path } from '../base/source.ts';
import type { DocumentInline, DocumentNode } from '../model/document.ts';

/** A value as it stands in a document. */
export interface PlacedValue {
  readonly from: Path;
  readonly text: string;
}

/** Returns every value of a node in reading order. */
export function valuesOf(node: DocumentNode): readonly PlacedValue[] {
  const values: PlacedValue[] = [];
  collectNode(node, values);
  return values;
}

function collectInlines(content: readonly DocumentInline[], values: PlacedValue[]): void {
  for (const inline of content) {
    if (inline.kind === 'break' || !inline.from) continue;
    const { from } = inline;
    if (inline.kind === 'text') values.push({ from, text: inline.text });
    else if (inline.kind === 'reference') values.push({ from, text: '' });
    else values.push({ from, text: inline.content.map((run) => run.text).join('') });
  }
}

function collectNodes(nodes: readonly DocumentNode[], values: PlacedValue[]): void {
  for (const node of nodes) collectNode(node, values);
}

function collectNode(node: DocumentNode, values: PlacedValue[]): void {
  switch (node.kind) {
    case 'paragraph':
    case 'title':
      collectInlines(node.content, values);
      break;
    case 'list':
      for (const item of node.items) collectNodes(item, values);
      break;
    case 'table':
      for (const row of node.rows) for (const cell of row.cells) collectNodes(cell.content, values);
      break;
    case 'facts':
      for (const fact of node.facts) collectNodes(fact.content, values);
      break;
    case 'labelled':
    case 'recital':
      collectNodes(node.content, values);
      break;
    case 'clause':
    case 'section':
    case 'annex':
      collectInlines(node.title ?? [], values);
      collectNodes(node.content, values);
      break;
    case 'picture':
      values.push({ from: node.from, text: node.alt });
      break;
    case 'logos':
      for (const { from, alt } of node.logos) values.push({ from, text: alt });
      break;
    case 'signatures':
      for (const { organisation, fields } of node.blocks) {
        collectInlines([organisation], values);
        for (const { from, value } of fields) if (from && value) values.push({ from, text: value });
      }
      break;
    case 'drawing':
    case 'notice':
      break;
    default:
      assertNever(node);
  }
}

/** Returns true when a value of the agreement, or a reference, stands in one of the nodes. */
export function saysSomething(nodes: readonly DocumentNode[]): boolean {
  return nodes.some((node) => node.kind === 'signatures' || valuesOf(node).length > 0);
}
