// The specs that a command works on: found, read as bytes, each with the folder its pictures lie in.
// Knows nothing of YAML.

import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { UserError } from '../base/errors.ts';
import { findSpecs } from '../node/find-specs.ts';
import type { Terminal } from './terminal.ts';

/** One spec, unread by anyone yet. */
export interface SpecFile {
  /** As typed; `-` for standard input. */
  readonly name: string;
  readonly folder: string;
  readonly bytes: Uint8Array;
}

/** The readable specs, and whether any argument led nowhere (each said on standard error). */
export interface Inputs {
  readonly specs: readonly SpecFile[];
  readonly missing: boolean;
}

/** Files above this are not even read; what is over 1 MiB is refused by sources/ with a diagnostic. */
const farTooLarge = 64 * 1024 * 1024;

/** Reads every spec that the arguments name; says on standard error which cannot be read. */
export async function readInputs(args: readonly string[], terminal: Terminal): Promise<Inputs> {
  const found = await findSpecs(args);
  const problems = [...found.problems];
  const specs: SpecFile[] = [];
  for (const file of found.files) {
    try {
      specs.push(
        file === '-'
          ? { name: '-', folder: '.', bytes: await terminal.stdin() }
          : { name: slashed(file), folder: path.dirname(file), bytes: await readSpec(file) },
      );
    } catch (error) {
      problems.push(`${file}: ${reason(error)}`);
    }
  }
  for (const problem of problems) terminal.stderr(`pactwright: ${problem}\n`);
  return { specs, missing: problems.length > 0 };
}

/** Reports name files with slashes on every machine, so that they compare. */
function slashed(file: string): string {
  return path.sep === '\\' ? file.replaceAll('\\', '/') : file;
}

async function readSpec(file: string): Promise<Uint8Array> {
  const { size } = await stat(file);
  if (size > farTooLarge) {
    throw new UserError('this file is far too large to be an agreement; is it the right one?');
  }
  return new Uint8Array(await readFile(file));
}

function reason(error: unknown): string {
  if (error instanceof UserError) return error.message;
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EACCES':
    case 'EPERM':
      return 'it cannot be opened: you have no permission to read it, or another program holds it.';
    case 'EBUSY':
      return 'it cannot be opened: another program holds it; close it there first.';
    default:
      return 'it cannot be read.';
  }
}
