// Aligning words: the changes lead from the first list to the second, and say no more than they must.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignWords } from '../../src/proof/align-words.ts';

const words = (text: string): readonly string[] => text.split(' ').filter((word) => word);

function applied(a: readonly string[], b: readonly string[]): readonly string[] {
  const out: string[] = [];
  let at = 0;
  for (const { from, to, otherFrom, otherTo } of alignWords(a, b)) {
    out.push(...a.slice(at, from), ...b.slice(otherFrom, otherTo));
    at = to;
  }
  return [...out, ...a.slice(at)];
}

describe('alignWords', () => {
  it.each([
    ['one two three', 'one two three', []],
    ['one two three', 'one three', [[1, 2, 1, 1]]],
    ['one three', 'one two three', [[1, 1, 1, 2]]],
    ['a b a b c', 'a b x b c', [[2, 3, 2, 3]]],
    [
      'the cat sat on the mat',
      'the dog sat on the rug',
      [
        [1, 2, 1, 2],
        [5, 6, 5, 6],
      ],
    ],
    ['', 'all new', [[0, 0, 0, 2]]],
  ])('%s / %s', (a, b, changes) => {
    const found = alignWords(words(a), words(b));
    expect(found.map(({ from, to, otherFrom, otherTo }) => [from, to, otherFrom, otherTo])).toEqual(
      changes,
    );
  });

  it('leads from any list to any other', () => {
    const list = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 40 });
    fc.assert(
      fc.property(list, list, (a, b) => {
        expect(applied(a, b)).toEqual(b);
      }),
    );
  });

  it('gives up finding the shortest way between texts that have nothing in common', () => {
    const a = Array.from({ length: 20_000 }, (_, index) => `${'xy'[index % 2]}`);
    const b = Array.from({ length: 20_000 }, (_, index) => `${'vw'[index % 2]}`);
    expect(alignWords(a, b)).toEqual([{ from: 0, to: 20_000, otherFrom: 0, otherTo: 20_000 }]);
  });
});
