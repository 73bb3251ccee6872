// The completion scripts, tried in the shells themselves; bash is everywhere where tests run.

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../cli/run.ts';
import { tab } from './bash.ts';

const has = (shell: string): boolean => spawnSync(shell, ['-c', 'true']).status === 0;

let folder: string;
const scripts: Record<string, string> = {};
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'pactwright-'));
  writeFileSync(path.join(folder, 'one.yaml'), '');
  writeFileSync(path.join(folder, 'two words.yml'), '');
  writeFileSync(path.join(folder, 'notes.txt'), '');
  mkdirSync(path.join(folder, 'agreements'));
  for (const shell of ['bash', 'zsh', 'fish']) {
    const { exit, stdout, stderr } = await run(['completion', shell]);
    expect([exit, stderr]).toEqual([0, '']);
    scripts[shell] = stdout;
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The commands that the program's own help lists. */
async function commands(): Promise<readonly string[]> {
  const { stdout } = await run(['--help']);
  const list = stdout.slice(stdout.indexOf('Commands:'), stdout.indexOf('Examples:'));
  return [...list.matchAll(/^ {2}([a-z]+)/gm)].map((match) => match[1]!);
}

/** The flags that a command's own help lists. */
async function flagsOf(command: string): Promise<readonly string[]> {
  const { stdout } = await run([command, '--help']);
  const list = stdout.slice(stdout.indexOf('Options:'), stdout.indexOf('Examples'));
  return [...list.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gm)].map((match) => match[1]!);
}

describe.skipIf(!has('bash'))('bash', () => {
  it('offers every command', async () => {
    const offered = tab(scripts.bash!, ['pactwright', ''], folder);
    const listed = await commands();
    expect(listed).toContain('check');
    expect(offered.filter((word) => !word.startsWith('-')).sort()).toEqual([...listed].sort());
    expect(tab(scripts.bash!, ['pactwright', 'ch'], folder)).toEqual(['check']);
  });

  it('offers every flag of every command', async () => {
    for (const command of (await commands()).filter((each) => each !== 'help')) {
      const offered = tab(scripts.bash!, ['pactwright', command, '--'], folder);
      expect([...offered].sort()).toEqual([...(await flagsOf(command))].sort());
    }
  });

  it.each([
    [
      ['check', '--fail-on', ''],
      ['error', 'warning', 'advice', 'never'],
    ],
    [['check', '--fail-on', 'w'], ['warning']],
    [['check', '--fail-on', '=', 'a'], ['advice']],
    [
      ['check', '--fail-on', '='],
      ['error', 'warning', 'advice', 'never'],
    ],
    [
      ['check', ''],
      ['agreements', 'one.yaml', 'two words.yml'],
    ],
    [['check', 'two w'], ['two words.yml']],
    [['build', 'one.yaml', '-o', ''], ['agreements']],
    [['build', '--to', 'h'], ['html']],
    [
      ['init', '--level', 's'],
      ['simple', 'standard'],
    ],
    [
      ['completion', ''],
      ['bash', 'zsh', 'fish'],
    ],
    [['explain', 'vision-goal-no-m'], ['vision-goal-no-measure']],
    [['build', '--date', ''], []],
  ])('%j', (words, offered) => {
    expect(tab(scripts.bash!, ['pactwright', ...words], folder)).toEqual(offered);
  });
});

it.skipIf(!has('zsh'))('zsh reads its script, and completes', () => {
  const file = path.join(folder, '_pactwright');
  writeFileSync(file, scripts.zsh!);
  execFileSync('zsh', ['-n', file]);
  const answer = execFileSync(
    'zsh',
    ['-f', '-c', `autoload -U compinit; compinit -D -u; source ${file}; print $_comps[pactwright]`],
    { encoding: 'utf8' },
  );
  expect(answer.trim()).toBe('_pactwright');
});

it.skipIf(!has('fish'))('fish completes commands, flags, values and files', () => {
  const file = path.join(folder, 'pactwright.fish');
  writeFileSync(file, scripts.fish!);
  const offered = (line: string): string[] =>
    execFileSync('fish', ['--no-config', '-c', `source ${file}; complete -C '${line}'`], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, HOME: folder },
    })
      .split('\n')
      .map((each) => each.split('\t')[0]!)
      .filter((each) => each !== '');
  expect(offered('pactwright che')).toEqual(['check']);
  expect(offered('pactwright check --fail-on w')).toEqual(['warning']);
  expect(offered('pactwright check --report')).toEqual(['--reporter']);
  expect(offered('pactwright check on')).toEqual(['one.yaml']);
  expect(offered('pactwright completion f')).toEqual(['fish']);
});

it('a shell that is not known is refused with those that are', async () => {
  const { exit, stderr } = await run(['completion', 'powershell']);
  expect(exit).toBe(2);
  expect(stderr).toContain('bash, zsh, fish');
});

it('--help says how to install it', async () => {
  const { stdout } = await run(['completion', '--help']);
  for (const place of ['~/.bashrc', '~/.zshrc', '~/.config/fish/completions/pactwright.fish']) {
    expect(stdout).toContain(place);
  }
});
