// All ports of a build on Node: host, rasteriser, zlib. Decides nothing.

import { deflateSync } from 'node:zlib';
import type { Deflate, Host, Ports } from '../base/ports.ts';
import { nodeRasteriser } from './rasteriser.ts';

const deflate: Deflate = (bytes) => new Uint8Array(deflateSync(bytes, { level: 6 }));

/** Returns the ports for builds that read through this host. */
export function nodePorts(host: Host): Ports {
  return { host, rasteriser: nodeRasteriser(), deflate };
}
