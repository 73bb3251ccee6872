// Days of the calendar as `YYYY-MM-DD` text: arithmetic without clocks or time zones.
// Used by the checklist and by the paper. Knows nothing of specs.

/** Returns true for a day that exists in the Gregorian calendar, years 1000 to 9999. */
export function isDay(text: string): boolean {
  return /^[1-9]\d{3}-\d{2}-\d{2}$/.test(text) && fromNumber(toNumber(text)) === text;
}

/** Days in 400 years, after which the Gregorian calendar begins anew. */
const eraDays = 146_097;
/** Days from 1 March of the year 0 to 1 January 1970. */
const epochDays = 719_468;

/** Reads the digits from one place to another. */
function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at += 1) value = value * 10 + text.charCodeAt(at) - 48;
  return value;
}

/**
 * Days from 1 January 1970. Years are counted from March, so that the leap day is the last of its
 * year; whole numbers take a tenth of the time of a `Date`, and a checklist asks thousands of times.
 */
function toNumber(day: string): number {
  const month = digits(day, 5, 7);
  return dayNumber(digits(day, 0, 4), month, digits(day, 8, 10));
}

function dayNumber(year: number, month: number, dayOfMonth: number): number {
  const marchYear = month > 2 ? year : year - 1;
  const era = Math.floor(marchYear / 400);
  const inEra = marchYear - era * 400;
  const inYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + dayOfMonth - 1;
  const leaps = Math.floor(inEra / 4) - Math.floor(inEra / 100);
  return era * eraDays + inEra * 365 + leaps + inYear - epochDays;
}

function fromNumber(value: number): string {
  const days = value + epochDays;
  const era = Math.floor(days / eraDays);
  const inEra = days - era * eraDays;
  const leaps = Math.floor(inEra / 1460) - Math.floor(inEra / 36_524) + Math.floor(inEra / 146_096);
  const marchYear = Math.floor((inEra - leaps) / 365);
  const inYear =
    inEra - (marchYear * 365 + Math.floor(marchYear / 4) - Math.floor(marchYear / 100));
  const marchMonth = Math.floor((5 * inYear + 2) / 153);
  const dayOfMonth = inYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return dayText(era * 400 + marchYear + (month > 2 ? 0 : 1), month, dayOfMonth);
}

function dayText(year: number, month: number, dayOfMonth: number): string {
  return `${year}-${month < 10 ? '0' : ''}${month}-${dayOfMonth < 10 ? '0' : ''}${dayOfMonth}`;
}

/** Returns the day `count` days later (earlier if negative). */
export function addDays(day: string, count: number): string {
  return fromNumber(toNumber(day) + count);
}

/** Returns the day `count` months later, at most the last day of that month. */
export function addMonths(day: string, count: number): string {
  const months = digits(day, 0, 4) * 12 + digits(day, 5, 7) - 1 + count;
  const year = Math.floor(months / 12);
  const month = months - year * 12 + 1;
  const next = month === 12 ? dayNumber(year + 1, 1, 1) : dayNumber(year, month + 1, 1);
  const length = next - dayNumber(year, month, 1);
  return dayText(year, month, Math.min(digits(day, 8, 10), length));
}

/** Returns how many days lie from `from` to `to`; 0 for the same day. */
export function daysBetween(from: string, to: string): number {
  return toNumber(to) - toNumber(from);
}

/** Returns 0 for Sunday to 6 for Saturday. */
export function weekday(day: string): number {
  return (((toNumber(day) + 4) % 7) + 7) % 7;
}

/** Returns how many days from Monday to Friday lie strictly between two days. */
export function workingDaysBetween(from: string, to: string): number {
  let count = 0;
  for (let day = toNumber(from) + 1; day < toNumber(to); day += 1) {
    const number = (((day + 4) % 7) + 7) % 7;
    if (number !== 0 && number !== 6) count += 1;
  }
  return count;
}
