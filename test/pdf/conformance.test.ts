// What PDF/UA-1 and PDF/A-3a ask for and can be read from the file itself.

import { deflateSync, inflateSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { renderPdf } from '../../src/render/pdf/index.ts';
import {
  longUrl,
  makeSample,
  paragraph,
  partnersPaper,
  richPaper,
  type Sample,
  sampleFonts,
  samples,
  text,
} from '../render/sample-paper.ts';
import { pdfText, type StructureElement, squeezed, structureOf } from './extract-text.ts';
import { dict, PdfName, PdfRef, type PdfValue, readObjects, resolve } from './pdf-objects.ts';

const deflate = (bytes: Uint8Array): Uint8Array => new Uint8Array(deflateSync(bytes));

async function render({ paper, theme }: Sample): Promise<Uint8Array> {
  return renderPdf(paper, theme, await sampleFonts(theme), deflate);
}

function all(element: StructureElement, type: string): readonly StructureElement[] {
  const own = element.type === type ? [element] : [];
  return [...own, ...element.kids.flatMap((kid) => ('mcid' in kid ? [] : all(kid, type)))];
}

let bytes: Uint8Array;
let raw: string;
let objects: ReadonlyMap<number, PdfValue>;
beforeAll(async () => {
  bytes = await render(richPaper());
  raw = Buffer.from(bytes).toString('latin1');
  objects = readObjects(bytes);
});

describe('the file', () => {
  it('starts as PDF 1.7 and ends as a PDF ends', () => {
    expect(raw.startsWith('%PDF-1.7\n%\u00ff\u00ff\u00ff\u00ff\n')).toBe(true);
    expect(raw.trimEnd().endsWith('%%EOF')).toBe(true);
  });

  it('says title, language and standards, markup escaped', () => {
    const utf8 = Buffer.from(bytes).toString('utf8');
    const xmp = utf8.slice(utf8.indexOf('<x:xmpmeta'), utf8.indexOf('</x:xmpmeta>'));
    expect(xmp).toContain('Memorandum of Understanding &lt;Stars &amp; Stories&gt;');
    expect(xmp).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(xmp).toContain('<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>');
    expect(xmp).toContain('<xmp:CreateDate>2027-01-11T00:00:00Z</xmp:CreateDate>');
    const trailer = dict(objects, new PdfRef(0));
    const info = dict(objects, trailer.Info);
    expect(resolve(objects, info.Title)).toBe('Memorandum of Understanding <Stars & Stories>');
    expect(resolve(objects, info.CreationDate)).toBe('D:20270111000000Z');
    expect(resolve(objects, info.ModDate)).toBe('D:20270111000000Z');
    const catalog = dict(objects, trailer.Root);
    expect(catalog.Lang).toBe('en-GB');
    expect(dict(objects, catalog.ViewerPreferences).DisplayDocTitle).toBe(true);
    expect(dict(objects, catalog.MarkInfo).Marked).toBe(true);
  });

  it('carries a colour profile and embeds every font with a way back to text', () => {
    const dicts = [...objects.values()].filter(
      (value) => value !== null && typeof value === 'object',
    );
    const ofType = (key: string, name: string): readonly Record<string, PdfValue>[] =>
      dicts.filter((value) => {
        const found = (value as Record<string, PdfValue>)[key];
        return found instanceof PdfName && found.name === name;
      }) as Record<string, PdfValue>[];
    expect(ofType('S', 'GTS_PDFA1').length).toBe(1);
    const fonts = ofType('Subtype', 'Type0');
    expect(fonts.length).toBeGreaterThan(3);
    for (const font of fonts) expect(font.ToUnicode).toBeInstanceOf(PdfRef);
    for (const descriptor of ofType('Type', 'FontDescriptor')) {
      expect(descriptor.FontFile2).toBeInstanceOf(PdfRef);
      expect(descriptor.CIDSet).toBeUndefined();
    }
  });
});

describe('the structure', () => {
  it('is known to every page, sequence by sequence, and annotations stand on their pages', () => {
    const catalog = dict(objects, dict(objects, new PdfRef(0)).Root);
    const tree = dict(objects, dict(objects, catalog.StructTreeRoot).ParentTree);
    const numbers = tree.Nums as PdfValue[];
    const parents = new Map(
      numbers.flatMap((key, index) => (index % 2 ? [] : [[key, numbers[index + 1]!] as const])),
    );
    const pages = dict(objects, catalog.Pages).Kids as PdfRef[];
    const claimed = new Map<string, number>();
    const claim = (element: StructureElement, num: number): void => {
      for (const kid of element.kids) {
        if ('mcid' in kid) claimed.set(`${kid.page}/${kid.mcid}`, num);
      }
    };
    const numOf = (element: StructureElement): number =>
      [...objects].find(([, value]) => value === element.dict)![0];
    const visit = (element: StructureElement): void => {
      claim(element, numOf(element));
      for (const kid of element.kids) if (!('mcid' in kid)) visit(kid);
    };
    visit(structureOf(bytes, objects));
    const counts = { Link: 0, Form: 0 };
    for (const ref of pages) {
      const page = dict(objects, ref);
      expect((page.Tabs as PdfName).name).toBe('S');
      const owners = resolve(objects, parents.get(page.StructParents as number)) as PdfRef[];
      expect(owners.length).toBeGreaterThan(0);
      owners.forEach((owner, mcid) => {
        expect(claimed.get(`${ref.num}/${mcid}`)).toBe(owner.num);
      });
      for (const annotation of (page.Annots ?? []) as PdfRef[]) {
        const own = dict(objects, annotation);
        const parent = dict(objects, parents.get(own.StructParent as number));
        const kind = (own.Subtype as PdfName).name === 'Widget' ? 'Form' : 'Link';
        expect((parent.S as PdfName).name).toBe(kind);
        counts[kind] += 1;
      }
    }
    expect(counts).toEqual({ Link: 3, Form: 2 });
  });

  it('holds every link annotation inside a Link element, and each has words', () => {
    const links = all(structureOf(bytes), 'Link');
    const annotations = [...objects.values()].filter(
      (value) =>
        value !== null &&
        typeof value === 'object' &&
        'Subtype' in value &&
        (value.Subtype as PdfName).name === 'Link',
    ) as Record<string, PdfValue>[];
    expect(annotations.length).toBe(3);
    expect(links.length).toBe(3);
    expect(annotations.map((each) => each.Contents)).toEqual([
      '2',
      'Annex 1',
      'https://library.example/rules?a=1&b=2',
    ]);
    for (const link of links) {
      const kids = resolve(objects, link.dict.K) as PdfValue[];
      const reference = dict(
        objects,
        kids.find((kid) => typeof kid === 'object'),
      );
      expect((reference.Type as PdfName).name).toBe('OBJR');
    }
  });

  it('leads references to the page and height of their target', () => {
    const pages = [...objects].filter(([, value]) => {
      const type = dict(objects, value).Type;
      return type instanceof PdfName && type.name === 'Page';
    });
    const goals = [...objects.values()].flatMap((value) => {
      const each = dict(objects, value);
      return Array.isArray(each.Dest) && each.Subtype ? [each.Dest] : [];
    });
    expect(
      goals.map((goal) => pages.findIndex(([num]) => num === (goal[0] as PdfRef).num)),
    ).toEqual([1, 3]);
  });

  it('gives every figure its words and its place, every note its ID', () => {
    const root = structureOf(bytes);
    const figures = all(root, 'Figure');
    expect(figures.map((each) => each.dict.Alt)).toEqual([
      'Logo of Riverbend Public Library',
      'Logo of Harlow County Astronomy Club',
      'Plan of the reading room',
    ]);
    for (const figure of figures) expect(dict(objects, figure.dict.A).BBox).toHaveLength(4);
    expect(all(root, 'Notice').map((each) => each.dict.ID)).toEqual(['notice-1', 'notice-2']);
  });

  it('says which language a run is in, where it differs', () => {
    expect(all(structureOf(bytes), 'Span').map((each) => each.dict.Lang)).toEqual([
      'pl',
      'el',
      'uk',
    ]);
  });

  it('keeps the order of headings, tables with scopes, lists with labels', () => {
    const root = structureOf(bytes);
    const headings = root.kids.flatMap((kid) =>
      'mcid' in kid || !/^H\d$/.test(kid.type) ? [] : [kid.type],
    );
    expect(headings).toEqual(['H1', 'H2', 'H2', 'H2', 'H3', 'H4', 'H2', 'H2']);
    for (const cell of all(root, 'TH'))
      expect(dict(objects, cell.dict.A).Scope).toBeInstanceOf(PdfName);
    for (const item of all(root, 'LI')) {
      expect(item.kids.map((kid) => ('mcid' in kid ? '' : kid.type))).toEqual(['Lbl', 'LBody']);
    }
  });
});

describe('what needs care', () => {
  it('a reference to nowhere stays text', async () => {
    const file = await render(
      makeSample(
        [paragraph('body', [text('See '), { kind: 'reference', target: 'gone', label: '7' }])],
        2,
      ),
    );
    expect(squeezed(await pdfText(file))).toBe('See 7');
    expect(all(structureOf(file), 'Link')).toEqual([]);
  });

  it('a link over two lines has two annotations in one element', async () => {
    const url = `${longUrl}&more=${'x'.repeat(60)}`;
    const link = { kind: 'link', href: url, content: [{ kind: 'text', text: url }] } as const;
    const file = await render(makeSample([paragraph('body', [link])], 2));
    const [element] = all(structureOf(file), 'Link');
    const found = readObjects(file);
    const kids = (resolve(found, element!.dict.K) as PdfValue[]).filter(
      (kid) => typeof kid === 'object',
    );
    expect(kids.length).toBeGreaterThan(1);
  });

  it('a character without a glyph is drawn as a box and carries itself as ActualText', async () => {
    const file = await render(
      makeSample([paragraph('body', 'x\u{1F600}y')], 2, { status: 'final' }),
    );
    expect(await pdfText(file)).toBe('x\u{1F600}y');
    const streams = [
      ...Buffer.from(file)
        .toString('latin1')
        .matchAll(/stream\n([\s\S]*?)\nendstream/g),
    ];
    const contents = streams.map((match) => {
      try {
        return inflateSync(Buffer.from(match[1]!, 'latin1')).toString('latin1');
      } catch {
        return '';
      }
    });
    const page = contents.find((each) => each.includes(' BDC'))!;
    expect(page).toContain('/Span <</ActualText <feffd83dde00>>> BDC');
    expect(page).toMatch(/ re f\* q 1 0 0 1 /);
  });

  it('a zero width no-break space leaves no forbidden mapping', async () => {
    const file = await render(makeSample([paragraph('body', 'a\ufeffb')], 2));
    expect(squeezed(await pdfText(file))).toBe('a b');
  });

  it('a title longer than the header is cut there, and nowhere else', async () => {
    const title = 'Memorandum of a very long and thorough understanding '.repeat(8).trim();
    const { paper, theme } = partnersPaper(3, { title });
    const file = await render({ paper, theme });
    const info = dict(readObjects(file), dict(readObjects(file), new PdfRef(0)).Info);
    expect(resolve(readObjects(file), info.Title)).toBe(title);
  });

  it('pictures are written once, colour and alpha apart', async () => {
    const file = Buffer.from(await render(samples.partners4!())).toString('latin1');
    // Four logos, one of them opaque: four images and three masks.
    expect(file.match(/\/Subtype \/Image/g)!.length).toBe(7);
    expect(file.match(/\/SMask \d+ 0 R/g)!.length).toBe(3);
  });

  it('a missing font or picture is our fault and says so', async () => {
    const { paper, theme } = richPaper();
    await expect(renderPdf(paper, theme, new Map(), deflate)).rejects.toThrow(/font file/);
    const fonts = await sampleFonts(theme);
    await expect(
      renderPdf({ ...paper, pictures: new Map() }, theme, fonts, deflate),
    ).rejects.toThrow(/no picture/);
  });
});
