// Files, folders and patterns from the command line become a list of spec files.
// We expand patterns ourselves, because cmd.exe and PowerShell do not. Reads no spec.

import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { closest } from '../base/closest.ts';

/** The files found, and a line for each argument that led nowhere. */
export interface FoundSpecs {
  /** Paths as typed (a folder's or pattern's files below it), sorted within each argument, each once. */
  readonly files: readonly string[];
  readonly problems: readonly string[];
}

/** The name of the settings file, which is no spec. */
export const configFile = 'pactwright.config.yaml';

/** Returns the spec files that the arguments name; `-` stands for standard input and is kept. */
export async function findSpecs(args: readonly string[]): Promise<FoundSpecs> {
  const files = new Map<string, string>();
  const problems: string[] = [];
  for (const each of args) {
    const found = each === '-' ? { files: ['-'], problems: [] } : await expand(each);
    if (typeof found === 'string') problems.push(found);
    else {
      problems.push(...found.problems);
      for (const file of found.files) files.set(each === '-' ? '-' : path.resolve(file), file);
    }
  }
  return { files: [...files.values()], problems };
}

async function expand(typed: string): Promise<Expanded | string> {
  const kind = await kindOf(typed);
  if (kind === 'file' && path.basename(typed) === configFile) {
    return `${typed}: this file holds the settings of your organisation; it is no agreement. Give the file of an agreement.`;
  }
  if (kind === 'file') return { files: [typed], problems: [] };
  if (kind === 'locked') return `${typed}: ${locked}`;
  if (kind === 'folder') {
    const found = await specsBelow(typed);
    if (found.files.length > 0 || found.problems.length > 0) return found;
    return `${typed}: there is no spec (a .yaml file) in this folder or below. ${makeOne}`;
  }
  const { glob, isDynamicPattern } = await globbing();
  const pattern = globPattern(typed, path.sep);
  if (isDynamicPattern(pattern)) {
    const options = { dot: false, ignore: ignored, expandDirectories: false };
    const found = (await glob(pattern, options))
      .filter((file) => path.basename(file) !== configFile)
      .sort();
    if (found.length > 0) return { files: found, problems: [] };
    const folders = (await glob(pattern, { ...options, onlyDirectories: true })).sort();
    const below = await Promise.all(folders.map((folder) => specsBelow(path.normalize(folder))));
    const files = below.flatMap((each) => each.files);
    const problems = below.flatMap((each) => each.problems);
    if (files.length + problems.length > 0) return { files, problems };
    return folders.length > 0
      ? `${typed}: only folders match this pattern, and there is no spec (a .yaml file) in them. ${makeOne}`
      : `${typed}: no file matches this pattern. ${/^'.*'$/.test(typed) ? 'Your terminal hands on single quotes: leave them out, or write double ones.' : 'Look at the names in that folder; * stands for any part of one name, ** for any folders.'}`;
  }
  const near = await nearFile(typed);
  return `${typed}: there is no such file. ${near === undefined ? 'Check the spelling, or drag the file into this window to type its path.' : `Did you mean ${near}?`}`;
}

const makeOne = 'Give another folder, or make a first spec with `pactwright init`.';

/** The spec in the same folder whose name is nearly that, such as `.yaml` for `.yml`. */
async function nearFile(typed: string): Promise<string | undefined> {
  const folder = path.dirname(typed);
  const names = await readdir(folder).catch(() => []);
  const near = closest(path.basename(typed), names.filter(isSpecName));
  return near === undefined ? undefined : path.join(folder, near);
}

/** What one argument stands for, and the folders in it that cannot be opened. */
interface Expanded {
  readonly files: readonly string[];
  readonly problems: readonly string[];
}

const locked =
  'it cannot be opened: you have no permission to read it. Ask whoever owns it, or copy it into a folder of your own.';

const ignored = ['**/node_modules/**', '**/.*/**'];

/** Loaded when a pattern is given; files and folders need no library to be found. */
const globbing = (): Promise<typeof import('tinyglobby')> => import('tinyglobby');

/** Finds the specs in a folder and the folders below; links are followed, each real folder once. */
async function specsBelow(top: string): Promise<Expanded> {
  const files: string[] = [];
  const problems: string[] = [];
  const seen = new Set<string>();
  const walk = async (folder: string): Promise<void> => {
    try {
      const real = await realpath(folder);
      if (seen.has(real)) return;
      seen.add(real);
      for (const name of await readdir(folder)) {
        if (name.startsWith('.') || name === 'node_modules') continue;
        const place = path.join(folder, name);
        const kind = await kindOf(place);
        if (kind === 'folder') await walk(place);
        else if (isSpecName(name) && kind !== 'nothing') files.push(place);
      }
    } catch {
      problems.push(`${folder}: ${locked}`);
    }
  };
  await walk(top);
  return { files: files.sort(), problems };
}

function isSpecName(name: string): boolean {
  return /\.ya?ml$/i.test(name) && name !== configFile;
}

/** Returns a pattern as globs are written, with slashes, from one typed on a machine with this separator. */
export function globPattern(typed: string, separator: string): string {
  return separator === '\\' ? typed.replaceAll('\\', '/') : typed;
}

async function kindOf(typed: string): Promise<'file' | 'folder' | 'locked' | 'nothing'> {
  try {
    return (await stat(typed)).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'EACCES' || code === 'EPERM' ? 'locked' : 'nothing';
  }
}
