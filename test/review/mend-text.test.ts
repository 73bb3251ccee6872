// How a mend is shown: the keys that lead to it, and the lines of those that are there.

import { expect, it } from 'vitest';
import { mendPath, mendText } from '../../src/report/review/mend-text.ts';

it('shows the keys above a map, with the lines of those that are there', () => {
  const mend = { at: ['partners', 'school'], yaml: 'gives: [Time]', there: [14, 47] };
  expect(mendText(mend)).toBe('partners:  # line 14\n  school:  # line 47\n    gives: [Time]');
  expect(mendPath(mend)).toEqual(['partners', 'school', 'gives']);
});

it('shows an item of a list as a dash with its number', () => {
  const mend = { at: ['roles', 1], yaml: 'person: Ana\nlead: club', there: [99, 106] };
  expect(mendText(mend)).toBe(
    'roles:  # line 99\n  - # number 2 of the list, line 106\n    person: Ana\n    lead: club',
  );
});

it('shows a single value behind its key', () => {
  const mend = { at: ['term', 'end'], yaml: '2027-12-17', there: [3] };
  expect(mendText(mend)).toBe('term:  # line 3\n  end: 2027-12-17');
});

it('shows a list below its key, and what is nested at the root as it is', () => {
  expect(mendText({ at: ['goals'], yaml: '- { text: Read }', there: [] })).toBe(
    'goals:\n  - { text: Read }',
  );
  const mend = { at: [], yaml: 'schedule:\n  reviews:\n    - { date: 2027-06-01 }', there: [145] };
  expect(mendText(mend)).toBe('schedule:  # line 145\n  reviews:\n    - { date: 2027-06-01 }');
  expect(mendPath(mend)).toEqual(['schedule', 'reviews']);
});
