// Where people sign: on which pages of a PDF the places to sign are, what else those pages say, how long
// the lines are; and what makes a word processor do the same.

import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import type { Built } from '../../src/build.ts';
import { all, elements, find, type Node, parseXml, partsOf, valueAt } from '../docx/xml-tree.ts';
import { generateSpec } from './generate.ts';
import { example, make, output, type Spec } from './making.ts';
import type { Shape } from './shapes.ts';

/** The least length of a line to sign on: 45 mm, in points and in twips. */
const leastLine = { points: 127.5, twips: 2551 };
const clause = /Each person signs for the partner named above the line|Signed by people who/;

interface SigningPage {
  readonly page: number;
  /** How many people sign on it. */
  readonly places: number;
  readonly text: string;
  readonly shortest: number;
}

/** Returns the pages of a PDF that somebody signs on. */
async function signingPages(bytes: Uint8Array): Promise<readonly SigningPage[]> {
  const task = getDocument({ data: bytes.slice(), verbosity: 0 });
  const document = await task.promise;
  const found: SigningPage[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const annotations = await page.getAnnotations();
    const rects = annotations
      .filter(({ fieldType }) => fieldType === 'Sig')
      .map(({ rect }) => rect as readonly [number, number, number, number]);
    if (!rects.length) continue;
    const { items } = await page.getTextContent();
    const text = items.map((item) => ('str' in item ? item.str : '')).join(' ');
    const shortest = Math.min(...rects.map(([left, , right]) => right - left));
    found.push({ page: number, places: rects.length, text: text.replace(/\s+/g, ' '), shortest });
  }
  await task.destroy();
  return found;
}

const counts = (pages: readonly SigningPage[]): string =>
  pages.map(({ page, places }) => `page ${page}: ${places}`).join(', ');

/** Expects words of the signing clause and long lines on every page that somebody signs on. */
function expectGoodPages(pages: readonly SigningPage[]): void {
  for (const { text, shortest } of pages) {
    expect(text).toMatch(clause);
    expect(shortest).toBeGreaterThanOrEqual(leastLine.points);
  }
}

/** Expects one table whose head is the signing clause, whose rows stay whole and the last two together. */
function expectGoodTable(built: Built): void {
  const document = parseXml(partsOf(output(built, 'docx')).get('word/document.xml')!);
  const isSignatures = (table: Node): boolean =>
    valueAt(table, 'w:tblPr', 'w:tblStyle') === 'AgreementSignatures';
  const tables = all(document, 'w:tbl').filter(isSignatures);
  expect(tables).toHaveLength(1);
  const [head, ...rows] = elements(tables[0]!, 'w:tr') as [Node, ...Node[]];
  const said = all(head, 'w:t').flatMap((each) => each.children);
  expect(said.join('')).toMatch(clause);
  expect(find(head, 'w:trPr', 'w:tblHeader')).toBeDefined();
  for (const row of [head, ...rows]) expect(find(row, 'w:trPr', 'w:cantSplit')).toBeDefined();
  const kept = rows.map((row) => all(row, 'w:keepNext').length > 0);
  expect(kept).toEqual(rows.map((_, index) => index === rows.length - 2));
  for (const paragraph of all(tables[0]!, 'w:p')) {
    if (valueAt(paragraph, 'w:pPr', 'w:pStyle') !== 'SignatureLine') continue;
    const [start, end] = all(paragraph, 'w:tab').map((tab) => Number(tab.attributes['w:pos']));
    expect(end! - start!).toBeGreaterThanOrEqual(leastLine.twips);
  }
}

const partnerCounts = [2, 3, 5, 8, 12, 24];
const options = { formats: ['docx', 'pdf'], final: true, allowWarnings: true } as const;

async function signed(paper: 'a4' | 'letter', signatories: number): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const partners of partnerCounts) {
    const shape: Shape = {
      ...{ seed: 100 + partners, partners, rows: 2, script: 'latin', longWords: false },
      ...{ paper, signatories },
    };
    const spec: Spec = { name: 'a.yaml', bytes: new TextEncoder().encode(generateSpec(shape)) };
    const built = await make(spec, options);
    const pages = await signingPages(output(built, 'pdf'));
    expectGoodPages(pages);
    expectGoodTable(built);
    lines.push(`${partners} partners, ${counts(pages)}`);
  }
  return lines;
}

describe('a page with places to sign says what is signed, and the lines are long enough', () => {
  it('A4, one signatory each', async () => {
    expect(await signed('a4', 1)).toMatchInlineSnapshot(`
      [
        "2 partners, page 5: 2",
        "3 partners, page 5: 3",
        "5 partners, page 6: 4",
        "8 partners, page 6: 4, page 7: 4",
        "12 partners, page 7: 6, page 8: 6",
        "24 partners, page 10: 4, page 11: 8, page 12: 8, page 13: 4",
      ]
    `);
  });

  it('A4, three signatories each', async () => {
    expect(await signed('a4', 3)).toMatchInlineSnapshot(`
      [
        "2 partners, page 5: 6",
        "3 partners, page 5: 6, page 6: 3",
        "5 partners, page 6: 8, page 7: 7",
        "8 partners, page 6: 6, page 7: 8, page 8: 6, page 9: 4",
        "12 partners, page 7: 6, page 8: 8, page 9: 8, page 10: 8, page 11: 3",
        "24 partners, page 11: 8, page 12: 8, page 13: 8, page 14: 8, page 15: 8, page 16: 8, page 17: 8, page 18: 7",
      ]
    `);
  });

  it('Letter, one signatory each', async () => {
    expect(await signed('letter', 1)).toMatchInlineSnapshot(`
      [
        "2 partners, page 5: 2",
        "3 partners, page 5: 3",
        "5 partners, page 6: 4",
        "8 partners, page 6: 4, page 7: 4",
        "12 partners, page 7: 4, page 8: 8",
        "24 partners, page 11: 6, page 12: 8, page 13: 6, page 14: 4",
      ]
    `);
  });

  it('Letter, three signatories each', async () => {
    expect(await signed('letter', 3)).toMatchInlineSnapshot(`
      [
        "2 partners, page 5: 6",
        "3 partners, page 5: 4, page 6: 5",
        "5 partners, page 6: 6, page 7: 6, page 8: 3",
        "8 partners, page 7: 6, page 8: 8, page 9: 6, page 10: 4",
        "12 partners, page 8: 6, page 9: 8, page 10: 8, page 11: 8, page 12: 3",
        "24 partners, page 11: 6, page 12: 8, page 13: 8, page 14: 8, page 15: 8, page 16: 8, page 17: 8, page 18: 6, page 19: 3",
      ]
    `);
  });

  it.each([
    ['friends-of-elm-street.yaml', 'page 2: 2'],
    ['safe-journeys.yaml', 'page 13: 4'],
    ['shared-heritage-consortium.yaml', 'page 16: 6, page 17: 6'],
    ['stars-over-riverbend.yaml', 'page 12: 2'],
    ['unfinished-makers-fair.yaml', 'page 11: 4'],
  ])('%s', async (name, expected) => {
    const built = await make(example(name), { formats: ['docx', 'pdf'] });
    const pages = await signingPages(output(built, 'pdf'));
    expectGoodPages(pages);
    expectGoodTable(built);
    expect(counts(pages)).toBe(expected);
  });
});
