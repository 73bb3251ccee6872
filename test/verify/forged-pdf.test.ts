// A PDF as somebody would forge it: pages, fonts, notes over pages, what it carries. Its hashes say that all
// is well; the verdict must not.

import { describe, expect, it } from 'vitest';
import { carriedFiles } from '../../src/carried.ts';
import {
  change,
  changeStream,
  contentNumber,
  numberOf,
  type Parts,
  pageNumbers,
  takeApart,
  writeAnew,
} from './edit-pdf.ts';
import { make, spec, verified, wordings } from './papers.ts';

const pdf = await make(spec, 'pdf');

/** The paper after an edit of its objects. */
function forged(edit: (parts: Parts) => void): Uint8Array {
  const parts = takeApart(pdf);
  edit(parts);
  return writeAnew(parts);
}

const embedded = /\/Type \/EmbeddedFile[\s\S]*?\/Subtype \/application#2Fyaml/;
const recorded = /\/Type \/EmbeddedFile[\s\S]*?\/Subtype \/application#2Fjson/;

it('only saved anew says the same text', async () => {
  expect(
    await verified(
      forged(() => {}),
      spec,
    ),
  ).toMatchObject({
    answer: 'same-text',
    texts: [],
    seen: [],
    notes: [],
  });
});

const inRow = (row: string): object => expect.objectContaining({ part: 'body', row });
const running = ({ objects }: Parts): string => {
  const hash = /Content hash: ([0-9a-f]{8})/.exec([...objects.values()].join('\n'))![1];
  return `RPL-2027-004 · Version 0.3 · Draft · Text ${hash} Page 1 of 3`;
};

describe('pages of another agreement', () => {
  it('under the spec, the record and the hashes of this one', async () => {
    const other = takeApart(await make(spec.replaceAll('400', '900'), 'pdf'));
    const own = takeApart(pdf);
    const [shown, made] = [running(other), running(own)];
    for (const pattern of [embedded, recorded, /\/Type \/Metadata/]) {
      other.objects.set(numberOf(other, pattern), own.objects.get(numberOf(own, pattern))!);
    }
    const file = writeAnew(other);
    expect(Buffer.from((await carriedFiles(file))[0]!.bytes).toString()).toBe(spec);
    const verdict = await verified(file);
    expect(verdict.answer).toBe('differs');
    expect(verdict.texts).toEqual([
      { place: inRow('Printing'), made: '400', found: '900' },
      { place: inRow('Total'), made: '400', found: '900' },
      // Whoever changes the spec to make such pages brings its hash into the footer.
      { place: { part: 'running', page: 1 }, made, found: shown },
    ]);
  });

  it('with a line of text taken out', async () => {
    const file = forged((parts) =>
      changeStream(parts, contentNumber(parts, 2), (content) => {
        const lines = [...content.matchAll(/BT [^\n]*TJ ET\n/g)];
        return content.replace(lines.at(-6)![0], '');
      }),
    );
    const verdict = await verified(file);
    expect(verdict.answer).toBe('differs');
    expect(verdict.texts).toHaveLength(1);
    expect(verdict.texts[0]!.place.page).toBe(2);
    expect(verdict.seen).toEqual(['Page 2 is drawn differently: the content.']);
  });
});

describe('words that can still be read but not seen', () => {
  it('under a white box', async () => {
    const file = forged((parts) =>
      changeStream(
        parts,
        contentNumber(parts, 1),
        (content) => `${content}\nq 1 1 1 rg 60 400 400 80 re f Q\n`,
      ),
    );
    expect(await verified(file)).toMatchObject({
      answer: 'differs',
      texts: [],
      seen: ['Page 1 is drawn differently: the content.'],
    });
  });

  it('under a note laid over the page', async () => {
    const file = forged((parts) => {
      const note = Math.max(...parts.objects.keys()) + 1;
      parts.objects.set(
        note,
        '<< /Type /Annot /Subtype /FreeText /Rect [60 400 460 480] /DA (/Helv 12 Tf 0 g) /C [1 1 1] /Contents (nothing was agreed) /F 4 >>',
      );
      const page = pageNumbers(parts)[0]!;
      change(parts, page, (source) =>
        /\/Annots \[/.test(source)
          ? source.replace('/Annots [', `/Annots [${note} 0 R `)
          : source.replace('/Type /Page', `/Type /Page /Annots [${note} 0 R]`),
      );
    });
    const { answer, texts, seen } = await verified(file);
    expect([answer, texts]).toEqual(['differs', []]);
    expect(seen).toContain(
      'Page 1 is drawn differently: what lies over it (links, notes, form fields). Added: FreeText.',
    );
  });

  it('in letters that look like others', async () => {
    const file = forged((parts) => {
      const programs = [...parts.objects].flatMap(([num, source]) => {
        const program = /\/FontFile2 (\d+) 0 R/.exec(source)?.[1];
        return program ? [[num, program] as const] : [];
      });
      const [[first, own], [, other]] = programs as [(typeof programs)[0], (typeof programs)[0]];
      change(parts, first, (source) =>
        source.replace(`/FontFile2 ${own} 0 R`, `/FontFile2 ${other} 0 R`),
      );
    });
    const { answer, texts, seen } = await verified(file);
    expect([answer, texts]).toEqual(['differs', []]);
    expect(seen.join()).toContain(
      'drawn differently: the fonts, so that letters may look like others.',
    );
  });

  it('in letters that say what they said before', async () => {
    const file = forged((parts) => {
      const map = numberOf(parts, /\/ToUnicode (\d+) 0 R/);
      const stream = Number(/\/ToUnicode (\d+) 0 R/.exec(parts.objects.get(map)!)![1]);
      changeStream(parts, stream, (content) =>
        content.replace(/endbfrange|endbfchar/, (end) => `${end}\n% \n`),
      );
    });
    expect((await verified(file)).answer).toBe('differs');
  });

  it('on a page that is cut off', async () => {
    const file = forged((parts) =>
      change(parts, pageNumbers(parts)[0]!, (source) =>
        source.replace('/MediaBox [0 0 612 792]', '/MediaBox [0 300 612 792]'),
      ),
    );
    expect((await verified(file)).seen).toEqual(['Page 1 is drawn differently: the size.']);
  });
});

describe('a document that does more', () => {
  it.each([
    [
      '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>',
      'An action was added that runs when it is opened.',
    ],
    [
      '/OCProperties << /OCGs [] /D << >> >>',
      'Layers were added: parts of pages that can be shown or hidden.',
    ],
  ])('%s', async (entry, sentence) => {
    const file = forged((parts) =>
      change(parts, numberOf(parts, /\/Type \/Catalog/), (source) =>
        source.replace('/Type /Catalog', `/Type /Catalog ${entry}`),
      ),
    );
    expect(await verified(file)).toMatchObject({ answer: 'differs', texts: [], seen: [sentence] });
  });

  it('reads something else aloud', async () => {
    const file = forged((parts) =>
      change(parts, numberOf(parts, /\/S \/H1\b/), (source) =>
        source.replace('/S /H1', '/S /H1 /ActualText (No agreement)'),
      ),
    );
    expect((await verified(file)).seen).toContain(
      'What screen readers read aloud, or its order, is not what was made.',
    );
  });

  it('has a page more', async () => {
    const file = forged((parts) => {
      const [, second] = pageNumbers(parts);
      const tree = numberOf(parts, /\/Type \/Pages\b/);
      change(parts, tree, (source) =>
        source.replace(`${second} 0 R`, `${second} 0 R ${second} 0 R`),
      );
    });
    await expect(verified(file)).rejects.toThrow('its pages go in circles');
  });
});

describe('what it carries', () => {
  const without = forged((parts) => {
    change(parts, numberOf(parts, /\/Type \/Catalog/), (source) =>
      source.replace(/\/AF \[[^\]]*\]/, ''),
    );
    change(parts, numberOf(parts, /\/EmbeddedFiles/), (source) =>
      source.replace(/\/EmbeddedFiles <<[\s\S]*?>>/, ''),
    );
  });

  it('was taken out: nothing can be said without the spec', async () => {
    expect(await carriedFiles(without)).toEqual([]);
    expect((await verified(without)).answer).toBe('cannot-tell');
  });

  it('was taken out: with the spec the text is still the same', async () => {
    const { answer, texts, seen, notes } = await verified(without, spec);
    expect([answer, texts, seen]).toEqual(['same-text', [], []]);
    expect(notes.join()).toContain('It has no record of how it was made');
  });

  const replaced = forged((parts) => {
    changeStream(parts, numberOf(parts, embedded), (content) =>
      content.replace('amount: 400', 'amount: 900'),
    );
  });

  it('was replaced: it does not fit the pages', async () => {
    const verdict = await verified(replaced);
    expect(verdict.answer).toBe('differs');
    expect(wordings(verdict)).toContainEqual(['900', '400']);
  });

  it('was replaced: with the spec the text is the same, and the change is named', async () => {
    const { answer, notes } = await verified(replaced, spec);
    expect(answer).toBe('same-text');
    expect(notes).toContain(
      'The spec that it carries is not the one given: they differ in resources.budget.lines[0].amount.',
    );
  });

  it('stands in two lists of the file, which differ', async () => {
    const file = forged((parts) => {
      const other = spec.replace('amount: 400', 'amount: 900');
      const free = Math.max(...parts.objects.keys()) + 1;
      const kind = '/Type /EmbeddedFile /Subtype /application#2Fyaml';
      parts.objects.set(free, `<< ${kind} /Length ${other.length} >>\nstream\n${other}\nendstream`);
      parts.objects.set(
        free + 1,
        `<< /Type /Filespec /F (our-agreement.yaml) /UF (our-agreement.yaml) /EF << /F ${free} 0 R >> >>`,
      );
      change(parts, numberOf(parts, /\/EmbeddedFiles/), (source) =>
        source.replace(/(\(our-agreement\.yaml\)) \d+ 0 R/, `$1 ${free + 1} 0 R`),
      );
    });
    expect(await verified(file)).toMatchObject({
      answer: 'cannot-tell',
      reason: 'It carries more than one spec, and they differ: give the right one after it.',
    });
    expect(await verified(file, spec)).toMatchObject({
      answer: 'same-text',
      notes: ['It carries two different files with the name our-agreement.yaml.'],
    });
  });

  it('has a record with other hashes, which nobody believes', async () => {
    const file = forged((parts) => {
      changeStream(parts, numberOf(parts, recorded), (content) =>
        content.replace(/"content":"[0-9a-f]{64}"/, `"content":"${'0'.repeat(64)}"`),
      );
    });
    expect(await verified(file)).toMatchObject({
      answer: 'same-text',
      notes: ['pactwright-record.json, which it carries, is not the one it was made with.'],
    });
  });
});

describe('a file in which two programs would see two papers', () => {
  const text = Buffer.from(pdf).toString('latin1');
  const bytes = (file: string): Uint8Array => new Uint8Array(Buffer.from(file, 'latin1'));
  const start = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)![1]!;
  const page = pageNumbers(takeApart(pdf))[0]!;
  const forgedPage = `${page} 0 obj\n<< /Type /Page /MediaBox [0 0 9 9] >>\nendobj\n`;
  const lookedFor = (file: Uint8Array) => expect(verified(file)).rejects;

  it('objects that no table names, for programs that look for themselves', async () => {
    const file = bytes(`${text}${forgedPage}startxref\n${start}\n%%EOF\n`);
    await lookedFor(file).toThrow('no table names what stands at byte');
  });

  it('so much at its end that some programs find no table', async () => {
    const file = bytes(`${text}${forgedPage}startxref\n${start}\n%%EOF\n${' '.repeat(1500)}`);
    await lookedFor(file).toThrow('its end is missing');
    await lookedFor(bytes(`${text}hello`)).toThrow('its end is missing');
  });

  it('an older object behind the one in force', async () => {
    const at = text.length;
    const row = `${`${at}`.padStart(10, '0')} 00000 n \n`;
    const own = /trailer\s*(<<[\s\S]*?>>)\s*startxref/.exec(text)![1]!;
    const later = `${text}${forgedPage}xref\n${page} 1\n${row}trailer\n${own.replace(/>>$/, `/Prev ${start}>>`)}\n`;
    // The last start leads to the first table again, whose page is the genuine one.
    const file = bytes(`${later}startxref\n${start}\n%%EOF\n`);
    await lookedFor(file).toThrow('no table names what stands at byte');
  });

  it.each([
    ['a second table', (trailer: string) => trailer.replace('<<', '<< /XRefStm 9'), 'two tables'],
    [
      'fewer objects than it has',
      (trailer: string) => trailer.replace(/\/Size \d+/, '/Size 5'),
      'it has more objects than it says',
    ],
  ])('%s', async (_, edit, message) => {
    const from = text.lastIndexOf('trailer');
    const file = bytes(text.slice(0, from) + edit(text.slice(from)));
    await lookedFor(file).toThrow(message);
  });

  it.each([
    [
      'pages that are branches too',
      '/Type /Page',
      '/Type /Page /Kids []',
      'told from their branches',
    ],
    ['a page of no kind', '/Type /Page', '/Type /Leaf', 'told from their branches'],
  ])('%s', async (_, from, to, message) => {
    const file = forged((parts) => change(parts, page, (source) => source.replace(from, to)));
    await lookedFor(file).toThrow(message);
  });

  it('fewer pages than it counts', async () => {
    const file = forged((parts) =>
      change(parts, numberOf(parts, /\/Type \/Pages\b/), (source) =>
        source.replace(/\/Count \d+/, '/Count 1'),
      ),
    );
    await lookedFor(file).toThrow('it does not have as many pages as it says');
  });

  it('an object asked for by another generation', async () => {
    const file = forged((parts) =>
      change(parts, numberOf(parts, /\/Type \/Catalog/), (source) =>
        source.replace(/(\/StructTreeRoot \d+) 0 R/, '$1 7 R'),
      ),
    );
    await lookedFor(file).toThrow('is asked for by another generation');
    const again = forged((parts) =>
      change(parts, numberOf(parts, /\/Nums \[/), (source) =>
        source.replace(/(\/Nums \[[\s\S]*?\d 0 R[\s\S]*?\d) 0 R/, '$1 7 R'),
      ),
    );
    await lookedFor(again).toThrow('is asked for by another generation');
  });
});

describe('what a program shows beside or instead of the pages', () => {
  it.each([
    [
      'an action of a page',
      /\/Type \/Page\b(?!s)/,
      '/Type /Page /AA << /O << /S /JavaScript /JS (1) >> >>',
      'Page 1 is drawn differently: what it does or shows beside its content',
    ],
    [
      'a small picture of a page',
      /\/Type \/Page\b(?!s)/,
      '/Type /Page /Thumb null /Dur 3',
      'Page 1 is drawn differently: what it does or shows',
    ],
    [
      'a folder of other papers',
      /\/Type \/Catalog/,
      '/Type /Catalog /Collection << /View /T >>',
      'Its entry Collection differs.',
    ],
  ])('%s', async (_, pattern, to, sentence) => {
    const file = forged((parts) =>
      change(parts, numberOf(parts, pattern), (source) => source.replace(pattern, to)),
    );
    const { answer, seen } = await verified(file);
    expect(answer).toBe('differs');
    expect(seen.join()).toContain(sentence);
  });

  it('another title', async () => {
    const file = forged((parts) =>
      change(parts, numberOf(parts, /\/Type \/Metadata/), (source) =>
        source.replace('Stars over Riverbend', 'Stars over New York!'),
      ),
    );
    expect(await verified(file)).toMatchObject({
      answer: 'differs',
      seen: ['Its title is not the one that was made.'],
    });
  });

  it('drawings that draw each other over and over', async () => {
    const depth = 26;
    const file = forged((parts) => {
      const free = Math.max(...parts.objects.keys()) + 1;
      for (let level = 0; level <= depth; level += 1) {
        const inner =
          level === depth ? '' : `/Resources << /XObject << /N ${free + level + 1} 0 R >> >>`;
        const draws = level === depth ? 'BT (a) Tj ET' : 'BT (a) Tj ET /N Do /N Do';
        parts.objects.set(
          free + level,
          `<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] ${inner} /Length ${draws.length} >>\nstream\n${draws}\nendstream`,
        );
      }
      const page = parts.objects.get(pageNumbers(parts)[0]!)!;
      const resources = Number(/\/Resources (\d+) 0 R/.exec(page)![1]);
      change(parts, resources, (source) =>
        /\/XObject <</.test(source)
          ? source.replace('/XObject <<', `/XObject << /Over ${free} 0 R`)
          : source.replace(/^<</, `<< /XObject << /Over ${free} 0 R >>`),
      );
      const font = /\/(F\d+) \d+ 0 R/.exec(parts.objects.get(resources)!)![1]!;
      changeStream(
        parts,
        contentNumber(parts, 1),
        (content) => `${content}\n/${font} 9 Tf /Over Do\n`,
      );
    });
    await expect(verified(file)).rejects.toThrow('there is far too much on its pages');
  });

  it.each([
    ['a filter that is not read here', '/Filter [/ASCIIHexDecode /FlateDecode]'],
    ['bytes in another file', '/Filter /FlateDecode /F (other.bin)'],
  ])('content with %s', async (_, filter) => {
    const file = forged((parts) =>
      change(parts, contentNumber(parts, 1), (source) =>
        source.replace('/Filter /FlateDecode', filter),
      ),
    );
    await expect(verified(file)).rejects.toThrow('a part of it is packed in an unusual way');
  });
});
