import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { rules, runChecklist } from '../../src/checklist/index.ts';
import { generateSpec } from '../agreements/generate.ts';
import { agreementOf, completeData, goodFacts } from './complete.ts';
import { applyFix } from './spec-data.ts';

/** Additions that settle nothing and disturb nothing: each is complete in itself. */
// biome-ignore lint/suspicious/noExplicitAny: they reach anywhere into the data.
const additions: readonly ((data: any) => void)[] = [
  (data) => {
    data.version = '0.3';
  },
  (data) => {
    data.background = ['The Library hosts some 40 public programs a year.'];
  },
  (data) => {
    data.principles = ['Equality', 'Transparency'];
  },
  (data) => {
    data.partners.friends = { name: 'Friends of the Library', role: 'supporter' };
  },
  (data) => {
    data.schedule.milestones.push({
      name: 'Posters up',
      date: '2027-03-01',
      owner: 'club',
      goals: 'reach',
    });
  },
  (data) => {
    data.roles.push({
      task: 'Lend two telescopes',
      lead: 'club',
      person: 'President',
      every: 'quarter',
      goals: 'reach',
    });
  },
  (data) => {
    data.terms.other.push({ heading: 'Weather', text: 'Events move indoors if cloudy.' });
  },
  (data) => {
    data.resources.needs.push({ what: 'Red torches', from: ['club', 'library'] });
  },
  (data) => {
    data.vocabulary.push({ term: 'OPAC', means: 'the library catalogue' });
  },
  (data) => {
    data.branding.materials.push({ name: 'Badge', brand: 'none' });
  },
];

test('additions that have nothing to do with a rule bring no findings', () => {
  fc.assert(
    fc.property(fc.subarray([...additions]), (chosen) => {
      const data = completeData();
      for (const add of chosen) add(data);
      expect(runChecklist(agreementOf(data), goodFacts).findings).toEqual([]);
    }),
  );
});

describe('generated agreements', () => {
  const shape = fc.record({
    seed: fc.integer({ min: 1, max: 100_000 }),
    partners: fc.constantFrom(2, 3, 4, 24),
    rows: fc.constantFrom(0, 5, 60),
    script: fc.constantFrom('latin', 'polish', 'greek', 'cyrillic', 'mixed'),
    longWords: fc.boolean(),
  } as const);

  test('each finding points into the agreement, and its fix is YAML that the schema accepts', () => {
    fc.assert(
      fc.property(shape, (each) => {
        const data: unknown = parse(generateSpec(each));
        const agreement = agreementOf(data);
        const { findings } = runChecklist(agreement, goodFacts);
        for (const finding of findings) {
          expect(finding.message).toMatch(/^\S.*[.?]$/s);
          const rule = rules.find(({ id }) => id === finding.rule);
          if (!rule) continue;
          const after = agreementOf(applyFix(data, rule.fix(agreement, finding)));
          expect(after.title).toBe(agreement.title);
        }
      }),
      { numRuns: 25 },
    );
  });

  test('the same agreement gives the same result', () => {
    const text = generateSpec({ seed: 7, partners: 4, rows: 60, script: 'mixed', longWords: true });
    const once = runChecklist(agreementOf(parse(text)), goodFacts);
    expect(runChecklist(agreementOf(parse(text)), goodFacts)).toEqual(once);
  });
});

test('thousands of wrong references, closures and recurring meetings come to an end', () => {
  const data = completeData();
  const many = Array.from({ length: 3000 }, (_, index) => index);
  data.roles = many.map((index) => ({
    id: `task-${index}`,
    task: `Task ${index}`,
    lead: 'library',
    person: 'Director',
    every: 'day',
    after: [`tsak-${index}`, `task-${index + 1}`],
    goals: 'reach',
  }));
  data.partners.library.closed = many.map(() => ({ from: '2027-02-01', to: '2027-02-03' }));
  data.schedule.meetings = many.map((index) => ({
    name: `Meeting ${index}`,
    every: 'day',
    first: '2027-01-18',
    organizer: 'library',
  }));
  data.term.end = '2036-12-17';
  const { findings } = runChecklist(agreementOf(data), goodFacts);
  expect(findings.filter(({ rule }) => rule === 'understanding-unknown-name').length).toBe(3001);
});
