// Runs programs side by side and watches them and all that they start: clock, processor, memory.
// Processor and memory are read from /proc twenty times a second, so on Linux alone.

import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { now } from './statistics.mjs';

const pageBytes = 4096;
const ticksPerSecond = 100;

/**
 * Runs commands at the same time until all have ended. Rejects when one of them fails.
 * Returns the seconds of each, the seconds until the last one ended, the processor seconds of all
 * (undefined where there is no /proc) and the most memory that all held at one time, in MiB.
 *
 * @param commands lists of arguments for node
 */
export async function runTogether(commands, options = {}) {
  const start = now();
  const children = commands.map((args) =>
    spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'], ...options }),
  );
  const processor = new Map();
  let peak = 0;
  const look = () => {
    let held = 0;
    for (const pid of children.flatMap(({ pid }) => treeOf(pid))) {
      const seen = statOf(pid);
      if (!seen) continue;
      held += seen.bytes;
      processor.set(pid, seen.ticks);
    }
    peak = Math.max(peak, held);
  };
  const watch = setInterval(look, 50);
  try {
    const seconds = await Promise.all(children.map((child) => ended(child, start)));
    const ticks = [...processor.values()].reduce((sum, each) => sum + each, 0);
    return {
      seconds,
      clock: Math.max(...seconds),
      processor: processor.size > 0 ? ticks / ticksPerSecond : undefined,
      peakMiB: peak > 0 ? peak / 1024 / 1024 : undefined,
    };
  } finally {
    clearInterval(watch);
  }
}

function ended(child, start) {
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve((now() - start) / 1000);
      else reject(new Error(`${child.spawnargs.join(' ')} ended with ${code}:\n${said}`));
    });
  });
}

function treeOf(pid) {
  try {
    const threads = readdirSync(`/proc/${pid}/task`);
    const kids = threads.flatMap((thread) =>
      readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean),
    );
    return [pid, ...kids.flatMap(treeOf)];
  } catch {
    return [];
  }
}

function statOf(pid) {
  try {
    // The name in brackets may hold spaces; what counts stands behind it.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ');
    return {
      ticks: Number(fields[11]) + Number(fields[12]),
      bytes: Number(fields[21]) * pageBytes,
    };
  } catch {
    return undefined;
  }
}
