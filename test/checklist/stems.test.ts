// Nothing that a pattern is made for is passed over because a stem of it is missing.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { signs } from '../../src/checklist/binding-conflict.ts';
import { jargonWords } from '../../src/checklist/jargon.ts';
import { takingPart } from '../../src/checklist/minors-in-prose.ts';
import { collecting } from '../../src/checklist/signing-data.ts';
import { matchesOf, mayMatch, stemmed } from '../../src/checklist/stems.ts';
import { twoWords } from '../../src/checklist/two-of-many.ts';
import { houseWords } from '../../src/checklist/undefined-terms.ts';
import { vagueWords } from '../../src/checklist/vague-wording.ts';
import { wordsOf } from './words-of-pattern.ts';

const patterns = [...vagueWords, ...signs, ...collecting, ...twoWords, ...takingPart];

test.each(patterns.map((each) => [each.pattern.source.slice(0, 60), each] as const))(
  'every alternative of %s holds a stem',
  (_, { stems, pattern }) => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), (numbers) => {
        const text = wordsOf(pattern, (count) => numbers.next().value! % count);
        expect(
          stems.filter((stem) => text.toLowerCase().includes(stem)),
          text,
        ).not.toEqual([]);
      }),
    );
  },
);

test('the alternatives are what the patterns match', () => {
  const known = /\b(?:prompt|timely) (?:reply|notice)\b/i;
  const written = new Set(
    [0, 1].flatMap((one) =>
      [0, 1].map((two) => {
        const numbers = [one, two];
        return wordsOf(known, () => numbers.shift() ?? 0);
      }),
    ),
  );
  expect(written.size).toBe(4);
  for (const text of written) expect(text).toMatch(known);
});

test.each([
  ...jargonWords.map((word) => [word.term, word] as const),
  ...houseWords(['discovery layer', 'LibGuides', 'RDA', 'X file']).map(
    (word) => [word.term, word] as const,
  ),
])('every use of %s holds its stem', (_, { stem, used }) => {
  fc.assert(
    fc.property(fc.infiniteStream(fc.nat()), (numbers) => {
      const text = wordsOf(used, (count) => numbers.next().value! % count);
      expect(text.includes(stem) || text.toLowerCase().includes(stem), text).toBe(true);
    }),
  );
});

test('with stems or without, the same is found, whatever the case', () => {
  const some = stemmed([['soon delay', /\bas soon as possible\b|\bwithout delay\b/gi]]);
  const text = 'Reply AS SOON AS POSSIBLE, and Without Delay; soon.';
  expect(matchesOf(some, text).map(([words]) => words)).toEqual([
    'AS SOON AS POSSIBLE',
    'Without Delay',
  ]);
  expect(mayMatch(some, 'nothing of the kind')).toBe(false);
});
