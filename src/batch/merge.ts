// Joins the shares of a batch that were made on several machines, and checks that they are one batch:
// every share there once, of one plan, by one program with the same flags, every paper whole.

import path from 'node:path';
import { UserError } from '../base/errors.ts';
import { type Disk, hashOnDisk, makeFolder, syncFolder, writeWhole } from '../node/write-whole.ts';
import type { Entry } from './entry.ts';
import { inPieces } from './lines.ts';
import { planHash, runFiles } from './shard.ts';
import {
  entriesInOrder,
  findingsInOrder,
  inOrder,
  papersOf,
  type ShareFile,
  sharesIn,
  summaryInOrder,
} from './shares.ts';

/** What was joined. */
export interface Merged {
  readonly agreements: number;
  /** How many of them are not made, or have no source any more. */
  readonly notMade: number;
  readonly papers: number;
  readonly copied: number;
}

/**
 * Joins the shares in some folders into one; rejects with a UserError that says what is missing, before
 * anything is written.
 */
export async function mergeShards(
  folders: readonly string[],
  output: string,
  fs: Disk,
): Promise<Merged> {
  const shares = await sharesIn(folders);
  const merged = await checkShares(shares, fs);
  const elsewhere = shares.filter(({ folder }) => path.resolve(folder) !== path.resolve(output));
  await checkPlaces(elsewhere, output, fs);
  await makeFolder(output, fs);
  let copied = 0;
  for await (const { paper, folder, hash } of papersOf(elsewhere)) {
    copied += (await bring(path.join(folder, paper), path.join(output, paper), hash, fs)) ? 1 : 0;
  }
  const files = runFiles();
  const place = (name: string): string => path.join(output, name);
  await writeWhole(place(files.findings), inPieces(findingsInOrder(shares)), fs);
  await writeWhole(place(files.summary), inPieces(summaryInOrder(shares)), fs);
  await writeWhole(place(files.manifest), inPieces(entriesInOrder(shares)), fs);
  await syncFolder(output, fs);
  return { ...merged, copied };
}

/** Checks that shares are one batch, and counts what is in it; rejects with what is wrong. */
async function checkShares(
  shares: readonly ShareFile[],
  fs: Disk,
): Promise<Omit<Merged, 'copied'>> {
  const merged = { agreements: 0, notMade: 0, papers: 0 };
  const wrong: string[] = [];
  const hash = planHash();
  const sameReads = readsOfAll();
  let first: Entry | undefined;
  let last: Entry | undefined;
  for await (const { entry, folder, file } of inOrder(shares)) {
    merged.agreements += 1;
    first ??= entry;
    if (entry.status === 'gone') wrong.push(`${entry.source} has no source any more.`);
    else hash.add(entry);
    if (entry.plan !== first.plan) {
      throw new UserError(
        `${file} is from another set of agreements than the shares before it. Run every share on the same files.`,
      );
    }
    if (entry.program !== first.program || entry.settings !== first.settings) {
      throw new UserError(
        `${file} was made by another version of Pactwright or with other flags (${entry.source}). Run every share alike.`,
      );
    }
    const changed = sameReads(entry);
    if (changed !== undefined) {
      throw new UserError(`${changed}. Run every share on the same files; nothing was joined.`);
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
    }
  }
  if (wrong.length > 0) throw new UserError(listed(wrong));
  if (first?.plan !== undefined && hash.end() !== first.plan) {
    throw new UserError(
      'The shares do not hold every agreement of the batch. One of them was stopped, or made before the files changed: run it again.',
    );
  }
  return merged;
}

/**
 * Returns what notes the files that agreements share (a base, a template, pictures, a configuration),
 * and says which of them was not the same for two agreements.
 */
function readsOfAll(): (entry: Entry) => string | undefined {
  const seen = new Map<string, { readonly hash: string; readonly source: string }>();
  return ({ source, reads }) => {
    for (const [what, hash] of Object.entries(reads)) {
      if (what === 'row' || what === `spec ${source}`) continue;
      // A picture is named as seen from the folder of its spec.
      const key = `${path.posix.dirname(source)} ${what}`;
      const before = seen.get(key);
      if (!before) seen.set(key, { hash, source });
      else if (before.hash !== hash) {
        return `${what} was not the same when ${before.source} was made and when ${source} was made`;
      }
    }
    return undefined;
  };
}

function listed(wrong: readonly string[]): string {
  const more = wrong.length > 10 ? [`… and ${wrong.length - 10} more.`] : [];
  return [...wrong.slice(0, 10), ...more, 'Run those shares again; nothing was joined.'].join('\n');
}

/** Nothing that lies in the folder already is written over. */
async function checkPlaces(shares: readonly ShareFile[], output: string, fs: Disk): Promise<void> {
  for await (const { paper, hash } of papersOf(shares)) {
    const place = path.join(output, paper);
    const present = await hashOnDisk(place, fs);
    if (present === undefined || present === hash) continue;
    throw new UserError(
      `${place} is there already and is another file. Give an empty folder with -o; nothing was joined.`,
    );
  }
}

/** Copies a paper whole, unless it is there. */
async function bring(from: string, to: string, hash: string, fs: Disk): Promise<boolean> {
  if ((await hashOnDisk(to, fs)) === hash) return false;
  await writeWhole(to, await fs.readFile(from), fs);
  return true;
}
