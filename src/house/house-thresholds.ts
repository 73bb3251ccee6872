// `thresholds:` of a configuration: numbers by name, each within what makes sense.
// Part of reading a house; knows no rule.

import { closest } from '../base/closest.ts';
import type { LocatedEntry } from '../model/located.ts';
import { type Known, mapUnder, type Report } from './house-parts.ts';

/** Returns the numbers that can be used; reports the others. */
export function readThresholds(
  entry: LocatedEntry,
  known: Known,
  report: Report,
): Readonly<Record<string, number>> {
  const found: Record<string, number> = {};
  const names = Object.keys(known.thresholds);
  const map = mapUnder(entry, 'thresholds: { noticeDays: 42 }', report);
  for (const { key, keySpan, value } of map?.entries ?? []) {
    const path = ['thresholds', key];
    if (!names.includes(key)) {
      const near = closest(key, names);
      const hint = near ? `Did you mean \`${near}\`?` : `Known are ${names.join(', ')}.`;
      const message = `There is no threshold \`${key}\`.`;
      report('config/unknown-threshold', { span: keySpan }, path, message, hint);
      continue;
    }
    const { least, most, whole } = known.thresholds[key]!;
    const number =
      value.kind === 'scalar' && typeof value.value === 'number' ? value.value : Number.NaN;
    if (number >= least && number <= most && (!whole || Number.isInteger(number))) {
      found[key] = number;
      continue;
    }
    const written = value.kind === 'scalar' && value.text !== '' ? `"${value.text}"` : 'This';
    const message = `${written} cannot be the threshold \`${key}\`.`;
    const hint = `Write a ${whole ? 'whole number' : 'number'} from ${least} to ${most}.`;
    report('config/bad-threshold', value, path, message, hint);
  }
  return found;
}
