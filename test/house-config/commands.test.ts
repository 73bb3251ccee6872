// The configuration on a disk, and the commands that explain the checklist.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { codes } from '../../src/base/codes.ts';
import { checkHouse } from '../../src/check.ts';
import { records } from '../../src/checklist/index.ts';
import { check } from '../../src/index.ts';
import { findHouse } from '../../src/node/find-house.ts';
import { run } from '../cli/run.ts';
import { spec } from './checked.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'pactwright-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const put = (name: string, text: string): string => {
  const place = path.join(folder, name);
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, text);
  return place;
};

const config = 'pactwright.config.yaml';

describe('pactwright.config.yaml', () => {
  test('the nearest one upwards from the spec holds', async () => {
    put(config, 'level: funded\n');
    put(`near/${config}`, 'level: simple\n');
    put('near/deep/a.yaml', spec());
    const found = await findHouse(path.join(folder, 'near/deep'));
    expect(found?.name).toBe(path.join(folder, 'near', config));
    const level = async (file: string) => (await check(file)).checklist?.level;
    expect(await level(path.join(folder, 'near/deep/a.yaml'))).toBe('simple');
    expect(await level(put('b.yaml', spec()))).toBe('funded');
    expect((await check(put('b.yaml', spec()), { house: false })).checklist?.level).toBe(
      'standard',
    );
    const other = put('other.yaml', 'level: simple\n');
    expect((await check(put('b.yaml', spec()), { house: other })).checklist?.level).toBe('simple');
    await expect(check(put('b.yaml', spec()), { house: `${other}x` })).rejects.toThrow(
      'cannot be read',
    );
  });

  test('check and build go by it, and report its problems once, with its name as source', async () => {
    put(config, 'level: simple\nrules:\n  vision-no-shared-goal: off\n');
    put('a.yaml', spec());
    put('b.yaml', spec());
    for (const command of [
      ['check', '--reporter', 'json', folder],
      ['build', '--reporter', 'json', '--to', 'html', '-o', path.join(folder, 'out'), folder],
    ]) {
      const { stdout } = await run(command);
      const { files } = JSON.parse(stdout);
      expect(files).toHaveLength(2);
      const problems = files.map((file: { diagnostics: { code: string; source?: string }[] }) =>
        file.diagnostics.filter(({ code }) => code.startsWith('config/')),
      );
      expect(problems[0]).toMatchObject([
        { code: 'config/lowered-error', source: path.join(folder, config), line: 3, column: 26 },
      ]);
      expect(problems[1]).toEqual([]);
      const asked = files.flatMap((file: { diagnostics: { code: string }[] }) =>
        file.diagnostics.map(({ code }) => code),
      );
      expect(asked).toContain('vision-no-shared-goal');
      expect(asked).not.toContain('trust-no-review');
    }
  });

  test('a wrong configuration stops a final paper', async () => {
    put(config, 'levl: simple\n');
    const file = put('a.yaml', spec('status: final\n'));
    const { exit, stdout } = await run([
      'build',
      '--to',
      'html',
      '-o',
      path.join(folder, 'out'),
      file,
    ]);
    expect(exit).toBe(1);
    expect(stdout).toContain('config/unknown-key');
  });

  test('one that cannot be opened is reported', async () => {
    mkdirSync(path.join(folder, config));
    const file = put('a.yaml', spec());
    const { exit, stdout } = await run(['check', '--reporter', 'json', file]);
    expect(exit).toBe(1);
    const [{ diagnostics }] = JSON.parse(stdout).files;
    const problem = diagnostics.find(({ code }: { code: string }) => code === 'config/unreadable');
    expect(problem).toMatchObject({
      severity: 'error',
      source: path.join(folder, config),
    });
  });

  test('an empty one changes nothing', () => {
    for (const text of ['', '# nothing\n', 'level:\nrules:\n']) {
      const bytes = new TextEncoder().encode(text);
      expect(checkHouse({ name: config, bytes })).toEqual({
        house: { thresholds: {}, jargon: [], rules: {} },
        diagnostics: [],
      });
    }
  });
});

describe('rules', () => {
  test('lists every rule in a table', async () => {
    const { exit, stdout } = await run(['rules']);
    expect(exit).toBe(0);
    const lines = stdout.split('\n');
    expect(lines[0]).toMatch(/^rule +element +level +severity +looks at$/);
    expect(lines.slice(1, records.length + 1).map((line) => line.split(' ')[0])).toEqual(
      records.map(({ id }) => id),
    );
    expect(stdout).toContain(`${records.length} rules.`);
  });

  test('as JSON, all of it', async () => {
    const { stdout } = await run(['rules', '--reporter', 'json']);
    const { version, rules } = JSON.parse(stdout);
    expect(version).toBe(1);
    expect(rules).toHaveLength(records.length);
    expect(rules.find(({ id }: { id: string }) => id === 'trust-no-review')).toEqual({
      id: 'trust-no-review',
      element: 'trust',
      level: 'standard',
      severity: 'warning',
      looks: 'dates to look back together',
      asks: 'When will you look back together and see what to change?',
      why: 'What is not looked at on a set day is not looked at.',
      source: ['DoD', 'WIOA'],
    });
  });

  test('one element only; an unknown one is a mistake', async () => {
    const { stdout } = await run(['rules', '--element', 'trust']);
    expect(stdout).toContain('7 rules.');
    expect((await run(['rules', '--element', 'trus'])).exit).toBe(2);
  });
});

describe('explain', () => {
  test.each(records.map(({ id }) => [id] as const))('%s', async (id) => {
    const { exit, stdout } = await run(['explain', id]);
    const record = records.find((each) => each.id === id)!;
    expect(exit).toBe(0);
    for (const part of [id, record.looks, record.asks, record.why]) expect(stdout).toContain(part);
    expect(stdout).toMatch(/How to mend it\n {2}\S/);
    expect(stdout).toMatch(/Source: \S/);
  });

  test('codes of reading, too', async () => {
    for (const [code, { explain }] of Object.entries(codes)) {
      const { stdout } = await run(['explain', code]);
      expect(stdout.startsWith(`${code}\n\n${explain}\n`)).toBe(true);
    }
  });

  test.each([
    ['trust-no-reveiw', 'Did you mean "trust-no-review"?'],
    ['yaml/tabindent', 'Did you mean "yaml/tab-indent"?'],
    ['everything', '`pactwright rules` lists the rules.'],
    ['__proto__', '`pactwright rules` lists the rules.'],
  ])('an unknown id: %s', async (id, help) => {
    const { exit, stdout, stderr } = await run(['explain', id]);
    expect(exit).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toBe(`pactwright: There is no rule or code "${id}". ${help}\n`);
  });
});
