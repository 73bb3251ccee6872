// One slip of the hand on any line of a spec is one problem: the sure slips, tried on every line of
// the full example to which they apply. Two problems at one slip would send its writer astray.

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readYaml } from '../../src/sources/yaml.ts';
import { withoutConsequences } from '../../src/spec/consequences.ts';
import { validate } from '../../src/spec/validate.ts';

const good = readFileSync(new URL('../spec/full.yaml', import.meta.url), 'utf8').split('\n');

const key = '^(\\s*(?:- )?[A-Za-z]\\w*)';
const slips: readonly (readonly [string, RegExp, string])[] = [
  ['no colon after a key', new RegExp(`${key}:(?=\\s|$)`), '$1'],
  ['no space after a colon', new RegExp(`${key}: (?=\\S)`), '$1:'],
  ['an equals sign', new RegExp(`${key}:(?=\\s|$)`), '$1 ='],
  ['a tab', /^(?: {2})+(?=\S)/, '\t'],
  ['a non-breaking space', /^ (?= *[\w-]+:)/, '\u00a0'],
  ['no dash', /^(\s*)- (?=\S)/, '$1  '],
  ['no dash, and what follows moved up', /^(\s*)- (?=\S)/, '$1'],
  ['no space after a dash', /^(\s*)- (?=\S)/, '$1-'],
  ['an asterisk for a dash', /^(\s*)- (?=\S)/, '$1* '],
  ['a long dash', /^(\s*)- (?=\S)/, '$1– '],
  ['a bullet', /^(\s*)- (?=\S)/, '$1• '],
  ['a colon in a text', new RegExp(`${key}: ([A-Z]\\w+) (?=\\w)`), '$1: $2: '],
  ['a # in a text', new RegExp(`${key}: ([A-Z]\\w+) (?=\\w)`), '$1: $2 #'],
  ['a quote not closed', new RegExp(`${key}: (?=[A-Z]\\w+ \\w)`), '$1: "'],
  ['a quote whose end is missing', /"(?=\s*(?:[,}\]#]|$))/, ''],
  ['a brace not closed', / ?\}(?=[^}]*$)/, ''],
  ['a bracket not closed', /\](?=[^\]]*$)/, ''],
  ['a brace not opened', /\{ ?/, ''],
  ['no comma', /, (?=\w+:)/, ' '],
  ['a semicolon', /, (?=\w+:)/, '; '],
  ['two commas', /, (?=\w+:)/, ',, '],
];

function problems(text: string): readonly string[] {
  const yaml = readYaml({ name: 'spec.yaml', text });
  const valid = yaml.located ? validate(yaml.located) : undefined;
  return withoutConsequences([...yaml.diagnostics, ...(valid?.diagnostics ?? [])]).map(
    ({ code, message }) => `${code} ${message}`,
  );
}

it.each(slips)('%s is one problem', (_, wanted, put) => {
  let tried = 0;
  const worse: unknown[] = [];
  for (const [at, line] of good.entries()) {
    const slipped = line.replace(wanted, put);
    if (line.trimStart().startsWith('#') || slipped === line) continue;
    tried += 1;
    const found = problems(good.with(at, slipped).join('\n'));
    if (found.length > 1) worse.push([slipped, ...found]);
  }
  expect(worse).toEqual([]);
  expect(tried).toBeGreaterThan(2);
});
