// Where in a document something is printed that has no clause of its own, and that place by itself:
// the nodes that lead to it, without what stands beside it. Lowers nothing.

import { type Path, startsWith } from '../base/source.ts';
import type { NumberLabel } from '../model/block.ts';
import type { DocumentNode } from '../model/document.ts';
import { isClause, pathsIn } from './annotate.ts';

/** Nodes from the outermost down to the one that is meant. */
export type Trail = readonly DocumentNode[];

/** Logos are printed without words, so their place is known by partner. */
export function logoTrail(nodes: readonly DocumentNode[], path: Path): Trail | undefined {
  const [top, key, group, field] = path;
  const shown = [undefined, 'logo', 'alt', 'color'].includes(field as string | undefined);
  if (top !== 'partners' || group !== 'brand' || !shown) return undefined;
  const node = nodes.find(
    (each) => each.kind === 'logos' && each.logos.some(({ partner }) => partner === key),
  );
  return node ? [node] : undefined;
}

/** Where values below a path are printed, if the paper has no place for the path as such. */
export function trailBelow(nodes: readonly DocumentNode[], path: Path): Trail | undefined {
  // The name of a partner stands nearly everywhere and tells nothing of where the partner is missing.
  if (path.length < (path[0] === 'partners' ? 3 : 2)) return undefined;
  const bodyFirst = [...nodes.filter(isClause), ...nodes.filter((node) => !isClause(node))];
  for (const node of bodyFirst) {
    if (isClause(node)) {
      const inner = trailBelow(node.content, path);
      if (inner) return [node, ...inner];
    } else if (pathsIn(node).some((own) => startsWith(own, path))) return [node];
  }
  return undefined;
}

/** Copies the outermost node of a trail with nothing in it but what leads to the last. */
export function prune(
  trail: Trail,
  path: Path,
  numbers: Map<DocumentNode, NumberLabel>,
): DocumentNode {
  const [node, ...inner] = trail;
  if (!isClause(node!)) return partOfNode(node!, path);
  if (inner.length === 0) return node;
  const copy = { ...node, content: [prune(inner, path, numbers)] };
  const number = numbers.get(node);
  if (number) numbers.set(copy, number);
  return copy;
}

/** The rows, items or lines of a node that are about a path; all of it where none is more so. */
function partOfNode(node: DocumentNode, path: Path): DocumentNode {
  switch (node.kind) {
    case 'table': {
      const rows = closest(node.rows, path, (row) => [
        ...(row.about ? [row.about] : []),
        ...row.cells.flatMap((cell) => cell.content.flatMap(pathsIn)),
      ]);
      // A sum is about all that it sums up.
      const sum = rows.some(({ item }) => item.total);
      return sum ? node : { ...node, rows: rows.map(({ item }) => item) };
    }
    case 'facts': {
      const facts = closest(node.facts, path, (fact) => fact.content.flatMap(pathsIn));
      return { ...node, facts: facts.map(({ item }) => item) };
    }
    case 'list': {
      const items = closest(node.items, path, (item) => item.flatMap(pathsIn));
      const start = node.start + (items[0]?.index ?? 0);
      return { ...node, start, items: items.map(({ item }) => item) };
    }
    case 'logos':
      return { ...node, logos: node.logos.filter(({ partner }) => partner === path[1]) };
    case 'signatures': {
      const blocks = closest(node.blocks, path, (block) => [block.about]);
      return { ...node, blocks: blocks.map(({ item }) => item) };
    }
    default:
      return node;
  }
}

function closest<T>(
  items: readonly T[],
  path: Path,
  pathsOf: (item: T) => readonly Path[],
): readonly { readonly item: T; readonly index: number }[] {
  const scored = items.map((item, index) => {
    const lengths = pathsOf(item).map((own) =>
      startsWith(path, own) ? own.length : startsWith(own, path) ? path.length : 0,
    );
    return { item, index, score: Math.max(0, ...lengths) };
  });
  const best = Math.max(0, ...scored.map(({ score }) => score));
  return scored.filter(({ score }) => score === best);
}
