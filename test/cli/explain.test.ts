// `explain` of codes that are no rules: each example gives what it is shown for; and near names.

import { describe, expect, it } from 'vitest';
import { codeExamples } from '../../src/base/code-examples.ts';
import { codes } from '../../src/base/codes.ts';
import { run, smallest } from './run.ts';

describe('examples of codes', () => {
  const examples = Object.entries(codeExamples);

  it.each(examples)(
    '%s: the wrong lines give it, the right ones give nothing',
    async (code, { wrong, right }) => {
      const said = async (more: string): Promise<readonly string[]> => {
        const stdin = `${smallest}${more}\n`;
        const { stdout } = await run(['check', '--reporter', 'json', '-'], { stdin });
        const found: { code: string }[] = JSON.parse(stdout).files[0].diagnostics;
        return [...new Set(found.map((each) => each.code))].filter((each) => each in codes);
      };
      expect(await said(wrong)).toEqual([code]);
      expect(await said(right)).toEqual([]);
    },
  );

  it('are shown by explain', async () => {
    const { stdout } = await run(['explain', 'yaml/colon-in-text']);
    expect(stdout).toBe(
      `yaml/colon-in-text

A colon followed by a space starts a new value, so text that contains one needs quotes.

Instead of
  terms:
    changes: In short: in writing.

write
  terms:
    changes: "In short: in writing."
`,
    );
    expect((await run(['explain', 'asset/broken'])).stdout.split('\n')).toHaveLength(4);
  });
});

describe('explain of what is no rule', () => {
  it.each([
    [
      'trust-no-reviw',
      'There is no rule or code "trust-no-reviw". Did you mean "trust-no-review"?',
    ],
    [
      'change',
      'There is no rule or code "change". Did you mean one of these?\n  signing-no-change-rule\n  trust-no-review\n  trust-no-decision-rule',
    ],
    ['zebra', 'There is no rule or code "zebra". `pactwright rules` lists the rules.'],
  ])('%s', async (word, said) => {
    const { exit, stderr } = await run(['explain', word]);
    expect({ exit, stderr }).toEqual({ exit: 2, stderr: `pactwright: ${said}\n` });
  });
});
