// The library: check and build a spec from a program on Node. Everything exported here is a promise
// to others; see CHANGELOG.md before changing a name.

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { UserError } from './base/errors.ts';
import type { Built, Format } from './build.ts';
import { type Checked, checkHouse, check as checkSpec, type HouseFile } from './check.ts';
import { findHouse, readHouseFile } from './node/find-house.ts';
import { nodeHost } from './node/host.ts';

export type { Diagnostic, Severity } from './base/diagnostic.ts';
export { UserError } from './base/errors.ts';
export { type Path, type Position, positionAt, type Source, type Span } from './base/source.ts';
export type { Built, Format, Output } from './build.ts';
export type { Checked } from './check.ts';
export type { Agreement } from './model/agreement.ts';

/** A spec on disk (a path), or its text with the folder in which its pictures lie. */
export type Spec =
  | string
  | {
      /** How diagnostics call it. */
      readonly name: string;
      readonly text: string;
      /** Default: the working directory. */
      readonly folder?: string;
    };

/** What may be read besides the spec's own folder. */
export interface CheckOptions {
  /** Further folders with logos and annexes. */
  readonly assets?: readonly string[];
  /**
   * The configuration of the house: a file, or false for none; default: the nearest
   * `pactwright.config.yaml` upwards from the folder of the spec.
   */
  readonly house?: string | false;
}

/** What to make. */
export interface BuildOptions extends CheckOptions {
  /** Default: `['docx', 'pdf']`. */
  readonly formats?: readonly Format[];
  /** The date of the paper, `YYYY-MM-DD`; default: the date in the spec. */
  readonly date?: string;
  /** A template folder that stands in for the built-in ones. */
  readonly template?: string;
  /** Make a final paper, whatever the spec says; refused while errors, or warnings not waived, are open. */
  readonly final?: boolean;
  /** Refuse a draft too while errors, or warnings not waived, are open. */
  readonly strict?: boolean;
  /** Open warnings refuse nothing; a final paper records them in its properties. */
  readonly allowWarnings?: boolean;
  /** False: the PDF does not carry the spec, only its hash. Default: true. */
  readonly embed?: boolean;
}

/**
 * Checks a spec and returns every problem found, sorted by position.
 * Rejects with a UserError when the file cannot be read; a bad spec never rejects.
 */
export async function check(spec: Spec, options: CheckOptions = {}): Promise<Checked> {
  const { input, folder } = await open(spec);
  const { assets } = options;
  const host = nodeHost({ folder, ...(assets ? { assets } : {}) });
  return checkSpec(input, host, await houseOf(folder, options.house));
}

/**
 * Checks a spec and makes its papers in memory; writes nothing.
 * `outputs` is empty when the spec cannot be read, or a final or strict paper is refused (`stopped` says why).
 * Rejects with a UserError when the file or template folder cannot be read.
 */
export async function build(spec: Spec, options: BuildOptions = {}): Promise<Built> {
  // Whoever only checks does not pay for the renderers.
  const [{ build: buildSpec }, { nodePorts }] = await Promise.all([
    import('./build.ts'),
    import('./node/ports.ts'),
  ]);
  const { input, folder } = await open(spec);
  const {
    formats = ['docx', 'pdf'],
    date,
    template,
    assets,
    final,
    strict,
    allowWarnings,
    embed = true,
  } = options;
  const host = nodeHost({
    folder,
    ...(assets ? { assets } : {}),
    ...(template === undefined ? {} : { template }),
  });
  const house = await houseOf(folder, options.house);
  const wanted = {
    formats,
    ...house,
    ...(date === undefined ? {} : { date }),
    final: final === true,
    strict: strict === true,
    allowWarnings: allowWarnings === true,
    embed,
  };
  return buildSpec(input, wanted, nodePorts(host));
}

async function houseOf(
  folder: string,
  wanted: string | false | undefined,
): Promise<{ readonly house?: HouseFile }> {
  if (wanted === false) return {};
  const found = wanted === undefined ? await findHouse(folder) : await readHouseFile(wanted);
  if (wanted !== undefined && !found) {
    throw new UserError(`${wanted} cannot be read. Check that the file is there.`);
  }
  return found ? { house: checkHouse(found) } : {};
}

async function open(
  spec: Spec,
): Promise<{ input: { name: string; bytes: Uint8Array }; folder: string }> {
  if (typeof spec !== 'string') {
    const bytes = new TextEncoder().encode(spec.text);
    return { input: { name: spec.name, bytes }, folder: spec.folder ?? '.' };
  }
  try {
    const bytes = new Uint8Array(await readFile(spec));
    return { input: { name: spec, bytes }, folder: path.dirname(spec) };
  } catch {
    throw new UserError(`${spec} cannot be read. Check that the file is there.`);
  }
}
