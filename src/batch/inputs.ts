// Everything that a paper is made from, noted down while it is read, and hashed: the spec or the row,
// its pictures, the template, the house's configuration, the program and its flags.

import type { Host, TemplateFiles } from '../base/ports.ts';
import { checkHouse, type HouseFile, type SpecInput } from '../check.ts';
import { type Base, mergeOnly, mergeRow, readBase } from '../merge.ts';
import { type FoundHouse, findHouse } from '../node/find-house.ts';
import { nodeHost } from '../node/host.ts';
import { hashOf } from '../node/write-whole.ts';
import type { Entry } from './entry.ts';
import type { Job, Setup } from './setup.ts';

/**
 * What was read, and the hash of each: `spec a.yaml`, `defaults house.yaml`, `row`, `config
 * pactwright.config.yaml`, `template mou`, `file logos/club.png` (what is missing has a word for it).
 */
export type Reads = ReadonlyMap<string, string>;

/** A spec as it is handed to a check, with what it was read from. */
export interface OpenedSpec {
  readonly input: SpecInput;
  readonly reads: Reads;
}

let known: { readonly setup: string; readonly base: Base } | undefined;

/** Returns the spec of a job; `bytes` are those of its file, where it is not a row. */
export function openSpec(job: Job, setup: Setup, bytes: Uint8Array): OpenedSpec {
  const { table, defaults, settings } = setup;
  const under = defaults.map(
    ({ name, bytes: text }) => [`defaults ${name}`, hashOf(text)] as const,
  );
  if (table && job.row) {
    const { base, columns } = table;
    const shared = [...under, [`spec ${base.name}`, hashOf(base.bytes)] as const];
    const key = JSON.stringify([settings, shared]);
    if (known?.setup !== key) known = { setup: key, base: readBase(base, defaults) };
    return {
      input: { name: job.source, bytes, merged: mergeRow(known.base, columns, job.row) },
      reads: new Map([...shared, ['row', hashOf(JSON.stringify([columns, job.row]))]]),
    };
  }
  const spec = { name: job.source, bytes };
  const reads = new Map([...under, [`spec ${job.source}`, hashOf(bytes)]]);
  if (defaults.length === 0) return { input: spec, reads };
  return { input: { ...spec, merged: mergeOnly(readBase(spec, defaults)) }, reads };
}

/** A host that notes what it is asked for and what it answers. */
export interface NotingHost {
  readonly host: Host;
  /** Pictures and templates so far. */
  readonly answers: Reads;
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

/** Asks a host for everything that an earlier build asked it for. */
export async function askAgain({ host }: NotingHost, reads: Entry['reads']): Promise<void> {
  for (const each of Object.keys(reads)) {
    const [what, ...words] = each.split(' ');
    if (what === 'file') await host.readAsset(words.join(' '));
    if (what === 'template') await host.readTemplate(words.join(' '));
  }
}

/** The configuration that holds in a folder, and what it was read from. */
export interface House {
  readonly file?: HouseFile;
  readonly reads: Reads;
}

const houses = new Map<string, Promise<House>>();

/** Returns the configuration for the specs in a folder, read once. */
export function houseFor(folder: string): Promise<House> {
  const house = houses.get(folder) ?? findHouse(folder).then(houseOf);
  houses.set(folder, house);
  return house;
}

function houseOf(found: FoundHouse | undefined): House {
  if (!found) return { reads: new Map() };
  const hash = hashOf(found.bytes ?? 'unreadable');
  return { file: checkHouse(found), reads: new Map([[`config ${found.name}`, hash]]) };
}

/** Everything that a paper is made from: what was read, sorted, and one hash of it all. */
export interface Inputs {
  readonly reads: Entry['reads'];
  readonly inputs: string;
}

/** Returns everything that an agreement was made from. */
export function inputsOf(
  { source }: Job,
  { settings }: Setup,
  spec: OpenedSpec,
  house: House,
  { answers }: NotingHost,
): Inputs {
  const read = [...spec.reads, ...house.reads, ...answers].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    reads: Object.fromEntries(read),
    inputs: hashOf(JSON.stringify([settings, source, read])),
  };
}
