// Waivers: findings that the partners looked at and accept, in the spec or in a comment above a line,
// and the rules about waivers themselves. Errors cannot be waived; a waiver that does nothing is
// reported, so that none lies about the paper.

import { closest } from '../base/closest.ts';
import type { Severity } from '../base/diagnostic.ts';
import type { Agreement } from '../model/agreement.ts';
import type { Found, RuleRecord } from './rule.ts';

/** A waiver as the spec has it. */
export type Waiver = NonNullable<Agreement['waivers']>[number];

/** A waiver in a comment: `# pactwright-ignore-next-line rule-id by NAME: reason`. */
export interface CommentWaiver {
  readonly rule?: string;
  readonly by?: string;
  readonly reason?: string;
  /** Returns true when the finding stands on the line that the comment is for. */
  readonly covers: (found: Found) => boolean;
}

/** Names a rule that the checklist does not have. */
export const waiverUnknownRule: RuleRecord = {
  id: 'waiver-unknown-rule',
  element: 'signing',
  level: 'simple',
  severity: 'warning',
  looks: 'waivers and ignore comments: the rule they name',
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
  looks: 'waivers and ignore comments: whether they still accept something',
  asks: 'Is this waiver still needed?',
  why: 'A waiver for something that is in order makes readers look for what is wrong.',
  source: ['own'],
};

/** A comment that does not say what is accepted, by whom or why; it accepts nothing. */
export const waiverIncomplete: RuleRecord = {
  id: 'waiver-incomplete',
  element: 'signing',
  level: 'simple',
  severity: 'warning',
  looks: 'ignore comments: rule, name and reason',
  asks: 'Who accepts this finding, and why?',
  why: 'A finding that nobody answers for is not accepted, only hidden.',
  source: ['own'],
};

/** The records about waivers. */
export const waiverRecords: readonly RuleRecord[] = [
  waiverUnknownRule,
  waiverUnused,
  waiverIncomplete,
];

/** Who accepted a finding, and why. */
export interface Acceptance {
  readonly reason: string;
  readonly by: string;
}

/** Something found about a waiver itself; `comment` is the index of the comment it is about. */
export interface WaiverFinding {
  readonly record: RuleRecord;
  readonly found: Found;
  readonly comment?: number;
}

/** The waivers of one run: asked about each finding, then about themselves. */
export interface WaiverBook {
  /** Returns who accepts a finding of a rule, or `undefined`; remembers that it was asked. */
  accept(rule: string, severity: Severity, found: Found): Acceptance | undefined;
  /** Returns what is wrong with the waivers; `silent` gives the reason why a rule did not speak. */
  findings(
    ruleIds: readonly string[],
    silent: (rule: string) => string | undefined,
  ): readonly WaiverFinding[];
}

interface Entry {
  readonly rule: string;
  readonly acceptance: Acceptance;
  readonly fits: (found: Found) => boolean;
  /** Where the waiver narrows what it is for, in words. */
  readonly place: string;
  readonly what: 'waiver' | 'comment';
  readonly index: number;
  used: boolean;
  metError: boolean;
}

/** Opens the book on the waivers of the spec and of its comments. */
export function waiverBook(
  waivers: readonly Waiver[],
  comments: readonly CommentWaiver[],
): WaiverBook {
  const entries = [...waivers.map(entryOf), ...comments.flatMap(commentEntry)];
  return {
    accept: (rule, severity, found) => {
      let accepted: Acceptance | undefined;
      for (const entry of entries) {
        if (entry.rule !== rule || !entry.fits(found)) continue;
        if (severity === 'error') entry.metError = true;
        else {
          entry.used = true;
          accepted ??= entry.acceptance;
        }
      }
      return accepted;
    },
    findings: (ruleIds, silent) => [
      ...entries.flatMap((entry) => entryFindings(entry, ruleIds, silent)),
      ...comments.flatMap(incomplete),
    ],
  };
}

function entryOf(waiver: Waiver, index: number): Entry {
  const { rule, at, reason, by } = waiver;
  const wanted = at?.trim().toLowerCase();
  return {
    rule,
    acceptance: { reason, by },
    fits: ({ names = [] }) =>
      wanted === undefined || names.some((name) => name.toLowerCase() === wanted),
    place: at === undefined ? '' : ` at "${at}"`,
    what: 'waiver',
    index,
    used: false,
    metError: false,
  };
}

function commentEntry({ rule, by, reason, covers }: CommentWaiver, index: number): Entry[] {
  if (rule === undefined || by === undefined || reason === undefined) return [];
  return [
    {
      rule,
      acceptance: { reason, by },
      fits: covers,
      place: ' on the next line',
      what: 'comment',
      index,
      used: false,
      metError: false,
    },
  ];
}

function entryFindings(
  entry: Entry,
  ruleIds: readonly string[],
  silent: (rule: string) => string | undefined,
): readonly WaiverFinding[] {
  const { rule, place, index, what } = entry;
  const about = (record: RuleRecord, message: string): WaiverFinding[] =>
    what === 'waiver'
      ? [{ record, found: { path: ['waivers', index, 'rule'], message } }]
      : [{ record, found: { path: [], message }, comment: index }];
  if (!ruleIds.includes(rule)) {
    const near = closest(rule, ruleIds);
    const end = near === undefined ? ' in the checklist.' : `. Did you mean "${near}"?`;
    return about(waiverUnknownRule, `There is no rule "${rule}"${end}`);
  }
  if (entry.used) return [];
  const reason = silent(rule);
  const end = entry.metError
    ? `${place} accepts nothing: an error cannot be waived.`
    : reason !== undefined
      ? ` accepts nothing: ${reason}.`
      : `${place} accepts nothing: there is no such finding.`;
  return about(waiverUnused, `The waiver of "${rule}"${end}`);
}

const commentForm = 'Write: # pactwright-ignore-next-line rule-id by NAME: reason.';

function incomplete(
  { rule, by, reason }: CommentWaiver,
  comment: number,
): readonly WaiverFinding[] {
  const missing = [
    ...(rule === undefined ? ['which rule it is for'] : []),
    ...(by === undefined ? ['who accepts the finding'] : []),
    ...(reason === undefined ? ['why'] : []),
  ];
  if (missing.length === 0) return [];
  const words =
    missing.length < 2
      ? missing.join('')
      : `${missing.slice(0, -1).join(', ')} and ${missing.at(-1)}`;
  const message = `This comment accepts nothing: it does not say ${words}. ${commentForm}`;
  return [{ record: waiverIncomplete, found: { path: [], message }, comment }];
}
