// Which folders a watched check looks at: those of the specs, of the pictures that they name, of
// --assets, and every folder above a spec in which the configuration may stand.
// Reads folder names only.

import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Checked } from '../check.ts';
import type { Agreement } from '../model/agreement.ts';
import { configFile } from '../node/find-specs.ts';
import type { Place } from './watch.ts';

/** How many folders below a folder argument are watched at most; a machine has a limit, too. */
const mostFolders = 1000;

/** Returns the places in which a save can change what a check of these arguments says. */
export async function watchedPlaces(
  args: readonly string[],
  checked: readonly Checked[],
  assets: readonly string[],
): Promise<readonly Place[]> {
  const folders = new Set<string>();
  for (const arg of args) {
    const { folder, deep } = await baseOf(arg);
    for (const each of deep ? await foldersBelow(folder) : [folder]) folders.add(each);
  }
  const roots = new Set(checked.map(({ name }) => path.dirname(path.resolve(name))));
  for (const root of roots) folders.add(root);
  for (const each of assets) folders.add(path.resolve(each));
  for (const { name, agreement } of checked) {
    const places = [path.dirname(path.resolve(name)), ...assets.map((each) => path.resolve(each))];
    for (const picture of agreement ? picturesOf(agreement) : []) {
      for (const place of places) folders.add(path.dirname(path.resolve(place, picture)));
    }
  }
  const above = new Set([...folders].flatMap(foldersAbove));
  return [
    ...[...folders].map((folder) => ({ folder, matters: isSource })),
    ...[...above]
      .filter((folder) => !folders.has(folder))
      .map((folder) => ({ folder, matters: (name: string) => name === configFile })),
  ];
}

/** Specs, overlays, the configuration, pictures, and names without a dot, which may be folders. */
function isSource(name: string): boolean {
  return /\.(ya?ml|png|jpe?g|svg)$/i.test(name) || !name.includes('.');
}

/** The folder of a file, a folder itself, or the fixed beginning of a pattern. */
async function baseOf(arg: string): Promise<{ folder: string; deep: boolean }> {
  const kind = await stat(arg).catch(() => undefined);
  if (kind?.isDirectory()) return { folder: path.resolve(arg), deep: true };
  if (kind || !/[*?[{(!]/.test(arg))
    return { folder: path.dirname(path.resolve(arg)), deep: false };
  const steps = arg.split(/[\\/]/);
  const first = steps.findIndex((step) => /[*?[{(!]/.test(step));
  const fixed = steps.slice(0, first).join('/');
  const folder = fixed === '' && !/^[\\/]/.test(arg) ? '.' : fixed || '/';
  return { folder: path.resolve(folder), deep: steps.length - first > 1 };
}

/** Returns a folder and those below it that are searched for specs, breadth first. */
async function foldersBelow(folder: string): Promise<readonly string[]> {
  const found = [folder];
  for (let next = 0; next < found.length && found.length < mostFolders; next += 1) {
    const entries = await readdir(found[next]!, { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      const { name } = entry;
      if (!entry.isDirectory() || name.startsWith('.') || name === 'node_modules') continue;
      if (found.length < mostFolders) found.push(path.join(found[next]!, name));
    }
  }
  return found;
}

function foldersAbove(folder: string): readonly string[] {
  const parent = path.dirname(folder);
  return parent === folder ? [] : [parent, ...foldersAbove(parent)];
}

function picturesOf({ partners, annexes = [] }: Agreement): readonly string[] {
  const logos = Object.values(partners).map(({ brand }) => brand?.logo);
  return [...logos, ...annexes.map(({ file }) => file)].filter((file) => file !== undefined);
}
