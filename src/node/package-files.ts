// Where our own files lie: templates, fonts and the resvg binary, in the source tree and in the
// installed package. Nothing named by a user passes through here.

import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { InternalError } from '../base/errors.ts';

function findRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const manifest = join(folder, 'package.json');
    if (existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).name === 'pactwright') {
      return folder;
    }
    const parent = dirname(folder);
    if (parent === folder)
      throw new InternalError('The package folder of Pactwright is not found.');
    folder = parent;
  }
}

let root: string | undefined;

/** Returns the folder of the package itself. */
export function packageRoot(): string {
  root ??= findRoot();
  return root;
}

/** Returns a script of the bundle by its name; `undefined` where the program runs from its sources. */
export function bundledScript(name: string): string | undefined {
  const own = dirname(fileURLToPath(import.meta.url));
  return [own, dirname(own)].map((folder) => join(folder, name)).find((file) => existsSync(file));
}

/** What the program reads of its own package.json. */
export interface Manifest {
  readonly version: string;
  readonly engines: { readonly node: string };
}

/** Returns the package.json of this program. */
export function packageManifest(): Manifest {
  return JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as Manifest;
}

/** Returns the version of this program. */
export function packageVersion(): string {
  return packageManifest().version;
}

/** Returns the folder that holds the built-in templates. */
export function templatesFolder(): string {
  return join(packageRoot(), 'templates');
}

/** Returns the path of one of our fonts: copied to dist/ by the build, from its npm package before. */
export function fontPath(file: string): string {
  const packed = join(packageRoot(), 'dist', 'fonts', file);
  if (existsSync(packed)) return packed;
  const [family, face] = file.replace('.ttf', '').split('_', 2) as [string, string];
  const name = family.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase();
  const folder = file.replace('.ttf', '').slice(family.length + 1) || face;
  return join(packageRoot(), 'node_modules', '@expo-google-fonts', name, folder, file);
}

/** Returns the path of resvg's WebAssembly file, in its own package. */
export function resvgPath(): string {
  return createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');
}
