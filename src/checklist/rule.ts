// What a checklist rule is, as a record, and what it answers.
// Rules read an Agreement and Facts, and return paths; they know no YAML source, spans or output.

import type { Severity } from '../base/diagnostic.ts';
import type { Path } from '../base/source.ts';
import type { Agreement } from '../model/agreement.ts';
import type { Facts } from '../model/facts.ts';
import type { Settings } from './settings.ts';

/** The five elements of successful partnerships, then signing and branding, in this order. */
export const elements = [
  'investment',
  'trust',
  'communication',
  'understanding',
  'vision',
  'signing',
  'branding',
] as const;

/** A group of rules. */
export type Element = (typeof elements)[number];

/** How much the checklist asks, from least to most. */
export const levels = ['simple', 'standard', 'funded'] as const;

/** A level of the checklist. */
export type Level = (typeof levels)[number];

/** Something a rule found. */
export interface Found {
  /** The part of the agreement it is about, or the place where something is missing. */
  readonly path: Path;
  /** Inside the text at `path`: UTF-16 offsets, end exclusive. */
  readonly at?: { readonly start: number; readonly end: number };
  /** One sentence for a librarian, with the partner's or item's own name in it. */
  readonly message: string;
  /** Where it weighs more than the rule usually does; see `escalate`. */
  readonly severity?: Severity;
  /** Ids and names by which `waivers.at` can point at it. */
  readonly names?: readonly string[];
}

/** What a rule answers for one agreement. */
export interface Outcome {
  /** How many of its subjects are in order. */
  readonly passed: number;
  readonly findings: readonly Found[];
  /** Subjects not in order that an `asset/…` or `schema/…` diagnostic already reports: one fault, one code. */
  readonly elsewhere?: number;
}

/**
 * How to mend a finding: `yaml` is what to add at `at`. A map is merged in, lists grow by their items,
 * anything else takes the old value's place; a key with nothing after it is taken out.
 */
export interface Fix {
  readonly at: Path;
  readonly yaml: string;
  /** A second place that has to change with it. */
  readonly also?: Fix;
}

/** What is known about a rule without running it. */
export interface RuleRecord {
  readonly id: string;
  readonly element: Element;
  /** The lowest level that asks for it. */
  readonly level: Level;
  readonly severity: Severity;
  /** When a finding becomes an error: in words, and `final` if it is the paper's status. */
  readonly escalate?: { readonly when: string; readonly final?: true };
  /** What it looks at, in a few words. */
  readonly looks: string;
  /** The question to settle with the partner. */
  readonly asks: string;
  /** Why it matters, in one sentence. */
  readonly why: string;
  /** Where it comes from; "own" for a threshold or rule that is ours. */
  readonly source: readonly string[];
  /** Rules that may report too when the subject of this one is missing. */
  readonly company?: readonly string[];
}

/** A rule of the checklist. */
export interface Rule extends RuleRecord {
  /** Returns true, or the reason why the rule is not relevant here. */
  readonly applies: (agreement: Agreement, facts: Facts, settings: Settings) => true | string;
  readonly check: (agreement: Agreement, facts: Facts, settings: Settings) => Outcome;
  /** Returns YAML with this agreement's own keys and dates that mends the finding. */
  readonly fix: (agreement: Agreement, finding: Found, settings?: Settings) => Fix;
}

/** For rules that always apply. */
export const always = (): true => true;

/** Returns an outcome for a list of subjects: each in order (`undefined`) or with a finding. */
export function outcomeOf(results: readonly (Found | undefined)[]): Outcome {
  const findings = results.filter((each) => each !== undefined);
  return { passed: results.length - findings.length, findings };
}

/** Returns an outcome for a single subject. */
export function outcome(finding: Found | undefined): Outcome {
  return outcomeOf([finding]);
}
