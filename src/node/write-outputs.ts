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
  /** kept: it is none that may be written over, and nobody said `--force`. */
  readonly outcome: 'written' | 'unchanged' | 'kept';
  /** Of what was kept: it is a final paper and this is a draft; else somebody changed it, or it was not ours. */
  readonly final?: true;
}

/** How files are written. */
export interface WriteOptions {
  readonly force: boolean;
  /**
   * The files are of a final paper. A later draft does not take their place: it could be what lies ready to be
   * signed. A later final paper does, because nothing is signed yet (what is, was changed, and is kept) and the
   * spec still calls it final: people mend a typo and build once more.
   */
  readonly final?: boolean;
}

/** The name of the record of what was written. */
export const recordName = '.pactwright.json';

/** What is known of the outputs in a folder, by file name. */
export interface OutputRecord {
  /** The hashes under which a file counts as ours. */
  readonly files: Hashes;
  /** Those among them that are final papers. */
  readonly final: Hashes;
}

type Hashes = Readonly<Record<string, readonly string[]>>;

/**
 * Writes the files of one agreement into a folder and returns what became of each.
 * Throws a UserError when a file or the folder cannot be written; files written before stay whole.
 */
export async function writeOutputs(
  folder: string,
  files: readonly OutputFile[],
  options: WriteOptions,
  fs: Disk = disk,
): Promise<readonly Written[]> {
  const special = await Promise.all(files.map(({ name }) => isSpecial(path.join(folder, name))));
  for (const { name, bytes } of files.filter((_, index) => special[index])) {
    await writeWhole(path.join(folder, name), bytes, fs);
  }
  const own = files.filter((_, index) => !special[index]);
  const written = own.length > 0 ? await writeOwn(folder, own, options, fs) : [];
  const outcomes = new Map(written.map((each) => [each.name, each]));
  return files.map(({ name }) => outcomes.get(name) ?? { name, outcome: 'written' });
}

async function writeOwn(
  folder: string,
  files: readonly OutputFile[],
  options: WriteOptions,
  fs: Disk,
): Promise<readonly Written[]> {
  await makeFolder(folder, fs);
  const record = await readRecord(folder, fs);
  const plans = await Promise.all(
    files.map(async (file) => {
      const hash = hashOf(file.bytes);
      const present = await hashOnDisk(path.join(folder, file.name), fs);
      const known = (hashes: Hashes): boolean =>
        present !== undefined && (hashes[file.name] ?? []).includes(present);
      const final = options.final !== true && known(record.final);
      const ours = present === undefined || (known(record.files) && !final);
      const outcome: Written['outcome'] =
        present === hash ? 'unchanged' : ours || options.force ? 'written' : 'kept';
      return { file, hash, present, outcome, final: final && outcome === 'kept' };
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
  const noted = (files: typeof during): OutputRecord => ({
    files: { ...record.files, ...Object.fromEntries(files) },
    final: options.final ? { ...record.final, ...Object.fromEntries(files) } : record.final,
  });
  await writeRecord(folder, noted(during), fs);
  for (const { file, outcome } of plans) {
    if (outcome === 'written') await writeWhole(path.join(folder, file.name), file.bytes, fs);
  }
  await syncFolder(folder, fs);
  await writeRecord(folder, noted(after), fs);
  return plans.map(({ file, outcome, final }) => ({
    name: file.name,
    outcome,
    ...(final ? { final: true as const } : {}),
  }));
}

/** Reads what is known of the outputs in a folder. */
export async function readRecord(folder: string, fs: Disk = disk): Promise<OutputRecord> {
  try {
    const read = JSON.parse(await fs.readFile(path.join(folder, recordName), 'utf8')) as {
      files?: Record<string, unknown>;
      final?: Record<string, unknown>;
    };
    return { files: hashesIn(read.files), final: hashesIn(read.final) };
  } catch {
    // Missing or spoiled: then no file counts as ours, and nothing is overwritten unasked.
    return { files: {}, final: {} };
  }
}

const hashesIn = (read: Record<string, unknown> = {}): Hashes =>
  Object.fromEntries(
    Object.entries(read).map(([name, hashes]) => [name, [hashes].flat().map(String)]),
  );

async function writeRecord(folder: string, record: OutputRecord, fs: Disk): Promise<void> {
  const sorted = (hashes: Hashes): Hashes =>
    Object.fromEntries(Object.entries(hashes).sort(([a], [b]) => (a < b ? -1 : 1)));
  const note = 'Written by Pactwright: what it made here, so that it never overwrites your edits.';
  const final = Object.keys(record.final).length > 0 ? { final: sorted(record.final) } : {};
  const text = `${JSON.stringify({ note, files: sorted(record.files), ...final }, null, 1)}\n`;
  await writeWhole(path.join(folder, recordName), new TextEncoder().encode(text), fs);
}
