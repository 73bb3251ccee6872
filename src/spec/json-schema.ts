// The JSON Schema of the spec, for completion and hover in editors: generated from the same zod
// schema as the types. Laxer than validate.ts where YAML is: it accepts all that a reader accepts.

import * as z from 'zod';
import { InternalError } from '../base/errors.ts';
import { agreementSchema } from '../model/agreement.ts';
import { fieldMeta } from '../model/fields.ts';
import { frequencyUnits } from '../model/frequency.ts';
import { reservedWords } from './names.ts';

type Json = z.core.JSONSchema.BaseSchema;

/** Types of YAML that a text field takes by their characters. */
const textTypes = ['string', 'number', 'boolean'] as const;

/** A unit, or "every" and more, in capitals or not: the form that readFrequency starts from. */
const frequencyPattern = `^\\s*(?:${anyCase('every')}\\s|(?:${frequencyUnits.map(anyCase).join('|')})[Ss]?\\s*$)`;

function anyCase(word: string): string {
  return [...word].map((letter) => `[${letter.toUpperCase()}${letter}]`).join('');
}

/** Returns the JSON Schema (draft-07) of a spec, format 1. */
export function agreementJsonSchema(): object {
  const schema = z.toJSONSchema(agreementSchema, {
    target: 'draft-7',
    io: 'input',
    reused: 'inline',
    override: ({ zodSchema, jsonSchema }) => describe(zodSchema, jsonSchema),
  });
  return { title: 'Pactwright agreement spec, format 1', ...schema };
}

/** Adds what the metadata of a field knows to its JSON Schema, in place. */
function describe(schema: z.core.$ZodType, json: Json): void {
  const optional = schema instanceof z.ZodOptional;
  if (optional) {
    allowNull(json);
    return;
  }
  const meta = fieldMeta.get(schema as z.ZodType);
  if (!meta) return;
  if (meta.kind !== undefined) describeLeaf(json, meta.kind, meta.words);
  if (schema instanceof z.ZodArray && json.items) allowNull(json.items as Json);
  if (meta.keys === 'newPartner') {
    Object.assign(json, { minProperties: 2, maxProperties: 24 });
    json.propertyNames = { maxLength: 40, not: { enum: [...reservedWords] } };
  } else if (schema instanceof z.ZodRecord) delete json.propertyNames;
  if (schema instanceof z.ZodRecord && typeof json.additionalProperties === 'object') {
    if (meta.keys === 'partner') allowNull(json.additionalProperties);
  }
  if (meta.single) move(json, (list) => ({ anyOf: [list, { ...(list.items as Json) }] }));
  if (meta.scalarAs !== undefined) {
    const text = json.properties?.[meta.scalarAs] as Json;
    move(json, (map) => ({ anyOf: [map, { ...text }] }));
  }
  if (meta.description) json.description = meta.description;
  if (meta.examples && meta.examples.length > 0) json.examples = [...meta.examples];
  else if (!(schema instanceof z.ZodBoolean)) json.examples = [sample(schema)];
}

/** An example of a list or a group of keys: made of those of what it cannot do without. */
function sample(schema: z.core.$ZodType): unknown {
  if (schema instanceof z.ZodOptional) return sample(schema.unwrap());
  const [first] = fieldMeta.get(schema as z.ZodType)?.examples ?? [];
  if (first !== undefined) return first;
  if (schema instanceof z.ZodBoolean) return true;
  if (schema instanceof z.ZodArray) return [sample(schema.element)];
  if (schema instanceof z.ZodRecord) {
    const library = sample(schema.valueType);
    if (fieldMeta.get(schema)?.keys === 'partner') return { library };
    return { library, club: { name: 'Riverbend Astronomy Club' } };
  }
  if (!(schema instanceof z.ZodObject)) throw new InternalError('This field has no example.');
  const all = Object.entries(schema.shape as Readonly<Record<string, z.ZodType>>);
  const needed = all.filter(([, field]) => !(field instanceof z.ZodOptional));
  const shown = needed.length > 0 ? needed : all.filter(([key]) => key !== 'id').slice(0, 2);
  return Object.fromEntries(shown.map(([key, field]) => [key, sample(field)]));
}

function describeLeaf(
  json: Json,
  kind: NonNullable<NonNullable<ReturnType<typeof fieldMeta.get>>['kind']>,
  words: readonly string[] | undefined,
): void {
  if (kind === 'text' || kind === 'prose' || kind === 'value' || kind === 'file') {
    json.type = [...textTypes] as unknown as Json['type'];
  }
  if (kind === 'frequency') {
    json.anyOf = [{ enum: [...frequencyUnits] }, { type: 'string', pattern: frequencyPattern }];
    delete json.type;
  }
  if (kind === 'partner' && words) {
    json.anyOf = [{ enum: [...words] }, { type: 'string' }];
    delete json.type;
  }
  if (kind === 'id') json.maxLength = 40;
}

/** Puts what a schema says into another one that takes its place. */
function move(json: Json, make: (inner: Json) => Json): void {
  const inner = { ...json };
  for (const key of Object.keys(json)) delete json[key];
  Object.assign(json, make(inner));
}

/** A key with nothing after it counts as left out. */
function allowNull(json: Json): void {
  if (json.enum && !json.enum.includes(null)) json.enum = [...json.enum, null];
  if (json.anyOf) {
    if (!json.anyOf.some((each) => (each as Json).type === 'null')) {
      json.anyOf = [...json.anyOf, { type: 'null' }];
    }
  } else if (json.type !== undefined) {
    const types = Array.isArray(json.type) ? json.type : [json.type];
    if (!types.includes('null')) json.type = [...types, 'null'] as unknown as Json['type'];
  }
}
