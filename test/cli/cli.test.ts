// The commands as their users see them: what is printed where, exit codes, what lies on the disk after.

import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run, smallest } from './run.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'pactwright-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const put = (name: string, text: string | Uint8Array): string => {
  const place = path.join(folder, name);
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, text);
  return place;
};
const out = (): string => path.join(folder, 'out');
const made = (): string[] =>
  readdirSync(out())
    .filter((name) => !name.startsWith('.'))
    .sort();

describe('check', () => {
  it('json: one object, positions, nothing else on standard output', async () => {
    const file = put('a.yaml', smallest.replace('title:', 'titel:'));
    const { exit, stdout, stderr } = await run(['check', '--reporter', 'json', file]);
    const report = JSON.parse(stdout);
    expect(exit).toBe(1);
    expect(stderr).toBe('');
    expect(report.version).toBe(1);
    expect(report.files).toHaveLength(1);
    expect(report.files[0].status).toBe('unreadable');
    expect(report.files[0].file).toBe(file);
    const unknown = report.files[0].diagnostics.find(
      (each: { code: string }) => each.code === 'schema/unknown-key',
    );
    expect(unknown).toMatchObject({
      severity: 'error',
      line: 2,
      column: 1,
      endLine: 2,
      endColumn: 6,
      waived: false,
    });
    expect(unknown.hint).toContain('title');
    expect(report.summary.errors).toBe(report.files[0].diagnostics.length);
  });

  it('findings do not fail the run below --fail-on', async () => {
    const file = put('a.yaml', smallest);
    expect((await run(['check', file])).exit).toBe(1);
    expect((await run(['check', '--fail-on', 'never', file])).exit).toBe(0);
  });

  it('reads standard input', async () => {
    const { exit, stdout } = await run(['check', '--fail-on', 'never', '-'], { stdin: smallest });
    expect(exit).toBe(0);
    expect(stdout).toContain('-:');
  });

  it('every file is processed, and the highest exit wins', async () => {
    const file = put('a.yaml', smallest);
    const { exit, stdout, stderr } = await run(['check', file, path.join(folder, 'nothing.yaml')]);
    expect(exit).toBe(2);
    expect(stdout).toContain('a.yaml');
    expect(stderr).toMatch(/^pactwright: .*nothing\.yaml: there is no such file\. .*\n$/);
  });

  it('folders and patterns are expanded by us', async () => {
    put('specs/a.yaml', smallest);
    put('specs/deep/b.yml', smallest);
    put('specs/pactwright.config.yaml', 'level: simple');
    const inFolder = await run(['check', '--reporter', 'json', path.join(folder, 'specs')]);
    expect(
      JSON.parse(inFolder.stdout).files.map((each: { file: string }) => path.basename(each.file)),
    ).toEqual(['a.yaml', 'b.yml']);
    const pattern = await run(['check', '--reporter', 'json', `${folder}/specs/*.yaml`]);
    expect(
      JSON.parse(pattern.stdout).files.map((each: { file: string }) => path.basename(each.file)),
    ).toEqual(['a.yaml']);
    expect((await run(['check', `${folder}/*.nothing`])).exit).toBe(2);
    mkdirSync(path.join(folder, 'empty'));
    expect((await run(['check', path.join(folder, 'empty')])).stderr).toContain(
      'there is no spec (a .yaml file) in this folder',
    );
  });

  it.each([
    ['an empty file', ''],
    ['a PNG', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0])],
    ['UTF-16', new Uint8Array([0xff, 0xfe, 0x73, 0, 0x70, 0])],
  ])('%s gets one clear error', async (_, content) => {
    const file = put('a.yaml', content);
    const { exit, stdout, stderr } = await run(['check', '--reporter', 'json', file]);
    expect(exit).toBe(1);
    expect(stderr).toBe('');
    expect(JSON.parse(stdout).files[0].diagnostics).toHaveLength(1);
    expect(JSON.parse(stdout).files[0].status).toBe('unreadable');
  });
});

describe('build', () => {
  it('makes a DOCX and a PDF named after the spec, and nothing else', async () => {
    const file = put('riverbend.yaml', smallest);
    const { exit, stdout, stderr } = await run(['build', file, '-o', out()]);
    expect(stderr).toBe('');
    expect(exit).toBe(0);
    expect(made()).toEqual(['riverbend.docx', 'riverbend.pdf']);
    expect(stdout).toContain('riverbend.docx');
    expect(readFileSync(path.join(out(), 'riverbend.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
    expect(readFileSync(path.join(out(), 'riverbend.docx')).subarray(0, 2).toString()).toBe('PK');
  });

  it('a spec with schema errors makes nothing and fails; the others are built', async () => {
    const good = put('good.yaml', smallest);
    const bad = put('bad.yaml', smallest.replace('title:', 'titel:'));
    const { exit, stdout } = await run(['build', bad, good, '-o', out()]);
    expect(exit).toBe(1);
    expect(made()).toEqual(['good.docx', 'good.pdf']);
    expect(stdout).toContain('nothing was made');
  });

  it('refuses a final paper while errors are open', async () => {
    const file = put('a.yaml', `${smallest}status: final\n`);
    const { exit, stdout } = await run(['build', file, '-o', out()]);
    expect(exit).toBe(1);
    expect(stdout).toContain('final');
    expect(() => readdirSync(out())).toThrow();
  });

  it('keeps what the lawyer edited, says so, and overwrites only when told', async () => {
    const file = put('a.yaml', smallest);
    await run(['build', file, '-o', out()]);
    writeFileSync(path.join(out(), 'a.docx'), 'edited');
    const kept = await run(['build', file, '-o', out()]);
    expect(kept.exit).toBe(2);
    expect(kept.stdout).toContain('kept');
    expect(kept.stdout).toContain('--force');
    expect(readFileSync(path.join(out(), 'a.docx'), 'utf8')).toBe('edited');
    expect((await run(['build', file, '-o', out(), '--force'])).exit).toBe(0);
    expect(readFileSync(path.join(out(), 'a.docx')).subarray(0, 2).toString()).toBe('PK');
  });

  it('a spec named like the sheets of duties of another stops the run', async () => {
    const one = put('deal.yaml', smallest);
    const two = put('Deal-duties-club.yaml', smallest);
    const { exit, stderr } = await run(['build', one, two, '-o', out(), '--to', 'docx,duties']);
    expect(exit).toBe(2);
    expect(stderr).toContain('is named as the sheets of duties of');
    expect(existsSync(out())).toBe(false);
    expect((await run(['build', one, two, '-o', out(), '--to', 'html'])).exit).toBe(0);
  });

  it('two specs that would write the same file stop the run before anything is made', async () => {
    const one = put('one/deal.yaml', smallest);
    const two = put('two/Deal.yaml', smallest);
    const { exit, stderr } = await run(['build', one, two, '-o', out()]);
    expect(exit).toBe(2);
    expect(stderr).toContain('would both make');
    expect(() => readdirSync(out())).toThrow();
  });

  it('--esign puts tags at the signatures, but not where the paper says a tag itself', async () => {
    const args = ['-o', out(), '--to', 'pdf', '--esign', 'docuseal'];
    expect((await run(['build', put('a.yaml', smallest), ...args])).exit).toBe(0);
    const stray = put(
      'b.yaml',
      smallest.replace('Stars over', '"{{sum}} stars over').replace('Riverbend\n', 'Riverbend"\n'),
    );
    const { exit, stdout } = await run(['build', stray, ...args]);
    expect(exit).toBe(1);
    expect(stdout).toContain('The text says “{{sum}}”, which docuseal would take for a tag.');
    expect(made()).toEqual(['a.pdf']);
  });

  it('standard input wants a name', async () => {
    expect((await run(['build', '-', '-o', out()], { stdin: smallest })).exit).toBe(2);
    const named = await run(['build', '-', '--name', 'CON', '-o', out(), '--to', 'pdf'], {
      stdin: smallest,
    });
    expect(named.exit).toBe(0);
    expect(made()).toEqual(['CON_.pdf']);
  });

  it('--to html, --emit and --date', async () => {
    const file = put('a.yaml', smallest);
    await run(['build', file, '-o', out(), '--to', 'html', '--date', '2027-01-04']);
    expect(made()).toEqual(['a.html']);
    expect(readFileSync(path.join(out(), 'a.html'), 'utf8')).toContain('January 4, 2027');
    const agreement = await run(['build', file, '--emit', 'agreement']);
    expect(JSON.parse(agreement.stdout).title).toBe('Stars over Riverbend');
    const blocks = await run(['build', file, '--emit', 'blocks']);
    expect(Array.isArray(JSON.parse(blocks.stdout))).toBe(true);
  });

  it('a logo outside the folder is not read, by path or by symbolic link', async () => {
    put(
      'secret/logo.svg',
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>',
    );
    mkdirSync(path.join(folder, 'spec'));
    symlinkSync(path.join(folder, 'secret/logo.svg'), path.join(folder, 'spec/link.svg'));
    const spec = (logo: string): string =>
      smallest.replace(
        'Public Library }',
        `Public Library, brand: { logo: ${logo}, alt: A square } }`,
      );
    for (const logo of ['../secret/logo.svg', 'link.svg', '/etc/passwd']) {
      const file = put('spec/a.yaml', spec(logo));
      const { stdout } = await run(['check', '--reporter', 'json', file]);
      const codes = JSON.parse(stdout).files[0].diagnostics.map(
        (each: { code: string }) => each.code,
      );
      expect(codes).toContain('asset/outside');
    }
    const file = put('spec/a.yaml', spec('logo.svg'));
    const withAssets = await run([
      'check',
      '--reporter',
      'json',
      '--assets',
      path.join(folder, 'secret'),
      file,
    ]);
    expect(withAssets.stdout).not.toContain('asset/');
  });

  it('an output folder that cannot be made is one line', async () => {
    const file = put('a.yaml', smallest);
    const { exit, stderr } = await run(['build', file, '-o', path.join(file, 'below')]);
    expect(exit).toBe(2);
    expect(stderr.split('\n')).toHaveLength(2);
    expect(stderr).toContain(
      'below cannot be made: a file of this name is in the way. Give another one with -o.',
    );
  });
});

describe('the command line', () => {
  it.each([
    [['chek', 'a.yaml'], 'Did you mean: pactwright check a.yaml'],
    [['check'], 'missing required argument'],
    [['check', '--reporter', 'xml', 'a.yaml'], 'Allowed choices are pretty, json'],
    [['build', '--date', '2027-02-30', 'a.yaml'], 'a day that exists'],
    [['build', '--to', 'odt', 'a.yaml'], 'Known are docx, pdf, html'],
    [['build', '--tmplate', 'x', 'a.yaml'], 'Did you mean --template?'],
  ])('%j exits 2 and says what to do', async (args, expected) => {
    const { exit, stderr, stdout } = await run(args);
    expect(exit).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(expected);
    expect(stderr).not.toContain('    at ');
  });

  it.each([[['--help']], [['check', '--help']], [['build', '--help']], [['schema', '--help']]])(
    '%j teaches by example',
    async (args) => {
      const { exit, stdout } = await run(args);
      expect(exit).toBe(0);
      expect(stdout).toContain('Examples:');
    },
  );

  it('schema prints the file in schema/', async () => {
    const { exit, stdout } = await run(['schema']);
    expect(exit).toBe(0);
    const file = readFileSync(
      path.resolve(import.meta.dirname, '../../schema/agreement.schema.json'),
      'utf8',
    );
    expect(JSON.parse(stdout)).toEqual(JSON.parse(file));
  });

  it('--version is the package version', async () => {
    const { version } = JSON.parse(
      readFileSync(path.resolve(import.meta.dirname, '../../package.json'), 'utf8'),
    );
    expect((await run(['--version'])).stdout.trim()).toBe(version);
  });
});

it('a file of a template that cannot be read is one line', async () => {
  const file = put('a.yaml', smallest);
  const mine = path.join(folder, 'broken');
  cpSync(path.resolve(import.meta.dirname, '../../templates/letter'), mine, { recursive: true });
  mkdirSync(path.join(mine, 'part.hbs'));
  const { exit, stderr } = await run(['build', file, '-o', out(), '--template', mine]);
  expect(exit).toBe(2);
  expect(stderr).toContain('part.hbs in the template folder');
  expect(stderr.split('\n')).toHaveLength(2);
});

it("a template of one's own is read from --template, and what it leaves out is said", async () => {
  const file = put('a.yaml', smallest);
  cpSync(path.resolve(import.meta.dirname, '../../templates/letter'), path.join(folder, 'mine'), {
    recursive: true,
  });
  const ours = await run([
    'build',
    file,
    '-o',
    out(),
    '--template',
    path.join(folder, 'mine'),
    '--to',
    'html',
  ]);
  expect(ours.exit).toBe(0);
  const missing = await run([
    'build',
    file,
    '-o',
    out(),
    '--template',
    path.join(folder, 'nothing'),
  ]);
  expect(missing.exit).toBe(2);
  expect(missing.stderr).toContain('cannot be read');
});
