// How often, as people say it: "weekly", "2 weeks", "biweekly". For hints only; what a spec may
// say is model/frequency.ts's business.

import { closest } from '../base/closest.ts';
import { frequencyUnits, readFrequency } from '../model/frequency.ts';

const sayings: Readonly<Record<string, string>> = {
  daily: 'day',
  weekly: 'week',
  biweekly: 'fortnight',
  fortnightly: 'fortnight',
  bimonthly: 'every 2 months',
  monthly: 'month',
  quarterly: 'quarter',
  annual: 'year',
  annually: 'year',
  yearly: 'year',
  biannually: 'every 6 months',
  'twice a year': 'every 6 months',
  'half-yearly': 'every 6 months',
  'every second week': 'fortnight',
};

/** Returns the frequency that a text most likely means, written as a spec has it. */
export function suggestFrequency(text: string): string | undefined {
  const said = text.trim().toLowerCase().replace(/\s+/g, ' ');
  if (Object.hasOwn(sayings, said)) return sayings[said];
  for (const attempt of [`every ${said}`, said.replace(/^(?:once )?(?:a|an|per|each) /, '')]) {
    if (readFrequency(attempt)) return attempt;
  }
  return closest(
    said,
    [...frequencyUnits, ...Object.keys(sayings)].filter((word) => word !== said),
  )?.replace(/^.*$/, (word) => sayings[word] ?? word);
}
