// The end of a run: findings, summary and manifest written whole, in the order of the plan, and then
// the journal removed. Until the last step the journal says the same, so that it may fail at any.

import path from 'node:path';
import { UserError } from '../base/errors.ts';
import {
  type Disk,
  hashOnDisk,
  removeDrafts,
  syncFolder,
  whyNot,
  writeWhole,
} from '../node/write-whole.ts';
import type { Entry } from './entry.ts';
import { inPieces } from './lines.ts';
import type { Plan } from './plan.ts';
import { type BatchRecord, openRecord } from './record.ts';
import type { RunFiles } from './shard.ts';
import { summaryHead, summaryLine } from './summary.ts';

/** What is left of agreements without a source. */
export interface Gone {
  /** Papers that are still there. */
  readonly papers: number;
  readonly deleted: number;
  /** Left, because somebody changed them. */
  readonly kept: readonly string[];
}

/** What the end of a run goes by. */
export interface FinishOptions {
  readonly output: string;
  readonly files: RunFiles;
  readonly prune: boolean;
  /** Tells whether a file that is not in this batch is there. */
  readonly exists: (file: string) => Promise<boolean>;
}

/** Writes what a run leaves behind, and returns what became of agreements without a source. */
export async function finishRun(plan: Plan, options: FinishOptions, fs: Disk): Promise<Gone> {
  const { output, files } = options;
  const record = await openRecord(output, files);
  try {
    const others = await withoutSource(plan, record, options, fs);
    await writeWhole(place(files.findings), inPieces(findingsLines(plan, record)), fs);
    await writeWhole(place(files.summary), inPieces(summaryLines(plan, record)), fs);
    await writeWhole(place(files.manifest), inPieces(entryLines(plan, record, others.entries)), fs);
    await syncFolder(output, fs);
    await remove(place(files.journal), fs);
    await syncFolder(output, fs);
    return others.gone;
  } finally {
    await record.close();
    await removeDrafts(output, fs);
  }

  function place(name: string): string {
    return path.join(output, name);
  }
}

async function* findingsLines(plan: Plan, record: BatchRecord): AsyncGenerator<string> {
  for (const { name } of plan.jobs) {
    const findings = (await record.latest(name))?.findings;
    if (findings) yield `${JSON.stringify(findings)}\n`;
  }
}

async function* summaryLines(plan: Plan, record: BatchRecord): AsyncGenerator<string> {
  yield summaryHead;
  for (const job of plan.jobs) yield summaryLine(job, (await record.latest(job.name))?.entry);
}

async function* entryLines(
  { jobs, shard, hash }: Plan,
  record: BatchRecord,
  others: readonly Entry[],
): AsyncGenerator<string> {
  const share = shard ? { shard: `${shard.index}/${shard.count}`, plan: hash } : {};
  for (const { name } of jobs) {
    const entry = (await record.latest(name))?.entry;
    if (entry) yield `${JSON.stringify({ ...entry, ...share })}\n`;
  }
  for (const entry of others) yield `${JSON.stringify({ ...entry, ...share })}\n`;
}

/** Finds the agreements that this batch no longer has, and deletes their papers if that is wanted. */
async function withoutSource(
  plan: Plan,
  record: BatchRecord,
  { output, prune, exists }: FinishOptions,
  fs: Disk,
): Promise<{ readonly entries: readonly Entry[]; readonly gone: Gone }> {
  const entries: Entry[] = [];
  const kept: string[] = [];
  let papers = 0;
  let deleted = 0;
  for (const name of record.names()) {
    if (plan.names.has(name)) continue;
    const entry = (await record.latest(name))?.entry;
    if (!entry) continue;
    const file = entry.source.replace(/:\d+$/, '');
    const elsewhere =
      !plan.files.has(entry.source) &&
      !plan.files.has(file) &&
      ((await exists(entry.source)) || (await exists(file)));
    // Of another batch into the same folder: none of our business.
    if (elsewhere) {
      entries.push(entry);
      continue;
    }
    const outputs: Record<string, string> = {};
    for (const [paper, hash] of Object.entries({ ...entry.left, ...entry.outputs })) {
      const at = path.join(output, paper);
      const present = await hashOnDisk(at, fs);
      if (present === undefined) continue;
      if (present === hash && prune) {
        await remove(at, fs);
        deleted += 1;
        continue;
      }
      if (present !== hash && prune) kept.push(at);
      outputs[paper] = hash;
      papers += 1;
    }
    const { left: _, ...rest } = entry;
    if (Object.keys(outputs).length > 0) entries.push({ ...rest, status: 'gone', outputs });
  }
  return { entries, gone: { papers, deleted, kept } };
}

async function remove(file: string, fs: Disk): Promise<void> {
  try {
    await fs.unlink(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return;
    throw new UserError(whyNot(file, error as NodeJS.ErrnoException), { cause: error });
  }
}
