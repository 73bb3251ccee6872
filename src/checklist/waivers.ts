// Waivers: findings that the partners looked at and accept, and the two rules about waivers themselves.
// Errors cannot be waived; a waiver that does nothing is reported, so that none lies about the paper.

import { distance } from 'fastest-levenshtein';
import type { Severity } from '../base/diagnostic.ts';
import type { Agreement } from '../model/agreement.ts';
import type { Found, RuleRecord } from './rule.ts';

/** A waiver as the spec has it. */
export type Waiver = NonNullable<Agreement['waivers']>[number];

/** Names a rule that the checklist does not have. */
export const waiverUnknownRule: RuleRecord = {
  id: 'waiver-unknown-rule',
  element: 'signing',
  level: 'simple',
  severity: 'warning',
  asks: 'Which finding do you mean to accept?',
  why: 'A waiver for a rule that does not exist accepts nothing.',
  source: ['own'],
};

/** Accepts nothing: what it was for is mended, is an error, or `at` fits no finding. */
export const waiverUnused: RuleRecord = {
  id: 'waiver-unused',
  element: 'signing',
  level: 'simple',
  severity: 'advice',
  asks: 'Is this waiver still needed?',
  why: 'A waiver for something that is in order makes readers look for what is wrong.',
  source: ['own'],
};

/** Returns true when the waiver accepts this finding of this rule. */
export function accepts(
  waiver: Waiver,
  rule: string,
  severity: Severity,
  names: readonly string[],
): boolean {
  if (waiver.rule !== rule || severity === 'error') return false;
  const { at } = waiver;
  if (at === undefined) return true;
  const wanted = at.trim().toLowerCase();
  return names.some((name) => name.toLowerCase() === wanted);
}

/** What became of one waiver. */
export interface WaiverUse {
  readonly index: number;
  readonly waiver: Waiver;
  /** How many findings it accepts. */
  readonly used: number;
  /** True when it fits a finding that is an error. */
  readonly metError: boolean;
  /** True when its rule does not speak at this level or about this agreement. */
  readonly silent?: string | undefined;
}

/** Returns the findings about waivers themselves, with the rule that each belongs to. */
export function waiverFindings(
  uses: readonly WaiverUse[],
  ruleIds: readonly string[],
): readonly { readonly record: RuleRecord; readonly found: Found }[] {
  return uses.flatMap(({ index, waiver, used, metError, silent }) => {
    const path = ['waivers', index, 'rule'];
    if (!ruleIds.includes(waiver.rule)) {
      const near = [...ruleIds].sort(
        (a, b) => distance(waiver.rule, a) - distance(waiver.rule, b),
      )[0];
      const close = near !== undefined && distance(waiver.rule, near) <= waiver.rule.length / 3;
      const message = `There is no rule "${waiver.rule}"${close ? `. Did you mean "${near}"?` : ' in the checklist.'}`;
      return [{ record: waiverUnknownRule, found: { path, message } }];
    }
    if (used > 0) return [];
    const place = waiver.at === undefined ? '' : ` at "${waiver.at}"`;
    const message = metError
      ? `The waiver of "${waiver.rule}"${place} accepts nothing: an error cannot be waived.`
      : silent
        ? `The waiver of "${waiver.rule}" accepts nothing: ${silent}.`
        : `The waiver of "${waiver.rule}"${place} accepts nothing: there is no such finding.`;
    return [{ record: waiverUnused, found: { path, message } }];
  });
}
