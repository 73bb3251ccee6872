// Dates as people write them, for telling them how to write them here. Reads nothing but text.
// Whether a day exists is for model/days.ts to say.

import { isDay } from '../model/days.ts';

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

function day(year: string | number, month: string | number, date: string | number): string {
  const two = (part: string | number): string => String(Number(part)).padStart(2, '0');
  return `${year}-${two(month)}-${two(date)}`;
}

function monthOf(name: string): number {
  const word = name.toLowerCase();
  return word.length < 3 ? 0 : months.findIndex((month) => month.startsWith(word)) + 1;
}

/** Returns the days that a text may mean, none if it is no date; two for one like 2/3/2027. */
export function possibleDays(text: string): readonly string[] {
  const line = text.trim().replace(/[‐‑–—−]/g, '-');
  const found = new Set<string>();
  const add = (year: string, month: string | number, date: string): void => {
    const each = day(year, month, date);
    if (isDay(each)) found.add(each);
  };
  const first = /^(\d{4})[-./ ]?(\d{1,2})[-./ ]?(\d{1,2})(?:[T ].*)?$/.exec(line);
  if (first) add(first[1]!, first[2]!, first[3]!);
  const last = /^(\d{1,2})([-./])\s?(\d{1,2})\2\s?(\d{4})$/.exec(line);
  if (last) {
    // With dots the day comes first; with slashes that depends on the country.
    add(last[4]!, last[3]!, last[1]!);
    if (last[2] !== '.') add(last[4]!, last[1]!, last[3]!);
  }
  const words =
    /^(?:\p{L}+,\s+)?(\d{1,2})(?:st|nd|rd|th|\.)?\s+(?:of\s+)?(\p{L}+)\.?,?\s+(\d{4})$/u.exec(line);
  if (words) add(words[3]!, monthOf(words[2]!), words[1]!);
  const american = /^(?:\p{L}+,\s+)?(\p{L}+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/u.exec(
    line,
  );
  if (american) add(american[3]!, monthOf(american[1]!), american[2]!);
  return [...found];
}

/**
 * Returns the day of this century that spreadsheet programs store as this number: days since 30 December
 * 1899, the count of all but the oldest workbooks from a Macintosh.
 */
export function countedDay(text: string): string | undefined {
  const count = /^\d{5}$/.test(text) ? Number(text) : 0;
  if (count < 36_526 || count > 73_050) return undefined;
  return new Date(Date.UTC(1899, 11, 30 + count)).toISOString().slice(0, 10);
}

/** Returns the last day of the month of a date that does not exist, for a hint. */
export function lastDayOf(text: string): string | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return undefined;
  for (let date = 31; date > 27; date -= 1) {
    const each = day(match[1]!, match[2]!, date);
    if (Number(match[3]) > date && isDay(each)) return each;
  }
  return undefined;
}
