// What a PDF says of itself in XMP, as far as we wrote it there: the properties that stand beside the
// known ones. Nothing in them is believed.

import { isStream, type PdfFile } from './pdf-file.ts';
import { elements, parseXml, type XmlNode } from './xml-tree.ts';

/** Returns our own properties by name; none where the XMP is missing or broken. */
export function recordedProperties(file: PdfFile): ReadonlyMap<string, string> {
  const stream = file.resolve(file.catalog.get('Metadata'));
  const bytes = isStream(stream) ? file.decode(stream) : undefined;
  if (!bytes) return new Map();
  try {
    return new Map(listItems(parseXml(new TextDecoder().decode(bytes).replace(/^[^<]+/, ''))));
  } catch {
    return new Map();
  }
}

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
