// Computes the numbers of clauses (1, 1.1, (a)), recitals (A, B… Z, AA) and annexes, and what a
// reference to each of them says. Reads a composed document, changes nothing in it.

import type { NumberLabel } from '../model/block.ts';
import type { DocumentNode } from '../model/document.ts';

/** The numbers of a document. */
export interface Numbering {
  readonly of: ReadonlyMap<DocumentNode, NumberLabel>;
  /** What a reference to an anchor says: `4.2(a)`, `Annex 1`. */
  readonly references: ReadonlyMap<string, string>;
}

/** Returns A, B… Z, AA, AB… for 1, 2…; `first` is the code of A or a. */
export function letters(number: number, first = 65): string {
  let rest = number;
  let result = '';
  while (rest > 0) {
    rest -= 1;
    result = String.fromCharCode(first + (rest % 26)) + result;
    rest = Math.floor(rest / 26);
  }
  return result;
}

/** Numbers a document. */
export function numberNodes(nodes: readonly DocumentNode[]): Numbering {
  const of = new Map<DocumentNode, NumberLabel>();
  const references = new Map<string, string>();
  let recitals = 0;

  function walk(list: readonly DocumentNode[], level: 0 | 1 | 2, prefix: string): void {
    let count = 0;
    for (const node of list) {
      if (node.kind === 'clause') {
        count += 1;
        const label = labelOf(level, prefix, count);
        const reference = level === 2 ? `${prefix}${label}` : label;
        of.set(node, { scheme: 'clause', level, label });
        if (node.anchor) references.set(node.anchor, reference);
        walk(node.content, level === 0 ? 1 : 2, reference);
      } else if (node.kind === 'recital') {
        recitals += 1;
        of.set(node, { scheme: 'recital', level: 0, label: letters(recitals) });
      } else if (node.kind === 'annex') {
        of.set(node, { scheme: 'annex', level: 0, label: node.label });
        references.set(node.anchor, node.label);
      } else if (node.kind === 'section') {
        if (node.anchor) references.set(node.anchor, node.title?.map(textOf).join('') ?? '');
        walk(node.content, 0, '');
      }
    }
  }

  walk(nodes, 0, '');
  return { of, references };
}

function labelOf(level: 0 | 1 | 2, prefix: string, count: number): string {
  if (level === 0) return String(count);
  return level === 1 ? `${prefix}.${count}` : `(${letters(count, 97)})`;
}

function textOf(inline: { readonly kind: string; readonly text?: string }): string {
  return inline.kind === 'text' ? (inline.text ?? '') : '';
}
