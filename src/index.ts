// The library: check and build a spec from a program on Node. Everything exported here is a promise
// to others; see CHANGELOG.md before changing a name.

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { UserError } from './base/errors.ts';
import { type Built, build as buildSpec, type Format } from './build.ts';
import { type Checked, check as checkSpec } from './check.ts';
import { nodeHost } from './node/host.ts';
import { nodePorts } from './node/ports.ts';

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
}

/** What to make. */
export interface BuildOptions extends CheckOptions {
  /** Default: `['docx', 'pdf']`. */
  readonly formats?: readonly Format[];
  /** The date of the paper, `YYYY-MM-DD`; default: the date in the spec. */
  readonly date?: string;
  /** A template folder that stands in for the built-in ones. */
  readonly template?: string;
}

/**
 * Checks a spec and returns every problem found, sorted by position.
 * Rejects with a UserError when the file cannot be read; a bad spec never rejects.
 */
export async function check(spec: Spec, options: CheckOptions = {}): Promise<Checked> {
  const { input, folder } = await open(spec);
  return checkSpec(input, nodeHost({ folder, ...options }));
}

/**
 * Checks a spec and makes its papers in memory; writes nothing.
 * `outputs` is empty when the spec cannot be read, or is final with errors open (`stopped` says why).
 * Rejects with a UserError when the file or template folder cannot be read.
 */
export async function build(spec: Spec, options: BuildOptions = {}): Promise<Built> {
  const { input, folder } = await open(spec);
  const { formats = ['docx', 'pdf'], date, template, assets } = options;
  const host = nodeHost({
    folder,
    ...(assets ? { assets } : {}),
    ...(template === undefined ? {} : { template }),
  });
  return buildSpec(input, { formats, ...(date === undefined ? {} : { date }) }, nodePorts(host));
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
