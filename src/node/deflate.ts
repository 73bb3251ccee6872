// Compression for everything that ends up in a paper. Written in JavaScript on purpose: the zlib
// inside Node differs between versions, builds and processors, and papers are the same everywhere.

import { zlibSync } from 'fflate';
import type { Deflate } from '../base/ports.ts';

/** From this length on it is pixels: level 3 takes half the time, for a thirtieth more bytes. */
const long = 100_000;

/** Compresses with zlib framing at level 6, long bytes at level 3, what is used once at level 1. */
export const deflate: Deflate = (bytes, use) =>
  zlibSync(bytes, { level: use === 'once' ? 1 : bytes.length < long ? 6 : 3 });
