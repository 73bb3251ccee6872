// Located data to an Agreement: the last step of reading. Every problem is a `schema/*`
// diagnostic at its place; there is no agreement while one of them is an error. Never throws.

import type { Diagnostic } from '../base/diagnostic.ts';
import { positionAt } from '../base/source.ts';
import type { Agreement } from '../model/agreement.ts';
import { type Located, nodeAt } from '../model/located.ts';
import { agreementPlan } from '../model/plan.ts';
import { currencyDecimals } from './amounts.ts';
import { checkWhole } from './checks.ts';
import { type Context, collector } from './context.ts';
import { partnerKeys } from './partner-keys.ts';
import { readValue } from './read-value.ts';

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
  const context = makeContext(located, report);
  const start = { ...located.span, end: located.span.start };
  const value = readValue(agreementPlan, located, [], start, context);
  checkWhole(located, context);
  const repaired = located.kind === 'map' && located.repaired === true;
  if (repaired || diagnostics.some(({ severity }) => severity === 'error')) return { diagnostics };
  // That a value read without an error is an agreement is what test/spec/agrees.test.ts shows.
  return { agreement: value as unknown as Agreement, diagnostics };
}

function makeContext(root: Located, report: Context['report']): Context {
  const node = nodeAt(root, ['resources', 'budget', 'currency']);
  const currency = node?.kind === 'scalar' && node.text !== '' ? node.text : undefined;
  return {
    report,
    partners: partnerKeys(root),
    currency,
    decimals: currency === undefined ? usualDecimals : currencyDecimals(currency),
    ids: new Map(),
    line: (span) => positionAt(span.source, span.start).line,
  };
}
