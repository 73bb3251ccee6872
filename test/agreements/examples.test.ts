// Every file in agreements/, built for real: the same text in all formats, the same bytes every time,
// nothing that a validator finds. Their goldens are in test/golden.

import { beforeAll, describe, expect, it } from 'vitest';
import type { Built } from '../../src/build.ts';
import {
  example,
  examples,
  expectSameBytes,
  expectSameText,
  make,
  output,
  realPorts,
} from './making.ts';
import { docxErrors, hasQpdf, pdfErrors, qpdfNote } from './validators.ts';

describe.each(examples)('%s', (name) => {
  let made: Built;
  beforeAll(async () => {
    made = await make(example(name), {}, realPorts());
  });

  it('says the same in every format', async () => {
    expect(made.stopped).toBeUndefined();
    await expectSameText(example(name), made);
  });

  it('has the same bytes when everything is done anew', async () => {
    expectSameBytes(made, await make(example(name), {}, realPorts()));
  });

  it.each(['Microsoft365', 'Office2019'] as const)(
    'the OOXML SDK finds nothing (%s)',
    async (v) => {
      expect(await docxErrors(output(made, 'docx'), v)).toEqual([]);
    },
  );

  it.skipIf(!hasQpdf)(`qpdf finds nothing${qpdfNote}`, async () => {
    expect(await pdfErrors(output(made, 'pdf'))).toBe('');
  });
});

it.each([
  ['stars-over-riverbend.yaml', 'draft'],
  ['friends-of-elm-street.yaml', 'final'],
  ['shared-heritage-consortium.yaml', 'draft'],
  ['safe-journeys.yaml', 'draft'],
])('%s is complete: nothing open', async (name, status) => {
  const built = await make(example(name), { formats: ['html'] });
  expect(built.diagnostics.filter((each) => !each.waived)).toEqual([]);
  expect(built.status).toBe(status);
});

describe('the validators are awake', () => {
  it('the OOXML SDK refuses a broken DOCX', async () => {
    expect(await docxErrors(new TextEncoder().encode('PK'), 'Microsoft365')).not.toEqual([]);
  });

  it.skipIf(!hasQpdf)(`qpdf refuses a broken PDF${qpdfNote}`, async () => {
    expect(await pdfErrors(new TextEncoder().encode('%PDF-1.7\n'))).not.toBe('');
  });
});
