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

/** Returns the values of an inline. */
function ofInline(inline: DocumentInline): readonly PlacedValue[] {
  if (inline.kind === 'break' || !inline.from) return [];
  if (inline.kind === 'text') return [{ from: inline.from, text: inline.text }];
  if (inline.kind === 'reference') return [{ from: inline.from, text: '' }];
  return [{ from: inline.from, text: inline.content.map((run) => run.text).join('') }];
}

/** Returns every value of a node in reading order. */
export function valuesOf(node: DocumentNode): readonly PlacedValue[] {
  switch (node.kind) {
    case 'paragraph':
    case 'title':
      return node.content.flatMap(ofInline);
    case 'list':
      return node.items.flat().flatMap(valuesOf);
    case 'table':
      return node.rows.flatMap((row) =>
        row.cells.flatMap((cell) => cell.content.flatMap(valuesOf)),
      );
    case 'facts':
      return node.facts.flatMap((fact) => fact.content.flatMap(valuesOf));
    case 'labelled':
    case 'recital':
      return node.content.flatMap(valuesOf);
    case 'clause':
    case 'section':
      return [...(node.title ?? []).flatMap(ofInline), ...node.content.flatMap(valuesOf)];
    case 'annex':
      return [...node.title.flatMap(ofInline), ...node.content.flatMap(valuesOf)];
    case 'picture':
      return [{ from: node.from, text: node.alt }];
    case 'logos':
      return node.logos.map(({ from, alt }) => ({ from, text: alt }));
    case 'signatures':
      return node.blocks.flatMap(({ organisation, fields }) => [
        ...ofInline(organisation),
        ...fields.flatMap(({ from, value }) => (from && value ? [{ from, text: value }] : [])),
      ]);
    case 'drawing':
    case 'notice':
      return [];
    default:
      return assertNever(node);
  }
}

/** Returns true when a value of the agreement, or a reference, stands in one of the nodes. */
export function saysSomething(nodes: readonly DocumentNode[]): boolean {
  return nodes.some((node) => node.kind === 'signatures' || valuesOf(node).length > 0);
}
