// What of a run can change a paper, as one hash: the program, its libraries and the flags. Equal on
// every machine that runs the same program with the same flags.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { hashOf } from '../node/write-whole.ts';
import { workerScript } from './pool.ts';
import type { Setup } from './setup.ts';

/**
 * Returns the hash. What is read, and where papers go, is not in it; all else is, so that no flag can be
 * forgotten here. The names of the parts of a bundle say what is in them, so its door is enough.
 */
export function settingsHash(
  setup: Omit<Setup, 'settings'>,
  script: string = workerScript(),
): string {
  const { output, journal, assets, template, defaults, table, pattern, review, force, ...flags } =
    setup;
  const libraries = ['sharp', '@resvg/resvg-wasm'].map((name) => [name, versionOf(name)]);
  const code = hashOf(readFileSync(script));
  const sorted = Object.entries(flags).sort(([a], [b]) => (a < b ? -1 : 1));
  return hashOf(JSON.stringify({ code, libraries, flags: sorted }));
}

function versionOf(name: string): string {
  const require = createRequire(import.meta.url);
  for (let folder = dirname(require.resolve(name)); ; folder = dirname(folder)) {
    try {
      const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
        readonly name?: string;
        readonly version?: string;
      };
      if (manifest.name === name) return manifest.version ?? '';
    } catch {
      // Further up.
    }
    if (dirname(folder) === folder) return '';
  }
}
