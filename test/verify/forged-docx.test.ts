// A Word file whose words can be read out unchanged, while whoever opens it sees others, or fewer. Every
// one of these must differ.

import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../src/proof/verdict.ts';
import { example } from '../agreements/making.ts';
import { make, spec, verified } from './papers.ts';

const clause = 'Both partners agree to changes in writing, and sign them.';
const docx = await make(spec, 'docx');
const logos = Buffer.from(example('friends-of-elm-street.yaml').bytes).toString();

type Parts = Record<string, Uint8Array>;

/** The file after edits of some of its parts. */
function edited(
  edits: Readonly<Record<string, (xml: string) => string>>,
  more: Parts = {},
  file = docx,
): Uint8Array {
  const parts = unzipSync(file);
  for (const [part, edit] of Object.entries(edits)) {
    const before = strFromU8(parts[part]!);
    const after = edit(before);
    if (after === before) throw new Error(`Nothing was edited in ${part}.`);
    parts[part] = strToU8(after);
  }
  return zipSync({ ...parts, ...more });
}

const body = (edit: (xml: string) => string, more: Parts = {}): Uint8Array =>
  edited({ 'word/document.xml': edit }, more);
/** Edits the paragraph, row or table around the clause or a name. */
const around = (text: string, tag: string, edit: (xml: string) => string) => (xml: string) => {
  const at = xml.indexOf(text);
  const from = Math.max(xml.lastIndexOf(`<w:${tag}>`, at), xml.lastIndexOf(`<w:${tag} `, at));
  const to = xml.indexOf(`</w:${tag}>`, at) + tag.length + 5;
  return xml.slice(0, from) + edit(xml.slice(from, to)) + xml.slice(to);
};
const run = (edit: (xml: string) => string): Uint8Array => body(around(clause, 'r', edit));
const looking = (properties: string): Uint8Array =>
  run((xml) => xml.replace('<w:r>', `<w:r><w:rPr>${properties}</w:rPr>`));
const styled = (pattern: RegExp, to: string): Uint8Array =>
  edited({ 'word/styles.xml': (xml) => xml.replace(pattern, to) });
const inParagraph = (properties: string): Uint8Array =>
  body(around(clause, 'p', (xml) => xml.replace('</w:pPr>', `${properties}</w:pPr>`)));
const said = ({ seen, texts }: Verdict): string =>
  [...seen, ...texts.map(({ made, found }) => `text: ${found} (for ${made})`)].join('\n');

it('is compared with a file that only was zipped anew', async () => {
  expect(await verified(edited({}), spec)).toMatchObject({ answer: 'same-text', notes: [] });
  expect(strFromU8(unzipSync(docx)['word/document.xml']!)).toContain(clause);
});

describe('words that are there and do not hold, or cannot be seen', () => {
  const odd = (why: string): string => `${why}: “${clause}”.`;
  it.each([
    ['struck through', looking('<w:strike/>'), odd('Struck through')],
    ['white', looking('<w:color w:val="FEFEFE"/>'), odd('White or tiny, so that nobody sees it')],
    [
      'in the colour that the theme has for paper',
      looking('<w:color w:val="000000" w:themeColor="background1"/>'),
      odd('White or tiny, so that nobody sees it'),
    ],
    [
      'black on black',
      looking('<w:color w:val="000000"/><w:highlight w:val="black"/>'),
      odd('White or tiny, so that nobody sees it'),
    ],
    [
      'black on a black cell',
      body(
        around('Omar Haddad', 'tc', (xml) =>
          xml.replace('</w:tcPr>', '<w:shd w:val="clear" w:fill="1C1F24"/></w:tcPr>'),
        ),
      ),
      'White or tiny, so that nobody sees it: “Omar Haddad”.',
    ],
    ['tiny', looking('<w:sz w:val="2"/>'), odd('White or tiny, so that nobody sees it')],
    [
      'one over the other',
      looking('<w:spacing w:val="-200"/>'),
      odd('Squeezed, cut off or moved away'),
    ],
    ['lifted', looking('<w:position w:val="900"/>'), odd('Squeezed, cut off or moved away')],
    ['in signs', looking('<w:rFonts w:ascii="Wingdings"/>'), odd('In a font of signs')],
    ['turned around', looking('<w:rtl/>'), odd('From right to left')],
    [
      'in a line without height',
      inParagraph('<w:spacing w:line="20" w:lineRule="exact"/>'),
      'Squeezed, cut off or moved away',
    ],
    ['beside the page', inParagraph('<w:ind w:left="20000"/>'), 'Squeezed, cut off or moved away'],
    [
      'in a frame somewhere else',
      inParagraph('<w:framePr w:x="20000" w:y="1" w:hAnchor="page" w:vAnchor="page"/>'),
      'Squeezed, cut off or moved away',
    ],
    [
      'in a row without height',
      body(
        around('Omar Haddad', 'tr', (xml) =>
          xml.replace('<w:trPr>', '<w:trPr><w:trHeight w:val="10" w:hRule="exact"/>'),
        ),
      ),
      'Squeezed, cut off or moved away: “Omar Haddad”.',
    ],
    [
      'in a cell that goes on with the one above',
      body(around('Omar Haddad', 'tc', (xml) => xml.replace('</w:tcPr>', '<w:vMerge/></w:tcPr>'))),
      'Squeezed, cut off or moved away: “Omar Haddad”.',
    ],
    [
      'in a hidden row',
      body(around('Omar Haddad', 'tr', (xml) => xml.replace('<w:trPr>', '<w:trPr><w:hidden/>'))),
      '(for Bring the telescopes)',
    ],
    [
      'hidden by the style that holds by itself',
      styled(/(<w:style [^>]*w:styleId="Normal"[\s\S]*?<w:rPr>)/, '$1<w:vanish/>'),
      'text: ',
    ],
    [
      'hidden by default',
      styled(/<w:rPrDefault><w:rPr>/, '<w:rPrDefault><w:rPr><w:vanish/>'),
      'text: ',
    ],
    [
      'white by a style',
      styled(
        /(<w:style [^>]*w:styleId="TableText"[\s\S]*?<w:color w:val=")[0-9A-F]{6}/,
        '$1FFFFFF',
      ),
      'White or tiny, so that nobody sees it: “Omar Haddad”.',
    ],
    [
      'deleted as a row that Word still keeps',
      body(
        around('Omar Haddad', 'tr', (xml) =>
          xml.replace(
            '<w:trPr>',
            '<w:trPr><w:del w:id="9" w:author="A" w:date="2027-01-05T00:00:00Z"/>',
          ),
        ),
      ),
      'It has tracked changes: 0 put in, 1 taken out.',
    ],
  ])('%s', async (_, file, sentence) => {
    const verdict = await verified(file, spec);
    expect(verdict.answer).toBe('differs');
    expect(said(verdict)).toContain(sentence);
  });
});

describe('words in the place of which a program shows others', () => {
  const own = 'xmlns:own="http://own.example/ns"';
  it.each([
    [
      'a field that is filled in anew',
      run(
        (xml) =>
          `<w:fldSimple w:instr="QUOTE &quot;One partner decides.&quot;">${xml}</w:fldSimple>`,
      ),
      'It holds a field that may show something else one day (QUOTE).',
    ],
    [
      'a page number that is a sentence',
      run((xml) =>
        xml.replace(
          clause,
          `${clause}</w:t></w:r><w:fldSimple w:instr=" PAGE "><w:r><w:t>One partner decides.</w:t></w:r></w:fldSimple><w:r><w:t>`,
        ),
      ),
      'text: ',
    ],
    [
      'a control that takes its text from elsewhere',
      run(
        (xml) =>
          `<w:sdt><w:sdtPr><w:dataBinding w:xpath="/x" w:storeItemID="{0}"/></w:sdtPr><w:sdtContent>${xml}</w:sdtContent></w:sdt>`,
      ),
      'It holds a field that may show something else one day (dataBinding).',
    ],
    [
      'a choice that no program can make',
      body((xml) =>
        around(
          clause,
          'r',
          (found) =>
            `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ${own}><mc:Choice Requires="own">${found}</mc:Choice><mc:Fallback><w:r><w:t>One partner decides.</w:t></w:r></mc:Fallback></mc:AlternateContent>`,
        )(xml),
      ),
      'cannot be read here (AlternateContent)',
    ],
    [
      'an element that every program passes over',
      run((xml) => `<own:keep ${own}>${xml}</own:keep>`),
      'cannot be read here (keep)',
    ],
    [
      'a paragraph in a namespace that only looks right',
      run((xml) =>
        xml
          .replaceAll('w:', 'x:')
          .replace('<x:r', '<x:r xmlns:x="http://own.example/wordprocessingml/main"'),
      ),
      'cannot be read here (r)',
    ],
    [
      'letters in the other direction',
      run((xml) => `<w:bdo w:val="rtl">${xml}</w:bdo>`),
      'cannot be read here (bdo)',
    ],
    [
      'a bullet that says something',
      edited({
        'word/numbering.xml': (xml) =>
          xml.replace(
            /(<w:lvl w:ilvl="1"[^>]*>[\s\S]*?<w:numFmt w:val=")decimal("[\s\S]*?<w:lvlText w:val=")[^"]*/,
            '$1bullet$2Not: ',
          ),
      }),
      'text: Not:',
    ],
  ])('%s', async (_, file, sentence) => {
    const verdict = await verified(file, spec);
    expect(verdict.answer).toBe('differs');
    expect(said(verdict)).toContain(sentence);
  });
});

describe('what lies beside the text', () => {
  const box = `<w:p><w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:rect style="position:absolute;left:0;top:0;width:600pt;height:800pt" fillcolor="white"/></w:pict></w:r></w:p>`;
  it('a white box over a page', async () => {
    const verdict = await verified(
      body((xml) => xml.replace('<w:body>', `<w:body>${box}`)),
      spec,
    );
    expect(verdict).toMatchObject({
      answer: 'differs',
      seen: ['Its pictures and shapes are not of the kind, colour, size and place that were made.'],
    });
  });

  it('a text box inside a text box', async () => {
    const inner = (text: string): string =>
      `<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>${text}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>`;
    const file = body((xml) =>
      xml.replace(
        '<w:body>',
        `<w:body>${inner(inner('<w:p><w:r><w:t>One partner decides.</w:t></w:r></w:p>'))}`,
      ),
    );
    expect(said(await verified(file, spec))).toContain('text: One partner decides.');
  });

  it('pages without the header that says it is a draft', async () => {
    const gone = await verified(
      body((xml) => xml.replaceAll(/<w:headerReference [^>]*\/>/g, '')),
      spec,
    );
    expect(gone.answer).toBe('differs');
    expect(gone.seen).toContain('Some of its pages have no header or footer.');
    const blank = body((xml) =>
      around(clause, 'p', (found) =>
        found.replace(
          '</w:pPr>',
          '<w:sectPr><w:headerReference w:type="default" r:id="rId900"/></w:sectPr></w:pPr>',
        ),
      )(xml),
    );
    expect((await verified(blank, spec)).answer).toBe('differs');
  });

  it('a link that leads somewhere else', async () => {
    const text = spec.replace(
      'and sign them.',
      'and sign them. See [our rules](https://riverbend.example/rules).',
    );
    const file = edited(
      {
        'word/_rels/document.xml.rels': (xml) =>
          xml.replace('riverbend.example/rules', 'own.example/rules'),
      },
      {},
      await make(text, 'docx'),
    );
    expect(await verified(file, text)).toMatchObject({
      answer: 'differs',
      texts: [],
      seen: ['A link leads somewhere else: “https://own.example/rules”.'],
    });
  });

  it('an altered picture, a picture without its size, and one that nobody sees', async () => {
    const file = await make(logos, 'docx');
    const [picture] = Object.keys(unzipSync(file)).filter((name) => name.startsWith('word/media/'));
    const altered = edited({}, { [picture!]: Uint8Array.of(0x89, 0x50, 0x4e, 0x47) }, file);
    expect(said(await verified(altered, logos))).toContain('of its pictures');
    const shape =
      'Its pictures and shapes are not of the kind, colour, size and place that were made.';
    const small = {
      'word/document.xml': (xml: string) => xml.replace(/<wp:extent cx="\d+"/, '<wp:extent cx="1"'),
    };
    expect((await verified(edited(small, {}, file), logos)).seen).toEqual([shape]);
    const unseen = {
      'word/document.xml': (xml: string) => xml.replace('<wp:docPr ', '<wp:docPr hidden="1" '),
    };
    expect((await verified(edited(unseen, {}, file), logos)).seen).toEqual([shape]);
  });

  it('a macro, another template, letters of its own', async () => {
    const relation =
      (type: string) =>
      (xml: string): string =>
        xml.replace(
          '</Relationships>',
          `<Relationship Id="rId901" Type="http://schemas.microsoft.com/office/2006/relationships/${type}" Target="x.bin"/></Relationships>`,
        );
    for (const type of ['vbaProject', 'attachedTemplate', 'font']) {
      const file = edited({ 'word/_rels/document.xml.rels': relation(type) });
      expect((await verified(file, spec)).seen).toEqual([
        `It holds something that cannot be read here (${type}).`,
      ]);
    }
  });
});

describe('a package that programs read in different ways', () => {
  it('two documents, one of a type that only looks right', async () => {
    const parts = unzipSync(docx);
    const other = strFromU8(parts['word/document.xml']!).replace(clause, 'One partner decides.');
    const file = edited(
      {
        '_rels/.rels': (xml) =>
          xml
            .replace('word/document.xml', 'word/other.xml')
            .replace(
              /<Relationship /,
              '<Relationship Id="rId902" Type="http://own.example/officeDocument" Target="word/document.xml"/><Relationship ',
            ),
      },
      {
        'word/other.xml': strToU8(other),
        'word/_rels/other.xml.rels': parts['word/_rels/document.xml.rels']!,
      },
    );
    expect(said(await verified(file, spec))).toContain('One partner decides.');
  });

  it.each([
    [
      'two parts whose names differ in their letters',
      edited({}, { 'word/Document.xml': strToU8('<x/>') }),
    ],
    ['something after its end', Uint8Array.from([...docx, 0, 0, 0])],
    [
      'a part with another sum',
      docx.map((byte, at) => (at === docx.indexOf(0x50, 4) - 40 ? byte ^ 1 : byte)),
    ],
    [
      'letters of another encoding',
      body((xml) => xml.replace(/encoding="[^"]*"/i, 'encoding="windows-1252"')),
    ],
  ])('%s', async (_, file) => {
    await expect(verified(file, spec)).rejects.toThrow('This DOCX is damaged');
  });
});
