// Reports for the tests of this folder: of files on disk, and of any findings somebody makes up.

import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type Checked, check } from '../../src/check.ts';
import { fileReport, runReport } from '../../src/cli/file-report.ts';
import { nodeHost } from '../../src/node/host.ts';
import type { Paint } from '../../src/report/pretty.ts';
import type { FailOn, FileReport, Report } from '../../src/report/report.ts';

const root = resolve(import.meta.dirname, '../..');

/** Checks a file of this repository, named from its root. */
export function checkFile(name: string): Promise<Checked> {
  const file = resolve(root, name);
  const bytes = new Uint8Array(readFileSync(file));
  return check({ name, bytes }, nodeHost({ folder: dirname(file) }));
}

/** Returns the report of a run over files of this repository, in a version that never changes. */
export async function reportOf(
  names: readonly string[],
  failOn: FailOn = 'error',
): Promise<Report> {
  const files = await Promise.all(names.map(async (name) => fileReport(await checkFile(name))));
  return report(files, failOn);
}

/** Returns the report of a run that said this. */
export function report(files: readonly FileReport[], failOn: FailOn = 'error'): Report {
  return { ...runReport(files, failOn), version: '1.2.3' };
}

const plain = (text: string): string => text;

/** No colours. */
export const noPaint: Paint = {
  bold: plain,
  dim: plain,
  red: plain,
  yellow: plain,
  blue: plain,
  green: plain,
};
