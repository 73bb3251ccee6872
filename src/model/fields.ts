// The kinds of value a spec field can hold, as zod schemas that carry their kind as metadata.
// spec/ reads the kind to take source characters for text, to check references and to word errors;
// schema/ is generated from the same records. No field of the agreement itself is defined here.

import * as z from 'zod';

/** What a field means beyond its JSON type. */
export type FieldKind =
  | 'text'
  | 'prose'
  | 'date'
  | 'frequency'
  | 'amount'
  | 'partner'
  | 'id'
  | 'file'
  | 'color'
  | 'value';

/** Metadata on a schema: read by spec/ and by the JSON Schema generator. */
export interface FieldMeta {
  /** For leaves: what the value means. */
  readonly kind?: FieldKind;
  /** For partner keys: words that may stand instead of a key. */
  readonly words?: readonly string[];
  /** For objects: a bare text stands for an object with this key. */
  readonly scalarAs?: string;
  /** For lists: one item may be written without the list. */
  readonly single?: true;
  /** For records: what the keys are. */
  readonly keys?: 'partner' | 'newPartner';
  /** For texts: a length of time or the like, where a number alone says too little; the first example has the unit. */
  readonly unit?: true;
  /** Shown on hover in editors and used in messages. */
  readonly description?: string;
  readonly examples?: readonly unknown[];
}

/** The metadata of every field of the agreement. */
export const fieldMeta = z.registry<FieldMeta>();

function mark<S extends z.ZodType>(schema: S, meta: FieldMeta): S {
  fieldMeta.add(schema, meta);
  return schema;
}

/** One line of text, always literal. */
export const text = (description: string, ...examples: string[]) =>
  mark(z.string(), { kind: 'text', description, examples });

/** One line of text with a number and its unit, such as `30 days`, or words without a number. */
export const lengthOfTime = (description: string, example: string) =>
  mark(z.string(), { kind: 'text', description, examples: [example], unit: true });

/** Paragraphs with the small allowed part of CommonMark. */
export const prose = (description: string, ...examples: string[]) =>
  mark(z.string(), { kind: 'prose', description, examples });

/** A day of the Gregorian calendar, `YYYY-MM-DD`; that it exists is checked by spec/. */
export const date = (description: string, ...examples: string[]) =>
  mark(z.string().regex(/^\d{4}-\d{2}-\d{2}$/), {
    kind: 'date',
    description,
    examples: examples.length ? examples : ['2027-02-20'],
  });

/** `day`, `week`, … or "every 6 weeks"; see model/frequency.ts. */
export const frequency = (description: string) =>
  mark(z.string(), { kind: 'frequency', description, examples: ['month', 'every 6 weeks'] });

/** An amount of money, not negative. */
export const amount = (description: string, ...examples: number[]) =>
  mark(z.number().nonnegative(), { kind: 'amount', description, examples });

/** The key of a partner under `partners`. */
export const partner = (description: string) =>
  mark(z.string(), { kind: 'partner', description, examples: ['library'] });

/** The key of a partner, or one of a few fixed words such as `joint`. */
export const partnerOr = (words: readonly string[], description: string) =>
  mark(z.string(), { kind: 'partner', words, description, examples: [...words] });

/** A list of partner keys, or one key alone. */
export const partnerList = (description: string) =>
  mark(z.array(partner(description)), { single: true, description });

/** The id of this item, so that others can refer to it. */
export const id = () =>
  mark(z.string(), {
    kind: 'id',
    description: 'A short name by which other parts of the spec refer to this item.',
    examples: ['reach'],
  });

/** Ids of goals, tasks, milestones or events; whether they exist is for the checklist. */
export const idList = (description: string, ...examples: string[]) =>
  mark(z.array(mark(z.string(), { kind: 'text', description, examples })), {
    single: true,
    description,
  });

/** A path relative to the spec. */
export const file = (description: string, ...examples: string[]) =>
  mark(z.string(), { kind: 'file', description, examples });

/** A colour, `#rgb` or `#rrggbb`. */
export const color = (description: string) =>
  mark(z.string().regex(/^#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})$/), {
    kind: 'color',
    description,
    examples: ['#1F4E79'],
  });

/** A number or text, such as a target of 400 or "85 %"; kept as the characters written. */
export const value = (description: string, ...examples: (string | number)[]) =>
  mark(z.string(), { kind: 'value', description, examples });

/** The version of the format, the number 1. */
export const formatVersion = (description: string) =>
  mark(z.literal(1), { description, examples: [1] });

/** Yes or no. */
export const flag = (description: string) => mark(z.boolean(), { description });

/** One of a fixed set of words. */
export const choice = <const T extends readonly [string, ...string[]]>(
  options: T,
  description: string,
) => mark(z.enum(options), { description, examples: [options[0]] });

/** A list; `single` lets one item stand without the list. */
export const list = <S extends z.ZodType>(item: S, description: string, single?: 'single') =>
  mark(z.array(item), { description, ...(single ? { single: true as const } : {}) });

/** A map of named fields; unknown keys are refused. */
export const fields = <S extends z.ZodRawShape>(shape: S, description: string, scalarAs?: string) =>
  mark(z.strictObject(shape), { description, ...(scalarAs ? { scalarAs } : {}) });

/** A map from partner keys to values. */
export const byPartner = <S extends z.ZodType>(
  item: S,
  description: string,
  keys: 'partner' | 'newPartner' = 'partner',
) => mark(z.record(z.string(), item), { description, keys });
