// The canonical form: what counts as the same agreement, and that a merged one survives its own YAML.

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import type { Agreement } from '../../src/model/agreement.ts';
import { canonicalText, inAgreementOrder } from '../../src/proof/canonical.ts';
import { dataDifferences } from '../../src/proof/data-differences.ts';
import { mergedYaml } from '../../src/proof/merged-yaml.ts';
import { decodeSource } from '../../src/sources/decode.ts';
import { readYaml } from '../../src/sources/yaml.ts';
import { validate } from '../../src/spec/validate.ts';
import { example, examples } from '../agreements/making.ts';
import { bytesOf, relaid, spec } from './papers.ts';
import { type Data, singleChanges } from './single-changes.ts';

function agreementOf(bytes: Uint8Array): Agreement {
  const { located } = readYaml(decodeSource('spec.yaml', bytes).source!);
  return validate(located!).agreement!;
}

const text = (yaml: string): string => canonicalText(agreementOf(bytesOf(yaml)));

describe('canonicalText', () => {
  it('leaves out comments, layout and the order of fields', () => {
    expect(text(relaid)).toBe(text(spec));
  });

  it('leaves out the status that holds without being said', () => {
    expect(text(`${spec}status: draft\n`)).toBe(text(spec));
    expect(text(`${spec}status: final\n`)).not.toBe(text(spec));
  });

  it.each([
    ['a comma', 'rains, we', 'rains we'],
    ['an amount', 'amount: 400', 'amount: 401'],
    ['a further item', 'from: library }]', 'from: library }, { item: Paper, amount: 0 }]'],
    ['the key of a partner', 'lead: club', 'lead: library'],
  ])('holds %s', (_, from, to) => {
    expect(text(spec.replace(from, to))).not.toBe(text(spec));
  });

  it('holds the order of a list', () => {
    const swapped = spec.replace(/( {2}- \{ task: Org.*\n)( {2}- \{ task: Bring.*\n)/, '$2$1');
    expect(text(swapped)).not.toBe(text(spec));
  });

  it('holds the order of the partners', () => {
    const swapped = spec.replace(/( {2}library:[\s\S]*?)( {2}club:[\s\S]*?)(?=term:)/, '$2$1');
    expect(text(swapped)).not.toBe(text(spec));
    expect(dataDifferences(agreementOf(bytesOf(swapped)), agreementOf(bytesOf(spec)))).toEqual([
      ['partners'],
    ]);
  });
});

describe('every single change to the data of a spec', () => {
  const full = new Uint8Array(readFileSync(new URL('../spec/full.yaml', import.meta.url)));
  it.each<readonly [string, Uint8Array]>([
    ['full.yaml', full],
    ...['friends-of-elm-street.yaml', 'unfinished-makers-fair.yaml'].map(
      (name) => [name, example(name).bytes] as const,
    ),
  ])('counts in %s', (_, bytes) => {
    const own = canonicalText(agreementOf(bytes));
    const changes = singleChanges(parse(Buffer.from(bytes).toString()) as Data);
    expect(changes.length).toBeGreaterThan(50);
    let readable = 0;
    const uncounted = changes.flatMap(({ name, data }) => {
      const { located } = readYaml(
        decodeSource('spec.yaml', bytesOf(stringify(data, { lineWidth: 0 }))).source!,
      );
      // What is no agreement any more makes no paper.
      const { agreement } = validate(located!);
      if (!agreement) return [];
      readable += 1;
      return canonicalText(agreement) === own ? [name] : [];
    });
    expect(uncounted).toEqual([]);
    expect(readable).toBeGreaterThan(changes.length / 2);
  });
});

describe('mergedYaml', () => {
  it.each(examples)('%s reads as the same agreement', (name) => {
    const agreement = agreementOf(example(name).bytes);
    expect(canonicalText(agreementOf(bytesOf(mergedYaml(agreement))))).toBe(
      canonicalText(agreement),
    );
  });

  it('keeps any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (title) => {
        const agreement = agreementOf(
          bytesOf(spec.replace('Stars over Riverbend', JSON.stringify(title))),
        );
        if (agreement === undefined) return;
        expect(agreementOf(bytesOf(mergedYaml(agreement)))).toEqual(agreement);
      }),
      { numRuns: 200 },
    );
  });
});

it('inAgreementOrder sorts by the fields of the format and the order of partners and lists', () => {
  const agreement = agreementOf(bytesOf(spec));
  const item = (...path: readonly (string | number)[]) => ({ path, code: 'x', message: 'y' });
  const sorted = [
    item('title'),
    item('partners', 'library', 'name'),
    item('partners', 'club'),
    item('roles', 0, 'due'),
    item('roles', 1),
    item('terms', 'other', 0),
  ];
  expect(inAgreementOrder([...sorted].reverse(), agreement)).toEqual(sorted);
});
