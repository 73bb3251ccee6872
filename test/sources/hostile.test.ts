// Files made to hurt: each gets one clear diagnostic, or none where nothing is wrong with it.

import { describe, expect, it } from 'vitest';
import { readYaml } from '../../src/sources/yaml.ts';
import { lines, read, smallest } from '../spec/read.ts';

const many = (text: string, units = 1_000_000): string =>
  text.repeat(Math.floor(units / text.length));

function bomb(): string {
  const levels = ['x0: &x0 [a, a, a, a, a, a, a, a, a]'];
  for (let level = 1; level < 20; level += 1) {
    levels.push(
      `x${level}: &x${level} [${Array(9)
        .fill(`*x${level - 1}`)
        .join(', ')}]`,
    );
  }
  return levels.join('\n');
}

function mergeBomb(): string {
  const levels = ['x0: &x0 {k: v}'];
  for (let level = 1; level < 300; level += 1) {
    levels.push(`x${level}: &x${level} {<<: *x${level - 1}, k${level}: v}`);
  }
  return levels.join('\n');
}

function chain(): string {
  const levels = ['x0: &x0 [a]'];
  for (let level = 1; level < 5000; level += 1)
    levels.push(`x${level}: &x${level} [*x${level - 1}]`);
  return levels.join('\n');
}

const cases: readonly (readonly [string, string, string])[] = [
  ['60 brackets', `a: ${'['.repeat(60)}${']'.repeat(60)}`, 'yaml/too-deep'],
  ['100,000 brackets', '['.repeat(100_000), 'yaml/too-deep'],
  ['a million braces', many('{'), 'yaml/too-deep'],
  ['a million dashes on a line', many('- '), 'yaml/too-deep'],
  [
    '60 steps of indentation',
    Array.from({ length: 60 }, (_, at) => `${' '.repeat(at)}a:`).join('\n'),
    'yaml/too-deep',
  ],
  ['pairs of brackets', many('[]'), 'yaml/too-large'],
  ['closing brackets', many(']'), 'yaml/too-large'],
  ['quotes', many('"'), 'yaml/too-large'],
  ['an alias bomb', bomb(), 'yaml/alias-limit'],
  ['a merge bomb', mergeBomb(), 'yaml/alias-limit'],
  ['a chain of aliases', chain(), 'yaml/too-deep'],
  ['a cycle', 'a: &a [*a]', 'yaml/alias-cycle'],
  ['a cycle of merges', 'a: &a { <<: *a }', 'yaml/alias-cycle'],
  ['100,000 documents', many('---\n', 400_000), 'yaml/several-documents'],
  ['100,000 directives', many('%a\n', 300_000), 'yaml/directive'],
  ['YAML 1.1', '%YAML 1.1\n---\na: no', 'yaml/version'],
  ['YAML 1.3', '%YAML 1.3\n---\na: no', 'yaml/version'],
];

describe('hostile files', () => {
  it.each(cases)('%s: one clear problem', (_, text, code) => {
    expect(lines(read(text).diagnostics).map((line) => line.split(' ')[1])).toEqual([code]);
  });

  it('a file of 1 MB that YAML can read is not refused for its size', () => {
    const item = '  - { what: Twenty-five telescopes and as many chairs, from: club }\n';
    const text = smallest(
      `resources:\n  needs:\n${item.replace('  -', '  -').repeat(5000).replaceAll('  - {', '    - {')}`,
    );
    expect(lines(read(text).diagnostics)).toEqual([]);
  });

  it('brackets inside texts are no nesting', () => {
    const text = smallest(
      `reference: "${'['.repeat(100)}"\nbackground:\n  - |\n    ${'{'.repeat(100)}\n`,
    );
    const { agreement, diagnostics } = read(text);
    expect(lines(diagnostics)).toEqual([]);
    expect(agreement?.reference).toBe('['.repeat(100));
    expect(agreement?.background).toEqual(['{'.repeat(100)]);
  });

  it('keys named like parts of JavaScript objects are ordinary unknown keys', () => {
    const text = smallest('__proto__: { polluted: true }\nconstructor: { name: x }\ntoString: 1\n');
    expect(
      lines(read(text).diagnostics).map((line) => line.split(' ').slice(0, 3).join(' ')),
    ).toEqual([
      'error schema/unknown-key 8:1',
      'error schema/unknown-key 9:1',
      'error schema/unknown-key 10:1',
    ]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('a partner may be called constructor', () => {
    const text = smallest('roles: [{ task: Build, lead: constructor }]\n').replaceAll(
      'club:',
      'constructor:',
    );
    const { agreement, diagnostics } = read(text);
    expect(lines(diagnostics)).toEqual([]);
    expect(Object.keys(agreement?.partners ?? {})).toEqual(['library', 'constructor']);
  });

  it('a text of 20,000 code points is not too long, however many units it has', () => {
    expect(lines(read(smallest(`background: ["${'😀'.repeat(20_000)}"]\n`)).diagnostics)).toEqual(
      [],
    );
  });

  it('a text of more than 1 MB is refused before it is parsed', () => {
    const { diagnostics } = readYaml({ name: 'spec.yaml', text: 'x'.repeat((1 << 20) + 1) });
    expect(diagnostics.map(({ code }) => code)).toEqual(['yaml/too-large']);
  });

  it('a text full of refused characters names the first twenty', () => {
    const { diagnostics } = readYaml({ name: 'spec.yaml', text: `a: ${'\u202e'.repeat(5000)}` });
    expect(diagnostics.map(({ code }) => code)).toEqual(Array(20).fill('yaml/bad-character'));
    expect(diagnostics.at(-1)?.hint).toBe('Delete it; more follow that are not listed.');
  });
});
