// What a second run makes again: the agreements of which something that they are made from has changed,
// and no other.

import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Setup } from '../../src/batch/setup.ts';
import { bytesOf } from '../sources-batch/support.ts';
import { smallSpec, writeSpecs } from './folders.ts';
import { runHere } from './in-process.ts';

const before = process.cwd();
let room: string;
beforeAll(() => {
  room = mkdtempSync(path.join(tmpdir(), 'pactwright-'));
  process.chdir(room);
  writeSpecs('specs', 3);
});
afterAll(() => {
  process.chdir(before);
  rmSync(room, { recursive: true, force: true });
});

/** Runs a batch and returns how many were made and how many were as they should be. */
async function run(setup: Partial<Setup> = {}): Promise<readonly [number, number]> {
  const { made, unchanged, all } = (await runHere('specs', 'out', { setup })).outcome.totals;
  expect(made + unchanged).toBe(all);
  return [made, unchanged];
}

const again = [0, 3] as const;

it('a spec', async () => {
  expect(await run()).toEqual([3, 0]);
  expect(await run()).toEqual(again);
  writeFileSync('specs/a002.yaml', smallSpec(22));
  expect(await run()).toEqual([1, 2]);
  writeFileSync('specs/a002.yaml', smallSpec(2));
  expect(await run()).toEqual([1, 2]);
});

it('a spec more', async () => {
  writeFileSync('specs/a004.yaml', smallSpec(4));
  expect(await run()).toEqual([1, 3]);
  rmSync('specs/a004.yaml');
  expect(await run()).toEqual(again);
});

it('a logo, from when it is missing', async () => {
  const logo = (radius: number): string =>
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect rx="${radius}" width="40" height="20"/></svg>`;
  const spec = smallSpec(1).replace('Library }', 'Library, brand: { logo: logo.svg } }');
  writeFileSync('specs/a001.yaml', spec);
  expect(await run()).toEqual([1, 2]);
  expect(await run()).toEqual(again);
  for (const radius of [1, 2]) {
    writeFileSync('specs/logo.svg', logo(radius));
    expect(await run()).toEqual([1, 2]);
    expect(await run()).toEqual(again);
  }
});

it('a template', async () => {
  const builtIn = path.join(before, 'templates/mou');
  cpSync(builtIn, 'one', { recursive: true });
  cpSync(builtIn, 'other', { recursive: true });
  appendFileSync('other/end.hbs', '\n');
  expect(await run({ template: 'one' })).toEqual(again);
  expect(await run({ template: 'other' })).toEqual([3, 0]);
});

it('the defaults under all', async () => {
  const under = (text: string): Partial<Setup> => ({
    defaults: [{ name: 'house.yaml', bytes: bytesOf(text) }],
  });
  expect(await run(under('version: "1"\n'))).toEqual([3, 0]);
  expect(await run(under('version: "1"\n'))).toEqual(again);
  expect(await run(under('version: "2"\n'))).toEqual([3, 0]);
  expect(readFileSync('out/a003.html', 'utf8')).toContain('Version 2');
});

it('the program or its flags', async () => {
  expect(await run()).toEqual([3, 0]);
  expect(await run({ settings: 'others' })).toEqual([3, 0]);
  expect(await run({ settings: 'others' })).toEqual(again);
});

it('a paper that is gone, or what was found', async () => {
  rmSync('out/a003.html');
  expect(await run({ settings: 'others' })).toEqual([1, 2]);
  rmSync('out/findings.jsonl');
  expect(await run({ settings: 'others' })).toEqual([3, 0]);
  expect(await run({ settings: 'others' })).toEqual(again);
});

it('each line of the manifest names what was read', () => {
  const [line] = readFileSync('out/manifest.jsonl', 'utf8').split('\n');
  const entry = JSON.parse(line!);
  expect(Object.keys(entry.reads)).toEqual([
    'file logo.svg',
    'spec specs/a001.yaml',
    'template mou',
  ]);
  for (const hash of [
    entry.inputs,
    ...Object.values(entry.reads),
    ...Object.values(entry.outputs),
  ]) {
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
  }
  expect(entry).toMatchObject({
    ...{ name: 'a001', source: 'specs/a001.yaml', status: 'made', program: '1.2.3' },
    ...{ settings: 'others', findings: { errors: 8, waived: 0 } },
  });
});
