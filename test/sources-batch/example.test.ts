// The example of docs/spreadsheets.md: its files make five agreements without an error, and what the
// page shows of them is what they are.

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readBase, readData } from '../../src/merge.ts';
import { outputName } from '../../src/node/output-name.ts';
import { checkRow, lines } from './support.ts';

const docs = new URL('../../docs/', import.meta.url);
const file = (name: string) => ({
  name,
  bytes: new Uint8Array(readFileSync(new URL(`spreadsheets/${name}`, docs))),
});

it('makes five agreements, each with a name of its own', async () => {
  const base = readBase(file('base.yaml'), [file('house.yaml')]);
  const data = await readData(file('partners.csv'), base, { map: file('columns.yaml') });
  expect(lines([...base.diagnostics, ...data.diagnostics])).toEqual([]);
  const names: (string | undefined)[] = [];
  for (const index of data.rows.keys()) {
    const { agreement, diagnostics } = await checkRow(data, index, base);
    expect(lines(diagnostics.filter(({ severity }) => severity !== 'advice'))).toEqual([]);
    names.push(outputName('{reference} {partners.club.short}', agreement!).name);
  }
  expect(names).toEqual([
    'SR-2027-01 the Club',
    'SR-2027-02 the Teachers',
    'SR-2027-03 the Scouts',
    'SR-2027-04 La Alborada',
    'SR-2027-05 the Firefighters',
  ]);
});

it('shows lines of its map as they are', () => {
  const page = readFileSync(new URL('spreadsheets.md', docs), 'utf8');
  const map = readFileSync(new URL('spreadsheets/columns.yaml', docs), 'utf8');
  const shown = /```yaml\n([\s\S]*?)```/.exec(page)![1]!;
  for (const line of shown.trim().split('\n')) expect(map).toContain(line);
});
