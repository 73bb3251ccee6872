// Rules of the element investment: everyone is committed to the part that they agreed to play.
// One record for each rule, in the order of the checklist. (Over 250 lines: one list, read as one.)

import { currencyDigits, moneyText } from './money.ts';
import { firstKey, nameOf, personOf, workers } from './parties.ts';
import { always, outcome, outcomeOf, type Rule } from './rule.ts';
import { insideTerm, termOf } from './term.ts';
import { yamlText } from './wording.ts';

/** Only `roles` counts: giving a room or staffing one evening is not yet a part in the work. */
const partyNoRole: Rule = {
  id: 'investment-party-no-role',
  element: 'investment',
  level: 'simple',
  severity: 'error',
  looks: 'tasks: each partner leads or supports one',
  applies: always,
  check: (agreement) =>
    outcomeOf(
      workers(agreement).map(({ key, name }) => {
        const active = agreement.roles?.some(
          ({ lead, support }) => lead === key || support?.includes(key),
        );
        return active
          ? undefined
          : {
              path: ['partners', key],
              message: `${name} has no task in this agreement. Give it one, or list it as a supporter.`,
              names: [key, name],
            };
      }),
    ),
  asks: 'What will each partner do?',
  why: 'A partner without a task soon feels left out, or was never part of the work.',
  fix: (agreement, finding) => {
    const key = String(finding.path[1]);
    const first = agreement.roles?.findIndex((role) => role.lead !== undefined) ?? -1;
    if (first >= 0) return { at: ['roles', first], yaml: yamlText({ support: [key] }) };
    const { start } = termOf(agreement);
    const goal = agreement.goals?.find(({ id }) => id)?.id;
    const task = {
      task: 'Open the work with a meeting of all partners and send the notes round',
      lead: key,
      person: personOf(agreement, key),
      due: insideTerm(agreement, start),
      ...(goal ? { goals: [goal] } : {}),
    };
    return { at: [], yaml: yamlText({ roles: [task] }) };
  },
  source: ['guide', 'YALSA'],
  company: [
    'understanding-publicity-no-lead',
    'understanding-meetings-no-lead',
    'understanding-unknown-name',
    'vision-goal-no-work',
    'signing-minors-no-safeguarding',
  ],
};

/** `gives`, a need and a budget line that the partner provides all count; holding the money does not. */
const partyGivesNothing: Rule = {
  id: 'investment-party-gives-nothing',
  element: 'investment',
  level: 'simple',
  severity: 'warning',
  looks: 'what each partner gives, provides or pays',
  applies: always,
  check: (agreement) => {
    const { needs, budget } = agreement.resources ?? {};
    return outcomeOf(
      workers(agreement).map(({ key, name, partner }) => {
        const gives =
          partner.gives?.length ||
          needs?.some(({ from }) => from?.includes(key)) ||
          budget?.lines?.some(({ from }) => from === key);
        return gives
          ? undefined
          : {
              path: ['partners', key, 'gives'],
              message: `${name} is not shown as giving anything (time, space, money, materials, know-how).`,
              names: [key, name],
            };
      }),
    );
  },
  asks: 'What does each partner put in: time, space, money, materials, know-how?',
  why: 'People keep to what they see everyone investing in.',
  fix: (agreement, { path }) => ({
    at: path.slice(0, 2),
    yaml: yamlText({ gives: [`Working time of ${personOf(agreement, String(path[1]))}`] }),
  }),
  source: ['TPI', 'CVSD', 'NILPPA'],
};

const partyGainsNothing: Rule = {
  id: 'investment-party-gains-nothing',
  element: 'investment',
  level: 'standard',
  severity: 'advice',
  looks: 'what each partner gets out of it',
  applies: always,
  check: (agreement) =>
    outcomeOf(
      workers(agreement).map(({ key, name, partner }) =>
        partner.gains?.length
          ? undefined
          : {
              path: ['partners', key, 'gains'],
              message: `It does not say what ${name} gets out of this.`,
              names: [key, name],
            },
      ),
    ),
  asks: 'What does each partner hope to get out of it?',
  why: 'A partner that knows what it gains stays when the work gets hard.',
  fix: (agreement, { path }) => ({
    at: path.slice(0, 2),
    yaml: yamlText({ gains: [agreement.goals?.[0]?.text ?? 'New visitors and new friends'] }),
  }),
  source: ['TPI', 'YALSA'],
};

const needUnmet: Rule = {
  id: 'investment-need-unmet',
  element: 'investment',
  level: 'simple',
  severity: 'warning',
  looks: 'needs: who provides them',
  applies: (agreement) => (agreement.resources?.needs?.length ? true : 'no needs are listed'),
  check: (agreement) =>
    outcomeOf(
      (agreement.resources?.needs ?? []).map(({ what, from, id }, index) =>
        from?.length
          ? undefined
          : {
              path: ['resources', 'needs', index],
              message: `"${what}" is needed, but nobody has agreed to provide it.`,
              names: [what, ...(id ? [id] : [])],
            },
      ),
    ),
  asks: 'Who provides what the work needs?',
  why: 'What everybody needs and nobody brings is missing on the day.',
  fix: (agreement, { path }) => ({ at: path, yaml: yamlText({ from: [firstKey(agreement)] }) }),
  source: ['CL', 'PoP'],
};

/** A task without a lead is for understanding-task-no-lead; here it counts as in order. */
const taskNoPerson: Rule = {
  id: 'investment-task-no-person',
  element: 'investment',
  level: 'standard',
  severity: 'warning',
  looks: 'tasks: the person or job title',
  applies: (agreement) => (agreement.roles?.length ? true : 'no tasks are listed'),
  check: (agreement) =>
    outcomeOf(
      (agreement.roles ?? []).map(({ task, lead, person, id }, index) =>
        person || !lead
          ? undefined
          : {
              path: ['roles', index],
              message: `"${task}" belongs to ${nameOf(agreement, lead)}, but no person or job title is named.`,
              names: [task, ...(id ? [id] : [])],
            },
      ),
    ),
  asks: 'Which person, or which job, does each task fall to?',
  why: 'An organisation does nothing by itself; somebody in it does.',
  fix: (agreement, { path }) => ({
    at: path,
    yaml: yamlText({ person: personOf(agreement, agreement.roles?.[Number(path[1])]?.lead ?? '') }),
  }),
  source: ['CVSD', 'CL'],
};

/** Of two: over 80 % of at least five tasks. Of more: over twice the fair share, of at least five. */
const workloadLopsided: Rule = {
  id: 'investment-workload-lopsided',
  element: 'investment',
  level: 'standard',
  severity: 'advice',
  looks: 'how the tasks are shared',
  applies: (agreement, _facts, { thresholds: { lopsidedTasks } }) => {
    if (workers(agreement).length < 2) return 'only one partner does the work';
    const led = agreement.roles?.filter(({ lead }) => lead).length ?? 0;
    return led >= lopsidedTasks ? true : 'there are too few tasks to compare';
  },
  check: (agreement, _facts, { thresholds: { lopsidedShare, lopsidedTasks } }) => {
    const parties = workers(agreement);
    const keys = new Set(parties.map(({ key }) => key));
    const leads = (agreement.roles ?? []).flatMap(({ lead }) =>
      lead && keys.has(lead) ? [lead] : [],
    );
    const limit = leads.length * (parties.length === 2 ? lopsidedShare : 2 / parties.length);
    const heavy = parties.find(
      ({ key }) =>
        leads.length >= lopsidedTasks && leads.filter((lead) => lead === key).length > limit,
    );
    if (!heavy) return outcome(undefined);
    const count = leads.filter((lead) => lead === heavy.key).length;
    return outcome({
      path: ['roles'],
      message: `${heavy.name} carries ${count} of ${leads.length} tasks. Fine if you all mean it.`,
      names: [heavy.key, heavy.name],
    });
  },
  asks: 'Is the work shared as you all mean it to be?',
  why: 'A partner that carries nearly everything tires, and the others lose touch.',
  fix: (agreement, { names }) => {
    const from = names?.[0];
    const others = workers(agreement).filter(({ key }) => key !== from);
    const index = agreement.roles?.findIndex(({ lead }) => lead === from) ?? 0;
    const taker = others[0]?.key ?? firstKey(agreement);
    const yaml = yamlText({ lead: taker, person: personOf(agreement, taker) });
    return { at: ['roles', index], yaml };
  },
  source: ['guide', 'PoP'],
};

/** Sums in minor units, so that 0.10 and 0.20 make 0.30. */
const budgetWrongSum: Rule = {
  id: 'investment-budget-wrong-sum',
  element: 'investment',
  level: 'simple',
  severity: 'error',
  looks: 'the budget: lines and total',
  applies: (agreement) => {
    const budget = agreement.resources?.budget;
    return budget?.lines?.length && budget.total !== undefined
      ? true
      : 'there is no budget with lines and a total';
  },
  check: (agreement) => {
    const { currency = '', lines = [], total = 0 } = agreement.resources?.budget ?? {};
    const unit = 10 ** currencyDigits(currency);
    const sum = lines.reduce((before, { amount }) => before + Math.round(amount * unit), 0);
    return outcome(
      sum === Math.round(total * unit)
        ? undefined
        : {
            path: ['resources', 'budget', 'total'],
            message: `The budget lines add up to ${moneyText(sum / unit, currency)}, but the total says ${moneyText(total, currency)}.`,
          },
    );
  },
  asks: 'What does it cost in all?',
  why: 'Two different sums in one paper are an argument waiting to happen.',
  fix: (agreement) => {
    const { currency = '', lines = [] } = agreement.resources?.budget ?? {};
    const unit = 10 ** currencyDigits(currency);
    const sum = lines.reduce((before, { amount }) => before + Math.round(amount * unit), 0);
    return { at: ['resources', 'budget'], yaml: yamlText({ total: sum / unit }) };
  },
  source: ['PoP'],
};

/** The rules of this element, in order. */
export const investment: readonly Rule[] = [
  partyNoRole,
  partyGivesNothing,
  partyGainsNothing,
  needUnmet,
  taskNoPerson,
  workloadLopsided,
  budgetWrongSum,
];
