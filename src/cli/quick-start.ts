// Loads the program the way one wants that runs for a moment: compiled code is kept for the next start.
// Changes when and how code is compiled, never what it does; whatever fails here only makes a start slower.

import fs from 'node:fs';
import module from 'node:module';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { cachedDataVersionTag, setFlagsFromString } from 'node:v8';
import vm from 'node:vm';

/** A program that was loaded. */
export interface Started<Program> {
  readonly program: Program;
  /** Keeps what was compiled; to be called when the work is done, so that all that it needed is there. */
  readonly keep: () => void;
}

/**
 * How often code runs before the optimising compiler takes it up, some fifteen times V8's own measure. In a
 * check or build of one spec, optimising takes more time than it saves, also from the other processors: a
 * seventh of a check. One of three hundred specs takes a fortieth longer.
 */
const interruptBudget = '--interrupt-budget=1000000';

/** Commands that are over before optimising pays. */
const brief: ReadonlySet<string | undefined> = new Set(['check', 'build']);

/**
 * Loads the program in a file that holds one function, with the parameters of a CommonJS module, and
 * returns what it exports: written around the text here, it would be copied once more. Node's own compile cache, from
 * version 22 on, keeps what is compiled on loading alone, and brings nothing here.
 */
export function quickStart<Program>(file: string, args: readonly string[]): Started<Program> {
  // Flags of V8 are only given to versions that know them.
  if (brief.has(args[0]) && process.versions.v8.startsWith('11.')) {
    setFlagsFromString(interruptBudget);
  }
  const cache = cacheFile(file, args[0]);
  const cachedData = cache === undefined ? undefined : readIfThere(cache);
  // The bundle is written in ASCII: this is the same text as UTF-8, and sooner read.
  const source = fs.readFileSync(file, 'latin1');
  const script = new vm.Script(source, {
    filename: file,
    ...(cachedData ? { cachedData } : {}),
  });
  // A script of vm cannot import by itself.
  const own = { exports: {} as Program, importer: (name: string) => import(name) };
  const require = module.createRequire(file);
  script.runInThisContext()(own.exports, require, own, file, path.dirname(file));
  const isKept = script.cachedDataRejected === false;
  return {
    program: own.exports,
    keep: () => {
      if (cache !== undefined && !isKept) writeQuietly(cache, script.createCachedData());
    },
  };
}

/**
 * Returns where the compiled code lies, or undefined where it must not lie: below the folder for what is
 * temporary, as Node's own would, and under the same variables. One file for each command, version of V8
 * and of the program; the bundle's name holds the hash of its text.
 */
function cacheFile(file: string, command = ''): string | undefined {
  const { env } = process;
  if (env.NODE_DISABLE_COMPILE_CACHE || !/^[a-z]*$/.test(command)) return undefined;
  const folder = path.join(
    env.NODE_COMPILE_CACHE || os.tmpdir(),
    `pactwright-compiled-${process.getuid?.() ?? 'own'}`,
  );
  const made = cachedDataVersionTag().toString(16);
  return isOurs(folder)
    ? path.join(folder, [path.parse(file).name, process.arch, made, command].join('-'))
    : undefined;
}

/** Whoever could write there could run code of theirs as us. */
function isOurs(folder: string): boolean {
  try {
    fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
    const { uid, mode } = fs.lstatSync(folder);
    return process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);
  } catch {
    return false;
  }
}

function readIfThere(file: string): Buffer | undefined {
  try {
    const bytes = fs.readFileSync(file);
    return bytes.length > 0 ? bytes : undefined;
  } catch {
    return undefined;
  }
}

/** Whole or not at all, also when the power fails: V8 looks at how long it is, not at every byte. */
function writeQuietly(file: string, bytes: Uint8Array): void {
  const draft = `${file}.${process.pid}`;
  try {
    fs.writeFileSync(draft, bytes, { mode: 0o600, flush: true });
    fs.renameSync(draft, file);
  } catch {
    fs.rmSync(draft, { force: true });
  }
}
