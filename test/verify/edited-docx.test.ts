// A Word file that went through other hands: edited in three places, saved by another program, with
// tracked changes, hidden and white text.

import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { placeText } from '../../src/model/reading.ts';
import { make, spec, verified } from './papers.ts';

const docx = await make(spec, 'docx');

/** The file after an edit of one of its parts. */
function edited(edit: (xml: string) => string, part = 'word/document.xml'): Uint8Array {
  const parts = unzipSync(docx);
  const before = strFromU8(parts[part]!);
  const after = edit(before);
  if (after === before) throw new Error('Nothing was edited.');
  return zipSync({ ...parts, [part]: strToU8(after) });
}

const places = ({ texts }: Awaited<ReturnType<typeof verified>>): readonly (readonly string[])[] =>
  texts.map(({ place, made, found }) => [placeText(place), made, found]);

it('zipped anew says the same text', async () => {
  const file = zipSync(unzipSync(docx));
  expect(await verified(file, spec)).toMatchObject({ answer: 'same-text', texts: [], seen: [] });
});

it('edited in three places differs in these three', async () => {
  const file = edited((xml) =>
    xml
      .replace('Both partners agree', 'The Library agrees')
      .replace('Omar Haddad', 'Pat Doyle')
      .replace('Priya Raman', 'Priya Ramen'),
  );
  const verdict = await verified(file, spec);
  expect(verdict.answer).toBe('differs');
  expect(places(verdict)).toEqual([
    ['the table in “3 Who does what”, row “Bring the telescopes”', 'Omar Haddad', 'Pat Doyle'],
    [
      expect.stringMatching(/^\d\.\d$/),
      expect.stringContaining('Both partners agree to changes'),
      expect.stringContaining('The Library agrees to changes'),
    ],
    [
      expect.stringContaining('row “Riverbend Astronomy Club”'),
      expect.stringContaining('Priya Raman'),
      expect.stringContaining('Priya Ramen'),
    ],
  ]);
});

describe('tracked changes', () => {
  const mark = 'w:id="900" w:author="A. Lawyer" w:date="2027-01-05T00:00:00Z"';

  it('count as they would be accepted, and are reported', async () => {
    const file = edited((xml) =>
      xml.replace(
        /<w:r>(?:(?!<\/w:r>).)*<w:t[^>]*>Both partners agree to changes in writing, and sign them\.<\/w:t><\/w:r>/s,
        (run) => {
          const deleted = run
            .replace(/<w:t\b[^>]*>/, '<w:delText>')
            .replace('</w:t>', '</w:delText>');
          return `<w:del ${mark}>${deleted}</w:del><w:ins ${mark}><w:r><w:t>One partner decides.</w:t></w:r></w:ins>`;
        },
      ),
    );
    const { answer, texts, seen } = await verified(file, spec);
    expect(answer).toBe('differs');
    expect(texts.map(({ found }) => found).join()).toContain('One partner decides.');
    expect(seen).toEqual([
      'It has tracked changes: 1 put in, 1 taken out. Taken out counts as gone.',
    ]);
  });
});

describe('places where a file can hide words', () => {
  const run = (properties: string): string =>
    `<w:r><w:rPr>${properties}</w:rPr><w:t>and nothing else</w:t></w:r></w:p><w:sectPr`;
  const atEnd = (insert: string) => (xml: string) =>
    xml.replace(/<\/w:p>(?=<w:sectPr)|<w:sectPr/, (found) =>
      found === '<w:sectPr'
        ? `<w:p>${insert.replace(/<\/w:p><w:sectPr$/, '')}</w:p><w:sectPr`
        : insert.replace(/<w:sectPr$/, ''),
    );

  it.each([
    ['a paragraph', '<w:r><w:t>and nothing else</w:t></w:r></w:p><w:sectPr'],
    [
      'a content control',
      '<w:sdt><w:sdtContent><w:r><w:t>and nothing else</w:t></w:r></w:sdtContent></w:sdt></w:p><w:sectPr',
    ],
    [
      'a text box',
      '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent><w:p><w:r><w:t>and nothing else</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p><w:sectPr',
    ],
    [
      'another spelling',
      '<x:r xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><x:t>and nothing else</x:t></x:r></w:p><w:sectPr',
    ],
  ])('%s is read', async (_, insert) => {
    const verdict = await verified(edited(atEnd(insert)), spec);
    expect(verdict.answer).toBe('differs');
    expect(verdict.texts.map(({ found }) => found).join()).toContain('and nothing else');
  });

  it('a header is read', async () => {
    const parts = Object.keys(unzipSync(docx)).filter((name) => /header\d\.xml$/.test(name));
    const file = edited(
      (xml) => xml.replace('Stars over Riverbend', 'Stars under Riverbend'),
      parts[0],
    );
    const verdict = await verified(file, spec);
    expect(places(verdict)).toEqual([
      [
        'the header or footer',
        expect.stringContaining('Stars over'),
        expect.stringContaining('Stars under'),
      ],
    ]);
  });

  it('white letters are words that nobody sees', async () => {
    const { answer, seen } = await verified(edited(atEnd(run('<w:color w:val="FFFFFF"/>'))), spec);
    expect([answer, seen]).toEqual([
      'differs',
      ['White or tiny, so that nobody sees it: “and nothing else”.'],
    ]);
  });

  it('hidden text is not text, but is reported', async () => {
    const { answer, notes } = await verified(edited(atEnd(run('<w:vanish/>'))), spec);
    expect([answer, notes]).toEqual(['same-text', ['It has hidden text: “and nothing else”.']]);
  });

  it('what was printed and is hidden now is gone', async () => {
    const file = edited((xml) =>
      xml.replace(/<w:r>(?=(?:(?!<\/w:r>).)*Both partners agree)(<w:rPr>)?/s, (_, properties) =>
        properties ? '<w:r><w:rPr><w:vanish/>' : '<w:r><w:rPr><w:vanish/></w:rPr>',
      ),
    );
    const { answer, texts } = await verified(file, spec);
    expect([answer, texts[0]?.found]).toEqual([
      'differs',
      expect.not.stringContaining('Both partners'),
    ]);
  });

  it('a number that is counted otherwise differs', async () => {
    const file = edited(
      (xml) => xml.replace(/(<w:lvlText w:val="%1)\.%2/, '$1-%2'),
      'word/numbering.xml',
    );
    const { answer, texts } = await verified(file, spec);
    expect(answer).toBe('differs');
    expect(texts[0]!.found).toMatch(/^\d-1 /);
  });

  it('an embedded document cannot be read, and that is said', async () => {
    const file = edited((xml) => xml.replace('<w:sectPr', '<w:altChunk r:id="rId1"/><w:sectPr'));
    expect((await verified(file, spec)).seen).toEqual([
      'It holds something that cannot be read here (altChunk).',
    ]);
  });
});
