// The middle of a starter spec: goals, who does what, and when.
// Part of starter.ts; returns lines of YAML.

import { addDays, daysBetween } from '../model/days.ts';
import type { StarterAnswers, StarterPartner } from './answers.ts';
import { example, note } from './page.ts';
import { oneLine, written } from './yaml-text.ts';

/**
 * Returns the day `count` days into the term, or as far into it as `share` says (0 to 1) where that
 * is sooner: what is planned for a year has to fit into six weeks, too.
 */
export function dayOf({ start, end }: StarterAnswers, count: number, share = 1): string {
  const length = end === undefined ? 364 : daysBetween(start, end);
  return addDays(start, Math.max(0, Math.min(count, Math.floor(length * share))));
}

/** Returns the day of the closing meeting: the last week, or as late in the first year as makes sense. */
function closingDay(answers: StarterAnswers): string {
  const { start, end } = answers;
  if (end === undefined) return dayOf(answers, 330);
  const day = addDays(end, -7);
  return day < start ? start : day;
}

/** Returns the days to look back: the middle of a year or less, then one in each further year. */
function reviewDays(answers: StarterAnswers): readonly string[] {
  const days = [dayOf(answers, 180, 1 / 2)];
  for (;;) {
    const next = addDays(days.at(-1)!, 350);
    const { end } = answers;
    if (end === undefined || next >= end || days.length > 20) return days;
    days.push(next);
  }
}

/** Returns the first goal, with an example of how to measure it. */
export function goalLines(
  answers: StarterAnswers,
  partners: readonly StarterPartner[],
): readonly string[] {
  const goal = oneLine(answers.goal ?? '') || '[Describe what you want to reach together]';
  return [
    ...note(
      0,
      'WHAT FOR. Each goal has a number to aim for, a day, and a partner that counts. The id is the',
      'short name by which tasks and events below refer to the goal.',
    ),
    'goals:',
    '  - id: first',
    `    text: ${written(goal)}`,
    ...example(
      4,
      'measures:',
      `  - { what: "[Describe what you count, such as first-time visitors]", baseline: 0, target: 400, by: ${dayOf(answers, 300, 0.9)}, collector: ${partners[0]!.key} }`,
    ),
  ];
}

/** Returns the tasks that nearly every partnership has. */
export function roleLines(
  answers: StarterAnswers,
  partners: readonly StarterPartner[],
): readonly string[] {
  const task = (
    what: string,
    covers: string,
    lead: number | undefined,
    ...rest: readonly string[]
  ): readonly string[] => [
    `  - task: ${what}`,
    `    covers: ${covers}`,
    lead === undefined
      ? `    lead:            # one of: ${partners.map(({ key }) => key).join(', ')}`
      : `    lead: ${partners[lead]!.key}`,
    ...example(4, 'person: "[Job title]"'),
    ...rest,
    '    goals: [first]',
  ];
  return [
    ...note(
      0,
      'WHO DOES WHAT. For each task one partner that leads, a person or job title, and when: either',
      '`due` with a day or `every` with day, week, fortnight, month, quarter or year.',
    ),
    'roles:',
    ...task('Organise the project meetings', 'meetings', answers.organiser, '    every: month'),
    '',
    ...task(
      'Provide staff and volunteers for the events',
      'staffing',
      answers.staff,
      // Those who lead nothing yet help with something.
      ...(partners.length > 2
        ? example(4, `support: [${partners.map(({ key }) => key).join(', ')}]`)
        : []),
      ...example(4, `due: ${dayOf(answers, 30, 0.25)}`),
    ),
    '',
    ...task(
      'Lead the publicity',
      'publicity',
      answers.publicity,
      ...example(4, `due: ${dayOf(answers, 21, 0.2)}`),
    ),
  ];
}

/** Returns examples of everything that has a day. */
export function scheduleLines(
  answers: StarterAnswers,
  partners: readonly StarterPartner[],
): readonly string[] {
  const [one, two] = partners.map(({ key }) => key);
  const organiser = answers.organiser === undefined ? one : partners[answers.organiser]!.key;
  return [
    ...note(
      0,
      'WHEN. A small early success, events, meetings, and a day to look back together. Delete the #',
      'before the lines that you want; spaces at the start of a line matter.',
    ),
    ...example(
      0,
      'schedule:',
      '  milestones:',
      `    - { name: "[Name of a first small event]", date: ${dayOf(answers, 40, 0.2)}, owner: ${one}, smallWin: true, goals: [first] }`,
      `    - { name: Thanks and lessons, date: ${closingDay(answers)}, owner: ${two}, closing: true, goals: [first] }`,
      '  events:',
      `    - { name: "[Name of the event]", date: ${dayOf(answers, 90, 0.7)}, place: "[Place]", staff: [${one}, ${two}], public: true, goals: [first] }`,
      '  meetings:',
      `    - { name: Project meeting, every: month, first: ${dayOf(answers, 7, 0.1)}, organizer: ${organiser} }`,
      '  reviews:',
      ...reviewDays(answers).map((date) => `    - { date: ${date}, what: Review }`),
    ),
  ];
}
