// What is filled in when people sign: content controls, what they show while empty, and the protection
// of a final paper around them.

import { describe, expect, test } from 'vitest';
import type { Block, SignatureField } from '../../src/model/block.ts';
import type { Signing } from '../../src/model/esign.ts';
import { dateFormat } from '../../src/render/docx/date-format.ts';
import { makeSample, type Sample, text } from '../render/sample-paper.ts';
import { open } from './rendering.ts';
import { dump } from './xml-dump.ts';
import { all, elements, find, type Node } from './xml-tree.ts';

const fields: readonly SignatureField[] = [
  { label: 'Signature', purpose: 'signature' },
  { label: 'Name', value: 'Maria Okafor', purpose: 'name' },
  { label: 'Title', purpose: 'title' },
  { label: 'Date', purpose: 'date' },
];
const long = 'Ministry of Family, Youth and Senior Citizens of the Republic of Marenia';
const block = (name: string, accent: string, own = fields) => ({
  signer: { key: accent, label: `Signature for ${name}` },
  organisation: [text(name)],
  accent,
  fields: own,
});
const paper = (status: 'draft' | 'final', own = fields, signing: Signing = 'fields'): Sample => {
  const blocks: readonly Block[] = [
    { kind: 'heading', level: 0, content: [text('A paper')] },
    {
      kind: 'signatures',
      columns: 2,
      blocks: [block('City Library', 'p1', own), block(long, 'p2', own)],
    },
  ];
  return makeSample(blocks, 2, { status, signing });
};

describe('signature fields', () => {
  test('are content controls that show a rule while they are empty', async () => {
    const { document } = await open(paper('final'));
    const controls = all(document, 'w:sdt');
    expect(controls).toHaveLength(6);
    expect(dump(controls[0]!)).toMatchInlineSnapshot(`
      [
        "sdt",
        "  sdtPr",
        "    alias val=Signature: City Library",
        "    tag val=signature-1",
        "    id val=1",
        "    lock val=sdtLocked",
        "    placeholder",
        "      docPart val=AgreementRule",
        "    showingPlcHdr",
        "    text",
        "  sdtContent",
        "    r",
        "      rPr",
        "        rStyle val=SignatureRule",
        "      tab",
      ]
    `);
    expect(dump(find(controls[2], 'w:sdtPr')!)).toMatchInlineSnapshot(`
      [
        "sdtPr",
        "  alias val=Date: City Library",
        "  tag val=date-1",
        "  id val=3",
        "  lock val=sdtLocked",
        "  placeholder",
        "    docPart val=AgreementRule",
        "  showingPlcHdr",
        "  date",
        "    dateFormat val=d MMMM yyyy",
        "    lid val=en-GB",
        "    storeMappedDataAs val=date",
        "    calendar val=gregorian",
      ]
    `);
    expect(
      controls.map((each) => [
        find(each, 'w:sdtPr', 'w:id')?.attributes['w:val'],
        find(each, 'w:sdtPr', 'w:tag')?.attributes['w:val'],
      ]),
    ).toEqual([
      ['1', 'signature-1'],
      ['2', 'title-1'],
      ['3', 'date-1'],
      ['4', 'signature-2'],
      ['5', 'title-2'],
      ['6', 'date-2'],
    ]);
    for (const each of all(document, 'w:alias'))
      expect(each.attributes['w:val']!.length).toBeLessThanOrEqual(64);
    expect(all(document, 'w:alias')[3]?.attributes['w:val']).toBe(
      'Signature: Ministry of Family, Youth and Senior Citizens of…',
    );
  });

  test('show the rule again when they are emptied, from the glossary', async () => {
    const { part, parts } = await open(paper('draft'));
    expect(dump(part('word/glossary/document.xml'))).toMatchInlineSnapshot(`
      [
        "glossaryDocument xmlns:w=http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "  docParts",
        "    docPart",
        "      docPartPr",
        "        name val=AgreementRule",
        "        category",
        "          name val=General",
        "          gallery val=placeholder",
        "        types",
        "          type val=bbPlcHdr",
        "        behaviors",
        "          behavior val=content",
        "        guid val={6B1F3B0E-2C54-4B0C-9D5B-7A1E54A0C3D1}",
        "      docPartBody",
        "        p",
        "          r",
        "            rPr",
        "              rStyle val=SignatureRule",
        "            tab",
      ]
    `);
    expect(parts.get('word/_rels/document.xml.rels')).toContain('glossary/document.xml');
    expect(parts.get('[Content_Types].xml')).toContain('document.glossary+xml');
  });

  test('need no glossary where everything is known', async () => {
    const known = fields.map((field) => ({ ...field, value: 'known' }));
    const { parts, document } = await open(paper('final', known));
    expect([...parts.keys()].filter((name) => name.includes('glossary'))).toEqual([]);
    expect(parts.get('word/_rels/document.xml.rels')).not.toContain('glossary');
    expect(all(document, 'w:sdt')).toEqual([]);
  });

  test('stand level beside a name of two lines', async () => {
    const { document } = await open(paper('draft'));
    const lines = all(document, 'w:p').filter(
      (each) => find(each, 'w:pPr', 'w:pStyle')?.attributes['w:val'] === 'SignatureLine',
    );
    // 25 pt of the style and one line of 13.5 pt: the long name takes one line more. Space below the
    // name would be lost: of two spaces between paragraphs, Word keeps the larger.
    expect(lines.map((each) => find(each, 'w:pPr', 'w:spacing')?.attributes['w:before'])).toEqual([
      '770',
      undefined,
    ]);
  });

  test('have their accent as a short bar in the ink of the partner', async () => {
    const sample = paper('draft');
    const { document } = await open(sample);
    const bars = all(document, 'w:pBdr').flatMap((each) => elements(each));
    expect(
      bars.map((each) => [each.name, each.attributes['w:sz'], each.attributes['w:color']]),
    ).toEqual([
      ['w:top', '24', sample.theme.partners.p1!.ink.slice(1).toUpperCase()],
      ['w:top', '24', sample.theme.partners.p2!.ink.slice(1).toUpperCase()],
    ]);
  });
});

describe('protection', () => {
  test('lets nothing but the fields of a final paper be edited, without a password', async () => {
    const { part } = await open(paper('final'));
    const protection = find(part('word/settings.xml'), 'w:documentProtection');
    expect(protection?.attributes).toEqual({ 'w:edit': 'forms', 'w:enforcement': '1' });
  });

  test('is not on a draft', async () => {
    const { part } = await open(paper('draft'));
    expect(find(part('word/settings.xml'), 'w:documentProtection')).toBeUndefined();
  });
});

test.each([
  ['en-US', 'MMMM d, yyyy'],
  ['en-GB', 'd MMMM yyyy'],
  ['de', 'd. MMMM yyyy'],
  ['es', "d 'de' MMMM 'de' yyyy"],
  ['pl', 'd MMMM yyyy'],
])('dates in %s are picked as %s', (language, format) => {
  expect(dateFormat(language)).toBe(format);
});

describe('the tags of a signing service', () => {
  const tags = async (signing: Signing): Promise<readonly (readonly string[])[]> => {
    const { document } = await open(paper('final', fields, signing));
    return all(document, 'w:p').flatMap((paragraph) => {
      const white = all(paragraph, 'w:r').filter(
        (run) => find(run, 'w:rPr', 'w:color')?.attributes['w:val'] === 'FFFFFF',
      );
      const style = find(paragraph, 'w:pPr', 'w:pStyle')?.attributes['w:val'] ?? '';
      const size = (run: Node): string => find(run, 'w:rPr', 'w:sz')?.attributes['w:val'] ?? '';
      return white.map((run) => [style, size(run), texts(run)]);
    });
  };
  const texts = (run: Node): string =>
    all(run, 'w:t')
      .flatMap((each) => each.children.map((child) => (typeof child === 'string' ? child : '')))
      .join('');

  test('stand in a low line above the line to write on, or at its start', async () => {
    expect(await tags('fields')).toEqual([]);
    expect(await tags('docuseal')).toMatchInlineSnapshot(`
      [
        [
          "SignatureGap",
          "4",
          "{{Signature 1;type=signature;role=p1;width=166;height=35}}",
        ],
        [
          "SignatureGap",
          "4",
          "{{Title 1;type=text;role=p1;width=166;height=21}}",
        ],
        [
          "SignatureGap",
          "4",
          "{{Date 1;type=datenow;role=p1;width=166;height=21}}",
        ],
        [
          "SignatureGap",
          "4",
          "{{Signature 2;type=signature;role=p2;width=166;height=35}}",
        ],
        [
          "SignatureGap",
          "4",
          "{{Title 2;type=text;role=p2;width=166;height=21}}",
        ],
        [
          "SignatureGap",
          "4",
          "{{Date 2;type=datenow;role=p2;width=166;height=21}}",
        ],
      ]
    `);
    expect(await tags('documenso')).toMatchInlineSnapshot(`
      [
        [
          "SignatureGap",
          "36",
          "{{signature, r1}}",
        ],
        [
          "SignatureGap",
          "17",
          "{{text, r1, label=Title}}",
        ],
        [
          "SignatureGap",
          "17",
          "{{date, r1}}",
        ],
        [
          "SignatureGap",
          "36",
          "{{signature, r2}}",
        ],
        [
          "SignatureGap",
          "17",
          "{{text, r2, label=Title}}",
        ],
        [
          "SignatureGap",
          "17",
          "{{date, r2}}",
        ],
      ]
    `);
    expect(await tags('anchors')).toMatchInlineSnapshot(`
      [
        [
          "SignatureLine",
          "4",
          "\\s1\\",
        ],
        [
          "SignatureDetail",
          "4",
          "\\n1\\",
        ],
        [
          "SignatureBlank",
          "4",
          "\\t1\\",
        ],
        [
          "SignatureBlank",
          "4",
          "\\d1\\",
        ],
        [
          "SignatureLine",
          "4",
          "\\s2\\",
        ],
        [
          "SignatureDetail",
          "4",
          "\\n2\\",
        ],
        [
          "SignatureBlank",
          "4",
          "\\t2\\",
        ],
        [
          "SignatureBlank",
          "4",
          "\\d2\\",
        ],
      ]
    `);
  });

  test('take their room from the space above the line, which stays where it was', async () => {
    const room = async (signing: Signing): Promise<number> => {
      const { document, part } = await open(paper('final', fields, signing));
      const style = elements(part('word/styles.xml')).find(
        (each) => each.attributes['w:styleId'] === 'SignatureLine',
      );
      const line = all(document, 'w:p').findIndex(
        (each) => find(each, 'w:pPr', 'w:pStyle')?.attributes['w:val'] === 'SignatureLine',
      );
      const spacing = (node: Node | undefined, key: string): number | undefined => {
        const found = node && find(node, 'w:pPr', 'w:spacing')?.attributes[key];
        return found === undefined ? undefined : Number(found);
      };
      const [before, own] = all(document, 'w:p').slice(line - 1, line + 1);
      // Beside a longer name the tag stands lower; 4 pt of that are there anyway, below the name.
      const lower = Math.max(0, (spacing(before, 'w:before') ?? 0) - 80);
      const tag = signing === 'fields' ? 0 : spacing(before, 'w:line')! + lower;
      return tag + (spacing(own, 'w:before') ?? spacing(style, 'w:before')!);
    };
    const plain = await room('fields');
    expect(Math.abs((await room('docuseal')) - plain)).toBeLessThanOrEqual(1);
    expect(Math.abs((await room('documenso')) - plain)).toBeLessThanOrEqual(1);
  });
});
