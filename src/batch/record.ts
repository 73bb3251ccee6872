// What earlier runs, and this one so far, have made: the manifest, the findings and the journal, found
// again by the name of an agreement. Keeps places in files, never the lines themselves.

import path from 'node:path';
import type { Entry, FindingsLine, JournalLine } from './entry.ts';
import { readEntry } from './entry.ts';
import { type LineFile, type LinePlace, lineFile, linesOf } from './lines.ts';
import type { Earlier } from './setup.ts';
import type { RunFiles } from './shard.ts';

/** The agreements of earlier runs and of this one. */
export interface BatchRecord {
  /** Returns what is known of an agreement. */
  readonly earlier: (name: string) => Promise<Earlier>;
  /** Returns the latest entry of an agreement, and its findings where they were kept. */
  readonly latest: (
    name: string,
  ) => Promise<{ readonly entry: Entry; readonly findings?: FindingsLine } | undefined>;
  /** Every name that there is an entry or an intention for, the manifest's first. */
  readonly names: () => readonly string[];
  readonly close: () => Promise<void>;
}

/** Reads the files of earlier runs in a folder. */
export async function openRecord(folder: string, files: RunFiles): Promise<BatchRecord> {
  const place = (name: string): string => path.join(folder, name);
  const manifest = new Map<string, LinePlace>();
  for await (const { text, at, length } of linesOf(place(files.manifest))) {
    manifest.set(readEntry(text, place(files.manifest)).name, { at, length });
  }
  const findings = new Map<string, LinePlace>();
  for await (const { text, at, length } of linesOf(place(files.findings))) {
    const name = nameIn(text);
    if (name !== undefined) findings.set(name, { at, length });
  }
  const done = new Map<string, LinePlace>();
  const will = new Map<string, Readonly<Record<string, readonly string[]>>>();
  for await (const { text, at, length } of linesOf(place(files.journal))) {
    const line = journalLine(text);
    if (!line) continue;
    if ('entry' in line) done.set(line.name, { at, length });
    else will.set(line.name, joined(will.get(line.name) ?? {}, line.will));
  }
  const inManifest = lineFile(place(files.manifest));
  const inFindings = lineFile(place(files.findings));
  const inJournal = lineFile(place(files.journal));
  const latest: BatchRecord['latest'] = async (name) => {
    const last = done.get(name);
    if (last) {
      const line = journalLine(await inJournal.line(last));
      if (line && 'entry' in line) return { entry: line.entry, findings: line.findings };
    }
    const entry = await lineOf(manifest, inManifest, name);
    if (entry === undefined) return undefined;
    const found = await lineOf(findings, inFindings, name);
    return {
      entry: JSON.parse(entry) as Entry,
      ...(found === undefined ? {} : { findings: JSON.parse(found) as FindingsLine }),
    };
  };
  return {
    earlier: async (name) => {
      const { entry, findings } = (await latest(name)) ?? {};
      const reported = findings !== undefined;
      return { ...(entry ? { entry, reported } : {}), will: will.get(name) ?? {} };
    },
    latest,
    names: () => [...new Set([...manifest.keys(), ...done.keys(), ...will.keys()])],
    close: async () => {
      for (const each of [inManifest, inFindings, inJournal]) await each.close();
    },
  };
}

async function lineOf(
  places: ReadonlyMap<string, LinePlace>,
  file: LineFile,
  name: string,
): Promise<string | undefined> {
  const place = places.get(name);
  return place && file.line(place);
}

/** A line that a crash tore off says nothing. */
function journalLine(text: string): JournalLine | undefined {
  try {
    const line = JSON.parse(text) as Partial<JournalLine>;
    return typeof line.name === 'string' ? (line as JournalLine) : undefined;
  } catch {
    return undefined;
  }
}

/** Findings come second: one that cannot be read means that its agreement is made anew. */
function nameIn(text: string): string | undefined {
  try {
    const { name } = JSON.parse(text) as { name?: unknown };
    return typeof name === 'string' ? name : undefined;
  } catch {
    return undefined;
  }
}

function joined(
  known: Readonly<Record<string, readonly string[]>>,
  more: Readonly<Record<string, string>>,
): Readonly<Record<string, readonly string[]>> {
  const all = Object.entries(more).map(
    ([file, hash]) => [file, [...new Set([...(known[file] ?? []), hash])]] as const,
  );
  return { ...known, ...Object.fromEntries(all) };
}

/** Returns the hashes under which a file of an agreement counts as ours. */
export function ownHashes({ entry, will }: Earlier, file: string): readonly string[] {
  const known = [entry?.outputs[file], entry?.left?.[file]].filter((each) => each !== undefined);
  return [...known, ...(will[file] ?? [])];
}

/** Returns true when a file is a final paper as an earlier run made it. */
export function isFinal({ entry }: Earlier, file: string, hash: string): boolean {
  if (!entry?.final?.includes(file)) return false;
  return [entry.outputs[file], entry.left?.[file]].includes(hash);
}

/** Returns the names of every file that counts as an agreement's own. */
export function ownFiles({ entry, will }: Earlier): readonly string[] {
  const names = [entry?.outputs ?? {}, entry?.left ?? {}, will].flatMap(Object.keys);
  return [...new Set(names)].sort();
}
