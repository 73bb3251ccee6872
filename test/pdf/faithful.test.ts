// The PDF says what the blocks say, read back by an independent reader; and the same bytes each time.

import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { FontWanted } from '../../src/base/errors.ts';
import { blocksText } from '../../src/model/text.ts';
import { renderPdf } from '../../src/render/pdf/index.ts';
import {
  makeSample,
  paragraph,
  randomPaper,
  type Sample,
  sampleFonts,
  samples,
  text,
} from '../render/sample-paper.ts';
import { pdfText, squeezed } from './extract-text.ts';

const deflate = (bytes: Uint8Array): Uint8Array => new Uint8Array(deflateSync(bytes));

async function render({ paper, theme }: Sample): Promise<Uint8Array> {
  return renderPdf(paper, theme, await sampleFonts(theme), deflate);
}

describe('text of the PDF', () => {
  it.each(Object.keys(samples))('equals the text of the blocks: %s', async (name) => {
    const sample = samples[name]!();
    expect(squeezed(await pdfText(await render(sample)))).toBe(
      squeezed(blocksText(sample.paper.blocks)),
    );
  });

  it.each(Array.from({ length: 12 }, (_, seed) => seed))(
    'equals the text of the blocks: generated paper %i',
    async (seed) => {
      const sample = randomPaper(seed);
      expect(squeezed(await pdfText(await render(sample)))).toBe(
        squeezed(blocksText(sample.paper.blocks)),
      );
    },
  );
});

describe('bytes of the PDF', () => {
  it('are the same in any order of documents and in any time zone', async () => {
    const names = ['rich', 'missing', 'partners9', 'tricky', 'rows60'];
    const first = new Map<string, Uint8Array>();
    for (const name of names) first.set(name, await render(samples[name]!()));
    const zone = process.env.TZ;
    process.env.TZ = 'Pacific/Kiritimati';
    const again = await Promise.all(names.toReversed().map((name) => render(samples[name]!())));
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
    names.toReversed().forEach((name, index) => {
      expect(Buffer.compare(again[index]!, first.get(name)!), name).toBe(0);
    });
  });

  it('do not depend on what was shaped before', async () => {
    const theme = samples.rich!().theme;
    const before = await render(samples.rich!());
    // Fresh font objects: nothing parsed, nothing shaped.
    const fresh = new Map(
      [...(await sampleFonts(theme))].map(([file, bytes]) => [file, bytes.slice()]),
    );
    const { paper } = samples.rich!();
    const after = await renderPdf(paper, theme, fresh, deflate);
    expect(Buffer.compare(after, before)).toBe(0);
  });

  it('need no font files for usual characters, and say so where others stand', async () => {
    const of = (line: string): Sample => makeSample([paragraph('body', [text(line)])], 0);
    const usual = of('Stars “over” Riverbend – for 5 €\nand the next line.');
    const { paper, theme } = usual;
    const without = await renderPdf(paper, theme, new Map(), deflate);
    expect(Buffer.compare(without, await render(usual))).toBe(0);
    await expect(renderPdf(of('Łódź').paper, theme, new Map(), deflate)).rejects.toThrow(
      FontWanted,
    );
  });

  it('carry an ID that differs between papers', async () => {
    const id = (bytes: Uint8Array): string =>
      /\/ID \[<([0-9a-f]{32})>/.exec(Buffer.from(bytes).toString('latin1'))![1]!;
    const ids = await Promise.all(
      ['rich', 'partners3', 'rows3'].map(async (name) => id(await render(samples[name]!()))),
    );
    expect(new Set(ids).size).toBe(3);
  });
});
