// The JSON Schema for editors: the file is current, and it accepts what the reader accepts.

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { agreementJsonSchema } from '../../src/spec/json-schema.ts';
import { smallest } from './read.ts';

type Schema = Readonly<Record<string, unknown>>;

const schema = agreementJsonSchema() as Schema;

/** Checks a value by the part of draft-07 that the schema uses; returns the paths that fail. */
function failures(rule: Schema, value: unknown, path = '$'): string[] {
  const known = new Set([
    '$schema',
    'title',
    'description',
    'examples',
    'type',
    'enum',
    'const',
    'anyOf',
    'not',
  ]);
  for (const word of ['pattern', 'maxLength', 'minimum', 'items', 'properties', 'required'])
    known.add(word);
  for (const word of ['additionalProperties', 'propertyNames', 'minProperties', 'maxProperties'])
    known.add(word);
  const unknown = Object.keys(rule).filter((word) => !known.has(word));
  if (unknown.length > 0) throw new Error(`The test does not know ${unknown.join(', ')}`);
  const fails: string[] = [];
  const fail = (word: string): void => void fails.push(`${path} ${word}`);
  const type = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
  if (rule.type !== undefined && ![rule.type].flat().includes(type)) fail('type');
  if (Array.isArray(rule.enum) && !rule.enum.includes(value)) fail('enum');
  if ('const' in rule && rule.const !== value) fail('const');
  const any = rule.anyOf as readonly Schema[] | undefined;
  if (any && !any.some((each) => failures(each, value, path).length === 0)) fail('anyOf');
  if (rule.not && failures(rule.not as Schema, value, path).length === 0) fail('not');
  if (typeof value === 'string') {
    if (rule.pattern && !new RegExp(rule.pattern as string, 'u').test(value)) fail('pattern');
    if (value.length > ((rule.maxLength as number) ?? Number.POSITIVE_INFINITY)) fail('maxLength');
  }
  if (typeof value === 'number' && value < ((rule.minimum as number) ?? value)) fail('minimum');
  if (Array.isArray(value)) {
    const items = (rule.items ?? {}) as Schema;
    value.forEach((each, at) => void fails.push(...failures(items, each, `${path}[${at}]`)));
  } else if (type === 'object')
    fails.push(...objectFailures(rule, value as Record<string, unknown>, path));
  return fails;
}

function objectFailures(rule: Schema, value: Record<string, unknown>, path: string): string[] {
  const fails: string[] = [];
  const keys = Object.keys(value);
  const properties = (rule.properties ?? {}) as Record<string, Schema>;
  for (const key of (rule.required ?? []) as string[])
    if (!(key in value)) fails.push(`${path} required ${key}`);
  if (keys.length < ((rule.minProperties as number) ?? 0)) fails.push(`${path} minProperties`);
  if (keys.length > ((rule.maxProperties as number) ?? keys.length))
    fails.push(`${path} maxProperties`);
  for (const key of keys) {
    if (rule.propertyNames)
      fails.push(...failures(rule.propertyNames as Schema, key, `${path}{${key}}`));
    if (Object.hasOwn(properties, key))
      fails.push(...failures(properties[key]!, value[key], `${path}.${key}`));
    else if (rule.additionalProperties === false) fails.push(`${path} additional ${key}`);
    else if (rule.additionalProperties)
      fails.push(...failures(rule.additionalProperties as Schema, value[key], `${path}.${key}`));
  }
  return fails;
}

const parsed = (text: string): unknown => parse(text, { version: '1.2', merge: true });

it('schema/agreement.schema.json is current', async () => {
  const text = `${JSON.stringify(agreementJsonSchema(), null, 2)}\n`;
  await expect(text).toMatchFileSnapshot('../../schema/agreement.schema.json');
});

describe('the schema accepts', () => {
  const examples = new URL('../../agreements/', import.meta.url);
  const full = readFileSync(new URL('full.yaml', import.meta.url), 'utf8');

  it('the full example and the smallest spec', () => {
    expect(failures(schema, parsed(full))).toEqual([]);
    expect(failures(schema, parsed(smallest()))).toEqual([]);
  });
  it.each(readdirSync(examples).filter((name) => name.endsWith('.yaml')))(
    'agreements/%s',
    (name) => {
      expect(failures(schema, parsed(readFileSync(new URL(name, examples), 'utf8')))).toEqual([]);
    },
  );
  it('numbers for texts, single items, and keys with nothing after them', () => {
    const text = smallest(
      'version: 1.10\nreference: 0441234567\nbackground: One recital.\nterms:\n  binding:\n  ending: { by: any }\nstatus:\nroles:\n  - { task: Meet, support: club, covers: meetings, every: Every 6 weeks }\n  -\n',
    );
    expect(failures(schema, parsed(text))).toEqual([]);
  });
});

describe('the schema refuses', () => {
  it.each([
    ['an unknown key', smallest('organiser: club\n'), '$ additional organiser'],
    ['a missing key', smallest().replace('purpose', 'reference'), '$ required purpose'],
    ['a date in another form', smallest('date: 20.02.2027\n'), '$.date pattern'],
    ['a word that is no choice', smallest('status: done\n'), '$.status enum'],
    [
      'a negative amount',
      smallest('resources: { budget: { currency: USD, total: -1 } }\n'),
      '$.resources.budget.total minimum',
    ],
    ['one partner', smallest().replace(/ {2}club.*\n/, ''), '$.partners minProperties'],
  ])('%s', (_, text, failure) => {
    expect(failures(schema, parsed(text))).toEqual([failure]);
  });
});

it('every field has a description and an example that it accepts, for hover and completion', () => {
  const bare: string[] = [];
  const visit = (rule: Schema, path: string): void => {
    for (const [key, field] of Object.entries((rule.properties ?? {}) as Record<string, Schema>)) {
      const here = `${path}.${key}`;
      if (!field.description) bare.push(`${here}: no description`);
      const examples = (field.examples ?? []) as unknown[];
      if (examples.length === 0 && ![field.type].flat().includes('boolean'))
        bare.push(`${here}: no example`);
      for (const example of examples) bare.push(...failures(field, example, `${here} example`));
      visit(field, here);
    }
    for (const part of [
      rule.items,
      rule.additionalProperties,
      ...((rule.anyOf ?? []) as Schema[]),
    ]) {
      if (part && typeof part === 'object') visit(part as Schema, path);
    }
  };
  visit(schema, '$');
  expect(bare).toEqual([]);
});
