// Compression for everything that ends up in a paper. Written in JavaScript on purpose: the zlib
// inside Node differs between versions, builds and processors, and papers are the same everywhere.

import { zlibSync } from 'fflate';
import type { Deflate } from '../base/ports.ts';
import { quickDeflate } from './quick-deflate.ts';

/** From this length on it is pixels: level 3 takes half the time, for a thirtieth more bytes. */
const long = 100_000;

/** Compresses with zlib framing at level 6, long bytes at level 3, what is used once by our own hand. */
export const deflate: Deflate = (bytes, use) =>
  use === 'once' ? quickDeflate(bytes) : zlibSync(bytes, { level: bytes.length < long ? 6 : 3 });
