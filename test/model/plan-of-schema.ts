// Makes src/model/plan-data.ts from the zod schema of the agreement.

import * as z from 'zod';
import { type FieldMeta, fieldMeta } from '../../src/model/fields.ts';
import type { PlanData } from '../../src/model/plan.ts';

/** Returns the stored plan of a schema. */
export function planDataOf(schema: z.core.$ZodType): PlanData {
  if (schema instanceof z.ZodOptional) return planDataOf(schema.def.innerType);
  const { single, scalarAs, keys, kind, ...rest } = fieldMeta.get(schema as z.ZodType) ?? {};
  const meta = rest.examples?.length === 0 ? without(rest) : rest;
  if (schema instanceof z.ZodLiteral) return { version: Number(schema.def.values[0]), meta };
  if (schema instanceof z.ZodBoolean) return { flag: true, meta };
  if (schema instanceof z.ZodEnum) return { options: schema.options.map(String), meta };
  if (schema instanceof z.ZodArray) {
    return { list: planDataOf(schema.def.element), ...(single ? { single } : {}), meta };
  }
  if (schema instanceof z.ZodRecord) {
    return { record: planDataOf(schema.def.valueType), keys: keys ?? 'partner', meta };
  }
  if (schema instanceof z.ZodObject) {
    const shape = Object.entries(schema.shape as z.core.$ZodShape);
    const required = shape.filter(([, field]) => !(field instanceof z.ZodOptional));
    return {
      fields: Object.fromEntries(shape.map(([name, field]) => [name, planDataOf(field)])),
      ...(required.length > 0 ? { required: required.map(([name]) => name) } : {}),
      ...(scalarAs === undefined ? {} : { scalarAs }),
      meta,
    };
  }
  return { leaf: kind ?? 'text', meta };
}

function without({ examples: _, ...rest }: FieldMeta): FieldMeta {
  return rest;
}

/** Returns the text of the module: a field on each line. */
export function planModule(schema: z.core.$ZodType): string {
  return `// Generated from the zod schema of the agreement; do not edit. A test keeps it current:
// \`npm run golden\` writes it anew.

/** The plan of an agreement as it is stored; see plan.ts. */
export const planData: unknown = ${printed(planDataOf(schema), '')};
`;
}

function printed(data: PlanData, indent: string): string {
  if ('fields' in data) {
    const { fields, ...rest } = data;
    const lines = Object.entries(fields).map(
      ([name, field]) => `${indent}  ${JSON.stringify(name)}: ${printed(field, `${indent}  `)},\n`,
    );
    return `{ "fields": {\n${lines.join('')}${indent}}, ${JSON.stringify(rest).slice(1)}`;
  }
  const inner = 'list' in data ? 'list' : 'record' in data ? 'record' : undefined;
  if (inner === undefined) return JSON.stringify(data);
  const { [inner as 'list']: item, ...rest } = data as Extract<PlanData, { list: PlanData }>;
  return `{ "${inner}": ${printed(item, indent)}, ${JSON.stringify(rest).slice(1)}`;
}
