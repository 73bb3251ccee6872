// The parts of a DOCX: unpacked within limits, parsed when they are asked for, found by their
// relationships. Knows nothing of what they say.

import { strFromU8, unzipSync } from 'fflate';
import { UserError } from '../base/errors.ts';
import { mostUnpacked } from './inflate.ts';
import { elements, parseXml, type XmlNode } from './xml-tree.ts';

/** The parts of a DOCX. */
export interface DocxPackage {
  readonly names: readonly string[];
  readonly bytes: (name: string) => Uint8Array | undefined;
  /** The root element of a part, or undefined where there is none. */
  readonly xml: (name: string) => XmlNode | undefined;
  /** The parts that a part refers to, by relationship id. */
  readonly related: (
    name: string,
  ) => ReadonlyMap<string, { readonly type: string; readonly part: string }>;
}

/** Opens a DOCX; throws a UserError for anything else. */
export function openDocx(bytes: Uint8Array): DocxPackage {
  const files = unzipped(bytes);
  const parsed = new Map<string, XmlNode | undefined>();
  const xml = (name: string): XmlNode | undefined => {
    if (parsed.has(name)) return parsed.get(name);
    const found = files[name];
    const root = found && parsedXml(name, found);
    parsed.set(name, root);
    return root;
  };
  const related: DocxPackage['related'] = (name) => {
    const slash = name.lastIndexOf('/') + 1;
    const folder = name.slice(0, slash);
    const root = xml(`${folder}_rels/${name.slice(slash)}.rels`);
    return new Map(
      elements(root, 'rel:Relationship').map(
        ({ attributes: { Id = '', Type = '', Target = '' } }) => [
          Id,
          { type: Type.slice(Type.lastIndexOf('/') + 1), part: resolved(folder, Target) },
        ],
      ),
    );
  };
  return { names: Object.keys(files), bytes: (name) => files[name], xml, related };
}

function unzipped(bytes: Uint8Array): Readonly<Record<string, Uint8Array>> {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new UserError('This is no DOCX.');
  const names = new Set<string>();
  let size = 0;
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        size += originalSize;
        if (names.has(name))
          throw new UserError('This DOCX is damaged: a part stands in it twice.');
        if (size > mostUnpacked || names.size > 5000)
          throw new UserError('This DOCX is far too large to be a paper.');
        names.add(name);
        return true;
      },
    });
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError('This DOCX is damaged: it cannot be unpacked. It may be cut off.');
  }
}

function parsedXml(name: string, bytes: Uint8Array): XmlNode {
  try {
    const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
    return parseXml(
      utf16 ? new TextDecoder('utf-16le').decode(bytes) : strFromU8(bytes).replace(/^\ufeff/, ''),
    );
  } catch {
    throw new UserError(`This DOCX is damaged: its part ${name} cannot be read.`);
  }
}

function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps: string[] = [];
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}
