// Hashes of files that were hashed lately: the logos of one agreement are those of the next, read anew.
// Comparing bytes takes a small part of the time of hashing them; the hash that comes out is the same.

import { hashOf } from './write-whole.ts';

/** How many files are kept, and of which lengths in bytes: a text is hashed as fast as it is looked for. */
const mostKept = 16;
const shortest = 8 * 1024;
const longest = 1024 * 1024;

interface Hashed {
  readonly bytes: Uint8Array;
  readonly hash: string;
}

/** The latest first. */
const kept: Hashed[] = [];

/** Returns the SHA-256 of a file in hexadecimal; its bytes must not be changed afterwards. */
export function keptHash(bytes: Uint8Array): string {
  if (bytes.length < shortest || bytes.length > longest) return hashOf(bytes);
  const at = kept.findIndex((each) => isSame(each.bytes, bytes));
  const hash = at < 0 ? hashOf(bytes) : kept[at]!.hash;
  if (at >= 0) kept.splice(at, 1);
  kept.unshift({ bytes, hash });
  if (kept.length > mostKept) kept.pop();
  return hash;
}

const isSame = (one: Uint8Array, other: Uint8Array): boolean =>
  one === other || (one.length === other.length && Buffer.compare(one, other) === 0);
