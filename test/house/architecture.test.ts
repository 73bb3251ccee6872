// Invariant 1 of docs/architecture.md: who may import whom, as data. Reads every import in src/.

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

const source = resolve(import.meta.dirname, '../../src');

/** The rooms and what each may import from src; the table of docs/architecture.md. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  base: [],
  model: ['base'],
  sources: ['base', 'model'],
  spec: ['base', 'model'],
  checklist: ['base', 'model'],
  house: ['base', 'model'],
  assets: ['base', 'model'],
  theme: ['base', 'model'],
  compose: ['base', 'model'],
  'render/docx': ['base', 'model'],
  'render/pdf': ['base', 'model'],
  'render/html': ['base', 'model'],
  'render/ics': ['base', 'model'],
  'render/csv': [],
  proof: ['base', 'model'],
  read: ['base', 'model'],
  'companions.ts': ['base', 'model', 'compose', 'theme', 'render/ics', 'render/csv'],
  'build.ts': [
    'base',
    'model',
    'sources',
    'spec',
    'checklist',
    'assets',
    'theme',
    'compose',
    'render/docx',
    'render/pdf',
    'render/html',
    'companions.ts',
    'proof',
    'check.ts',
  ],
  'carried.ts': ['base', 'model', 'sources', 'spec', 'proof', 'read', 'check.ts'],
  'verify.ts': ['base', 'model', 'proof', 'read', 'check.ts', 'build.ts', 'carried.ts'],
  'check.ts': ['base', 'model', 'sources', 'spec', 'checklist', 'house', 'assets'],
  'merge.ts': ['base', 'model', 'sources', 'spec', 'check.ts'],
  starter: ['base', 'model'],
  report: ['base', 'model', 'render/html'],
  'review.ts': [
    'base',
    'model',
    'checklist',
    'assets',
    'theme',
    'compose',
    'report',
    'check.ts',
    'build.ts',
  ],
  node: ['base', 'model', 'build.ts'],
  cli: [
    'base',
    'model',
    'spec',
    'checklist',
    'starter',
    'report',
    'node',
    'batch',
    'build.ts',
    'check.ts',
    'review.ts',
    'merge.ts',
    'proof',
    'carried.ts',
    'verify.ts',
  ],
  batch: [
    'base',
    'model',
    'sources',
    'spec',
    'report',
    'node',
    'build.ts',
    'check.ts',
    'merge.ts',
    'review.ts',
  ],
  'index.ts': ['base', 'model', 'node', 'build.ts', 'check.ts'],
};

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
          return room !== roomOf(file) && !mayImport[roomOf(file)]?.includes(room);
        })
        .map((target) => `${file} imports ${target}`),
    );
    expect(wrong).toEqual([]);
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
