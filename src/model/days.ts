// Days of the calendar as `YYYY-MM-DD` text: arithmetic without clocks or time zones.
// Used by the checklist and by the paper. Knows nothing of specs.

const dayMs = 86_400_000;

/** Returns true for a day that exists in the Gregorian calendar, years 1000 to 9999. */
export function isDay(text: string): boolean {
  const match = /^([1-9]\d{3})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function toNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / dayMs;
}

function fromNumber(value: number): string {
  return new Date(value * dayMs).toISOString().slice(0, 10);
}

/** Returns the day `count` days later (earlier if negative). */
export function addDays(day: string, count: number): string {
  return fromNumber(toNumber(day) + count);
}

/** Returns the day `count` months later, at most the last day of that month. */
export function addMonths(day: string, count: number): string {
  const [year, month, dayOfMonth] = day.split('-').map(Number) as [number, number, number];
  const first = new Date(Date.UTC(year, month - 1 + count, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0));
  first.setUTCDate(Math.min(dayOfMonth, last.getUTCDate()));
  return first.toISOString().slice(0, 10);
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
