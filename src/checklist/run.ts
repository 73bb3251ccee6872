// Runs rules on an agreement: levels, escalation, waivers, and how each rule and element stands.
// Knows no rule by name.

import type { Severity } from '../base/diagnostic.ts';
import type { Agreement } from '../model/agreement.ts';
import type { Facts } from '../model/facts.ts';
import { type Element, elements, type Found, type Level, levels, type Rule } from './rule.ts';
import { accepts, type WaiverUse, waiverFindings } from './waivers.ts';

/** How a rule or element stands. */
export type State = 'covered' | 'partly' | 'missing' | 'waived' | 'not relevant';

/** How to run the checklist. */
export interface ChecklistOptions {
  /** Whether the paper is to be signed as it is; default: the status in the spec. */
  readonly final?: boolean;
}

/** Something open, or accepted by a waiver. */
export interface ChecklistFinding extends Found {
  /** The id of the rule. */
  readonly rule: string;
  readonly element: Element;
  /** After escalation. */
  readonly severity: Severity;
  /** The question to settle. */
  readonly hint: string;
  readonly waived: boolean;
  readonly waiver?: { readonly reason: string; readonly by: string };
}

/** How one rule came out. */
export interface RuleState {
  readonly rule: string;
  readonly element: Element;
  readonly state: State;
  /** Why it is not relevant. */
  readonly reason?: string;
}

/** How one element came out. */
export interface ElementState {
  readonly element: Element;
  readonly state: State;
}

/** How an agreement came out. */
export interface ChecklistResult {
  readonly level: Level;
  /** In the order of the checklist, within a rule in the order of the agreement. */
  readonly findings: readonly ChecklistFinding[];
  readonly rules: readonly RuleState[];
  readonly elements: readonly ElementState[];
}

/** Runs rules in order. */
export function runRules(
  rules: readonly Rule[],
  agreement: Agreement,
  facts: Facts,
  options: ChecklistOptions,
): ChecklistResult {
  const level = agreement.level ?? 'standard';
  const final = options.final ?? agreement.status === 'final';
  const waivers = agreement.waivers ?? [];
  const used = waivers.map(() => 0);
  const metError = waivers.map(() => false);
  const findings: ChecklistFinding[] = [];
  const states: RuleState[] = [];

  for (const rule of rules) {
    const { id, element } = rule;
    const reason = irrelevant(rule, level, agreement, facts);
    if (reason !== undefined) {
      states.push({ rule: id, element, state: 'not relevant', reason });
      continue;
    }
    const { passed, findings: found, elsewhere = 0 } = rule.check(agreement, facts);
    const made = found.map((each): ChecklistFinding => {
      const severity = rule.escalate?.final && final ? 'error' : (each.severity ?? rule.severity);
      let accepted: (typeof waivers)[number] | undefined;
      waivers.forEach((waiver, index) => {
        if (accepts(waiver, id, severity, each.names ?? [])) {
          used[index] = (used[index] ?? 0) + 1;
          accepted ??= waiver;
        } else if (accepts(waiver, id, 'warning', each.names ?? [])) metError[index] = true;
      });
      const waiver = accepted && { reason: accepted.reason, by: accepted.by };
      return {
        ...each,
        rule: id,
        element,
        severity,
        hint: rule.asks,
        waived: waiver !== undefined,
        ...(waiver ? { waiver } : {}),
      };
    });
    findings.push(...made);
    const open = made.filter(({ waived }) => !waived).length + elsewhere;
    states.push({
      rule: id,
      element,
      state: stateOf(passed, open, made.length - open + elsewhere),
    });
  }

  const uses = waivers.map((waiver, index): WaiverUse => {
    const state = states.find(({ rule }) => rule === waiver.rule);
    return { index, waiver, used: used[index]!, metError: metError[index]!, silent: state?.reason };
  });
  for (const { record, found } of waiverFindings(
    uses,
    rules.map(({ id }) => id),
  )) {
    const { id: rule, element, severity, asks: hint } = record;
    findings.push({ ...found, rule, element, severity, hint, waived: false });
  }
  const severities = new Map(rules.map(({ id, severity }) => [id, severity]));
  const weighty = states.filter(
    ({ rule }) =>
      severities.get(rule) !== 'advice' ||
      findings.some((each) => each.rule === rule && each.severity !== 'advice'),
  );
  return {
    level,
    findings,
    rules: states,
    elements: elements.map((element) => ({
      element,
      state: elementState(weighty.filter((each) => each.element === element)),
    })),
  };
}

function irrelevant(
  rule: Rule,
  level: Level,
  agreement: Agreement,
  facts: Facts,
): string | undefined {
  if (levels.indexOf(level) < levels.indexOf(rule.level)) {
    return `it is asked from level ${rule.level} on`;
  }
  const answer = rule.applies(agreement, facts);
  return answer === true ? undefined : answer;
}

/** Waived findings count as settled, but not as in order. */
function stateOf(passed: number, open: number, waived: number): State {
  if (open > 0) return passed + waived > 0 ? 'partly' : 'missing';
  return waived > 0 ? 'waived' : 'covered';
}

/** An element stands as its errors and warnings stand together; advice does not count. */
function elementState(states: readonly RuleState[]): State {
  const asked = states.filter(({ state }) => state !== 'not relevant');
  if (asked.length === 0) return 'not relevant';
  if (asked.every(({ state }) => state === 'missing')) return 'missing';
  if (asked.some(({ state }) => state === 'missing' || state === 'partly')) return 'partly';
  return asked.some(({ state }) => state === 'waived') ? 'waived' : 'covered';
}
