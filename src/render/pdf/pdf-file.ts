// The one place that talks to pdfkit: opens a file that is PDF/UA-1 and PDF/A-3a from its first byte,
// and hands out objects, pages and embedded fonts. Layout, drawing and structure are done elsewhere;
// of pdfkit only its objects, font subsetting and cross-reference table are used.

import PDFDocument from 'pdfkit';
import { InternalError } from '../../base/errors.ts';
import type { Deflate } from '../../base/ports.ts';
import type { Properties } from '../../model/paper.ts';
import type { Face } from './faces.ts';
import { iccProfile } from './icc.ts';
import { type ByteSink, byteSink, syntaxOf } from './object-syntax.ts';
import { embeddable, isPacked } from './ready-font.ts';
import { xmp } from './xmp.ts';

/** An object of the file. Strings in its data are names; text strings are String objects. */
export interface PdfObject {
  data: Record<string, unknown>;
  write(chunk: Uint8Array | string): void;
  end(chunk?: Uint8Array | string): void;
  /** True for a stream that no other file has. */
  own?: true;
}

/** A font of the file, with the subset that grows as glyphs are used. */
export interface PdfFont {
  readonly id: string;
  readonly subset: { readonly glyphs: number[]; encode(): Uint8Array };
  readonly widths: number[];
  readonly unicode: (readonly number[])[];
  ref(): PdfObject;
}

/** A page of the file. */
export interface PdfPage {
  readonly dictionary: PdfObject;
  readonly content: PdfObject;
  readonly fonts: Record<string, unknown>;
  readonly xobjects: Record<string, unknown>;
  readonly annotations: unknown[];
  /** Key of the page in the parent tree; asking for it makes the entry. */
  readonly structParentTreeKey: number;
}

/** An object as pdfkit has it. */
interface KitObject extends PdfObject {
  readonly id: number;
  offset: number;
  buffer: Uint8Array[];
  finalize(): void;
}

/** The parts of pdfkit's document that are used, most of them undocumented (0.20.2). */
interface Kit {
  page: PdfPage;
  _font: PdfFont;
  _id: Uint8Array;
  _offset: number;
  readonly _root: PdfObject;
  readonly _info: PdfObject;
  /** Where each object begins, by its number less 1. */
  readonly _offsets: (number | null)[];
  ref(data: Record<string, unknown>): KitObject;
  addPage(options: { size: [number, number]; margin: number }): Kit;
  addContent(content: string): Kit;
  font(font: unknown, name: string): Kit;
  appendXML(xml: string): void;
  getStructTreeRoot(): PdfObject;
  getStructParentTree(): object;
  createStructParentTreeNextKey(): number;
  push(chunk: Uint8Array | null): boolean;
  _write(data: Uint8Array | string): void;
  _refEnd(ref: KitObject): void;
  end(): void;
  _finalize(): void;
  _addInfo(): void;
  _addPdfaMetadata(): void;
  endAcroForm(): void;
  _addColorOutputIntent(): void;
}

/** A PDF being written. */
export interface PdfFile {
  ref(data: Record<string, unknown>): PdfObject;
  readonly catalog: PdfObject;
  readonly structTreeRoot: PdfObject;
  /** Gives out the name of an object, `12 0 R`, which is filled later. */
  reserve(): string;
  /** Writes a reserved object, given in PDF syntax, one character for each byte. */
  fill(name: string, syntax: string): void;
  /** Returns what stands for a name in the data of another object. */
  named(name: string): unknown;
  /** Sets an entry of the parent tree, in PDF syntax. */
  setParent(key: number, value: string): void;
  /** Gives out a key of the parent tree, for an annotation. */
  nextParentKey(): number;
  addPage(width: number, height: number): PdfPage;
  /** Adds operators to the page that was added last; ASCII. */
  addContent(operators: string): void;
  font(face: Face): PdfFont;
  /** Ends the file and returns its bytes. */
  finish(): Uint8Array;
}

/** `%PDF-1.7` and a comment of four bytes above 127 that marks the file as binary. */
const header = Uint8Array.from('%PDF-1.7\n%\xff\xff\xff\xff\n', (sign) => sign.charCodeAt(0));

/** Opens a file; `identity` (16 bytes) becomes its ID. */
export function openPdf(properties: Properties, identity: Uint8Array, deflate: Deflate): PdfFile {
  const date = new Date(`${properties.date}T00:00:00Z`);
  const kit = new PDFDocument({
    subset: 'PDF/A-3a',
    pdfVersion: '1.7',
    tagged: true,
    lang: properties.language,
    displayTitle: true,
    autoFirstPage: false,
    // Pages get their annotations and their place in the structure after all of them are drawn.
    bufferPages: true,
    compress: false,
    font: null as unknown as string,
    info: {
      Title: properties.title,
      Author: properties.author,
      Subject: properties.subject,
      Keywords: properties.keywords,
      Creator: 'Pactwright',
      Producer: 'Pactwright',
      CreationDate: date,
      ModDate: date,
    },
  }) as unknown as Kit;
  kit._id = identity;

  // pdfkit has written the header before anybody could listen.
  const sink = byteSink();
  sink.bytes(header);
  if (kit._offset !== header.length) throw new InternalError('pdfkit opens files in a new way.');
  // Bytes are taken as they are written: pdfkit's stream would hand them out later, copy by copy.
  kit._write = (data) => {
    if (typeof data === 'string') sink.text(`${data}\n`);
    else sink.bytes(data);
    kit._offset = sink.length;
  };
  kit.push = () => true;
  writeTo(kit, sink, deflate);
  // pdfkit writes titles into XMP unescaped and reads its colour profile from a file beside itself.
  kit._addInfo = () => kit.appendXML(xmp(properties));
  kit._addPdfaMetadata = () => {};
  // Its forms want a font for texts to fill in; ours have fields for signatures alone.
  kit.endAcroForm = () => {};
  kit._addColorOutputIntent = () => addOutputIntent(kit);

  const parents = new Map<number, string>();
  kit.getStructParentTree().toString = () => numberTree(parents);
  kit._finalize = () => writeEnd(kit, sink);
  const fonts = new Map<Face, PdfFont>();
  return {
    ref: (data) => kit.ref(data),
    catalog: kit._root,
    structTreeRoot: kit.getStructTreeRoot(),
    reserve: () => `${kit._offsets.push(null)} 0 R`,
    fill: (name, syntax) => {
      const id = Number.parseInt(name, 10);
      kit._offsets[id - 1] = sink.length;
      sink.text(`${id} 0 obj\n${syntax}\nendobj\n`);
      kit._offset = sink.length;
    },
    named: (name) => new Name(name),
    setParent: (key, value) => void parents.set(key, value),
    nextParentKey: () => kit.createStructParentTreeNextKey(),
    addPage: (width, height) => {
      const { page } = kit.addPage({ size: [width, height], margin: 0 });
      page.content.own = true;
      return page;
    },
    addContent: (operators) => void kit.addContent(operators),
    font: (face) => {
      const known = fonts.get(face);
      if (known) return known;
      const font = kit.font(embeddable(face), face.file)._font;
      keepSubsets(font, face);
      fonts.set(face, font);
      return font;
    },
    finish: () => {
      kit.end();
      return sink.taken();
    },
  };
}

/** A name in the data of an object: pdfkit and we write what is no plain object by its own word. */
class Name {
  readonly [Symbol.toStringTag] = 'Name';
  readonly #name: string;

  constructor(name: string) {
    this.#name = name;
  }

  toString(): string {
    return this.#name;
  }
}

/** Writes a number tree of one node (ISO 32000-1, 7.9.7), keys in order. */
function numberTree(entries: ReadonlyMap<number, string>): string {
  const keys = [...entries.keys()].sort((a, b) => a - b);
  const limits = keys.length > 1 ? `  /Limits [${keys[0]} ${keys.at(-1)}]\n` : '';
  const nums = keys.map((key) => `    ${key} ${entries.get(key)}\n`).join('');
  return `<<\n${limits}  /Nums [\n${nums}]\n>>`;
}

/** Writes where each object begins, and the trailer. */
function writeEnd(kit: Kit, sink: ByteSink): void {
  const start = sink.length;
  const offsets = kit._offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  const trailer = {
    Size: offsets.length + 1,
    Root: kit._root,
    Info: kit._info,
    ID: [kit._id, kit._id],
  };
  sink.text(`xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${offsets.join('')}`);
  sink.text(`trailer\n${syntaxOf(trailer)}\nstartxref\n${start}\n%%EOF\n`);
}

const subsets = new WeakMap<Face, Map<string, Uint8Array>>();
const mostSubsets = 20;

/** The same glyphs of a face are cut out of it once for all files. */
function keepSubsets({ subset }: PdfFont, face: Face): void {
  const kept = subsets.get(face) ?? new Map<string, Uint8Array>();
  subsets.set(face, kept);
  const encode = subset.encode.bind(subset);
  subset.encode = () => {
    // Parts of glyphs are added while it is made.
    const key = subset.glyphs.join();
    const bytes = kept.get(key) ?? encode();
    if (kept.size >= mostSubsets) kept.clear();
    kept.set(key, bytes);
    return bytes;
  };
}

/** Writes objects by our own hand; streams go through our own deflate, XMP stays readable. */
function writeTo(kit: Kit, sink: ByteSink, deflate: Deflate): void {
  const makeRef = kit.ref.bind(kit);
  kit.ref = (data) => {
    const ref = makeRef(data);
    ref.finalize = () => {
      const stream = ref.buffer.length > 0 && streamOf(ref, deflate);
      ref.offset = sink.length;
      sink.text(`${ref.id} 0 obj\n${syntaxOf(ref.data)}\n`);
      if (stream) {
        sink.text('stream\n');
        sink.bytes(stream);
        sink.text('\nendstream\n');
      }
      sink.text('endobj\n');
      ref.buffer = [];
      kit._offset = sink.length;
      kit._refEnd(ref);
    };
    return ref;
  };
}

function streamOf({ data, buffer, own }: KitObject, deflate: Deflate): Uint8Array {
  const plain = joined(buffer);
  const ready = data.Filter || data.Type === 'Metadata';
  const stream = ready || isPacked(plain) ? plain : deflate(plain, own && 'once');
  if (!ready) data.Filter = 'FlateDecode';
  data.Length = stream.length;
  return stream;
}

function addOutputIntent(kit: Kit): void {
  const profile = kit.ref({ N: 3 });
  profile.end(iccProfile());
  const intent = kit.ref({
    Type: 'OutputIntent',
    S: 'GTS_PDFA1',
    Info: new String('sRGB IEC61966-2.1'),
    OutputConditionIdentifier: new String('sRGB IEC61966-2.1'),
    DestOutputProfile: profile,
  });
  intent.end();
  kit._root.data.OutputIntents = [intent];
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  if (chunks.length === 1) return chunks[0]!;
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
