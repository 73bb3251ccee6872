// Invariant 1 of docs/architecture.md: who may import whom, as data. Reads every import in src/.

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

const source = resolve(import.meta.dirname, '../../src');

/** The rooms and what each may import from src besides base and model; the table of docs/architecture.md. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  base: [],
  model: [],
  sources: [],
  spec: [],
  checklist: [],
  house: [],
  assets: [],
  theme: [],
  compose: [],
  'render/docx': [],
  'render/pdf': [],
  'render/html': [],
  'render/ics': [],
  'render/csv': [],
  proof: [],
  read: [],
  'carried.ts': ['sources', 'spec', 'proof', 'read', 'check.ts'],
  'verify.ts': ['proof', 'read', 'check.ts', 'build.ts', 'carried.ts'],
  'companions.ts': ['compose', 'theme', 'render/ics', 'render/csv'],
  'check.ts': ['sources', 'spec', 'checklist', 'house', 'assets'],
  'merge.ts': ['sources', 'spec', 'check.ts'],
  'build.ts': [
    'check.ts',
    'checklist',
    'assets',
    'theme',
    'compose',
    'render/docx',
    'render/pdf',
    'render/html',
    'companions.ts',
    'proof',
  ],
  'review.ts': ['check.ts', 'checklist', 'assets', 'theme', 'compose', 'report'],
  starter: [],
  report: ['render/html'],
  node: [],
  batch: ['sources', 'spec', 'check.ts', 'merge.ts', 'build.ts', 'review.ts', 'report', 'node'],
  cli: [
    'spec',
    'checklist',
    'proof',
    'starter',
    'report',
    'check.ts',
    'merge.ts',
    'build.ts',
    'review.ts',
    'carried.ts',
    'verify.ts',
    'batch',
    'node',
  ],
  'index.ts': ['check.ts', 'build.ts', 'node'],
};

/** What a room may import: base stands on nothing, model on base, all others on both. */
function allowedFor(room: string): readonly string[] {
  if (room === 'base') return [];
  return room === 'model' ? ['base'] : ['base', 'model', ...(mayImport[room] ?? [])];
}

/** Rooms that may use node's modules, the process, the console and the clock. */
const outside = ['node', 'batch', 'cli', 'index.ts'];

const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.split(sep).join('/'))
  .sort();

function roomOf(file: string): string {
  const parts = file.split('/');
  return parts[0] === 'render' ? parts.slice(0, 2).join('/') : parts[0]!;
}

function importsOf(file: string): readonly string[] {
  const text = readFileSync(join(source, file), 'utf8');
  const found = text.matchAll(/(?:\bfrom\s+|\bimport\s*\(?\s*)['"]([^'"]+)['"]/g);
  return [...found].map((match) => match[1]!);
}

function localTarget(file: string, specifier: string): string {
  return relative(source, resolve(source, dirname(file), specifier))
    .split(sep)
    .join('/');
}

describe('rooms', () => {
  it('every file lies in a known room', () => {
    expect(files.filter((file) => !(roomOf(file) in mayImport))).toEqual([]);
  });

  it('imports follow the table', () => {
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter((specifier) => specifier.startsWith('.'))
        .map((specifier) => localTarget(file, specifier))
        .filter((target) => {
          const room = roomOf(target);
          return room !== roomOf(file) && !allowedFor(roomOf(file)).includes(room);
        })
        .map((target) => `${file} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('the table allows nothing that no file does', () => {
    const used = new Set(
      files.flatMap((file) =>
        importsOf(file)
          .filter((specifier) => specifier.startsWith('.'))
          .map((specifier) => `${roomOf(file)} ${roomOf(localTarget(file, specifier))}`),
      ),
    );
    const idle = Object.entries(mayImport).flatMap(([room, targets]) =>
      targets.map((target) => `${room} ${target}`).filter((edge) => !used.has(edge)),
    );
    expect(idle).toEqual([]);
  });

  it('is the table of docs/architecture.md', () => {
    const text = readFileSync(resolve(source, '../docs/architecture.md'), 'utf8');
    const documented = new Map<string, readonly string[]>();
    for (const [, names = '', targets = ''] of text.matchAll(/^\| (`.*?) \|.*\|([^|]*)\|$/gm)) {
      const rooms = targets.trim() === '' ? [] : targets.trim().split(', ');
      for (const [, name = ''] of names.matchAll(/`(.*?)\/?`/g)) {
        documented.set(name, [...rooms].sort());
      }
    }
    const data = Object.entries(mayImport).map(([room, targets]) => [room, [...targets].sort()]);
    expect(Object.fromEntries(documented)).toEqual(Object.fromEntries(data));
  });

  it('no import is circular', () => {
    const edges = new Map(
      files.map((file) => [
        file,
        importsOf(file)
          .filter((specifier) => specifier.startsWith('.'))
          .map((specifier) => localTarget(file, specifier)),
      ]),
    );
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (file: string, trail: readonly string[]): void => {
      if (trail.includes(file)) {
        cycles.push([...trail.slice(trail.indexOf(file)), file].join(' > '));
        return;
      }
      if (done.has(file)) return;
      for (const next of edges.get(file) ?? []) visit(next, [...trail, file]);
      done.add(file);
    };
    for (const file of files) visit(file, []);
    expect(cycles).toEqual([]);
  });

  it('only node/, batch/ and cli/ touch node, the process, the console and the clock', () => {
    const wrong = files
      .filter((file) => !outside.includes(roomOf(file)))
      .flatMap((file) => {
        const text = readFileSync(join(source, file), 'utf8').replace(
          /^\s*(\/\/|\*|\/\*).*$/gm,
          '',
        );
        const signs = [
          /['"]node:/,
          /\bprocess\./,
          /\bconsole\./,
          /\bBuffer\./,
          /\bDate\.now\b/,
          /\bnew Date\(\)/,
          /\bMath\.random\b/,
        ];
        return signs.filter((sign) => sign.test(text)).map((sign) => `${file}: ${sign.source}`);
      });
    expect(wrong).toEqual([]);
  });

  it('every file says in its first lines what it is for', () => {
    const silent = files.filter((file) => {
      const lines = readFileSync(join(source, file), 'utf8')
        .replace(/^#!.*\n/, '')
        .split('\n');
      const head = lines.findIndex((line) => !line.startsWith('//'));
      return head < 2;
    });
    expect(silent).toEqual([]);
  });

  it('no file is named for what everybody would put into it', () => {
    const vague = files.filter((file) => /(^|\/)(utils?|helpers?|common|types)\.ts$/.test(file));
    expect(vague).toEqual([]);
  });
});
