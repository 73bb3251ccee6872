// The checklist: all rules in order, and how to run them.
// The door of this room; nothing outside imports past it.

import type { Agreement } from '../model/agreement.ts';
import type { Facts } from '../model/facts.ts';
import { branding } from './branding.ts';
import { communication } from './communication.ts';
import { investment } from './investment.ts';
import type { Rule, RuleRecord } from './rule.ts';
import { type ChecklistOptions, type ChecklistResult, runRules } from './run.ts';
import { signing } from './signing.ts';
import { trust } from './trust.ts';
import { understanding } from './understanding.ts';
import { vision } from './vision.ts';
import { waiverRecords } from './waivers.ts';

export {
  allowedRecord,
  type Readiness,
  type ReadinessOptions,
  readiness,
} from './readiness.ts';
export type { Element, Fix, Found, Level, Rule, RuleRecord } from './rule.ts';
export { elements, levels } from './rule.ts';
export { elementTexts, exampleOf, rulesPage, sourceText } from './rules-page.ts';
export type {
  ChecklistFinding,
  ChecklistOptions,
  ChecklistResult,
  ElementState,
  RuleState,
  State,
} from './run.ts';
export { type Settings, settingsOf, standardSettings } from './settings.ts';
export { type Threshold, thresholds } from './thresholds.ts';
export type { CommentWaiver } from './waivers.ts';
export { type YamlValue, yamlText } from './wording.ts';

/** The rules, in the order of the checklist. */
export const rules: readonly Rule[] = [
  ...investment,
  ...trust,
  ...communication,
  ...understanding,
  ...vision,
  ...signing,
  ...branding,
];

/** Everything that a finding can be filed under: the rules, and those about waivers. */
export const records: readonly RuleRecord[] = [...rules, ...waiverRecords];

/** Runs the whole checklist on an agreement. */
export function runChecklist(
  agreement: Agreement,
  facts: Facts,
  options: ChecklistOptions = {},
): ChecklistResult {
  return runRules(rules, agreement, facts, options);
}

/** Returns what is known about a rule, or `undefined` for an id that there is none of. */
export function explainRule(id: string): RuleRecord | undefined {
  return records.find((record) => record.id === id);
}
