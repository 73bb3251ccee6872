// A small XML tree for tests that look into a DOCX: made with saxes, shared with no renderer.

import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

/** An element with its attributes and children, or text. */
export interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Node | string)[];
}

/** Parses a part; throws on anything that is not well-formed. */
export function parseXml(xml: string): Node {
  const parser = new SaxesParser();
  const root = { name: '', attributes: {}, children: [] as (Node | string)[] };
  const open = [root];
  parser.on('opentag', (tag) => {
    const node = { name: tag.name, attributes: tag.attributes, children: [] };
    open.at(-1)!.children.push(node);
    open.push(node);
  });
  parser.on('text', (text) => open.at(-1)!.children.push(text));
  parser.on('closetag', () => open.pop());
  parser.write(xml).close();
  return root.children.find((child) => typeof child !== 'string')!;
}

/** Returns the child elements, all or by name. */
export function elements(node: Node | undefined, name?: string): readonly Node[] {
  return (node?.children ?? []).filter(
    (child): child is Node => typeof child !== 'string' && (!name || child.name === name),
  );
}

/** Returns the first element on a path of names. */
export function find(node: Node | undefined, ...path: readonly string[]): Node | undefined {
  return path.reduce<Node | undefined>((at, name) => elements(at, name)[0], node);
}

/** Returns `w:val` of the element on a path. */
export function valueAt(node: Node | undefined, ...path: readonly string[]): string | undefined {
  return find(node, ...path)?.attributes['w:val'];
}

/** Returns every element of the name, in document order. */
export function all(node: Node, name: string): readonly Node[] {
  return elements(node).flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...all(child, name),
  ]);
}

/** The parts of a DOCX as text, by name. */
export function partsOf(bytes: Uint8Array): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]),
  );
}
