// For any agreement: what is extracted is what was built from, and the paper is the same as its spec; for
// any single change to the data of the spec it is not.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { carriedFiles } from '../../src/carried.ts';
import { generateSpec } from '../agreements/generate.ts';
import { bytesOf, make, verified } from './papers.ts';

/** Small ones: each is built three times. */
const shape = fc.record({
  seed: fc.integer({ min: 1, max: 1000 }),
  partners: fc.integer({ min: 2, max: 3 }),
  rows: fc.integer({ min: 0, max: 2 }),
  script: fc.constantFrom('latin', 'greek', 'mixed' as const),
  longWords: fc.boolean(),
  awkward: fc.boolean(),
  kind: fc.constantFrom('mou', 'letter' as const),
});

type Data = { [key: string]: unknown };

/** Every place in the data that holds a text, a number or yes or no. */
function leaves(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, each]) => leaves(each, [...path, key]));
}

/** The data with one value changed: a comma more, one more, the other answer. */
function changedAt(data: Data, path: readonly string[]): Data {
  const copy = structuredClone(data);
  let at: Data = copy;
  for (const key of path.slice(0, -1)) at = at[key] as Data;
  const last = path.at(-1)!;
  const value = at[last];
  if (typeof value === 'string')
    at[last] = /^\d{4}-\d\d-\d\d$/.test(value) ? '2027-07-07' : `${value},`;
  else at[last] = typeof value === 'number' ? value + 1 : !value;
  return copy;
}

it('holds for the spec itself, and for no single change of it', async () => {
  await fc.assert(
    fc.asyncProperty(
      shape,
      fc.nat(),
      fc.constantFrom('pdf', 'docx' as const),
      async (wanted, pick, format) => {
        const text = `# ${wanted.seed}\n${generateSpec(wanted as Parameters<typeof generateSpec>[0])}`;
        const file = await make(text, format);
        if (format === 'pdf') expect((await carriedFiles(file))[0]!.bytes).toEqual(bytesOf(text));
        expect(await verified(file, text)).toMatchObject({ answer: 'same' });
        const data = parse(text) as Data;
        const places = leaves(data);
        const other = stringify(changedAt(data, places[pick % places.length]!), { lineWidth: 0 });
        expect((await verified(file, other)).answer).not.toBe('same');
      },
    ),
    { numRuns: 5 },
  );
});
