// The machine that a table was made on, and how busy it was.

import { cpus, loadavg, platform, release, totalmem } from 'node:os';

/** Returns the load of the last minute: how many processes wanted a processor. */
export const loads = () => loadavg()[0];

/** Describes the machine in one line; the loads are those before and after the run. */
export function machine(before, after) {
  const [{ model }] = cpus();
  const memory = Math.round(totalmem() / 1024 ** 3);
  return {
    node: process.version,
    says: `${cpus().length} × ${model.trim()}, ${memory} GiB, ${platform()} ${release()}`,
    load: `${before.toFixed(1)} before, ${after.toFixed(1)} after`,
  };
}
