// All ports of a build on Node: host, rasteriser, compression, hashes. Decides nothing.
// The one place that joins them; each is made elsewhere. Builds of one process share what is costly:
// pictures that were cleaned, and what was compressed.

import type { Digest, Host, Ports } from '../base/ports.ts';
import { deflate } from './deflate.ts';
import { keptDeflate } from './kept-deflate.ts';
import { keptHash } from './kept-hash.ts';
import { keptRasteriser } from './kept-rasteriser.ts';
import { packageVersion } from './package-files.ts';
import { nodeRasteriser } from './rasteriser.ts';

const shared = { rasteriser: keptRasteriser(nodeRasteriser()), deflate: keptDeflate(deflate) };

/** SHA-256 as node has it. */
export const digest: Digest = async (bytes) => keptHash(bytes);

/** Returns the ports for builds that read through this host. */
export function nodePorts(host: Host): Ports {
  return { host, ...shared, digest, version: packageVersion() };
}
