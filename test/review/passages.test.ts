// The passage that each finding is about: what is printed, no more of it than needed, or the line that
// says what is missing, between the clauses where it would stand.

import { expect, it } from 'vitest';
import type { Passage } from '../../src/model/passage.ts';
import { blocksText } from '../../src/model/text.ts';
import type { ReviewAgreement } from '../../src/report/review/review-data.ts';
import { reviewExample, reviewText } from './gather.ts';

const passageOf = (agreement: ReviewAgreement, code: string, about = ''): Passage | undefined =>
  agreement.points.find((point) => point.code === code && point.message.includes(about))?.passage;

const said = (passage: Passage | undefined): string =>
  passage?.kind === 'printed' ? blocksText(passage.blocks) : (passage?.line ?? '');

it('shows the one row, item or signature block that a finding is about, under its clause', async () => {
  const agreement = await reviewExample('unfinished-makers-fair');
  const task = passageOf(agreement, 'understanding-task-no-lead');
  expect(task).toMatchObject({ heading: { label: '5', title: 'Who does what' }, whole: false });
  expect(said(task)).toMatch(/^Task\nLead\nWhen\nGoal\nClean up\n\nby September 12, 2027\n4\.1$/);
  expect(said(passageOf(agreement, 'understanding-unknown-name', 'Annex 2'))).toBe(
    'B The floor plan is in Annex 2.',
  );
  expect(said(passageOf(agreement, 'signing-signatory-missing'))).toBe(
    'Harbor Point High School\nSignature\nName\nTitle\nDate',
  );
  expect(said(passageOf(agreement, 'branding-logo-no-alt-text'))).toBe(
    'Logo of Harbor Point Public Library',
  );
});

it('shows a sum with all that it sums up', async () => {
  const agreement = await reviewExample('unfinished-makers-fair');
  const budget = said(passageOf(agreement, 'investment-budget-wrong-sum'));
  expect(budget).toContain('Tents\n');
  expect(budget).toContain('Total\n');
});

it('says where a missing clause would stand, outside and inside others', async () => {
  const agreement = await reviewExample('unfinished-makers-fair');
  expect(passageOf(agreement, 'trust-no-decision-rule')).toMatchObject({
    kind: 'missing',
    line: 'Decisions: nothing agreed yet',
    inside: { label: '7', title: 'Communication and decisions' },
    after: { label: '7.1', title: 'How we talk' },
    before: { label: '7.2', title: 'If something goes wrong' },
  });
  expect(passageOf(agreement, 'signing-risk-not-covered')).toMatchObject({
    line: 'Care and responsibility: nothing agreed yet',
    after: { label: '11' },
    before: { label: '12', title: 'Damage' },
  });
});

it('shows the empty row of a partner that gives nothing', async () => {
  const agreement = await reviewExample('unfinished-makers-fair');
  const row = passageOf(agreement, 'investment-party-gives-nothing');
  expect(row).toMatchObject({ kind: 'printed', heading: { title: 'The partners' } });
  expect(said(row).trim()).toMatch(/^Partner\nGives\nGains\nHarbor Point High School$/);
});

it('does so in a letter too, whose clauses have no numbers', async () => {
  const letter = await reviewText(
    'letter.yaml',
    `spec: 1
kind: letter
title: Books by the river
purpose: Lend books from a boat to the families on the islands every summer.
partners: { library: { name: Riverbend Public Library }, club: { name: Riverbend Rowing Club } }
term: { start: 2027-01-11, end: 2027-12-17 }
roles: [{ task: Row the boat, lead: club }]
`,
  );
  expect(passageOf(letter, 'vision-no-evaluation-plan')).toEqual({
    kind: 'missing',
    line: 'How we will know: nothing agreed yet',
    after: { title: 'Who does what' },
    part: 1,
  });
  expect(passageOf(letter, 'signing-no-change-rule')).toMatchObject({
    line: 'Changes: nothing agreed yet',
  });
});

it('every open point of the unfinished example has a passage, but for one that no clause is made for', async () => {
  const { points } = await reviewExample('unfinished-makers-fair');
  const without = points.filter((point) => !point.waived && !point.passage);
  expect(without.map((point) => point.code)).toEqual(['signing-not-a-legal-partnership']);
});

it('names the words in question, which the page sets off', async () => {
  const { points } = await reviewExample('unfinished-makers-fair');
  const binding = points.find((point) => point.code === 'signing-binding-conflict');
  expect(binding?.words).toBe('shall indemnify');
});
