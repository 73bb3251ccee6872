// The gallery shows every example, and only those, in pictures that are small enough to keep.
// `npm run gallery` draws it anew; what the pictures show is for people to judge.

import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { examples } from '../agreements/making.ts';

const root = path.resolve(import.meta.dirname, '../..');
const folder = path.join(root, 'docs/gallery');
const page = readFileSync(path.join(folder, 'README.md'), 'utf8');
const shown = [...page.matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map((match) => match[1]!);

it('has a sheet of every example', () => {
  for (const name of examples) {
    expect(page).toContain(`(../../agreements/${name})`);
    expect(shown).toContain(`${path.parse(name).name}-1.png`);
  }
});

it('shows every picture that lies there, none above 300 kB', () => {
  const pictures = readdirSync(folder).filter((name) => name.endsWith('.png'));
  expect([...shown].sort()).toEqual(pictures.sort());
  const large = pictures.filter((name) => statSync(path.join(folder, name)).size >= 300_000);
  expect(large).toEqual([]);
});

it('is one click away from the README', () => {
  expect(readFileSync(path.join(root, 'README.md'), 'utf8')).toContain('](docs/gallery/README.md)');
});
