// Prose as agreements of many kinds of institutions have it: how often the rules that read prose speak.
// Every finding in it is listed, so that somebody can judge whether it cries wolf.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { runChecklist } from '../../src/checklist/index.ts';
import { minorsIn } from '../../src/checklist/minors-in-prose.ts';
import { agreementOf, completeData, goodFacts } from './complete.ts';

const file = path.join(import.meta.dirname, 'ordinary-prose.txt');
const blocks = readFileSync(file, 'utf8').trim().split(/\n\n+/);
const paragraphs = blocks.filter((block) => !block.startsWith('#'));
const words = paragraphs.join(' ').split(/\s+/).length;

/** The complete agreement, with all paragraphs as clauses of its own, in a paper that is not binding. */
const withProse = (final: boolean) => {
  const data = completeData();
  data.schedule.events[0].minors = false;
  data.roles[2].covers = 'staffing';
  data.status = final ? 'final' : 'draft';
  data.terms.binding = false;
  data.terms.other.push(
    ...paragraphs.map((text, index) => ({ heading: `Clause ${index + 1}`, text })),
  );
  return runChecklist(agreementOf(data), goodFacts).findings;
};

test('there are enough words of enough institutions', () => {
  expect(words).toBeGreaterThan(3000);
  expect(blocks.length - paragraphs.length).toBe(14);
});

test('the findings, all of them', () => {
  const found = withProse(false).map(({ rule, path: at, at: place }) => {
    const text = paragraphs[Number(at[2]) - 1] ?? '';
    const phrase = text.slice(place?.start, place?.end).replace(/\s+/g, ' ');
    return `${rule}: ${phrase}`;
  });
  expect(found).toEqual([
    // False alarms: people who are patrons of patients, and books that wander between wards.
    'communication-term-undefined: patrons',
    'communication-term-undefined: circulation of books',
    // Worth a word to a partner that is no library, though most will know it.
    'communication-term-undefined: catalogue',
    // What the rules are for.
    'understanding-vague-wording: endeavour to',
    'understanding-vague-wording: all reasonable steps',
    'signing-binding-conflict: shall forward',
    'signing-binding-conflict: shall be',
  ]);
  expect(((found.length / words) * 1000).toFixed(1)).toBe('1.8');
});

test('no error appears, in a final paper either', () => {
  for (const final of [false, true]) {
    expect(withProse(final).filter(({ severity }) => severity === 'error')).toEqual([]);
  }
});

test('children who take part, as plans tell of them: the first words of each paragraph', () => {
  const found = paragraphs.flatMap((text) => {
    const at = minorsIn(text);
    return at ? [text.slice(at.start, at.end).replace(/\s+/g, ' ')] : [];
  });
  expect(found).toEqual(['talk with the pupils', 'takes the children', 'Children come']);
  expect(((found.length / words) * 1000).toFixed(1)).toBe('0.8');
});
