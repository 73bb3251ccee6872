// How each field of the agreement is read and walked, as plain data: made from the zod schema ahead
// of time (plan-data.ts), because building the schema takes longer than checking a spec.
// No values, no messages, no zod.

import type { FieldKind, FieldMeta } from './fields.ts';
import { planData } from './plan-data.ts';

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
  | FieldsPlan
  | {
      readonly kind: 'record';
      readonly item: Plan;
      readonly keys: 'partner' | 'newPartner';
      readonly meta: FieldMeta;
    };

/** A map of named fields. */
export interface FieldsPlan {
  readonly kind: 'fields';
  readonly fields: ReadonlyMap<string, Field>;
  /** A bare text stands for a map with this key. */
  readonly scalarAs?: string;
  readonly meta: FieldMeta;
}

/** A field of a map. */
export interface Field {
  readonly plan: Plan;
  readonly required: boolean;
}

/** A plan as it is stored: fields as an object, what is empty or false left out. */
export type PlanData =
  | { readonly leaf: FieldKind; readonly meta?: FieldMeta }
  | { readonly version: number; readonly meta?: FieldMeta }
  | { readonly flag: true; readonly meta?: FieldMeta }
  | { readonly options: readonly string[]; readonly meta?: FieldMeta }
  | { readonly list: PlanData; readonly single?: true; readonly meta?: FieldMeta }
  | {
      readonly fields: Readonly<Record<string, PlanData>>;
      readonly required?: readonly string[];
      readonly scalarAs?: string;
      readonly meta?: FieldMeta;
    }
  | {
      readonly record: PlanData;
      readonly keys: 'partner' | 'newPartner';
      readonly meta?: FieldMeta;
    };

/** The plan of a whole agreement. */
export const agreementPlan: FieldsPlan = planOf(planData as PlanData) as FieldsPlan;

function planOf(data: PlanData): Plan {
  const { meta = {} } = data;
  if ('leaf' in data) return { kind: 'leaf', leaf: data.leaf, meta };
  if ('version' in data) return { kind: 'version', version: data.version, meta };
  if ('flag' in data) return { kind: 'flag', meta };
  if ('options' in data) return { kind: 'choice', options: data.options, meta };
  if ('list' in data) {
    return { kind: 'list', item: planOf(data.list), single: data.single === true, meta };
  }
  if ('record' in data) return { kind: 'record', item: planOf(data.record), keys: data.keys, meta };
  const fields = Object.entries(data.fields).map(([name, field]): [string, Field] => [
    name,
    { plan: planOf(field), required: data.required?.includes(name) === true },
  ]);
  const scalarAs = data.scalarAs === undefined ? {} : { scalarAs: data.scalarAs };
  return { kind: 'fields', fields: new Map(fields), ...scalarAs, meta };
}
