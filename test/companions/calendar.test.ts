// The calendar: entries of a schedule, ids that stay, and a file that another program reads alike.
// ical.js (Mozilla) is the other program; it shares no code with our writer.

import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { calendarOf } from '../../src/compose/index.ts';
import { addDays, addMonths } from '../../src/model/days.ts';
import { renderIcs } from '../../src/render/ics/index.ts';
import { agreementOf, builtIn } from '../compose/built-in.ts';

const template = builtIn('duties');
const fields = {
  reference: 'RPL-1',
  term: { start: '2027-01-11', end: '2027-12-17' },
  partners: { library: { name: 'Town Library' }, school: { name: 'Hill School' } },
  schedule: {
    milestones: [{ name: 'First book, read; done', date: '2027-02-20', owner: 'school' }],
    events: [
      {
        id: 'fair',
        name: 'Book fair',
        date: '2027-07-17',
        end: '2027-07-18',
        place: 'Yard',
        staff: ['library', 'school'],
      },
    ],
    meetings: [
      { name: 'Project meeting', every: 'month', first: '2027-01-31', organizer: 'library' },
      { name: 'Quiz', dates: ['2027-03-01', '2027-03-08'] },
      { name: 'Coffee', every: 'every 2 weeks' },
    ],
    reviews: [{ date: '2027-06-18' }],
  },
};
const icsOf = (changes: object = {}, date = '2027-01-04'): string =>
  renderIcs(calendarOf(agreementOf({ ...fields, ...changes }), template, date));
const events = (ics: string): ICAL.Event[] =>
  new ICAL.Component(ICAL.parse(ics))
    .getAllSubcomponents('vevent')
    .map((each) => new ICAL.Event(each));
const summary = (event: ICAL.Event): string => `${event.startDate} ${event.summary}`;
/** The first days on which an entry falls. */
function days(event: ICAL.Event, most = 400): string[] {
  if (!event.isRecurring()) return [event.startDate.toString()];
  const found: string[] = [];
  const iterator = event.iterator();
  for (let next = iterator.next(); next && found.length < most; next = iterator.next()) {
    found.push(next.toString());
  }
  return found;
}

describe('the calendar', () => {
  it('holds milestones, events, meetings and reviews as whole days', () => {
    const all = events(icsOf());
    expect(all.map(summary)).toEqual([
      '2027-02-20 First book, read; done',
      '2027-07-17 Book fair',
      '2027-01-31 Project meeting',
      '2027-03-01 Quiz',
      '2027-03-08 Quiz',
      '2027-01-11 Coffee',
      '2027-06-18 Looking back together',
    ]);
    const fair = all[1]!;
    expect([fair.endDate.toString(), fair.location, fair.description]).toEqual([
      '2027-07-19',
      'Yard',
      'Staff from Town Library, Hill School\nReading Together (RPL-1)',
    ]);
    expect(all[5]!.description).toContain('The first day is not agreed yet');
  });

  it('ends recurrences with the term, and falls on the last day of short months', () => {
    const [meeting, coffee] = [events(icsOf())[2]!, events(icsOf())[5]!];
    expect(days(meeting)).toEqual(
      Array.from({ length: 11 }, (_, index) => addMonths('2027-01-31', index)),
    );
    expect(days(coffee).at(-1)).toBe('2027-12-13');
    expect(icsOf({ term: { start: '2027-01-11' } })).toContain('RRULE:FREQ=WEEKLY;INTERVAL=2\r\n');
  });

  it('holds every day of a meeting once, whether it is counted or named', () => {
    const daysOf = (meeting: object): readonly string[] =>
      events(icsOf({ schedule: { meetings: [{ name: 'M', ...meeting }] } })).flatMap((event) =>
        days(event, 3),
      );
    expect(daysOf({ date: '2027-03-05', dates: ['2027-04-09', '2027-03-05'] })).toEqual([
      '2027-03-05',
      '2027-04-09',
    ]);
    expect(daysOf({ every: 'month', dates: ['2027-03-05', '2027-04-09'] })).toEqual([
      '2027-03-05',
      '2027-04-09',
    ]);
    const both = { every: 'month', first: '2027-02-01', dates: ['2027-03-01', '2027-03-02'] };
    expect(daysOf(both)).toEqual(['2027-02-01', '2027-03-01', '2027-04-01', '2027-03-02']);
  });

  it('falls on the same days as the plan, whatever the frequency and the first day', () => {
    const frequency = fc.constantFrom(
      { every: 'week', step: (day: string, n: number) => addDays(day, 7 * n) },
      { every: 'every 10 days', step: (day: string, n: number) => addDays(day, 10 * n) },
      { every: 'month', step: (day: string, n: number) => addMonths(day, n) },
      { every: 'quarter', step: (day: string, n: number) => addMonths(day, 3 * n) },
      { every: 'year', step: (day: string, n: number) => addMonths(day, 12 * n) },
    );
    fc.assert(
      fc.property(frequency, fc.integer({ min: 0, max: 1460 }), ({ every, step }, shift) => {
        const first = addDays('2027-01-01', shift);
        const end = addDays(first, 800);
        const schedule = { meetings: [{ name: 'M', every, first }] };
        const [event] = events(icsOf({ schedule, term: { start: '2027-01-01', end } }));
        const expected: string[] = [];
        for (let n = 0; step(first, n) <= end; n += 1) expected.push(step(first, n));
        expect(days(event!)).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  });

  it('keeps its ids when days move, and a later version wins', () => {
    const before = events(icsOf());
    const moved = {
      ...fields.schedule,
      events: [
        {
          ...fields.schedule.events[0]!,
          name: 'Great book fair',
          date: '2027-07-24',
          end: '2027-07-25',
        },
      ],
    };
    const after = events(icsOf({ schedule: moved, title: 'Another title' }, '2027-05-01'));
    expect(after.map(({ uid }) => uid)).toEqual(before.map(({ uid }) => uid));
    expect(new Set(before.map(({ uid }) => uid)).size).toBe(before.length);
    expect(after[0]!.sequence).toBeGreaterThan(before[0]!.sequence);
    const again = events(icsOf({ schedule: moved, version: '1.10' }));
    const older = events(icsOf({ schedule: moved, version: '1.9' }));
    expect(again[0]!.sequence).toBeGreaterThan(older[0]!.sequence);
    expect(older[0]!.sequence).toBeGreaterThan(before[0]!.sequence);
    const other = events(icsOf({ reference: 'RPL-2' }));
    expect(other[0]!.uid).not.toBe(before[0]!.uid);
  });

  it('gives every name back as it is, in lines of at most 75 octets', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), (raw) => {
        const name = raw.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, '').trim() || 'x';
        const ics = icsOf({ schedule: { events: [{ name, date: '2027-05-01' }] } });
        expect(events(ics)[0]!.summary).toBe(name);
        for (const line of ics.split('\r\n'))
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      }),
      { numRuns: 300 },
    );
  });
});
