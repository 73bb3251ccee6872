// Every example in readable form: findings, text, document tree, parts of the DOCX, structure and
// places of the PDF. `npm run golden` writes them anew; look at the difference, and at the pages.

import { readdirSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { placeText } from '../../src/base/diagnostic.ts';
import type { Built } from '../../src/build.ts';
import type { AgreementDocument } from '../../src/model/document.ts';
import { blocksText } from '../../src/model/text.ts';
import { blocksOf, example, examples, make, output, quickPorts } from '../agreements/making.ts';
import { documentOutline } from './document-outline.ts';
import { docxOutline, stylesOutline } from './docx-outline.ts';
import { pdfOutline } from './pdf-outline.ts';

const stems = examples.map((name) => path.parse(name).name);

describe.each(stems)('%s', (stem) => {
  const spec = example(`${stem}.yaml`);
  let built: Built;
  beforeAll(async () => {
    built = await make(spec, {}, quickPorts());
  });
  const matches = (kind: string, text: string): Promise<void> =>
    expect(`${text}\n`).toMatchFileSnapshot(`${stem}/${kind}.txt`);

  it('findings', async () => {
    const findings = built.diagnostics.map(
      ({ span, severity, code, waived, message }) =>
        `${placeText(span)} ${severity} ${code}${waived ? ' (waived)' : ''}\n  ${message}`,
    );
    await matches('findings', findings.join('\n'));
  });

  it('text', async () => {
    await matches('text', blocksText(await blocksOf(spec)));
  });

  it('document', async () => {
    const { emitted } = await make(spec, { emit: 'document' });
    await matches('document', documentOutline((emitted as AgreementDocument).nodes));
  });

  it('docx', async () => {
    await matches('docx', docxOutline(output(built, 'docx')));
  });

  it('pdf', async () => {
    await matches('pdf', await pdfOutline(output(built, 'pdf')));
  });

  // The styles are the theme's: one paper of each size shows them all.
  it.runIf(['stars-over-riverbend', 'safe-journeys'].includes(stem))('styles', async () => {
    await matches('styles', stylesOutline(output(built, 'docx')));
  });
});

it('there is nothing here of an example that is gone', () => {
  const folders = readdirSync(import.meta.dirname, { withFileTypes: true })
    .filter((each) => each.isDirectory())
    .map((each) => each.name);
  expect(folders.filter((name) => !stems.includes(name))).toEqual([]);
});
