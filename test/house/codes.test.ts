// Invariant 9 of docs/architecture.md: every diagnostic code has an entry that explains it, is used
// by the program, and is expected by name in at least one test or fixture.

import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { codes } from '../../src/base/codes.ts';
import { records } from '../../src/checklist/index.ts';

const root = resolve(import.meta.dirname, '../..');

function textBelow(folder: string, skip: RegExp): string {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|yaml|txt)$/.test(name) && !skip.test(name))
    .map((name) => readFileSync(join(root, folder, name), 'utf8'))
    .join('\n');
}

const source = textBelow('src', /(?:codes|code-examples)\.ts$/);
const tests = textBelow('test', /codes\.test\.ts$/);
const listed = Object.keys(codes);

it('every code in the program is in the list, and the other way round', () => {
  const used = new Set(
    [
      ...source.matchAll(
        /['"`]((?!text\/html)(?:yaml|schema|asset|template|text|config|table)\/[a-z0-9-]+)['"`]/g,
      ),
    ].map((match) => match[1]!),
  );
  for (const problem of ['format', 'broken', 'hostile']) used.add(`asset/${problem}`);
  expect([...used].sort()).toEqual([...listed].sort());
});

it('every code is expected by a test or fixture', () => {
  expect(listed.filter((code) => !tests.includes(code))).toEqual([]);
});

it('every rule is expected by a test, and explains itself', () => {
  expect(records.filter((record) => !tests.includes(record.id)).map((record) => record.id)).toEqual(
    [],
  );
  for (const record of records) {
    expect(record.asks.length, record.id).toBeGreaterThan(10);
    expect(record.why.length, record.id).toBeGreaterThan(10);
  }
});
