// Files, folders and patterns from the command line become a list of spec files.
// We expand patterns ourselves, because cmd.exe and PowerShell do not. Reads no spec.

import { stat } from 'node:fs/promises';
import path from 'node:path';

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
    const found = each === '-' ? ['-'] : await expand(each);
    if (typeof found === 'string') problems.push(found);
    else for (const file of found) files.set(each === '-' ? '-' : path.resolve(file), file);
  }
  return { files: [...files.values()], problems };
}

async function expand(typed: string): Promise<readonly string[] | string> {
  const kind = await kindOf(typed);
  if (kind === 'file') return [typed];
  if (kind === 'folder') {
    const found = await specsBelow(typed);
    return found.length > 0
      ? found.map((file) => path.join(typed, file))
      : `${typed}: no .yaml file in this folder.`;
  }
  const { glob, isDynamicPattern } = await globbing();
  const pattern = globPattern(typed, path.sep);
  if (isDynamicPattern(pattern)) {
    const found = (await glob(pattern, { dot: false, ignore: ignored, expandDirectories: false }))
      .filter((file) => path.basename(file) !== configFile)
      .sort();
    return found.length > 0 ? found : `${typed}: no file matches this pattern.`;
  }
  return `${typed}: there is no such file. Check the spelling, or drag the file into this window to type its path.`;
}

const ignored = ['**/node_modules/**', '**/.*/**'];

/** Loaded when a folder or pattern is given; one file needs no library to be found. */
const globbing = (): Promise<typeof import('tinyglobby')> => import('tinyglobby');

async function specsBelow(folder: string): Promise<readonly string[]> {
  const { glob } = await globbing();
  const found = await glob('**/*.{yaml,yml}', {
    cwd: folder,
    dot: false,
    ignore: ignored,
    caseSensitiveMatch: false,
  });
  return found.filter((file) => path.basename(file) !== configFile).sort();
}

/** Returns a pattern as globs are written, with slashes, from one typed on a machine with this separator. */
export function globPattern(typed: string, separator: string): string {
  return separator === '\\' ? typed.replaceAll('\\', '/') : typed;
}

async function kindOf(typed: string): Promise<'file' | 'folder' | 'nothing'> {
  try {
    return (await stat(typed)).isDirectory() ? 'folder' : 'file';
  } catch {
    return 'nothing';
  }
}
