// The shares of a batch as they lie in their folders: which there are, and their lines in the order of
// the whole, one of each in memory. Whether they fit together is for merge.ts to say.

import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { UserError } from '../base/errors.ts';
import { type Entry, readEntry } from './entry.ts';
import { linesOf } from './lines.ts';
import { bySource, runFiles } from './shard.ts';
import { summaryHead, summaryLine } from './summary.ts';

/** A share, and the folder that its manifest lies in. */
export interface ShareFile {
  readonly folder: string;
  readonly index: number;
  readonly count: number;
}

/** Finds the shares in some folders; rejects unless each of them is there once. */
export async function sharesIn(folders: readonly string[]): Promise<readonly ShareFile[]> {
  const shares: ShareFile[] = [];
  for (const folder of folders) {
    const names = await readdir(folder).catch(() => {
      throw new UserError(`${folder} is no folder that can be read.`);
    });
    for (const name of names.sort()) {
      const [, index, count] = /^manifest-(\d+)-of-(\d+)\.jsonl$/.exec(name) ?? [];
      if (index) shares.push({ folder, index: Number(index), count: Number(count) });
    }
  }
  const [one] = shares;
  if (!one) {
    throw new UserError(
      'No manifest-1-of-….jsonl in the folders given. A share is made by batch --shard 1/16.',
    );
  }
  const other = shares.find(({ count }) => count !== one.count);
  if (other) {
    throw new UserError(
      `There are shares of ${one.count} and of ${other.count}; they are not of one run. Move the older ones away.`,
    );
  }
  for (let index = 1; index <= one.count; index += 1) {
    const found = shares.filter((each) => each.index === index);
    if (found.length === 1) continue;
    const what =
      found.length === 0 ? 'is missing' : `is in ${found.map((f) => f.folder).join(' and ')}`;
    throw new UserError(`Share ${index} of ${one.count} ${what}. Nothing was joined.`);
  }
  return shares;
}

/** A paper of a share. */
export interface SharePaper {
  readonly paper: string;
  readonly folder: string;
  readonly hash: string;
}

/** Goes through the papers of shares. */
export async function* papersOf(shares: readonly ShareFile[]): AsyncGenerator<SharePaper> {
  for await (const { entry, folder } of inOrder(shares)) {
    for (const [paper, hash] of Object.entries(entry.outputs)) yield { paper, folder, hash };
  }
}

/** A line of a manifest, and where it stands. */
export interface PlacedEntry {
  readonly entry: Entry;
  readonly folder: string;
  readonly file: string;
}

/** Goes through the lines of all shares in the order of the whole, one of each in memory. */
export async function* inOrder(shares: readonly ShareFile[]): AsyncGenerator<PlacedEntry> {
  const heads = await Promise.all(
    shares.map(async (share) => {
      const file = path.join(share.folder, runFiles(share).manifest);
      const lines = linesOf(file);
      const next = async (): Promise<Entry | undefined> => {
        const { value } = await lines.next();
        return value ? readEntry(value.text, file) : undefined;
      };
      return { ...share, file, next, entry: await next() };
    }),
  );
  for (;;) {
    let least: (typeof heads)[number] | undefined;
    for (const head of heads) {
      if (head.entry && (!least?.entry || before(head.entry, least.entry))) least = head;
    }
    if (!least?.entry) return;
    yield { entry: least.entry, folder: least.folder, file: least.file };
    least.entry = await least.next();
  }
}

/** What has no source stands at the end of a manifest. */
function before(a: Entry, b: Entry): boolean {
  const gone = Number(a.status === 'gone') - Number(b.status === 'gone');
  return (gone || bySource(a, b)) < 0;
}

/** The lines of the joined manifest. */
export async function* entriesInOrder(shares: readonly ShareFile[]): AsyncGenerator<string> {
  for await (const { entry } of inOrder(shares)) {
    const { shard: _, plan: __, ...rest } = entry;
    yield `${JSON.stringify(rest)}\n`;
  }
}

/** The lines of the joined summary. */
export async function* summaryInOrder(shares: readonly ShareFile[]): AsyncGenerator<string> {
  yield summaryHead;
  for await (const { entry } of inOrder(shares)) yield summaryLine(entry, entry);
}

/** The lines of the joined findings: those of each share are in the order of its manifest. */
export async function* findingsInOrder(shares: readonly ShareFile[]): AsyncGenerator<string> {
  const heads = new Map<string, { next: () => Promise<string | undefined>; text?: string }>();
  for (const share of shares) {
    const lines = linesOf(path.join(share.folder, runFiles(share).findings));
    const next = async (): Promise<string | undefined> => (await lines.next()).value?.text;
    const text = await next();
    heads.set(path.join(share.folder, runFiles(share).manifest), {
      next,
      ...(text === undefined ? {} : { text }),
    });
  }
  for await (const { entry, file } of inOrder(shares)) {
    const head = heads.get(file)!;
    if (!head.text || (JSON.parse(head.text) as { name?: string }).name !== entry.name) continue;
    yield `${head.text}\n`;
    const text = await head.next();
    if (text === undefined) delete head.text;
    else head.text = text;
  }
}
