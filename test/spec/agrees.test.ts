// What the reader accepts is an agreement: the same value, in the same order, that zod makes of it.
// The reader walks a stored plan and never asks zod, which would cost more than the whole check.

import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { agreementSchema } from '../../src/model/agreement.ts';
import { readYaml } from '../../src/sources/yaml.ts';
import { validate } from '../../src/spec/validate.ts';

const examples = new URL('../../agreements/', import.meta.url);
const full = readFileSync(new URL('full.yaml', import.meta.url), 'utf8');

/** Reads a text; returns whether it is an agreement, after comparing it with what zod makes of it. */
function agrees(text: string): boolean {
  const { located } = readYaml({ name: 'a.yaml', text });
  const agreement = located && validate(located).agreement;
  if (!agreement) return false;
  const parsed = agreementSchema.parse(agreement);
  expect(JSON.stringify(agreement)).toBe(JSON.stringify(parsed));
  return true;
}

it.each(readdirSync(examples).filter((name) => name.endsWith('.yaml')))('agreements/%s', (name) => {
  expect(agrees(readFileSync(new URL(name, examples), 'utf8'))).toBe(true);
});

it('the full example', () => {
  expect(agrees(full)).toBe(true);
});

type Parent = Record<string | number, unknown>;

/** Every place in a value at which something can be put instead. */
function placesIn(value: unknown, found: [Parent, string | number][] = []): typeof found {
  if (typeof value !== 'object' || value === null) return found;
  for (const key of Object.keys(value)) {
    found.push([value as Parent, key]);
    placesIn((value as Parent)[key], found);
  }
  return found;
}

it('the full example with other values put anywhere', () => {
  const odd = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('', 'library', 'week', '#fff', '2027-02-20', 'joint', 'true', '1.10', '0x1F'),
    fc.double(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(fc.constantFrom('library', 'club', 3, null), { maxLength: 3 }),
    fc.constant({}),
    fc.dictionary(fc.constantFrom('name', 'what', 'text', 'library', 'id'), fc.string()),
  );
  let read = 0;
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(), odd), { minLength: 1, maxLength: 2 }), (changes) => {
      const data = parse(full);
      for (const [at, value] of changes) {
        const places = placesIn(data);
        const [parent, key] = places[at % places.length]!;
        parent[key] = value;
      }
      if (agrees(stringify(data))) read += 1;
    }),
    { numRuns: 500 },
  );
  // Most changes are refused; enough of them must not be, or this shows nothing.
  expect(read).toBeGreaterThan(40);
});
