// Every text of an agreement that people wrote, with its path: what the rules that read prose read.
// Leaves out ids, keys, files and words from fixed lists, and the waivers.

import * as z from 'zod';
import type { Path } from '../base/source.ts';
import { type Agreement, agreementSchema } from '../model/agreement.ts';
import { fieldMeta } from '../model/fields.ts';

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
  visit(agreementSchema, agreement, [], texts);
  known.set(agreement, texts);
  return texts;
}

/** What to do with a part of the schema; worked out once, because zod's own answers are slow. */
type Plan =
  | { readonly kind: 'list' | 'record'; readonly inner: z.core.$ZodType }
  | { readonly kind: 'map'; readonly fields: readonly (readonly [string, z.core.$ZodType])[] }
  | { readonly kind: 'text'; readonly prose: boolean }
  | { readonly kind: 'other' };

const plans = new WeakMap<z.core.$ZodType, Plan>();

function planFor(schema: z.core.$ZodType): Plan {
  const before = plans.get(schema);
  if (before) return before;
  const plan = makePlan(schema);
  plans.set(schema, plan);
  return plan;
}

function makePlan(schema: z.core.$ZodType): Plan {
  if (schema instanceof z.ZodOptional) return planFor(schema.def.innerType);
  if (schema instanceof z.ZodArray) return { kind: 'list', inner: schema.def.element };
  if (schema instanceof z.ZodRecord) return { kind: 'record', inner: schema.def.valueType };
  if (schema instanceof z.ZodObject) {
    return { kind: 'map', fields: Object.entries(schema.shape as z.core.$ZodShape) };
  }
  const kind = fieldMeta.get(schema as z.ZodType)?.kind;
  return kind === 'text' || kind === 'prose' || kind === 'value'
    ? { kind: 'text', prose: kind === 'prose' }
    : { kind: 'other' };
}

function visit(schema: z.core.$ZodType, value: unknown, path: Path, texts: PlacedText[]): void {
  if (value === undefined || value === null) return;
  const plan = planFor(schema);
  if (plan.kind === 'text' && typeof value === 'string') {
    texts.push({ path, text: value, prose: plan.prose });
  } else if (plan.kind === 'list' && Array.isArray(value)) {
    // Lists of ids: goals under a task, unlike the goals themselves, hold bare texts.
    if (path.at(-1) === 'goals' && typeof value[0] === 'string') return;
    value.forEach((item, index) => {
      visit(plan.inner, item, [...path, index], texts);
    });
  } else if (plan.kind === 'record') {
    for (const [key, item] of Object.entries(value)) {
      visit(plan.inner, item, [...path, key], texts);
    }
  } else if (plan.kind === 'map') {
    const fields = value as Readonly<Record<string, unknown>>;
    for (const [name, field] of plan.fields) {
      // The kind of a partner is a text; the kind of the agreement is a template.
      const isCode = codes.has(name) && (name !== 'kind' || path.length === 0);
      if (!isCode) visit(field, fields[name], [...path, name], texts);
    }
  }
}
