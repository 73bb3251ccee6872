// Unpacks what is compressed in files from anywhere: never more than is allowed, however small the
// file that claims it is.

import { Inflate, Unzlib } from 'fflate';

/** Unpacked bytes that one file may have in all. */
export const mostUnpacked = 256 * 1024 * 1024;

/** What a file may still unpack; shared by all of its parts. */
export interface Allowance {
  left: number;
}

/**
 * Unpacks a stream with (`zlib`) or without (`raw`) its frame.
 * Returns undefined when it is broken, cut off or larger than is allowed.
 */
export function unpack(
  packed: Uint8Array,
  frame: 'zlib' | 'raw',
  allowance: Allowance,
): Uint8Array | undefined {
  const chunks: Uint8Array[] = [];
  let size = 0;
  let ended = false;
  const take = (chunk: Uint8Array, last: boolean): void => {
    size += chunk.length;
    ended = last;
    if (size > allowance.left) throw new RangeError('too large');
    chunks.push(chunk);
  };
  const stream = frame === 'zlib' ? new Unzlib(take) : new Inflate(take);
  try {
    // In small steps, so that the limit is met before the memory is full.
    const step = 16_384;
    for (let at = 0; at < packed.length; at += step) {
      stream.push(packed.subarray(at, at + step), at + step >= packed.length);
    }
  } catch {
    return undefined;
  }
  if (!ended) return undefined;
  allowance.left -= size;
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
