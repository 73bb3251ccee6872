// Divides a batch among machines: which agreement belongs to which share is a matter of its name
// alone, so that a spec more or less moves no other.

import { createHash } from 'node:crypto';
import { UserError } from '../base/errors.ts';

/** One share of a batch. */
export interface Shard {
  /** From 1. */
  readonly index: number;
  readonly count: number;
}

/** Reads `3/16`. */
export function readShard(text: string): Shard {
  const [, index, count] = /^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? [];
  const shard = { index: Number(index), count: Number(count) };
  if (shard.index >= 1 && shard.index <= shard.count) return shard;
  throw new UserError(
    `--shard ${text}: write which share of how many, such as 3/16; the first is 1/16, the last 16/16.`,
  );
}

/** Returns the share, from 1 to `count`, in which the agreement of this name is made. */
export function shardOf(name: string, count: number): number {
  const hash = createHash('sha256').update(name).digest();
  // 48 bits fit a number exactly, and leave no share larger than another by more than chance.
  return (hash.readUIntBE(0, 6) % count) + 1;
}

/** The names of the files that a run keeps in its output folder. */
export interface RunFiles {
  readonly manifest: string;
  readonly findings: string;
  readonly summary: string;
  /** What happened since the manifest was written; there only while a run is not at its end. */
  readonly journal: string;
}

/** Returns the names for a whole batch or a share of it. */
export function runFiles(shard?: Shard): RunFiles {
  const suffix = shard ? `-${shard.index}-of-${shard.count}` : '';
  return {
    manifest: `manifest${suffix}.jsonl`,
    findings: `findings${suffix}.jsonl`,
    summary: `summary${suffix}.csv`,
    journal: `.pactwright-batch${suffix}.jsonl`,
  };
}

/** Takes in the agreements of a whole plan in its order and returns the hash of all of them. */
export function planHash(): {
  readonly add: (job: { readonly name: string; readonly source: string }) => void;
  readonly end: () => string;
} {
  const hash = createHash('sha256');
  return {
    add: ({ name, source }) => {
      hash.update(`${JSON.stringify([source, name])}\n`);
    },
    end: () => hash.digest('hex'),
  };
}

/** Orders agreements by their files, and those of a table by their rows. */
export function bySource(a: { readonly source: string }, b: { readonly source: string }): number {
  const [fileA, rowA] = placeOf(a.source);
  const [fileB, rowB] = placeOf(b.source);
  return fileA < fileB ? -1 : fileA > fileB ? 1 : rowA - rowB;
}

function placeOf(source: string): readonly [string, number] {
  const [, file, row] = /^(.*):(\d+)$/s.exec(source) ?? [];
  return file === undefined ? [source, 0] : [file, Number(row)];
}
