// The configuration of a house: what it changes, and what is said about one that is wrong.

import { describe, expect, test } from 'vitest';
import { runChecklist, thresholds } from '../../src/checklist/index.ts';
import type { House } from '../../src/model/house.ts';
import { agreementOf, completeData, goodFacts } from '../checklist/complete.ts';
import { checked, placesOf, spec } from './checked.ts';

const nothing: House = { thresholds: {}, jargon: [], rules: {} };

// biome-ignore lint/suspicious/noExplicitAny: cases reach anywhere into the data.
const run = (house: Partial<House>, change: (data: any) => void = () => undefined) => {
  const data = completeData();
  change(data);
  return runChecklist(agreementOf(data), goodFacts, { house: { ...nothing, ...house } });
};

describe('what a house changes', () => {
  test('the level, where the spec gives none', async () => {
    expect((await checked(spec(), 'level: simple')).checklist?.level).toBe('simple');
    expect((await checked(spec('level: funded'), 'level: simple')).checklist?.level).toBe('funded');
    expect((await checked(spec(), '# nothing yet\n')).checklist?.level).toBe('standard');
  });

  test('a rule weighs more or less; what has become an error stays one', () => {
    const review = { rules: { 'trust-no-review': 'error' } } as const;
    const noReviews = run(review, (data) => delete data.schedule.reviews);
    expect(noReviews.findings.map(({ rule, severity }) => [rule, severity])).toEqual([
      ['trust-no-review', 'error'],
    ]);
    const light = { rules: { 'signing-personal-data-unprotected': 'advice' } } as const;
    // biome-ignore lint/suspicious/noExplicitAny: as above.
    const leaky = (minors: boolean) => (data: any) => {
      delete data.terms.data.breach;
      data.schedule.events[0].minors = minors;
    };
    expect(run(light, leaky(false)).findings[0]?.severity).toBe('advice');
    expect(run(light, leaky(true)).findings[0]?.severity).toBe('error');
  });

  test('the state of an element follows the weight in this house', () => {
    const house = { rules: { 'trust-no-review': 'advice' } } as const;
    const { elements } = run(house, (data) => delete data.schedule.reviews);
    expect(elements.find(({ element }) => element === 'trust')?.state).toBe('covered');
  });

  test('a rule that is switched off is not relevant, for that reason', () => {
    const house = { rules: { 'trust-no-review': 'off' } } as const;
    const { findings, rules } = run(house, (data) => {
      delete data.schedule.reviews;
      data.waivers = [{ rule: 'trust-no-review', reason: 'None needed.', by: 'Maria Okafor' }];
    });
    expect(rules.find(({ rule }) => rule === 'trust-no-review')).toMatchObject({
      state: 'not relevant',
      reason: 'the house has switched it off',
    });
    expect(findings.map(({ message }) => message)).toEqual([
      'The waiver of "trust-no-review" accepts nothing: the house has switched it off.',
    ]);
  });

  test('a rule that is switched off still speaks where its finding is an error', () => {
    const house = { rules: { 'understanding-unfinished-text': 'off' } } as const;
    // biome-ignore lint/suspicious/noExplicitAny: as above.
    const blank = (status: string) => (data: any) => {
      data.status = status;
      data.terms.changes = 'As agreed on [Date].';
    };
    expect(run(house, blank('draft')).findings).toEqual([]);
    expect(run(house, blank('final')).findings.map(({ severity }) => severity)).toEqual(['error']);
  });

  test('an error that the house waives or lowers stays an error', () => {
    const house: Partial<House> = { rules: { 'vision-no-shared-goal': 'off' } };
    const { findings } = run(house, (data) => {
      data.goals = [];
    });
    expect(findings.find(({ rule }) => rule === 'vision-no-shared-goal')?.severity).toBe('error');
  });

  test('words: the own jargon of the house', () => {
    const words = { jargon: ['sky note'] };
    // biome-ignore lint/suspicious/noExplicitAny: as above.
    const note = (data: any): void => {
      data.terms.law = 'Two sky notes a month.';
    };
    expect(run({}, note).findings).toEqual([]);
    expect(run(words, note).findings.map(({ message }) => message)).toEqual([
      '"sky notes" may not mean the same to Riverbend Astronomy Club. Explain it, or use plain words.',
    ]);
    const explained = run(words, (data) => {
      note(data);
      data.vocabulary.push({ term: 'Sky note', means: '200 words about the sky of the month' });
    });
    expect(explained.findings).toEqual([]);
  });

  test.each([
    ['noticeDays', 200, 'communication-short-notice'],
    ['approvalDays', 20, 'branding-approval-too-late'],
    ['purposeWords', 40, 'vision-purpose-thin'],
    ['earlyWinDays', 14, 'trust-no-early-win'],
    ['reviewMonths', 4, 'trust-no-review'],
    ['closingDays', 3, 'trust-no-wrap-up'],
    ['lopsidedTasks', 2, undefined],
    ['lopsidedShare', 0.4, undefined],
    ['oneSidedItems', 1, 'trust-one-sided-terms'],
    ['logoDpi', 1200, 'branding-logo-unusable'],
    ['logoWidest', 2, 'branding-logo-unusable'],
    ['logoTallest', 1, undefined],
    ['brandingDecisionShare', 0.01, 'branding-approval-too-late'],
  ] as const)('the threshold %s', (name, value, rule) => {
    const { findings } = run({ thresholds: { [name]: value } });
    expect([...new Set(findings.map((each) => each.rule))]).toEqual(rule ? [rule] : []);
  });

  test('thresholds decide for whom a rule is not relevant, and the reason says so', () => {
    const { rules } = run({ thresholds: { reviewTermDays: 400, trainingTermDays: 365 } });
    const reason = (id: string) => rules.find(({ rule }) => rule === id)?.reason;
    expect(reason('trust-no-review')).toBe('the agreement runs for less than 13 months');
    expect(reason('communication-no-cross-training')).toBe(
      'the agreement runs for 12 months or less',
    );
  });

  test('every threshold has a value within its own limits', () => {
    for (const [name, { value, least, most, whole }] of Object.entries(thresholds)) {
      expect(value, name).toBeGreaterThanOrEqual(least);
      expect(value, name).toBeLessThanOrEqual(most);
      if (whole) expect(Number.isInteger(value), name).toBe(true);
    }
  });
});

describe('what is wrong with a configuration', () => {
  const problems = async (house: string) => {
    const result = await checked(spec(), house);
    return result.diagnostics
      .filter(({ span }) => span.source.name === 'pactwright.config.yaml')
      .map(({ code, message, hint }) => [code, message, hint]);
  };

  test.each([
    [
      'levl: simple',
      'config/unknown-key',
      '`levl` is not a key that a configuration knows.',
      'Did you mean `level`?',
    ],
    [
      'x:',
      'config/unknown-key',
      '`x` is not a key that a configuration knows.',
      'The keys here are level, thresholds, jargon, rules.',
    ],
    ['level: simpel', 'config/unknown-choice', '"simpel" is no level.', 'Did you mean `simple`?'],
    [
      'level: [a]',
      'config/unknown-choice',
      'A level is one word.',
      'The levels are simple, standard, funded.',
    ],
    [
      'rules: { trust-no-reviw: off }',
      'config/unknown-rule',
      'There is no rule `trust-no-reviw` in the checklist.',
      'Did you mean `trust-no-review`?',
    ],
    [
      'rules: { everything: off }',
      'config/unknown-rule',
      'There is no rule `everything` in the checklist.',
      '`pactwright rules` lists them all.',
    ],
    [
      'rules: { trust-no-review: warn }',
      'config/unknown-choice',
      '"warn" is no weight of a rule.',
      'Write error, warning, advice, off.',
    ],
    [
      'rules: { trust-no-review: warnin }',
      'config/unknown-choice',
      '"warnin" is no weight of a rule.',
      'Did you mean `warning`?',
    ],
    [
      'rules: { vision-no-shared-goal: off }',
      'config/lowered-error',
      '`vision-no-shared-goal` is an error and stays one: it cannot be switched off.',
      'Take this line out. Warnings and advice can be lowered.',
    ],
    [
      'rules: { vision-no-shared-goal: warning }',
      'config/lowered-error',
      '`vision-no-shared-goal` is an error and stays one: it cannot be lowered to warning.',
      'Take this line out. Warnings and advice can be lowered.',
    ],
    [
      'rules: off',
      'config/wrong-type',
      '`rules` holds names with values.',
      'Write: rules: { branding-no-credit-line: off }',
    ],
    [
      'thresholds: { noticDays: 3 }',
      'config/unknown-threshold',
      'There is no threshold `noticDays`.',
      'Did you mean `noticeDays`?',
    ],
    [
      'thresholds: { noticeDays: soon }',
      'config/bad-threshold',
      '"soon" cannot be the threshold `noticeDays`.',
      'Write a whole number from 1 to 3660.',
    ],
    [
      'thresholds: { noticeDays: 2.5 }',
      'config/bad-threshold',
      '"2.5" cannot be the threshold `noticeDays`.',
      'Write a whole number from 1 to 3660.',
    ],
    [
      'thresholds: { silenceShare: 7 }',
      'config/bad-threshold',
      '"7" cannot be the threshold `silenceShare`.',
      'Write a number from 0.01 to 1.',
    ],
    [
      'jargon: { a: b }',
      'config/wrong-type',
      'The words of `jargon` are texts of up to 80 characters.',
      'Write: jargon: [discovery layer, LibGuide]',
    ],
    [
      '- level',
      'config/wrong-type',
      'A configuration consists of keys with values.',
      'The keys are level, thresholds, jargon, rules.',
    ],
  ])('%s', async (house, code, message, hint) => {
    expect(await problems(house)).toEqual([[code, message, hint]]);
  });

  test('what is right holds beside what is wrong, and each problem is at its line', async () => {
    const house =
      'level: simple\nrules:\n  vision-no-shared-goal: off\n  trust-no-leaving-rule: error\nsize: 3\n';
    const result = await checked(spec(), house);
    expect(result.checklist?.level).toBe('simple');
    expect(placesOf(result, /^config/)).toEqual([
      '3:26 config/lowered-error error "off"',
      '5:1 config/unknown-key error "size"',
    ]);
  });

  test('YAML faults are found in it as in a spec', async () => {
    const result = await checked(spec(), 'level: simple\n\trules: 3\n');
    expect(placesOf(result, /^yaml/).length).toBeGreaterThan(0);
    expect(result.status).toBe('draft');
  });
});
