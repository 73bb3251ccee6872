// Runs rules on an agreement: levels, escalation, waivers, and how each rule and element stands.
// Knows no rule by name.

import type { Severity } from '../base/diagnostic.ts';
import type { Agreement } from '../model/agreement.ts';
import type { Facts } from '../model/facts.ts';
import { type House, noHouse } from '../model/house.ts';
import { type Element, elements, type Found, type Level, levels, type Rule } from './rule.ts';
import { type Settings, settingsOf } from './settings.ts';
import { type Acceptance, type CommentWaiver, waiverBook } from './waivers.ts';

/** How a rule or element stands. */
export type State = 'covered' | 'partly' | 'missing' | 'waived' | 'not relevant';

/** How to run the checklist. */
export interface ChecklistOptions {
  /** Whether the paper is to be signed as it is; default: the status in the spec. */
  readonly final?: boolean;
  /** What the organisation has set for all of its agreements. */
  readonly house?: House;
  /** Waivers in comments of the source, in its order. */
  readonly comments?: readonly CommentWaiver[];
}

/** Something open, or accepted by a waiver. */
export interface ChecklistFinding extends Found {
  /** The id of the rule. */
  readonly rule: string;
  readonly element: Element;
  /** As the house weighs it, and after escalation. */
  readonly severity: Severity;
  /** The question to settle. */
  readonly hint: string;
  readonly waived: boolean;
  readonly waiver?: Acceptance;
  /** For a finding about a comment: its index in `ChecklistOptions.comments`; `path` is then empty. */
  readonly comment?: number;
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
  const { house = noHouse, comments = [] } = options;
  const level = agreement.level ?? house.level ?? 'standard';
  const final = options.final ?? agreement.status === 'final';
  const settings = settingsOf(options.house);
  const book = waiverBook(agreement.waivers ?? [], comments);
  const findings: ChecklistFinding[] = [];
  const states: RuleState[] = [];

  for (const rule of rules) {
    const { id, element } = rule;
    const weight = weightIn(house, rule);
    const reason = irrelevant(rule, level, agreement, facts, settings);
    if (reason !== undefined) {
      // What the house has switched off is not asked even where there is something to ask about.
      const why = weight === 'off' ? switchedOff : reason;
      states.push({ rule: id, element, state: 'not relevant', reason: why });
      continue;
    }
    const { passed, findings: found, elsewhere = 0 } = rule.check(agreement, facts, settings);
    const made = found.flatMap((each): ChecklistFinding[] => {
      const severity = severityOf(rule, each, weight, final);
      if (severity === 'off') return [];
      const waiver = book.accept(id, severity, each);
      const waived = waiver !== undefined;
      const base = { ...each, rule: id, element, severity, hint: rule.asks, waived };
      return [waiver ? { ...base, waiver } : base];
    });
    if (weight === 'off' && made.length === 0) {
      states.push({ rule: id, element, state: 'not relevant', reason: switchedOff });
      continue;
    }
    findings.push(...made);
    const open = made.filter(({ waived }) => !waived).length + elsewhere;
    states.push({
      rule: id,
      element,
      state: stateOf(passed, open, made.length - open + elsewhere),
    });
  }

  const ids = rules.map(({ id }) => id);
  const silent = (id: string): string | undefined => states.find(({ rule }) => rule === id)?.reason;
  for (const { record, found, comment } of book.findings(ids, silent)) {
    const { id: rule, element, severity, asks: hint } = record;
    const base = { ...found, rule, element, severity, hint, waived: false };
    findings.push(comment === undefined ? base : { ...base, comment });
  }
  const light = new Set(
    rules.filter((rule) => weightIn(house, rule) === 'advice').map(({ id }) => id),
  );
  const weighty = states.filter(
    ({ rule }) =>
      !light.has(rule) || findings.some((each) => each.rule === rule && each.severity !== 'advice'),
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

/** The reason why a rule is not relevant that the house does not want to hear of. */
const switchedOff = 'the house has switched it off';

/** What a rule weighs in this house; a rule that is an error stays one, whatever the house says. */
function weightIn(house: House, rule: Rule): Severity | 'off' {
  if (rule.severity === 'error') return 'error';
  return Object.hasOwn(house.rules, rule.id) ? house.rules[rule.id]! : rule.severity;
}

/** What has become an error in this agreement stays one; all else weighs what the house says. */
function severityOf(
  rule: Rule,
  found: Found,
  weight: Severity | 'off',
  final: boolean,
): Severity | 'off' {
  if (rule.escalate?.final && final) return 'error';
  return found.severity === 'error' ? 'error' : weight;
}

function irrelevant(
  rule: Rule,
  level: Level,
  agreement: Agreement,
  facts: Facts,
  settings: Settings,
): string | undefined {
  if (levels.indexOf(level) < levels.indexOf(rule.level)) {
    return `it is asked from level ${rule.level} on`;
  }
  const answer = rule.applies(agreement, facts, settings);
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
