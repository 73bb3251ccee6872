// Days of the calendar: the arithmetic on whole numbers against the calendar of the language.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  daysBetween,
  isDay,
  weekday,
  workingDaysBetween,
} from '../../src/model/days.ts';

const dayMs = 86_400_000;
const text = (time: number): string => new Date(time).toISOString().slice(0, 10);
const first = Date.UTC(1000, 0, 1) / dayMs;
const last = Date.UTC(9999, 11, 31) / dayMs;
const anyDay = fc.integer({ min: first, max: last });

test('adding and counting days agrees with the calendar', () => {
  fc.assert(
    fc.property(anyDay, anyDay, (one, other) => {
      const [from, to] = [text(one * dayMs), text(other * dayMs)];
      expect(daysBetween(from, to)).toBe(other - one);
      expect(addDays(from, other - one)).toBe(to);
      expect(weekday(from)).toBe(new Date(one * dayMs).getUTCDay());
    }),
  );
});

test('months later is the same day, or the last of a shorter month', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -600, max: 600 }), (day, count) => {
      const from = new Date(day * dayMs);
      const month = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + count, 1));
      fc.pre(month.getUTCFullYear() >= 1000 && month.getUTCFullYear() <= 9999);
      const length = new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 0));
      month.setUTCDate(Math.min(from.getUTCDate(), length.getUTCDate()));
      expect(addMonths(text(from.getTime()), count)).toBe(text(month.getTime()));
    }),
  );
  expect(addMonths('2028-01-31', 1)).toBe('2028-02-29');
  expect(addMonths('2027-12-31', 2)).toBe('2028-02-29');
});

test.each([
  ['2028-02-29', true],
  ['2000-02-29', true],
  ['1000-01-01', true],
  ['9999-12-31', true],
  ['2027-02-29', false],
  ['1900-02-29', false],
  ['2027-13-01', false],
  ['2027-00-10', false],
  ['2027-04-31', false],
  ['2027-04-00', false],
  ['0999-01-01', false],
  ['2027-4-01', false],
  ['2027-04-01 ', false],
])('%s is a day: %s', (day, answer) => {
  expect(isDay(day)).toBe(answer);
});

test('every text of the form of a day is one exactly when the calendar knows it', () => {
  const part = (max: number): fc.Arbitrary<string> =>
    fc.integer({ min: 0, max }).map((value) => String(value).padStart(2, '0'));
  fc.assert(
    fc.property(fc.integer({ min: 1000, max: 9999 }), part(14), part(33), (year, month, day) => {
      const written = `${year}-${month}-${day}`;
      const date = new Date(`${written}T00:00:00Z`);
      const known = !Number.isNaN(date.getTime()) && text(date.getTime()) === written;
      expect(isDay(written)).toBe(known);
    }),
  );
});

test('working days are those from Monday to Friday strictly between', () => {
  expect(workingDaysBetween('2027-01-08', '2027-01-11')).toBe(0);
  expect(workingDaysBetween('2027-01-08', '2027-01-18')).toBe(5);
  expect(workingDaysBetween('2027-01-11', '2027-01-08')).toBe(0);
});
