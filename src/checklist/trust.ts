// Rules of the element trust: built over time, with small wins that prove the idea.
// One record for each rule, in the order of the checklist. (Over 250 lines: one list, read as one.)

import type { Agreement } from '../model/agreement.ts';
import { addDays, addMonths, daysBetween } from '../model/days.ts';
import { firstKey, nameOf, signers } from './parties.ts';
import { always, type Found, outcome, outcomeOf, type Rule } from './rule.ts';
import { standardSettings } from './settings.ts';
import { insideTerm, termOf } from './term.ts';
import type { Thresholds } from './thresholds.ts';
import { stretchText, termText, yamlText } from './wording.ts';

function earlyWindow(agreement: Agreement, { earlyWinDays, earlyWinShare }: Thresholds): number {
  return Math.min(earlyWinDays, Math.floor(termOf(agreement).days * earlyWinShare));
}

/** Only a milestone marked `smallWin` counts; one on the last day of the window still does. */
const noEarlyWin: Rule = {
  id: 'trust-no-early-win',
  element: 'trust',
  level: 'standard',
  severity: 'warning',
  looks: 'milestones: a small win early on',
  applies: (agreement, _facts, { thresholds: { shortTermDays } }) =>
    termOf(agreement).days >= shortTermDays
      ? true
      : `the agreement runs for less than ${termText(shortTermDays)}`,
  check: (agreement, _facts, { thresholds }) => {
    const { start } = termOf(agreement);
    const window = earlyWindow(agreement, thresholds);
    const early = agreement.schedule?.milestones?.some(
      ({ smallWin, date }) => smallWin && date >= start && daysBetween(start, date) <= window,
    );
    return outcome(
      early
        ? undefined
        : {
            path: ['schedule', 'milestones'],
            message: `Nothing is finished in the first ${stretchText(window)}. Add one small, easy win.`,
          },
    );
  },
  asks: 'What small thing can you finish together soon?',
  why: 'Trust grows with small things done together; a first success shows that it works.',
  fix: (agreement, _finding, { thresholds } = standardSettings) => {
    const { start } = termOf(agreement);
    const goal = agreement.goals?.find(({ id }) => id)?.id;
    const win = {
      name: 'First small success',
      date: addDays(start, Math.floor(earlyWindow(agreement, thresholds) / 2)),
      owner: firstKey(agreement),
      smallWin: true,
      ...(goal ? { goals: [goal] } : {}),
    };
    return { at: [], yaml: yamlText({ schedule: { milestones: [win] } }) };
  },
  source: ['guide', 'CAL'],
  company: ['trust-no-wrap-up', 'understanding-unknown-name'],
};

/** Reviews inside the term count; with an open end the twelve months after the last are not asked for. */
const noReview: Rule = {
  id: 'trust-no-review',
  element: 'trust',
  level: 'standard',
  severity: 'warning',
  looks: 'dates to look back together',
  applies: (agreement, _facts, { thresholds: { reviewTermDays } }) =>
    termOf(agreement).days >= reviewTermDays
      ? true
      : `the agreement runs for less than ${termText(reviewTermDays)}`,
  check: (agreement, _facts, { thresholds: { reviewMonths } }) => {
    const { start, end, last } = termOf(agreement);
    const dates = (agreement.schedule?.reviews ?? [])
      .map(({ date }) => date)
      .filter((date) => date >= start && (!end || date <= end))
      .sort();
    const stops = end ? [...dates, end] : dates;
    const gap = stops.find(
      (stop, index) => stop > addMonths(stops[index - 1] ?? start, reviewMonths),
    );
    if (dates.length > 0 && !gap) return outcome(undefined);
    const message =
      dates.length > 0
        ? `More than ${reviewMonths} months pass without a date to look back together, before ${gap ?? last}. Add a review.`
        : 'No date is set to look back together. Add a review part-way.';
    return outcome({ path: ['schedule', 'reviews'], message });
  },
  asks: 'When will you look back together and see what to change?',
  why: 'What is not looked at on a set day is not looked at.',
  fix: (agreement, _finding, { thresholds: { reviewMonths } } = standardSettings) => {
    const { start, end, days } = termOf(agreement);
    const apart = Math.min(6, reviewMonths);
    const halfIsEnough = days / 2 <= Math.min(275, reviewMonths * 28);
    const kept = (agreement.schedule?.reviews ?? []).map(({ date }) => date);
    const reviews: { date: string; what: string }[] = [];
    let before = start;
    // Half-way for a term of up to a year and a half, then every half year while it is needed.
    for (let turn = 0; turn < 50; turn += 1) {
      const step =
        end && halfIsEnough ? addDays(start, Math.floor(days / 2)) : addMonths(before, apart);
      if (step <= before || (end && step >= end)) break;
      if (!kept.includes(step)) reviews.push({ date: step, what: 'Review' });
      before = step;
      if (!end && turn > 0) break;
    }
    return { at: [], yaml: yamlText({ schedule: { reviews } }) };
  },
  source: ['DoD', 'WIOA'],
};

const noConcernPath: Rule = {
  id: 'trust-no-concern-path',
  element: 'trust',
  level: 'standard',
  severity: 'warning',
  looks: 'who to talk to first, and next',
  applies: always,
  check: (agreement) =>
    outcome(
      (agreement.communication?.concerns?.length ?? 0) >= 2
        ? undefined
        : {
            path: ['communication', 'concerns'],
            message: 'It does not say who to talk to first, and next, if something goes wrong.',
          },
    ),
  asks: 'Who do you talk to first if something goes wrong, and who next?',
  why: 'A path agreed in good times keeps a small worry from becoming a quarrel.',
  fix: (agreement) => {
    const steps = [
      {
        step: 'Tell the contact of the other partner',
        who: 'The contacts',
        within: '5 working days',
      },
      { step: 'Raise it with those who signed', who: 'The signatories', within: '10 working days' },
    ];
    const missing = agreement.communication?.concerns?.length ? steps.slice(1) : steps;
    return { at: [], yaml: yamlText({ communication: { concerns: missing } }) };
  },
  source: ['DoD', 'CP'],
};

const noDecisionRule: Rule = {
  id: 'trust-no-decision-rule',
  element: 'trust',
  level: 'standard',
  severity: 'warning',
  looks: 'who decides what',
  applies: always,
  check: (agreement) =>
    outcome(
      agreement.communication?.decisions
        ? undefined
        : {
            path: ['communication', 'decisions'],
            message: 'It does not say who decides if the plan has to change.',
          },
    ),
  asks: 'Who decides if the plan has to change?',
  why: 'Plans change, and a change that one partner made alone costs trust.',
  fix: () => ({
    at: [],
    yaml: yamlText({
      communication: {
        decisions:
          'The contacts agree changes of dates; the signatories agree whatever costs money.',
      },
    }),
  }),
  source: ['CL', 'IIIF'],
};

/** With three or more that sign: one of `joining` and `leaving` missing is enough. */
const noLeavingRule: Rule = {
  id: 'trust-no-leaving-rule',
  element: 'trust',
  level: 'simple',
  severity: 'warning',
  looks: 'joining and leaving, from three partners on',
  applies: (agreement) => (signers(agreement).length >= 3 ? true : 'only two partners sign'),
  check: (agreement) => {
    const { joining, leaving } = agreement.terms ?? {};
    if (joining && leaving) return outcome(undefined);
    const what = joining
      ? 'what happens if a partner leaves'
      : leaving
        ? 'how a new partner joins'
        : 'what happens if a partner leaves or a new one joins';
    return outcome({ path: ['terms'], message: `It does not say ${what}.` });
  },
  asks: 'What happens if a partner leaves, or a new one joins?',
  why: 'Among three or more, somebody will leave or join before the end.',
  fix: (agreement) => ({
    at: [],
    yaml: yamlText({
      terms: {
        ...(agreement.terms?.joining
          ? {}
          : { joining: 'A new partner joins when all partners agree in writing.' }),
        ...(agreement.terms?.leaving
          ? {}
          : {
              leaving:
                'A partner that leaves tells the others in writing and hands over its tasks.',
            }),
      },
    }),
  }),
  source: ['IIIF', 'TPI'],
};

interface Right {
  readonly holders: readonly string[];
  readonly what: string;
  readonly path: Found['path'];
}

/**
 * Approving materials and collecting figures, over three or more of the kind; ending early at any count.
 * What a partner makes under its own brand alone is its own to approve.
 */
const oneSidedTerms: Rule = {
  id: 'trust-one-sided-terms',
  element: 'trust',
  level: 'standard',
  severity: 'advice',
  looks: 'rights that one partner alone holds',
  applies: always,
  check: (agreement, _facts, { thresholds: { oneSidedItems } }) => {
    const materials = (agreement.branding?.materials ?? []).filter(
      ({ brand, logos, approvers }) => {
        const own = !logos && Object.keys(approvers ?? {}).every((key) => key === brand);
        return approvers && !own;
      },
    );
    const measures = (agreement.goals ?? [])
      .flatMap((goal) => goal.measures ?? [])
      .flatMap(({ collector }) => (collector ? [collector] : []));
    const ending = agreement.terms?.ending?.by;
    const rights: Right[] = [];
    const approvers = materials.flatMap((each) => Object.keys(each.approvers ?? {}));
    if (materials.length >= oneSidedItems) {
      rights.push({
        holders: approvers,
        what: 'approve materials',
        path: ['branding', 'materials'],
      });
    }
    if (measures.length >= oneSidedItems) {
      rights.push({ holders: measures, what: 'collect the figures', path: ['goals'] });
    }
    if (ending && signers(agreement).length > 1) {
      rights.push({
        holders: ending === 'any' ? signers(agreement).map(({ key }) => key) : [ending],
        what: 'end the agreement early',
        path: ['terms', 'ending', 'by'],
      });
    }
    return outcomeOf(
      rights.map(({ holders, what, path }) => {
        const [only, ...others] = new Set(holders);
        if (only === undefined || others.length > 0) return undefined;
        return {
          path,
          message: `Only ${nameOf(agreement, only)} may ${what}. Check that everyone accepts this.`,
          names: [only, nameOf(agreement, only), what],
        };
      }),
    );
  },
  asks: 'Does everyone accept that this right lies with one partner alone?',
  why: 'Partners treat each other as equals; a right of one is agreed openly or not at all.',
  fix: (agreement, { path, names }) => {
    const other = signers(agreement).find(({ key }) => key !== names?.[0])?.key ?? 'any';
    if (path[0] === 'terms') return { at: path, yaml: 'any' };
    if (path[0] === 'goals') {
      const goal =
        agreement.goals?.findIndex(({ measures }) => measures?.some((m) => m.collector)) ?? 0;
      const measure = agreement.goals?.[goal]?.measures?.findIndex((m) => m.collector) ?? 0;
      return { at: ['goals', goal, 'measures', measure], yaml: yamlText({ collector: other }) };
    }
    const index = agreement.branding?.materials?.findIndex((each) => each.approvers) ?? 0;
    const person = agreement.partners[other]?.contacts?.[0]?.name ?? 'Director';
    return {
      at: ['branding', 'materials', index],
      yaml: yamlText({ approvers: { [other]: person } }),
    };
  },
  source: ['PoP'],
};

const noWrapUp: Rule = {
  id: 'trust-no-wrap-up',
  element: 'trust',
  level: 'standard',
  severity: 'advice',
  looks: 'a closing meeting near the end',
  applies: (agreement) => (agreement.term.end ? true : 'the agreement has no end date'),
  check: (agreement, _facts, { thresholds: { closingDays } }) => {
    const { last } = termOf(agreement);
    const closing = agreement.schedule?.milestones?.some(
      ({ closing: isClosing, date }) =>
        isClosing && Math.abs(daysBetween(date, last)) <= closingDays,
    );
    return outcome(
      closing
        ? undefined
        : {
            path: ['schedule', 'milestones'],
            message:
              'No closing meeting is planned. Book one to thank people and note what you learned.',
          },
    );
  },
  asks: 'When do you meet to thank people and note what you learned?',
  why: 'A good ending is the beginning of the next partnership.',
  fix: (agreement) => {
    const { last } = termOf(agreement);
    const goal = agreement.goals?.find(({ id }) => id)?.id;
    const closing = {
      name: 'Closing meeting',
      date: insideTerm(agreement, addDays(last, -7)),
      owner: firstKey(agreement),
      closing: true,
      ...(goal ? { goals: [goal] } : {}),
    };
    return { at: [], yaml: yamlText({ schedule: { milestones: [closing] } }) };
  },
  source: ['CL'],
  company: ['trust-no-early-win', 'understanding-unknown-name'],
};

/** The rules of this element, in order. */
export const trust: readonly Rule[] = [
  noEarlyWin,
  noReview,
  noConcernPath,
  noDecisionRule,
  noLeavingRule,
  oneSidedTerms,
  noWrapUp,
];
