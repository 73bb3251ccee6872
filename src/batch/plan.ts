// Which agreements a batch makes, in their order, each with the name of its papers: all of it known
// before the first is built, so that no paper ever overwrites another.

import path from 'node:path';
import { UserError } from '../base/errors.ts';
import type { TableRow } from '../merge.ts';
import { safeFileName, sameFileKey } from '../node/file-names.ts';
import type { Runner } from './pool.ts';
import type { Job, Setup } from './setup.ts';
import { bySource, planHash, type Shard, shardOf } from './shard.ts';

/** What is to be made. */
export interface Plan {
  /** In the order of their sources. */
  readonly jobs: readonly Job[];
  /** Every name of the whole batch, also of other shares. */
  readonly names: ReadonlySet<string>;
  /** The files that the whole batch comes from. */
  readonly files: ReadonlySet<string>;
  /** Hash of the whole batch. */
  readonly hash: string;
  readonly shard?: Shard;
}

/** The longest ending of a paper; names are cut so that it fits. */
const longestEnding = 'docx';

/** Returns the agreements of spec files, named after them. */
export function specJobs(files: readonly string[]): readonly Job[] {
  return files.map((file) => ({
    name: safeStem(path.parse(file).name),
    source: path.posix.normalize(slashed(file)),
    file,
    folder: path.dirname(file),
  }));
}

/** Returns the agreements of a table's rows, named after its base and the number of the row. */
export function rowJobs(base: string, table: string, rows: readonly TableRow[]): readonly Job[] {
  return rows.map((row) => ({
    name: safeStem(`${path.parse(base).name}-${row.number}`),
    source: `${path.posix.normalize(slashed(table))}:${row.number}`,
    file: base,
    folder: path.dirname(base),
    row,
  }));
}

function slashed(file: string): string {
  return path.sep === '\\' ? file.replaceAll('\\', '/') : file;
}

function safeStem(stem: string): string {
  return safeFileName(stem, longestEnding).slice(0, -longestEnding.length - 1);
}

/** Returns the same agreements with the names that `--name` gives them. */
export async function named(
  jobs: readonly Job[],
  setup: Setup,
  runner: Runner,
  width: number,
): Promise<readonly Job[]> {
  const result: Job[] = [];
  const unsure = new Set<number>();
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let at = next++; at < jobs.length; at = next++) {
      const job = jobs[at]!;
      const found = await runner.do<'name'>({ kind: 'name', job, setup });
      // One that took too long or fell over does so again when it is made, and is reported then.
      if ('ended' in found) result[at] = job;
      else if (found.name === undefined) {
        result[at] = found.problem === undefined ? job : { ...job, unnamed: found.problem };
      } else {
        result[at] = { ...job, name: safeStem(found.name) };
        if (found.unsure) unsure.add(at);
      }
    }
  };
  await Promise.all(Array.from({ length: width }, lane));
  const uses = new Map<string, number>();
  for (const { name } of result) {
    const key = sameFileKey(name);
    uses.set(key, (uses.get(key) ?? 0) + 1);
  }
  // What cannot be made anyway stands in nobody's way.
  return result.map((job, at) =>
    unsure.has(at) && uses.get(sameFileKey(job.name))! > 1 ? jobs[at]! : job,
  );
}

/** Orders the agreements, checks that no two make the same file, and keeps those of a share. */
export function planOf(all: readonly Job[], shard: Shard | undefined): Plan {
  const sorted = [...all].sort((a, b) => bySource(a, b));
  const clashes = clashesIn(sorted);
  if (clashes.length > 0) {
    const more = clashes.length > 5 ? [`… and ${clashes.length - 5} more.`] : [];
    throw new UserError(
      [
        ...clashes.slice(0, 5),
        ...more,
        'Rename one of each, or give --name a pattern that tells them apart. Nothing was made.',
      ].join('\n'),
    );
  }
  const hash = planHash();
  for (const job of sorted) hash.add(job);
  return {
    jobs: shard ? sorted.filter((job) => shardOf(job.name, shard.count) === shard.index) : sorted,
    names: new Set(sorted.map(({ name }) => name)),
    files: new Set(sorted.map(fileOf)),
    hash: hash.end(),
    ...(shard ? { shard } : {}),
  };
}

/** Returns the file that an agreement comes from, without the row. */
export function fileOf({ source, row }: Pick<Job, 'source' | 'row'>): string {
  return row ? source.slice(0, source.lastIndexOf(':')) : source;
}

function clashesIn(jobs: readonly Job[]): readonly string[] {
  const owners = new Map<string, Job>();
  const clashes: string[] = [];
  for (const job of jobs) {
    const key = sameFileKey(job.name);
    const other = owners.get(key);
    if (other) {
      clashes.push(`${other.source} and ${job.source} would both make ${job.name}.docx.`);
    } else owners.set(key, job);
  }
  return clashes;
}
