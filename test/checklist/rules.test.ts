import { describe, expect, test } from 'vitest';
import { explainRule, records, rules, runChecklist } from '../../src/checklist/index.ts';
import type { Facts } from '../../src/model/facts.ts';
import { ruleCases } from './cases.ts';
import { agreementOf, completeData, goodFacts } from './complete.ts';
import { applyFix } from './spec-data.ts';

const run = (data: unknown, facts: Facts = goodFacts) => {
  const agreement = agreementOf(data);
  return { agreement, ...runChecklist(agreement, facts) };
};

interface Placed {
  readonly rule: string;
  readonly path: readonly (string | number)[];
}

const placeOf = ({ rule, path }: Placed): string => `${rule} ${JSON.stringify(path)}`;

/** Logos that a fix names do not exist here: an SVG stands for them. */
const factsAfter = (facts: Facts, data: unknown): Facts =>
  JSON.stringify(data).includes('"logos/library.svg"') ? goodFacts : facts;

test.each(['simple', 'standard', 'funded'])(
  'a complete agreement has no findings at %s',
  (level) => {
    const { findings, elements } = run({ ...completeData(), level });
    expect(findings).toEqual([]);
    const states = elements.map(({ state }) => state);
    expect(states.filter((state) => state !== 'covered' && state !== 'not relevant')).toEqual([]);
    expect(states.filter((state) => state === 'not relevant').length).toBe(
      level === 'simple' ? 1 : 0,
    );
  },
);

test('every rule has a case, and every case a rule', () => {
  expect(Object.keys(ruleCases).sort()).toEqual(rules.map(({ id }) => id).sort());
});

describe.each(Object.entries(ruleCases))('%s', (id, { cases, quiet = [] }) => {
  const rule = rules.find((each) => each.id === id)!;

  test.each(cases.map((each) => [each.says[0], each] as const))(
    '%s',
    (_, { change, says, severity, facts = goodFacts }) => {
      const data = completeData();
      change(data);
      const { findings, rules: states } = run(data, facts);
      const own = findings.filter((each) => each.rule === id);
      expect(own.map(({ message }) => message)).toEqual(says);
      for (const each of own) {
        expect(each.severity).toBe(severity ?? rule.severity);
        expect(each.hint).toBe(rule.asks);
      }
      expect(['partly', 'missing']).toContain(states.find((each) => each.rule === id)!.state);
      const others = findings.filter((each) => each.rule !== id).map((each) => each.rule);
      expect(others.filter((other) => !rule.company?.includes(other))).toEqual([]);
    },
  );

  test.each(cases.map((each) => [each.says[0], each] as const))(
    'mended: %s',
    (_, { change, facts = goodFacts }) => {
      let data = completeData();
      change(data);
      // One finding after the other, as a person would.
      for (let round = 0; round < 5; round += 1) {
        const before = run(data, factsAfter(facts, data));
        const open = before.findings.find((each) => each.rule === id);
        if (!open) break;
        data = applyFix(data, rule.fix(before.agreement, open));
        const after = run(data, factsAfter(facts, data));
        // The words of a finding may change with the text around it; its rule and place do not.
        const count = (result: typeof after, one: Placed): number =>
          result.findings.filter((each) => placeOf(each) === placeOf(one)).length;
        expect(count(after, open)).toBeLessThan(count(before, open));
        const come = after.findings.filter((each) => count(after, each) > count(before, each));
        expect(come.map(({ message }) => message)).toEqual([]);
      }
      const end = run(data, factsAfter(facts, data));
      expect(end.findings.filter((each) => each.rule === id)).toEqual([]);
    },
  );

  test.each(quiet.map((change, index) => [index + 1, change] as const))('quiet %i', (_, change) => {
    const data = completeData();
    change(data);
    expect(run(data).findings.filter((each) => each.rule === id)).toEqual([]);
  });
});

test('every record explains itself in a sentence and a question', () => {
  for (const record of records) {
    expect(record.asks, record.id).toMatch(/^[A-Z].*\?$/);
    expect(record.why, record.id).toMatch(/^[A-Z].*\.$/);
    expect(record.source.length, record.id).toBeGreaterThan(0);
    expect(explainRule(record.id)).toBe(record);
  }
  expect(new Set(records.map(({ id }) => id)).size).toBe(records.length);
  expect(explainRule('no-such-rule')).toBeUndefined();
});

test('company names rules that exist', () => {
  for (const { id, company = [] } of rules) {
    for (const other of company)
      expect(
        rules.map((each) => each.id),
        id,
      ).toContain(other);
  }
});
