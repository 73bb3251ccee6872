// Every command explains itself: what it does, its flags, and examples that begin with its name.

import { expect, it } from 'vitest';
import { run } from '../cli/run.ts';

it('every command has a summary, a description of each flag, and examples', async () => {
  const { stdout } = await run(['--help']);
  const list = stdout.slice(stdout.indexOf('Commands:'), stdout.indexOf('Examples:'));
  const commands = [...list.matchAll(/^ {2}([a-z]+).*? {2,}(\S.*)$/gm)];
  expect(commands.length).toBeGreaterThan(5);
  for (const [, name] of commands.filter(([, each]) => each !== 'help')) {
    const { exit, stdout: help } = await run([name!, '--help']);
    expect(exit).toBe(0);
    const [top, examples] = help.split(/^Examples.*:$/m);
    expect(examples, name).toMatch(new RegExp(`^ +.*pactwright ${name}\\b`, 'm'));
    expect(top!.split('\n').length, name).toBeGreaterThan(5);
    const bare = [...top!.matchAll(/^ {2}(?:-\w, )?--\S+(?: <[^>]*>)?$/gm)].filter(
      ({ index }) => !/^\s{10,}\S/.test(top!.slice(index).split('\n')[1] ?? ''),
    );
    expect(bare, name).toEqual([]);
  }
});
