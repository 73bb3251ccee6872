// "Did you mean": what counts as a slip of the finger, and what does not.

import { expect, it } from 'vitest';
import { closest } from '../../src/base/closest.ts';

const words = ['partners', 'purpose', 'schedule', 'every', 'by'];

it.each([
  ['partnrs', 'partners'],
  ['Purpose', 'purpose'],
  ['shcedule', 'schedule'],
  ['pur-pose', 'purpose'],
  ['evrey', 'every'],
  ['yb', undefined],
  ['x', undefined],
  ['telescope', undefined],
  ['p'.repeat(81), undefined],
])('%s', (word, meant) => {
  expect(closest(word, words)).toBe(meant);
});
