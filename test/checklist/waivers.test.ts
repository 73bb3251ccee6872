import { describe, expect, test } from 'vitest';
import { runChecklist } from '../../src/checklist/index.ts';
import { agreementOf, completeData, goodFacts } from './complete.ts';

// biome-ignore lint/suspicious/noExplicitAny: cases reach anywhere into the data.
const run = (change: (data: any) => void, options = {}) => {
  const data = completeData();
  change(data);
  return runChecklist(agreementOf(data), goodFacts, options);
};

const accepted = { reason: 'Both approvers work in the same building.', by: 'Maria Okafor' };
// biome-ignore lint/suspicious/noExplicitAny: as above.
const tooLate = (data: any): void => {
  data.branding.materials[0].publish = '2027-02-05';
};

describe('waivers', () => {
  test('accept a warning, with reason and name', () => {
    const result = run((data) => {
      tooLate(data);
      data.waivers = [{ rule: 'branding-approval-too-late', at: 'event poster', ...accepted }];
    });
    expect(result.findings).toMatchObject([
      { rule: 'branding-approval-too-late', waived: true, waiver: accepted },
    ]);
    const rule = result.rules.find((each) => each.rule === 'branding-approval-too-late');
    expect(rule?.state).toBe('waived');
    expect(result.elements.find(({ element }) => element === 'branding')?.state).toBe('waived');
  });

  test('`at` narrows to one finding: by name, by id, by partner', () => {
    const result = run((data) => {
      delete data.partners.library.gains;
      delete data.partners.club.gains;
      delete data.roles[0].person;
      delete data.roles[1].person;
      data.waivers = [
        { rule: 'investment-party-gains-nothing', at: 'club', ...accepted },
        { rule: 'investment-task-no-person', at: 'posters', ...accepted },
      ];
    });
    expect(result.findings.map(({ rule, path, waived }) => [rule, path[1], waived])).toEqual([
      ['investment-party-gains-nothing', 'library', false],
      ['investment-party-gains-nothing', 'club', true],
      ['investment-task-no-person', 0, false],
      ['investment-task-no-person', 1, true],
    ]);
    const state = result.rules.find((each) => each.rule === 'investment-party-gains-nothing');
    expect(state?.state).toBe('partly');
  });

  test.each([
    ['an error', 'signing-signatory-missing', 'accepts nothing: an error cannot be waived.'],
    ['what is in order', 'trust-no-review', 'accepts nothing: there is no such finding.'],
    ['what is not asked', 'trust-no-leaving-rule', 'accepts nothing: only two partners sign.'],
  ])('for %s are reported', (_, rule, end) => {
    const result = run((data) => {
      delete data.partners.club.signatories;
      data.waivers = [{ rule, ...accepted }];
    });
    expect(result.findings.map((each) => each.rule)).toEqual([
      'signing-signatory-missing',
      'waiver-unused',
    ]);
    expect(result.findings[0]?.waived).toBe(false);
    expect(result.findings[1]?.message).toBe(`The waiver of "${rule}" ${end}`);
    expect(result.findings[1]?.path).toEqual(['waivers', 0, 'rule']);
  });

  test('for a warning that has become an error do not count', () => {
    const result = run(
      (data) => {
        data.terms.changes = 'As agreed by TBD.';
        data.waivers = [{ rule: 'understanding-unfinished-text', ...accepted }];
      },
      { final: true },
    );
    expect(result.findings.map(({ rule, severity, waived }) => [rule, severity, waived])).toEqual([
      ['understanding-unfinished-text', 'error', false],
      ['waiver-unused', 'advice', false],
    ]);
  });

  test('for a rule that does not exist are reported, with what was probably meant', () => {
    const result = run((data) => {
      tooLate(data);
      data.waivers = [
        { rule: 'branding-aproval-too-late', ...accepted },
        { rule: 'everything', ...accepted },
      ];
    });
    expect(result.findings.slice(1).map(({ rule }) => rule)).toEqual([
      'waiver-unknown-rule',
      'waiver-unknown-rule',
    ]);
    expect(result.findings.slice(1).map(({ message }) => message)).toEqual([
      'There is no rule "branding-aproval-too-late". Did you mean "branding-approval-too-late"?',
      'There is no rule "everything" in the checklist.',
    ]);
  });
});

describe('states', () => {
  test('a rule is missing when all its subjects are, partly when some are', () => {
    const stateOf = (result: ReturnType<typeof run>, id: string) =>
      result.rules.find(({ rule }) => rule === id)?.state;
    const id = 'signing-signatory-missing';
    expect(
      stateOf(
        run((data) => delete data.partners.club.signatories),
        id,
      ),
    ).toBe('partly');
    const both = run((data) => {
      delete data.partners.club.signatories;
      delete data.partners.library.signatories;
    });
    expect(stateOf(both, id)).toBe('missing');
    expect(
      stateOf(
        run(() => undefined),
        id,
      ),
    ).toBe('covered');
  });

  test('what is not relevant says why', () => {
    const { rules } = run((data) => {
      data.level = 'simple';
      delete data.schedule.meetings;
    });
    const reason = (id: string) => rules.find(({ rule }) => rule === id)?.reason;
    expect(reason('trust-no-review')).toBe('it is asked from level standard on');
    expect(reason('communication-meeting-no-organizer')).toBe('no meetings are listed');
  });

  test('advice does not touch the state of an element', () => {
    const { elements, findings } = run((data) => delete data.communication.training);
    expect(findings.map(({ severity }) => severity)).toEqual(['advice']);
    expect(elements.find(({ element }) => element === 'communication')?.state).toBe('covered');
  });

  test('a logo that an asset diagnostic reports is not reported again, but is not in order', () => {
    const logos = { ...goodFacts.logos, library: { state: 'missing' } as const };
    const result = runChecklist(agreementOf(completeData()), { ...goodFacts, logos });
    expect(result.findings).toEqual([]);
    const rule = result.rules.find((each) => each.rule === 'branding-logo-unusable');
    expect(rule?.state).toBe('partly');
    const branding = result.elements.find(({ element }) => element === 'branding');
    expect(branding?.state).toBe('partly');
  });

  test('an empty agreement: every element has something to settle', () => {
    const agreement = agreementOf({
      spec: 1,
      title: 'Plan',
      purpose: 'Work together.',
      term: { start: '2027-01-01' },
      partners: { a: { name: 'A' }, b: { name: 'B' } },
    });
    const { findings, elements } = runChecklist(agreement, { logos: {}, annexes: {} });
    expect(elements.map(({ element, state }) => `${element}: ${state}`)).toEqual([
      'investment: missing',
      'trust: missing',
      'communication: missing',
      'understanding: partly',
      'vision: missing',
      'signing: missing',
      'branding: not relevant',
    ]);
    expect(findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule)).toEqual(
      [
        'investment-party-no-role',
        'investment-party-no-role',
        'communication-party-no-contact',
        'communication-party-no-contact',
        'understanding-meetings-no-lead',
        'vision-purpose-thin',
        'vision-no-shared-goal',
        'signing-signatory-missing',
        'signing-signatory-missing',
      ],
    );
  });
});
