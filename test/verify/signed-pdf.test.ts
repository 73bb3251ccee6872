// A PDF that was signed after it was made: revisions at its end. Only signatures may stand in them.

import { describe, expect, it } from 'vitest';
import {
  contentNumber,
  numberOf,
  type Parts,
  pageNumbers,
  takeApart,
  writeRevision,
} from './edit-pdf.ts';
import { make, spec, verified } from './papers.ts';

const pdf = await make(spec, 'pdf');
const parts = takeApart(pdf);
const next = Math.max(...parts.objects.keys()) + 1;

/** A signature field on the last page, with this rectangle, and the catalog and page that hold it. */
function signature(rect: string, extra: Record<number, string> = {}): Uint8Array {
  const page = pageNumbers(parts).at(-1)!;
  const catalog = numberOf(parts, /\/Type \/Catalog/);
  const changed = new Map<number, string>([
    [
      next,
      `<< /Type /Annot /Subtype /Widget /FT /Sig /T (Signer) /Rect ${rect} /P ${page} 0 R /F 132 /V ${next + 1} 0 R >>`,
    ],
    [
      next + 1,
      '<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /ByteRange [0 1 2 3] /Contents <00> >>',
    ],
    [page, withEntry(parts, page, 'Annots', `${next} 0 R`)],
    [catalog, withForm(parts, catalog)],
    ...Object.entries(extra).map(([num, source]) => [Number(num), source] as const),
  ]);
  return writeRevision(pdf, changed);
}

function withEntry({ objects }: Parts, num: number, key: string, item: string): string {
  const source = objects.get(num)!;
  return source.includes(`/${key} [`)
    ? source.replace(`/${key} [`, `/${key} [${item} `)
    : source.replace(/^<</, `<< /${key} [${item}]`);
}

function withForm({ objects }: Parts, num: number): string {
  return objects
    .get(num)!
    .replace('/Fields [', `/Fields [${next} 0 R `)
    .replace('/SigFlags 1', '/SigFlags 3');
}

it('with a signature that takes no room on a page is the same', async () => {
  expect(await verified(signature('[0 0 0 0]'), spec)).toMatchObject({
    answer: 'same',
    signatures: 1,
    seen: [],
  });
});

/** The library's field, changed in a revision: signed by default. */
function filled(edit: (field: string) => string): Uint8Array {
  const field = numberOf(parts, /\/T \(signature-library\)/);
  const catalog = numberOf(parts, /\/Type \/Catalog/);
  const look = 'BT /F1 12 Tf 2 2 Td (Maria Okafor) Tj ET';
  const changed = new Map([
    [field, edit(parts.objects.get(field)!)],
    [
      next,
      '<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /ByteRange [0 1 2 3] /Contents <00> >>',
    ],
    [
      next + 1,
      `<< /Type /XObject /Subtype /Form /BBox [0 0 99 29] /Length ${look.length} >>\nstream\n${look}\nendstream`,
    ],
    [catalog, parts.objects.get(catalog)!.replace('/SigFlags 1', '/SigFlags 3')],
  ]);
  return writeRevision(pdf, changed);
}

const sign = (field: string): string =>
  field
    .replace(/^<</, `<< /V ${next} 0 R`)
    .replace(/\/AP <<[^>]*>>/, `/AP << /N ${next + 1} 0 R >>`);

describe('with the field made for it', () => {
  it('signed, it is the same', async () => {
    expect(await verified(filled(sign), spec)).toMatchObject({
      answer: 'same',
      signatures: 1,
      seen: [],
    });
  });

  it.each([
    [
      'spread over the page',
      (field: string) => field.replace(/\/Rect \[[^\]]*\]/, '/Rect [60 100 550 700]'),
    ],
    [
      'with an action',
      (field: string) => field.replace(/^<</, '<< /A << /S /JavaScript /JS (1) >>'),
    ],
    ['of another kind', (field: string) => field.replace('/FT /Sig', '/FT /Tx')],
  ])('signed and %s, it is another paper', async (_, edit) => {
    const { answer, seen } = await verified(
      filled((field) => edit(sign(field))),
      spec,
    );
    expect(answer).toBe('differs');
    expect(seen.join()).toContain('Widget');
  });
});

it('counts a signature that stands on a page and in no form', async () => {
  const page = pageNumbers(parts).at(-1)!;
  const file = writeRevision(
    pdf,
    new Map([
      [page, withEntry(parts, page, 'Annots', `${next} 0 R`)],
      [
        next,
        `<< /Type /Annot /Subtype /Widget /FT /Sig /Rect [0 0 0 0] /V << /Type /Sig /ByteRange [0 1 2 3] >> >>`,
      ],
    ]),
  );
  expect(await verified(file, spec)).toMatchObject({ answer: 'same', signatures: 1, notes: [] });
});

describe('with something else in a revision', () => {
  it('a signature drawn where no field was made', async () => {
    const { answer, seen } = await verified(signature('[60 300 500 700]'), spec);
    expect(answer).toBe('differs');
    expect(seen.join()).toContain(
      'something was put, changed or taken away since it was made: Widget.',
    );
  });

  it('other content of a page', async () => {
    const content = contentNumber(parts, 1);
    const box = 'q 1 1 1 rg 0 0 612 792 re f Q';
    const file = signature('[0 0 0 0]', {
      [content]: `<< /Length ${box.length} >>\nstream\n${box}\nendstream`,
    });
    const { answer, seen, texts } = await verified(file, spec);
    expect([answer, seen]).toEqual(['differs', ['Page 1 was changed since it was made.']]);
    expect(texts.length).toBeGreaterThan(0);
  });

  it('a form that is drawn by a script', async () => {
    const catalog = numberOf(parts, /\/Type \/Catalog/);
    const source = withForm(parts, catalog).replace('/SigFlags 3', '/NeedAppearances true');
    const { answer, seen } = await verified(signature('[0 0 0 0]', { [catalog]: source }), spec);
    expect(answer).toBe('differs');
    expect(seen).toEqual(['Its entry AcroForm.NeedAppearances was changed (since it was made).']);
  });

  it('another spec in place of the one it carried', async () => {
    const embedded = numberOf(parts, /\/Subtype \/application#2Fyaml/);
    const other = spec.replace('400', '900');
    const stream = `<< /Type /EmbeddedFile /Subtype /application#2Fyaml /Length ${other.length} >>\nstream\n${other}\nendstream`;
    const file = signature('[0 0 0 0]', { [embedded]: stream });
    expect((await verified(file, spec)).answer).not.toBe('same');
    expect((await verified(file)).answer).not.toBe('same');
  });

  it('nothing but a revision: the same, and said so', async () => {
    const info = numberOf(parts, /\/Producer/);
    const file = writeRevision(pdf, new Map([[info, parts.objects.get(info)!]]));
    expect(await verified(file, spec)).toMatchObject({
      answer: 'same',
      signatures: 0,
      notes: ['Something was added at its end later that nobody can see; no signature.'],
    });
  });
});
