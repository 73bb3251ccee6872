// `init` as its users meet it: what is asked, what is written, and what is left alone.

import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Ask, Stopped } from '../../src/cli/ask.ts';
import { main } from '../../src/cli/main.ts';
import { type Run, run } from '../cli/run.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'pactwright-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string): string => path.join(folder, name);

/** A person who answers one question after the other; an answer that is refused is followed by the next. */
function person(answers: readonly (string | typeof Stopped)[]): {
  ask: Ask;
  refused: string[];
  /** What was said between the questions. */
  said: string[];
  left: () => number;
} {
  const rest = [...answers];
  const refused: string[] = [];
  const said: string[] = [];
  const next = (): string => {
    const answer = rest.shift();
    if (answer === undefined) throw new Error('A question too many.');
    if (typeof answer !== 'string') throw new Stopped();
    return answer;
  };
  const ask: Ask = {
    say: (text) => {
      said.push(text);
    },
    line: async (_, { check } = {}) => {
      for (;;) {
        const answer = next();
        const fault = check?.(answer);
        if (fault === undefined) return answer;
        refused.push(fault);
      }
    },
    choose: async (_, choices) => {
      const answer = next();
      return choices.find(([, label]) => label.startsWith(answer))![0];
    },
  };
  return { ask, refused, said, left: () => rest.length };
}

async function runAsked(args: readonly string[], ask: Ask): Promise<Run> {
  let stdout = '';
  let stderr = '';
  const exit = await main(args, {
    stdout: (text) => {
      stdout += text;
    },
    stderr: (text) => {
      stderr += text;
    },
    stdin: async () => new Uint8Array(),
    env: {},
    stdoutIsTerminal: true,
    stderrIsTerminal: true,
    ask: async () => ask,
  });
  return { exit, stdout, stderr };
}

async function agreement(file: string): Promise<Record<string, unknown>> {
  const { stdout } = await run(['build', file, '--emit', 'agreement']);
  return JSON.parse(stdout);
}

const club = [
  'A memorandum of understanding',
  'Stars: "over" Riverbend #1',
  'Riverbend Public Library',
  'Riverbend Astronomy Club',
  '',
  'Bring hands-on astronomy to families who have never used a telescope.',
  '2027-01-11',
  '2027-12-17',
  'Reach families: 😀',
  'Riverbend Public Library',
  'Riverbend Astronomy Club',
  'Not decided yet',
];

describe('without questions', () => {
  it('writes a spec that check leads through, and the schema for editors', async () => {
    const { exit, stdout, stderr } = await run(['init', at('ours.yaml')]);
    expect([exit, stderr]).toEqual([0, '']);
    expect(stdout).toContain('ours.yaml');
    expect(stdout).toContain('pactwright check');
    expect(readdirSync(folder).sort()).toEqual(['agreement.schema.json', 'ours.yaml']);
    const text = readFileSync(at('ours.yaml'), 'utf8');
    expect(text.split('\n')[0]).toBe('# yaml-language-server: $schema=agreement.schema.json');
    const schema = JSON.parse(readFileSync(at('agreement.schema.json'), 'utf8'));
    expect(schema.required).toContain('partners');
    const checked = await run(['check', '--reporter', 'json', at('ours.yaml')]);
    const [file] = JSON.parse(checked.stdout).files;
    expect(file.status).toBe('draft');
    expect(file.diagnostics.length).toBeGreaterThan(10);
    expect(file.diagnostics.filter(({ code }: { code: string }) => code.includes('/'))).toEqual([]);
  });

  it.each([
    ['simple', 'letter'],
    ['standard', 'mou'],
    ['funded', 'mou'],
  ])('--level %s makes a %s, and the paper can be built', async (level, kind) => {
    expect((await run(['init', '--yes', '--level', level, at('a.yaml')])).exit).toBe(0);
    expect(await agreement(at('a.yaml'))).toMatchObject({ level, kind });
    const built = await run(['build', at('a.yaml'), '-o', at('out')]);
    expect([
      built.exit,
      readdirSync(at('out'))
        .filter((name) => !name.startsWith('.'))
        .sort(),
    ]).toEqual([0, ['a.docx', 'a.pdf']]);
  });

  it('--kind wins over the level', async () => {
    await run(['init', '--kind', 'letter', at('a.yaml')]);
    expect(await agreement(at('a.yaml'))).toMatchObject({ kind: 'letter', level: 'standard' });
  });

  it('asks nothing with --yes, even in a terminal', async () => {
    const { ask, left } = person(['never asked']);
    expect((await runAsked(['init', '--yes', at('a.yaml')], ask)).exit).toBe(0);
    expect(left()).toBe(1);
  });

  it('never writes over a file, and says what to do', async () => {
    writeFileSync(at('a.yaml'), 'mine');
    const { exit, stderr } = await run(['init', at('a.yaml')]);
    expect(exit).toBe(2);
    expect(stderr).toContain('already there');
    expect(stderr).toContain('Name another file');
    expect(readFileSync(at('a.yaml'), 'utf8')).toBe('mine');
    expect(readdirSync(folder)).toEqual(['a.yaml']);
  });

  it('leaves a schema that is there alone', async () => {
    writeFileSync(at('agreement.schema.json'), 'mine');
    await run(['init', at('a.yaml')]);
    expect(readFileSync(at('agreement.schema.json'), 'utf8')).toBe('mine');
  });

  it('names the schema of an installed package from any folder below it', async () => {
    mkdirSync(at('node_modules/pactwright/schema'), { recursive: true });
    writeFileSync(at('node_modules/pactwright/schema/agreement.schema.json'), '{}');
    await run(['init', at('a.yaml')]);
    await run(['init', at('agreements/2027/b.yaml')]);
    const first = (name: string): string => readFileSync(at(name), 'utf8').split('\n')[0]!;
    const inside = 'node_modules/pactwright/schema/agreement.schema.json';
    expect(first('a.yaml')).toBe(`# yaml-language-server: $schema=./${inside}`);
    expect(first('agreements/2027/b.yaml')).toBe(`# yaml-language-server: $schema=../../${inside}`);
    expect(existsSync(at('agreement.schema.json'))).toBe(false);
  });

  it('--no-schema leaves line and file out, and a name without an ending gets one', async () => {
    await run(['init', '--no-schema', at('a')]);
    expect(readdirSync(folder)).toEqual(['a.yaml']);
    expect(readFileSync(at('a.yaml'), 'utf8')).not.toContain('yaml-language-server');
  });
});

describe('in a terminal', () => {
  it('asks, and writes what was answered', async () => {
    const { ask, refused, left } = person(club);
    const { exit } = await runAsked(['init', at('a.yaml')], ask);
    expect([exit, refused, left()]).toEqual([0, [], 0]);
    expect(await agreement(at('a.yaml'))).toMatchObject({
      title: 'Stars: "over" Riverbend #1',
      kind: 'mou',
      level: 'standard',
      partners: {
        library: { name: 'Riverbend Public Library' },
        club: { name: 'Riverbend Astronomy Club' },
      },
      term: { start: '2027-01-11', end: '2027-12-17' },
      goals: [{ text: 'Reach families: 😀' }],
      roles: [
        { covers: ['meetings'], lead: 'library' },
        { covers: ['staffing'], lead: 'club' },
        { covers: ['publicity'] },
      ],
    });
  });

  it('lets nearly everything stay open', async () => {
    const open = 'Not decided yet';
    const { ask, left } = person(['', 'One', 'Two', '', '', '', '', '', open, open, open]);
    const args = ['init', '--level', 'simple', at('a.yaml')];
    expect((await runAsked(args, ask)).exit).toBe(0);
    expect(left()).toBe(0);
    expect(await agreement(at('a.yaml'))).toMatchObject({ kind: 'letter', level: 'simple' });
  });

  it('asks again for what cannot be', async () => {
    const names = ['', '…', 'One', 'one', 'Two', ''];
    const days = ['1 May', '2027-02-30', '2027-01-11', '2026-01-01', '2027-12-17'];
    const { ask, refused, left } = person([
      'A letter',
      'Title',
      ...names,
      'Why not?',
      ...days,
      'A goal',
      'One',
      'Two',
      'Two',
    ]);
    expect((await runAsked(['init', at('a.yaml')], ask)).exit).toBe(0);
    expect(left()).toBe(0);
    expect(refused).toEqual([
      'An agreement needs two partners.',
      'Write its name.',
      'That one is listed already.',
      'Write a day that exists, such as 2027-02-20 or 20 February 2027.',
      'Write a day that exists, such as 2027-02-20 or 20 February 2027.',
      'That is before 2027-01-11.',
    ]);
  });

  it.each([
    ['11 January 2027', '17.12.2027', ['11 January 2027', '17 December 2027']],
    ['January 11th, 2027', 'Friday, 17 Dec 2027', ['11 January 2027', '17 December 2027']],
    ['2027/1/11', '12/17/2027', ['11 January 2027', '17 December 2027']],
  ])('reads the days %s and %s, and says what it understood', async (start, end, days) => {
    const { ask, refused, said } = person(
      club.map((each) => (each === '2027-01-11' ? start : each === '2027-12-17' ? end : each)),
    );
    expect((await runAsked(['init', at('a.yaml')], ask)).exit).toBe(0);
    expect(refused).toEqual([]);
    expect(said.slice(1)).toEqual([
      `That is ${days[0]}; the file says 2027-01-11.`,
      `That is ${days[1]}; the file says 2027-12-17.`,
    ]);
    expect(await agreement(at('a.yaml'))).toMatchObject({
      term: { start: '2027-01-11', end: '2027-12-17' },
    });
  });

  it('asks which day is meant where two may be', async () => {
    const { ask, refused } = person(
      club.flatMap((each) => (each === '2027-01-11' ? ['02/03/2027', '2027-03-02'] : [each])),
    );
    expect((await runAsked(['init', at('a.yaml')], ask)).exit).toBe(0);
    expect(refused).toEqual([
      'That may be 2 March 2027 or 3 February 2027: write 2027-03-02 or 2027-02-03.',
    ]);
  });

  it.each(club.map((_, index) => index))(
    'Ctrl-C at question %i leaves nothing behind',
    async (index) => {
      const { ask } = person([...club.slice(0, index), Stopped]);
      const { exit, stderr } = await runAsked(['init', at('new/a.yaml')], ask);
      expect(exit).toBe(130);
      expect(stderr).toContain('Nothing was written');
      expect(readdirSync(folder)).toEqual([]);
    },
  );
});
