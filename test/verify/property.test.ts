// For any agreement: what is extracted is what was built from, and the paper is the same as its spec; for
// any single change to the data of the spec it is not.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { build } from '../../src/build.ts';
import { carriedFiles } from '../../src/carried.ts';
import { mergeOnly, readBase } from '../../src/merge.ts';
import { canonicalText } from '../../src/proof/canonical.ts';
import { decodeSource } from '../../src/sources/decode.ts';
import { readYaml } from '../../src/sources/yaml.ts';
import { validate } from '../../src/spec/validate.ts';
import { generateSpec } from '../agreements/generate.ts';
import { bytesOf, ports, verified } from './papers.ts';
import { type Data, singleChanges } from './single-changes.ts';

/** Small ones: each is built three times. With rows there is nothing that keeps one from being final. */
const shape = fc.record({
  seed: fc.integer({ min: 1, max: 1000 }),
  partners: fc.integer({ min: 2, max: 4 }),
  rows: fc.integer({ min: 0, max: 3 }),
  script: fc.constantFrom('latin', 'greek', 'cyrillic', 'polish', 'mixed' as const),
  longWords: fc.boolean(),
  awkward: fc.boolean(),
  kind: fc.constantFrom('mou', 'letter' as const),
  paper: fc.constantFrom('letter', 'a4' as const),
});

/** How the file of a spec is written. */
const writing = fc.constantFrom<(text: string) => string>(
  (text) => text,
  (text) => `\ufeff${text}`,
  (text) => text.replaceAll('\n', '\r\n'),
  (text) => text.trimEnd(),
);

const making = fc.record({
  format: fc.constantFrom('pdf', 'docx' as const),
  final: fc.boolean(),
  embed: fc.boolean(),
  date: fc.option(fc.constant('2027-02-01'), { nil: undefined }),
  /** Put together from two files, as `batch` does it. */
  merged: fc.boolean(),
});

/** What a spec says, in the canonical form. */
function said(bytes: Uint8Array): string {
  const { located } = readYaml(decodeSource('spec.yaml', bytes).source!);
  return canonicalText(validate(located!).agreement!);
}

const runs = Number(process.env.FC_RUNS ?? 6);

it('holds for the spec itself, and for no single change of it', async () => {
  await fc.assert(
    fc.asyncProperty(shape, writing, making, fc.nat(), async (wanted, write, how, pick) => {
      const plain = `# ${wanted.seed}\n${generateSpec(wanted as Parameters<typeof generateSpec>[0])}`;
      const text = write(plain);
      const data = parse(text.replace('\ufeff', '')) as Data;
      const { format, embed, date, merged } = how;
      const final = how.final && wanted.rows > 0;
      const input = { name: 'our-agreement.yaml', bytes: bytesOf(text) };
      const built = await build(
        merged ? { ...input, merged: mergeOnly(readBase(input, [])) } : input,
        {
          formats: [format],
          ...(final ? { final, allowWarnings: true } : {}),
          embed,
          ...(date ? { date } : {}),
        },
        ports(),
      );
      const file = built.outputs[0]!.bytes;
      if (format === 'pdf' && embed) {
        const { bytes } = (await carriedFiles(file))[0]!;
        if (!merged) expect(bytes).toEqual(input.bytes);
        // The merged YAML says the same in its own layout; a draft that was made final is a draft in it.
        else expect(said(bytes)).toBe(said(input.bytes));
        expect(await verified(file)).toMatchObject({ answer: 'same', notes: [] });
      }
      expect(await verified(file, text)).toMatchObject({ answer: 'same', notes: [] });
      const changes = singleChanges(data);
      const { name, data: changed } = changes[pick % changes.length]!;
      const other = await verified(file, stringify(changed, { lineWidth: 0 }));
      expect([name, other.answer]).not.toEqual([name, 'same']);
    }),
    { numRuns: runs },
  );
});
