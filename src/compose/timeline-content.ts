// What of a schedule stands on its timeline: milestones, small wins, events, reviews and meetings,
// each with its days and the partner that answers for it. Draws nothing.

import type { DocumentTimeline, TimelineEntry, TimelineMeeting } from '../model/document.ts';
import { occurrences, readFrequency } from '../model/frequency.ts';
import type { Filling } from './filling.ts';

/** Fewer dated things than this need no drawing. */
const fewest = 2;

/** Returns the schedule as it is drawn, or `undefined` where there is too little to draw. */
export function timelineContent({ agreement, wording }: Filling): DocumentTimeline | undefined {
  const { term, schedule = {} } = agreement;
  const entries = entriesOf(schedule, wording.words('timeline.review'));
  const meetings = meetingsOf(schedule.meetings ?? [], lastDay(agreement));
  const dated = entries.length + meetings.filter(({ days }) => days.length).length;
  if (dated < fewest) return undefined;
  return {
    shows: 'timeline',
    start: term.start,
    ...(term.end ? { end: term.end } : {}),
    entries,
    meetings,
    words: {
      milestone: wording.words('timeline.milestone'),
      smallWin: wording.words('timeline.smallWin'),
      event: wording.words('timeline.event'),
      meeting: wording.words('timeline.meeting'),
      review: wording.words('timeline.review'),
    },
    months: wording.months,
  };
}

type Schedule = NonNullable<Filling['agreement']['schedule']>;

function entriesOf(schedule: Schedule, reviewWord: string): readonly TimelineEntry[] {
  const { milestones = [], events = [], reviews = [] } = schedule;
  const entries: TimelineEntry[] = [
    ...milestones.map(({ name, date, owner, smallWin }) => ({
      kind: smallWin ? ('smallWin' as const) : ('milestone' as const),
      day: date,
      name,
      ...(owner ? { partner: owner } : {}),
    })),
    ...events.map(({ name, date, end, staff }) => ({
      kind: 'event' as const,
      day: date,
      name,
      ...(end && end > date ? { end } : {}),
      // An event of several partners has the colour of none.
      ...(staff?.length === 1 ? { partner: staff[0]! } : {}),
    })),
    ...reviews.map(({ date, what }) => ({
      kind: 'review' as const,
      day: date,
      name: what ?? reviewWord,
    })),
  ];
  return entries.sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
}

/** The last day that anything is planned for, or that the term runs. */
function lastDay({ term, schedule = {} }: Filling['agreement']): string {
  const days = [
    term.start,
    term.end,
    ...(schedule.milestones ?? []).map(({ date }) => date),
    ...(schedule.events ?? []).map(({ date, end }) => end ?? date),
    ...(schedule.reviews ?? []).map(({ date }) => date),
    ...(schedule.meetings ?? []).flatMap(({ first, date, dates = [] }) => [first, date, ...dates]),
  ];
  return days.reduce<string>((last, day) => (day && day > last ? day : last), term.start);
}

function meetingsOf(
  meetings: NonNullable<Schedule['meetings']>,
  last: string,
): readonly TimelineMeeting[] {
  return meetings.flatMap(({ name, every, first, date, dates, organizer }) => {
    const rhythm = every === undefined ? undefined : readFrequency(every);
    const days = rhythm
      ? first
        ? occurrences(rhythm, first, last)
        : []
      : [...(date ? [date] : []), ...(dates ?? [])].sort();
    if (days.length === 0 && !rhythm) return [];
    return [{ name, days, ...(organizer ? { partner: organizer } : {}) }];
  });
}
