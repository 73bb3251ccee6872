// A clause that somebody adds in Word numbers itself: a paragraph in the style of clauses is put between
// two others, as Word would write it, and nothing else is touched. The numbers after it move, and live
// references still lead to their clauses. LibreOffice lays it out where it is installed.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { readDocx } from '../../src/read/docx-reading.ts';
import { make, output } from '../agreements/making.ts';
import { all, find, parseXml, partsOf, valueAt } from './xml-tree.ts';

const spec = `spec: 1
title: Reading Together
kind: mou
status: draft
partners:
  library: { name: Town Library, signatories: [{ name: Ada Roe, title: Director }] }
  school: { name: Hill School, signatories: [{ name: Ben Low, title: Head }] }
purpose: Bring stories to every child in town.
term: { start: 2027-01-11, end: 2027-12-17 }
goals:
  - { id: loans, text: More children borrow books, measures: [{ what: Loans, target: 40 }] }
  - { id: visits, text: More classes visit, measures: [{ what: Visits, target: 12 }] }
  - { id: staff, text: Staff learn from each other, measures: [{ what: Lessons, target: 6 }] }
roles:
  - { task: Read aloud every week, lead: library, goals: [visits, staff] }
`;

const hasOffice = spawnSync('soffice', ['--version']).status === 0;
const note = hasOffice ? '' : ' (not run: install the package libreoffice-writer-nogui)';

const paragraph = (style: string, text: string): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;

/** Puts paragraphs before the one of this style that says `before`. */
function withBefore(style: string, before: string, added: string, bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const place = new RegExp(
    `<w:p><w:pPr><w:pStyle w:val="${style}"/>(?:(?!</w:p>).)*>${before}</w:t>`,
    's',
  );
  const document = strFromU8(parts['word/document.xml']!);
  expect(document).toMatch(place);
  const edited = document.replace(place, (found) => added + found);
  return zipSync({ ...parts, 'word/document.xml': strToU8(edited) });
}

/** A paper to which a clause was added among the goals, and a clause with a heading before the tasks. */
function edited(): Uint8Array {
  const goal = paragraph('Clause', 'A goal that a lawyer added');
  const clause =
    paragraph('Heading1', 'Weather') + paragraph('Clause', 'If it rains, we read inside');
  return withBefore(
    'Heading1',
    'Who does what',
    clause,
    withBefore('Clause', 'More classes visit', goal, built),
  );
}

/** What is expected of it: clauses, the goals beside their figures, and the goals of a task. */
const clauses = [
  '2 Goals',
  '2.1 More children borrow books',
  '2.2 A goal that a lawyer added',
  '2.3 More classes visit',
  '2.4 Staff learn from each other',
  '3 Weather',
  '3.1 If it rains, we read inside',
  '4 Who does what',
];
const references = [
  '2.1 Loans 40',
  '2.3 Visits 12',
  '2.4 Lessons 6',
  'Read aloud every week Town Library 2.3, 2.4',
];

/** Returns the lines of a DOCX as LibreOffice sets them on pages, numbers and references worked out. */
async function setByOffice(bytes: Uint8Array): Promise<readonly string[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'pactwright-'));
  try {
    const file = path.join(folder, 'paper.docx');
    writeFileSync(file, bytes);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    spawnSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, file]);
    return await linesOf(new Uint8Array(readFileSync(path.join(folder, 'paper.pdf'))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function linesOf(pdf: Uint8Array): Promise<readonly string[]> {
  const task = getDocument({ data: pdf, verbosity: 0 });
  const document = await task.promise;
  const lines = new Map<string, string[]>();
  for (let page = 1; page <= document.numPages; page += 1) {
    const { items } = await (await document.getPage(page)).getTextContent();
    for (const item of items) {
      if (!('str' in item)) continue;
      const key = `${page}/${Math.round(item.transform[5])}`;
      lines.set(key, [...(lines.get(key) ?? []), item.str]);
    }
  }
  await task.destroy();
  return [...lines.values()].map((line) => line.join(' ').replace(/\s+/g, ' ').trim());
}

let built: Uint8Array;
beforeAll(async () => {
  const bytes = new TextEncoder().encode(spec);
  built = output(await make({ name: 'a.yaml', bytes }, { formats: ['docx'] }), 'docx');
});

describe('the style of clauses', () => {
  it.each([
    ['Heading1', '0', '%1'],
    ['Clause', '1', '%1.%2'],
    ['ClauseItem', '2', '(%3)'],
  ])('%s carries its number by itself', (style, level, text) => {
    const parts = partsOf(built);
    const styles = all(parseXml(parts.get('word/styles.xml')!), 'w:style');
    const own = styles.find((each) => each.attributes['w:styleId'] === style)!;
    const number = find(own, 'w:pPr', 'w:numPr')!;
    expect(valueAt(number, 'w:ilvl') ?? '0').toBe(level);
    const numbering = parseXml(parts.get('word/numbering.xml')!);
    const id = valueAt(number, 'w:numId');
    const instance = all(numbering, 'w:num').find((each) => each.attributes['w:numId'] === id)!;
    const kind = all(numbering, 'w:abstractNum').find(
      (each) => each.attributes['w:abstractNumId'] === valueAt(instance, 'w:abstractNumId'),
    )!;
    const step = all(kind, 'w:lvl').find((each) => each.attributes['w:ilvl'] === level)!;
    expect([valueAt(step, 'w:pStyle'), valueAt(step, 'w:lvlText')]).toEqual([style, text]);
  });

  it('is what comes after a heading, and after itself', () => {
    const styles = all(parseXml(partsOf(built).get('word/styles.xml')!), 'w:style');
    const next = (id: string): string | undefined =>
      valueAt(styles.find((each) => each.attributes['w:styleId'] === id)!, 'w:next');
    expect([next('Heading1'), next('Clause')]).toEqual(['Clause', 'Clause']);
  });
});

describe('what stands after an added clause', () => {
  it('moves on, as a reader of the file counts', () => {
    const said = readDocx(edited()).passages.map(({ text }) => text);
    expect(said.filter((text) => clauses.includes(text))).toEqual(clauses);
  });

  it('leaves references that ask for the number of their clause, wherever it went', () => {
    const document = partsOf(edited()).get('word/document.xml')!;
    const asked = Array.from(document.matchAll(/REF (_Ref_goals_\d) \\r \\h/g), ([, name]) => name);
    expect(asked).toEqual([
      ...['_Ref_goals_0', '_Ref_goals_1', '_Ref_goals_2'],
      ...['_Ref_goals_1', '_Ref_goals_2'],
    ]);
    const marked = /w:name="_Ref_goals_1"\/>(?:(?!<\/w:p>).)*>([^<]+)<\/w:t>/s.exec(document);
    expect(marked?.[1]).toBe('More classes visit');
  });

  it.skipIf(!hasOffice)(
    `moves on in LibreOffice, with the references${note}`,
    async () => {
      const lines = await setByOffice(edited());
      expect(lines.filter((line) => clauses.includes(line))).toEqual(clauses);
      expect(lines.filter((line) => references.includes(line))).toEqual(references);
    },
    120_000,
  );
});
