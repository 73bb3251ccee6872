// "month", "every 6 weeks": how often something happens, as a count of days or months.
// The only reader of frequencies; spec/ refuses what this cannot read.

import { addDays, addMonths } from './days.ts';

/** A step through the calendar. */
export interface Frequency {
  readonly count: number;
  readonly unit: 'day' | 'month';
  /** The word as the spec has it, for the paper: unit in the spec's terms with its count. */
  readonly every: { readonly count: number; readonly unit: FrequencyUnit };
}

/** The units of the spec. */
export type FrequencyUnit = 'day' | 'week' | 'fortnight' | 'month' | 'quarter' | 'year';

const units: Readonly<Record<FrequencyUnit, { count: number; unit: 'day' | 'month' }>> = {
  day: { count: 1, unit: 'day' },
  week: { count: 7, unit: 'day' },
  fortnight: { count: 14, unit: 'day' },
  month: { count: 1, unit: 'month' },
  quarter: { count: 3, unit: 'month' },
  year: { count: 12, unit: 'month' },
};

/** The words for units, for messages. */
export const frequencyUnits = Object.keys(units) as readonly FrequencyUnit[];

const numbers = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

/** Reads a frequency, or returns `undefined`: a unit, or "every" with an optional number up to 999 and a unit. */
export function readFrequency(text: string): Frequency | undefined {
  const match = /^(?:every\s+)?(?:(\d{1,3}|[a-z]+)\s+)?([a-z]+)$/i.exec(text.trim());
  if (!match) return undefined;
  const [, amount, word] = match;
  const bare = word!.toLowerCase();
  const unit = (bare in units ? bare : bare.replace(/s$/, '')) as FrequencyUnit;
  if (!(unit in units)) return undefined;
  const count = amount === undefined ? 1 : readNumber(amount.toLowerCase());
  if (!count || (amount !== undefined && !/^every\s/i.test(text.trim()))) return undefined;
  const step = units[unit];
  return { count: step.count * count, unit: step.unit, every: { count, unit } };
}

function readNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  if (text === 'other') return 2;
  return numbers.indexOf(text) + 1;
}

/** Returns the days from `first` to `last`, both included, at this frequency; at most `limit` of them. */
export function occurrences(
  frequency: Frequency,
  first: string,
  last: string,
  limit = 4000,
): readonly string[] {
  const days: string[] = [];
  for (let index = 0; index < limit; index += 1) {
    const step = index * frequency.count;
    const day = frequency.unit === 'day' ? addDays(first, step) : addMonths(first, step);
    if (day > last) break;
    days.push(day);
  }
  return days;
}
