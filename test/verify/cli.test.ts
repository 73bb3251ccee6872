// `verify` and `extract` at the terminal: answers in words, exit codes, and clear errors for files that
// are no papers.

import { mkdirSync, mkdtempSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { run } from '../cli/run.ts';
import { change, takeApart, writeAnew } from './edit-pdf.ts';
import { make, spec } from './papers.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'pactwright-verify-'));
const at = (name: string): string => path.join(folder, name);
let pdf: Uint8Array;

beforeAll(async () => {
  pdf = await make(spec, 'pdf');
  writeFileSync(at('paper.pdf'), pdf);
  writeFileSync(at('paper.docx'), await make(spec, 'docx'));
  writeFileSync(at('our-agreement.yaml'), spec);
  writeFileSync(at('other.yaml'), spec.replace('Omar Haddad', 'Pat Doyle'));
});

describe('verify', () => {
  it('says "same" and exits with 0', async () => {
    const { exit, stdout, stderr } = await run(['verify', at('paper.pdf')]);
    expect([exit, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/paper\.pdf: same\. It is, byte for byte, what the spec makes\./);
    expect(stdout).toMatch(
      /Made again as its record says: Pactwright \d+\.\d+\.\d+, template mou\./,
    );
  });

  it('says where it differs, with both wordings, and exits with 1', async () => {
    const { exit, stdout } = await run(['verify', at('paper.docx'), at('other.yaml')]);
    expect(exit).toBe(1);
    expect(stdout).toContain(
      'differs in the table in “3 Who does what”, row “Bring the telescopes”',
    );
    expect(stdout).toContain('    the spec says: Pat Doyle\n    the file says: Omar Haddad\n');
  });

  it('wants the spec of a Word file', async () => {
    const { exit, stdout } = await run(['verify', at('paper.docx')]);
    expect([exit, stdout]).toEqual([
      1,
      `${at('paper.docx')}: cannot tell. A Word file carries no spec: give the spec after it.\n`,
    ]);
  });

  it.each([
    [
      'a picture',
      (): Uint8Array => Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10),
      'This is neither a PDF nor a Word file (DOCX). Give a paper, and its spec after it.',
    ],
    [
      'an empty file',
      (): Uint8Array => new Uint8Array(),
      'This is neither a PDF nor a Word file (DOCX). Give a paper, and its spec after it.',
    ],
    [
      'a PDF that is cut off',
      (): Uint8Array => pdf.subarray(0, pdf.length - 3000),
      'This PDF is damaged, or not written as PDFs are: its end is missing, it may be cut off.',
    ],
    [
      'a PDF with a hole',
      (): Uint8Array => pdf.map((byte, index) => (index > 20_000 && index < 30_000 ? 0 : byte)),
      'This PDF is damaged',
    ],
    [
      'a DOCX that is cut off',
      (): Uint8Array => new Uint8Array(readFileSync(at('paper.docx'))).subarray(0, 9000),
      'This DOCX is damaged: it cannot be unpacked. It may be cut off.',
    ],
    [
      'an encrypted PDF',
      encrypted,
      'This PDF is encrypted. Save it without a password in your PDF reader, then try that file.',
    ],
  ])('refuses %s', async (_, bytes, message) => {
    writeFileSync(at('odd'), bytes());
    const { exit, stdout, stderr } = await run(['verify', at('odd'), at('our-agreement.yaml')]);
    expect([exit, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`pactwright: ${at('odd')}: ${message}`);
  });

  function encrypted(): Uint8Array {
    const parts = takeApart(pdf);
    parts.trailer = parts.trailer.replace('<<', '<< /Encrypt << /Filter /Standard /V 2 >>');
    return writeAnew(parts);
  }

  it('does not even read what is far too large', async () => {
    writeFileSync(at('huge.pdf'), '%PDF-1.7\n');
    truncateSync(at('huge.pdf'), 200 * 1024 * 1024);
    const { exit, stderr } = await run(['verify', at('huge.pdf')]);
    expect([exit, stderr]).toEqual([
      2,
      `pactwright: ${at('huge.pdf')}: this file is far too large to be a paper; is it the right one?\n`,
    ]);
  });

  it('says that a file is not there', async () => {
    const { exit, stderr } = await run(['verify', at('none.pdf')]);
    expect([exit, stderr]).toEqual([
      2,
      `pactwright: ${at('none.pdf')}: there is no such file. Check the spelling, or drag the file into this window to type its path.\n`,
    ]);
  });

  it('names a paper whose name is nearly that, or that lies where papers go to', async () => {
    mkdirSync(at('sub/out'), { recursive: true });
    writeFileSync(at('sub/out/safe-journeys.pdf'), pdf);
    for (const typed of ['sub/out/safe-journey.pdf', 'sub/safe-journeys.pdf']) {
      const { exit, stderr } = await run(['verify', at(typed)]);
      expect([exit, stderr]).toEqual([
        2,
        `pactwright: ${at(typed)}: there is no such file. Did you mean ${at('sub/out/safe-journeys.pdf')}?\n`,
      ]);
    }
    const { stderr } = await run(['verify', at('sub')]);
    expect(stderr).toBe(
      `pactwright: ${at('sub')}: this is a folder. Give the name of one paper in it.\n`,
    );
  });

  it('takes the spec first too', async () => {
    const { exit, stdout } = await run(['verify', at('our-agreement.yaml'), at('paper.pdf')]);
    expect([exit, stdout.split('\n')[0]]).toEqual([
      0,
      `${at('paper.pdf')}: same. It is, byte for byte, what the spec makes.`,
    ]);
  });

  it('wants one paper', async () => {
    const { exit, stdout, stderr } = await run(['verify', at('paper.docx'), at('paper.pdf')]);
    expect([exit, stdout, stderr]).toEqual([
      2,
      '',
      `pactwright: ${at('paper.pdf')} is a paper too. Give one paper and its spec; \`pactwright extract\` gives back the spec that a PDF carries.\n`,
    ]);
  });

  it('says what it is made again with, the signing service too', async () => {
    writeFileSync(at('tags.docx'), await make(spec, 'docx', { esign: 'docuseal' }));
    const { exit, stdout } = await run(['verify', at('tags.docx'), at('our-agreement.yaml')]);
    expect(exit).toBe(0);
    expect(stdout).toMatch(/template mou, --esign docuseal\.\n$/);
  });

  it('gives up a PDF that unpacks to more than any paper', async () => {
    const { zlibSync } = await import('fflate');
    const bomb = Buffer.from(zlibSync(new Uint8Array(300 * 1024 * 1024))).toString('latin1');
    const parts = takeApart(pdf);
    change(
      parts,
      Number(
        /\/Contents (\d+)/.exec(
          [...parts.objects.values()].find((each) => each.includes('/Contents '))!,
        )![1],
      ),
      () => `<< /Length ${bomb.length} /Filter /FlateDecode >>\nstream\n${bomb}\nendstream`,
    );
    writeFileSync(at('bomb.pdf'), writeAnew(parts));
    const { exit, stderr } = await run(['verify', at('bomb.pdf')]);
    expect(exit).toBe(2);
    expect(stderr).toContain('a part of it cannot be unpacked, or is far too large');
  });
});

describe('extract', () => {
  it('prints the spec as it was', async () => {
    const { exit, stdout } = await run(['extract', at('paper.pdf')]);
    expect([exit, stdout]).toEqual([0, spec]);
  });

  it('writes a file, and never over one', async () => {
    expect(await run(['extract', at('paper.pdf'), '-o', at('again.yaml')])).toMatchObject({
      exit: 0,
      stdout: '',
    });
    expect(readFileSync(at('again.yaml'), 'utf8')).toBe(spec);
    writeFileSync(at('again.yaml'), 'mine');
    const { exit, stderr } = await run(['extract', at('paper.pdf'), '-o', at('again.yaml')]);
    expect([exit, stderr]).toEqual([
      2,
      `pactwright: ${at('again.yaml')} is there already; it was left as it is. Give another name with -o.\n`,
    ]);
    expect(readFileSync(at('again.yaml'), 'utf8')).toBe('mine');
  });

  it('says that there is none', async () => {
    const built = await run([
      'build',
      at('our-agreement.yaml'),
      '--to',
      'pdf',
      '--no-embed',
      '-o',
      folder,
    ]);
    expect(built.exit).toBe(0);
    const { exit, stderr } = await run(['extract', at('our-agreement.pdf')]);
    expect(exit).toBe(2);
    expect(stderr).toContain(
      'it carries no spec. It was made with --no-embed or by another program',
    );
    expect((await run(['verify', at('our-agreement.pdf'), at('our-agreement.yaml')])).exit).toBe(0);
  });

  it('says so of a file that is no PDF', async () => {
    const { exit, stderr } = await run(['extract', at('our-agreement.yaml')]);
    expect([exit, stderr]).toEqual([
      2,
      `pactwright: ${at('our-agreement.yaml')}: This is no PDF.\n`,
    ]);
  });

  it('sends the owner of a Word file to the PDF, by name where it lies beside it', async () => {
    const { exit, stderr } = await run(['extract', at('paper.docx')]);
    expect([exit, stderr]).toEqual([
      2,
      `pactwright: ${at('paper.docx')}: a Word file carries no spec, only a PDF does: type \`pactwright extract ${at('paper.pdf')}\`.\n`,
    ]);
    writeFileSync(at('alone.docx'), readFileSync(at('paper.docx')));
    expect((await run(['extract', at('alone.docx')])).stderr).toBe(
      `pactwright: ${at('alone.docx')}: a Word file carries no spec, only a PDF does: give the PDF that was made with it.\n`,
    );
  });
});
