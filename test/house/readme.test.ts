// What the README shows is what the program does: the excerpt of a check, the first spec, the commands.

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { run } from '../cli/run.ts';

const root = resolve(import.meta.dirname, '../..');
const readme = readFileSync(resolve(root, 'README.md'), 'utf8');
const fenced = [...readme.matchAll(/```(\w*)\n([\s\S]*?)```/g)].map((match) => ({
  language: match[1]!,
  text: match[2]!,
}));

it('shows what the check of the unfinished example really says', async () => {
  const shown = fenced.find((block) => block.text.startsWith('agreements/unfinished'))!.text;
  const { stdout } = await run(['check', 'agreements/unfinished-makers-fair.yaml']);
  for (const part of shown.split('\n…\n')) expect(stdout).toContain(part.replace(/^\n+|\s+$/g, ''));
});

it('shows a first spec that can be read, with findings and no reading errors', async () => {
  const first = fenced.find(
    (block) => block.language === 'yaml' && block.text.startsWith('spec: 1'),
  )!;
  const { stdout } = await run(['check', '--reporter', 'json', '-'], { stdin: first.text });
  const [file] = JSON.parse(stdout).files;
  expect(file.status).toBe('draft');
  expect(file.diagnostics.length).toBeGreaterThan(5);
});

it('names every command and every flag that it shows', async () => {
  const help = await Promise.all(
    [
      ['--help'],
      ...['check', 'build', 'schema', 'batch', 'verify', 'extract'].map((each) => [each, '--help']),
    ].map((args) => run(args)),
  );
  const known = help.map((each) => each.stdout).join('\n');
  const flags = [...readme.matchAll(/`(--[a-z-]+)/g)].map((match) => match[1]!);
  expect(flags.filter((flag) => !known.includes(flag))).toEqual([]);
  const commands = [...readme.matchAll(/pactwright (check|build|schema|[a-z]+) /g)].map(
    (match) => match[1]!,
  );
  for (const command of commands) expect(known).toContain(command);
});

it('lists every command that the help lists, and no other', async () => {
  const { stdout } = await run(['--help']);
  const list = stdout.slice(stdout.indexOf('Commands:'), stdout.indexOf('Examples:'));
  const helped = [...list.matchAll(/^ {2}([a-z]+)/gm)].map((match) => match[1]!);
  const rows = [...readme.matchAll(/^\| `pactwright ([a-z]+)[^`]*` \|/gm)].map(
    (match) => match[1]!,
  );
  expect(rows.sort()).toEqual(helped.filter((each) => each !== 'help').sort());
});
