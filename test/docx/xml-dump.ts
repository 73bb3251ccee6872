// An XML tree as indented lines, one for each element, so that a test can state what a file holds.

import { elements, type Node } from './xml-tree.ts';

/** Returns a tree as lines: name, attributes without `w:` before them, and text. */
export function dump(node: Node, skip: readonly string[] = [], depth = 0): readonly string[] {
  if (skip.includes(node.name)) return [];
  const attributes = Object.entries(node.attributes).map(
    ([name, value]) => `${name.replace(/^w:/, '')}=${value}`,
  );
  const text = node.children.filter((child) => typeof child === 'string').join('');
  const line = [node.name.replace(/^w:/, ''), ...attributes, ...(text ? [`"${text}"`] : [])];
  return [
    `${'  '.repeat(depth)}${line.join(' ')}`,
    ...elements(node).flatMap((child) => dump(child, skip, depth + 1)),
  ];
}
