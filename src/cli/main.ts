// Reads the command line and runs one command. The only place that catches: a UserError becomes
// one line and exit 2, anything else is our bug and exit 3.

import { Command, CommanderError } from 'commander';
import { UserError } from '../base/errors.ts';
import { packageVersion } from '../node/package-files.ts';
import { addBuild } from './build-command.ts';
import { addCheck } from './check-command.ts';
import { addCompletion } from './completion-command.ts';
import { addDoctor } from './doctor-command.ts';
import { exits } from './exits.ts';
import { addExplain } from './explain-command.ts';
import { addInit } from './init-command.ts';
import { addReview } from './review-command.ts';
import { addRules } from './rules-command.ts';
import { addSchema } from './schema-command.ts';
import type { Terminal } from './terminal.ts';

/** Runs the program for these arguments and returns its exit code; never throws. */
export async function main(args: readonly string[], terminal: Terminal): Promise<number> {
  let exit: number = exits.fine;
  const done = (code: number): void => {
    exit = Math.max(exit, code);
  };
  try {
    await program(terminal, done).parseAsync([...args], { from: 'user' });
    return exit;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exits.fine : exits.usage;
    if (error instanceof UserError) {
      terminal.stderr(`pactwright: ${error.message}\n`);
      return exits.usage;
    }
    terminal.stderr(bugText(error));
    return exits.bug;
  }
}

function program(terminal: Terminal, done: (code: number) => void): Command {
  const command = new Command('pactwright')
    .description(
      'Turns what partners have agreed into a paper they can sign,\nand tells them, before they sign, what they forgot to agree.',
    )
    .version(packageVersion(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .showHelpAfterError('(--help shows how it is used, with examples)')
    .exitOverride()
    .configureOutput({ writeOut: terminal.stdout, writeErr: terminal.stderr })
    .addHelpText(
      'after',
      `
Examples:
  pactwright check our-agreement.yaml        what is missing, line by line
  pactwright build our-agreement.yaml        a Word file and a PDF in the folder out
  pactwright build agreements -o papers      every agreement in a folder

Exit codes: 0 fine, 1 findings that fail the run, 2 a mistake on the command line
or a file that cannot be read or written, 3 a bug in Pactwright.`,
    );
  addCheck(command, terminal, done);
  addBuild(command, terminal, done);
  addReview(command, terminal, done);
  addSchema(command, terminal);
  addRules(command, terminal);
  addExplain(command, terminal);
  addInit(command, terminal, done);
  addDoctor(command, terminal, done);
  addCompletion(command, terminal);
  for (const each of command.commands) {
    each
      .helpOption('-h, --help', 'print this help')
      .showHelpAfterError('(--help shows how it is used, with examples)')
      .exitOverride()
      .configureOutput({ writeOut: terminal.stdout, writeErr: terminal.stderr });
  }
  return command;
}

function bugText(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return [
    'pactwright: this is a bug in Pactwright, not in your agreement. Nothing of yours was changed.',
    'Please report it with the lines below and, if you may share it, the spec:',
    'https://github.com/pactwright/pactwright/issues',
    '',
    stack,
    `pactwright ${packageVersion()}`,
    '',
  ].join('\n');
}
