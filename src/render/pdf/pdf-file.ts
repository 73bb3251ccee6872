// The one place that talks to pdfkit: opens a file that is PDF/UA-1 and PDF/A-3a from its first byte,
// and hands out objects, pages and embedded fonts. What a paper has hundreds of, its structure and what
// is drawn, goes straight into the bytes; layout, drawing and structure are done elsewhere.

import type { Font } from 'fontkit';
import PDFDocument from 'pdfkit';
import { InternalError } from '../../base/errors.ts';
import type { Deflate } from '../../base/ports.ts';
import type { Properties } from '../../model/paper.ts';
import { type ByteSink, byteSink } from './byte-sink.ts';
import type { Glyph } from './glyphs.ts';
import { iccProfile } from './icc.ts';
import { syntaxOf } from './object-syntax.ts';
import { xmp } from './xmp.ts';

/** An object of the file. Strings in its data are names; text strings are String objects. */
export interface PdfObject {
  readonly id: number;
  data: Record<string, unknown>;
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

/** A font that does not lie ready, as a file embeds it. */
export interface WantedFont {
  readonly font: Font;
  /** The name by which pages know it. */
  readonly id: string;
  /** The object that pages refer to. */
  readonly dictionary: PdfObject;
  /** In the order of their codes, from 1 on. */
  readonly glyphs: readonly Glyph[];
  /** The characters of each glyph, as code points. */
  readonly characters: readonly (readonly number[])[];
  /** Cuts the glyphs out, unless that was done before. */
  readonly cutOut: (glyphs: readonly number[], encode: () => Uint8Array) => Uint8Array;
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
  /** Embeds a font by pdfkit's hand. */
  embed(wanted: WantedFont): void;
  /** Has something written behind the pages and the document's own facts. */
  later(write: () => void): void;
  /** Ends the file and returns its bytes. */
  finish(): Uint8Array;
}

/** An object as pdfkit has it. */
interface KitObject extends PdfObject {
  offset: number;
  buffer: Uint8Array[];
  finalize(): void;
  /** True for a stream that no other file has. */
  own?: true;
  /** A stream that is compressed already. */
  stream?: Uint8Array;
}

interface KitPage extends Omit<PdfPage, 'draw'> {
  readonly content: KitObject;
}

/** A font as pdfkit embeds it. */
interface KitFont {
  id: string;
  readonly subset: { readonly glyphs: number[]; encode(): Uint8Array };
  readonly widths: number[];
  readonly unicode: (readonly number[])[];
  dictionary: PdfObject;
  embedded: boolean;
  embed(): void;
}

/** The parts of pdfkit's document that are used, most of them undocumented (0.20.2). */
interface Kit {
  page: KitPage;
  readonly _font: KitFont;
  _id: Uint8Array;
  _offset: number;
  readonly _root: PdfObject;
  readonly _info: PdfObject;
  /** Where each object begins, by its number less 1. */
  readonly _offsets: (number | null)[];
  ref(data: Record<string, unknown>): KitObject;
  addPage(options: { size: [number, number]; margin: number }): Kit;
  transform(): Kit;
  font(font: unknown, name: string): Kit;
  appendXML(xml: string): void;
  getStructTreeRoot(): PdfObject;
  getStructParentTree(): object;
  createStructParentTreeNextKey(): number;
  push(chunk: Uint8Array | null): boolean;
  _write(data: Uint8Array | string): void;
  _refEnd(ref: KitObject): void;
  end(): void;
  endOutline(): void;
  endAcroForm(): void;
  _finalize(): void;
  _addInfo(): void;
  _addPdfaMetadata(): void;
  _addColorOutputIntent(): void;
}

const packed = new WeakSet<Uint8Array>();

/** Says that bytes are compressed as they are. */
export function asPacked(bytes: Uint8Array): Uint8Array {
  packed.add(bytes);
  return bytes;
}

/** Syntax in the data of an object: pdfkit and we write what is no plain object by its own word. */
class Syntax {
  readonly [Symbol.toStringTag] = 'Syntax';
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

const firstSize = 1 << 19;
const largestSpare = 1 << 21;

/** The memory of the last file, for the next one. */
let spare: ByteSink | undefined;

/** `%PDF-1.7` and a comment of four bytes above 127 that marks the file as binary. */
const header = '%PDF-1.7\n%\xff\xff\xff\xff\n';

/** Opens a file; `identity` (16 bytes) becomes its ID. */
export function openPdf(properties: Properties, identity: Uint8Array, deflate: Deflate): PdfFile {
  const kit = openKit(properties);
  kit._id = identity;
  const sink = spare ?? byteSink(firstSize);
  spare = undefined;
  sink.clear();
  // pdfkit has written the header before anybody could listen.
  sink.text(header);
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
  // Pages say with their operators which way they run.
  kit.transform = () => kit;
  const parents = new Map<number, string>();
  kit.getStructParentTree().toString = () => numberTree(parents);
  kit._finalize = () => writeEnd(kit, sink);
  const afterwards: (() => void)[] = [];
  // The outline is written by bookmarks.ts; here pdfkit has written its fonts.
  kit.endOutline = () => {
    for (const write of afterwards) write();
    unused.end();
  };
  const unused = (kit as unknown as { outline: { dictionary: PdfObject } }).outline.dictionary;

  return {
    ref: (data) => kit.ref(data),
    ownRef: (data) => Object.assign(kit.ref(data), { own: true as const }),
    catalog: kit._root,
    names: kit._root.data.Names as PdfObject,
    structTreeRoot: kit.getStructTreeRoot(),
    reserve: () => kit._offsets.push(null),
    open: (id) => {
      kit._offsets[id - 1] = sink.length;
      sink.whole(id);
      sink.text(' 0 obj\n');
      return sink;
    },
    close: () => {
      sink.text('\nendobj\n');
      kit._offset = sink.length;
    },
    setParent: (key, value) => void parents.set(key, value),
    nextParentKey: () => kit.createStructParentTreeNextKey(),
    addPage: (width, height) => {
      const { page } = kit.addPage({ size: [width, height], margin: 0 });
      const draw = (operators: Uint8Array): void => {
        page.content.stream = deflate(operators, 'once');
      };
      return Object.assign(page, { draw });
    },
    embed: (wanted) => embed(kit, wanted),
    later: (write) => void afterwards.push(write),
    finish: () => {
      kit.end();
      const bytes = sink.view().slice();
      if (sink.size <= largestSpare) spare = sink;
      return bytes;
    },
  };
}

function openKit(properties: Properties): Kit {
  const date = new Date(`${properties.date}T00:00:00Z`);
  return new PDFDocument({
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
}

/** Writes objects by our own hand; streams go through our own deflate, XMP stays readable. */
function writeTo(kit: Kit, sink: ByteSink, deflate: Deflate): void {
  const makeRef = kit.ref.bind(kit);
  kit.ref = (data) => {
    const ref = makeRef(data);
    ref.finalize = () => {
      const stream = streamOf(ref, deflate);
      ref.offset = sink.length;
      sink.whole(ref.id);
      sink.text(' 0 obj\n');
      sink.text(syntaxOf(ref.data));
      if (stream) {
        sink.text('\nstream\n');
        sink.bytes(stream);
        sink.text('\nendstream');
      }
      sink.text('\nendobj\n');
      ref.buffer = [];
      kit._offset = sink.length;
      kit._refEnd(ref);
    };
    return ref;
  };
}

function streamOf(
  { data, buffer, own, stream }: KitObject,
  deflate: Deflate,
): Uint8Array | undefined {
  const plain = buffer[0];
  if (!stream && !plain) return undefined;
  if (buffer.length > 1) throw new InternalError('A stream was written in pieces.');
  const ready = data.Filter !== undefined || data.Type === 'Metadata';
  const written =
    stream ?? (ready || packed.has(plain!) ? plain! : deflate(plain!, own ? 'once' : undefined));
  data.Length = written.length;
  if (!ready) data.Filter = 'FlateDecode';
  return written;
}

function embed(kit: Kit, { font, id, dictionary, glyphs, characters, cutOut }: WantedFont): void {
  const made = kit.font(font, `${id} ${glyphs.length}`)._font;
  made.id = id;
  made.dictionary = dictionary;
  for (const [index, glyph] of glyphs.entries()) {
    made.subset.glyphs.push(glyph.id);
    made.widths.push(glyph.width);
    made.unicode.push(characters[index]!);
  }
  const encode = made.subset.encode.bind(made.subset);
  made.subset.encode = () => cutOut(made.subset.glyphs, encode);
  made.embed();
  made.embedded = true;
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
  const size = kit._offsets.length + 1;
  sink.text(`xref\n0 ${size}\n0000000000 65535 f \n`);
  for (const offset of kit._offsets) {
    sink.whole(offset!, 10);
    sink.text(' 00000 n \n');
  }
  const trailer = { Size: size, Root: kit._root, Info: kit._info, ID: [kit._id, kit._id] };
  sink.text(`trailer\n${syntaxOf(trailer)}\nstartxref\n${start}\n%%EOF\n`);
}
