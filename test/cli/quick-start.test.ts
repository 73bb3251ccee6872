// The way the program is loaded: what was compiled is kept where nobody else can write, and whatever is
// wrong with that, the program runs.

import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { quickStart } from '../../src/cli/quick-start.ts';

interface Sample {
  readonly greet: (name: string) => string;
  readonly platform: () => Promise<string>;
  readonly place: string;
}

const text = `(function (exports, require, module, __filename, __dirname) {
exports.greet = (name) => 'Hello, ' + name + '.';
exports.platform = async () => (await module.importer('node:process')).platform;
exports.place = require('node:path').relative(__dirname, __filename);
})`;

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'pactwright-start-'));
  file = path.join(folder, 'program-1.cjs');
  writeFileSync(file, text);
  vi.stubEnv('NODE_COMPILE_CACHE', path.join(folder, 'cache'));
  vi.stubEnv('NODE_DISABLE_COMPILE_CACHE', '');
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const kept = (): readonly string[] =>
  readdirSync(path.join(folder, 'cache'), { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => path.join(each.parentPath, each.name));

const run = (): string => {
  const { program, keep } = quickStart<Sample>(file, ['rules']);
  const said = program.greet('Ada');
  keep();
  return said;
};

it('loads a script that finds itself and can import', async () => {
  const { program } = quickStart<Sample>(file, ['rules']);
  expect(program.place).toBe('program-1.cjs');
  expect(await program.platform()).toBe(process.platform);
});

it('keeps what was compiled, once for each command', () => {
  expect([run(), run()]).toEqual(['Hello, Ada.', 'Hello, Ada.']);
  expect(kept()).toHaveLength(1);
  expect(path.basename(kept()[0]!)).toMatch(/^program-1-\w+-[\da-f]+-rules$/);
  quickStart<Sample>(file, ['doctor']).keep();
  expect(kept()).toHaveLength(2);
});

it('compiles anew what is kept but spoiled', () => {
  run();
  const [place] = kept();
  const good = readFileSync(place!);
  const bad = [new Uint8Array(0), good.subarray(0, 100), good.map((byte) => byte ^ 1)];
  for (const [index, bytes] of bad.entries()) {
    writeFileSync(place!, bytes);
    // V8 knows a text again that it compiled in the same process.
    writeFileSync(file, `${text}// ${index}`);
    expect(run()).toBe('Hello, Ada.');
    expect(readFileSync(place!).length).toBeGreaterThan(100);
  }
});

it.skipIf(process.platform === 'win32')('reads and writes nothing where others can write', () => {
  run();
  const [place] = kept();
  rmSync(place!);
  chmodSync(path.dirname(place!), 0o777);
  expect(run()).toBe('Hello, Ada.');
  expect(kept()).toEqual([]);
});

it('runs where nothing can be kept, or shall be', () => {
  mkdirSync(path.join(folder, 'cache'));
  vi.stubEnv('NODE_DISABLE_COMPILE_CACHE', '1');
  expect(run()).toBe('Hello, Ada.');
  expect(kept()).toEqual([]);
  vi.stubEnv('NODE_DISABLE_COMPILE_CACHE', '');
  vi.stubEnv('NODE_COMPILE_CACHE', file);
  expect(run()).toBe('Hello, Ada.');
});
