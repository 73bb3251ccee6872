// The program as it is installed, bundled from these sources for one test file, with its workers.

import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
// @ts-expect-error The build script's, without types.
import { bundle } from '../../bundle.js';

const root = path.resolve(import.meta.dirname, '../..');

/** A bundled program. */
export interface Program {
  readonly cli: string;
  readonly remove: () => void;
}

/** Bundles the command line and the worker into a folder of their own inside the package. */
export async function bundled(): Promise<Program> {
  const cache = path.join(root, 'node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const outdir = mkdtempSync(path.join(cache, 'pactwright-batch-'));
  await bundle(outdir);
  return {
    cli: path.join(outdir, 'cli.cjs'),
    remove: () => rmSync(outdir, { recursive: true, force: true }),
  };
}

/** What a run printed and how it ended. */
export interface Ran {
  readonly exit: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A run that can be killed. */
export interface Running {
  readonly kill: (signal: NodeJS.Signals) => void;
  readonly isOver: () => boolean;
  readonly end: Promise<Ran>;
}

/** Starts the program in a folder. */
export function start(
  { cli }: Program,
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Running {
  const child = spawn(process.execPath, [cli, ...args], {
    cwd,
    env: { ...process.env, NO_COLOR: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  let over = false;
  child.stdout.on('data', (text) => {
    stdout += text;
  });
  child.stderr.on('data', (text) => {
    stderr += text;
  });
  return {
    kill: (signal) => child.kill(signal),
    isOver: () => over,
    end: new Promise((resolve) => {
      child.on('close', (exit, signal) => {
        over = true;
        resolve({ exit, signal, stdout, stderr });
      });
    }),
  };
}

/** Runs the program to its end. */
export function run(
  program: Program,
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  return start(program, args, cwd, env).end;
}
