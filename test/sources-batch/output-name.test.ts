// Names of files from a pattern: paths into the agreement, and what is said of those that lead nowhere.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Agreement } from '../../src/model/agreement.ts';
import { longestName } from '../../src/node/file-names.ts';
import { checkNamePattern, outputName } from '../../src/node/output-name.ts';
import { checkRow, over } from './support.ts';

const agreement = async (cells = 'Łódź / Club'): Promise<Agreement> => {
  const data = await over(`partners.club.name\n${cells}\n`);
  return (await checkRow(data, 0)).agreement!;
};

describe('a name', () => {
  it.each([
    ['{reference} {partners.library.short}', 'R-1 the Library'],
    ['{ reference }', 'R-1'],
    ['{partners.club.short}', 'Łódź - Club'],
    ['{goals[reach].text}-{goals[0].measures[0].target}', 'Reach new families-400'],
    ['{term.start}_{terms.binding}_{spec}_{status}', '2027-01-11_false_1_draft'],
    ['{row} {reference}', '17 R-1'],
    ['plain', 'plain'],
  ])('%s is %s', async (pattern, name) => {
    expect(outputName(pattern, await agreement(), { row: '17' })).toEqual({ name });
  });

  it('is safe on every file system, and as long as its longest ending allows', async () => {
    const names = fc.string({ unit: 'grapheme', minLength: 1 });
    const made = await agreement();
    fc.assert(
      fc.property(names, (title) => {
        const { name, problem } = outputName('{title}', { ...made, title });
        if (name === undefined) expect(problem).toContain('{title}');
        else {
          expect(name).not.toMatch(/[<>:"/\\|?*\u0000-\u001f]|^[\s.]|[\s.]$/);
          expect(`${name}.docx`.length).toBeLessThanOrEqual(longestName);
        }
      }),
    );
    expect(outputName('{title}', { ...made, title: 'con' }).name).toBe('con_');
    expect(outputName('{title}', { ...made, title: 'x'.repeat(500) }).name).toHaveLength(235);
    expect(outputName('../{title}', { ...made, title: '../../etc' }).name).toBe('-..-..-etc');
  });

  it('is none where the agreement does not say it', async () => {
    expect(outputName('{supersedes}', await agreement())).toEqual({
      problem: 'The name asks for {supersedes}, and this agreement does not say it.',
    });
    expect(outputName('{roles[7].task}', await agreement())).toEqual({
      problem: 'The name asks for {roles[7].task}, and this agreement does not say it.',
    });
  });
});

describe('a pattern', () => {
  it.each([
    ['{refrence}', 'no spec has that. Did you mean {reference}?'],
    ['{partners.clubb.short}', 'no spec has that. Did you mean {partners.club.short}?'],
    ['{partners.club.shrot}', 'no spec has that. Did you mean {partners.club.short}?'],
    ['{partners.zoo.name}', 'no spec has that. There are library, club.'],
    ['{raw}', 'no spec has that. Did you mean {row}?'],
    ['{}', 'no spec has that. Write a path such as {reference} or {partners.club.short}.'],
    ['{title.name}', 'no spec has that.'],
    [
      '{__proto__}',
      'no spec has that. There are spec, title, kind, reference, version, status, date, language, ….',
    ],
    ['{partners.club}', 'which is several values; write for example {partners.club.name}.'],
    ['{roles}', 'which is several values; write for example {roles[0]}.'],
  ])('%s: %s', (pattern, problem) => {
    expect(checkNamePattern(pattern, ['library', 'club'], ['row'])).toBe(
      `The name asks for ${pattern}, ${problem.startsWith('which') ? problem : `and ${problem}`}`,
    );
  });

  it('with braces that do not fit, or nothing in it', () => {
    expect(checkNamePattern('{title')).toBe('The name has an opening brace without a closing one.');
    expect(checkNamePattern('title}')).toBe('The name has a closing brace without an opening one.');
    expect(checkNamePattern(' ')).toBe('The name is empty.');
    expect(checkNamePattern('{title} {partners.any.name}')).toBeUndefined();
  });
});
