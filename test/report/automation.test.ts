// What docs/automation.md, the example workflow and the pre-commit hook promise is what the program does.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { run } from '../cli/run.ts';

const root = path.resolve(import.meta.dirname, '../..');
const read = (name: string): string => readFileSync(path.join(root, name), 'utf8');

const workflow = parse(read('docs/ci/github-workflow.yaml'));
const [hook, ...others] = parse(read('.pre-commit-hooks.yaml'));
const page = read('docs/automation.md');

/** Splits `pactwright check a --b c > d` into the arguments of the program. */
const argumentsOf = (command: string): string[] =>
  command
    .replace(/ > \S+$/, '')
    .split(' ')
    .slice(1);

it('the workflow runs commands that the program knows, and uploads what the first one writes', async () => {
  const steps: { run?: string; uses?: string; with?: Record<string, string> }[] =
    workflow.jobs.check.steps;
  const commands = steps.flatMap((step) => (step.run?.startsWith('pactwright ') ? [step.run] : []));
  expect(commands).toHaveLength(2);
  const [report, gate] = await Promise.all(commands.map((each) => run(argumentsOf(each))));
  expect(report!.exit).toBe(0);
  expect(report!.stderr).toBe('');
  expect(JSON.parse(report!.stdout).version).toBe('2.1.0');
  // The folder `agreements` of this repository holds one that is unfinished on purpose.
  expect(gate!.exit).toBe(1);
  expect(gate!.stdout).toMatch(/^::(error|warning|notice) file=agreements\//);
  const upload = steps.find((step) => step.uses?.includes('upload-sarif'));
  expect(commands[0]).toMatch(new RegExp(` > ${upload!.with!.sarif_file}$`));
});

it('the hook checks the files that pre-commit hands it, and no configuration', async () => {
  expect(others).toEqual([]);
  const { bin } = JSON.parse(read('package.json'));
  const [program, command] = hook.entry.split(' ');
  expect(Object.keys(bin)).toContain(program);
  const given = ['agreements/stars-over-riverbend.yaml', 'agreements/unfinished-makers-fair.yaml'];
  const { exit, stdout } = await run([command, '--quiet', ...given]);
  expect(exit).toBe(1);
  for (const file of given) expect(stdout).toContain(file);
  const wanted = (name: string): boolean =>
    new RegExp(hook.files).test(name) && !new RegExp(hook.exclude).test(name);
  expect(given.every(wanted)).toBe(true);
  expect(wanted('agreements/pactwright.config.yaml')).toBe(false);
  expect(wanted('.github/workflows/agreements.yaml')).toBe(false);
});

it('the hook can be installed: pre-commit reads from npm pack the name of a file and nothing else', () => {
  const { scripts } = JSON.parse(read('package.json'));
  expect(scripts.prepack).toBe('npm run --silent build');
  const asked = ['config', 'get', 'foreground-scripts'];
  expect(execFileSync('npm', asked, { cwd: root, encoding: 'utf8' }).trim()).toBe('false');
});

it('the page shows a pre-commit configuration with the hook that there is', () => {
  const shown = /```yaml\n(repos:[\s\S]*?)```/.exec(page)![1]!;
  const [repo] = parse(shown).repos;
  expect(repo.hooks[0].id).toBe(hook.id);
  expect(repo.rev).toBe(`v${JSON.parse(read('package.json')).version}`);
});

it('the page names every reporter and only flags that there are', async () => {
  const { stdout } = await run(['check', '--help']);
  const choices = /--reporter[\s\S]*?\(choices: ([^)]*?)(?:, default|\))/.exec(stdout)![1]!;
  const known = [...choices.matchAll(/"(\w+)"/g)].map((match) => match[1]!);
  const table = [...page.matchAll(/^\| `(\w+)` \| /gm)].map((match) => match[1]!);
  expect(table.sort()).toEqual(known.sort());
  for (const [flag] of page.matchAll(/--[a-z][a-z-]+/g)) expect(stdout).toContain(flag);
});
