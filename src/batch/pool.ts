// Worker processes for a batch, by the library workerpool: each does one task at a time, and one that
// takes too long or too much memory is ended without the others noticing.
// Knows nothing of agreements; why processes and not threads is in docs/architecture.md.

import * as disk from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import workerpool from 'workerpool';
import { bundledScript, packageRoot } from '../node/package-files.ts';
import { removeDrafts } from '../node/write-whole.ts';
import type { Done } from './setup.ts';
import type { Named, Task } from './tasks.ts';

/** A task whose worker did not live to answer. */
export interface Ended {
  readonly ended: 'time' | 'memory' | 'crash';
  /** What the system said. */
  readonly detail: string;
}

/** Whoever does the tasks: processes, or, in tests, this one. */
export interface Runner {
  readonly do: <Kind extends Task['kind']>(
    task: Task & { readonly kind: Kind },
  ) => Promise<(Kind extends 'name' ? Named : Done) | Ended>;
  /** Ends the workers; `now` without waiting for what they do. */
  readonly close: (now: boolean) => Promise<void>;
}

/** What a pool goes by. */
export interface PoolOptions {
  readonly jobs: number;
  readonly timeoutSeconds: number;
  /** The most that a worker's resident size may come to. */
  readonly memoryMiB: number;
  /** The worker's program; default: that of the installed package. */
  readonly script?: string;
}

/** How long a worker that has nothing to do may take to end. */
const longestGoodbyeMs = 1000;

/** What one worker may take, by measure: `--jobs` leaves room for it. */
const usualMiB = 200;

/** Returns how many workers a machine can bear: one for each core, as far as there is memory, in bytes. */
export function defaultJobs(
  cores: number = availableParallelism(),
  free: number = process.availableMemory(),
): number {
  return Math.max(1, Math.min(cores, Math.floor(free / (usualMiB * 1024 * 1024))));
}

/** Returns the path of the worker's program: beside the bundle that this is part of. */
export function workerScript(): string {
  const name = 'batch-worker.js';
  return bundledScript(name) ?? join(packageRoot(), 'dist', name);
}

/** Starts no process yet; each begins with its first task. */
export function startPool(options: PoolOptions): Runner {
  const { jobs, memoryMiB, script = workerScript() } = options;
  const pool = workerpool.pool(script, {
    workerType: 'process',
    maxWorkers: jobs,
    forkArgs: [String(memoryMiB)],
    forkOpts: {
      serialization: 'advanced',
      execArgv: heapFlags(memoryMiB),
      env: { ...process.env, ...thriftyMalloc },
    },
  });
  /** Of the workers that are at a task. */
  const pids = new Set<number>();
  let closed = false;
  const once = async (task: Task, tries = 3): Promise<unknown> => {
    const watch: Watch = {};
    try {
      return await pool.exec('do', [task], { on: ({ pid }) => begin(pid, watch, options, pids) });
    } catch (error) {
      const ended = endOf(error as Error, watch);
      if (watch.pid === undefined && tries > 1 && !closed) return once(task, tries - 1);
      if (watch.pid && task.kind === 'make') {
        await removeDrafts(task.setup.output, disk, watch.pid);
      }
      return ended;
    } finally {
      clearTimeout(watch.timer);
      if (watch.pid !== undefined) pids.delete(watch.pid);
    }
  };
  return {
    do: once as Runner['do'],
    close: async (now) => {
      closed = true;
      if (now) for (const pid of pids) kill(pid);
      // The library waits for ever for a worker that is gone already.
      await pool.terminate(now, longestGoodbyeMs).catch(() => undefined);
    },
  };
}

/**
 * Left alone, V8 takes memory as long as the machine has some. Measured on 200 agreements in two formats:
 * 360 MiB for a worker without these, 210 with them. Half of what a worker may take is for buffers.
 */
function heapFlags(memoryMiB: number): readonly string[] {
  const heapMiB = Math.max(32, Math.floor(memoryMiB / 2));
  return ['--max-semi-space-size=8', `--max-old-space-size=${heapMiB}`];
}

/**
 * Tells glibc to give memory back: pictures are decoded in buffers of many sizes, on several threads.
 * Measured on agreements with two logos: 290 MiB for a worker without these, 220 with them, as fast.
 */
const thriftyMalloc = {
  MALLOC_ARENA_MAX: '1',
  MALLOC_MMAP_THRESHOLD_: '65536',
  MALLOC_TRIM_THRESHOLD_: '65536',
};

interface Watch {
  pid?: number;
  timer?: NodeJS.Timeout;
  late?: true;
}

function begin(
  pid: number,
  watch: Watch,
  { timeoutSeconds }: PoolOptions,
  pids: Set<number>,
): void {
  pids.add(pid);
  watch.pid = pid;
  watch.timer = setTimeout(() => {
    watch.late = true;
    kill(pid);
  }, timeoutSeconds * 1000);
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It is gone already.
  }
}

/** Tells why a worker is gone, from the only thing that the library says about it: its message. */
function endOf({ message }: Error, { late }: Watch): Ended {
  const code = /exitCode: `(\w+)`/.exec(message)?.[1];
  const signal = /signalCode: `(\w+)`/.exec(message)?.[1];
  if (late) return { ended: 'time', detail: '' };
  // Its own watch, or the system that ran out; a heap that is full ends by SIGABRT (134 in a container).
  const memory = signal === 'SIGKILL' || signal === 'SIGABRT' || code === '134' || code === '137';
  // Windows knows no signals: whoever is killed there ends with 1.
  if (memory || (process.platform === 'win32' && code === '1')) {
    return { ended: 'memory', detail: '' };
  }
  if (code === undefined) return { ended: 'crash', detail: message.split('\n')[0]! };
  return { ended: 'crash', detail: signal && signal !== 'null' ? signal : `exit ${code}` };
}
