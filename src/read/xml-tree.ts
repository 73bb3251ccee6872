// The XML of an office file as a small tree. Names are taken by their namespace, whatever prefix a
// program gave them, so that nothing is overlooked because it is spelled another way.

import { SaxesParser } from 'saxes';

/** An element with its attributes and children, or text. */
export interface XmlNode {
  /** The usual prefix and the local name: `w:p`. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlNode | string)[];
}

/** The last part of the namespace, and the prefix that everybody uses for it. */
const prefixes: readonly (readonly [RegExp, string])[] = [
  [/\/wordprocessingml(?:\/2006)?\/main$/, 'w'],
  [/\/wordprocessingDrawing$/i, 'wp'],
  [/\/drawingml(?:\/2006)?\/main$/, 'a'],
  [/\/drawingml(?:\/2006)?\/picture$/, 'pic'],
  [/\/2010\/wordprocessingShape$/, 'wps'],
  [/\/2010\/wordprocessingGroup$/, 'wpg'],
  [/\/markup-compatibility\/2006$/, 'mc'],
  [/\/officeDocument(?:\/2006)?\/relationships$/, 'r'],
  [/^urn:schemas-microsoft-com:vml$/, 'v'],
  [/\/package\/2006\/relationships$/, 'rel'],
  [/\/custom-properties$/i, 'cust'],
];

/** Elements nested deeper than this stand in no paper. */
const deepest = 400;

/** Parses a part; throws an Error on anything that is not well-formed. */
export function parseXml(xml: string): XmlNode {
  const parser = new SaxesParser({ xmlns: true });
  const root = { name: '', attributes: {}, children: [] as (XmlNode | string)[] };
  const open = [root];
  const named = (uri: string, local: string): string => {
    const prefix = prefixes.find(([pattern]) => pattern.test(uri))?.[1];
    return prefix ? `${prefix}:${local}` : local;
  };
  parser.on('opentag', (tag) => {
    if (open.length > deepest) throw new Error('Nested too deeply.');
    const attributes = Object.fromEntries(
      Object.values(tag.attributes).map(({ uri, local, value }) => [named(uri, local), value]),
    );
    const node = { name: named(tag.uri, tag.local), attributes, children: [] };
    open.at(-1)!.children.push(node);
    open.push(node);
  });
  parser.on('text', (text) => open.at(-1)!.children.push(text));
  parser.on('cdata', (text) => open.at(-1)!.children.push(text));
  parser.on('closetag', () => open.pop());
  parser.write(xml).close();
  const found = root.children.find((child) => typeof child !== 'string');
  if (!found) throw new Error('No element.');
  return found;
}

/** Returns the child elements, all or by name. */
export function elements(node: XmlNode | undefined, name?: string): readonly XmlNode[] {
  return (node?.children ?? []).filter(
    (child): child is XmlNode => typeof child !== 'string' && (!name || child.name === name),
  );
}

/** Returns the first element on a path of names. */
export function find(node: XmlNode | undefined, ...path: readonly string[]): XmlNode | undefined {
  return path.reduce<XmlNode | undefined>((at, name) => elements(at, name)[0], node);
}

/** Returns `w:val` of the element on a path. */
export function valueAt(node: XmlNode | undefined, ...path: readonly string[]): string | undefined {
  return find(node, ...path)?.attributes['w:val'];
}

/** Returns true where a switch such as `w:vanish` stands and is not turned off. */
export function isOn(node: XmlNode | undefined, ...path: readonly string[]): boolean {
  const found = find(node, ...path);
  return found !== undefined && !['0', 'false', 'off'].includes(found.attributes['w:val'] ?? '');
}
