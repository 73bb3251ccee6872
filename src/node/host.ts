// The real Host: files of a spec's folder, our templates and fonts, from the disk.
// Reads only; what is written goes through write-outputs.ts. Decides nothing about agreements.

import {
  closeSync,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { UserError } from '../base/errors.ts';
import type { AssetAnswer, Host, TemplateFiles } from '../base/ports.ts';
import { candidates, isInside } from './asset-path.ts';
import { fontPath, templatesFolder } from './package-files.ts';

/** The largest picture file that is read, in bytes; logos for print stay far below. */
export const largestAsset = 20 * 1024 * 1024;

/** What a host may read for one spec. */
export interface HostOptions {
  /** The folder of the spec; pictures are looked up here first. */
  readonly folder: string;
  /** More folders with pictures, from `--assets`. */
  readonly assets?: readonly string[];
  /** A template folder that stands in for every kind, from `--template`. */
  readonly template?: string;
}

/** Returns the host for one spec. */
export function nodeHost(options: HostOptions): Host {
  const roots = [options.folder, ...(options.assets ?? [])].map((each) => path.resolve(each));
  let real: readonly string[] | undefined;
  const realRoots = (): readonly string[] => {
    real ??= roots.map(realPath);
    return real;
  };
  return {
    readAsset: (wanted) => readAsset(wanted, roots, realRoots),
    readTemplate: (kind) =>
      options.template === undefined
        ? readBuiltIn(kind)
        : readTemplateFolder(options.template, options.template),
    templateKinds: templateKinds,
    templateLanguages: (kind) => templateLanguages(kind, options.template),
    readCompanionTemplate: () => readOwnTemplate(companion),
    readFont: readFont,
  };
}

async function readAsset(
  wanted: string,
  roots: readonly string[],
  realRoots: () => readonly string[],
): Promise<AssetAnswer> {
  const places = candidates(wanted, roots, path);
  if (places === 'outside') return { found: false, reason: 'outside' };
  let reason: 'missing' | 'outside' | 'unreadable' | 'too-large' = 'missing';
  for (const place of places) {
    const answer = readInside(place, realRoots());
    if (answer.found) return answer;
    if (answer.reason !== 'missing') reason = answer.reason;
  }
  return { found: false, reason };
}

/** Reads at once: logos are small and few, and waiting for the thread pool takes ten times as long. */
function readInside(place: string, realRoots: readonly string[]): AssetAnswer {
  try {
    const real = realpathSync.native(place);
    if (!realRoots.some((root) => isInside(root, real, path))) {
      return { found: false, reason: 'outside' };
    }
    // A pipe or a device would block or never end: look before opening.
    if (!statSync(real).isFile()) return { found: false, reason: 'unreadable' };
    const file = openSync(real, 'r');
    try {
      if (fstatSync(file).size > largestAsset) return { found: false, reason: 'too-large' };
      return { found: true, bytes: new Uint8Array(readFileSync(file)) };
    } finally {
      closeSync(file);
    }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const missing = code === 'ENOENT' || code === 'ENOTDIR';
    return { found: false, reason: missing ? 'missing' : 'unreadable' };
  }
}

function realPath(root: string): string {
  try {
    return realpathSync.native(root);
  } catch {
    return root;
  }
}

/** The template of duty sheets and calendars stands beside the kinds, and is none. */
const companion = 'duties';

let builtInKinds: readonly string[] | undefined;

/** The built-in kinds, looked up once: the program's own folder does not change under it. */
async function templateKinds(): Promise<readonly string[]> {
  builtInKinds ??= readdirSync(templatesFolder(), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== companion)
    .map((entry) => entry.name)
    .sort();
  return builtInKinds;
}

async function templateLanguages(
  kind: string,
  own: string | undefined,
): Promise<readonly string[] | undefined> {
  if (own !== undefined) return languagesIn(own, own);
  const known = builtInLanguages.get(kind);
  if (known) return known;
  if (!(await templateKinds()).includes(kind)) return undefined;
  const languages = await languagesIn(path.join(templatesFolder(), kind), kind);
  builtInLanguages.set(kind, languages);
  return languages;
}

const builtInLanguages = new Map<string, readonly string[]>();

async function languagesIn(folder: string, name: string): Promise<readonly string[]> {
  return (await namesIn(folder, name))
    .filter((each) => each.endsWith('.yaml'))
    .map((each) => path.basename(each, '.yaml').toLowerCase());
}

const builtIn = new Map<string, Promise<TemplateFiles>>();

async function readBuiltIn(kind: string): Promise<TemplateFiles | undefined> {
  const kinds = await templateKinds();
  return kinds.includes(kind) ? readOwnTemplate(kind) : undefined;
}

/** Reads one of our own templates, once. */
function readOwnTemplate(name: string): Promise<TemplateFiles> {
  const folder = path.join(templatesFolder(), name);
  const files = builtIn.get(name) ?? readTemplateFolder(folder, `templates/${name}`);
  builtIn.set(name, files);
  return files;
}

const templateFile = /\.(hbs|ya?ml)$/;

async function readTemplateFolder(folder: string, name: string): Promise<TemplateFiles> {
  const names = await namesIn(folder, name);
  const files = await Promise.all(
    names.map(async (each) => [each, await readText(path.join(folder, each), name)] as const),
  );
  return { name, files: new Map(files) };
}

async function readText(file: string, template: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw new UserError(
      `${path.basename(file)} in the template folder ${template} cannot be read. Check that it is a file, and that you may read it.`,
    );
  }
}

async function namesIn(folder: string, name: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).filter((each) => templateFile.test(each)).sort();
  } catch {
    throw new UserError(
      `The template folder ${name} cannot be read. Give --template a folder that holds main.hbs.`,
    );
  }
}

const fonts = new Map<string, Promise<Uint8Array>>();

function readFont(file: string): Promise<Uint8Array> {
  const known = fonts.get(file);
  if (known) return known;
  const bytes = readFile(fontPath(file)).then((buffer) => new Uint8Array(buffer));
  fonts.set(file, bytes);
  return bytes;
}
