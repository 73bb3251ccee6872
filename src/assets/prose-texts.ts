// The prose of an agreement with the place of each text. Walks the plan of the schema, so that no
// field has to be named here. Reads nothing in the texts.

import type { Path } from '../base/source.ts';
import type { Agreement } from '../model/agreement.ts';
import { agreementPlan, type Plan } from '../model/plan.ts';

/** A prose text at its place. */
export interface ProseText {
  readonly path: Path;
  readonly text: string;
}

/** Returns all prose in the order of the schema. */
export function proseTexts(agreement: Agreement): readonly ProseText[] {
  const texts: ProseText[] = [];
  visit(agreementPlan, agreement, [], texts);
  return texts;
}

function visit(plan: Plan, value: unknown, path: Path, texts: ProseText[]): void {
  if (value === undefined || value === null) return;
  if (plan.kind === 'leaf') {
    if (plan.leaf === 'prose' && typeof value === 'string') texts.push({ path, text: value });
  } else if (plan.kind === 'list') {
    for (const [index, item] of (value as readonly unknown[]).entries()) {
      visit(plan.item, item, [...path, index], texts);
    }
  } else if (plan.kind === 'record') {
    for (const [key, item] of Object.entries(value)) visit(plan.item, item, [...path, key], texts);
  } else if (plan.kind === 'fields') {
    const fields = value as Readonly<Record<string, unknown>>;
    for (const [key, { plan: field }] of plan.fields) {
      const item = fields[key];
      if (item !== undefined) visit(field, item, [...path, key], texts);
    }
  }
}
