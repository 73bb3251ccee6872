// Compression for everything that ends up in a paper. Written in JavaScript on purpose: the zlib
// inside Node differs between versions, builds and processors, and papers are the same everywhere.

import { zlibSync } from 'fflate';
import type { Deflate } from '../base/ports.ts';

/** Compresses with zlib framing at level 6. */
export const deflate: Deflate = (bytes) => zlibSync(bytes, { level: 6 });
