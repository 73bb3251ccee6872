// Compression for everything that ends up in a paper. Written in JavaScript on purpose: the zlib
// inside Node differs between versions, builds and processors, and papers are the same everywhere.

import { zlibSync } from 'fflate';
import type { Deflate } from '../base/ports.ts';
import { quickDeflate } from './quick-deflate.ts';

/**
 * From this length on it is pixels: our own hand takes a fourth of the time of fflate's level 3, for an eighth
 * more bytes (two logos with transparency), and a logo is packed twice before one holds a first paper. Drawings
 * gain more bytes: a short agreement in Word has 49 KB instead of 37.
 */
const long = 100_000;

/** Compresses with zlib framing: at level 6 what many papers share, by our own hand the rest. */
export const deflate: Deflate = (bytes, use) =>
  use === 'once' || bytes.length >= long ? quickDeflate(bytes) : zlibSync(bytes, { level: 6 });
