// A worker process of a batch: does one task after the other, and ends itself when it takes too much
// memory. Writes its papers itself; only names, counts and hashes go back to the parent.

import * as disk from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import workerpool from 'workerpool';
import { spareMemory } from './spare-memory.ts';
import { type Task, taskRunner } from './tasks.ts';

const mostMemory = Number(process.argv[2]) * 1024 * 1024;

// Ctrl-C reaches every process of a terminal; the parent decides what it means for us.
process.on('SIGINT', () => undefined);

// A thread of its own, since a spec that takes too much memory leaves this one no time to look. Limits
// on a worker's heap do not see buffers; the resident size of the process does.
new Worker(
  `const limit = require('node:worker_threads').workerData;
   setInterval(() => {
     if (process.memoryUsage.rss() > limit) process.kill(process.pid, 'SIGKILL');
   }, 100);`,
  {
    eval: true,
    workerData: mostMemory,
    resourceLimits: { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 2 },
  },
).unref();

const runner = taskRunner(disk);
const spare = spareMemory();
let begun = false;

/**
 * How many agreements a worker makes: what it takes grows slowly, little of it ours (fragments between
 * buffers, compiled code), and a fresh one starts small. On 10,000 short agreements in two formats the peak
 * was 1.16 times that of 500 with 1,000 here; a start costs about as much as 30 agreements.
 */
const life = 700;
let made = 0;

/** What an agreement leaves behind must not be held against the next one: this process ends then. */
const spent = (): boolean => made >= life || process.memoryUsage.rss() > mostMemory * 0.75;

workerpool.worker({
  do: async (task: Task) => {
    // Another worker gets a task that did not begin; one that is spent from the start has no choice.
    if (begun && spent()) process.exit(0);
    begun = true;
    // From here on the time counts, and the parent knows whom to end.
    workerpool.workerEmit({ pid: process.pid });
    const answer = task.kind === 'name' ? await runner.name(task) : await runner.make(task);
    made += 1;
    spare();
    if (spent()) setTimeout(() => process.exit(0), 10);
    return answer;
  },
});
