// Tells Node how a program that runs for a moment wants to be started. Changes when and how code is
// compiled, never what it does; what a version of Node does not know is left out.

import module from 'node:module';
import process from 'node:process';
import { setFlagsFromString } from 'node:v8';

/** From Node 22.8 on: compiled code is kept for the next start, in the folder that Node has for it. */
interface CompileCache {
  readonly enableCompileCache?: () => unknown;
}

/**
 * How often code runs before the optimising compiler takes it up, six times V8's own measure. In a
 * check or build of one spec, optimising takes more time than it saves, also from the other processors; in one
 * of a thousand specs it begins some tenths of a second later.
 */
const interruptBudget = '--interrupt-budget=400000';

/** Commands that are over before optimising pays. */
const brief: ReadonlySet<string | undefined> = new Set(['check', 'build']);

/** Sets what is to be set before the program is loaded. Flags of V8 are only given to versions that know them. */
export function quickStart(args: readonly string[]): void {
  const { enableCompileCache } = module as CompileCache;
  if (enableCompileCache) enableCompileCache();
  else if (brief.has(args[0]) && process.versions.v8.startsWith('11.')) {
    setFlagsFromString(interruptBudget);
  }
}
