// The parts of a DOCX: unpacked within limits, parsed when they are asked for, found by their
// relationships. Knows nothing of what they say.

import { UserError } from '../base/errors.ts';
import { unzipped } from './docx-zip.ts';
import { elements, parseXml, type XmlNode } from './xml-tree.ts';

/** The parts of a DOCX. */
export interface DocxPackage {
  readonly names: readonly string[];
  readonly bytes: (name: string) => Uint8Array | undefined;
  /** The root element of a part, or undefined where there is none. */
  readonly xml: (name: string) => XmlNode | undefined;
  /** What a part refers to, by relationship id. */
  readonly related: (name: string) => ReadonlyMap<string, Relation>;
}

/** A relationship of a part. */
export interface Relation {
  /** The last word of its type where that is one that every program knows; else the whole. */
  readonly type: string;
  readonly part: string;
  /** What it refers to as it is written, where that lies outside of the file. */
  readonly outside?: string;
}

/** Where the types of relationships that programs know begin, in both dialects of the format. */
const knownTypes =
  /^http:\/\/(?:schemas\.openxmlformats\.org\/officeDocument\/2006|purl\.oclc\.org\/ooxml\/officeDocument|schemas\.microsoft\.com\/office\/20\d\d)\/relationships\/([\w-]+)$/;

/** Opens a DOCX; throws a UserError for anything else. */
export function openDocx(bytes: Uint8Array): DocxPackage {
  const files = unzipped(bytes);
  const parsed = new Map<string, XmlNode | undefined>();
  const xml = (name: string): XmlNode | undefined => {
    if (parsed.has(name)) return parsed.get(name);
    const found = files.get(name);
    const root = found && parsedXml(name, found);
    parsed.set(name, root);
    return root;
  };
  const related: DocxPackage['related'] = (name) => {
    const slash = name.lastIndexOf('/') + 1;
    const folder = name.slice(0, slash);
    const root = xml(`${folder}_rels/${name.slice(slash)}.rels`);
    const relations = new Map<string, Relation>();
    for (const { attributes } of elements(root, 'rel:Relationship')) {
      const { Id = '', Type = '', Target = '', TargetMode } = attributes;
      if (relations.has(Id))
        throw new UserError('This DOCX is damaged: it refers to two things by one name.');
      relations.set(Id, {
        type: knownTypes.exec(Type)?.[1] ?? Type,
        part: resolved(folder, Target),
        ...(TargetMode === 'External' ? { outside: Target } : {}),
      });
    }
    return relations;
  };
  return { names: [...files.keys()], bytes: (name) => files.get(name), xml, related };
}

function parsedXml(name: string, bytes: Uint8Array): XmlNode {
  try {
    const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    // In another encoding the same bytes would be other letters.
    const said = /^<\?xml[^>]*\bencoding\s*=\s*["']([^"']*)/.exec(text)?.[1] ?? encoding;
    if (!encoding.startsWith(said.toLowerCase())) throw new Error('Another encoding.');
    return parseXml(text);
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
