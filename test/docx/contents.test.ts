// The contents list as Word gets it: a field with its result, links to headings, page numbers filled in.

import { expect, test } from 'vitest';
import { edgePapers } from './edge-papers.ts';
import { open } from './rendering.ts';
import { dump } from './xml-dump.ts';
import { all, elements, find } from './xml-tree.ts';

test('is a building block of links and filled page numbers, which nothing asks to update', async () => {
  const { document, parts } = await open(edgePapers.contents!());
  const block = find(document, 'w:body', 'w:sdt')!;
  expect(dump(find(block, 'w:sdtPr')!)).toEqual([
    'sdtPr',
    '  id val=1',
    '  docPartObj',
    '    docPartGallery val=Table of Contents',
    '    docPartUnique',
  ]);
  const [heading, first, , annex, lost] = elements(find(block, 'w:sdtContent'), 'w:p');
  expect(dump(heading!)).toEqual([
    'p',
    '  pPr',
    '    pStyle val=ContentsHeading',
    '    pageBreakBefore',
    '    spacing before=0',
    '  r',
    '    t xml:space=preserve "Contents"',
  ]);
  expect(dump(first!)).toMatchInlineSnapshot(`
    [
      "p",
      "  pPr",
      "    pStyle val=Contents1",
      "    keepNext",
      "  r",
      "    fldChar fldCharType=begin",
      "  r",
      "    instrText xml:space=preserve " TOC \\o "1-1" \\h \\z \\u "",
      "  r",
      "    fldChar fldCharType=separate",
      "  hyperlink anchor=_Ref_one history=1",
      "    r",
      "      t xml:space=preserve "1"",
      "    r",
      "      tab",
      "    r",
      "      t xml:space=preserve "Purpose"",
      "    r",
      "      tab",
      "    r",
      "      fldChar fldCharType=begin",
      "    r",
      "      instrText xml:space=preserve " PAGEREF _Ref_one \\h "",
      "    r",
      "      fldChar fldCharType=separate",
      "    r",
      "      t xml:space=preserve "2"",
      "    r",
      "      fldChar fldCharType=end",
    ]
  `);
  expect(dump(find(annex, 'w:pPr', 'w:tabs')!)).toEqual(['tabs', '  tab val=left pos=792']);
  // A heading that the paper does not have leads nowhere, and its page is plain text.
  expect(all(lost!, 'w:hyperlink')).toEqual([]);
  expect(all(lost!, 'w:fldChar').map((each) => each.attributes['w:fldCharType'])).toEqual(['end']);
  expect(all(document, 'w:dirty')).toEqual([]);
  expect(parts.get('word/settings.xml')).not.toContain('updateFields');
});

test('names bookmarks that exist', async () => {
  const { document } = await open(edgePapers.contents!());
  const marks = new Set(all(document, 'w:bookmarkStart').map((each) => each.attributes['w:name']));
  const links = all(document, 'w:hyperlink').map((each) => each.attributes['w:anchor']);
  expect(links).toEqual(['_Ref_one', '_Ref_plain', '_Ref_annex']);
  for (const link of links) expect(marks).toContain(link);
});

test('has dots up to the page number in its style', async () => {
  const { part } = await open(edgePapers.contents!());
  const style = elements(part('word/styles.xml'), 'w:style').find(
    (each) => each.attributes['w:styleId'] === 'Contents1',
  )!;
  expect(dump(find(style, 'w:name')!)).toEqual(['name val=toc 1']);
  expect(dump(find(style, 'w:pPr', 'w:tabs')!)).toEqual([
    'tabs',
    '  tab val=right leader=dot pos=9071',
  ]);
});
