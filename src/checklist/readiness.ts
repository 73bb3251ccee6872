// Whether a paper may be made with what is open: a final one, or a strict draft, may be refused.
// Looks at severities and waivers only; writes nothing and knows no rule by name.

import type { Diagnostic } from '../base/diagnostic.ts';
import type { Properties } from '../model/paper.ts';

/** What a build was asked to accept. */
export interface ReadinessOptions {
  /** A draft is refused for the same reasons as a final paper. */
  readonly strict?: boolean;
  /** Open warnings refuse nothing; a final paper records them. */
  readonly allowWarnings?: boolean;
}

/** How the paper is to be made. */
export interface Wanted extends ReadinessOptions {
  readonly status: 'draft' | 'final';
  /** What the spec says, where it was asked for otherwise. */
  readonly specStatus?: 'draft';
}

/** What follows from what is open. */
export interface Readiness {
  /** Why no paper is made, and what to do, for people. */
  readonly refused?: string;
  /** The codes of the open warnings of a final paper, each once, in the order of the spec. */
  readonly allowed: readonly string[];
}

/**
 * Decides from every finding that is neither settled nor waived: an error always refuses, a warning
 * unless it is allowed, advice never.
 */
export function readiness(
  diagnostics: readonly Pick<Diagnostic, 'code' | 'severity' | 'waived'>[],
  wanted: Wanted,
): Readiness {
  const open = diagnostics.filter(({ waived }) => !waived);
  const errors = open.filter(({ severity }) => severity === 'error').length;
  const warnings = open.filter(({ severity }) => severity === 'warning');
  const counted = wanted.allowWarnings ? 0 : warnings.length;
  const final = wanted.status === 'final';
  if ((final || wanted.strict) && errors + counted > 0) {
    return { refused: refusal(wanted, errors, counted), allowed: [] };
  }
  return { allowed: final ? [...new Set(warnings.map(({ code }) => code))] : [] };
}

function refusal({ status, specStatus }: Wanted, errors: number, warnings: number): string {
  const { why, otherwise } = wordsFor(status, specStatus);
  const counts = [counted(errors, 'error'), counted(warnings, 'warning')].filter(Boolean);
  const one = errors + warnings === 1;
  const it = one ? 'it' : 'them';
  const next =
    warnings === 0
      ? `Settle ${it}, or ${otherwise}.`
      : errors > 0
        ? `Settle the ${errors === 1 ? 'error' : 'errors'}, settle or waive the ${warnings === 1 ? 'warning' : 'warnings'}, or ${otherwise}.`
        : `Settle or waive ${it}, ${otherwise}, or allow ${it} with --allow-warnings${status === 'final' ? ', which the files record' : ''}.`;
  return `${why}, but ${counts.join(' and ')} ${one ? 'is' : 'are'} open; nothing was made. ${next}`;
}

function wordsFor(
  status: Wanted['status'],
  specStatus: Wanted['specStatus'],
): { readonly why: string; readonly otherwise: string } {
  if (status === 'draft') {
    return {
      why: '--strict was given',
      otherwise: 'build without --strict, for a draft that lists what is open',
    };
  }
  return specStatus === 'draft'
    ? { why: '--final was given', otherwise: 'build a draft without --final' }
    : { why: 'It says `status: final`', otherwise: 'write `status: draft`' };
}

function counted(count: number, noun: string): string {
  return count === 0 ? '' : `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** Word shows no more characters than this of a text property. */
const mostCharacters = 255;

/** Returns the properties in which a file records the warnings it was made final with. */
export function allowedRecord(allowed: readonly string[]): NonNullable<Properties['custom']> {
  const values: string[] = [];
  for (const code of allowed) {
    const last = values.at(-1);
    const longer = last === undefined ? code : `${last}, ${code}`;
    if (last === undefined || longer.length > mostCharacters) values.push(code);
    else values[values.length - 1] = longer;
  }
  return values.map((value, index) => ({
    name: index === 0 ? 'Allowed warnings' : `Allowed warnings ${index + 1}`,
    value,
  }));
}
