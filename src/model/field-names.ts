// The names of all fields of the agreement, wherever they stand: for telling a misspelt or
// misplaced key from a text. Pure facts of the schema; knows nothing of sources.

import * as z from 'zod';
import { agreementSchema } from './agreement.ts';

/** Calls `see` for each named field with the names above it, lists and partner keys left out. */
export function visitFields(
  see: (name: string, parents: readonly string[], schema: z.core.$ZodType) => void,
): void {
  const visit = (schema: z.core.$ZodType, parents: readonly string[]): void => {
    if (schema instanceof z.ZodOptional) visit(schema.def.innerType, parents);
    else if (schema instanceof z.ZodArray) visit(schema.def.element, parents);
    else if (schema instanceof z.ZodRecord) visit(schema.def.valueType, parents);
    else if (schema instanceof z.ZodObject) {
      for (const [name, field] of Object.entries(schema.shape as z.core.$ZodShape)) {
        see(name, parents, field);
        visit(field, [...parents, name]);
      }
    }
  };
  visit(agreementSchema, []);
}

let names: ReadonlySet<string> | undefined;

/** Returns the names of all fields. */
export function fieldNames(): ReadonlySet<string> {
  if (!names) {
    const found = new Set<string>();
    visitFields((name) => found.add(name));
    names = found;
  }
  return names;
}
