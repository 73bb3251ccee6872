// A PDF as its objects: cross-reference tables and streams, revisions, object streams.
// Refuses what is encrypted or not as the standard has it; decides nothing about papers.

import { UserError } from '../base/errors.ts';
import { type Allowance, mostUnpacked } from './inflate.ts';
import { decoded, isPicture } from './pdf-filters.ts';
import { damaged, latin, type PdfSyntax, skipSpace, take, value, word } from './pdf-syntax.ts';
import {
  isArray,
  type PdfDict,
  type PdfRef,
  type PdfStream,
  type PdfString,
  type PdfValue,
} from './pdf-values.ts';
import { checkWhole } from './pdf-whole.ts';
import { type Entry, readXref } from './pdf-xref.ts';

/** A PDF whose objects can be asked for. */
export interface PdfFile {
  /** The newest trailer. */
  readonly trailer: ReadonlyMap<string, PdfValue>;
  readonly catalog: ReadonlyMap<string, PdfValue>;
  /** Follows references; what is not there is null, as the standard says. */
  resolve(value: PdfValue | undefined): PdfValue;
  /** The entries of a dictionary or stream; none where there is something else. */
  entries(value: PdfValue | undefined): ReadonlyMap<string, PdfValue>;
  /** The items of an array; a single value counts as one. */
  items(value: PdfValue | undefined): readonly PdfValue[];
  /** The name, or undefined. */
  name(value: PdfValue | undefined): string | undefined;
  string(value: PdfValue | undefined): PdfString | undefined;
  /** The bytes of a stream unpacked; undefined where its filter is not Flate alone. */
  decode(stream: PdfStream): Uint8Array | undefined;
}

const none: ReadonlyMap<string, PdfValue> = new Map();

/** Reads the tables of a PDF; throws a UserError for anything that is no readable PDF. */
export function openPdf(bytes: Uint8Array): PdfFile {
  const start = latin(bytes.subarray(0, 1024)).indexOf('%PDF-');
  if (start < 0) throw new UserError('This is no PDF.');
  if (start > 0) throw damaged('something stands before its beginning');
  const allowance: Allowance = { left: mostUnpacked };
  const objects = new Map<number, PdfValue>();
  const packs = new Map<number, readonly (readonly [number, PdfValue])[]>();
  const reading = new Set<number>();
  let table: ReadonlyMap<number, Entry> = new Map();

  const object = ({ num, gen }: PdfRef): PdfValue => {
    const entry = table.get(num);
    if (!entry) return null;
    if (gen !== (entry.kind === 'at' ? entry.gen : 0))
      throw damaged(`object ${num} is asked for by another generation`);
    const known = objects.get(num);
    if (known !== undefined) return known;
    if (reading.has(num)) throw damaged(`object ${num} needs itself`);
    reading.add(num);
    const found =
      entry.kind === 'at'
        ? objectAt(bytes, entry.offset, num, gen, resolve).found
        : inPack(packed(entry.stream), num, entry.index);
    reading.delete(num);
    objects.set(num, found);
    return found;
  };
  const resolve = (asked: PdfValue | undefined): PdfValue => {
    let found = asked ?? null;
    for (let steps = 0; typeof found === 'object' && found && 'kind' in found; steps += 1) {
      if (found.kind !== 'ref') break;
      if (steps > 20) throw damaged('references go in circles');
      found = object(found);
    }
    return found;
  };
  const decode = (stream: PdfStream): Uint8Array | undefined => {
    const whole = decoded(stream, file, allowance);
    if (whole === 'broken') throw damaged('a part of it cannot be unpacked, or is far too large');
    return whole;
  };
  const checkPacked = (stream: PdfStream, once: Allowance): void => {
    const whole = decoded(stream, file, once);
    if (whole === 'broken') throw damaged('a part of it cannot be unpacked, or is far too large');
    if (!whole || stream.entries.has('F'))
      throw damaged('a part of it is packed in an unusual way');
  };
  const packed = (num: number): readonly (readonly [number, PdfValue])[] => {
    const known = packs.get(num);
    if (known) return known;
    const stream = resolve({ kind: 'ref', num, gen: 0 });
    const whole = isStream(stream) ? decode(stream) : undefined;
    if (!isStream(stream) || !whole) throw damaged(`object stream ${num} is none`);
    const inner = unpackObjects(whole, resolve(stream.entries.get('N')), stream, resolve);
    packs.set(num, inner);
    return inner;
  };
  const entries = (asked: PdfValue | undefined): ReadonlyMap<string, PdfValue> => {
    const found = resolve(asked);
    return isStream(found) || isDict(found) ? found.entries : none;
  };
  const file: PdfFile = {
    trailer: none,
    catalog: none,
    resolve,
    entries,
    items: (asked) => {
      const found = resolve(asked);
      return isArray(found) ? found : found === null ? [] : [asked!];
    },
    name: (asked) => {
      const found = resolve(asked);
      return found && typeof found === 'object' && 'kind' in found && found.kind === 'name'
        ? found.name
        : undefined;
    },
    string: (asked) => {
      const found = resolve(asked);
      return found && typeof found === 'object' && 'kind' in found && found.kind === 'string'
        ? found
        : undefined;
    },
    decode,
  };
  const read = readXref(
    bytes,
    (offset) => {
      const syntax = { bytes, at: offset };
      const num = Number(word(syntax));
      return objectAt(bytes, offset, num, Number(word(syntax)), (plain) => plain ?? null).found;
    },
    decode,
  );
  table = read.entries;
  // Every part is unpacked once, so that whoever reads the file after this meets no bomb in it.
  const once: Allowance = { left: mostUnpacked };
  checkWhole(bytes, read, (offset, num, gen) => {
    const { found, end } = objectAt(bytes, offset, num, gen, resolve);
    if (isStream(found) && !isPicture(found, file)) checkPacked(found, once);
    return end;
  });
  const { trailer } = read;
  if (trailer.has('Encrypt')) {
    throw new UserError(
      'This PDF is encrypted. Save it without a password in your PDF reader, then try that file.',
    );
  }
  const catalog = entries(trailer.get('Root'));
  if (file.name(catalog.get('Type')) !== 'Catalog') throw damaged('it has no catalog');
  return { ...file, trailer, catalog };
}

/** Returns true for a stream. */
export const isStream = (found: PdfValue): found is PdfStream =>
  found !== null && typeof found === 'object' && 'kind' in found && found.kind === 'stream';

/** Returns true for a dictionary that is no stream. */
export const isDict = (found: PdfValue): found is PdfDict =>
  found !== null && typeof found === 'object' && 'kind' in found && found.kind === 'dict';

function objectAt(
  bytes: Uint8Array,
  offset: number,
  num: number,
  gen: number,
  resolve: (value: PdfValue | undefined) => PdfValue,
): { readonly found: PdfValue; readonly end: number } {
  const syntax: PdfSyntax = { bytes, at: offset };
  if (offset >= bytes.length || bytes[offset]! < 48 || bytes[offset]! > 57)
    throw damaged(`object ${num} is not where its table says`);
  if (word(syntax) !== `${num}` || word(syntax) !== `${gen}` || !take(syntax, 'obj'))
    throw damaged(`object ${num} is not where its table says`);
  const found = value(syntax);
  if (!isDict(found) || !take(syntax, 'stream')) {
    if (!take(syntax, 'endobj')) throw damaged(`object ${num} has no end`);
    return { found, end: syntax.at };
  }
  if (bytes[syntax.at] === 13) syntax.at += 1;
  if (bytes[syntax.at] !== 10) throw damaged(`object ${num} has no proper beginning`);
  const start = syntax.at + 1;
  const length = resolve(found.entries.get('Length'));
  if (typeof length !== 'number' || length < 0 || start + length > bytes.length)
    throw damaged(`object ${num} does not say how long it is`);
  syntax.at = start + length;
  while (bytes[syntax.at] === 10 || bytes[syntax.at] === 13) syntax.at += 1;
  if (!take(syntax, 'endstream')) throw damaged(`object ${num} is not as long as it says`);
  if (!take(syntax, 'endobj')) throw damaged(`object ${num} has no end`);
  const raw = bytes.subarray(start, start + length);
  return { found: { kind: 'stream', entries: found.entries, raw }, end: syntax.at };
}

/** The table says which of a pack's objects is meant; one number may stand there twice. */
function inPack(
  pack: readonly (readonly [number, PdfValue])[],
  num: number,
  index: number,
): PdfValue {
  const [inner, found] = pack[index] ?? [];
  if (inner !== num || found === undefined)
    throw damaged(`object ${num} is not where its table says`);
  return found;
}

function unpackObjects(
  whole: Uint8Array,
  count: PdfValue,
  stream: PdfStream,
  resolve: (value: PdfValue | undefined) => PdfValue,
): readonly (readonly [number, PdfValue])[] {
  const first = resolve(stream.entries.get('First'));
  if (typeof count !== 'number' || typeof first !== 'number' || count > 1_000_000)
    throw damaged('an object stream does not say what it holds');
  const head: PdfSyntax = { bytes: whole, at: 0 };
  return Array.from({ length: count }, () => {
    const num = Number(word(head));
    const inner: PdfSyntax = { bytes: whole, at: first + Number(word(head)) };
    skipSpace(inner);
    return [num, value(inner)] as const;
  });
}
