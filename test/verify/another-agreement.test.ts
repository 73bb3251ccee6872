// The paper of quite another agreement is told from one that was changed: the answer is short there, and
// the list of changes stays where a name, a title or a reference was changed.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import PDFDocument from 'pdfkit';
import { describe, expect, it } from 'vitest';
import { verdictText } from '../../src/proof/verdict.ts';
import { folder } from '../agreements/making.ts';
import { make, spec, verified } from './papers.ts';

const other = readFileSync(path.join(folder, 'safe-journeys.yaml'), 'utf8');

describe('the paper of another agreement', () => {
  it.each(['pdf', 'docx'] as const)('is said to be one: %s', async (format) => {
    const paper = await make(other, format);
    const text = verdictText('paper', await verified(paper, spec));
    const [places] = /\d+(?= places differ)/.exec(text) ?? [];
    expect(Number(places)).toBeGreaterThan(20);
    expect(text).toBe(
      `paper: differs. It is the paper of another agreement; give the spec of that one.

  the spec is: Stars over Riverbend (RPL-2027-004), between Riverbend Public Library and Riverbend Astronomy Club
  the file begins: Safe Journeys: walking to school in twelve districts of Marenia · Memorandum of understanding between Wayside Children’s Trust, Ministry of Family and Youth of the Republic of Marenia and Intergovernmental Fund for Children on the Move · Reference FCM-2027-018 · Version 2.0 · 18 January 2027

  ${places} places differ; they are not listed.

  Made again as its record says: Pactwright 0.1.0, template mou.
`,
    );
  });

  it('is one also with the same partner and no references', async () => {
    const without = spec.replace('reference: RPL-2027-004\n', '');
    const verdict = await verified(await make(other, 'docx'), without);
    expect(verdict.answer).toBe('differs');
    expect(verdict.another?.spec).toBe(
      'Stars over Riverbend, between Riverbend Public Library and Riverbend Astronomy Club',
    );
  });

  it.each([
    ['another title', 'title: Stars over Riverbend', 'title: Moons over Riverbend'],
    ['another reference', 'RPL-2027-004', 'RPL-2027-005'],
    ['a partner with another name', 'name: Riverbend Astronomy Club', 'name: Friends of the Stars'],
  ])('is not what has %s', async (_, from, to) => {
    const verdict = await verified(await make(spec, 'docx'), spec.replace(from, to));
    expect([verdict.answer, verdict.another]).toEqual(['differs', undefined]);
  });

  it('is listed like any change where the differences are few', async () => {
    const copy = spec
      .replace('title: Stars over Riverbend', 'title: Moons over Riverbend')
      .replace('RPL-2027-004', 'RPL-2027-005');
    const verdict = await verified(await make(copy, 'docx'), spec);
    expect(verdict.another).toBeDefined();
    const text = verdictText('paper', verdict);
    expect(text).toContain('the spec says: Stars over Riverbend\n');
    expect(text).not.toContain('another agreement');
  });
});

describe('a scan', () => {
  it('has no words to compare', async () => {
    const verdict = await verified(await scan(), spec);
    expect(verdictText('scan.pdf', verdict)).toBe(
      `scan.pdf: cannot tell. No words can be read out of it: it is a picture of a paper, such as a scan. Verify the file that was printed.

  It has no record of how it was made; it was made again without any flags.
`,
    );
  });

  function scan(): Promise<Uint8Array> {
    const paper = new PDFDocument({ size: 'A4' });
    const parts: Uint8Array[] = [];
    paper.rect(60, 60, 300, 200).fill('#888888');
    return new Promise((resolve) => {
      paper.on('data', (part: Uint8Array) => parts.push(part));
      paper.on('end', () => resolve(new Uint8Array(Buffer.concat(parts))));
      paper.end();
    });
  }
});
