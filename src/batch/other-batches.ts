// Before anything is made: papers of another batch in the same folder, whose source is still there and
// which this one would write over. Two batches can give their papers the same names, as two runs of one
// batch do; which it is shows in where the papers came from.

import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { UserError } from '../base/errors.ts';
import { sameFileKey } from '../node/file-names.ts';
import { readEntry } from './entry.ts';
import { linesOf } from './lines.ts';
import { fileOf, type Plan } from './plan.ts';
import type { Job } from './setup.ts';
import { runFiles } from './shard.ts';

/** Rejects with a UserError where papers in `output` are those of other sources that `exists` finds. */
export async function refuseOthersPapers(
  plan: Plan,
  output: string,
  exists: (file: string) => Promise<boolean>,
): Promise<void> {
  const jobs = new Map(plan.jobs.map((job) => [sameFileKey(job.name), job]));
  const manifest = path.join(output, runFiles(plan.shard).manifest);
  const found: string[] = [];
  let more = 0;
  for await (const { text } of linesOf(manifest)) {
    const { name, source, outputs } = readEntry(text, manifest);
    const job = jobs.get(sameFileKey(name));
    const [paper] = Object.keys(outputs);
    if (!job || paper === undefined || (await isSameFile(source, job))) continue;
    const place = path.join(output, paper);
    if (!(await exists(fileIn(source))) || !(await exists(place))) continue;
    if (found.length === 5) more += 1;
    else {
      found.push(
        `${place} was made from ${source}, which is still there; ${job.source} would take its place.`,
      );
    }
  }
  if (found.length === 0) return;
  throw new UserError(
    [
      ...found,
      ...(more > 0 ? [`… and ${more} more.`] : []),
      'Give another folder with -o, or names of their own with --name; --force writes over them. Nothing was made.',
    ].join('\n'),
  );
}

async function isSameFile(source: string, job: Job): Promise<boolean> {
  const one = fileIn(source);
  const other = fileOf(job);
  if (source === job.source || path.resolve(one) === path.resolve(other)) return true;
  const real = (file: string): Promise<string> => realpath(file).catch(() => path.resolve(file));
  return (await real(one)) === (await real(other));
}

/** The file of a source, without the row. */
function fileIn(source: string): string {
  return source.replace(/:\d+$/, '');
}
