// What is the same: the paper as it was made, from its own spec and from one that says the same. And what
// is not, although no file was touched: another spec, another template, another version.

import { describe, expect, it } from 'vitest';
import { build } from '../../src/build.ts';
import { carriedFiles } from '../../src/carried.ts';
import { mergeOnly, readBase } from '../../src/merge.ts';
import { nodeHost } from '../../src/node/host.ts';
import { withStandIns } from '../../src/proof/stand-in.ts';
import { example } from '../agreements/making.ts';
import { bytesOf, make, ports, relaid, spec, verified, wordings } from './papers.ts';

const pdf = await make(spec, 'pdf');
const docx = await make(spec, 'docx');

describe('a paper as it was made', () => {
  it('is the same, from the spec that it carries', async () => {
    expect(await verified(pdf)).toMatchObject({ answer: 'same', texts: [], seen: [], notes: [] });
  });

  it.each([
    ['pdf', pdf],
    ['docx', docx],
  ])('is the same, from the spec that is given (%s)', async (_, file) => {
    expect(await verified(file, spec)).toMatchObject({ answer: 'same', notes: [] });
  });

  it.each([
    ['pdf', pdf],
    ['docx', docx],
  ])('is the same, whatever comments and layout the spec has now (%s)', async (_, file) => {
    expect(relaid).not.toBe(spec);
    expect(await verified(file, relaid)).toMatchObject({ answer: 'same' });
  });

  it.each([
    { date: '2027-02-01' },
    { fileDate: '2026-12-31' },
    {
      house: {
        house: { thresholds: {}, jargon: ['MOU'], rules: {}, level: 'funded' },
        diagnostics: [],
      },
    },
    { embed: false },
    { esign: 'docuseal' },
    { esign: 'anchors' },
  ] as const)('is the same when it was made with %o', async (options) => {
    const settled = spec.replace('currency: USD', 'currency: USD\n    holder: library');
    for (const format of ['pdf', 'docx'] as const) {
      const file = await make(settled, format, options);
      expect(await verified(file, settled)).toMatchObject({ answer: 'same', notes: [] });
    }
  });
});

it('an example made final by hand, with logos, is the same', async () => {
  const text = Buffer.from(example('stars-over-riverbend.yaml').bytes).toString();
  const file = await make(text, 'pdf', { final: true, allowWarnings: true });
  expect(await verified(file, text)).toMatchObject({
    answer: 'same',
    notes: [],
    record: { final: true, allowWarnings: true },
  });
});

it('a draft made before its logo was there is the same as long as it is not', async () => {
  const text = spec.replace(
    'short: the Library\n',
    'short: the Library\n    brand: { logo: logos/none.png }\n',
  );
  for (const format of ['pdf', 'docx'] as const) {
    expect(await verified(await make(text, format), text)).toMatchObject({
      answer: 'same',
      notes: [],
    });
  }
});

describe('pictures that are not at hand', () => {
  const nowhere = { ...ports(), host: nodeHost({ folder: import.meta.dirname }) };
  const text = Buffer.from(example('friends-of-elm-street.yaml').bytes).toString();

  it('leave a PDF in doubt whose words are the same', async () => {
    const { answer, reason, notes } = await verified(await make(text, 'pdf'), undefined, nowhere);
    expect(answer).toBe('cannot-tell');
    expect(reason).toContain('Its words are those of the spec');
    expect(notes.join()).toContain('logos/elm-street-library.svg');
  });

  it('leave it in doubt also where a forger has put the same grey picture in their place', async () => {
    const grey = nowhere.host;
    const { deflate } = nowhere;
    const forged = { ...nowhere, host: withStandIns(grey, deflate, () => true) };
    for (const format of ['pdf', 'docx'] as const) {
      const file = await make(text, format, {}, forged);
      expect((await verified(file, text, nowhere)).answer).toBe('cannot-tell');
    }
  });

  it('do not hide that words differ', async () => {
    const other = text.replace('title: Letter', 'title: A letter');
    expect(other).not.toBe(text);
    expect((await verified(await make(text, 'pdf'), other, nowhere)).answer).toBe('differs');
  });
});

it('a logo that was exchanged is named', async () => {
  const text = Buffer.from(example('friends-of-elm-street.yaml').bytes).toString();
  const world = ports();
  const swapped = {
    ...world,
    host: {
      ...world.host,
      readAsset: () => world.host.readAsset('logos/friends-of-elm-street.svg'),
    },
  };
  const { answer, seen, notes } = await verified(await make(text, 'pdf'), undefined, swapped);
  expect(answer).toBe('differs');
  expect(seen.join()).toContain('drawn differently: the content; the pictures or logos.');
  expect(notes).toContain('logos/elm-street-library.svg is not the picture that it was made with.');
});

it('a paper of several files carries one spec that makes it again, comments that accept included', async () => {
  const ignore = '# pactwright-ignore-next-line';
  const commented = spec
    .replace(
      'terms:\n',
      `${ignore} signing-no-ending-notice by Maria Okafor: we just stop\nterms:\n`,
    )
    .replace(
      '  - { task: Organise',
      `  ${ignore} understanding-task-no-date by Priya Raman: monthly\n  - { task: Organise`,
    );
  const defaults = { name: 'defaults.yaml', bytes: bytesOf('terms:\n  law: The law of Ohio.\n') };
  const base = readBase({ name: 'spec.yaml', bytes: bytesOf(commented) }, [defaults]);
  const built = await build(
    { name: 'row 3', bytes: new Uint8Array(), merged: mergeOnly(base) },
    { formats: ['pdf', 'docx'], stem: 'row-3' },
    ports(),
  );
  expect(built.diagnostics.filter(({ waived }) => waived)).toHaveLength(2);
  const [file, word] = ['pdf', 'docx'].map(
    (format) => built.outputs.find((output) => output.format === format)!.bytes,
  );
  const [carried] = await carriedFiles(file!);
  expect(carried!.name).toBe('row-3.yaml');
  const text = Buffer.from(carried!.bytes).toString();
  expect(text).toContain('law: The law of Ohio.');
  expect(await verified(file!)).toMatchObject({ answer: 'same', notes: [] });
  expect(await verified(word!, text)).toMatchObject({ answer: 'same' });
});

it('a comment that accepts a finding is not layout: the draft no longer lists it', async () => {
  const accepting = spec.replace(
    'terms:\n',
    '# pactwright-ignore-next-line signing-no-ending-notice by Maria Okafor: we just stop\nterms:\n',
  );
  const file = await make(accepting, 'pdf');
  expect(await verified(file, accepting)).toMatchObject({ answer: 'same', notes: [] });
  const { answer, notes, texts } = await verified(file, spec);
  expect(answer).toBe('differs');
  expect(notes[0]).toBe(
    'The comments in the spec that it carries accept other findings than those in the one given.',
  );
  expect(texts[0]!.made).toContain('Open before signing');
});

describe('what a PDF carries', () => {
  it('is the spec byte for byte, and the record', async () => {
    const files = await carriedFiles(pdf);
    expect(files.map(({ name, relationship }) => [name, relationship])).toEqual([
      ['our-agreement.yaml', 'Source'],
      ['pactwright-record.json', 'Data'],
    ]);
    expect(files[0]!.bytes).toEqual(bytesOf(spec));
  });

  it('is nothing with embed: false, but the hashes stay', async () => {
    const bare = await make(spec, 'pdf', { embed: false });
    expect(await carriedFiles(bare)).toEqual([]);
    const text = Buffer.from(bare).toString('latin1');
    expect(text).toMatch(/Content hash: [0-9a-f]{64}/);
    expect(text).not.toContain('ask Maria');
    expect(await verified(bare)).toMatchObject({
      answer: 'cannot-tell',
      reason:
        'It carries no spec, because it was made with --no-embed or somebody took it out: give the spec after it.',
    });
  });

  it('is asked for in vain of a Word file', async () => {
    const { answer, reason } = await verified(docx);
    expect([answer, reason]).toEqual([
      'cannot-tell',
      'A Word file carries no spec: give the spec after it.',
    ]);
  });
});

describe('a spec that says something else', () => {
  const comma = spec.replace('If it rains, we', 'If it rains we');

  it.each([
    ['pdf', pdf],
    ['docx', docx],
  ])('is found by one comma (%s)', async (_, file) => {
    const verdict = await verified(file, comma);
    expect(verdict.answer).toBe('differs');
    expect(wordings(verdict)).toContainEqual([
      expect.stringContaining('If it rains we meet indoors.'),
      expect.stringContaining('If it rains, we meet indoors.'),
    ]);
  });

  it('is named by its place in the data, where the PDF carries another', async () => {
    expect((await verified(pdf, comma)).notes).toEqual([
      'The spec that it carries is not the one given: they differ in terms.other[0].text.',
      expect.stringContaining('our-agreement.yaml'),
      expect.stringContaining('pactwright-record.json'),
    ]);
  });

  it('is not the same although not one printed word differs', async () => {
    const waived = `${spec}waivers:\n  - { rule: signing-no-end-date, reason: Later, by: Maria }\n`;
    for (const file of [pdf, docx]) {
      const { answer, texts } = await verified(file, waived);
      expect(answer).not.toBe('same');
      expect(texts.map(({ place }) => place.part)).toContain('running');
    }
  });

  it('is not the same with the partners in another order', async () => {
    const swapped = spec.replace(/( {2}library:[\s\S]*?)( {2}club:[\s\S]*?)(?=term:)/, '$2$1');
    expect(swapped).not.toBe(spec);
    expect((await verified(docx, swapped)).answer).toBe('differs');
  });
});

describe('a template that was changed', () => {
  const changed = async (): Promise<ReturnType<typeof ports>> => {
    const world = ports();
    const files = (await world.host.readTemplate('mou'))!;
    const edited = new Map(
      [...files.files].map(([name, text]) => [name, text.replaceAll('in good faith', 'in hope')]),
    );
    expect([...edited.values()]).not.toEqual([...files.files.values()]);
    return {
      ...world,
      host: { ...world.host, readTemplate: async () => ({ ...files, files: edited }) },
    };
  };

  it.each(['pdf', 'docx'] as const)(
    'is named, with the wordings that follow from it (%s)',
    async (format) => {
      const verdict = await verified(await make(spec, format), spec, await changed());
      expect(verdict.answer).toBe('differs');
      expect(verdict.notes.join()).toContain('The template is not the one it was made with');
      expect(wordings(verdict)).toContainEqual([
        expect.stringContaining('in hope'),
        expect.stringContaining('in good faith'),
      ]);
    },
  );
});

describe('a paper of another version', () => {
  const older = { ...ports(), version: '0.0.9' };

  it('is the same where that version made the same bytes', async () => {
    const file = await make(spec, 'pdf', {}, older);
    expect(file).not.toEqual(pdf);
    expect(await verified(file, spec)).toMatchObject({
      answer: 'same',
      record: { program: '0.0.9' },
    });
  });

  it('cannot be told where it did not', async () => {
    const world = await (async () => {
      const files = (await older.host.readTemplate('mou'))!;
      const edited = new Map(
        [...files.files].map(([name, text]) => [name, text.replaceAll('good faith', 'hope')]),
      );
      return {
        ...older,
        host: { ...older.host, readTemplate: async () => ({ ...files, files: edited }) },
      };
    })();
    for (const format of ['pdf', 'docx'] as const) {
      const { answer, reason } = await verified(await make(spec, format, {}, world), spec);
      expect(answer).toBe('cannot-tell');
      expect(reason).toContain('It was made by another version: Pactwright 0.0.9, and this is');
    }
  });
});
