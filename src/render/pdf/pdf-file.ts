// A file that is PDF/UA-1 and PDF/A-3a from its first byte: hands out objects and pages, and writes what
// every file has. Objects go out as they are ended; none is kept. Layout, drawing, structure and fonts
// are done elsewhere.

import type { Deflate } from '../../base/ports.ts';
import type { Properties } from '../../model/paper.ts';
import { type ByteSink, byteSink } from './byte-sink.ts';
import { iccProfile } from './icc.ts';
import { syntaxOf } from './object-syntax.ts';
import { xmp } from './xmp.ts';

/** An object of the file. Strings in its data are names; text strings are String objects. */
export interface PdfObject {
  readonly id: number;
  readonly data: Record<string, unknown>;
  /** Writes the object; with content, one byte for each character of a text, it is a stream. */
  end(content?: Uint8Array | string): void;
}

/** A page of the file. */
export interface PdfPage {
  readonly dictionary: PdfObject;
  readonly fonts: Record<string, unknown>;
  readonly xobjects: Record<string, unknown>;
  readonly annotations: unknown[];
  /** Key of the page in the parent tree; asking for it makes the entry. */
  readonly structParentTreeKey: number;
  /** Takes the operators of the page, compressed at once. */
  draw(operators: Uint8Array): void;
}

/** A PDF being written. */
export interface PdfFile {
  ref(data: Record<string, unknown>): PdfObject;
  /** An object whose stream no other file has. */
  ownRef(data: Record<string, unknown>): PdfObject;
  readonly catalog: PdfObject;
  /** The names of the catalog: what is searched by a name. */
  readonly names: PdfObject;
  readonly structTreeRoot: PdfObject;
  /** Gives out the number of an object that is written later. */
  reserve(): number;
  /** Begins a reserved object; its syntax goes into what is returned, then comes `close`. */
  open(id: number): ByteSink;
  close(): void;
  /** Sets an entry of the parent tree, in PDF syntax. */
  setParent(key: number, value: string): void;
  /** Gives out a key of the parent tree, for an annotation. */
  nextParentKey(): number;
  addPage(width: number, height: number): PdfPage;
  /** Has something written behind the pages and the document's own facts. */
  later(write: () => void): void;
  /** Ends the file and returns its bytes. */
  finish(): Uint8Array;
}

const packed = new WeakSet<Uint8Array>();

/** Says that bytes are compressed as they are. */
export function asPacked(bytes: Uint8Array): Uint8Array {
  packed.add(bytes);
  return bytes;
}

/** A name or a number tree in the data of an object. */
class Syntax {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

/** Returns what stands for a piece of PDF syntax in the data of an object. */
export const asSyntax = (text: string): unknown => new Syntax(text);

/** The bytes of a file, and where each object begins in them, by its number less 1. */
interface Output {
  readonly sink: ByteSink;
  readonly offsets: number[];
  readonly deflate: Deflate;
}

function begin({ sink, offsets }: Output, id: number): void {
  offsets[id - 1] = sink.length;
  sink.whole(id);
  sink.text(' 0 obj\n');
}

class FileObject implements PdfObject {
  readonly id: number;
  readonly data: Record<string, unknown>;
  readonly #output: Output;
  readonly #own: boolean;

  constructor(output: Output, data: Record<string, unknown>, own = false) {
    this.id = output.offsets.push(0);
    this.data = data;
    this.#output = output;
    this.#own = own;
  }

  end(content?: Uint8Array | string): void {
    const plain = typeof content === 'string' ? bytesOf(content) : content;
    if (!plain) {
      this.write();
      return;
    }
    const { data } = this;
    const ready = data.Filter !== undefined || data.Type === 'Metadata';
    const stream =
      ready || packed.has(plain)
        ? plain
        : this.#output.deflate(plain, this.#own ? 'once' : undefined);
    data.Length = stream.length;
    if (!ready) data.Filter = 'FlateDecode';
    this.write(stream);
  }

  /** Writes the object with a stream that is compressed as its data says. */
  write(stream?: Uint8Array): void {
    const { sink } = this.#output;
    begin(this.#output, this.id);
    sink.text(syntaxOf(this.data));
    if (stream) {
      sink.text('\nstream\n');
      sink.bytes(stream);
      sink.text('\nendstream');
    }
    sink.text('\nendobj\n');
  }

  toString(): string {
    return `${this.id} 0 R`;
  }
}

class FilePage implements PdfPage {
  readonly dictionary: FileObject;
  readonly #content: FileObject;
  readonly #resources: FileObject;
  readonly #output: Output;
  readonly #nextParentKey: () => number;
  #stream: Uint8Array = new Uint8Array();

  constructor(
    output: Output,
    parent: PdfObject,
    size: readonly [number, number],
    nextParentKey: () => number,
  ) {
    this.#output = output;
    this.#nextParentKey = nextParentKey;
    this.#content = new FileObject(output, {});
    const sets = ['PDF', 'Text', 'ImageB', 'ImageC', 'ImageI'];
    this.#resources = new FileObject(output, { ProcSet: sets });
    this.dictionary = new FileObject(output, {
      Type: 'Page',
      Parent: parent,
      MediaBox: [0, 0, ...size],
      Contents: this.#content,
      Resources: this.#resources,
      UserUnit: 1,
    });
  }

  // Entries stand in the order in which they are asked for.
  get fonts(): Record<string, unknown> {
    return entryOf(this.#resources, 'Font', {});
  }

  get xobjects(): Record<string, unknown> {
    return entryOf(this.#resources, 'XObject', {});
  }

  get annotations(): unknown[] {
    return entryOf<unknown[]>(this.dictionary, 'Annots', []);
  }

  get structParentTreeKey(): number {
    const { data } = this.dictionary;
    data.StructParents ??= this.#nextParentKey();
    return data.StructParents as number;
  }

  draw(operators: Uint8Array): void {
    this.#stream = this.#output.deflate(operators, 'once');
  }

  end(): void {
    this.dictionary.data.Tabs = 'S';
    this.dictionary.end();
    this.#resources.data.ColorSpace = {};
    this.#resources.end();
    Object.assign(this.#content.data, { Length: this.#stream.length, Filter: 'FlateDecode' });
    this.#content.write(this.#stream);
  }
}

const firstSize = 1 << 19;
const largestSpare = 1 << 21;

/** The memory of the last file, for the next one. */
let spare: ByteSink | undefined;

/** Opens a file; `identity` (16 bytes) becomes its ID. */
export function openPdf(properties: Properties, identity: Uint8Array, deflate: Deflate): PdfFile {
  const sink = spare ?? byteSink(firstSize);
  spare = undefined;
  sink.clear();
  // The comment of four bytes above 127 marks the file as binary.
  sink.text('%PDF-1.7\n%\xff\xff\xff\xff\n');
  const output: Output = { sink, offsets: [], deflate };
  const ref = (data: Record<string, unknown>): FileObject => new FileObject(output, data);
  const parents = new Map<number, string>();
  const pages: FilePage[] = [];
  const afterwards: (() => void)[] = [];
  let parentKeys = 0;
  const nextParentKey = (): number => {
    parentKeys += 1;
    return parentKeys - 1;
  };

  const tree = ref({ Type: 'Pages', Count: 0, Kids: [] });
  const names = ref({ Dests: asSyntax('<<\n  /Names [\n]\n>>') });
  const lang = new String(properties.language);
  const catalog = ref({ Type: 'Catalog', Pages: tree, Names: names, Lang: lang });
  // No one refers to it: files have had it since the first.
  const idle = ref({});
  const markInfo = ref({ Marked: true });
  const structTreeRoot = ref({ Type: 'StructTreeRoot', ParentTree: {}, ParentTreeNextKey: 0 });
  const viewer = ref({ DisplayDocTitle: true });
  catalog.data.MarkInfo = markInfo;
  catalog.data.StructTreeRoot = structTreeRoot;
  catalog.data.ViewerPreferences = viewer;

  return {
    ref,
    ownRef: (data) => new FileObject(output, data, true),
    catalog,
    names,
    structTreeRoot,
    reserve: () => output.offsets.push(0),
    open: (id) => {
      begin(output, id);
      return sink;
    },
    close: () => sink.text('\nendobj\n'),
    setParent: (key, value) => void parents.set(key, value),
    nextParentKey,
    addPage: (width, height) => {
      const page = new FilePage(output, tree, [width, height], nextParentKey);
      pages.push(page);
      return page;
    },
    later: (write) => void afterwards.push(write),
    finish: () => {
      for (const page of pages) page.end();
      const info = writeInfo(output, properties);
      for (const write of afterwards) write();
      idle.end();
      structTreeRoot.data.ParentTree = asSyntax(numberTree(parents));
      structTreeRoot.data.ParentTreeNextKey = parentKeys;
      structTreeRoot.end();
      markInfo.end();
      catalog.data.OutputIntents = [writeOutputIntent(output)];
      catalog.data.Metadata = writeMetadata(output, properties);
      catalog.end();
      tree.data.Count = pages.length;
      tree.data.Kids = pages.map(({ dictionary }) => dictionary);
      tree.end();
      names.end();
      viewer.end();
      writeEnd(output, { Root: catalog, Info: info, ID: [identity, identity] });
      const bytes = sink.view().slice();
      if (sink.size <= largestSpare) spare = sink;
      return bytes;
    },
  };
}

/** Writes the Info dictionary, each entry an object of its own. */
function writeInfo(output: Output, properties: Properties): PdfObject {
  const info = new FileObject(output, {});
  const date = new Date(`${properties.date}T00:00:00Z`);
  const entries: readonly (readonly [string, string | Date])[] = [
    ['Producer', 'Pactwright'],
    ['Creator', 'Pactwright'],
    ['CreationDate', date],
    ['Title', properties.title],
    ['Author', properties.author],
    ['Subject', properties.subject],
    ['Keywords', properties.keywords],
    ['ModDate', date],
  ];
  const { sink } = output;
  for (const [key, value] of entries) {
    const entry = new FileObject(output, {});
    begin(output, entry.id);
    sink.text(syntaxOf(typeof value === 'string' ? new String(value) : value));
    sink.text('\nendobj\n');
    info.data[key] = entry;
  }
  info.end();
  return info;
}

function writeOutputIntent(output: Output): PdfObject {
  const profile = new FileObject(output, { N: 3 });
  profile.end(iccProfile());
  const intent = new FileObject(output, {
    Type: 'OutputIntent',
    S: 'GTS_PDFA1',
    Info: new String('sRGB IEC61966-2.1'),
    OutputConditionIdentifier: new String('sRGB IEC61966-2.1'),
    DestOutputProfile: profile,
  });
  intent.end();
  return intent;
}

function writeMetadata(output: Output, properties: Properties): PdfObject {
  const xml = packetOf(xmp(properties));
  const metadata = new FileObject(output, { length: xml.length, Type: 'Metadata', Subtype: 'XML' });
  metadata.end(new TextEncoder().encode(xml));
  return metadata;
}

function entryOf<Value>(object: PdfObject, key: string, empty: Value): Value {
  object.data[key] ??= empty;
  return object.data[key] as Value;
}

/** A stream given as text ends in a line feed; without text there is no stream. */
function bytesOf(text: string): Uint8Array | undefined {
  if (!text) return undefined;
  const bytes = new Uint8Array(text.length + 1);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  bytes[text.length] = 10;
  return bytes;
}

/** Puts a packet around the descriptions of XMP. */
const packetOf = (descriptions: string): string =>
  `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        ${descriptions}

                </rdf:RDF>
            </x:xmpmeta>
        <?xpacket end="w"?>`;

/** Writes a number tree of one node (ISO 32000-1, 7.9.7), keys in order. */
function numberTree(entries: ReadonlyMap<number, string>): string {
  const keys = [...entries.keys()].sort((a, b) => a - b);
  const limits = keys.length > 1 ? `  /Limits [${keys[0]} ${keys.at(-1)}]\n` : '';
  const nums = keys.map((key) => `    ${key} ${entries.get(key)}\n`).join('');
  return `<<\n${limits}  /Nums [\n${nums}]\n>>`;
}

/** Writes where each object begins, and the trailer. */
function writeEnd({ sink, offsets }: Output, told: Readonly<Record<string, unknown>>): void {
  const start = sink.length;
  const size = offsets.length + 1;
  sink.text(`xref\n0 ${size}\n0000000000 65535 f \n`);
  for (const offset of offsets) {
    sink.whole(offset, 10);
    sink.text(' 00000 n \n');
  }
  sink.text(`trailer\n${syntaxOf({ Size: size, ...told })}\nstartxref\n${start}\n%%EOF\n`);
}
