// A calendar becomes an iCalendar file (RFC 5545) that Outlook, Google, Apple and Thunderbird import.
// Own writer: the kept libraries need a newer Node or a validator of forms for eighty lines of text.

import type { Calendar, CalendarEntry, Repeat } from '../../model/calendar.ts';
import { addDays, addMonths, daysBetween } from '../../model/days.ts';

/** Returns the calendar as iCalendar text with CRLF line ends, folded at 75 octets (RFC 5545, 3.1). */
export function renderIcs(calendar: Calendar): string {
  const { name, language, date, revision, entries } = calendar;
  // Rises with the date and the version of the agreement, so that a later one wins (RFC 5545, 3.8.7.4).
  const days = Math.min(Math.max(0, daysBetween('2000-01-01', date)), 200_000);
  const sequence = days * 10_000 + revision;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Pactwright//Pactwright//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    // RFC 7986, 5.1, and the name that Outlook and Google read.
    `NAME;LANGUAGE=${language}:${escapeText(name)}`,
    `X-WR-CALNAME:${escapeText(name)}`,
    ...entries.flatMap((entry) => entryLines(entry, date, sequence)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

function entryLines(entry: CalendarEntry, date: string, sequence: number): readonly string[] {
  const { uid, start, last, summary, place, description, repeats } = entry;
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${compact(date)}T000000Z`,
    `SEQUENCE:${sequence}`,
    `DTSTART;VALUE=DATE:${compact(start)}`,
    // The end of a whole day is the day after it (RFC 5545, 3.6.1).
    `DTEND;VALUE=DATE:${compact(addDays(last ?? start, 1))}`,
    ...(repeats ? repeatLines(repeats, start) : []),
    `SUMMARY:${escapeText(summary)}`,
    ...(place ? [`LOCATION:${escapeText(place)}`] : []),
    ...(description ? [`DESCRIPTION:${escapeText(description)}`] : []),
    // A whole day in the calendar does not mean that its owner is busy all day.
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** Returns the lines that repeat an entry (RFC 5545, 3.3.10 and 3.8.5.2). */
function repeatLines({ count, unit, until }: Repeat, start: string): readonly string[] {
  const end = until ? `;UNTIL=${compact(until)}` : '';
  if (unit === 'day') {
    const [frequency, interval] = count % 7 === 0 ? ['WEEKLY', count / 7] : ['DAILY', count];
    return [`RRULE:FREQ=${frequency};INTERVAL=${interval}${end}`];
  }
  const day = Number(start.slice(8));
  const last = day === 31 ? ';BYMONTHDAY=-1' : '';
  // A rule for the 29th or 30th passes over February; calendars do not agree on BYSETPOS, so its days are listed.
  const februaries = day === 29 || day === 30 ? shortMonths(start, count, until) : [];
  return [
    `RRULE:FREQ=MONTHLY;INTERVAL=${count}${last}${end}`,
    ...(februaries.length ? [`RDATE;VALUE=DATE:${februaries.map(compact).join(',')}`] : []),
  ];
}

/** How far ahead days are listed where the agreement has no end, years. */
const yearsAhead = 10;

function shortMonths(start: string, count: number, until: string | undefined): readonly string[] {
  const end = until ?? addMonths(start, yearsAhead * 12);
  const found: string[] = [];
  for (let months = count; ; months += count) {
    const day = addMonths(start, months);
    if (day > end) return found;
    if (day.slice(8) !== start.slice(8)) found.push(day);
  }
}

const compact = (day: string): string => day.replaceAll('-', '');

/** Escapes a text value (RFC 5545, 3.3.11). */
function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, (character) => `\\${character}`).replace(/\r\n|\r|\n/g, '\\n');
}

const encoder = new TextEncoder();

/** Folds a line at 75 octets, never inside a character. */
function fold(line: string): string {
  let folded = '';
  let width = 0;
  for (const character of line) {
    const octets = encoder.encode(character).length;
    if (width + octets > 75) {
      folded += '\r\n ';
      width = 1;
    }
    folded += character;
    width += octets;
  }
  return folded;
}
