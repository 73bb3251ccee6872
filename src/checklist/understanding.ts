// Rules of the element understanding: who does what, who staffs what, and by when.
// One record for each rule (over 250 lines: one list, read as one); those on references, days and unfinished text have files of their own.

import type { Agreement } from '../model/agreement.ts';
import { stepsOf } from './order.ts';
import { firstKey, personOf, workers } from './parties.ts';
import { always, type Found, outcome, outcomeOf, type Rule } from './rule.ts';
import { insideTerm, termOf } from './term.ts';
import { twoOfMany } from './two-of-many.ts';
import { dateRules } from './understanding-dates.ts';
import { unknownName } from './understanding-names.ts';
import { unfinishedText } from './unfinished.ts';
import { vagueWording } from './vague-wording.ts';
import { shortText, yamlText } from './wording.ts';

function covers(agreement: Agreement, subject: string): boolean {
  return agreement.roles?.some((role) => role.covers?.some((each) => each === subject)) ?? false;
}

const taskNoLead: Rule = {
  id: 'understanding-task-no-lead',
  element: 'understanding',
  level: 'simple',
  severity: 'error',
  looks: 'tasks: which partner leads',
  applies: (agreement) => (agreement.roles?.length ? true : 'no tasks are listed'),
  check: (agreement) =>
    outcomeOf(
      (agreement.roles ?? []).map(({ task, lead, id }, index) =>
        lead
          ? undefined
          : {
              path: ['roles', index],
              message: `"${task}" is not given to anyone.`,
              names: [task, ...(id ? [id] : [])],
            },
      ),
    ),
  asks: 'Which partner answers for this?',
  why: 'What belongs to everyone is done by no one.',
  fix: (agreement, { path }) => {
    const role = agreement.roles?.[Number(path[1])];
    const lead = role?.support?.[0] ?? leastBusy(agreement);
    const person = role?.person ? undefined : personOf(agreement, lead);
    return { at: path, yaml: yamlText({ lead, person }) };
  },
  source: ['guide'],
  company: ['investment-party-no-role'],
};

function leastBusy(agreement: Agreement): string {
  const load = (key: string): number =>
    agreement.roles?.filter(({ lead }) => lead === key).length ?? 0;
  const keys = workers(agreement).map(({ key }) => key);
  return keys.sort((a, b) => load(a) - load(b))[0] ?? firstKey(agreement);
}

const eventNoStaff: Rule = {
  id: 'understanding-event-no-staff',
  element: 'understanding',
  level: 'simple',
  severity: 'error',
  looks: 'events: who provides staff',
  applies: (agreement) => (agreement.schedule?.events?.length ? true : 'no events are listed'),
  check: (agreement) =>
    outcomeOf(
      (agreement.schedule?.events ?? []).map(({ name, staff, id }, index) =>
        staff?.length
          ? undefined
          : {
              path: ['schedule', 'events', index],
              message: `Nobody has agreed to provide staff for "${name}".`,
              names: [name, ...(id ? [id] : [])],
            },
      ),
    ),
  asks: 'Who provides people for this event?',
  why: 'An event without people at the door is cancelled at the door.',
  fix: (agreement, { path }) => ({ at: path, yaml: yamlText({ staff: [firstKey(agreement)] }) }),
  source: ['guide'],
};

/** A covering task without a lead counts here; that nobody leads it is understanding-task-no-lead. */
const publicityNoLead: Rule = {
  id: 'understanding-publicity-no-lead',
  element: 'understanding',
  level: 'simple',
  severity: 'error',
  looks: 'a task that covers publicity',
  applies: (agreement) => {
    const isPublic = agreement.schedule?.events?.some((event) => event.public);
    const joint = agreement.branding?.materials?.some(({ brand }) => brand === 'joint');
    return isPublic || joint ? true : 'there are no public events or joint materials';
  },
  check: (agreement) =>
    outcome(
      covers(agreement, 'publicity')
        ? undefined
        : { path: ['roles'], message: 'No one is named to lead publicity.' },
    ),
  asks: 'Who develops the marketing campaign and tells people?',
  why: 'Each partner thinks that the other one is telling people.',
  fix: (agreement) => ({
    at: [],
    yaml: yamlText({
      roles: [
        newTask(agreement, 'Plan the publicity and send out every announcement', 'publicity'),
      ],
    }),
  }),
  source: ['guide'],
  company: ['investment-party-no-role', 'understanding-unknown-name', 'vision-goal-no-work'],
};

/** Asked even where no meeting is listed yet: organising them is one of the guide's three examples. */
const meetingsNoLead: Rule = {
  id: 'understanding-meetings-no-lead',
  element: 'understanding',
  level: 'standard',
  severity: 'error',
  looks: 'a task that covers meetings, or an organiser',
  applies: always,
  check: (agreement) =>
    outcome(
      covers(agreement, 'meetings') || agreement.schedule?.meetings?.some((each) => each.organizer)
        ? undefined
        : { path: ['roles'], message: 'No one is named to organise project meetings.' },
    ),
  asks: 'Who organises the project meetings?',
  why: 'Meetings that are everybody’s job are the first thing to slip.',
  fix: (agreement) => ({
    at: [],
    yaml: yamlText({
      roles: [newTask(agreement, 'Call the project meetings and send the notes round', 'meetings')],
    }),
  }),
  source: ['guide'],
  company: [
    'investment-party-no-role',
    'communication-no-regular-touchpoint',
    'communication-long-silence',
    'understanding-unknown-name',
    'vision-goal-no-work',
  ],
};

function newTask(
  agreement: Agreement,
  task: string,
  subject: string,
): Record<string, string | string[]> {
  const lead = leastBusy(agreement);
  const goal = agreement.goals?.find(({ id }) => id)?.id;
  return {
    task,
    covers: subject,
    lead,
    person: personOf(agreement, lead),
    every: 'month',
    ...(goal ? { goals: [goal] } : {}),
  };
}

const taskNoDate: Rule = {
  id: 'understanding-task-no-date',
  element: 'understanding',
  level: 'standard',
  severity: 'warning',
  looks: 'tasks: by when, or how often',
  applies: (agreement) => (agreement.roles?.length ? true : 'no tasks are listed'),
  check: (agreement) =>
    outcomeOf(
      (agreement.roles ?? []).map(({ task, due, every, id }, index) =>
        due || every
          ? undefined
          : {
              path: ['roles', index],
              message: `"${task}" has no date, and no "how often".`,
              names: [task, ...(id ? [id] : [])],
            },
      ),
    ),
  asks: 'By when is it done, or how often?',
  why: 'Work without a day waits behind all work that has one.',
  fix: (agreement, { path }) => {
    const steps = stepsOf(agreement);
    const step = steps.find((each) => each.path[0] === 'roles' && each.path[1] === path[1]);
    const before = steps.flatMap(({ after, date }) =>
      step?.id && after.includes(step.id) && date ? [date] : [],
    );
    const due = before.sort()[0] ?? insideTerm(agreement, termOf(agreement).last);
    return { at: path, yaml: yamlText({ due }) };
  },
  source: ['guide', 'CL'],
};

/** Tasks and terms of more than eight words, compared without capitals and punctuation. */
const duplicatedText: Rule = {
  id: 'understanding-duplicated-text',
  element: 'understanding',
  level: 'standard',
  severity: 'warning',
  looks: 'tasks and terms with the same words',
  applies: always,
  check: (agreement, _facts, { thresholds: { copyWords } }) => {
    const seen = new Map<string, string>();
    return outcomeOf(
      comparable(agreement).map(({ label, text, path }) => {
        const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
        if (words.length <= copyWords) return undefined;
        const key = words.join(' ');
        const first = seen.get(key);
        if (first === undefined) {
          seen.set(key, label);
          return undefined;
        }
        return {
          path,
          message: `"${first}" and "${label}" have the same words. A copy-and-paste slip?`,
          names: [label],
        };
      }),
    );
  },
  asks: 'Is one of the two meant to say something else?',
  why: 'Where a text was copied, what should have stood there is missing.',
  fix: (agreement, { path }) => {
    const place = comparable(agreement).find(
      (each) => JSON.stringify(each.path) === JSON.stringify(path),
    );
    return { at: path, yaml: yamlText(`The same holds here: ${place?.text ?? ''}`) };
  },
  source: ['own'],
};

interface Comparable {
  readonly label: string;
  readonly text: string;
  readonly path: Found['path'];
}

function comparable(agreement: Agreement): readonly Comparable[] {
  const tasks = (agreement.roles ?? []).map(({ task }, index) => ({
    label: shortText(task),
    text: task,
    path: ['roles', index, 'task'],
  }));
  const terms = Object.entries(agreement.terms ?? {}).flatMap(([key, text]) =>
    typeof text === 'string'
      ? [{ label: key[0]!.toUpperCase() + key.slice(1), text, path: ['terms', key] }]
      : [],
  );
  const other = (agreement.terms?.other ?? []).map(({ heading, text }, index) => ({
    label: heading,
    text,
    path: ['terms', 'other', index, 'text'],
  }));
  return [...tasks, ...terms, ...other];
}

/** The rules of this element, in order. */
export const understanding: readonly Rule[] = [
  taskNoLead,
  unknownName,
  eventNoStaff,
  publicityNoLead,
  meetingsNoLead,
  taskNoDate,
  vagueWording,
  twoOfMany,
  ...dateRules,
  unfinishedText,
  duplicatedText,
];
