// Fifty generated agreements, built for real: the same text in all formats, the same bytes in any
// order and time zone, nothing that a validator finds.

import { describe, expect, it } from 'vitest';
import type { Built } from '../../src/build.ts';
import { generateSpec } from './generate.ts';
import { expectSameBytes, expectSameText, make, output, type Spec } from './making.ts';
import { describeShape, type Shape, shapes } from './shapes.ts';
import { docxErrors, hasQpdf, pdfErrors, qpdfNote } from './validators.ts';

const specOf = (shape: Shape): Spec => ({
  name: `generated-${shape.seed}.yaml`,
  bytes: new TextEncoder().encode(generateSpec(shape)),
});

const rightToLeft = ({ script }: Shape): boolean => script === 'hebrew' || script === 'arabic';

/** Every seventh: all kinds of sizes and scripts are among them. */
const sample = shapes.filter(({ seed }) => seed % 7 === 1);
const kept = new Map<Shape, Built>();

it('there are fifty, from 2 to 24 partners, and no two alike', () => {
  expect(Math.min(...shapes.map(({ partners }) => partners))).toBe(2);
  expect(Math.max(...shapes.map(({ partners }) => partners))).toBe(24);
  expect(new Set(shapes.map((shape) => generateSpec(shape))).size).toBe(50);
});

describe('the same text in every format', () => {
  it.each(shapes.map((shape) => [describeShape(shape), shape] as const))('%s', async (_, shape) => {
    const built = await make(specOf(shape));
    if (rightToLeft(shape)) {
      expect(built.stopped).toMatch(/^The PDF was not made/);
      expect(built.outputs.map(({ format }) => format)).toEqual(['docx', 'html']);
    } else {
      expect(built.stopped).toBeUndefined();
      expect(built.outputs).toHaveLength(3);
    }
    await expectSameText(specOf(shape), built);
    if (sample.includes(shape)) kept.set(shape, built);
  });
});

it('the order of builds and the time zone leave no trace', async () => {
  const zone = process.env.TZ;
  process.env.TZ = 'Pacific/Kiritimati';
  try {
    for (const shape of [...sample].reverse()) {
      expectSameBytes(kept.get(shape)!, await make(specOf(shape)));
    }
  } finally {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  }
});

describe('a validator finds nothing', () => {
  it.each(sample.map((shape) => [describeShape(shape), shape] as const))(
    'the OOXML SDK: %s',
    async (_, shape) => {
      expect(await docxErrors(output(kept.get(shape)!, 'docx'), 'Microsoft365')).toEqual([]);
    },
  );

  it.skipIf(!hasQpdf)(`qpdf, in any of them${qpdfNote}`, async () => {
    for (const [shape, built] of kept) {
      if (!rightToLeft(shape)) expect(await pdfErrors(output(built, 'pdf'))).toBe('');
    }
  });
});
