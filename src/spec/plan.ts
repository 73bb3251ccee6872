// How each field of the agreement is read, taken from the zod schema and its metadata once: the
// shape that read-value.ts walks together with the located data. No values, no messages.

import * as z from 'zod';
import { type FieldKind, type FieldMeta, fieldMeta } from '../model/fields.ts';

/** What one field holds, and how a writer may write it. */
export type Plan =
  | { readonly kind: 'leaf'; readonly leaf: FieldKind; readonly meta: FieldMeta }
  | { readonly kind: 'version'; readonly version: number; readonly meta: FieldMeta }
  | { readonly kind: 'flag'; readonly meta: FieldMeta }
  | { readonly kind: 'choice'; readonly options: readonly string[]; readonly meta: FieldMeta }
  | {
      readonly kind: 'list';
      readonly item: Plan;
      readonly single: boolean;
      readonly meta: FieldMeta;
    }
  | {
      readonly kind: 'fields';
      readonly fields: ReadonlyMap<string, Field>;
      /** A bare text stands for a map with this key. */
      readonly scalarAs?: string;
      readonly meta: FieldMeta;
    }
  | {
      readonly kind: 'record';
      readonly item: Plan;
      readonly keys: 'partner' | 'newPartner';
      readonly meta: FieldMeta;
    };

/** A field of a map. */
export interface Field {
  readonly plan: Plan;
  readonly required: boolean;
}

const plans = new WeakMap<z.core.$ZodType, Plan>();

/** Returns the plan of a schema, always the same one for the same schema. */
export function planOf(schema: z.core.$ZodType): Plan {
  const known = plans.get(schema);
  if (known) return known;
  const plan = makePlan(schema);
  plans.set(schema, plan);
  return plan;
}

function makePlan(schema: z.core.$ZodType): Plan {
  if (schema instanceof z.ZodOptional) return planOf(schema.def.innerType);
  const meta = fieldMeta.get(schema as z.ZodType) ?? {};
  if (schema instanceof z.ZodLiteral) {
    return { kind: 'version', version: Number(schema.def.values[0]), meta };
  }
  if (schema instanceof z.ZodBoolean) return { kind: 'flag', meta };
  if (schema instanceof z.ZodEnum) {
    return { kind: 'choice', options: schema.options.map(String), meta };
  }
  if (schema instanceof z.ZodArray) {
    return { kind: 'list', item: planOf(schema.def.element), single: meta.single === true, meta };
  }
  if (schema instanceof z.ZodRecord) {
    return {
      kind: 'record',
      item: planOf(schema.def.valueType),
      keys: meta.keys ?? 'partner',
      meta,
    };
  }
  if (schema instanceof z.ZodObject) {
    const shape = Object.entries(schema.shape as z.core.$ZodShape);
    const fields = shape.map(([name, field]): [string, Field] => [
      name,
      { plan: planOf(field), required: !(field instanceof z.ZodOptional) },
    ]);
    const scalarAs = meta.scalarAs === undefined ? {} : { scalarAs: meta.scalarAs };
    return { kind: 'fields', fields: new Map(fields), ...scalarAs, meta };
  }
  return { kind: 'leaf', leaf: meta.kind ?? 'text', meta };
}
