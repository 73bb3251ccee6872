// Puts the papers of one agreement into their folder: what will be written is in the journal before
// the first of them, so that a run that is killed leaves nothing that the next would not know as ours.

import path from 'node:path';
import { type OutputFile, type OutputRecord, readRecord } from '../node/write-outputs.ts';
import {
  type Disk,
  hashOf,
  hashOnDisk,
  makeFolder,
  syncFolder,
  writeWhole,
} from '../node/write-whole.ts';
import type { JournalLine } from './entry.ts';
import { isFinal, ownHashes } from './record.ts';
import type { Earlier, Setup } from './setup.ts';

/** Adds lines to the journal; `sync` waits until they are on the disk. */
export type Journal = (line: JournalLine, sync: boolean) => Promise<void>;

/** What became of the papers. */
export interface WrittenPapers {
  /** By file name. */
  readonly hashes: Readonly<Record<string, string>>;
  /** Left alone: somebody changed them, they are not ours, or a draft would replace a final paper. */
  readonly kept: readonly string[];
  /** Those among them that are final papers. */
  readonly keptFinal: readonly string[];
  readonly pageHash?: string;
}

/** What was made of an agreement. */
export interface Made {
  readonly files: readonly OutputFile[];
  /** The papers are final, and take the place of final ones too. */
  readonly final: boolean;
  readonly page: OutputFile | undefined;
}

/** Writes the papers of an agreement, and its page of the review; rejects with a UserError. */
export async function writePapers(
  name: string,
  { files, final, page }: Made,
  earlier: Earlier,
  setup: Setup,
  journal: Journal,
  fs: Disk,
): Promise<WrittenPapers> {
  let record: Promise<OutputRecord> | undefined;
  const built = (): Promise<OutputRecord> => {
    record ??= readRecord(setup.output, fs);
    return record;
  };
  const papers = await Promise.all(
    files.map((file) => planned(file, final, earlier, setup, built, fs)),
  );
  const hashes = Object.fromEntries(papers.map(({ file, hash }) => [file.name, hash]));
  const writing = papers.filter(({ outcome }) => outcome === 'write');
  if (writing.length > 0) {
    const will = Object.fromEntries(writing.map(({ file, hash }) => [file.name, hash]));
    await journal({ name, will }, true);
    await Promise.all(
      writing.map(({ file }) => writeWhole(path.join(setup.output, file.name), file.bytes, fs)),
    );
    await syncFolder(setup.output, fs);
  }
  const pageHash = page && (await writePage(page, setup, fs));
  const kept = papers.filter(({ outcome }) => outcome !== 'write' && outcome !== 'there');
  const names = (some: readonly Planned[]): readonly string[] => some.map(({ file }) => file.name);
  return {
    hashes,
    kept: names(kept),
    keptFinal: names(kept.filter(({ outcome }) => outcome === 'keep-final')),
    ...(pageHash === undefined ? {} : { pageHash }),
  };
}

interface Planned {
  readonly file: OutputFile;
  readonly hash: string;
  readonly outcome: 'write' | 'there' | 'keep' | 'keep-final';
}

async function planned(
  file: OutputFile,
  final: boolean,
  earlier: Earlier,
  { output, force }: Setup,
  builtRecord: () => Promise<OutputRecord>,
  fs: Disk,
): Promise<Planned> {
  const hash = hashOf(file.bytes);
  const present = await hashOnDisk(path.join(output, file.name), fs);
  if (present === hash) return { file, hash, outcome: 'there' };
  if (force || present === undefined) return { file, hash, outcome: 'write' };
  const own = ownHashes(earlier, file.name).includes(present);
  // What `pactwright build` made stands in a record of its own.
  const built = own && final ? undefined : await builtRecord();
  const inBuilt = (hashes: OutputRecord['files'] = {}): boolean =>
    (hashes[file.name] ?? []).includes(present);
  if (!own && !inBuilt(built?.files)) return { file, hash, outcome: 'keep' };
  const wasFinal = isFinal(earlier, file.name, present) || inBuilt(built?.final);
  return { file, hash, outcome: wasFinal && !final ? 'keep-final' : 'write' };
}

/** Pages are made anew whenever they are wanted, and nobody writes into them; notes go into copies. */
async function writePage(page: OutputFile, { review }: Setup, fs: Disk): Promise<string> {
  const folder = review!.pages;
  const hash = hashOf(page.bytes);
  const place = path.join(folder, page.name);
  await makeFolder(folder, fs);
  if ((await hashOnDisk(place, fs)) === hash) return hash;
  await writeWhole(place, page.bytes, fs);
  await syncFolder(folder, fs);
  return hash;
}
