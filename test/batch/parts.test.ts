// The parts of a batch that write no file: shares, names, cells of the summary, and progress.

import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/base/errors.ts';
import { planOf, specJobs } from '../../src/batch/plan.ts';
import { progressText, startProgress } from '../../src/batch/progress.ts';
import { settingsHash } from '../../src/batch/settings.ts';
import type { Setup } from '../../src/batch/setup.ts';
import { bySource, readShard, shardOf } from '../../src/batch/shard.ts';
import { cell } from '../../src/batch/summary.ts';

describe('shares', () => {
  it('every agreement is in exactly one, and another one moves none', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ minLength: 1 })),
        fc.integer({ min: 1, max: 40 }),
        (names, count) => {
          for (const name of names) {
            expect(shardOf(name, count)).toBeGreaterThanOrEqual(1);
            expect(shardOf(name, count)).toBeLessThanOrEqual(count);
          }
        },
      ),
    );
    const files = Array.from({ length: 2000 }, (_, index) => `specs/a${index}.yaml`);
    const shares = Array.from({ length: 8 }, (_, index) =>
      planOf(specJobs(files), { index: index + 1, count: 8 }).jobs.map(({ name }) => name),
    );
    expect(new Set(shares.flat()).size).toBe(2000);
    for (const share of shares) expect(share.length).toBeGreaterThan(190);
    const more = planOf(specJobs([...files, 'specs/new.yaml']), { index: 1, count: 8 }).jobs;
    expect(more.map(({ name }) => name).filter((name) => name !== 'new')).toEqual(shares[0]);
  });

  it('keep their place for ever', () => {
    expect(['a001', 'MOU-17', 'Ågotnes'].map((name) => shardOf(name, 16))).toMatchInlineSnapshot(`
      [
        15,
        8,
        2,
      ]
    `);
  });

  it.each(['0/3', '4/3', '3', 'a/b', '1/0', '-1/2', '1/2/3', ''])('%s is none', (text) => {
    expect(() => readShard(text)).toThrow(UserError);
  });
});

describe('order and names', () => {
  it('rows come by number, files by name', () => {
    const sources = ['b.csv:10', 'b.csv:9', 'a.yaml', 'b.csv:100', 'c.yaml'];
    const sorted = sources.map((source) => ({ source })).sort(bySource);
    expect(sorted.map(({ source }) => source)).toEqual([
      ...['a.yaml', 'b.csv:9', 'b.csv:10', 'b.csv:100', 'c.yaml'],
    ]);
  });

  it.each([
    ['x/Paper.yaml', 'y/paper.yaml'],
    ['x/\u00e9.yaml', 'y/e\u0301.yaml'],
    ['x/a:b.yaml', 'y/a?b.yaml'],
    ['x/a.yaml', 'y/a.yml'],
    [`x/${'a'.repeat(250)}1.yaml`, `y/${'a'.repeat(250)}2.yaml`],
  ])('%s and %s would be the same file', (one, other) => {
    expect(() => planOf(specJobs([one, other]), undefined)).toThrow(/would both make/);
  });
});

describe('the hash of program and flags', () => {
  const setup: Omit<Setup, 'settings'> = {
    ...{
      output: 'out',
      journal: 'out/j',
      formats: ['docx'],
      defaults: [],
      assets: [],
      force: false,
    },
    ...{ final: false, strict: false, allowWarnings: false, embed: true, program: '1.2.3' },
  };
  const script = path.resolve('package.json');
  const hash = (more: Partial<Setup> = {}, code = script): string =>
    settingsHash({ ...setup, ...more }, code);

  it.each<Partial<Setup>>([
    { formats: ['docx', 'pdf'] },
    { date: '2027-01-04' },
    { fileDate: '2027-01-04' },
    { final: true },
    { strict: true },
    { allowWarnings: true },
    { embed: false },
    { program: '1.2.4' },
  ])('is another one with %j', (more) => expect(hash(more)).not.toBe(hash()));

  it('is another one with other code', () =>
    expect(hash({}, path.resolve('README.md'))).not.toBe(hash()));

  it.each<Partial<Setup>>([
    { output: 'elsewhere', journal: 'elsewhere/j', force: true, assets: ['logos'] },
    { template: 'own', pattern: '{title}', review: { pages: 'pages', back: '../review.html' } },
    { defaults: [{ name: 'house.yaml', bytes: new Uint8Array() }] },
  ])('is the same with %j', (more) => expect(hash(more)).toBe(hash()));
});

describe('cells of the summary', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+49 30', "'+49 30"],
    ['-2', "'-2"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['  =1', "'  =1"],
    ['＝1', "'＝1"],
    ['\t=1', "'\t=1"],
    ['a, b', '"a, b"'],
    ['say "yes"', '"say ""yes"""'],
    ['two\nlines', '"two\nlines"'],
    ['plain', 'plain'],
  ])('%j becomes %j', (text, wanted) => expect(cell(text)).toBe(wanted));
});

describe('progress', () => {
  it('says rate and time left', () => {
    expect(progressText(1234, 10_000, 0, 38.4)).toBe('1234 of 10000, 38 a second, 4 min left');
    expect(progressText(10, 100, 2, 2.25)).toBe('10 of 100, 2 not made, 2.3 a second, 40 s left');
    expect(progressText(1, 100, 0, 0.1)).toBe('1 of 100, 6 a minute, 17 min left');
    expect(progressText(1, 100, 1)).toBe('1 of 100, 1 not made');
    expect(progressText(1, 100_000, 0, 2)).toBe('1 of 100000, 2 a second, 13.9 h left');
  });

  it('is a bar at a terminal, and a line every few seconds elsewhere', () => {
    let now = 0;
    const shown = (isTerminal: boolean): string[] => {
      const texts: string[] = [];
      now = 0;
      const bar = startProgress(
        40,
        (text) => texts.push(text),
        isTerminal,
        () => now,
      );
      for (let step = 0; step < 40; step += 1) {
        now += 500;
        bar.step(false);
      }
      bar.end();
      return texts;
    };
    expect(shown(false)).toEqual([
      '10 of 40, 2 a second, 15 s left\n',
      '20 of 40, 2 a second, 10 s left\n',
      '30 of 40, 2 a second, 5 s left\n',
      '40 of 40, 2 a second, 0 s left\n',
    ]);
    const bars = shown(true);
    expect(bars).toHaveLength(41);
    expect(bars[19]).toBe('\r\u001b[2K████████████░░░░░░░░░░░░ 20 of 40, 2 a second, 10 s left');
    expect(bars.at(-1)).toBe('\r\u001b[2K');
  });
});
