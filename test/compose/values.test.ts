// Invariant 4: a value from the spec never changes the shape of the document, nor a character of itself.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Path } from '../../src/base/source.ts';
import { compose, lower } from '../../src/compose/index.ts';
import { type Found, leavesOf } from '../../src/compose/model-shape.ts';
import { valuesOf } from '../../src/compose/values.ts';
import type { Agreement } from '../../src/model/agreement.ts';
import type { DocumentNode } from '../../src/model/document.ts';
import { blocksText } from '../../src/model/text.ts';
import { builtIn, noPictures, themeFor } from './built-in.ts';
import { everything } from './everything.ts';
import { hardLine } from './hard-text.ts';

/** The text leaves that any one line may stand in, but for those that name other things. */
function freeTexts(agreement: Agreement): readonly Found[] {
  const fixed = ['kind', 'language', 'currency', 'goals', 'after', 'covers'];
  return leavesOf(agreement).filter(
    ({ shape, path }) =>
      shape.kind === 'leaf' &&
      (shape.leaf === 'text' || shape.leaf === 'value') &&
      !path.some((step, index) => index > 0 && fixed.includes(String(step))) &&
      !fixed.includes(String(path[path.length - 1])) &&
      path[0] !== 'waivers',
  );
}

function withValue<T>(tree: T, path: Path, value: string): T {
  const [step, ...rest] = path;
  if (step === undefined) return value as T;
  const copy = (Array.isArray(tree) ? [...tree] : { ...tree }) as Record<string | number, unknown>;
  copy[step] = withValue(copy[step], rest, value);
  return copy as T;
}

/**
 * A document without the characters of its texts: what is left is its shape. Drawings follow the
 * values that they draw; see drawings.test.ts.
 */
function shapeOf(nodes: readonly DocumentNode[]): string {
  return JSON.stringify(nodes, (key, value) => {
    if (Array.isArray(value)) return value.filter((each) => each?.kind !== 'drawing');
    // The name of a signature field, for people who cannot see it, is made of two texts.
    if (key === 'signer') return { ...value, label: typeof value.label };
    return key === 'text' ||
      key === 'value' ||
      key === 'alt' ||
      key === 'tileAlt' ||
      key === 'missing'
      ? typeof value
      : value;
  });
}

describe.each(['mou', 'letter'])('in the template %s a text field', (kind) => {
  const template = builtIn(kind);
  const { agreement } = everything(template);
  const leaves = freeTexts(agreement);
  const before = shapeOf(compose(agreement, template).nodes);

  it('is one of many', () => expect(leaves.length).toBeGreaterThan(90));

  it('changes neither the shape of the document nor a character of itself', () => {
    // Ten fields at a time, five hundred times: 5,000 strings for each template.
    const ten = fc.uniqueArray(fc.tuple(fc.constantFrom(...leaves.keys()), hardLine), {
      minLength: 10,
      maxLength: 10,
      selector: ([leaf]) => leaf,
    });
    fc.assert(
      fc.property(ten, (chosen) => {
        const values = new Map(
          chosen.map(([leaf, value]) => [JSON.stringify(leaves[leaf]!.path), value]),
        );
        let changed = agreement;
        for (const [leaf, value] of chosen) changed = withValue(changed, leaves[leaf]!.path, value);
        const { nodes } = compose(changed, template);
        expect(shapeOf(nodes)).toBe(before);
        const seen = new Set<string>();
        for (const { from, text } of nodes.flatMap(valuesOf)) {
          const key = JSON.stringify(from);
          const value = values.get(key);
          if (value === undefined) continue;
          seen.add(key);
          expect(text).toBe(value);
        }
        expect(seen.size).toBe(values.size);
      }),
      { numRuns: 500 },
    );
  });

  it('reaches the blocks with every character', () => {
    fc.assert(
      fc.property(hardLine, (value) => {
        const changed = withValue(agreement, ['title'], value);
        const blocks = lower(compose(changed, template), themeFor(changed), noPictures);
        expect(blocksText(blocks)).toContain(value);
      }),
      { numRuns: 200 },
    );
  });
});

describe('all text fields at once', () => {
  it('change nothing but their own characters', () => {
    const template = builtIn('mou');
    const { agreement } = everything(template);
    const before = shapeOf(compose(agreement, template).nodes);
    const leaves = freeTexts(agreement);
    fc.assert(
      fc.property(
        fc.array(hardLine, { minLength: leaves.length, maxLength: leaves.length }),
        (values) => {
          let changed = agreement;
          leaves.forEach(({ path }, index) => {
            // Names and short names stay apart, since a short name equal to the name is not explained.
            changed = withValue(changed, path, `${values[index]}${index}`);
          });
          expect(shapeOf(compose(changed, template).nodes)).toBe(before);
        },
      ),
      { numRuns: 100 },
    );
  });
});
