// Draft and final: what a final paper never holds, in any format; when one is refused, with and
// without --final, --strict and --allow-warnings; what is recorded; and what lies on the disk after.

import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Built } from '../../src/build.ts';
import { build as buildFromProgram } from '../../src/index.ts';
import { run, smallest } from '../cli/run.ts';
import { partsOf } from '../docx/xml-tree.ts';
import { type StructureElement, structureOf } from '../pdf/extract-text.ts';
import { generateSpec } from './generate.ts';
import { blocksOf, example, make, output, type Spec } from './making.ts';
import type { Shape } from './shapes.ts';

/** Everything drawn on the pages of a PDF, running lines and watermarks too. */
async function drawnText(bytes: Uint8Array): Promise<string> {
  const task = getDocument({ data: bytes.slice(), verbosity: 0 });
  const document = await task.promise;
  const pages: string[] = [];
  for (let page = 1; page <= document.numPages; page += 1) {
    const { items } = await (await document.getPage(page)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(' '));
  }
  await task.destroy();
  return pages.join('\n');
}

/** The operators of all streams of a PDF that are packed. */
function pageContents(bytes: Uint8Array): string {
  const file = Buffer.from(bytes).toString('latin1');
  const unpacked = Array.from(
    file.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g),
    ([, packed]) => {
      try {
        return inflateSync(Buffer.from(packed!, 'latin1')).toString('latin1');
      } catch {
        return '';
      }
    },
  );
  return unpacked.join('\n');
}

const types = (element: StructureElement): readonly string[] => [
  element.type,
  ...element.kids.flatMap((kid) => ('mcid' in kid ? [] : types(kid))),
];

/** The signs of a draft that each format shows. */
async function signsOfDraft(built: Built): Promise<Readonly<Record<string, readonly string[]>>> {
  const seen = (text: string, signs: Readonly<Record<string, RegExp>>): readonly string[] =>
    Object.entries(signs).flatMap(([name, sign]) => (sign.test(text) ? [name] : []));
  const word = /draft|open before signing/i;
  const parts = [...partsOf(output(built, 'docx'))];
  const pages = parts.filter(([name]) => /^word\/(document|header|footer)/.test(name));
  const about = parts.filter(([name]) => name.startsWith('docProps/'));
  const pdf = output(built, 'pdf');
  return {
    docx: [
      ...seen(pages.map(([, xml]) => xml).join(), {
        word,
        watermark: /watermark/i,
        notice: /w:val="Notice/,
      }),
      ...seen(about.map(([, xml]) => xml).join(), { property: /draft/i }),
    ],
    pdf: [
      ...seen(await drawnText(pdf), { word }),
      ...seen(pageContents(pdf), { watermark: /\/Subtype \/Watermark/ }),
      ...seen(types(structureOf(pdf)).join(), { notice: /Notice/ }),
      ...seen(Buffer.from(pdf).toString('latin1'), { property: />\s*draft\s*</i }),
    ],
    html: seen(new TextDecoder().decode(output(built, 'html')), {
      word,
      watermark: /class="[^"]*watermark/,
      notice: /class="[^"]*notice/,
    }),
  };
}

const shape: fc.Arbitrary<Shape> = fc.record({
  seed: fc.integer({ min: 1000, max: 9_999_999 }),
  partners: fc.integer({ min: 2, max: 6 }),
  rows: fc.integer({ min: 1, max: 6 }),
  script: fc.constantFrom('latin', 'polish', 'greek', 'cyrillic', 'mixed'),
  longWords: fc.boolean(),
  awkward: fc.boolean(),
  kind: fc.constantFrom('mou', 'letter'),
  paper: fc.constantFrom('letter', 'a4'),
});

const specOf = (text: string): Spec => ({ name: 'a.yaml', bytes: new TextEncoder().encode(text) });

describe('what a paper shows of its status', () => {
  it('a final paper has no notice, no watermark and no word of a draft, in any format', async () => {
    await fc.assert(
      fc.asyncProperty(shape, async (each) => {
        const spec = specOf(generateSpec(each));
        const options = { final: true, allowWarnings: true };
        const built = await make(spec, options);
        expect(built.stopped).toBeUndefined();
        expect(built.status).toBe('final');
        expect(await signsOfDraft(built)).toEqual({ docx: [], pdf: [], html: [] });
        const blocks = await blocksOf(spec, options);
        expect(blocks.filter(({ kind }) => kind === 'notice')).toEqual([]);
      }),
      { numRuns: 8 },
    );
  });

  it('a draft shows every one of them', async () => {
    const signs = await signsOfDraft(await make(example('unfinished-makers-fair.yaml')));
    expect(signs).toEqual({
      docx: ['word', 'watermark', 'notice', 'property'],
      pdf: ['word', 'watermark', 'notice', 'property'],
      html: ['word', 'watermark', 'notice'],
    });
  });

  it('a draft with nothing open is marked as a draft, and lists nothing', async () => {
    const signs = await signsOfDraft(await make(example('stars-over-riverbend.yaml')));
    expect(signs.docx).toEqual(['word', 'watermark', 'property']);
    expect(signs.pdf).toEqual(['word', 'watermark', 'property']);
  });
});

/** No errors, and warnings that only the partners can settle. */
const withWarnings = generateSpec({
  seed: 31,
  partners: 2,
  rows: 2,
  script: 'latin',
  longWords: false,
});

describe('what is open decides', () => {
  it('errors refuse a final paper, whatever is allowed', async () => {
    const refused = await make(specOf(smallest), { final: true, allowWarnings: true });
    expect(refused.outputs).toEqual([]);
    expect(refused.stopped).toMatch(
      /^--final was given, but \d+ errors are open; nothing was made\. Settle them, or build a draft without --final\.$/,
    );
  });

  it('warnings that nobody waived refuse it too, and the sentence says what to do', async () => {
    const { outputs, stopped, diagnostics } = await make(specOf(`${withWarnings}status: final\n`));
    const open = diagnostics.filter(({ severity }) => severity === 'warning').length;
    expect(outputs).toEqual([]);
    expect(stopped).toBe(
      `It says \`status: final\`, but ${open} warnings are open; nothing was made. Settle or waive them, write \`status: draft\`, or allow them with --allow-warnings, which the files record.`,
    );
  });

  it('waived warnings and advice refuse nothing', async () => {
    const built = await make(example('shared-heritage-consortium.yaml'), { final: true });
    expect(built.diagnostics.some(({ waived }) => waived)).toBe(true);
    expect(built.stopped).toBeUndefined();
    expect(built.allowedWarnings).toBeUndefined();
    expect(built.specStatus).toBe('draft');
  });

  it('at a lower level less is asked, so less refuses', async () => {
    const stopped = async (level: string): Promise<number> => {
      const spec = specOf(`${withWarnings}level: ${level}\n`);
      return Number(/(\d+) warning/.exec((await make(spec, { final: true })).stopped ?? '')?.[1]);
    };
    expect(await stopped('simple')).toBeLessThan(await stopped('standard'));
  });

  it('a strict draft is refused for the same reasons, and made when nothing is open', async () => {
    expect((await make(specOf(smallest), { strict: true })).stopped).toMatch(
      /^--strict was given, but \d+ errors and \d+ warnings are open; nothing was made\. Settle the errors, settle or waive the warnings, or build without --strict/,
    );
    const complete = await make(example('stars-over-riverbend.yaml'), { strict: true });
    expect(complete.status).toBe('draft');
    expect(complete.outputs).toHaveLength(3);
  });

  it('what weighs more in a final paper does so with --final', async () => {
    const spec = specOf(withWarnings.replace(/^purpose: /m, 'purpose: TBD '));
    const severity = async (final: boolean): Promise<string | undefined> =>
      (await make(spec, { final })).diagnostics.find(
        ({ code }) => code === 'understanding-unfinished-text',
      )?.severity;
    expect([await severity(false), await severity(true)]).toEqual(['warning', 'error']);
  });
});

describe('what is recorded', () => {
  it('the warnings that were allowed, in every file, and only those of a final paper', async () => {
    const built = await make(specOf(withWarnings), { final: true, allowWarnings: true });
    const allowed = built.allowedWarnings!;
    const open = built.diagnostics.filter((each) => each.severity === 'warning' && !each.waived);
    expect(allowed.length).toBeGreaterThan(3);
    expect(allowed).toEqual([...new Set(open.map(({ code }) => code))]);
    const custom = partsOf(output(built, 'docx')).get('docProps/custom.xml')!;
    expect(custom).toContain('name="Allowed warnings"');
    const pdf = Buffer.from(output(built, 'pdf')).toString('utf8');
    const html = new TextDecoder().decode(output(built, 'html'));
    for (const code of allowed) {
      expect(custom).toContain(code);
      expect(pdf).toContain(code);
      expect(html).toContain(code);
    }
    for (const value of custom.match(/(?<=<vt:lpwstr>)[^<]*/g)!) {
      expect(value.replace(/&[a-z]+;/g, '.').length).toBeLessThanOrEqual(255);
    }
    const draft = await make(specOf(withWarnings), { strict: true, allowWarnings: true });
    expect(draft.allowedWarnings).toBeUndefined();
    expect(partsOf(output(draft, 'docx')).get('docProps/custom.xml')).not.toContain('Allowed');
  });

  it('without a date, none is printed, and the file has the first day of the term', async () => {
    const undated = await make(specOf(withWarnings), { final: true, allowWarnings: true });
    expect(undated.undated).toBe(true);
    const core = partsOf(output(undated, 'docx')).get('docProps/core.xml')!;
    expect(core).toContain('2027-01-11T00:00:00Z');
    const title = JSON.stringify((await blocksOf(specOf(withWarnings))).slice(0, 5));
    expect(title).not.toContain('2027');
    const dated = await make(specOf(withWarnings), {
      final: true,
      allowWarnings: true,
      date: '2027-01-04',
    });
    expect(dated.undated).toBeUndefined();
    expect(partsOf(output(dated, 'docx')).get('docProps/core.xml')).toContain('2027-01-04T');
  });

  it('a program gets the same', async () => {
    const spec = { name: 'a.yaml', text: withWarnings };
    const refused = await buildFromProgram(spec, { final: true, formats: ['html'], house: false });
    expect(refused.outputs).toEqual([]);
    const options = { final: true, allowWarnings: true, formats: ['html'], house: false } as const;
    const made = await buildFromProgram(spec, options);
    expect(made.outputs).toHaveLength(1);
    expect(made.specStatus).toBe('draft');
  });
});

describe('on the command line', () => {
  let folder: string;
  const out = (): string => path.join(folder, 'out');
  const here = (): readonly string[] => readdirSync(out()).sort();
  const build = (text: string, ...flags: string[]): ReturnType<typeof run> => {
    const file = path.join(folder, 'a.yaml');
    writeFileSync(file, text);
    return run(['build', file, '-o', out(), ...flags]);
  };
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'pactwright-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it.each([['--final'], ['--strict']])(
    '%s: nothing is written, and the run fails',
    async (flag) => {
      const { exit, stdout } = await build(withWarnings, flag);
      expect(exit).toBe(1);
      expect(stdout).toContain(`${flag} was given, but`);
      expect(() => readdirSync(out())).toThrow();
    },
  );

  it('where a paper is refused, the one from before stays as it is', async () => {
    await build(withWarnings);
    const before = here().map((name) => readFileSync(path.join(out(), name)));
    expect((await build(`${withWarnings}status: final\n`)).exit).toBe(1);
    expect(here().map((name) => readFileSync(path.join(out(), name)))).toEqual(before);
  });

  it('--final leaves the spec alone and says what it still says', async () => {
    const { exit, stdout } = await build(withWarnings, '--final', '--allow-warnings');
    expect(exit).toBe(0);
    expect(readFileSync(path.join(folder, 'a.yaml'), 'utf8')).toBe(withWarnings);
    expect(stdout).toContain('Final because of --final; the spec still says draft.');
    expect(stdout).toContain('It prints no date:');
    expect(stdout).toContain('Made final with warnings open; the files record them.');
    expect(here()).toEqual(['.pactwright.json', 'a.docx', 'a.pdf']);
  });

  it('json: what the README promises', async () => {
    const flags = ['--allow-warnings', '--reporter', 'json', '--to', 'html'];
    const final = JSON.parse((await build(withWarnings, '--final', ...flags)).stdout).files[0];
    expect(final).toMatchObject({ status: 'final', specStatus: 'draft', undated: true });
    expect(final.allowedWarnings.length).toBeGreaterThan(3);
    const draft = JSON.parse((await build(withWarnings, ...flags)).stdout).files[0];
    expect(draft.status).toBe('draft');
    expect(Object.keys(draft)).not.toContain('allowedWarnings');
    expect(Object.keys(draft)).not.toContain('specStatus');
  });

  it('a draft does not take the place of a final paper unless told to; a final one does', async () => {
    const paper = (): string => readFileSync(path.join(out(), 'a.html'), 'utf8');
    const final = ['--final', '--allow-warnings', '--to', 'html'];
    await build(withWarnings, ...final);
    const before = paper();
    const draft = await build(withWarnings, '--to', 'html');
    expect(draft.exit).toBe(2);
    expect(draft.stdout).toContain(
      `  kept ${out()}/a.html: it is a final paper, and this is a draft; build into another folder with -o, or write over it with --force\n`,
    );
    expect(paper()).toBe(before);
    const mended = withWarnings.replace(/^purpose: .*$/m, 'purpose: Show the stars to families.');
    expect((await build(mended, ...final)).exit).toBe(0);
    expect(paper()).toContain('Show the stars to families.');
    expect((await build(mended, '--to', 'html', '--force')).exit).toBe(0);
    expect((await build(withWarnings, '--to', 'html')).exit).toBe(0);
    expect(paper()).not.toContain('Show the stars to families.');
  });

  it('a final paper that somebody signed is kept, whoever comes', async () => {
    const final = ['--final', '--allow-warnings', '--to', 'html'];
    await build(withWarnings, ...final);
    appendFileSync(path.join(out(), 'a.html'), '<!-- signed -->');
    for (const flags of [final, ['--to', 'html']]) {
      const { exit, stdout } = await build(withWarnings, ...flags);
      expect(exit).toBe(2);
      expect(stdout).toContain('a.html: it was changed since, or is not ours; --force writes');
    }
  });

  it('a file that cannot be replaced: every paper is whole, none is left half-written', async () => {
    mkdirSync(path.join(out(), 'a.pdf'), { recursive: true });
    const { exit } = await build(withWarnings, '--final', '--allow-warnings');
    expect(exit).toBe(2);
    expect(here().filter((name) => name.endsWith('.tmp'))).toEqual([]);
    for (const name of here().filter((each) => each.endsWith('.docx'))) {
      expect(partsOf(readFileSync(path.join(out(), name))).has('word/document.xml')).toBe(true);
    }
  });
});
