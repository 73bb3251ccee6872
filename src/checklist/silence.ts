// Stretches of a term in which nothing at all is planned.
// Part of the element communication; a pure look at days.

import type { Agreement } from '../model/agreement.ts';
import { daysBetween } from '../model/days.ts';
import { occurrences, readFrequency } from '../model/frequency.ts';
import { datedItems, termOf } from './term.ts';
import type { Thresholds } from './thresholds.ts';

/** A stretch between two days on which something happens, or the ends of the term. */
export interface Silence {
  readonly from: string;
  readonly to: string;
}

/** How many days of recurring things are looked at in all: far more than any plan, but an end. */
const mostDays = 100_000;

/** Returns the stretches that are too long; what recurs without a first day runs from the start. */
export function silences(
  agreement: Agreement,
  { silenceDays, silenceShare }: Thresholds,
): readonly Silence[] {
  const { start, last, days } = termOf(agreement);
  const busy = new Set([start, last, ...datedItems(agreement).map(({ date }) => date)]);
  const recurring = [
    ...(agreement.schedule?.meetings ?? []).map(({ every, first }) => ({ every, first })),
    ...(agreement.communication?.updates ?? []).map(({ every }) => ({ every, first: undefined })),
    ...(agreement.roles ?? []).map(({ every }) => ({ every, first: undefined })),
  ];
  const different = new Map(recurring.map((each) => [`${each.every} ${each.first}`, each]));
  let looked = 0;
  for (const { every, first } of different.values()) {
    const frequency = every === undefined ? undefined : readFrequency(every);
    if (!frequency || looked > mostDays) continue;
    const found = occurrences(frequency, first ?? start, last);
    looked += found.length;
    for (const day of found) busy.add(day);
  }
  const inside = [...busy].filter((day) => day >= start && day <= last).sort();
  const found: Silence[] = [];
  inside.forEach((to, index) => {
    const from = inside[index - 1];
    if (from === undefined) return;
    const gap = daysBetween(from, to);
    if (gap > silenceDays && gap > days * silenceShare) found.push({ from, to });
  });
  return found;
}
