// What people type by mistake, what they may not open, and what --help shows on a narrow terminal.

import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findSpecs } from '../../src/node/find-specs.ts';
import { run, smallest } from './run.ts';

let folder: string;
const at = (name: string): string => path.join(folder, name);

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'pactwright-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('a first word that is no command', () => {
  it.each([
    [['chek', 'a.yaml'], 'There is no command "chek". Did you mean: pactwright check a.yaml'],
    [['help', 'buid'], 'There is no command "buid". Did you mean: pactwright help build'],
    [
      ['ok.yaml'],
      '"ok.yaml" is the name of a file, not a command. Did you mean: pactwright check ok.yaml',
    ],
    [
      ['our agreement.yaml', '--quiet'],
      '"our agreement.yaml" is the name of a file, not a command. Did you mean: pactwright check "our agreement.yaml" --quiet',
    ],
    [
      ['2027-*.yaml'],
      '"2027-*.yaml" is a pattern, not a command. Did you mean: pactwright check "2027-*.yaml"',
    ],
  ])('%j', async (args, said) => {
    const { exit, stdout, stderr } = await run(args);
    expect({ exit, stdout, stderr }).toEqual({
      exit: 2,
      stdout: '',
      stderr: `pactwright: ${said}\n`,
    });
  });

  it('nothing like a command', async () => {
    const { exit, stderr } = await run(['telescope']);
    expect(exit).toBe(2);
    expect(stderr).toMatch(
      /^pactwright: There is no command "telescope"\. The commands are check, build, .* and help\.\n$/,
    );
  });

  it('a file or folder that is there', async () => {
    writeFileSync(at('spec'), smallest);
    expect((await run([at('spec')])).stderr).toContain(
      '" is a file, not a command. Did you mean: ',
    );
    expect((await run([folder])).stderr).toContain('" is a folder, not a command. Did you mean: ');
  });

  it('leaves flags and commands alone', async () => {
    expect((await run(['--version'])).exit).toBe(0);
    expect((await run(['help', 'check'])).stdout).toContain('Usage: pactwright check');
    expect((await run(['help'])).stdout).toContain('Commands:');
  });
});

describe('what is not there', () => {
  it('a spec with nearly that name', async () => {
    writeFileSync(at('our-agreement.yaml'), smallest);
    const { exit, stderr } = await run(['check', at('our-agreement.yml')]);
    expect({ exit, stderr }).toEqual({
      exit: 2,
      stderr: `pactwright: ${at('our-agreement.yml')}: there is no such file. Did you mean ${at('our-agreement.yaml')}?\n`,
    });
    expect((await run(['check', at('budget.yaml')])).stderr).toContain('Check the spelling');
  });

  it('a pattern that only a folder matches stands for what is in it', async () => {
    mkdirSync(at('agreements'));
    const pattern = `${folder.replaceAll('\\', '/')}/agree*`;
    expect((await findSpecs([pattern])).problems).toEqual([
      `${pattern}: only folders match this pattern, and there is no spec (a .yaml file) in them. Give another folder, or make a first spec with \`pactwright init\`.`,
    ]);
    writeFileSync(at('agreements/a.yaml'), smallest);
    const { files, problems } = await findSpecs([pattern]);
    expect(files.map((file) => path.resolve(file))).toEqual([at('agreements/a.yaml')]);
    expect(problems).toEqual([]);
  });
});

describe('what is there and no spec', () => {
  it('a folder with settings and papers alone', async () => {
    writeFileSync(at('pactwright.config.yaml'), 'level: simple\n');
    writeFileSync(at('a.docx'), 'PK');
    for (const command of ['check', 'build', 'review', 'batch']) {
      const { exit, stdout, stderr } = await run([command, folder]);
      expect({ exit, stdout, stderr }).toEqual({
        exit: 2,
        stdout: '',
        stderr: `pactwright: ${folder}: there is no spec (a .yaml file) in this folder or below. Give another folder, or make a first spec with \`pactwright init\`.\n`,
      });
    }
  });

  it('the settings of the organisation', async () => {
    writeFileSync(at('pactwright.config.yaml'), 'level: simple\n');
    expect(await run(['check', at('pactwright.config.yaml')])).toEqual({
      exit: 2,
      stdout: '',
      stderr: `pactwright: ${at('pactwright.config.yaml')}: this file holds the settings of your organisation; it is no agreement. Give the file of an agreement.\n`,
    });
  });

  it.each([
    [
      '*.yml',
      'Look at the names in that folder; * stands for any part of one name, ** for any folders.',
    ],
    ["'*.yml'", 'Your terminal hands on single quotes: leave them out, or write double ones.'],
  ])('a pattern: %s', async (pattern, advice) => {
    expect((await findSpecs([pattern])).problems).toEqual([
      `${pattern}: no file matches this pattern. ${advice}`,
    ]);
  });
});

describe('flags with a slip in them', () => {
  it.each([
    [['--name', ''], '--name is empty. Write the name of the paper without its ending.'],
    [['--name', ' '], '--name is empty. Write the name of the paper without its ending.'],
    [['--esign', 'docusign'], 'DocuSign looks for anchors: write --esign anchors.'],
    [['--esign', 'DocuSign'], 'DocuSign looks for anchors: write --esign anchors.'],
    [['--esign', 'pen'], 'Allowed choices are docuseal, documenso, anchors.'],
  ])('%j', async (flags, said) => {
    writeFileSync(at('a.yaml'), smallest);
    const { exit, stderr } = await run(['build', at('a.yaml'), '-o', at('out'), ...flags]);
    expect(exit).toBe(2);
    expect(stderr).toContain(said);
  });
});

describe('standard input', () => {
  it('is called by its name for people, and as typed for programs', async () => {
    const pretty = await run(['check', '-'], { stdin: smallest });
    expect(pretty.stdout.split('\n')[0]).toBe('standard input (-)');
    const json = await run(['check', '--reporter', 'json', '-'], { stdin: smallest });
    expect(JSON.parse(json.stdout).files[0].file).toBe('-');
  });
});

describe('folders', () => {
  it('are searched below, but not what is hidden, of others, or there twice', async () => {
    for (const name of ['b', '.git', 'node_modules', 'a']) {
      mkdirSync(at(name));
      writeFileSync(at(`${name}/spec.YAML`), smallest);
    }
    writeFileSync(at('pactwright.config.yaml'), '');
    writeFileSync(at('notes.txt'), '');
    symlinkSync(folder, at('a/again'));
    const { files, problems } = await findSpecs([folder]);
    expect(files.map((file) => path.relative(folder, file))).toEqual([
      path.join('a', 'spec.YAML'),
      path.join('b', 'spec.YAML'),
    ]);
    expect(problems).toEqual([]);
  });

  // Whoever runs as root may open everything.
  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
    'and files that may not be opened are named',
    async () => {
      mkdirSync(at('locked'));
      writeFileSync(at('locked/spec.yaml'), smallest);
      writeFileSync(at('secret.yaml'), smallest);
      writeFileSync(at('open.yaml'), smallest);
      chmodSync(at('secret.yaml'), 0o000);
      chmodSync(at('locked'), 0o000);
      const { exit, stderr, stdout } = await run(['check', '--reporter', 'json', folder]);
      const inside = await run(['check', at('locked/spec.yaml')]);
      chmodSync(at('locked'), 0o700);
      expect(exit).toBe(2);
      expect(stderr.split('\n').filter(Boolean)).toEqual([
        `pactwright: ${at('locked')}: it cannot be opened: you have no permission to read it. Ask whoever owns it, or copy it into a folder of your own.`,
        `pactwright: ${at('secret.yaml')}: it cannot be opened: you have no permission to read it, or another program holds it.`,
      ]);
      expect(JSON.parse(stdout).files).toHaveLength(1);
      expect(inside.stderr).toContain('it cannot be opened: you have no permission');
    },
  );
});

describe('--help', () => {
  const commands = [
    'check',
    'build',
    'review',
    'schema',
    'rules',
    'explain',
    'init',
    'doctor',
    'completion',
  ];

  it.each([[], ...commands.map((each) => [each])])('fits 80 columns: %s', async (...names) => {
    const { stdout } = await run([...names, '--help']);
    expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
    // Nothing but examples after the word: what people copy stands last.
    const [, examples] = stdout.split(/^Examples.*:\n/m);
    expect(examples!.split('\n').filter((line) => line !== '' && !line.startsWith('  '))).toEqual(
      [],
    );
  });

  it('names every exit code', async () => {
    const { stdout } = await run(['--help']);
    expect([...stdout.matchAll(/^ {2}(\d+) {2,}/gm)].map((match) => match[1])).toEqual([
      '0',
      '1',
      '2',
      '3',
      '130',
    ]);
  });
});
