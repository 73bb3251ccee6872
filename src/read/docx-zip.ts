// Unpacks a DOCX: its parts by name, as the directory at its end lists them. Strict, because some programs
// go by the directory and some by what stands before each part.

import { crc32 } from '../base/crc32.ts';
import { UserError } from '../base/errors.ts';
import { type Allowance, mostUnpacked, unpack } from './inflate.ts';

const broken = (): UserError =>
  new UserError('This DOCX is damaged: it cannot be unpacked. It may be cut off.');
const twice = (): UserError => new UserError('This DOCX is damaged: a part stands in it twice.');
const tooLarge = (): UserError => new UserError('This DOCX is far too large to be a paper.');

const mostParts = 5000;

/** Returns the parts; throws a UserError where they are not what the directory says (APPNOTE.TXT, 4.3). */
export function unzipped(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - 22;
  if (end < 0 || view.getUint32(end, true) !== 0x06054b50) throw broken();
  const count = view.getUint16(end + 10, true);
  if (count > mostParts) throw tooLarge();
  const allowance: Allowance = { left: mostUnpacked };
  const parts = new Map<string, Uint8Array>();
  // Names count once in any letters (ECMA-376, part 2, 6.2.2.3).
  const known = new Set<string>();
  try {
    let at = view.getUint32(end + 16, true);
    for (let index = 0; index < count; index += 1) {
      if (view.getUint32(at, true) !== 0x02014b50) throw broken();
      const nameLength = view.getUint16(at + 28, true);
      const name = nameAt(bytes, at + 46, nameLength);
      const plain = decodeURIComponent(name).toLowerCase();
      if (known.has(plain)) throw twice();
      known.add(plain);
      parts.set(name, partAt(bytes, view, at, name, allowance));
      at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    }
    if (at !== end) throw broken();
  } catch (error) {
    throw error instanceof UserError ? error : broken();
  }
  return parts;
}

function nameAt(bytes: Uint8Array, at: number, length: number): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(at, at + length));
}

function partAt(
  bytes: Uint8Array,
  view: DataView,
  entry: number,
  name: string,
  allowance: Allowance,
): Uint8Array {
  const flags = view.getUint16(entry + 8, true);
  const method = view.getUint16(entry + 10, true);
  const sum = view.getUint32(entry + 16, true);
  const packed = view.getUint32(entry + 20, true);
  const size = view.getUint32(entry + 24, true);
  const local = view.getUint32(entry + 42, true);
  if (flags & 1 || view.getUint32(local, true) !== 0x04034b50) throw broken();
  const nameLength = view.getUint16(local + 26, true);
  if (nameAt(bytes, local + 30, nameLength) !== name) throw broken();
  const start = local + 30 + nameLength + view.getUint16(local + 28, true);
  if (start + packed > bytes.length) throw broken();
  const raw = bytes.subarray(start, start + packed);
  if (size > allowance.left) throw tooLarge();
  const whole = method === 0 ? raw : method === 8 ? unpack(raw, 'raw', allowance) : undefined;
  if (whole?.length !== size || crc32(whole) !== sum) throw broken();
  return whole;
}
