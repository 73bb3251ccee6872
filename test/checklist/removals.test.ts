// Taking the subject of a rule out of a complete agreement: that rule speaks, and with it at most the
// rules that it names as its company. Alone, and any few of them together.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rules, runChecklist } from '../../src/checklist/index.ts';
import { ruleCases } from './cases.ts';
import { agreementOf, completeData, goodFacts } from './complete.ts';

// biome-ignore lint/suspicious/noExplicitAny: they reach anywhere into the data.
type Removal = (data: any) => void;

/** What each rule looks for, taken out; the narrow way first, then the whole list or section. */
const removals: Readonly<Record<string, readonly Removal[]>> = {
  'investment-party-no-role': [
    (data) => {
      data.roles = data.roles.filter((role: { lead: string }) => role.lead === 'library');
      for (const role of data.roles) delete role.support;
    },
    (data) => delete data.roles,
  ],
  'investment-party-gives-nothing': [
    (data) => {
      delete data.partners.club.gives;
      delete data.resources;
    },
  ],
  'investment-party-gains-nothing': [
    (data) => delete data.partners.library.gains,
    (data) => {
      delete data.partners.library.gains;
      delete data.partners.club.gains;
    },
  ],
  'investment-need-unmet': [(data) => delete data.resources.needs[0].from],
  'investment-task-no-person': [(data) => delete data.roles[3].person],
  'trust-no-early-win': [
    (data) => delete data.schedule.milestones[0].smallWin,
    (data) => data.schedule.milestones.shift(),
    (data) => delete data.schedule.milestones,
  ],
  'trust-no-review': [(data) => delete data.schedule.reviews],
  'trust-no-concern-path': [(data) => delete data.communication.concerns],
  'trust-no-decision-rule': [(data) => delete data.communication.decisions],
  'trust-no-wrap-up': [
    (data) => delete data.schedule.milestones[1].closing,
    (data) => data.schedule.milestones.pop(),
    (data) => delete data.schedule.milestones,
  ],
  'communication-party-no-contact': [(data) => delete data.partners.club.contacts],
  'communication-meeting-no-organizer': [(data) => delete data.schedule.meetings[0].organizer],
  'communication-no-regular-touchpoint': [
    (data) => {
      delete data.schedule.meetings;
      delete data.communication.updates;
    },
    (data) => {
      delete data.schedule.meetings;
      delete data.communication.updates;
      delete data.roles[0].every;
      data.roles[0].due = '2027-02-01';
    },
  ],
  'communication-no-cross-training': [(data) => delete data.communication.training],
  'understanding-task-no-lead': [
    (data) => delete data.roles[0].lead,
    (data) => {
      for (const role of data.roles) delete role.lead;
    },
  ],
  'understanding-event-no-staff': [(data) => delete data.schedule.events[0].staff],
  'understanding-publicity-no-lead': [
    (data) => delete data.roles[1].covers,
    (data) => data.roles.splice(1, 1),
  ],
  'understanding-meetings-no-lead': [
    (data) => {
      data.roles.shift();
      delete data.schedule.meetings;
    },
    (data) => {
      data.roles.shift();
      delete data.schedule.meetings;
      delete data.communication.updates;
    },
  ],
  'understanding-task-no-date': [(data) => delete data.roles[2].due],
  'vision-no-shared-goal': [(data) => delete data.goals],
  'vision-goal-no-measure': [(data) => delete data.goals[0].measures],
  'vision-measure-incomplete': [
    (data) => delete data.goals[0].measures[0].target,
    (data) => delete data.goals[0].measures[0].by,
    (data) => delete data.goals[0].measures[0].collector,
  ],
  'vision-no-evaluation-plan': [
    (data) => delete data.evaluation,
    (data) => delete data.evaluation.plan,
    (data) => delete data.evaluation.by,
    (data) => delete data.evaluation.report,
  ],
  'vision-goal-no-work': [
    (data) => {
      for (const step of [...data.roles, ...data.schedule.milestones, ...data.schedule.events]) {
        delete step.goals;
      }
      data.goals.push({ ...data.goals[0], id: 'join', text: 'Win new members' });
    },
  ],
  'vision-work-no-goal': [
    (data) => delete data.roles[0].goals,
    (data) => delete data.schedule.milestones[0].goals,
  ],
  'signing-no-end-date': [(data) => delete data.term.end],
  'signing-signatory-missing': [(data) => delete data.partners.library.signatories],
  'signing-signatory-mismatch': [(data) => delete data.partners.library.signatories[0].title],
  'signing-binding-unstated': [(data) => delete data.terms.binding],
  'signing-no-ending-notice': [
    (data) => delete data.terms.ending.notice,
    (data) => delete data.terms.ending,
  ],
  'signing-no-change-rule': [(data) => delete data.terms.changes],
  'signing-personal-data-unprotected': [
    (data) => delete data.terms.data.sees,
    (data) => delete data.terms.data.kept,
    (data) => delete data.terms.data.breach,
  ],
  'signing-minors-no-safeguarding': [
    (data) => delete data.roles[2].covers,
    (data) => data.roles.splice(2, 1),
  ],
  'signing-joint-work-no-owner': [(data) => delete data.terms.ownership],
  'signing-money-no-terms': [
    (data) => delete data.resources.budget.holder,
    (data) => delete data.resources.budget.payment,
  ],
  'signing-risk-not-covered': [
    (data) => {
      data.level = 'funded';
      delete data.terms.insurance;
    },
  ],
  'signing-not-a-legal-partnership': [
    (data) => {
      data.level = 'funded';
      delete data.terms.other;
    },
  ],
  'branding-material-undecided': [(data) => delete data.branding.materials[0].brand],
  'branding-no-approver': [
    (data) => delete data.branding.materials[0].approvers.club,
    (data) => delete data.branding.materials[0].approvers,
  ],
  'branding-logo-no-alt-text': [(data) => delete data.partners.library.brand.alt],
  'branding-no-usage-rules': [(data) => delete data.branding.rules],
  'branding-no-credit-line': [(data) => delete data.branding.credit],
};

/** Rules that speak of what is there and wrong, not of what is missing; rules.test.ts has their cases. */
const aboutWhatIsThere = [
  'investment-workload-lopsided',
  'investment-budget-wrong-sum',
  'trust-no-leaving-rule',
  'trust-one-sided-terms',
  'communication-long-silence',
  'communication-short-notice',
  'communication-term-undefined',
  'communication-term-meaning-differs',
  'understanding-unknown-name',
  'understanding-vague-wording',
  'understanding-two-of-many',
  'understanding-date-impossible',
  'understanding-date-clash',
  'understanding-unfinished-text',
  'understanding-duplicated-text',
  'vision-purpose-thin',
  'signing-term-impossible',
  'signing-binding-conflict',
  'branding-approval-too-late',
  'branding-logo-unusable',
  'branding-contrast-low',
];

const companyOf = (id: string): readonly string[] => [
  id,
  ...(rules.find((rule) => rule.id === id)?.company ?? []),
];

const speaking = (changes: readonly Removal[]): ReadonlySet<string> => {
  const data = completeData();
  for (const change of changes) change(data);
  return new Set(runChecklist(agreementOf(data), goodFacts).findings.map(({ rule }) => rule));
};

test('every rule is here or speaks of what is there', () => {
  expect([...Object.keys(removals), ...aboutWhatIsThere].sort()).toEqual(
    rules.map(({ id }) => id).sort(),
  );
});

describe.each(Object.entries(removals))('%s', (id, ways) => {
  test.each(ways.map((way, index) => [index + 1, way] as const))('way %i', (_, way) => {
    const found = speaking([way]);
    expect(found).toContain(id);
    expect([...found].filter((rule) => !companyOf(id).includes(rule))).toEqual([]);
  });
});

test('several subjects taken out together: nobody speaks but their rules and company', () => {
  const narrow = Object.entries(removals).map(([id, [first]]) => ({ id, remove: first! }));
  fc.assert(
    fc.property(fc.subarray(narrow, { minLength: 2, maxLength: 5 }), (chosen) => {
      const allowed = chosen.flatMap(({ id }) => companyOf(id));
      let found: ReadonlySet<string>;
      try {
        found = speaking(chosen.map(({ remove }) => remove));
      } catch (error) {
        // What one removal reaches into, another may have taken out already.
        if (error instanceof TypeError) return;
        throw error;
      }
      expect([...found].filter((rule) => !allowed.includes(rule))).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

test('the first case of every other rule brings only its company', () => {
  for (const id of aboutWhatIsThere) {
    const { change, facts = goodFacts } = ruleCases[id]!.cases[0]!;
    const data = completeData();
    change(data);
    const found = runChecklist(agreementOf(data), facts).findings.map(({ rule }) => rule);
    expect(found).toContain(id);
    expect(found.filter((rule) => !companyOf(id).includes(rule))).toEqual([]);
  }
});
