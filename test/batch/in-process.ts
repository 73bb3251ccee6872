// A batch in this process, without workers: so that tests can put another disk under it.

import * as disk from 'node:fs/promises';
import path from 'node:path';
import { type Plan, planOf, specJobs } from '../../src/batch/plan.ts';
import type { Runner } from '../../src/batch/pool.ts';
import { journalPath, type Outcome, runPlan } from '../../src/batch/run.ts';
import type { Done, Job, Setup } from '../../src/batch/setup.ts';
import type { Shard } from '../../src/batch/shard.ts';
import { taskRunner } from '../../src/batch/tasks.ts';
import { findSpecs } from '../../src/node/find-specs.ts';
import type { Disk } from '../../src/node/write-whole.ts';

/** What differs from run to run. */
export interface InProcess {
  readonly fs?: Disk;
  readonly setup?: Partial<Setup>;
  readonly shard?: Shard;
  readonly prune?: boolean;
  readonly failFast?: boolean;
  readonly onDone?: (job: Job, done: Done) => void;
  readonly stop?: AbortSignal;
}

/** Makes the specs of a folder, one after the other. */
export async function runHere(
  specs: string,
  output: string,
  { fs = disk, setup = {}, shard, prune = false, failFast = false, ...rest }: InProcess = {},
): Promise<{ readonly outcome: Outcome; readonly plan: Plan }> {
  const { files } = await findSpecs([specs]);
  const plan = planOf(specJobs(files), shard);
  const tasks = taskRunner(fs);
  const runner = {
    do: (task: Parameters<Runner['do']>[0]) =>
      task.kind === 'name' ? tasks.name(task) : tasks.make(task),
    close: () => tasks.close(),
  } as Runner;
  const whole: Setup = {
    ...{ output, journal: journalPath(output, plan), formats: ['html'], defaults: [], assets: [] },
    ...{ final: false, strict: false, allowWarnings: false, force: false },
    ...{ program: '1.2.3', settings: 'as tested' },
    ...setup,
  };
  try {
    const outcome = await runPlan(plan, whole, {
      ...{
        jobs: 1,
        timeoutSeconds: 30,
        memoryMiB: 512,
        failOn: 'never',
        failFast,
        prune,
        runner,
        fs,
      },
      exists: (file) =>
        disk.stat(path.resolve(file)).then(
          () => true,
          () => false,
        ),
      onDone: rest.onDone ?? (() => undefined),
      stop: rest.stop ?? new AbortController().signal,
    });
    return { outcome, plan };
  } finally {
    await tasks.close().catch(() => undefined);
  }
}
