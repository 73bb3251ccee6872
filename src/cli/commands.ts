// The commands in the order of the help, each loaded when it is asked for: whoever types `check`
// waits for no other. What a command is called and does is said in its own file alone.

import type { Command } from 'commander';
import { addCheck } from './check-command.ts';
import type { Terminal } from './terminal.ts';

type Add = (program: Command, terminal: Terminal, done: (code: number) => void) => void;

const commands: ReadonlyMap<string, () => Add | Promise<Add>> = new Map<
  string,
  () => Add | Promise<Add>
>([
  ['check', () => addCheck],
  ['build', async () => (await import('./build-command.ts')).addBuild],
  ['batch', async () => (await import('./batch-command.ts')).addBatch],
  ['review', async () => (await import('./review-command.ts')).addReview],
  ['verify', async () => (await import('./verify-command.ts')).addVerify],
  ['extract', async () => (await import('./extract-command.ts')).addExtract],
  ['schema', async () => (await import('./schema-command.ts')).addSchema],
  ['rules', async () => (await import('./rules-command.ts')).addRules],
  ['explain', async () => (await import('./explain-command.ts')).addExplain],
  ['init', async () => (await import('./init-command.ts')).addInit],
  ['doctor', async () => (await import('./doctor-command.ts')).addDoctor],
  ['completion', async () => (await import('./completion-command.ts')).addCompletion],
]);

/** Completion knows every command, so all of them have to be there. */
const needsAll = 'completion';

/**
 * Adds the command that a command line begins with; all of them when it begins with something else
 * (`--help`, `help`, a slip of the fingers), because then they are listed or guessed at.
 */
export async function addCommands(
  program: Command,
  first: string | undefined,
  terminal: Terminal,
  done: (code: number) => void,
): Promise<void> {
  const one = first === undefined || first === needsAll ? undefined : commands.get(first);
  for (const load of one ? [one] : commands.values()) (await load())(program, terminal, done);
}
