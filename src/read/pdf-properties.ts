// What a PDF says of itself: its title, and in XMP the properties of ours that stand beside the known
// ones. Nothing in them is believed.

import { isStream, type PdfFile } from './pdf-file.ts';
import { textOf } from './pdf-values.ts';
import { elements, parseXml, type XmlNode } from './xml-tree.ts';

/** Returns our own properties by name; none where the XMP is missing or broken. */
export function recordedProperties(file: PdfFile): ReadonlyMap<string, string> {
  return new Map(listItems(xmpOf(file)));
}

/** Returns the key of the title where two files differ in it: programs show it above the page. */
export function changedTitle(made: PdfFile, found: PdfFile): readonly string[] {
  return titlesOf(made).join('\n') === titlesOf(found).join('\n') ? [] : ['Title'];
}

/** That of the older description of a PDF, where it has one, and those of the XMP. */
function titlesOf(file: PdfFile): readonly string[] {
  const old = file.string(file.entries(file.trailer.get('Info')).get('Title'));
  const titles = (node: XmlNode): readonly string[] =>
    node.name === 'title' ? [allText(node)] : elements(node).flatMap(titles);
  return [...new Set([...(old ? [textOf(old)] : []), ...titles(xmpOf(file))])];
}

function xmpOf(file: PdfFile): XmlNode {
  const stream = file.resolve(file.catalog.get('Metadata'));
  const bytes = isStream(stream) ? file.decode(stream) : undefined;
  try {
    return parseXml(new TextDecoder().decode(bytes).replace(/^[^<]+/, ''));
  } catch {
    return { name: '', attributes: {}, children: [] };
  }
}

const allText = (node: XmlNode): string =>
  node.children
    .map((child) => (typeof child === 'string' ? child : allText(child)))
    .join('')
    .trim();

/** Each item of our list is a name, a colon and a value. */
function listItems(node: XmlNode, inside = false): (readonly [string, string])[] {
  const mine = inside || node.name === 'record';
  if (mine && node.name === 'li') {
    const text = node.children.filter((child) => typeof child === 'string').join('');
    const [, name, value] = /^([^:]+): ([\s\S]*)$/.exec(text) ?? [];
    return name !== undefined && value !== undefined ? [[name, value]] : [];
  }
  return elements(node).flatMap((child) => listItems(child, mine));
}
