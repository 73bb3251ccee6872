// The bench (bench/, whose packages a usual install does not bring): its memorandum is what the document
// about performance says it is, and the tables there are about the programs that the bench measures now.

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openPress } from '../../bench/ours.ts';

const root = resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

interface Part {
  readonly kind: string;
  readonly rows: readonly unknown[];
}
interface Content {
  readonly logos: readonly unknown[];
  readonly header: string;
  readonly footer: string;
  readonly parts: readonly Part[];
}
/** The modules of the bench that need no package; they bring no types. */
const module = async (file: string): Promise<Record<string, (...given: never[]) => unknown>> =>
  import(pathToFileURL(join(root, 'bench/lib', file)).href);

describe('the memorandum', async () => {
  const press = await openPress(join(root, 'bench/paper'));
  const agreement = await press.validate(read('bench/paper/memorandum.yaml'));
  const { paper } = await press.composed(agreement);
  const { contentOf, textsOf } = await module('content.mjs');
  const content = contentOf!(...([paper, {}] as never[])) as Content;

  it('is a complete agreement without an open finding', () => {
    expect(agreement.checked.diagnostics.filter((each) => !each.waived)).toEqual([]);
  });

  it('has seven pages, fonts of its own and both logos', async () => {
    const pdf = Buffer.from(await press.make(agreement, 'pdf')).toString('latin1');
    expect(pdf.match(/\/Type \/Page\n/g)).toHaveLength(7);
    expect(pdf.match(/\/FontFile2/g)!.length).toBeGreaterThanOrEqual(3);
    expect(pdf.match(/\/ColorSpace \/DeviceRGB/g)).toHaveLength(2);
    expect(content.logos).toHaveLength(2);
  });

  it('has some 1,800 words, a header, a footer and four tables of 5 to 12 rows', () => {
    const words = (textsOf!(...([content] as never[])) as string[]).join(' ').split(/\s+/);
    expect(words.length).toBeGreaterThan(1700);
    expect(words.length).toBeLessThan(2000);
    expect([content.header, content.footer]).not.toContain('');
    const rows = content.parts
      .filter(({ kind }) => kind === 'table')
      .map((each) => each.rows.length);
    expect(rows.filter((count) => count >= 5 && count <= 12)).toHaveLength(4);
  });
});

describe('docs/performance.md', () => {
  const rows = read('docs/performance.md')
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) => line.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, '')));
  const manifest = JSON.parse(read('bench/package.json')) as {
    dependencies: Record<string, string>;
  };
  /** Packages by the names that the tables give them. */
  const packages: Readonly<Record<string, string>> = {
    typst: '@myriaddreamin/typst-ts-node-compiler',
  };

  it('has a row for every program that is measured, in the version that is installed for it', async () => {
    const { idsOf, isOurs } = await module('contenders.mjs');
    const programs = ['docx', 'pdf']
      .flatMap((format) => idsOf!(...([format] as never[])) as string[])
      .filter((id) => !isOurs!(...([id] as never[])))
      .map((id) => id.split(':')[1]!)
      .map((name) => (name === 'react-pdf' ? '@react-pdf/renderer' : name));
    expect(programs.length).toBe(9);
    for (const name of programs) {
      const version = manifest.dependencies[packages[name] ?? name];
      expect(rows, name).toContainEqual(expect.arrayContaining([name, version]));
    }
  });

  it('has the version of this program', () => {
    const { version } = JSON.parse(read('package.json')) as { version: string };
    const ours = rows.filter(([name]) => name?.startsWith('Pactwright, '));
    expect(ours.map((row) => row[1])).toEqual([version, version, version, version]);
  });

  it('says of seven goals whether they are reached', () => {
    const goals = rows.filter((row) => /^\**(not )?reached\**$/.test(row.at(-1) ?? ''));
    expect(goals).toHaveLength(7);
  });
});

const installed = existsSync(join(root, 'bench/node_modules'));
it.skipIf(!installed)(
  'every program of the bench makes the memorandum (where they are installed)',
  () => {
    const said = execFileSync(process.execPath, ['bench/run.mjs', '--quick', '--only', 'equal'], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(said.match(/^equal /gm)).toHaveLength(13);
  },
  120_000,
);
