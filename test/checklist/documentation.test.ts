// What the program says about its rules: the page in docs/, the examples on it, the sources.

import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { examples } from '../../src/checklist/examples.ts';
import {
  exampleOf,
  records,
  rules,
  rulesPage,
  runChecklist,
  sourceText,
} from '../../src/checklist/index.ts';
import { sourceNames } from '../../src/checklist/sources.ts';
import { makeTheme } from '../../src/theme/theme.ts';
import { agreementOf, completeData, goodFacts } from './complete.ts';
import { applyFix } from './spec-data.ts';

test('docs/checklist.md is what the records say (npx vitest run test/checklist --update=all)', async () => {
  await expect(rulesPage(records)).toMatchFileSnapshot('../../docs/checklist.md');
});

test('the page names every rule and links to nothing that is not on it', () => {
  const page = rulesPage(records);
  const headings = [...page.matchAll(/^### (.*)$/gm)].map((match) => match[1]!);
  expect([...headings].sort()).toEqual(records.map(({ id }) => id).sort());
  const links = [...page.matchAll(/\]\(#([^)]*)\)/g)].map((match) => match[1]!);
  expect(links.filter((link) => !headings.includes(link))).toEqual([]);
});

test('there is an example for every record', () => {
  expect(Object.keys(examples).sort()).toEqual(records.map(({ id }) => id).sort());
});

test.each(rules.map(({ id }) => [id] as const))('the example of %s leaves nothing open', (id) => {
  const complete = completeData();
  // Its lines would be added to those that are there.
  if (id === 'investment-budget-wrong-sum') delete complete.resources.budget;
  const data = applyFix(complete, { at: [], yaml: exampleOf(id) });
  const agreement = agreementOf(data);
  expect(runChecklist(agreement, goodFacts).findings).toEqual([]);
  expect(parse(exampleOf(id))).toBeTypeOf('object');
});

test('every source is written out', () => {
  for (const record of records) {
    for (const each of record.source) expect(Object.keys(sourceNames), record.id).toContain(each);
    expect(sourceText(record).length).toBeGreaterThan(5);
  }
});

test('the table of rules stays readable', () => {
  for (const { id, looks } of records) {
    expect(looks.length, id).toBeLessThanOrEqual(70);
    expect(looks, id).toMatch(/^[a-z].*[^.]$/);
  }
});

test('branding-contrast-low judges what the theme really sets in colour', () => {
  const partners = ['#111111', '#222222', '#333333'].map((color, index) => ({
    key: `p${index}`,
    color,
  }));
  const { type, color } = makeTheme({ paper: 'a4', partners });
  const inColour = Object.entries(type).filter(([, style]) => style.color === '#111111');
  // The first partner's colour sets text, headings below 14 points bold among it.
  expect(inColour.some(([, { size, bold }]) => bold && size < 14)).toBe(true);
  expect(color.lead).toBe('#111111');
  const used = [...Object.values(type).map((style) => style.color), ...Object.values(color)];
  expect(used).not.toContain('#222222');
  expect(used).not.toContain('#333333');
});
