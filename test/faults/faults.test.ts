// Bad specs with the problems they must give, no more and no fewer: the fixtures of this folder
// (`# expect: <severity> <code> <line>:<column> <start of the message>`) and those built in code.

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { codes } from '../../src/base/codes.ts';
import type { Diagnostic } from '../../src/base/diagnostic.ts';
import type { Host } from '../../src/base/ports.ts';
import { check } from '../../src/check.ts';
import { lines, read, smallest } from '../spec/read.ts';

const folder = new URL('.', import.meta.url);
const fixtures = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .sort();

function expected(text: string): string[] {
  return [...text.matchAll(/^# expect: (.*)$/gm)].map((match) => match[1]!);
}

/** Replaces each line by the expectation that it fulfils, so that a difference is easy to see. */
function matched(found: readonly string[], wanted: readonly string[]): string[] {
  return found.map((line) => wanted.find((each) => line.startsWith(each)) ?? line);
}

/** What a check says about a spec, without the checklist. */
async function problems(text: string): Promise<readonly Diagnostic[]> {
  const bytes = new TextEncoder().encode(text);
  const { diagnostics } = await check({ name: 'spec.yaml', bytes }, host);
  return diagnostics.filter(({ code }) => code in codes);
}

const host: Host = {
  readAsset: async () => ({ found: false, reason: 'missing' }),
  readTemplate: async () => undefined,
  templateKinds: async () => ['letter', 'mou'],
  templateLanguages: async (kind) => (kind === 'mou' ? ['en'] : undefined),
  readCompanionTemplate: async () => ({ name: 'none', files: new Map() }),
  readFont: async () => new Uint8Array(),
};

describe('fixtures', () => {
  it.each(fixtures)('%s gives exactly the problems it names', async (name) => {
    const text = readFileSync(new URL(name, folder), 'utf8');
    const wanted = expected(text);
    expect(wanted.length).toBeGreaterThan(0);
    expect(matched(lines(await problems(text)), wanted)).toEqual(wanted);
  });
});

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const utf16 = (text: string, mark: boolean): Uint8Array =>
  new Uint8Array(new Uint16Array([...(mark ? [0xfeff] : []), ...Buffer.from(text)]).buffer);

const built: readonly (readonly [string, string | Uint8Array, string])[] = [
  ['nothing at all', '', 'error yaml/empty 1:1 The file is empty.'],
  ['only blanks', ' \n\n', 'error yaml/empty 1:1 The file is empty.'],
  ['a PNG', bytes(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10), 'error yaml/not-text 1:1 This is a PNG'],
  ['a JPEG', bytes(0xff, 0xd8, 0xff, 0xe0, 0), 'error yaml/not-text 1:1 This is a JPEG'],
  ['a PDF', '%PDF-1.7\n', 'error yaml/not-text 1:1 This is a PDF'],
  ['a Word file', 'PK\u0003\u0004', 'error yaml/not-text 1:1 This is a Word, Excel or ZIP file'],
  [
    'an old Word file',
    bytes(0xd0, 0xcf, 0x11, 0xe0),
    'error yaml/not-text 1:1 This is an old Word',
  ],
  [
    'other binary',
    new Uint8Array(500).map((_, at) => at % 7),
    'error yaml/not-text 1:1 The file holds binary',
  ],
  [
    'UTF-16 with a mark',
    utf16(smallest(), true),
    'error yaml/utf-16 1:1 The file is saved as UTF-16',
  ],
  [
    'UTF-16 without one',
    utf16(smallest(), false),
    'error yaml/utf-16 1:1 The file is saved as UTF-16',
  ],
  [
    'Latin-1',
    bytes(...Buffer.from('spec: 1\ntitle: Caf\xe9\n', 'latin1')),
    'error yaml/not-utf-8 2:11 The byte E9',
  ],
  [
    'lines that end as on old Mac computers',
    smallest().replaceAll('\n', '\r'),
    'error yaml/bad-character 1:1 The lines end as on old Mac computers',
  ],
  ['20 MB', new Uint8Array(20 << 20).fill(0x61), 'error yaml/too-large 1:1 The file has 20.0 MB'],
  [
    '400,000 commas',
    `a: [${','.repeat(400_000)}]`,
    'error yaml/too-large 1:1 The file holds far more',
  ],
  [
    'a long text',
    smallest(`background: ["${'x'.repeat(20_001)}"]\n`),
    'error yaml/too-long 8:14 This text has 20,001',
  ],
];

describe('built in code', () => {
  it.each(built)('%s gives one clear problem', (_, input, wanted) => {
    expect(matched(lines(read(input).diagnostics), [wanted])).toEqual([wanted]);
  });
});

it('every code of reading has a fixture', () => {
  const texts = fixtures.map((name) => readFileSync(new URL(name, folder), 'utf8'));
  const wanted = [...texts.flatMap(expected), ...built.map((each) => each[2])];
  const covered = new Set(wanted.map((line) => line.split(' ')[1]!));
  const all = Object.keys(codes).filter((code) => /^(?:yaml|schema|text)\//.test(code));
  expect(all.filter((code) => !covered.has(code))).toEqual([]);
  expect([...covered].filter((code) => !(code in codes))).toEqual([]);
});
