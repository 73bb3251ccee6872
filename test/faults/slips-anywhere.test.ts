// One slip of the hand at any place of the examples: at most two problems, and one of them at the slip.
// Places are drawn, the same in every run; slips.test.ts tries the surest slips on every line of a spec.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { positionAt } from '../../src/base/source.ts';
import { readYaml } from '../../src/sources/yaml.ts';
import { withoutConsequences } from '../../src/spec/consequences.ts';
import { validate } from '../../src/spec/validate.ts';

const folder = path.join(import.meta.dirname, '../../agreements');
const specs = [
  'friends-of-elm-street.yaml',
  'safe-journeys.yaml',
  'shared-heritage-consortium.yaml',
  'stars-over-riverbend.yaml',
].map((name) => ({ name, lines: readFileSync(path.join(folder, name), 'utf8').split('\n') }));

const key = '^(\\s*(?:- )?[A-Za-z]\\w*)';
const slips: readonly (readonly [string, RegExp, string])[] = [
  ['a key two columns too far right', /^(?=\s*[A-Za-z]\w*:)/, '  '],
  ['a key one column too far right', /^(?=\s*[A-Za-z]\w*:)/, ' '],
  ['a key two columns too far left', /^ {2}(?=\s*[A-Za-z]\w*:)/, ''],
  ['an item two columns too far right', /^(?=\s*- )/, '  '],
  ['an item without its dash', /^(\s*)- (?=\S)/, '$1  '],
  ['a key without its colon', new RegExp(`${key}:(?=\\s|$)`), '$1'],
  ['a tab', /^(?: {2})+(?=\S)/, '\t'],
];
const places = 30;
/** On every line of the examples these slips give more, or only problems elsewhere, in 0 to 3 of 100 places. */
const worseAtMost = 4;

it.each(slips)('%s', (_, wanted, put) => {
  const all = specs.flatMap(({ name, lines }) =>
    lines.flatMap((line, at) => {
      const slipped = line.replace(wanted, put);
      const applies = slipped !== line && !line.trimStart().startsWith('#');
      return applies ? [{ name, lines, at, slipped }] : [];
    }),
  );
  const drawn = fc.sample(
    fc.shuffledSubarray(all, { minLength: places, maxLength: places }),
    1,
  )[0]!;
  const worse = drawn.flatMap(({ name, lines, at, slipped }) => {
    const found = problemLines(lines.with(at, slipped).join('\n'));
    const near = found.length === 0 || found.some((line) => Math.abs(line - (at + 1)) <= 1);
    return found.length <= 2 && near ? [] : [`${name}:${at + 1} gives problems in lines ${found}`];
  });
  expect(worse.slice(worseAtMost)).toEqual([]);
});

function problemLines(text: string): readonly number[] {
  const yaml = readYaml({ name: 'spec.yaml', text });
  const valid = yaml.located ? validate(yaml.located) : undefined;
  return withoutConsequences([...yaml.diagnostics, ...(valid?.diagnostics ?? [])]).map(
    ({ span }) => positionAt(span.source, span.start).line,
  );
}
