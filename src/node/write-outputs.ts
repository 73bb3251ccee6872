// Writes finished papers: each file whole or not at all, and none over a file that somebody changed.
// Remembers in `.pactwright.json`, beside the outputs, what it wrote. Knows nothing of specs.

import * as disk from 'node:fs/promises';
import path from 'node:path';
import {
  type Disk,
  hashOf,
  hashOnDisk,
  isSpecial,
  makeFolder,
  syncFolder,
  writeWhole,
} from './write-whole.ts';

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
export type OutputRecord = Readonly<Record<string, readonly string[]>>;

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
  const special = await Promise.all(files.map(({ name }) => isSpecial(path.join(folder, name))));
  for (const { name, bytes } of files.filter((_, index) => special[index])) {
    await writeWhole(path.join(folder, name), bytes, fs);
  }
  const own = files.filter((_, index) => !special[index]);
  const written = own.length > 0 ? await writeOwn(folder, own, options, fs) : [];
  const outcomes = new Map(written.map((each) => [each.name, each.outcome]));
  return files.map(({ name }) => ({ name, outcome: outcomes.get(name) ?? 'written' }));
}

async function writeOwn(
  folder: string,
  files: readonly OutputFile[],
  options: { readonly force: boolean },
  fs: Disk,
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
  await syncFolder(folder, fs);
  await writeRecord(folder, { ...record, ...Object.fromEntries(after) }, fs);
  return plans.map(({ file, outcome }) => ({ name: file.name, outcome }));
}

/** Returns the hashes under which the files of a folder count as ours, by name. */
export async function readRecord(folder: string, fs: Disk = disk): Promise<OutputRecord> {
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
