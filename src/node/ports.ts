// All ports of a build on Node: host, rasteriser, compression. Decides nothing.
// The one place that joins them; each is made elsewhere.

import type { Host, Ports } from '../base/ports.ts';
import { deflate } from './deflate.ts';
import { nodeRasteriser } from './rasteriser.ts';

/** Returns the ports for builds that read through this host. */
export function nodePorts(host: Host): Ports {
  return { host, rasteriser: nodeRasteriser(), deflate };
}
