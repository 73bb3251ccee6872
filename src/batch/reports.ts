// What a batch has found, agreement by agreement in the order of the plan, read back from the disk:
// for the reporters, however many agreements there are.

import path from 'node:path';
import type { Diagnostic } from '../base/diagnostic.ts';
import { type FileReport, type Summary, summarise } from '../report/report.ts';
import { houseFor } from './inputs.ts';
import type { Plan } from './plan.ts';
import { openRecord } from './record.ts';
import { runFiles } from './shard.ts';
import { restored } from './stored-report.ts';

/**
 * What is wrong with what several agreements share (a configuration, a table), by the name of the one
 * that says it for all.
 */
export interface SharedProblems {
  readonly by: ReadonlyMap<string, readonly Diagnostic[]>;
  readonly summary: Summary;
}

/** Finds the configurations of a batch; the first agreement of each says what is wrong with it. */
export async function sharedProblems(
  { jobs }: Plan,
  ofSources: readonly Diagnostic[],
): Promise<SharedProblems> {
  const by = new Map<string, readonly Diagnostic[]>();
  if (jobs[0] && ofSources.length > 0) by.set(jobs[0].name, ofSources);
  const said = new Set<string>();
  const folders = new Set<string>();
  for (const { name, folder } of jobs) {
    if (folders.has(folder)) continue;
    folders.add(folder);
    const { file, reads } = await houseFor(folder);
    const [hash] = reads.values();
    if (!file || hash === undefined || said.has(hash)) continue;
    said.add(hash);
    if (file.diagnostics.length > 0) {
      by.set(name, [...(by.get(name) ?? []), ...file.diagnostics]);
    }
  }
  const diagnostics = [...by.values()].flat();
  return { by, summary: summarise([{ file: '', status: 'draft', diagnostics }]) };
}

/** Goes through the reports of a batch. */
export async function* reportsOf(
  plan: Plan,
  output: string,
  shared: SharedProblems,
): AsyncGenerator<FileReport> {
  const record = await openRecord(output, runFiles(plan.shard));
  try {
    for (const { name } of plan.jobs) {
      const findings = (await record.latest(name))?.findings;
      if (!findings) continue;
      const report = inFolder(restored(findings.report), output);
      const theirs = shared.by.get(name);
      yield theirs ? { ...report, diagnostics: [...theirs, ...report.diagnostics] } : report;
    }
  } finally {
    await record.close();
  }
}

function inFolder(report: FileReport, output: string): FileReport {
  const folder = path.sep === '\\' ? output.replaceAll('\\', '/') : output;
  const named = (file: string): string => path.posix.join(folder, file);
  const { outputs = [], kept = [], keptFinal } = report;
  return {
    ...report,
    outputs: outputs.map(named),
    kept: kept.map(named),
    ...(keptFinal ? { keptFinal: keptFinal.map(named) } : {}),
  };
}
