#!/usr/bin/env node
// The program's door: hands the process to main() and sets the exit code.
// Loads nothing before the engine knows how to load it; nothing else is decided here.

import { quickStart } from './quick-start.ts';

quickStart(process.argv.slice(2));
const { main } = await import('./main.ts');

// A reader that stops early (`pactwright check … | head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
  throw error;
});

process.exitCode = await main(process.argv.slice(2), {
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
  ...(process.stdin.isTTY && process.stdout.isTTY
    ? { ask: async () => (await import('./ask-at-terminal.ts')).askAtTerminal() }
    : {}),
});
