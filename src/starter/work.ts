// The middle of a starter spec: goals, who does what, and when.
// Part of starter.ts; returns lines of YAML.

import { addDays } from '../model/days.ts';
import type { StarterAnswers, StarterPartner } from './answers.ts';
import { example, note } from './page.ts';
import { oneLine, written } from './yaml-text.ts';

/** Returns the day `count` days into the term, at most its last. */
export function dayOf({ start, end }: StarterAnswers, count: number): string {
  const day = addDays(start, count);
  return end !== undefined && end < day ? end : day;
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
      `  - { what: First-time visitors, baseline: 0, target: 400, by: ${dayOf(answers, 300)}, collector: ${partners[0]!.key} }`,
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
    ...example(4, 'person: Programs Librarian'),
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
      ...example(4, `due: ${dayOf(answers, 30)}`),
    ),
    '',
    ...task(
      'Lead the publicity',
      'publicity',
      answers.publicity,
      ...example(4, `due: ${dayOf(answers, 21)}`),
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
      `    - { name: First small event, date: ${dayOf(answers, 40)}, owner: ${one}, smallWin: true, goals: [first] }`,
      `    - { name: Thanks and lessons, date: ${dayOf(answers, 330)}, owner: ${two}, closing: true }`,
      '  events:',
      `    - { name: Open evening, date: ${dayOf(answers, 90)}, place: Reading room, staff: [${one}, ${two}], public: true, goals: [first] }`,
      '  meetings:',
      `    - { name: Project meeting, every: month, first: ${dayOf(answers, 7)}, organizer: ${organiser} }`,
      '  reviews:',
      `    - { date: ${dayOf(answers, 160)}, what: Mid-term review }`,
    ),
  ];
}
