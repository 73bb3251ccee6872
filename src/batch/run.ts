// Makes the agreements of a plan: hands them to the workers one after the other, counts, and carries on
// when one fails. Holds no result longer than it takes to count it.

import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { UserError } from '../base/errors.ts';
import { type Disk, makeFolder, removeDrafts } from '../node/write-whole.ts';
import { type FailOn, fails } from '../report/report.ts';
import type { Found } from './entry.ts';
import { finishRun, type Gone } from './finish.ts';
import { openJournal } from './journal.ts';
import { refuseOthersPapers } from './other-batches.ts';
import type { Plan } from './plan.ts';
import type { Ended, Runner } from './pool.ts';
import { openRecord } from './record.ts';
import { notBuilt } from './run-job.ts';
import type { Done, Job, Setup } from './setup.ts';
import { runFiles } from './shard.ts';
import { spareMemory } from './spare-memory.ts';

/** How a run is carried out. */
export interface RunOptions {
  readonly jobs: number;
  readonly timeoutSeconds: number;
  readonly memoryMiB: number;
  readonly failOn: FailOn;
  readonly failFast: boolean;
  readonly prune: boolean;
  readonly runner: Runner;
  readonly fs: Disk;
  readonly exists: (file: string) => Promise<boolean>;
  /** Told of each agreement when it is done. */
  readonly onDone: (job: Job, done: Done) => void;
  /** Raised by Ctrl-C: no new work. */
  readonly stop: AbortSignal;
}

/** The counts of a run. */
export interface Totals extends Found {
  /** Of the agreements: made or made before, stopped by their spec, kept, failed. */
  readonly made: number;
  readonly unchanged: number;
  readonly stopped: number;
  readonly kept: number;
  readonly failed: number;
  /** How many there are in all. */
  readonly all: number;
}

/** How a run ended. */
export interface Outcome {
  readonly totals: Totals;
  readonly gone: Gone;
  /** 0, 1, 2 or 3, as everywhere. */
  readonly exit: number;
  /** The first fault of ours. */
  readonly bug?: string;
  readonly reached: number;
}

/**
 * Makes everything in a plan and writes the manifest. Rejects with a UserError when nothing can be
 * written any more; what was made until then is in the journal, and the next run goes on from there.
 */
export async function runPlan(plan: Plan, setup: Setup, options: RunOptions): Promise<Outcome> {
  const { runner, fs, stop } = options;
  const files = runFiles(plan.shard);
  if (!setup.force) await refuseOthersPapers(plan, setup.output, options.exists);
  await makeFolder(setup.output, fs);
  await removeDrafts(setup.output, fs);
  if (setup.review) await removeDrafts(setup.review.pages, fs);
  const record = await openRecord(setup.output, files);
  const journal = openJournal(setup.journal, fs);
  const counts = counting(plan.jobs.length);
  const spare = spareMemory();
  let next = 0;
  let exit = 0;
  let reached = 0;
  let bug: string | undefined;
  let fatal: string | undefined;
  const ending = (): boolean =>
    stop.aborted || fatal !== undefined || (options.failFast && exit > 0);
  const lane = async (): Promise<void> => {
    while (next < plan.jobs.length && !ending()) {
      const job = plan.jobs[next++]!;
      const earlier = await record.earlier(job.name);
      const answer = await runner.do<'make'>({ kind: 'make', job, setup, earlier });
      // A worker that is ended by Ctrl-C, before it knows better, ends no agreement: the next run makes it.
      if (fatal !== undefined || ('ended' in answer && stop.aborted)) return;
      const done =
        'ended' in answer
          ? await notBuilt(job, setup, earlier, reasonOf(answer, options), journal.add, fs)
          : answer;
      fatal ??= done.fatal;
      if (done.fatal !== undefined) return;
      reached += 1;
      bug ??= done.bug;
      counts.add(done);
      exit = Math.max(exit, exitOf(done, answer, options.failOn));
      options.onDone(job, done);
      spare();
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.max(1, options.jobs) }, lane));
  } finally {
    await journal.close();
    await record.close();
  }
  if (fatal !== undefined) {
    // Workers may still be at a paper: what they write is whole, and they are ended with the run.
    await wait(0);
    throw new UserError(fatal);
  }
  await runner.close(false);
  const gone = await finishRun(plan, { ...options, output: setup.output, files }, fs);
  if (gone.kept.length > 0) exit = Math.max(exit, 2);
  return { totals: counts.totals(), gone, exit, reached, ...(bug === undefined ? {} : { bug }) };
}

function reasonOf({ ended, detail }: Ended, { timeoutSeconds, memoryMiB }: RunOptions): string {
  switch (ended) {
    case 'time':
      return `It took longer than ${timeoutSeconds} seconds and was ended; nothing was made.`;
    case 'memory':
      return `It took more than ${memoryMiB} MiB of memory and was ended; nothing was made.`;
    case 'crash':
      return `The process that made it broke down (${detail}); nothing was made.`;
  }
}

/** A spec that stops its paper fails the run, whatever `--fail-on` says of findings. */
function exitOf(done: Done, answer: Done | Ended, failOn: FailOn): number {
  if (done.bug !== undefined || ('ended' in answer && answer.ended === 'crash')) return 3;
  if (done.kept.length > 0 || (done.entry.status === 'failed' && !('ended' in answer))) return 2;
  return done.entry.status !== 'made' || fails(done.entry.findings, failOn) ? 1 : 0;
}

function counting(all: number): { readonly add: (done: Done) => void; totals: () => Totals } {
  const counts = {
    ...{ made: 0, unchanged: 0, stopped: 0, kept: 0, failed: 0 },
    ...{ errors: 0, warnings: 0, advice: 0, waived: 0 },
  };
  return {
    add: ({ entry: { status, findings }, built }) => {
      if (status === 'made') counts[built ? 'made' : 'unchanged'] += 1;
      else if (status !== 'gone') counts[status] += 1;
      for (const each of ['errors', 'warnings', 'advice', 'waived'] as const) {
        counts[each] += findings[each];
      }
    },
    totals: () => ({ ...counts, all }),
  };
}

/** Returns the path of the journal for a plan. */
export function journalPath(output: string, plan: Pick<Plan, 'shard'>): string {
  return path.join(output, runFiles(plan.shard).journal);
}
