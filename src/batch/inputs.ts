// Everything that a paper is made from, noted down while it is read, and hashed: the spec or the row,
// its pictures, the template, the house's configuration, the program and its flags.

import type { Host, TemplateFiles } from '../base/ports.ts';
import { checkHouse, type HouseFile, type SpecInput } from '../check.ts';
import { type Base, mergeOnly, mergeRow, readBase } from '../merge.ts';
import { type FoundHouse, findHouse } from '../node/find-house.ts';
import { nodeHost } from '../node/host.ts';
import { hashOf } from '../node/write-whole.ts';
import type { Job, Setup } from './setup.ts';

/** A spec as it is handed to a check, with the hash of its text. */
export interface OpenedSpec {
  readonly input: SpecInput;
  readonly hash: string;
}

let known: { readonly setup: string; readonly base: Base } | undefined;

/** Returns the spec of a job; `bytes` are those of its file, where it is not a row. */
export function openSpec(job: Job, setup: Setup, bytes: Uint8Array): OpenedSpec {
  const { table, defaults } = setup;
  if (table && job.row) {
    const key = setup.settings + hashOf(table.base.bytes) + defaultsHash(setup);
    if (known?.setup !== key) known = { setup: key, base: readBase(table.base, defaults) };
    const { columns } = table;
    return {
      input: { name: job.source, bytes, merged: mergeRow(known.base, columns, job.row) },
      hash: hashOf(JSON.stringify([key, job.source, columns, job.row])),
    };
  }
  const spec = { name: job.source, bytes };
  const hash = hashOf(JSON.stringify([job.source, hashOf(bytes), defaultsHash(setup)]));
  if (defaults.length === 0) return { input: spec, hash };
  return { input: { ...spec, merged: mergeOnly(readBase(spec, defaults)) }, hash };
}

function defaultsHash({ defaults }: Setup): string {
  return defaults.map(({ name, bytes }) => `${name} ${hashOf(bytes)}`).join();
}

/** A host that notes what it is asked for and what it answers. */
export interface NotingHost {
  readonly host: Host;
  /** By what was asked (`file logos/club.png`, `template mou`): the hash of the answer. */
  readonly answers: ReadonlyMap<string, string>;
}

const templates = new Map<string, Promise<TemplateFiles | undefined>>();
const templateHashes = new WeakMap<TemplateFiles, string>();

/** Returns the host of a job; a template is read once and shared by all agreements. */
export function notingHost(job: Job, setup: Setup): NotingHost {
  const { template, assets } = setup;
  const real = nodeHost({ folder: job.folder, assets, ...(template ? { template } : {}) });
  const answers = new Map<string, string>();
  const host: Host = {
    ...real,
    readAsset: async (wanted) => {
      const answer = await real.readAsset(wanted);
      answers.set(`file ${wanted}`, answer.found ? hashOf(answer.bytes) : answer.reason);
      return answer;
    },
    readTemplate: async (kind) => {
      const key = JSON.stringify([template ?? '', kind]);
      const reading = templates.get(key) ?? real.readTemplate(kind);
      templates.set(key, reading);
      const files = await reading;
      answers.set(`template ${kind}`, files ? templateHash(files) : 'missing');
      return files;
    },
  };
  return { host, answers };
}

function templateHash(files: TemplateFiles): string {
  const hash = templateHashes.get(files) ?? hashOf(JSON.stringify([...files.files]));
  templateHashes.set(files, hash);
  return hash;
}

/** Asks a host for everything that an earlier build asked for. */
export async function askAgain({ host }: NotingHost, reads: readonly string[]): Promise<void> {
  for (const each of reads) {
    const [what, ...words] = each.split(' ');
    if (what === 'file') await host.readAsset(words.join(' '));
    if (what === 'template') await host.readTemplate(words.join(' '));
  }
}

/** The configuration that holds in a folder, and its hash. */
export interface House {
  readonly file?: HouseFile;
  readonly hash: string;
}

const houses = new Map<string, Promise<House>>();

/** Returns the configuration for the specs in a folder, read once. */
export function houseFor(folder: string): Promise<House> {
  const house = houses.get(folder) ?? findHouse(folder).then(houseOf);
  houses.set(folder, house);
  return house;
}

function houseOf(found: FoundHouse | undefined): House {
  if (!found) return { hash: '' };
  return { file: checkHouse(found), hash: hashOf(found.bytes ?? 'unreadable') };
}

/** Returns the hash of everything that a paper is made from. */
export function inputsHash(
  spec: OpenedSpec,
  house: House,
  { settings }: Setup,
  reads: readonly string[],
  answers: ReadonlyMap<string, string>,
): string {
  const read = reads.map((each) => [each, answers.get(each) ?? '']);
  return hashOf(JSON.stringify([settings, spec.hash, house.hash, read]));
}
