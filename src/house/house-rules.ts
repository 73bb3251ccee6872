// `rules:` of a configuration: how heavy each rule weighs in this house, or that it is not asked.
// Part of reading a house; an error stays an error.

import { closest } from '../base/closest.ts';
import type { House } from '../model/house.ts';
import type { LocatedEntry } from '../model/located.ts';
import { type Known, mapUnder, type Report } from './house-parts.ts';

const weights = ['error', 'warning', 'advice', 'off'] as const;

/** Returns the weights that can be used; reports the others. */
export function readRules(entry: LocatedEntry, known: Known, report: Report): House['rules'] {
  const found: Record<string, (typeof weights)[number]> = {};
  const ids = known.rules.map(({ id }) => id);
  const map = mapUnder(entry, 'rules: { branding-no-credit-line: off }', report);
  for (const { key, keySpan, value } of map?.entries ?? []) {
    const path = ['rules', key];
    const rule = known.rules.find(({ id }) => id === key);
    if (!rule) {
      const near = closest(key, ids);
      const hint = near ? `Did you mean \`${near}\`?` : '`pactwright rules` lists them all.';
      const message = `There is no rule \`${key}\` in the checklist.`;
      report('config/unknown-rule', { span: keySpan }, path, message, hint);
      continue;
    }
    const written = value.kind === 'scalar' ? value.text : '';
    const weight = weights.find((each) => each === written);
    if (!weight) {
      const near = closest(written, weights);
      const what =
        written === '' ? 'A rule weighs one word' : `"${written}" is no weight of a rule`;
      const hint = near ? `Did you mean \`${near}\`?` : `Write ${weights.join(', ')}.`;
      report('config/unknown-choice', value, path, `${what}.`, hint);
      continue;
    }
    if (rule.severity === 'error' && weight !== 'error') {
      const message = `\`${key}\` is an error and stays one: it cannot be ${weight === 'off' ? 'switched off' : `lowered to ${weight}`}.`;
      const hint = 'Take this line out. Warnings and advice can be lowered.';
      report('config/lowered-error', value, path, message, hint);
      continue;
    }
    found[key] = weight;
  }
  return found;
}
