// The schedule of an agreement as entries of a calendar, with ids that stay when days are moved.
// Decides what stands in a calendar; writes no file and reads no clock.

import type { Agreement, Meeting } from '../model/agreement.ts';
import type { Calendar, CalendarEntry } from '../model/calendar.ts';
import { occurrences, readFrequency } from '../model/frequency.ts';
import { phraseText } from './fill-partners.ts';
import type { Template } from './template.ts';
import { type Wording, wordingFor } from './wording.ts';

type Kind = 'milestone' | 'event' | 'meeting' | 'review';

/** What one entry is made of, before it has an id. */
interface Draft extends Omit<CalendarEntry, 'uid' | 'description'> {
  readonly kind: Kind;
  /** The id of the spec, or the name: what the entry is known by from one version to the next. */
  readonly known: string;
  readonly note?: string;
}

/** Returns the schedule as a calendar: milestones, events, meetings and reviews in this order. */
export function calendarOf(agreement: Agreement, template: Template, date: string): Calendar {
  const language = agreement.language ?? 'en-US';
  const wording = wordingFor(template, language);
  const reference = agreement.reference ? ` (${agreement.reference})` : '';
  const about = `${agreement.title}${reference}`;
  const seen = new Map<string, number>();
  const entries = drafts(agreement, wording).map((draft): CalendarEntry => {
    const { kind, known, note, ...entry } = draft;
    const name = `${kind}\n${known}`;
    const nth = (seen.get(name) ?? 0) + 1;
    seen.set(name, nth);
    const id = `${hash(agreement.reference ?? agreement.title)}-${hash(`${name}\n${nth}`)}`;
    return {
      ...entry,
      uid: `${id}@pactwright`,
      description: [note, about].filter((part) => part).join('\n'),
    };
  });
  return { name: agreement.title, language, date, revision: revisionOf(agreement), entries };
}

/** `1.2` comes after `1.1` and before `1.10`; what has no number in it comes first. */
function revisionOf({ version = '' }: Agreement): number {
  const [major = 0, minor = 0] = (version.match(/\d+/g) ?? []).map(Number);
  return Math.min(major, 99) * 100 + Math.min(minor, 99);
}

function drafts(agreement: Agreement, wording: Wording): readonly Draft[] {
  const { milestones = [], events = [], meetings = [], reviews = [] } = agreement.schedule ?? {};
  const nameOf = (key: string): string => agreement.partners[key]?.name ?? key;
  const said = (key: string, partner: string | undefined): { note?: string } =>
    partner === undefined
      ? {}
      : { note: phraseText(wording.phrase(key), { partner: nameOf(partner) }) };
  return [
    ...milestones.map(
      ({ id, name, date, owner }): Draft => ({
        kind: 'milestone',
        known: id ?? name,
        summary: name,
        start: date,
        ...said('calendar.owner', owner),
      }),
    ),
    ...events.map(
      ({ id, name, date, end, place, staff }): Draft => ({
        kind: 'event',
        known: id ?? name,
        summary: name,
        start: date,
        ...(end && end > date ? { last: end } : {}),
        ...(place ? { place } : {}),
        ...(staff?.length
          ? {
              note: phraseText(wording.phrase('calendar.staff'), {
                partners: staff.map(nameOf).join(', '),
              }),
            }
          : {}),
      }),
    ),
    ...meetings.flatMap((meeting) =>
      meetingDrafts(meeting, agreement, wording, said('calendar.organizer', meeting.organizer)),
    ),
    ...reviews.map(({ id, date, what }): Draft => {
      const summary = what ?? wording.words('calendar.review');
      return { kind: 'review', known: id ?? what ?? '', summary, start: date };
    }),
  ];
}

/** A meeting that recurs ends with the term; one whose first day is open starts with it, and says so. */
function meetingDrafts(
  { id, name, every, first, date, dates = [] }: Meeting,
  { term }: Agreement,
  wording: Wording,
  said: { readonly note?: string },
): readonly Draft[] {
  const common = { kind: 'meeting', known: id ?? name, summary: name, ...said } as const;
  const named = [...new Set([...(date ? [date] : []), ...dates])].sort();
  const frequency = every === undefined ? undefined : readFrequency(every);
  const agreed = first ?? date;
  // Days that are named are the days, however often it was meant to be.
  if (!frequency || (agreed === undefined && named.length > 0)) {
    const days = named.length === 0 && first ? [first] : named;
    return days.map((start) => ({ ...common, start }));
  }
  const start = agreed ?? term.start;
  const notes = [said.note, agreed ? undefined : wording.words('calendar.firstOpen')];
  const note = notes.filter((part) => part).join('\n');
  const over = term.end !== undefined && start > term.end;
  const covered = new Set([
    start,
    ...(over ? [] : occurrences(frequency, start, term.end ?? named.at(-1) ?? start)),
  ]);
  return [
    {
      ...common,
      start,
      ...(note ? { note } : {}),
      ...(over ? {} : { repeats: { ...frequency, ...(term.end ? { until: term.end } : {}) } }),
    },
    ...named.filter((day) => !covered.has(day)).map((day) => ({ ...common, start: day })),
  ];
}

/** Returns 16 hexadecimal digits for a text: FNV-1a with 64 bits (Fowler, Noll and Vo); an id, not a seal. */
function hash(text: string): string {
  let value = 0xcbf29ce484222325n;
  for (const octet of new TextEncoder().encode(text.normalize('NFC'))) {
    value = BigInt.asUintN(64, (value ^ BigInt(octet)) * 0x100000001b3n);
  }
  return value.toString(16).padStart(16, '0');
}
