// What was compressed is kept for the next paper: logos, styles and fonts are the same in thousands.
// A compressor around another one: the same bytes come out, and no more is kept than fits.

import type { Deflate } from '../base/ports.ts';
import { hashOf } from './write-whole.ts';

/** The most that is kept, in bytes. */
const room = 4 * 1024 * 1024;

/** What a piece takes beside its bytes: a buffer of its own, its key, rounding by the allocator. */
const perPiece = 4096;

/** From this length on, bytes are known by being the same object alone: pixels are shared by papers, and long. */
const long = 100_000;

/** Returns a compressor that remembers; what it was given must not be changed afterwards. */
export function keptDeflate(deflate: Deflate): Deflate {
  const byObject = new WeakMap<Uint8Array, Uint8Array>();
  const byHash = new Map<string, Uint8Array>();
  let held = 0;
  return (bytes, use) => {
    if (use === 'once') return deflate(bytes, use);
    const same = byObject.get(bytes);
    if (same) return same;
    const key = bytes.length < long ? hashOf(bytes) : undefined;
    const known = key === undefined ? undefined : byHash.get(key);
    const packed = known ?? deflate(bytes);
    byObject.set(bytes, packed);
    if (key === undefined || known) return packed;
    // Emptied as a whole: cheap and bounded; what all papers share is soon there again.
    if (held > room) {
      byHash.clear();
      held = 0;
    }
    byHash.set(key, packed);
    held += packed.length + perPiece;
    return packed;
  };
}
