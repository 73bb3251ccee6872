// Work in a thread: its answer comes back, and what takes too long or too much is ended, with a reason.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { UserError } from '../../src/base/errors.ts';
import { inThread } from '../../src/node/in-thread.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'pactwright-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let count = 0;
/** Runs a script whose `input` and `post` are the thread's. */
function run(script: string, limits = { seconds: 60, memoryMiB: 64 }): Promise<unknown> {
  count += 1;
  const file = path.join(folder, `${count}.mjs`);
  const head = `import { parentPort, workerData as input } from 'node:worker_threads';
const post = (message) => parentPort.postMessage(message);\n`;
  writeFileSync(file, head + script);
  return inThread(file, { bytes: Uint8Array.of(1, 2) }, limits);
}

describe('work in a thread', () => {
  it('gives its answer', async () => {
    expect(await run('post({ answer: [...input.bytes] })')).toEqual([1, 2]);
  });

  it('tells a mistake of the user from a fault of ours', async () => {
    await expect(run("post({ mistake: 'This is no PDF.' })")).rejects.toThrow(
      new UserError('This is no PDF.'),
    );
    const fault = await run("throw new RangeError('lost')").catch((error: unknown) => error);
    expect(fault).not.toBeInstanceOf(UserError);
    expect(String(fault)).toBe('RangeError: lost');
    expect(String(await run('').catch((error: unknown) => error))).toBe(
      'Error: The thread ended without an answer.',
    );
  });

  it('is ended when it takes too long, even in a loop that never rests', async () => {
    await expect(run('for (;;);', { seconds: 1, memoryMiB: 64 })).rejects.toThrow(
      new UserError('Reading it takes more than 1 seconds; it was given up.'),
    );
  });

  it('is ended when it takes too much memory', async () => {
    const hoard = 'const all = []; for (;;) all.push(Array.from({ length: 1000 }, Math.random));';
    await expect(run(hoard)).rejects.toThrow(
      new UserError('Reading it takes more than 64 MiB of memory; it was given up.'),
    );
  });
});
