// Documents a second once everything is warm: each contender in a process of its own, turn by turn.

import { fork } from 'node:child_process';
import { join } from 'node:path';
import { median } from '../lib/statistics.mjs';

const worker = join(import.meta.dirname, '../lib/worker.mjs');

/** How long a turn is to take, in milliseconds of a processor. */
const turn = 400;
const mostInATurn = 60;
/** Documents of a turn while a contender warms up. */
const chunk = 10;

/**
 * Measures contenders against each other. Returns for each id the processor and clock milliseconds of
 * a document in each round, and the peak memory of its process in MiB.
 *
 * @param sizes how long a contender warms up, and how many rounds there are
 */
export async function measureWarm(ids, { warmUpMs, rounds }, say) {
  const entrants = [];
  for (const id of ids) {
    const process = await start(id);
    let [made, spent, each] = [0, 0, 0];
    while (spent < warmUpMs) {
      const { clockMs, processorMs } = await process.make(chunk);
      made += chunk;
      spent += clockMs;
      each = processorMs / chunk;
    }
    const count = Math.max(2, Math.min(mostInATurn, Math.round(turn / each)));
    entrants.push({ id, process, count, processorMs: [], clockMs: [] });
    say(`warm   ${id}: ${each.toFixed(1)} ms after ${made} documents`);
  }
  let peaks = {};
  for (let round = 0; round < rounds; round += 1) {
    // Nobody always comes after the same neighbour.
    const order = round % 2 ? [...entrants].reverse() : entrants;
    for (const { id, process, count, processorMs, clockMs } of order) {
      const made = await process.make(count);
      processorMs.push(made.processorMs / count);
      clockMs.push(made.clockMs / count);
      peaks = { ...peaks, [id]: made.peakMiB };
    }
  }
  for (const { process } of entrants) process.end();
  return Object.fromEntries(
    entrants.map(({ id, processorMs, clockMs }) => [
      id,
      {
        processorMs,
        clockMs,
        perSecond: 1000 / median(processorMs),
        perClockSecond: 1000 / median(clockMs),
        peakMiB: peaks[id],
      },
    ]),
  );
}

async function start(id) {
  const child = fork(worker, [id]);
  let settle;
  child.on('message', (message) => settle.resolve(message));
  child.on('exit', (code, signal) =>
    settle.reject(new Error(`${id} ended early: ${signal ?? code}.`)),
  );
  const answer = () =>
    new Promise((resolve, reject) => {
      settle = { resolve, reject };
    });
  await answer();
  return {
    make: (count) => {
      const made = answer();
      child.send({ count });
      return made;
    },
    end: () => child.disconnect(),
  };
}
