// Reads the command line and runs one command. The only place that catches: a UserError becomes
// one line and exit 2, anything else is our bug and exit 3.

import { Command, CommanderError } from 'commander';
import { UserError } from '../base/errors.ts';
import { packageVersion } from '../node/package-files.ts';
import type { Ask } from './ask.ts';
import { addCommands } from './commands.ts';
import { exits } from './exits.ts';
import { strayCommand } from './stray-command.ts';
import type { Terminal } from './terminal.ts';

/** Returns the questions as they are asked at a terminal. */
export const askAtTerminal = async (): Promise<Ask> =>
  (await import('./ask-at-terminal.ts')).askAtTerminal();

/** Runs the program for these arguments and returns its exit code; never throws. */
export async function main(args: readonly string[], terminal: Terminal): Promise<number> {
  let exit: number = exits.fine;
  const done = (code: number): void => {
    exit = Math.max(exit, code);
  };
  try {
    const command = await program(args[0], terminal, done);
    const stray = await strayCommand(args, command);
    if (stray !== undefined) throw new UserError(stray);
    await command.parseAsync([...args], { from: 'user' });
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

async function program(
  first: string | undefined,
  terminal: Terminal,
  done: (code: number) => void,
): Promise<Command> {
  const command = new Command('pactwright')
    .description(
      'Turns what partners have agreed into a paper they can sign,\nand tells them, before they sign, what they forgot to agree.',
    )
    .version(packageVersion(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .showHelpAfterError('(--help shows how it is used, with examples)')
    // Each command reads its own flags: `-o` behind `batch merge` is not that of `batch`.
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({ writeOut: terminal.stdout, writeErr: terminal.stderr })
    .addHelpText(
      'after',
      `
Exit codes:
  0    fine
  1    findings that fail the run, or a paper that was not made
  2    a mistake on the command line, or a file that cannot be read or written
  3    a bug in Pactwright
  130  stopped with Ctrl-C

Examples:
  pactwright check our-agreement.yaml      what is missing, line by line
  pactwright build our-agreement.yaml      a Word file and a PDF in out
  pactwright build agreements -o papers    every agreement in a folder`,
    );
  await addCommands(command, first, terminal, done);
  for (const each of [command, ...command.commands]) {
    // Descriptions are wrapped by commander for the width of the terminal; line ends of ours are not kept.
    each.configureHelp({
      commandDescription: oneLine,
      subcommandDescription: (sub) => sub.summary() || oneLine(sub),
    });
  }
  for (const each of command.commands) {
    each
      .helpOption('-h, --help', 'print this help')
      .showHelpAfterError('(--help shows how it is used, with examples)')
      .exitOverride()
      .configureOutput({ writeOut: terminal.stdout, writeErr: terminal.stderr });
  }
  return command;
}

function oneLine(command: Command): string {
  return command.description().replace(/\s*\n\s*/g, ' ');
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
