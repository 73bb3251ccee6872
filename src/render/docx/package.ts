// Parts to a ZIP file: fixed order, fixed time (1980-01-01, the earliest that ZIP knows), so that the
// same parts always give the same bytes. Knows nothing of what the parts mean.

import { crc32 } from '../../base/crc32.ts';
import { keep } from '../../base/kept.ts';
import type { Deflate } from '../../base/ports.ts';
import { utf8Of } from '../../base/utf8.ts';

/** One file of the package. */
export interface Part {
  /** Path inside the package, ASCII, without a leading slash. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** True for what is compressed already (PNG). */
  readonly stored?: true;
  /** True for what no other paper says. */
  readonly own?: true;
}

const encoder = new TextEncoder();

/** More parts than the papers of one house share. */
const partsKept = 40;
const shared = keep<Uint8Array>(partsKept);

/** Returns a part that no other paper has, from the pieces of its text. */
export function ownPart(name: string, ...pieces: readonly string[]): Part {
  return { name, bytes: utf8Of(pieces), own: true };
}

/** Returns a part that other papers have too: the same text is the same object, and packed once. */
export function part(name: string, text: string): Part {
  let bytes = shared.get(text);
  if (!bytes) {
    bytes = encoder.encode(text);
    shared.set(text, bytes);
  }
  return { name, bytes };
}

// RFC 1950 wraps the raw stream that ZIP wants in two bytes before and a checksum of four after.
const unframe = (framed: Uint8Array): Uint8Array => framed.subarray(2, framed.length - 4);

const januaryFirst1980 = (1 << 5) | 1;
const localSize = 30;
const centralSize = 46;
const endSize = 22;

interface Entry {
  readonly name: Uint8Array;
  readonly data: Uint8Array;
  readonly method: 0 | 8;
  readonly crc: number;
  readonly size: number;
}

/** Returns the parts as a ZIP file, in the order given. */
export function zip(parts: readonly Part[], deflate: Deflate): Uint8Array {
  const entries = parts.map((part) => entry(part, deflate));
  const total = entries.reduce(
    (sum, each) => sum + localSize + centralSize + 2 * each.name.length + each.data.length,
    endSize,
  );
  const file = new Uint8Array(total);
  const view = new DataView(file.buffer);
  let at = 0;
  const offsets = entries.map((each) => {
    const offset = at;
    view.setUint32(at, 0x04034b50, true);
    writeShared(view, at + 4, each);
    file.set(each.name, at + localSize);
    file.set(each.data, at + localSize + each.name.length);
    at += localSize + each.name.length + each.data.length;
    return offset;
  });
  const directory = at;
  entries.forEach((each, index) => {
    view.setUint32(at, 0x02014b50, true);
    view.setUint16(at + 4, 20, true);
    writeShared(view, at + 6, each);
    view.setUint32(at + 42, offsets[index]!, true);
    file.set(each.name, at + centralSize);
    at += centralSize + each.name.length;
  });
  view.setUint32(at, 0x06054b50, true);
  view.setUint16(at + 8, entries.length, true);
  view.setUint16(at + 10, entries.length, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
  return file;
}

function entry(part: Part, deflate: Deflate): Entry {
  const packed = part.stored ? part.bytes : unframe(deflate(part.bytes, part.own && 'once'));
  const smaller = packed.length < part.bytes.length;
  return {
    name: encoder.encode(part.name),
    data: smaller ? packed : part.bytes,
    method: smaller ? 8 : 0,
    crc: part.own ? crc32(part.bytes) : keptSum(part.bytes),
    size: part.bytes.length,
  };
}

const sums = new WeakMap<Uint8Array, number>();

/** Pictures, styles and the like are the same object in many papers. */
function keptSum(bytes: Uint8Array): number {
  const sum = sums.get(bytes) ?? crc32(bytes);
  sums.set(bytes, sum);
  return sum;
}

/** The 26 bytes that local and central headers have in common, from "version needed" on. */
function writeShared(view: DataView, at: number, each: Entry): void {
  view.setUint16(at, 20, true);
  view.setUint16(at + 4, each.method, true);
  view.setUint16(at + 8, januaryFirst1980, true);
  view.setUint32(at + 10, each.crc, true);
  view.setUint32(at + 14, each.data.length, true);
  view.setUint32(at + 18, each.size, true);
  view.setUint16(at + 22, each.name.length, true);
}
