// The scale of a timeline: which days get a line and a label, from single days to decades, by how
// much room there is. Pure arithmetic on days; draws nothing.

import { addDays, addMonths, daysBetween, weekday } from '../model/days.ts';
import type { DocumentTimeline } from '../model/document.ts';
import { textWidth } from './text-width.ts';

/** A place on an axis: a day with what stands beside it. */
export interface Tick {
  readonly day: string;
  readonly label: string;
}

/** The scale of a timeline. */
export interface TimeAxis {
  /** First and last day shown. */
  readonly from: string;
  readonly to: string;
  /** Fine steps; the first may lie before `from`, and has then a label only if that is still true. */
  readonly ticks: readonly Tick[];
  /** What the steps belong to: the year of months, the month of days; none for steps of years. */
  readonly groups: readonly Tick[];
}

interface Step {
  readonly unit: 'day' | 'month';
  readonly count: number;
}

/** Steps from fine to coarse: days, weeks, months, quarters, half years, years up to a century. */
const steps: readonly Step[] = [
  { unit: 'day', count: 1 },
  { unit: 'day', count: 7 },
  { unit: 'month', count: 1 },
  { unit: 'month', count: 3 },
  { unit: 'month', count: 6 },
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].map((years) => ({
    unit: 'month' as const,
    count: years * 12,
  })),
];

/** Free space after a label, millimetres. */
const labelGap = 1.8;

/** Returns the finest scale whose labels fit into a width in millimetres, at a size in points. */
export function timeAxis(
  from: string,
  to: string,
  width: number,
  size: number,
  months: DocumentTimeline['months'],
): TimeAxis {
  const perDay = width / Math.max(1, daysBetween(from, to));
  const step = steps.find((each) => fits(each, perDay, size, months)) ?? steps[steps.length - 1]!;
  return {
    from,
    to,
    ticks: ticksOf(step, from, to, months),
    groups: groupsOf(step, from, to, perDay, size, months),
  };
}

function fits(
  { unit, count }: Step,
  perDay: number,
  size: number,
  months: DocumentTimeline['months'],
): boolean {
  const labels = unit === 'day' ? ['30'] : count < 12 ? months.map(({ short }) => short) : ['2027'];
  const widest = Math.max(...labels.map((label) => textWidth(label, size)));
  // The shortest month, and the shortest year, decide.
  const days = unit === 'day' ? count : count < 12 ? count * 29.5 : count * 30.4;
  return days * perDay >= widest + labelGap;
}

function ticksOf(
  { unit, count }: Step,
  from: string,
  to: string,
  months: DocumentTimeline['months'],
): readonly Tick[] {
  const ticks: Tick[] = [];
  // Weeks begin on Monday (ISO 8601).
  const back = count === 7 ? (weekday(from) + 6) % 7 : 0;
  let day = unit === 'day' ? addDays(from, -back) : monthStart(from, count);
  while (day <= to) {
    const month = months[Number(day.slice(5, 7)) - 1]!;
    const name =
      unit === 'day' ? String(Number(day.slice(8))) : count < 12 ? month.short : day.slice(0, 4);
    // What began before is named only where its name holds for all of it: a month, a year.
    const label = day >= from || (unit === 'month' && (count === 1 || count === 12)) ? name : '';
    ticks.push({ day, label });
    day = unit === 'day' ? addDays(day, count) : addMonths(day, count);
  }
  return ticks;
}

/** The start of the period of so many months that a day lies in, counted from the year 0. */
function monthStart(day: string, count: number): string {
  const [year, month] = day.split('-').map(Number) as [number, number];
  const index = Math.max(12_000, Math.floor((year * 12 + month - 1) / count) * count);
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`;
}

function groupsOf(
  { unit, count }: Step,
  from: string,
  to: string,
  perDay: number,
  size: number,
  months: DocumentTimeline['months'],
): readonly Tick[] {
  if (count >= 12 && unit === 'month') return [];
  const length = unit === 'day' ? 1 : 12;
  const groups: Tick[] = [];
  for (let day = monthStart(from, length); day <= to; day = addMonths(day, length)) {
    const begin = day < from ? from : day;
    const next = addMonths(day, length);
    const room = daysBetween(begin, next > to ? to : next) * perDay - 0.8;
    const month = months[Number(day.slice(5, 7)) - 1]!;
    const year = day.slice(0, 4);
    const names = unit === 'day' ? [`${month.long} ${year}`, month.short] : [year];
    const label = names.find((name) => textWidth(name, size, 'bold') <= room) ?? '';
    groups.push({ day: begin, label });
  }
  return groups;
}
