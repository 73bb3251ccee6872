// Bundles ours.ts, with the options of the product's own build where they bear on speed.

import { join } from 'node:path';
import { build } from 'esbuild';
import { bundle } from './paper.mjs';

const root = join(import.meta.dirname, '../..');

/** Writes the bundle of Pactwright's phases after the check. */
export async function bundleOurs() {
  await build({
    entryPoints: [join(root, 'bench/ours.ts')],
    outfile: bundle,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    external: ['sharp'],
    alias: { yaml: join(root, 'node_modules/yaml/browser/dist/index.js') },
    banner: {
      js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url); const __dirname = import.meta.dirname;",
    },
    absWorkingDir: root,
    logLevel: 'warning',
  });
}
