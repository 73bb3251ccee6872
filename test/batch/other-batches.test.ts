// Two batches into one folder: neither writes over what the other made, unless that is wanted.

import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { contents, writeSpecs } from './folders.ts';
import { runHere } from './in-process.ts';

const before = process.cwd();
let room: string;
beforeEach(() => {
  room = mkdtempSync(path.join(tmpdir(), 'pactwright-'));
  process.chdir(room);
});
afterEach(() => {
  process.chdir(before);
  rmSync(room, { recursive: true, force: true });
});

const sources = (): unknown[] =>
  readFileSync('out/manifest.jsonl', 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line).source);

it('papers of another batch whose source is still there are not written over', async () => {
  writeSpecs('spring', 8);
  writeSpecs('autumn', 8, 'version: "2"\n');
  await runHere('spring', 'out');
  const made = contents('out');
  await expect(runHere('autumn', 'out')).rejects.toThrow(
    `${path.join('out', 'a001.html')} was made from spring/a001.yaml, which is still there; autumn/a001.yaml would take its place.`,
  );
  await expect(runHere('autumn', 'out')).rejects.toThrow(
    '… and 3 more.\nGive another folder with -o',
  );
  expect(contents('out')).toEqual(made);
  await runHere('autumn', 'out', { setup: { force: true } });
  expect(sources()[0]).toBe('autumn/a001.yaml');
});

it('the same batch may be called by another path, and files may move', async () => {
  writeSpecs('specs', 3);
  await runHere('specs', 'out');
  symlinkSync('specs', 'linked');
  await runHere('linked', 'out');
  await runHere(path.resolve('specs'), 'out');
  rmSync('linked');
  renameSync('specs', 'moved');
  await runHere('moved', 'out');
  expect(sources()).toEqual(['moved/a001.yaml', 'moved/a002.yaml', 'moved/a003.yaml']);
});

it('batches with names of their own share a folder', async () => {
  writeSpecs('spring', 2);
  mkdirSync('autumn');
  writeSpecs('autumn', 1);
  renameSync('autumn/a001.yaml', 'autumn/b001.yaml');
  await runHere('spring', 'out');
  await runHere('autumn', 'out');
  expect(sources()).toEqual(['autumn/b001.yaml', 'spring/a001.yaml', 'spring/a002.yaml']);
});
