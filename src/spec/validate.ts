// Located data to an Agreement: the last step of reading. Every problem is a `schema/*`
// diagnostic at its place; there is no agreement while one of them is an error. Never throws.

import { type Diagnostic, placeText } from '../base/diagnostic.ts';
import { positionAt, type Span } from '../base/source.ts';
import type { Agreement } from '../model/agreement.ts';
import { type Located, nodeAt } from '../model/located.ts';
import { agreementPlan } from '../model/plan.ts';
import { currencyDecimals, type Money } from './amounts.ts';
import { checkWhole } from './checks.ts';
import { type Context, collector } from './context.ts';
import { partnerKeys } from './partner-keys.ts';
import { readValue } from './read-value.ts';
import { unknownPartners } from './unknown-partners.ts';

/** An agreement, absent when there is an error, and the problems. */
export interface Validated {
  readonly agreement?: Agreement;
  readonly diagnostics: readonly Diagnostic[];
}

/** Decimals where no currency is given: those of most currencies (ISO 4217). */
const usualDecimals = 2;

/** Validates a spec. What was read from a text with errors never becomes an agreement. */
export function validate(located: Located): Validated {
  const { report, diagnostics } = collector();
  const strangers = unknownPartners();
  const context = { ...makeContext(located, report), unknownPartner: strangers.add };
  const start = { ...located.span, end: located.span.start };
  const value = readValue(agreementPlan, located, [], start, context);
  checkWhole(located, context);
  strangers.report(report);
  const repaired = located.kind === 'map' && located.repaired === true;
  if (repaired || diagnostics.some(({ severity }) => severity === 'error')) return { diagnostics };
  // That a value read without an error is an agreement is what test/spec/agrees.test.ts shows.
  return { agreement: value as unknown as Agreement, diagnostics };
}

/** Returns the currency of a spec and its decimals; `instead` is one that takes its place. */
export function moneyOf(root: Located, instead?: string): Money {
  const node = nodeAt(root, ['resources', 'budget', 'currency']);
  const own = node?.kind === 'scalar' && node.text !== '' ? node.text : undefined;
  const currency = instead ?? own;
  const decimals = currency === undefined ? usualDecimals : currencyDecimals(currency);
  return { currency, decimals };
}

function makeContext(root: Located, report: Context['report']): Omit<Context, 'unknownPartner'> {
  return {
    report,
    partners: partnerKeys(root),
    ...moneyOf(root),
    ids: new Map(),
    where,
  };
}

function where(other: Span, from: Span): string {
  if (other.source.name !== from.source.name || other.source.row) return `at ${placeText(other)}`;
  return `in line ${positionAt(other.source, other.start).line}`;
}
