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
  visitValues(node, (from, text) => values.push({ from, text }));
  return values;
}

type Visit = (from: Path, text: string) => void;

function visitInlines(content: readonly DocumentInline[], visit: Visit): void {
  for (const inline of content) {
    if (inline.kind === 'break' || !inline.from) continue;
    const { from } = inline;
    if (inline.kind === 'text') visit(from, inline.text);
    else if (inline.kind === 'reference') visit(from, '');
    else visit(from, inline.content.map((run) => run.text).join(''));
  }
}

function visitNodes(nodes: readonly DocumentNode[], visit: Visit): void {
  for (const node of nodes) visitValues(node, visit);
}

/** Calls `visit` for every value of a node in reading order. */
export function visitValues(node: DocumentNode, visit: Visit): void {
  switch (node.kind) {
    case 'paragraph':
    case 'title':
      visitInlines(node.content, visit);
      break;
    case 'list':
      for (const item of node.items) visitNodes(item, visit);
      break;
    case 'table':
      for (const row of node.rows) for (const cell of row.cells) visitNodes(cell.content, visit);
      break;
    case 'facts':
      for (const fact of node.facts) visitNodes(fact.content, visit);
      break;
    case 'labelled':
    case 'recital':
      visitNodes(node.content, visit);
      break;
    case 'clause':
    case 'section':
    case 'annex':
      visitInlines(node.title ?? [], visit);
      visitNodes(node.content, visit);
      break;
    case 'picture':
      visit(node.from, node.alt);
      break;
    case 'logos':
      for (const { from, alt } of node.logos) visit(from, alt);
      break;
    case 'signatures':
      for (const { organisation, fields } of node.blocks) {
        visitInlines([organisation], visit);
        for (const { from, value } of fields) if (from && value) visit(from, value);
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
