// Spec data as people write it, made regular as reading does, and fixes merged into it.

import { parse } from 'yaml';
import { z } from 'zod';
import type { Fix } from '../../src/checklist/index.ts';
import { agreementSchema } from '../../src/model/agreement.ts';
import { fieldMeta } from '../../src/model/fields.ts';

/** Wraps single items into lists and bare texts into objects, as the schema's records say. */
export function normal(data: unknown, schema: z.core.$ZodType = agreementSchema): unknown {
  if (schema instanceof z.ZodOptional) return normal(data, schema.def.innerType);
  if (data === undefined || data === null) return data;
  const meta = fieldMeta.get(schema as z.ZodType);
  if (schema instanceof z.ZodArray) {
    const items = Array.isArray(data) ? data : meta?.single ? [data] : undefined;
    return items ? items.map((item) => normal(item, schema.def.element)) : data;
  }
  if (schema instanceof z.ZodRecord) {
    return mapValues(data as object, (_, value) => normal(value, schema.def.valueType));
  }
  if (schema instanceof z.ZodObject) {
    const whole = meta?.scalarAs && typeof data !== 'object' ? { [meta.scalarAs]: data } : data;
    const shape = schema.shape as Record<string, z.core.$ZodType>;
    return mapValues(whole as object, (key, value) => {
      if (!shape[key]) throw new Error(`There is no field ${key}.`);
      return normal(value, shape[key]);
    });
  }
  return meta?.kind === 'value' ? String(data) : data;
}

function mapValues(
  map: object,
  change: (key: string, value: unknown) => unknown,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(key, value)]));
}

/** Returns the data with a fix merged in, as a person would who follows it. */
export function applyFix(data: unknown, fix: Fix): unknown {
  const mended = edit(data, fix.at, parse(fix.yaml));
  return fix.also ? applyFix(mended, fix.also) : mended;
}

function edit(data: unknown, at: readonly (string | number)[], added: unknown): unknown {
  const [step, ...rest] = at;
  if (step === undefined) return merge(data, added);
  if (typeof step === 'number') {
    const items = Array.isArray(data) ? data : [data];
    return items.map((item, index) => (index === step ? edit(item, rest, added) : item));
  }
  const map = (data ?? {}) as Record<string, unknown>;
  return { ...map, [step]: edit(map[step], rest, added) };
}

function merge(old: unknown, added: unknown): unknown {
  if (Array.isArray(added)) {
    if (old === undefined) return added;
    return [...(Array.isArray(old) ? old : [old]), ...added];
  }
  if (typeof added !== 'object' || added === null) return added;
  const map = { ...((typeof old === 'object' ? old : {}) as Record<string, unknown>) };
  for (const [key, value] of Object.entries(added)) {
    if (value === null) delete map[key];
    else map[key] = merge(map[key], value);
  }
  return map;
}
