// Every text of an agreement that people wrote, with its path: what the rules that read prose read.
// Leaves out ids, keys, files and words from fixed lists, and the waivers.

import { z } from 'zod';
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

function visit(schema: z.core.$ZodType, value: unknown, path: Path, texts: PlacedText[]): void {
  if (value === undefined || value === null) return;
  if (schema instanceof z.ZodOptional) visit(schema.def.innerType, value, path, texts);
  else if (schema instanceof z.ZodArray && Array.isArray(value)) {
    // Lists of ids: goals under a task, unlike the goals themselves, hold bare texts.
    if (path.at(-1) === 'goals' && typeof value[0] === 'string') return;
    value.forEach((item, index) => {
      visit(schema.def.element, item, [...path, index], texts);
    });
  } else if (schema instanceof z.ZodRecord) {
    for (const [key, item] of Object.entries(value)) {
      visit(schema.def.valueType, item, [...path, key], texts);
    }
  } else if (schema instanceof z.ZodObject) {
    const fields = value as Readonly<Record<string, unknown>>;
    for (const [name, field] of Object.entries(schema.shape as z.core.$ZodShape)) {
      // The kind of a partner is a text; the kind of the agreement is a template.
      const isCode = codes.has(name) && (name !== 'kind' || path.length === 0);
      if (!isCode) visit(field, fields[name], [...path, name], texts);
    }
  } else if (typeof value === 'string') {
    const kind = fieldMeta.get(schema as z.ZodType)?.kind;
    if (kind === 'text' || kind === 'prose' || kind === 'value') {
      texts.push({ path, text: value, prose: kind === 'prose' });
    }
  }
}
