// Joins the shares of a batch that were made on several machines, and checks that they are one batch:
// every share there once, of one plan, by one program with the same flags, every paper whole.

import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { UserError } from '../base/errors.ts';
import { type Disk, hashOnDisk, makeFolder, syncFolder, writeWhole } from '../node/write-whole.ts';
import { type Entry, readEntry } from './entry.ts';
import { inPieces, linesOf } from './lines.ts';
import { bySource, planHash, runFiles } from './shard.ts';
import { summaryHead, summaryLine } from './summary.ts';

/** What was joined. */
export interface Merged {
  readonly agreements: number;
  /** How many of them are not made, or have no source any more. */
  readonly notMade: number;
  readonly papers: number;
  readonly copied: number;
}

interface ShareFile {
  readonly folder: string;
  readonly index: number;
  readonly count: number;
}

/** Joins the shares in some folders into one; rejects with a UserError that says what is missing. */
export async function mergeShards(
  folders: readonly string[],
  output: string,
  fs: Disk,
): Promise<Merged> {
  const shares = await sharesIn(folders);
  const merged = { agreements: 0, notMade: 0, papers: 0, copied: 0 };
  const wrong: string[] = [];
  const hash = planHash();
  let plan: string | undefined;
  let first: Entry | undefined;
  let last: Entry | undefined;
  await makeFolder(output, fs);
  for await (const { entry, folder, file } of inOrder(shares)) {
    merged.agreements += 1;
    plan ??= entry.plan;
    first ??= entry;
    if (entry.status === 'gone') wrong.push(`${entry.source} has no source any more.`);
    else hash.add(entry);
    if (entry.plan !== plan) {
      throw new UserError(
        `${file} is from another set of agreements than the shares before it. Run every share on the same files.`,
      );
    }
    if (entry.program !== first.program || entry.settings !== first.settings) {
      throw new UserError(
        `${file} was made by another version of Pactwright or with other flags (${entry.source}). Run every share alike.`,
      );
    }
    if (last?.name === entry.name) wrong.push(`${entry.source} is there twice.`);
    last = entry;
    if (entry.status !== 'made') merged.notMade += 1;
    for (const [paper, expected] of Object.entries(entry.outputs)) {
      merged.papers += 1;
      const from = path.join(folder, paper);
      const present = await hashOnDisk(from, fs);
      if (present === undefined) wrong.push(`${from} is missing.`);
      else if (present !== expected) wrong.push(`${from} is not as it was made.`);
      else if (path.resolve(folder) !== path.resolve(output)) {
        merged.copied += (await bring(from, path.join(output, paper), expected, fs)) ? 1 : 0;
      }
    }
  }
  if (wrong.length > 0) throw new UserError(listed(wrong));
  if (plan !== undefined && hash.end() !== plan) {
    throw new UserError(
      'The shares do not hold every agreement of the batch. One of them was stopped, or made before the files changed: run it again.',
    );
  }
  const files = runFiles();
  const place = (name: string): string => path.join(output, name);
  await writeWhole(place(files.findings), inPieces(findingsInOrder(shares)), fs);
  await writeWhole(place(files.summary), inPieces(summaryInOrder(shares)), fs);
  await writeWhole(place(files.manifest), inPieces(entriesInOrder(shares)), fs);
  await syncFolder(output, fs);
  return merged;
}

function listed(wrong: readonly string[]): string {
  const more = wrong.length > 10 ? [`… and ${wrong.length - 10} more.`] : [];
  return [...wrong.slice(0, 10), ...more, 'Run those shares again; nothing was joined.'].join('\n');
}

async function sharesIn(folders: readonly string[]): Promise<readonly ShareFile[]> {
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

/** Copies a paper whole; one that is there already stays, unless it is another. */
async function bring(from: string, to: string, hash: string, fs: Disk): Promise<boolean> {
  const present = await hashOnDisk(to, fs);
  if (present === hash) return false;
  if (present !== undefined) {
    throw new UserError(
      `${to} is there already and is another file. Give an empty folder with -o.`,
    );
  }
  await writeWhole(to, await fs.readFile(from), fs);
  return true;
}

interface PlacedEntry {
  readonly entry: Entry;
  readonly folder: string;
  readonly file: string;
}

/** Goes through the lines of all shares in the order of the whole, one of each in memory. */
async function* inOrder(shares: readonly ShareFile[]): AsyncGenerator<PlacedEntry> {
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

async function* entriesInOrder(shares: readonly ShareFile[]): AsyncGenerator<string> {
  for await (const { entry } of inOrder(shares)) {
    const { shard: _, plan: __, ...rest } = entry;
    yield `${JSON.stringify(rest)}\n`;
  }
}

async function* summaryInOrder(shares: readonly ShareFile[]): AsyncGenerator<string> {
  yield summaryHead;
  for await (const { entry } of inOrder(shares)) yield summaryLine(entry, entry);
}

/** The findings of each share are in the order of its manifest. */
async function* findingsInOrder(shares: readonly ShareFile[]): AsyncGenerator<string> {
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
