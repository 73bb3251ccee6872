// Every text of an agreement that people wrote, with its path: what the rules that read prose read.
// Leaves out ids, keys, files and words from fixed lists, and the waivers.

import type { Path } from '../base/source.ts';
import type { Agreement } from '../model/agreement.ts';
import { agreementPlan, type Plan } from '../model/plan.ts';

/** A text at its place. */
export interface PlacedText {
  readonly path: Path;
  readonly text: string;
  /** True for prose, which may have several paragraphs. */
  readonly prose: boolean;
}

/** Fields that hold codes and ids although they are text. */
const codes = new Set(['kind', 'language', 'currency', 'after', 'rule', 'waivers']);

const known = new WeakMap<Agreement, readonly PlacedText[]>();

/** Returns all texts in the order of the schema; computed once for each agreement. */
export function textsOf(agreement: Agreement): readonly PlacedText[] {
  const before = known.get(agreement);
  if (before) return before;
  const texts: PlacedText[] = [];
  visit(agreementPlan, agreement, [], texts);
  known.set(agreement, texts);
  return texts;
}

function visit(plan: Plan, value: unknown, path: Path, texts: PlacedText[]): void {
  if (value === undefined || value === null) return;
  if (plan.kind === 'leaf') {
    const { leaf } = plan;
    if (typeof value === 'string' && (leaf === 'text' || leaf === 'prose' || leaf === 'value')) {
      texts.push({ path, text: value, prose: leaf === 'prose' });
    }
  } else if (plan.kind === 'list' && Array.isArray(value)) {
    // Lists of ids: goals under a task, unlike the goals themselves, hold bare texts.
    if (path.at(-1) === 'goals' && typeof value[0] === 'string') return;
    value.forEach((item, index) => {
      visit(plan.item, item, [...path, index], texts);
    });
  } else if (plan.kind === 'record') {
    for (const [key, item] of Object.entries(value)) {
      visit(plan.item, item, [...path, key], texts);
    }
  } else if (plan.kind === 'fields') {
    const fields = value as Readonly<Record<string, unknown>>;
    for (const [name, { plan: field }] of plan.fields) {
      // The kind of a partner is a text; the kind of the agreement is a template.
      const isCode = codes.has(name) && (name !== 'kind' || path.length === 0);
      const item = fields[name];
      if (!isCode && item !== undefined) visit(field, item, [...path, name], texts);
    }
  }
}
