// `pactwright review` as a person at a terminal uses it: what it writes, what it keeps, how it ends.

import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { run, smallest } from '../cli/run.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'pactwright-review-cli-'));
  writeFileSync(path.join(folder, 'stars.yaml'), smallest);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string): string => path.join(folder, name);

it('makes one page, says how the agreement stands, and ends with 0 whatever is open', async () => {
  const { exit, stdout, stderr } = await run(['review', at('stars.yaml'), '-o', at('review.html')]);
  expect(stderr).toBe('');
  expect(exit).toBe(0);
  expect(stdout).toMatch(/stars\.yaml: Not ready to sign \(\d+ must be settled, /);
  expect(stdout).toContain(`made ${at('review.html')}\n`);
  expect(readFileSync(at('review.html'), 'utf8')).toContain('Stars over Riverbend');
});

it('does not show partners in which folders the files lie', async () => {
  mkdirSync(at('a'));
  writeFileSync(at('a/moons.yaml'), smallest);
  const args = ['review', at('stars.yaml'), at('a/moons.yaml'), '-o', at('review.html')];
  const { stdout } = await run(args);
  expect(stdout.split('\n').map((line) => line.split(':')[0])).toEqual([
    'stars.yaml',
    'a/moons.yaml',
    `made ${at('review.html')}`,
    '',
  ]);
  const page = readFileSync(at('review.html'), 'utf8');
  expect(page).not.toContain(folder);
  expect(page).toContain('a/moons.yaml');
});

it('ends with 1 from the severity of --fail-on on', async () => {
  const args = ['review', at('stars.yaml'), '-o', at('review.html'), '--fail-on', 'error'];
  expect((await run(args)).exit).toBe(1);
});

it('makes the same bytes again, and replaces a page that is still its own', async () => {
  const args = ['review', at('stars.yaml'), '-o', at('review.html')];
  await run(args);
  const first = readFileSync(at('review.html'));
  await run(args);
  expect(readFileSync(at('review.html')).equals(first)).toBe(true);
  writeFileSync(at('stars.yaml'), smallest.replace('Stars over', 'Moons over'));
  expect((await run(args)).exit).toBe(0);
  expect(readFileSync(at('review.html'), 'utf8')).toContain('Moons over Riverbend');
});

it('keeps a page that somebody changed or that is not ours, unless --force', async () => {
  writeFileSync(at('review.html'), 'mine');
  const args = ['review', at('stars.yaml'), '-o', at('review.html')];
  const kept = await run(args);
  expect(kept.exit).toBe(2);
  expect(kept.stderr).toContain('--force writes over it');
  expect(kept.stdout).not.toContain('made');
  expect(readFileSync(at('review.html'), 'utf8')).toBe('mine');
  expect((await run([...args, '--force'])).exit).toBe(0);
  expect(readFileSync(at('review.html'), 'utf8')).toContain('Stars over Riverbend');
});

it('refuses an output that is no page, and a spec that is not there, in one line', async () => {
  const wrong = await run(['review', at('stars.yaml'), '-o', at('stars.yaml')]);
  expect(wrong.exit).toBe(2);
  expect(wrong.stderr).toContain('does not end in .html');
  expect(readFileSync(at('stars.yaml'), 'utf8')).toBe(smallest);
  expect((await run(['review', at('moons.yaml'), '-o', at('review.html')])).exit).toBe(2);
  expect(existsSync(at('review.html'))).toBe(false);
});

it('reads standard input', async () => {
  const { exit } = await run(['review', '-', '-o', at('review.html')], { stdin: smallest });
  expect(exit).toBe(0);
});

it('above fifty makes an overview with a page for each beside it, with names of their own', async () => {
  mkdirSync(at('a'));
  mkdirSync(at('b'));
  for (let index = 0; index < 26; index += 1) {
    for (const room of ['a', 'b']) {
      const text = smallest.replace('Riverbend', `Riverbend ${room} ${index}`);
      writeFileSync(at(`${room}/spec ${index}.yaml`), text);
    }
  }
  const { exit, stdout } = await run(['review', at('a'), at('b'), '-o', at('all.html')]);
  expect(exit).toBe(0);
  expect(stdout).toContain('and 52 pages in');
  const overview = readFileSync(at('all.html'), 'utf8');
  const links = [...overview.matchAll(/href="(all-pages\/[^"]+)"/g)].map((match) => match[1]!);
  expect(new Set(links).size).toBe(52);
  expect(overview).not.toContain('<textarea');
  for (const link of links) {
    const page = readFileSync(at(decodeURIComponent(link)), 'utf8');
    expect(page).toContain('<a href="../all.html">All agreements</a>');
    expect(page).toContain('<textarea');
  }
  expect(readFileSync(at('all-pages/spec 7-2.html'), 'utf8')).toContain('Riverbend b 7');
});
