// `check` says what `build` would say of a spec, though it loads no template and draws nothing.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { run, smallest } from './run.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'pactwright-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const specs: Readonly<Record<string, string>> = {
  'another language': `language: pl\n${smallest}`,
  'a language with words': `language: en-GB\n${smallest}`,
  'links and Markdown': `${smallest}background: ["See [us](page.html), <ftp://a.example>.", "# Why\\n| a | b |"]\n`,
  'a template that there is not': `kind: memo\n${smallest}`,
  'a letter': `kind: letter\n${smallest}reference: R-1\nvocabulary: [{ term: program, means: An event }]\n`,
  'characters of no font': `${smallest}background: ["\u{12345} and \u05d0"]\n`,
};

it.each(Object.keys(specs))('%s', async (name) => {
  const file = path.join(folder, 'spec.yaml');
  writeFileSync(file, specs[name]!);
  const out = path.join(folder, 'out');
  const [checked, built] = [
    await run(['check', '--reporter', 'json', file]),
    await run(['build', '--reporter', 'json', file, '-o', out, '--force']),
  ].map(({ stdout }) => JSON.parse(stdout).files[0].diagnostics);
  expect(checked.length).toBeGreaterThan(3);
  expect(checked).toEqual(built);
});
