// Rules of the element shared vision and goals: what it is for, and how you will know that it worked.
// One record for each rule, in the order of the checklist. (Over 250 lines: one list, read as one.)

import type { Agreement } from '../model/agreement.ts';
import { addMonths } from '../model/days.ts';
import { stepsOf } from './order.ts';
import { allParties, firstKey, nameOf, personOf, signers } from './parties.ts';
import { always, outcome, outcomeOf, type Rule } from './rule.ts';
import { insideTerm, termOf } from './term.ts';
import { listText, shortText, yamlText } from './wording.ts';

let segmenter: Intl.Segmenter | undefined;

/** Counts words by the rules of Unicode, which also know languages without spaces; at most `enough`. */
function wordCount(text: string, enough: number): number {
  // Blanks always end a word, so this never counts too many; Unicode's rules take long to load.
  const blankToBlank = text.split(/\s+/).filter((part) => /[\p{L}\p{N}]/u.test(part)).length;
  if (blankToBlank >= enough) return enough;
  segmenter ??= new Intl.Segmenter('und', { granularity: 'word' });
  let count = 0;
  for (const { isWordLike } of segmenter.segment(text)) {
    if (isWordLike) count += 1;
    if (count >= enough) break;
  }
  return count;
}

const purposeThin: Rule = {
  id: 'vision-purpose-thin',
  element: 'vision',
  level: 'simple',
  severity: 'error',
  looks: 'the purpose: long enough to say why',
  applies: always,
  check: (agreement, _facts, { thresholds: { purposeWords } }) =>
    outcome(
      wordCount(agreement.purpose, purposeWords) >= purposeWords
        ? undefined
        : { path: ['purpose'], message: 'It does not say why you are working together.' },
    ),
  asks: 'Why are you working together, and for whom?',
  why: 'Everything else in the paper is judged by its purpose.',
  fix: (agreement) => {
    const names = listText(allParties(agreement).map(({ name }) => name));
    const purpose = `${names} work together so that the people they serve gain more than each could offer alone.`;
    return { at: [], yaml: yamlText({ purpose }) };
  },
  source: ['DoD'],
};

const noSharedGoal: Rule = {
  id: 'vision-no-shared-goal',
  element: 'vision',
  level: 'simple',
  severity: 'error',
  looks: 'goals: at least one',
  applies: always,
  check: (agreement) =>
    outcome(
      agreement.goals?.length
        ? undefined
        : { path: ['goals'], message: 'There is no shared goal.' },
    ),
  asks: 'What do you want to have achieved together?',
  why: 'Partners without a shared goal work next to each other.',
  fix: (agreement) => {
    // Where the plan already points at a goal, this is the goal that it means; the only goal of an
    // agreement needs no id, because everything serves it.
    const steps = stepsOf(agreement);
    const wanted = steps.flatMap(({ goals }) => goals)[0];
    const goal = {
      id: wanted,
      text: shortText(agreement.purpose, 80).replace(/[.…]$/, ''),
      measures: [proposedMeasure(agreement)],
    };
    const lead = firstKey(agreement);
    const work = {
      task: 'Keep the list of what is done and what is next, and send it round',
      lead,
      person: personOf(agreement, lead),
      every: 'month',
    };
    const roles = steps.length === 0 ? [work] : undefined;
    return { at: [], yaml: yamlText({ goals: [goal], roles }) };
  },
  source: ['guide', 'WCFI', 'TPI'],
  company: ['understanding-unknown-name'],
};

function proposedMeasure(agreement: Agreement): Record<string, string | number> {
  return {
    what: 'People who took part',
    baseline: 0,
    target: 100,
    by: termOf(agreement).last,
    collector: firstKey(agreement),
  };
}

const goalNoMeasure: Rule = {
  id: 'vision-goal-no-measure',
  element: 'vision',
  level: 'simple',
  severity: 'error',
  looks: 'goals: a measure each',
  applies: (agreement) => (agreement.goals?.length ? true : 'no goals are listed'),
  check: (agreement) =>
    outcomeOf(
      (agreement.goals ?? []).map(({ text, measures, id }, index) =>
        measures?.length
          ? undefined
          : {
              path: ['goals', index],
              message: `How will you know that "${text}" worked? Add one measure.`,
              names: [text, ...(id ? [id] : [])],
            },
      ),
    ),
  asks: 'How will you know that it worked?',
  why: 'A goal that nothing measures is reached on the day somebody says so.',
  fix: (agreement, { path }) => ({
    at: path,
    yaml: yamlText({ measures: [proposedMeasure(agreement)] }),
  }),
  source: ['guide', 'C4CH'],
};

const measureIncomplete: Rule = {
  id: 'vision-measure-incomplete',
  element: 'vision',
  level: 'standard',
  severity: 'warning',
  looks: 'measures: target, date and collector',
  applies: (agreement) =>
    agreement.goals?.some(({ measures }) => measures?.length) ? true : 'no measures are listed',
  check: (agreement) =>
    outcomeOf(
      (agreement.goals ?? []).flatMap(({ measures }, g) =>
        (measures ?? []).map(({ what, target, by, collector, id }, m) => {
          const missing = [
            ...(target ? [] : ['target']),
            ...(by ? [] : ['date']),
            ...(collector ? [] : ['person to collect it']),
          ];
          if (missing.length === 0) return undefined;
          return {
            path: ['goals', g, 'measures', m],
            message: `"${what}" has ${listText(missing.map((part) => `no ${part}`))}.`,
            names: [what, ...(id ? [id] : [])],
          };
        }),
      ),
    ),
  asks: 'What figure do you want to see, by when, and who collects it?',
  why: 'A measure works only if somebody counts, up to a number, by a day.',
  fix: (agreement, { path }) => {
    const measure = agreement.goals?.[Number(path[1])]?.measures?.[Number(path[3])];
    const proposed = proposedMeasure(agreement);
    return {
      at: path,
      yaml: yamlText({
        target: measure?.target ? undefined : proposed.target,
        by: measure?.by ? undefined : proposed.by,
        collector: measure?.collector ? undefined : proposed.collector,
      }),
    };
  },
  source: ['CL', 'C4CH'],
};

/** One finding that names whatever is missing: the plan, a second evaluator, a reader of the report. */
const noEvaluationPlan: Rule = {
  id: 'vision-no-evaluation-plan',
  element: 'vision',
  level: 'standard',
  severity: 'warning',
  looks: 'the evaluation: plan, evaluators and report',
  applies: always,
  check: (agreement) => {
    const { plan, by = [], report } = agreement.evaluation ?? {};
    const [only, ...others] = new Set(by);
    const missing = [
      ...(plan ? [] : ['there is no plan']),
      ...(only === undefined ? ['nobody is named to do it'] : []),
      ...(only !== undefined && others.length === 0
        ? [`only ${nameOf(agreement, only)} does it`]
        : []),
      ...(report?.to?.length ? [] : ['nobody gets the report']),
    ];
    if (missing.length === 0) return outcome(undefined);
    const all = missing.length === 3 && only === undefined;
    return outcome({
      path: ['evaluation'],
      message: all
        ? 'Plan the evaluation together: who does it, when, and who sees the result.'
        : `Plan the evaluation together: ${listText(missing)}.`,
    });
  },
  asks: 'How do you find out together whether it worked: who, when, and who sees the result?',
  why: 'What one partner judges alone, the other need not believe.',
  fix: (agreement) => {
    const { plan, by = [], report } = agreement.evaluation ?? {};
    const keys = signers(agreement).map(({ key }) => key);
    const others = keys.filter((key) => !by.includes(key));
    const { last } = termOf(agreement);
    return {
      at: [],
      yaml: yamlText({
        evaluation: {
          plan: plan
            ? undefined
            : 'The partners look at the measures together and ask those who took part.',
          by: new Set(by).size > 1 ? undefined : others,
          report: report?.to?.length
            ? undefined
            : { to: keys, due: report?.due ? undefined : addMonths(last, 1) },
        },
      }),
    };
  },
  source: ['guide', 'CL'],
};

/** Everything serves the only goal; of several, one without an id cannot be pointed at, so nothing does. */
const goalNoWork: Rule = {
  id: 'vision-goal-no-work',
  element: 'vision',
  level: 'standard',
  severity: 'warning',
  looks: 'goals: work that serves them',
  applies: (agreement) => (agreement.goals?.length ? true : 'no goals are listed'),
  check: (agreement) => {
    const steps = stepsOf(agreement);
    const served = new Set(steps.flatMap(({ goals }) => goals));
    if (agreement.goals?.length === 1 && !agreement.goals[0]?.id && steps.length > 0) {
      return outcome(undefined);
    }
    return outcomeOf(
      (agreement.goals ?? []).map(({ text, id }, index) =>
        id && served.has(id)
          ? undefined
          : {
              path: ['goals', index],
              message: `Nothing in the plan works towards "${text}".`,
              names: [text, ...(id ? [id] : [])],
            },
      ),
    );
  },
  asks: 'Which task, milestone or event brings you to this goal?',
  why: 'A goal that nobody works on is a wish.',
  fix: (agreement, { path }) => {
    const index = Number(path[1]);
    const goal = agreement.goals?.[index];
    const taken = new Set((agreement.goals ?? []).map(({ id }) => id));
    let id = goal?.id;
    for (let number = index + 1; id === undefined; number += 1) {
      if (!taken.has(`goal-${number}`)) id = `goal-${number}`;
    }
    const lead = firstKey(agreement);
    const task = {
      task: `Plan the next steps towards "${shortText(goal?.text ?? '', 60)}"`,
      lead,
      person: personOf(agreement, lead),
      due: insideTerm(agreement, addMonths(agreement.term.start, 1)),
      goals: [id],
    };
    const fix = { at: [], yaml: yamlText({ roles: [task] }) };
    return goal?.id ? fix : { ...fix, also: { at: path, yaml: yamlText({ id }) } };
  },
  source: ['CVSD', 'PoP'],
  company: [
    'investment-party-no-role',
    'vision-work-no-goal',
    'understanding-publicity-no-lead',
    'understanding-unknown-name',
  ],
};

const workNoGoal: Rule = {
  id: 'vision-work-no-goal',
  element: 'vision',
  level: 'standard',
  severity: 'advice',
  looks: 'tasks and milestones: the goal they serve',
  applies: (agreement) =>
    agreement.goals?.some(({ id }) => id) ? true : 'no goal has an id to point at',
  check: (agreement) =>
    outcomeOf(
      stepsOf(agreement)
        .filter(({ path }) => path[1] !== 'events')
        .map(({ name, goals, path, id }) =>
          goals.length > 0
            ? undefined
            : {
                path,
                message: `"${name}" does not serve any of the shared goals.`,
                names: [name, ...(id ? [id] : [])],
              },
        ),
    ),
  asks: 'Which of the goals does this serve?',
  why: 'Work that serves no shared goal is better left to one partner alone.',
  fix: (agreement, { path }) => ({
    at: path,
    yaml: yamlText({ goals: [agreement.goals?.find(({ id }) => id)?.id ?? ''] }),
  }),
  source: ['CVSD'],
};

/** The rules of this element, in order. */
export const vision: readonly Rule[] = [
  purposeThin,
  noSharedGoal,
  goalNoMeasure,
  measureIncomplete,
  noEvaluationPlan,
  goalNoWork,
  workNoGoal,
];
