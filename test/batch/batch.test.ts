// `pactwright batch` as it is installed: what it makes, what it makes again, what it leaves alone, and
// what it says and how it ends when specs, papers or workers go wrong.

import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { generateSpec } from '../agreements/generate.ts';
import { contents, smallSpec, writeSpecs } from './folders.ts';
import { bundled, type Program, type Ran, run } from './program.ts';

let program: Program;
let room: string;
beforeAll(async () => {
  program = await bundled();
});
afterAll(() => program.remove());
beforeEach(() => {
  room = mkdtempSync(path.join(tmpdir(), 'pactwright-'));
});
afterEach(() => rmSync(room, { recursive: true, force: true }));

const at = (...parts: readonly string[]): string => path.join(room, ...parts);
const text = (...parts: readonly string[]): string => readFileSync(at(...parts), 'utf8');
const batch = (...args: readonly string[]): Promise<Ran> =>
  run(program, ['batch', '--to', 'html', '--jobs', '2', ...args], room);
const manifest = (...parts: readonly string[]): Record<string, unknown>[] =>
  text(...parts)
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
const rows = (): string[] => text('out', 'summary.csv').trimEnd().split('\r\n').slice(1);
const statuses = (): unknown[] => manifest('out', 'manifest.jsonl').map(({ status }) => status);

const minutes = 60_000;

describe('a folder of specs', { timeout: 5 * minutes }, () => {
  it('is made whole, the same as by build, and a second run makes what changed', async () => {
    writeSpecs(at('specs'), 4);
    const first = await batch('specs');
    expect(first.exit).toBe(0);
    expect(first.stdout).toContain('4 of 4 agreements: 4 made.');
    expect([...contents(at('out')).keys()]).toEqual([
      ...['a001.html', 'a002.html', 'a003.html', 'a004.html'],
      ...['findings.jsonl', 'manifest.jsonl', 'summary.csv'],
    ]);
    await run(program, ['build', 'specs', '-o', 'single', '--to', 'html'], room);
    for (const name of readdirSync(at('single')).filter((each) => each.endsWith('.html'))) {
      expect(text('out', name)).toBe(text('single', name));
    }
    const before = contents(at('out'));
    const times = (): number[] =>
      [1, 2, 3, 4].map((n) => statSync(at('out', `a00${n}.html`)).mtimeMs);
    const then = times();
    expect((await batch('specs')).stdout).toContain('0 made, 4 unchanged');
    expect(contents(at('out'))).toEqual(before);
    writeFileSync(at('specs', 'a002.yaml'), smallSpec(22));
    rmSync(at('out', 'a003.html'));
    const second = await batch('specs');
    expect(second.stdout).toContain('2 made, 2 unchanged');
    expect(text('out', 'a002.html')).toContain('night 22');
    const now = times();
    expect([now[0], now[3]]).toEqual([then[0], then[3]]);
  });

  it('is made again where a flag or the house changes', async () => {
    writeSpecs(at('specs'), 2);
    const made = async (...flags: readonly string[]): Promise<string> =>
      /: (\d+ made)/.exec((await batch('specs', ...flags)).stdout)![1]!;
    expect(await made()).toBe('2 made');
    expect(await made('--date', '2027-02-01')).toBe('2 made');
    writeFileSync(at('specs', 'pactwright.config.yaml'), 'level: thorough\n');
    expect(await made('--date', '2027-02-01')).toBe('2 made');
    expect(await made('--date', '2027-02-01')).toBe('0 made');
  });

  it('gives the same bytes whatever the order and the number of workers', async () => {
    writeSpecs(at('specs'), 7);
    await batch('specs', '-o', 'one', '--jobs', '1');
    await batch('specs/a006.yaml', 'specs/a00[1-5].yaml', 'specs', '-o', 'three', '--jobs', '3');
    expect(contents(at('three'))).toEqual(contents(at('one')));
  });

  it('passes over what cannot be made, says so, and goes on', async () => {
    writeSpecs(at('specs'), 4);
    writeFileSync(at('specs', 'a002.yaml'), 'spec: 1\ntitle: "never ends\n');
    writeFileSync(
      at('specs', 'a003.yaml'),
      smallSpec(3).replace('title: ', 'title: "=cmd|calc" # '),
    );
    const { exit, stdout } = await batch('specs');
    expect(exit).toBe(1);
    expect(stdout).toContain('specs/a002.yaml:2:8');
    expect(stdout).not.toContain('specs/a001.yaml');
    expect(stdout).toContain('4 of 4 agreements: 3 made, 1 stopped by their specs.');
    expect(statuses()).toEqual(['made', 'stopped', 'made', 'made']);
    expect(rows()[1]).toMatch(/^specs\/a002\.yaml,a002,stopped,\d,/);
    expect(rows()[2]).toContain(",'=cmd|calc,");
    expect(readdirSync(at('out')).filter((name) => name.endsWith('.html'))).toHaveLength(3);
    // What cannot be made is said on every run.
    expect((await batch('specs')).stdout).toContain('specs/a002.yaml:2:8');
  });

  it('stops at the first failure where that is wanted', async () => {
    writeSpecs(at('specs'), 9);
    writeFileSync(at('specs', 'a001.yaml'), 'spec: 1\n');
    const { exit, stdout } = await batch('specs', '--fail-fast', '--jobs', '1');
    expect(exit).toBe(1);
    expect(stdout).toContain('1 of 9 agreements');
    expect(stdout).toContain('the same command goes on from there');
    expect(rows().at(-1)).toBe('specs/a009.yaml,a009,not reached,,,,,,,');
  });

  it('keeps a paper that somebody changed, and every other goes on', async () => {
    writeSpecs(at('specs'), 3);
    await batch('specs');
    appendFileSync(at('out', 'a002.html'), '<!-- our lawyer -->');
    writeSpecs(at('specs'), 3, 'version: "2"\n');
    const { exit, stdout } = await batch('specs');
    expect(exit).toBe(2);
    expect(stdout).toContain('kept out/a002.html');
    expect(text('out', 'a002.html')).toContain('our lawyer');
    expect(statuses()).toEqual(['made', 'kept', 'made']);
    expect((await batch('specs', '--force')).exit).toBe(0);
    expect(text('out', 'a002.html')).not.toContain('our lawyer');
  });

  it('leaves a final paper where a draft would take its place, also one made by build', async () => {
    const final = ['--final', '--allow-warnings'];
    const without = { longWords: false, script: 'latin' } as const;
    const spec = generateSpec({ seed: 31, partners: 2, rows: 2, ...without });
    const write = (place: string): void =>
      writeFileSync(
        at('specs', 'a001.yaml'),
        spec.replace(/^purpose: .*$/m, `purpose: Show the stars to every family in ${place}.`),
      );
    const draft = async (): Promise<void> => {
      const before = text('out', 'a001.html');
      const { exit, stdout } = await batch('specs');
      expect(exit).toBe(2);
      expect(stdout).toContain('kept out/a001.html: it is a final paper, and this is a draft;');
      expect(text('out', 'a001.html')).toBe(before);
      expect(statuses()[0]).toBe('kept');
      expect(rows()[0]).toMatch(
        /,"A final paper is there, and this is a draft; --force writes over it\."$/,
      );
    };
    mkdirSync(at('specs'));
    write('Riverbend');
    expect((await batch('specs', ...final)).exit).toBe(0);
    write('Elm Street');
    await draft();
    await draft();
    expect((await batch('specs', ...final)).exit).toBe(0);
    expect(text('out', 'a001.html')).toContain('Elm Street');
    expect((await batch('specs', '--force')).exit).toBe(0);
    expect((await batch('specs')).stdout).toContain('1 unchanged');
    const single = ['build', 'specs', '-o', 'out', '--to', 'html', '--force', ...final];
    await run(program, single, room);
    await draft();
  });

  it('knows the papers of build as its own', async () => {
    writeSpecs(at('specs'), 1);
    await run(program, ['build', 'specs', '-o', 'out', '--to', 'html'], room);
    writeSpecs(at('specs'), 1, 'version: "2"\n');
    expect((await batch('specs')).exit).toBe(0);
  });

  it('refuses two papers of one name before anything is made', async () => {
    writeSpecs(at('specs'), 2);
    mkdirSync(at('specs', 'more'));
    writeFileSync(at('specs', 'more', 'A001.yaml'), smallSpec(9));
    const { exit, stderr } = await batch('specs');
    expect(exit).toBe(2);
    expect(stderr).toContain('specs/a001.yaml and specs/more/A001.yaml would both make A001.docx');
    expect(existsSync(at('out'))).toBe(false);
    const named = await batch('specs', '--name', 'of {partners.club.name}');
    expect(named.exit).toBe(2);
    expect(named.stderr).toContain('of Riverbend Astronomy Club.docx');
    expect((await batch('specs', '--name', '{reference} {title}')).exit).toBe(0);
    expect(readdirSync(at('out'))).toContain('MOU-9 Stars over Riverbend, night 9.html');
  });

  it('deletes papers without a source when asked, but for those that somebody changed', async () => {
    writeSpecs(at('specs'), 4);
    await batch('specs');
    rmSync(at('specs', 'a002.yaml'));
    rmSync(at('specs', 'a003.yaml'));
    appendFileSync(at('out', 'a003.html'), '<!-- our lawyer -->');
    const told = await batch('specs');
    expect(told.stdout).toContain('2 papers are there whose source is gone; --prune deletes them.');
    expect(statuses()).toEqual(['made', 'made', 'gone', 'gone']);
    const pruned = await batch('specs', '--prune');
    expect(pruned.exit).toBe(2);
    expect(pruned.stdout).toContain('Deleted 1 papers whose source is gone.');
    expect(pruned.stdout).toContain(`Kept ${path.join('out', 'a003.html')}: its source is gone`);
    expect(readdirSync(at('out'))).not.toContain('a002.html');
    expect(readdirSync(at('out'))).toContain('a003.html');
    // A batch of other files into the same folder is no reason to delete these.
    writeSpecs(at('others'), 1, 'version: "x"\n');
    execFileSync('mv', [at('others', 'a001.yaml'), at('others', 'b001.yaml')]);
    await batch('others', '--prune');
    expect(readdirSync(at('out'))).toContain('a001.html');
  });

  it('reports to programs on standard output, also what did not change', async () => {
    writeSpecs(at('specs'), 3);
    const first = await batch('specs', '--reporter', 'json');
    const second = await batch('specs', '--reporter', 'json');
    const report = JSON.parse(first.stdout);
    expect(report.files.map(({ file }: { file: string }) => file)).toEqual([
      'specs/a001.yaml',
      'specs/a002.yaml',
      'specs/a003.yaml',
    ]);
    expect(report.files[0].outputs).toEqual(['out/a001.html']);
    expect(report.summary.errors).toBe(24);
    expect(second.stdout).toBe(first.stdout);
    expect(second.stderr).toContain('3 unchanged');
    rmSync(at('out', 'findings.jsonl'));
    expect((await batch('specs', '--reporter', 'json')).stdout).toBe(first.stdout);
    expect((await batch('specs', '--fail-on', 'error')).exit).toBe(1);
  });

  it('says what is wrong with a house once', async () => {
    writeSpecs(at('specs'), 3);
    writeFileSync(at('specs', 'pactwright.config.yaml'), 'levle: basic\n');
    const { stdout, exit } = await batch('specs', '--reporter', 'json', '--fail-on', 'never');
    const report = JSON.parse(stdout);
    const all = report.files.flatMap(
      (file: { diagnostics: { code: string }[] }) => file.diagnostics,
    );
    const house = all.filter(({ code }: { code: string }) => code.startsWith('config/'));
    expect(house).toHaveLength(1);
    expect(exit).toBe(0);
  });
});

describe('a table', { timeout: 5 * minutes }, () => {
  it('makes an agreement of each row, and again of the rows that changed', async () => {
    writeFileSync(at('base.yaml'), smallSpec(1));
    const table = (third: string): string =>
      `reference,partners.club.name\nA-1,Hill Club\nA-2,\nA-3,${third}\n`;
    writeFileSync(at('partners.csv'), table('River Club'));
    const flags = ['base.yaml', '--data', 'partners.csv', '--name', '{reference}'];
    const first = await batch(...flags);
    expect(first.stdout).toContain('3 of 3 agreements: 3 made.');
    expect(text('out', 'A-1.html')).toContain('Hill Club');
    expect(text('out', 'A-2.html')).toContain('Riverbend Astronomy Club');
    expect(manifest('out', 'manifest.jsonl').map(({ source }) => source)).toEqual([
      'partners.csv:2',
      'partners.csv:3',
      'partners.csv:4',
    ]);
    writeFileSync(at('partners.csv'), table('Lake Club'));
    expect((await batch(...flags)).stdout).toContain('1 made, 2 unchanged');
    expect(text('out', 'A-3.html')).toContain('Lake Club');
  });

  it('says in the summary which rows are stopped, by their own names, and why first', async () => {
    writeFileSync(at('base.yaml'), smallSpec(1));
    const cells = ['A-1,soon,Hill Club', 'A-2,2027-12-01,#REF!', ',2027-12-01,Lake Club'];
    const columns = 'reference,term.end,partners.club.name';
    writeFileSync(
      at('partners.csv'),
      `${columns}\n${cells.join('\n')}\nA-2,2027-01-01,River Club\n`,
    );
    const name = '{reference} {partners.club.name}';
    const stopped = async (...flags: readonly string[]): Promise<readonly string[]> => {
      await batch('base.yaml', '--data', 'partners.csv', ...flags);
      return rows().map((each) => each.replace(/,\d+,\d+,\d+,\d+,/, ' … '));
    };
    expect(await stopped('--name', name)).toEqual([
      'partners.csv:2,A-1 Hill Club,stopped … ,,"partners.csv:2:B: `end` needs a date, not the text “soon”."',
      'partners.csv:3,base-3,stopped … ,,partners.csv:3:C: The cell shows #REF!: its formula failed.',
      'partners.csv:4,MOU-1 Lake Club,made … MOU-1 Lake Club.html,"Stars over Riverbend, night 1",',
      'partners.csv:5,A-2 River Club,made … A-2 River Club.html,"Stars over Riverbend, night 1",',
    ]);
    // Whose name is another's, too, keeps the number of its row.
    expect((await stopped('--name', '{reference}')).map((each) => each.split(',')[1])).toEqual([
      'A-1',
      'base-3',
      'MOU-1',
      'A-2',
    ]);
    writeFileSync(at('one.yaml'), smallSpec(1, 'terms: { binding: maybe }\n'));
    await batch('one.yaml', '-o', 'out');
    expect(rows()[0]).toContain('line 9: `binding` needs `true` or `false`');
  });

  it('is refused before anything is made where a column leads nowhere', async () => {
    writeFileSync(at('base.yaml'), smallSpec(1));
    writeFileSync(at('partners.csv'), 'referense\nA-1\n');
    const { exit, stdout } = await batch('base.yaml', '--data', 'partners.csv');
    expect(exit).toBe(1);
    expect(stdout).toContain('partners.csv:1:A');
    expect(existsSync(at('out'))).toBe(false);
  });
});

describe('workers', { timeout: 5 * minutes }, () => {
  it.skipIf(process.platform === 'win32')(
    'a spec that never ends is ended, and the others go on',
    async () => {
      writeSpecs(at('specs'), 3);
      // A pipe that nobody writes into.
      execFileSync('mkfifo', [at('slow.yaml')]);
      const { exit, stdout } = await batch('slow.yaml', 'specs', '--timeout', '15');
      expect(exit).toBe(1);
      expect(stdout).toContain('It took longer than 15 seconds and was ended; nothing was made.');
      expect(stdout).toContain('4 of 4 agreements: 3 made, 1 failed.');
      expect(rows()[0]).toContain('slow.yaml,slow,failed,0,0,0,0,,,It took longer');
    },
  );

  it('a spec that takes too much memory is ended, and the others go on', async () => {
    writeSpecs(at('specs'), 3);
    // A picture whose lines come in seven passes has to be unpacked as a whole: some 160 MB.
    const side = { width: 6300, height: 6300, channels: 4 as const };
    await sharp({ create: { ...side, background: { r: 20, g: 80, b: 200, alpha: 0.5 } } })
      .png({ progressive: true })
      .toFile(at('specs', 'logo.png'));
    writeFileSync(
      at('specs', 'a002.yaml'),
      smallSpec(2).replace('Library }', 'Library, brand: { logo: logo.png } }'),
    );
    const { exit, stdout } = await batch('specs', '--memory', '250');
    expect(exit).toBe(1);
    expect(stdout).toContain(
      'It took more than 250 MiB of memory and was ended; nothing was made.',
    );
    expect(statuses()).toEqual(['made', 'failed', 'made']);
    expect(rows()[1]).toContain('specs/a002.yaml,a002,failed,0,0,0,0,,,It took more');
    const more = await batch('specs');
    expect(more.stdout).toContain('1 made, 2 unchanged');
    expect(more.exit).toBe(0);
  });

  it('a run whose workers cannot even start comes to its end', async () => {
    writeSpecs(at('specs'), 2);
    const { exit, stdout } = await batch('specs', '--memory', '40');
    expect(exit).toBe(1);
    expect(stdout).toContain('2 of 2 agreements: 0 made, 2 failed.');
  });
});

describe('shares of a batch', { timeout: 5 * minutes }, () => {
  it('into one folder are joined in place', async () => {
    writeSpecs(at('specs'), 5);
    for (const index of [1, 2]) await batch('specs', '--shard', `${index}/2`);
    const joined = await run(program, ['batch', 'merge', 'out'], room);
    expect(joined.stdout).toBe('joined 5 agreements, 5 papers, in out\n');
    expect(joined.exit).toBe(0);
    expect(manifest('out', 'manifest.jsonl').map(({ name }) => name)).toEqual([
      ...['a001', 'a002', 'a003', 'a004', 'a005'],
    ]);
    expect((await batch('specs')).stdout).toContain('0 made, 5 unchanged');
    rmSync(at('out', 'manifest-2-of-2.jsonl'));
    const missing = await run(program, ['batch', 'merge', 'out'], room);
    expect(missing.stderr).toContain('Share 2 of 2 is missing.');
    expect(missing.exit).toBe(2);
  });
});

describe('one review page over all', { timeout: 5 * minutes }, () => {
  it('has everything on it for a few, and a page for each above fifty', async () => {
    writeSpecs(at('specs'), 3);
    writeFileSync(at('specs', 'a002.yaml'), 'spec: 1\n');
    await batch('specs', '--review', 'review.html');
    expect(text('review.html')).toContain('3 agreements');
    expect(text('review.html')).toContain('specs/a002.yaml');
    expect(existsSync(at('review-pages'))).toBe(false);
    writeSpecs(at('specs'), 52);
    const { exit } = await batch('specs', '--review', 'review.html');
    expect(exit).toBe(0);
    expect(readdirSync(at('review-pages'))).toHaveLength(52);
    expect(text('review.html')).toContain('href="review-pages/a052.html"');
    expect(text('review-pages', 'a001.html')).toContain('href="../review.html"');
    const before = text('review.html');
    expect((await batch('specs', '--review', 'review.html')).stdout).toContain('52 unchanged');
    expect(text('review.html')).toBe(before);
  });
});
