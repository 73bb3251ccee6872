// The configuration of a house on the disk: `pactwright.config.yaml`, in the folder of a spec or in
// one above it; the nearest one holds. Finds and reads bytes; what stands in it is read by house/.

import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { configFile } from './find-specs.ts';

/** A configuration that is there; without bytes when it cannot be opened. */
export interface FoundHouse {
  /** As reached from the folder that was asked for, with slashes. */
  readonly name: string;
  readonly bytes?: Uint8Array;
}

/** Returns the nearest configuration upwards from a folder, or `undefined`. */
export async function findHouse(folder: string): Promise<FoundHouse | undefined> {
  const start = path.resolve(folder);
  for (let up = '', at = start; ; up += '../', at = path.dirname(at)) {
    const found = await readHouseFile(path.join(folder, up, configFile));
    if (found || path.dirname(at) === at) return found;
  }
}

/**
 * Returns the configuration with this name, or `undefined` when there is none. Looks and reads at
 * once: most folders have none, and waiting for the thread pool at each takes longer than a check.
 */
export async function readHouseFile(file: string): Promise<FoundHouse | undefined> {
  const name = path.sep === '\\' ? file.replaceAll('\\', '/') : file;
  try {
    if (!statSync(file, { throwIfNoEntry: false })) return undefined;
    return { name, bytes: new Uint8Array(readFileSync(file)) };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' || code === 'ENOTDIR' ? undefined : { name };
  }
}
