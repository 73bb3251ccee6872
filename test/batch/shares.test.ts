// Shares of a batch, made apart and joined: the batch of one machine, or a refusal that says what does
// not fit, before anything is written.

import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import * as disk from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mergeShards } from '../../src/batch/merge.ts';
import { bytesOf } from '../sources-batch/support.ts';
import { contents, smallSpec, writeSpecs } from './folders.ts';
import { type InProcess, runHere } from './in-process.ts';

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

const shares = ['part1', 'part2', 'part3'] as const;
const share = async (index: 1 | 2 | 3, more: InProcess = {}): Promise<void> => {
  await runHere('specs', `part${index}`, { ...more, shard: { index, count: 3 } });
};
const all = async (more: InProcess = {}): Promise<void> => {
  for (const index of [1, 2, 3] as const) await share(index, more);
};
const join = (...folders: readonly string[]): ReturnType<typeof mergeShards> =>
  mergeShards(folders, 'joined', disk);

/** Joins all shares and expects a refusal that leaves nothing behind. */
async function refused(why: string, ...folders: readonly string[]): Promise<void> {
  await expect(join(...(folders.length > 0 ? folders : shares))).rejects.toThrow(why);
  expect(existsSync('joined')).toBe(false);
}

it('joined are the batch of one machine, byte for byte, in whatever order they are given', async () => {
  writeSpecs('specs', 12);
  writeFileSync('specs/a003.yaml', 'spec: 1\n');
  await runHere('specs', 'whole');
  await all();
  const merged = await join('part3', 'part1', 'part2');
  expect(merged).toEqual({ agreements: 12, notMade: 1, papers: 11, copied: 11 });
  expect(contents('joined')).toEqual(contents('whole'));
  expect(await join(...shares)).toEqual({ ...merged, copied: 0 });
});

describe('are refused', () => {
  beforeEach(() => writeSpecs('specs', 12));

  it('where one is missing or there twice', async () => {
    await all();
    await refused('Share 2 of 3 is missing.', 'part1', 'part3');
    await refused('Share 1 of 3 is in part1 and part1.', 'part1', ...shares);
    await runHere('specs', 'part3', { shard: { index: 1, count: 2 } });
    await refused('There are shares of 3 and of 2');
    await refused('No manifest-1-of-….jsonl', 'specs');
    await refused('nowhere is no folder', 'nowhere');
  });

  it('where a paper is not as it was made', async () => {
    await all();
    const paper = readdirSync('part2').find((name) => name.endsWith('.html'))!;
    appendFileSync(path.join('part2', paper), ' ');
    await refused(`${path.join('part2', paper)} is not as it was made.`);
    rmSync(path.join('part2', paper));
    await refused(`${path.join('part2', paper)} is missing.`);
  });

  it('where one was made with other flags, or by another version', async () => {
    await all();
    await share(2, { setup: { settings: 'others' } });
    await refused('was made by another version of Pactwright or with other flags');
    await share(2, { setup: { program: '1.2.4' } });
    await refused('was made by another version of Pactwright or with other flags');
  });

  it('where one is of another set of agreements', async () => {
    await all();
    writeFileSync('specs/a013.yaml', smallSpec(13));
    await share(2);
    await refused('is from another set of agreements');
  });

  it('where one was stopped before its end', async () => {
    await share(1);
    await share(3);
    const stop = new AbortController();
    await share(2, { stop: stop.signal, onDone: () => stop.abort() });
    await refused('The shares do not hold every agreement of the batch.');
    await share(2);
    expect(await join(...shares)).toMatchObject({ agreements: 12 });
  });

  it('where a file that they share was changed between them', async () => {
    const logo = (radius: number): void =>
      writeFileSync(
        'specs/logo.svg',
        `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect rx="${radius}" width="40" height="20"/></svg>`,
      );
    const house = (notice: string): NonNullable<InProcess['setup']> => {
      const text = `terms: { ending: { notice: ${notice} } }\npartners: { library: { brand: { logo: logo.svg } } }\n`;
      return { defaults: [{ name: 'house.yaml', bytes: bytesOf(text) }] };
    };
    logo(1);
    await all({ setup: house('30 days') });
    await share(2, { setup: house('60 days') });
    await refused(
      'defaults house.yaml was not the same when specs/a001.yaml was made and when specs/',
    );
    logo(2);
    await share(2, { setup: house('30 days') });
    await refused('file logo.svg was not the same when');
    await all({ setup: house('30 days') });
    expect(await join(...shares)).toMatchObject({ agreements: 12, notMade: 0 });
  });
});

it('write over nothing that is there already', async () => {
  writeSpecs('specs', 3);
  await all();
  mkdirSync('joined');
  writeFileSync('joined/a002.html', 'ours');
  await expect(join(...shares)).rejects.toThrow('a002.html is there already and is another file.');
  expect([...contents('joined').keys()]).toEqual(['a002.html']);
});
