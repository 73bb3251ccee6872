#!/usr/bin/env node
// The program's door: hands the process to main() and sets the exit code.
// Loads nothing before the engine knows how to load it; nothing else is decided here. Built as CommonJS:
// Node starts such a file sooner than a module.

import path from 'node:path';
import { exits } from './exits.ts';
import { quickStart } from './quick-start.ts';

/** The files with the program and with `check` alone, beside the built cli.cjs; bundle.js puts their names here. */
declare const programFile: string;
declare const checkFile: string;

const args = process.argv.slice(2);
const { program, keep } = quickStart<typeof import('./main.ts')>(
  path.join(__dirname, args[0] === 'check' ? checkFile : programFile),
  args,
);

// A reader that stops early (`pactwright check … | head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
  throw error;
});

async function run(): Promise<void> {
  const exit = await program.main(args, {
    stdout: (text) => process.stdout.write(text),
    stderr: (text) => process.stderr.write(text),
    stdin: async () => {
      const chunks: Uint8Array[] = [];
      for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
      return new Uint8Array(Buffer.concat(chunks));
    },
    env: process.env,
    stdoutIsTerminal: process.stdout.isTTY === true,
    stderrIsTerminal: process.stderr.isTTY === true,
    // Looking at the input opens it, which takes a while: last.
    ...(process.stdout.isTTY && process.stdin.isTTY ? { ask: program.askAtTerminal } : {}),
  });
  process.exitCode = exit;
  // A slip of the fingers is no command to keep code for.
  if (exit === exits.fine || exit === exits.findings) keep();
}

void run();
