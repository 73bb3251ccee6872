// `doctor`: says that everything works where it does, and what to do where it does not.

import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { nodeVersion } from '../../src/cli/doctor-command.ts';
import { run } from '../cli/run.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'pactwright-'));
  vi.spyOn(process, 'cwd').mockReturnValue(folder);
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

it('finds everything in order, and leaves nothing behind', async () => {
  const { exit, stdout, stderr } = await run(['doctor', '-o', path.join(folder, 'new', 'out')]);
  expect([exit, stderr]).toEqual([0, '']);
  for (const part of [
    'Node ',
    'Pactwright ',
    'sharp',
    'resvg',
    'mou',
    'letter',
    'duties',
    'fonts are',
  ]) {
    expect(stdout).toMatch(new RegExp(`^ok .*${part}`, 'm'));
  }
  expect(stdout).toContain('Everything works.');
  expect(readdirSync(folder)).toEqual([]);
});

it('says what to do when papers cannot be written', async () => {
  const file = path.join(folder, 'a-file');
  writeFileSync(file, '');
  const { exit, stdout } = await run(['doctor', '-o', file]);
  expect(exit).toBe(1);
  expect(stdout).toMatch(/^wrong .*cannot be written to/m);
  expect(stdout).toContain('→ Name another folder with -o');
  expect(stdout).toContain('One thing has to be done.');
});

it.each([
  ['20.19.0', true],
  ['20.20.2', true],
  ['22.0.0', true],
  ['20.18.9', false],
  ['18.20.0', false],
])('Node %s is new enough: %s', (version, ok) => {
  expect(nodeVersion(version).ok).toBe(ok);
});
