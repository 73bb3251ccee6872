// The DOCX of every sample: it says what the blocks say, it is valid, and it is the same every time.

import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { blocksText } from '../../src/model/text.ts';
import { renderDocx } from '../../src/render/docx/index.ts';
import { randomPaper, type Sample, samples } from '../render/sample-paper.ts';
import { edgePapers } from './edge-papers.ts';
import { docxText } from './extract-text.ts';

const render = ({ paper, theme }: Sample): Promise<Uint8Array> =>
  renderDocx(paper, theme, (bytes) => deflateSync(bytes));
const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();

const random = Object.fromEntries(
  Array.from({ length: 24 }, (_, seed) => [`random ${seed}`, () => randomPaper(seed)]),
);
const everySample: [string, () => Sample][] = Object.entries({
  ...samples,
  ...edgePapers,
  ...random,
});

describe('text', () => {
  test.each(everySample)('%s says what its blocks say', async (_, make) => {
    const sample = make();
    expect(squeeze(docxText(await render(sample)))).toBe(squeeze(blocksText(sample.paper.blocks)));
  });
});
