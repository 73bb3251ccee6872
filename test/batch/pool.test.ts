// The pool alone, with workers that end in every way that a process can end: what is said of the task
// that they were at, that no other task is blamed, and that the pool goes on and comes to its end.

import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { defaultJobs, type Runner, startPool } from '../../src/batch/pool.ts';
import type { Task } from '../../src/batch/tasks.ts';

const start = (jobs: number, timeoutSeconds = 60): Runner =>
  startPool({
    ...{ jobs, timeoutSeconds, memoryMiB: 512 },
    script: path.join(import.meta.dirname, 'unruly-worker.mjs'),
  });
const task = (name: string): Task & { kind: 'make' } =>
  ({ kind: 'make', job: { name }, setup: { output: 'nowhere' }, earlier: { will: {} } }) as never;
const fine = expect.objectContaining({ name: 'fine' });

/** Gives a pool tasks one after the other, ends it, and returns the answers. */
async function answers(pool: Runner, ...names: readonly string[]): Promise<readonly unknown[]> {
  const all: unknown[] = [];
  for (const name of names) {
    all.push(await pool.do<'make'>(task(name)));
    // Long enough for a worker to go that goes afterwards.
    await wait(100);
  }
  await pool.close(false);
  return all;
}

describe('a worker', () => {
  it.each([
    ['dies', { ended: 'memory', detail: '' }],
    ['breaks down', { ended: 'crash', detail: 'exit 9' }],
    ['throws', { ended: 'crash', detail: 'a fault of ours' }],
    ['dies before it begins', { ended: 'memory', detail: '' }],
  ])('that %s is told of, and the next task is done', async (name, ended) => {
    expect(await answers(start(1), name, 'fine', name)).toEqual([ended, fine, ended]);
  });

  it.each(['leaves afterwards', 'dies afterwards'])(
    'that %s has answered, and is blamed on nobody',
    async (name) => {
      const answered = expect.objectContaining({ name });
      expect(await answers(start(1), name, 'fine', name)).toEqual([answered, fine, answered]);
    },
  );

  it('that never ends is ended after its time, and the others go on', async () => {
    const pool = start(2, 1);
    const [slow, ...others] = await Promise.all(
      ['never ends', 'fine', 'fine', 'fine'].map((name) => pool.do<'make'>(task(name))),
    );
    expect(slow).toEqual({ ended: 'time', detail: '' });
    expect(others).toEqual([fine, fine, fine]);
    expect(await answers(pool, 'fine')).toEqual([fine]);
  });

  it('that never ends is ended with the pool, and no task begins anew', async () => {
    const pool = start(1);
    const ended = pool.do<'make'>(task('never ends'));
    await wait(500);
    await pool.close(true);
    expect(await ended).toMatchObject({ ended: expect.any(String) });
  });
});

it('there is a worker for each core, as far as 200 MiB each are free', () => {
  const mebibyte = 1024 * 1024;
  expect(defaultJobs(8, 24_000 * mebibyte)).toBe(8);
  expect(defaultJobs(8, 1100 * mebibyte)).toBe(5);
  expect(defaultJobs(8, 100 * mebibyte)).toBe(1);
});
