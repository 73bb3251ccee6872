// Writes finished papers: each file whole or not at all, and none over a file that somebody changed.
// Remembers in `.pactwright.json`, beside the outputs, what it wrote. Knows nothing of specs.

import { createHash } from 'node:crypto';
import * as disk from 'node:fs/promises';
import path from 'node:path';
import { UserError } from '../base/errors.ts';

/** The calls to the disk, so that tests can make them fail. */
export type Disk = Pick<typeof disk, 'mkdir' | 'open' | 'readFile' | 'rename' | 'unlink'>;

/** One finished file. */
export interface OutputFile {
  /** File name without folder. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What became of one file. */
export interface Written {
  readonly name: string;
  /** kept: somebody changed it, or it was not ours, and nobody said `--force`. */
  readonly outcome: 'written' | 'unchanged' | 'kept';
}

/** The name of the record of what was written. */
export const recordName = '.pactwright.json';

/** By file name: the hashes under which the file counts as ours. */
type OutputRecord = Readonly<Record<string, readonly string[]>>;

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/**
 * Writes the files of one agreement into a folder and returns what became of each.
 * Throws a UserError when a file or the folder cannot be written; files written before stay whole.
 */
export async function writeOutputs(
  folder: string,
  files: readonly OutputFile[],
  options: { readonly force: boolean },
  fs: Disk = disk,
): Promise<readonly Written[]> {
  await makeFolder(folder, fs);
  const record = await readRecord(folder, fs);
  const plans = await Promise.all(
    files.map(async (file) => {
      const hash = hashOf(file.bytes);
      const present = await hashOnDisk(path.join(folder, file.name), fs);
      const ours = present === undefined || (record[file.name] ?? []).includes(present);
      const outcome: Written['outcome'] =
        present === hash ? 'unchanged' : ours || options.force ? 'written' : 'kept';
      return { file, hash, present, outcome };
    }),
  );
  const accepted = plans.filter((plan) => plan.outcome !== 'kept');
  // Both the old and the new hash count as ours until the new file is in place: a run that is
  // killed between the two leaves nothing that the next run would take for somebody's edit.
  const during = accepted.map(({ file, hash, present }) => [
    file.name,
    [hash, ...(present === undefined || present === hash ? [] : [present])],
  ]);
  const after = accepted.map(({ file, hash }) => [file.name, [hash]]);
  await writeRecord(folder, { ...record, ...Object.fromEntries(during) }, fs);
  for (const { file, outcome } of plans) {
    if (outcome === 'written') await writeWhole(path.join(folder, file.name), file.bytes, fs);
  }
  await writeRecord(folder, { ...record, ...Object.fromEntries(after) }, fs);
  return plans.map(({ file, outcome }) => ({ name: file.name, outcome }));
}

let counter = 0;

/** Writes one file whole or not at all: beside its place, synced, then renamed over it. */
export async function writeWhole(place: string, bytes: Uint8Array, fs: Disk = disk): Promise<void> {
  counter += 1;
  const draft = path.join(path.dirname(place), `.pactwright-${process.pid}-${counter}.tmp`);
  try {
    const handle = await fs.open(draft, 'wx').catch((error: NodeJS.ErrnoException) => {
      if (['EACCES', 'EPERM', 'EROFS', 'ENOENT'].includes(error.code ?? '')) {
        throw new UserError(
          `Nothing can be written into the folder ${path.dirname(place)}: it is read-only, or not yours. Give another folder with -o.`,
        );
      }
      throw error;
    });
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await fs.rename(draft, place);
  } catch (error) {
    await fs.unlink(draft).catch(() => undefined);
    if (error instanceof UserError) throw error;
    throw new UserError(whyNot(place, error as NodeJS.ErrnoException));
  }
}

function whyNot(place: string, error: NodeJS.ErrnoException): string {
  switch (error.code) {
    case 'EBUSY':
    case 'EPERM':
    case 'EACCES':
      return `${place} cannot be replaced: another program holds it open, or it is protected. If it is open, close it in Word (or the PDF reader), then run the command again. The file is as it was.`;
    case 'ENOSPC':
      return `${place} cannot be written: the disk is full. Nothing half-written is left behind.`;
    case 'EROFS':
      return `${place} cannot be written: the disk is read-only. Give another folder with -o.`;
    case 'EISDIR':
    case 'ENOTEMPTY':
    case 'EEXIST':
      return `${place} cannot be written: there is a folder of this name.`;
    default:
      return `${place} cannot be written (${error.code ?? error.message}).`;
  }
}

async function makeFolder(folder: string, fs: Disk): Promise<void> {
  try {
    await fs.mkdir(folder, { recursive: true });
  } catch {
    throw new UserError(
      `The folder ${folder} cannot be made. Give another one with -o, or make it by hand.`,
    );
  }
}

async function hashOnDisk(place: string, fs: Disk): Promise<string | undefined> {
  try {
    return hashOf(await fs.readFile(place));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    if (code === 'EISDIR') throw new UserError(whyNot(place, error as NodeJS.ErrnoException));
    return 'unreadable';
  }
}

async function readRecord(folder: string, fs: Disk): Promise<OutputRecord> {
  try {
    const read = JSON.parse(await fs.readFile(path.join(folder, recordName), 'utf8')) as {
      files?: Record<string, unknown>;
    };
    return Object.fromEntries(
      Object.entries(read.files ?? {}).map(([name, hashes]) => [name, [hashes].flat().map(String)]),
    );
  } catch {
    // Missing or spoiled: then no file counts as ours, and nothing is overwritten unasked.
    return {};
  }
}

async function writeRecord(folder: string, record: OutputRecord, fs: Disk): Promise<void> {
  const names = Object.keys(record).sort();
  const files = Object.fromEntries(names.map((name) => [name, record[name]]));
  const note = 'Written by Pactwright: what it made here, so that it never overwrites your edits.';
  const text = `${JSON.stringify({ note, files }, null, 1)}\n`;
  await writeWhole(path.join(folder, recordName), new TextEncoder().encode(text), fs);
}
