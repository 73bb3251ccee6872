// Rules of the element communication: often, far ahead, and with words understood the same way.
// One record for each rule, in the order of the checklist. (Over 250 lines: one list, read as one.)

import type { Agreement, Partner } from '../model/agreement.ts';
import { addDays, daysBetween } from '../model/days.ts';
import { reachInName } from '../model/reach-in-name.ts';
import { firstKey, nameOf, personOf, signers } from './parties.ts';
import { always, outcome, outcomeOf, type Rule } from './rule.ts';
import { standardSettings } from './settings.ts';
import { silences } from './silence.ts';
import { insideTerm, termOf } from './term.ts';
import { termUndefined } from './undefined-terms.ts';
import { countText, listText, termText, yamlText } from './wording.ts';

function canBeReached(partner: Partner): boolean {
  return partner.contacts?.some(({ email, phone }) => email || phone) ?? false;
}

/** An address inside a name is reported while the spec is read. */
function reachedByName(partner: Partner): boolean {
  return partner.contacts?.some(({ name }) => reachInName(name)) ?? false;
}

const partyNoContact: Rule = {
  id: 'communication-party-no-contact',
  element: 'communication',
  level: 'simple',
  severity: 'error',
  looks: 'contacts: an e-mail address or phone number',
  applies: always,
  check: (agreement) => {
    const parties = signers(agreement);
    const reached = parties.filter(({ partner }) => canBeReached(partner));
    const misplaced = parties.filter(
      (each) => !reached.includes(each) && reachedByName(each.partner),
    );
    const findings = parties
      .filter((each) => !reached.includes(each) && !misplaced.includes(each))
      .map(({ key, name }) => ({
        path: ['partners', key, 'contacts'],
        message: `${name} has no contact person with an e-mail or phone.`,
        names: [key, name],
      }));
    return { passed: reached.length, findings, elsewhere: misplaced.length };
  },
  asks: 'Who is the person to talk to, and how are they reached?',
  why: 'Without a name and a number, the first question stays unasked.',
  fix: (agreement, { path }) => {
    const key = String(path[1]);
    const email = `${key.toLowerCase().replace(/[^a-z0-9-]/g, '') || 'contact'}@example.org`;
    return agreement.partners[key]?.contacts?.length
      ? { at: ['partners', key, 'contacts', 0], yaml: yamlText({ email }) }
      : {
          at: ['partners', key],
          yaml: yamlText({ contacts: [{ name: personOf(agreement, key), email }] }),
        };
  },
  source: ['DoD', 'NIST', 'CP'],
};

/** Each meeting by itself: a task that covers meetings in general names nobody for this one. */
const meetingNoOrganizer: Rule = {
  id: 'communication-meeting-no-organizer',
  element: 'communication',
  level: 'simple',
  severity: 'error',
  looks: 'meetings: who organises them',
  applies: (agreement) => (agreement.schedule?.meetings?.length ? true : 'no meetings are listed'),
  check: (agreement) =>
    outcomeOf(
      (agreement.schedule?.meetings ?? []).map(({ name, organizer, id }, index) =>
        organizer
          ? undefined
          : {
              path: ['schedule', 'meetings', index],
              message: `Nobody is named to organise "${name}".`,
              names: [name, ...(id ? [id] : [])],
            },
      ),
    ),
  asks: 'Who invites, books the room and takes the notes?',
  why: 'A meeting that nobody calls does not happen.',
  fix: (agreement, { path }) => ({ at: path, yaml: yamlText({ organizer: firstKey(agreement) }) }),
  source: ['guide', 'CL'],
  company: ['understanding-meetings-no-lead'],
};

/** Recurring means `every` on a meeting or an update; single dates, however many, do not count. */
const noRegularTouchpoint: Rule = {
  id: 'communication-no-regular-touchpoint',
  element: 'communication',
  level: 'standard',
  severity: 'warning',
  looks: 'regular meetings or updates',
  applies: (agreement, _facts, { thresholds: { shortTermDays } }) =>
    termOf(agreement).days > shortTermDays
      ? true
      : `the agreement runs for ${termText(shortTermDays)} or less`,
  check: (agreement) => {
    const recurring =
      agreement.schedule?.meetings?.some(({ every }) => every) ||
      agreement.communication?.updates?.some(({ every }) => every);
    return outcome(
      recurring
        ? undefined
        : {
            path: ['communication'],
            message:
              'There is no regular meeting or update. Say how, and how often, you will talk.',
          },
    );
  },
  asks: 'How, and how often, will you talk?',
  why: 'Partners who talk on fixed days hear of problems while they are small.',
  fix: (agreement) => {
    const { start } = termOf(agreement);
    const meeting = {
      name: 'Project meeting',
      every: 'month',
      first: insideTerm(agreement, addDays(start, 7)),
      organizer: firstKey(agreement),
    };
    return { at: [], yaml: yamlText({ schedule: { meetings: [meeting] } }) };
  },
  source: ['guide', 'WCFI'],
  company: ['communication-long-silence', 'understanding-meetings-no-lead'],
};

const longSilence: Rule = {
  id: 'communication-long-silence',
  element: 'communication',
  level: 'standard',
  severity: 'advice',
  looks: 'stretches in which nothing is planned',
  applies: (agreement) =>
    termOf(agreement).days > 0 ? true : 'the agreement ends before it starts',
  check: (agreement, _facts, { thresholds }) => {
    const gaps = silences(agreement, thresholds);
    if (gaps.length === 0) return outcome(undefined);
    return {
      passed: 0,
      findings: gaps.map(({ from, to }) => ({
        path: ['schedule'],
        message: `Nothing is planned between ${from} and ${to} (${countText(daysBetween(from, to), 'day')}). Add a check-in.`,
        names: [from, to],
      })),
    };
  },
  asks: 'What keeps you in touch in this stretch?',
  why: 'Partners that hear nothing for months have to begin again.',
  fix: (agreement) => {
    const { start } = termOf(agreement);
    const meeting = {
      name: 'Check-in',
      every: 'month',
      first: insideTerm(agreement, addDays(start, 7)),
      organizer: firstKey(agreement),
    };
    return { at: [], yaml: yamlText({ schedule: { meetings: [meeting] } }) };
  },
  source: ['guide'],
};

/** Returns the first day on which anything is planned together. */
function planningStart(agreement: Agreement): string {
  const { meetings, milestones } = agreement.schedule ?? {};
  const days = [
    agreement.term.start,
    ...(meetings ?? []).flatMap(({ first, date, dates }) => [first, date, ...(dates ?? [])]),
    ...(milestones ?? []).map(({ date }) => date),
  ];
  return days.filter((day) => day !== undefined).sort()[0]!;
}

const needsNotice = ({
  public: isPublic,
  staff,
}: {
  readonly public?: boolean | undefined;
  readonly staff?: readonly string[] | undefined;
}): boolean => isPublic === true || (staff?.length ?? 0) > 0;

/** An event before the first day of planning has an impossible date, which is another rule's. */
const shortNotice: Rule = {
  id: 'communication-short-notice',
  element: 'communication',
  level: 'standard',
  severity: 'warning',
  looks: 'events: time to plan them',
  applies: (agreement) =>
    agreement.schedule?.events?.some(needsNotice)
      ? true
      : 'no events with staff or the public are listed',
  check: (agreement, _facts, { thresholds: { noticeDays } }) => {
    const start = planningStart(agreement);
    return outcomeOf(
      (agreement.schedule?.events ?? []).flatMap((event, index) => {
        if (!needsNotice(event)) return [];
        const days = daysBetween(start, event.date);
        if (days >= noticeDays || days < 0) return [undefined];
        return [
          {
            path: ['schedule', 'events', index, 'date'],
            message: `"${event.name}" comes only ${countText(days, 'day')} after planning starts. Begin earlier.`,
            names: [event.name, ...(event.id ? [event.id] : [])],
          },
        ];
      }),
    );
  },
  asks: 'Is there time to plan this properly, for the staff on both sides?',
  why: 'Staff and public need to hear of an event weeks ahead.',
  fix: (agreement, { path }, { thresholds } = standardSettings) => {
    const event = agreement.schedule?.events?.[Number(path[2])];
    const date = addDays(planningStart(agreement), thresholds.noticeDays);
    const length = event?.end ? daysBetween(event.date, event.end) : 0;
    const end = event?.end ? { end: addDays(date, Math.max(0, length)) } : {};
    return { at: path.slice(0, 3), yaml: yamlText({ date, ...end }) };
  },
  source: ['guide', 'PoP'],
};

/** Usages that differ only in capitals, spaces or a final full stop are the same. */
const termMeaningDiffers: Rule = {
  id: 'communication-term-meaning-differs',
  element: 'communication',
  level: 'simple',
  severity: 'warning',
  looks: 'words that partners use differently',
  applies: (agreement) =>
    agreement.vocabulary?.some(({ usage }) => Object.keys(usage ?? {}).length > 1)
      ? true
      : 'no word is listed with two usages',
  check: (agreement) =>
    outcomeOf(
      (agreement.vocabulary ?? []).flatMap(({ term, means, usage, id }, index) => {
        const keys = Object.keys(usage ?? {});
        const meanings = new Set(Object.values(usage ?? {}).map(plainWords));
        if (keys.length < 2) return [];
        if (means || meanings.size < 2) return [undefined];
        return [
          {
            path: ['vocabulary', index],
            message: `${listText(keys.map((key) => nameOf(agreement, key)))} use "${term}" differently, and no shared meaning is set.`,
            names: [term, ...(id ? [id] : [])],
          },
        ];
      }),
    ),
  asks: 'What shall this word mean between you?',
  why: 'A word with two meanings is a promise with two meanings.',
  fix: (agreement, { path }) => {
    const usage = agreement.vocabulary?.[Number(path[1])]?.usage ?? {};
    return { at: path, yaml: yamlText({ means: Object.values(usage)[0] ?? '' }) };
  },
  source: ['guide'],
};

function plainWords(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ').replace(/\.$/, '').trim();
}

const noCrossTraining: Rule = {
  id: 'communication-no-cross-training',
  element: 'communication',
  level: 'standard',
  severity: 'advice',
  looks: 'sessions to learn about each other',
  applies: (agreement, _facts, { thresholds: { trainingTermDays } }) =>
    termOf(agreement).days > trainingTermDays
      ? true
      : `the agreement runs for ${termText(trainingTermDays)} or less`,
  check: (agreement) =>
    outcome(
      agreement.communication?.training?.length
        ? undefined
        : {
            path: ['communication', 'training'],
            message: "No session is planned for staff to learn about each other's work.",
          },
    ),
  asks: "What should staff of each partner learn about the other's work?",
  why: 'Staff who have seen how the other side works ask better and blame less.',
  fix: (agreement) => {
    const keys = signers(agreement).map(({ key }) => key);
    const by = firstKey(agreement);
    const session = {
      what: `How ${nameOf(agreement, by)} works: a tour and an hour of questions`,
      date: insideTerm(agreement, addDays(agreement.term.start, 14)),
      by,
      for: keys.filter((key) => key !== by),
    };
    return { at: [], yaml: yamlText({ communication: { training: [session] } }) };
  },
  source: ['guide', 'CL'],
};

/** The rules of this element, in order. */
export const communication: readonly Rule[] = [
  partyNoContact,
  meetingNoOrganizer,
  noRegularTouchpoint,
  longSilence,
  shortNotice,
  termUndefined,
  termMeaningDiffers,
  noCrossTraining,
];
