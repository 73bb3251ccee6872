// The canonical form of an agreement: what was agreed, whatever the YAML looked like. The order of fixed
// fields does not count, the order of partners and lists does; comments are not in it.

import type { Path } from '../base/source.ts';
import type { Agreement } from '../model/agreement.ts';
import { agreementPlan, type Field, type FieldsPlan, type Plan } from '../model/plan.ts';

/**
 * Returns the canonical form as JSON text: fields sorted by name, maps with keys of the partners' own
 * as lists of pairs. `status: draft` is what holds without it, so it is left out.
 */
export function canonicalText(agreement: Agreement): string {
  const { status, ...rest } = agreement;
  const said = status === 'final' ? agreement : rest;
  return JSON.stringify(canonical(said, agreementPlan));
}

function canonical(value: unknown, plan: Plan): unknown {
  if (plan.kind === 'list' && Array.isArray(value)) {
    return value.map((item) => canonical(item, plan.item));
  }
  if (typeof value !== 'object' || value === null) return value;
  const fields = value as Readonly<Record<string, unknown>>;
  if (plan.kind === 'record') {
    const keys = Object.keys(fields).filter((key) => fields[key] !== undefined);
    return keys.map((key) => [key, canonical(fields[key], plan.item)]);
  }
  if (plan.kind !== 'fields') return value;
  // The plan knows every field that an agreement can have.
  const sorted: Record<string, unknown> = {};
  for (const [key, field] of sortedFields(plan)) {
    const own = fields[key];
    if (own !== undefined) sorted[key] = canonical(own, field.plan);
  }
  return sorted;
}

const fieldsOf = new WeakMap<FieldsPlan, readonly (readonly [string, Field])[]>();

function sortedFields(plan: FieldsPlan): readonly (readonly [string, Field])[] {
  const known = fieldsOf.get(plan);
  if (known) return known;
  const sorted = [...plan.fields].sort(([a], [b]) => (a < b ? -1 : 1));
  fieldsOf.set(plan, sorted);
  return sorted;
}

/** Something about a part of an agreement. */
interface About {
  readonly path: Path;
  readonly code: string;
  readonly message: string;
}

/**
 * Sorts findings by the order of the fields in the format, of partners and of lists: the same
 * agreement lists them the same way however its file is laid out.
 */
export function inAgreementOrder<Item extends About>(
  items: readonly Item[],
  agreement: Agreement,
): readonly Item[] {
  const keyed = items.map((item) => ({ item, key: orderOf(item.path, agreement) }));
  const plain = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  keyed.sort(
    (a, b) =>
      compareKeys(a.key, b.key) ||
      plain(a.item.code, b.item.code) ||
      plain(a.item.message, b.item.message),
  );
  return keyed.map(({ item }) => item);
}

function orderOf(path: Path, agreement: Agreement): readonly number[] {
  let plan: Plan | undefined = agreementPlan;
  let value: unknown = agreement;
  return path.map((step) => {
    const own = value;
    value = (own as Readonly<Record<string | number, unknown>> | undefined)?.[step];
    if (typeof step === 'number') {
      plan = plan?.kind === 'list' ? plan.item : undefined;
      return step;
    }
    if (plan?.kind === 'fields') {
      const at = [...plan.fields.keys()].indexOf(step);
      plan = plan.fields.get(step)?.plan;
      return at;
    }
    plan = plan?.kind === 'record' ? plan.item : undefined;
    return Object.keys(own ?? {}).indexOf(step);
  });
}

function compareKeys(a: readonly number[], b: readonly number[]): number {
  for (let at = 0; at < Math.min(a.length, b.length); at += 1) {
    if (a[at] !== b[at]) return a[at]! - b[at]!;
  }
  return a.length - b.length;
}
