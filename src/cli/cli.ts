#!/usr/bin/env node
// The program's door: hands the process to main() and sets the exit code.
// Loads nothing before the engine knows how to load it; nothing else is decided here.

import { fileURLToPath } from 'node:url';
import { exits } from './exits.ts';
import { quickStart } from './quick-start.ts';

/** The file with the program, beside the built cli.js; build.js writes its name here. */
declare const programFile: string;

const args = process.argv.slice(2);
const { program, keep } = quickStart<typeof import('./main.ts')>(
  fileURLToPath(new URL(programFile, import.meta.url)),
  args,
);

// A reader that stops early (`pactwright check … | head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
  throw error;
});

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
  ...(process.stdin.isTTY && process.stdout.isTTY ? { ask: program.askAtTerminal } : {}),
});
process.exitCode = exit;
// A slip of the fingers is no command to keep code for.
if (exit === exits.fine || exit === exits.findings) keep();
