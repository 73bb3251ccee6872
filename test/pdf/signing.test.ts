// Where people sign in a PDF: an empty field for each of them, or the tags of a signing service, where
// that service looks for them. pdf.js reads both, as services do: it does not ask what is an artifact.

import { deflateSync } from 'node:zlib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import type { SignatureBlock } from '../../src/model/block.ts';
import type { EsignService, Signing } from '../../src/model/esign.ts';
import { blocksText } from '../../src/model/text.ts';
import { renderPdf } from '../../src/render/pdf/index.ts';
import { makeSample, type Sample, sampleFonts, text } from '../render/sample-paper.ts';
import { pdfText, squeezed } from './extract-text.ts';
import { dict, type PdfName, type PdfRef, readObjects } from './pdf-objects.ts';

const block = (key: string, name: string | undefined): SignatureBlock => ({
  signer: { key, label: `Signature of ${name ?? 'somebody'} for ${key}` },
  organisation: [text(`The ${key}`)],
  accent: 'p1',
  fields: [
    { label: 'Signature', purpose: 'signature' },
    name === undefined
      ? { label: 'Name', purpose: 'name' }
      : { label: 'Name', value: name, purpose: 'name' },
    { label: 'Title', purpose: 'title' },
    { label: 'Date', purpose: 'date' },
  ],
});
const sample = (signing: Signing): Sample =>
  makeSample(
    [
      { kind: 'heading', level: 0, content: [text('A paper')] },
      {
        kind: 'signatures',
        columns: 2,
        blocks: [block('library', 'Maria Okafor'), block('club', undefined)],
      },
    ],
    2,
    { status: 'final', signing },
  );

async function render({ paper, theme }: Sample): Promise<Uint8Array> {
  const deflate = (bytes: Uint8Array): Uint8Array => new Uint8Array(deflateSync(bytes));
  return renderPdf(paper, theme, await sampleFonts(theme), deflate);
}

interface Word {
  readonly text: string;
  readonly x: number;
  /** Of the baseline, from the top. */
  readonly y: number;
  readonly size: number;
  readonly width: number;
}

async function words(bytes: Uint8Array): Promise<readonly Word[]> {
  const document = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
  const page = await document.getPage(1);
  const { items } = await page.getTextContent();
  const height = page.getViewport({ scale: 1 }).height;
  await document.loadingTask.destroy();
  return items.flatMap((item) =>
    'str' in item && item.str.trim()
      ? [
          {
            text: item.str.trim(),
            x: item.transform[4] as number,
            y: height - (item.transform[5] as number),
            size: item.height,
            width: item.width,
          },
        ]
      : [],
  );
}

async function tagsOf(service: EsignService): Promise<readonly Word[]> {
  return (await words(await render(sample(service)))).filter(({ text: word }) =>
    /^(\{\{.*\}\}|\\.*\\)$/.test(word),
  );
}

describe('the lines of signature blocks side by side', () => {
  it('stand level, also where one is printed and the other is left to be filled in', async () => {
    const said = await words(await render(sample('fields')));
    const heights = (label: string): readonly number[] =>
      said.filter((word) => word.text === label).map(({ y }) => Math.round(y * 10) / 10);
    for (const label of ['Signature', 'Name', 'Title', 'Date']) {
      const [left, right] = heights(label);
      expect(left, label).toBe(right);
      expect(heights(label), label).toHaveLength(2);
    }
    expect(heights('Name')[0]).toBeGreaterThan(heights('Signature')[0]! + 20);
  });
});

describe('an empty signature field', () => {
  it('stands over the line of each person, named for programs and for people', async () => {
    const bytes = await render(sample('fields'));
    const objects = readObjects(bytes);
    const catalog = dict(objects, dict(objects, objects.get(0)).Root);
    const form = dict(objects, catalog.AcroForm);
    expect(form.SigFlags).toBe(1);
    const fields = (form.Fields as PdfRef[]).map((ref) => dict(objects, ref));
    expect(
      fields.map((field) => [field.T, field.TU, (field.FT as PdfName).name, 'V' in field]),
    ).toEqual([
      ['signature-library', 'Signature of Maria Okafor for library', 'Sig', false],
      ['signature-club', 'Signature of somebody for club', 'Sig', false],
    ]);
    const labels = (await words(bytes)).filter(({ text: word }) => word === 'Signature');
    fields.forEach(({ Rect }, index) => {
      const [left, bottom, right, top] = Rect as [number, number, number, number];
      const label = labels[index]!;
      expect(left).toBeGreaterThan(label.x + label.width);
      expect(right - left).toBeGreaterThan(120);
      expect(top - bottom).toBeGreaterThan(20);
      // The field ends where the rule to write on is, which is where the label stands.
      expect(Math.abs(841.89 - bottom - label.y)).toBeLessThan(6);
    });
  });

  it('does not count as text, and neither does a tag', async () => {
    for (const signing of ['fields', 'docuseal', 'documenso', 'anchors'] as const) {
      const it = sample(signing);
      expect(squeezed(await pdfText(await render(it)))).toBe(squeezed(blocksText(it.paper.blocks)));
    }
  });

  it('is not there with the tags of a service, and without signatures', async () => {
    const formOf = async (it: Sample): Promise<unknown> => {
      const objects = readObjects(await render(it));
      return dict(objects, dict(objects, objects.get(0)).Root).AcroForm;
    };
    expect(await formOf(sample('docuseal'))).toBeUndefined();
    const letter = makeSample([{ kind: 'heading', level: 0, content: [text('A paper')] }], 2);
    expect(await formOf(letter)).toBeUndefined();
    expect(await formOf(sample('fields'))).toBeDefined();
  });
});

describe('the tags of a signing service', () => {
  it('DocuSeal: each says what and for whom, and how large the room below it is', async () => {
    const tags = await tagsOf('docuseal');
    expect(tags.map((each) => each.text.replace(/\d+(?=;height|\}\}$)/g, 'N'))).toEqual([
      '{{Signature 1;type=signature;role=library;width=N;height=N}}',
      '{{Title 1;type=text;role=library;width=N;height=N}}',
      '{{Date 1;type=datenow;role=library;width=N;height=N}}',
      '{{Signature 2;type=signature;role=club;width=N;height=N}}',
      '{{Name 2;type=text;role=club;width=N;height=N}}',
      '{{Title 2;type=text;role=club;width=N;height=N}}',
      '{{Date 2;type=datenow;role=club;width=N;height=N}}',
    ]);
    const size = /width=(\d+);height=(\d+)/.exec(tags[0]!.text)!;
    const [label] = (await words(await render(sample('docuseal')))).filter(
      ({ text: word }) => word === 'Signature',
    );
    expect(tags[0]!.x).toBeGreaterThan(label!.x + label!.width);
    // The room begins at the tag's top and ends above the rule.
    const end = tags[0]!.y - tags[0]!.size + Number(size[2]);
    expect(end).toBeLessThanOrEqual(label!.y + 1);
    expect(end).toBeGreaterThan(label!.y - 6);
    expect(Number(size[1])).toBeGreaterThan(120);
  });

  it('Documenso: each is as large as the room', async () => {
    const tags = await tagsOf('documenso');
    expect(tags.map((each) => each.text)).toEqual([
      '{{signature, r1}}',
      '{{text, r1, label=Title}}',
      '{{date, r1}}',
      '{{signature, r2}}',
      '{{name, r2}}',
      '{{text, r2, label=Title}}',
      '{{date, r2}}',
    ]);
    expect(tags[0]!.width).toBeGreaterThan(120);
  });

  it('anchors: at the start of each line, and behind a name that is printed', async () => {
    const tags = await tagsOf('anchors');
    expect(tags.map((each) => each.text)).toEqual([
      ...['\\s1\\', '\\n1\\', '\\t1\\', '\\d1\\'],
      ...['\\s2\\', '\\n2\\', '\\t2\\', '\\d2\\'],
    ]);
    const all = await words(await render(sample('anchors')));
    const name = all.find(({ text: word }) => word.startsWith('Maria Okafor'))!;
    expect(tags[1]!.x).toBeGreaterThanOrEqual(name.x + name.width - 1);
    expect(tags[1]!.y).toBeCloseTo(name.y, 0);
  });
});
