// Layout and structure of two papers in readable form; look at the difference before accepting it.

import { describe, expect, it } from 'vitest';
import { openFaces } from '../../src/render/pdf/faces.ts';
import { type Layout, layOut } from '../../src/render/pdf/layout.ts';
import {
  factsTable,
  makeSample,
  nestedList,
  paragraph,
  partnersPaper,
  type Sample,
  sampleFonts,
  sentence,
  text,
} from '../render/sample-paper.ts';
import { dumpPages, dumpStructure } from './dump-layout.ts';

async function lay({ paper, theme }: Sample): Promise<Layout> {
  return layOut(paper, theme, openFaces(theme, await sampleFonts(theme)));
}

describe('golden layouts', () => {
  const small = (): Sample =>
    makeSample(
      [
        { kind: 'heading', level: 0, content: [text('Letter')] },
        factsTable([['Term', 'One year']]),
        paragraph(
          'clause',
          [text('See '), { kind: 'reference', target: 'a', label: '1.2' }, text(' and \u4e2d.')],
          {
            number: { scheme: 'clause', level: 1, label: '1.1' },
          },
        ),
        paragraph('clause', sentence('latin', 3), {
          anchor: 'a',
          number: { scheme: 'clause', level: 1, label: '1.2' },
        }),
        nestedList('greek'),
      ],
      2,
    );
  it('of a small paper', async () => {
    const layout = await lay(small());
    await expect(`${dumpPages(layout)}\n`).toMatchFileSnapshot('golden/small.layout.txt');
    await expect(`${dumpStructure(layout.root)}\n`).toMatchFileSnapshot(
      'golden/small.structure.txt',
    );
  });
  it('of the structure of a paper with everything', async () => {
    const layout = await lay(partnersPaper(2));
    await expect(`${dumpStructure(layout.root)}\n`).toMatchFileSnapshot(
      'golden/rich.structure.txt',
    );
  });
});
