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

const office = 'http://schemas.openxmlformats.org/';
const strict = 'http://purl.oclc.org/ooxml/';
const microsoft = 'http://schemas.microsoft.com/office/';

/** Namespaces whole, since programs pass over what stands in one that only looks like them. */
const prefixes: ReadonlyMap<string, string> = new Map([
  ...[`${office}wordprocessingml/2006/main`, `${strict}wordprocessingml/main`].map(
    (uri) => [uri, 'w'] as const,
  ),
  ...[
    `${office}drawingml/2006/wordprocessingDrawing`,
    `${strict}drawingml/wordprocessingDrawing`,
  ].map((uri) => [uri, 'wp'] as const),
  ...[`${office}drawingml/2006/main`, `${strict}drawingml/main`].map((uri) => [uri, 'a'] as const),
  ...[`${office}drawingml/2006/picture`, `${strict}drawingml/picture`].map(
    (uri) => [uri, 'pic'] as const,
  ),
  ...[`${office}officeDocument/2006/relationships`, `${strict}officeDocument/relationships`].map(
    (uri) => [uri, 'r'] as const,
  ),
  ...[`${office}officeDocument/2006/math`, `${strict}officeDocument/math`].map(
    (uri) => [uri, 'm'] as const,
  ),
  ...[
    `${office}officeDocument/2006/custom-properties`,
    `${strict}officeDocument/customProperties`,
  ].map((uri) => [uri, 'cust'] as const),
  [`${office}package/2006/relationships`, 'rel'],
  [`${office}markup-compatibility/2006`, 'mc'],
  [`${microsoft}word/2010/wordprocessingShape`, 'wps'],
  [`${microsoft}word/2010/wordprocessingGroup`, 'wpg'],
  [`${microsoft}word/2010/wordprocessingCanvas`, 'wpc'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  ['urn:schemas-microsoft-com:office:office', 'o'],
  ['urn:schemas-microsoft-com:office:word', 'o'],
]);

/** What Word adds to its own format; `ms:` for all of it. */
const extension = /^http:\/\/schemas\.microsoft\.com\/office\/(?:word|drawing)\/20\d\d\/[\w/]+$/;

function prefixOf(uri: string): string | undefined {
  return prefixes.get(uri) ?? (extension.test(uri) ? 'ms' : undefined);
}

/** Elements nested deeper than this stand in no paper. */
const deepest = 400;

/** Parses a part; throws an Error on anything that is not well-formed. */
export function parseXml(xml: string): XmlNode {
  const parser = new SaxesParser({ xmlns: true });
  const root = { name: '', attributes: {}, children: [] as (XmlNode | string)[] };
  const open = [root];
  const named = (uri: string, local: string): string => {
    const prefix = prefixOf(uri);
    return prefix ? `${prefix}:${local}` : local;
  };
  /** The usual prefixes of the namespaces that a choice needs. */
  const needs = (own: string): string =>
    own
      .split(/\s+/)
      .map((each) => prefixOf(parser.resolve(each) ?? '') ?? 'unknown')
      .join(' ');
  parser.on('opentag', (tag) => {
    if (open.length > deepest) throw new Error('Nested too deeply.');
    const attributes = Object.fromEntries(
      Object.values(tag.attributes).map(({ uri, local, value }) => [named(uri, local), value]),
    );
    const name = named(tag.uri, tag.local);
    if (name === 'mc:Choice') attributes.Requires = needs(attributes.Requires ?? '');
    const node = { name, attributes, children: [] };
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
