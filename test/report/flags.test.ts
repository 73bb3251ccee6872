// The flags of `check` that choose what is shown and when a run fails.

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { run, smallest } from '../cli/run.ts';
import { sarifFaults } from './sarif-schema.ts';

const unfinished = 'agreements/unfinished-makers-fair.yaml';
const waived = 'agreements/shared-heritage-consortium.yaml';

interface JsonFile {
  readonly hidden?: number;
  readonly diagnostics: readonly {
    readonly code: string;
    readonly severity: string;
    readonly message: string;
    readonly waived: boolean;
    readonly path: readonly (string | number)[];
  }[];
}

async function json(...args: string[]): Promise<{
  exit: number;
  file: JsonFile;
  summary: Record<'errors' | 'warnings' | 'advice' | 'waived', number>;
}> {
  const { exit, stdout } = await run(['check', '--reporter', 'json', ...args]);
  const report = JSON.parse(stdout);
  return { exit, file: report.files[0], summary: report.summary };
}

describe('--max-warnings', () => {
  it('fails above the number, not at it, whatever --fail-on says', async () => {
    const { warnings } = (await json(unfinished)).summary;
    const at = async (count: number): Promise<number> =>
      (await run(['check', '--fail-on', 'never', '--max-warnings', String(count), unfinished]))
        .exit;
    expect(await at(warnings)).toBe(0);
    expect(await at(warnings - 1)).toBe(1);
  });

  it('says why on standard error, and takes whole numbers only', async () => {
    const { stderr } = await run(['check', '--max-warnings', '0', unfinished]);
    expect(stderr).toMatch(/^pactwright: \d+ warnings are open; --max-warnings allows 0\.\n$/);
    for (const wrong of ['-1', 'many', '1.5', '']) {
      expect((await run(['check', `--max-warnings=${wrong}`, unfinished])).exit).toBe(2);
    }
  });
});

describe('--quiet', () => {
  it('shows open errors only, and counts the rest as before', async () => {
    const all = await json(unfinished);
    const quiet = await json('--quiet', unfinished);
    expect(quiet.file.diagnostics).toEqual(
      all.file.diagnostics.filter((each) => each.severity === 'error'),
    );
    expect(quiet.summary).toEqual(all.summary);
    expect(quiet.file.hidden).toBe(all.file.diagnostics.length - quiet.file.diagnostics.length);
    expect((await run(['check', '--quiet', '--fail-on', 'advice', unfinished])).exit).toBe(1);
  });

  it('says how much is not shown, and never promises too much', async () => {
    const { stdout } = await run(['check', '--quiet', '-'], {
      stdin: readFileSync(unfinished, 'utf8'),
    });
    expect(stdout).toMatch(/\n {2}Not shown: \d+ that are not errors\.\n/);
    const few = await run(['check', '--quiet', '--for', 'library', waived]);
    expect(few.stdout).not.toContain('warning ');
  });
});

describe('--for', () => {
  it('shows what the partner has to settle, and says how many others there are', async () => {
    const all = await json(unfinished);
    const { file, summary, exit } = await json('--for', 'guild', unfinished);
    expect(exit).toBe(1);
    expect(summary).toEqual(all.summary);
    expect(file.hidden).toBe(all.file.diagnostics.length - file.diagnostics.length);
    const messages = file.diagnostics.map((each) => each.message).join('\n');
    // Its own entry, what it leads, staffs and owns, and materials with its logo.
    expect(messages).toContain('Bo Sandoval signs for Tinker Guild');
    expect(messages).toContain('"Support the workshops as needed" has no date');
    expect(messages).toContain('"Robot building day" falls on a day');
    expect(messages).toContain('"List of workshops complete"');
    expect(messages).toContain("Tinker Guild of Harbor Point's logo is on");
    // What everybody or somebody else has to settle.
    expect(messages).not.toContain('why you are working together');
    expect(messages).not.toContain('Invite makers');
    expect(messages).not.toContain('Harbor Point High School has no');
    expect(messages).not.toContain('T-shirt');
    const { stdout } = await run(['check', '--for', 'guild', unfinished]);
    expect(stdout).toContain(
      `Not shown: ${file.hidden} for everybody, or for others than Tinker Guild of Harbor Point.`,
    );
  });

  it('takes the name as well as the key', async () => {
    const byKey = await json('--for', 'guild', unfinished);
    for (const name of ['Tinker Guild of Harbor Point', 'the guild', 'GUILD']) {
      expect((await json('--for', name, unfinished)).file).toEqual(byKey.file);
    }
  });

  it('what concerns nobody in particular is left out for every partner', async () => {
    for (const partner of ['library', 'guild', 'school', 'foundation', 'hardware']) {
      const { file } = await json('--for', partner, unfinished);
      const codes = file.diagnostics.map((each) => each.code);
      expect(codes).not.toContain('vision-purpose-thin');
      for (const each of file.diagnostics) {
        if (each.path[0] === 'partners') expect(each.path[1]).toBe(partner);
      }
    }
  });

  it('an unknown partner is a slip on the command line', async () => {
    const close = await run(['check', '--for', 'gild', unfinished]);
    expect(close).toMatchObject({ exit: 2, stdout: '' });
    expect(close.stderr).toBe(
      'pactwright: --for: there is no partner "gild". Did you mean "guild"?\n',
    );
    const far = await run(['check', '--for', 'zzzzzz', unfinished]);
    expect(far.exit).toBe(2);
    expect(far.stderr).toContain('The partners are library, guild, school, foundation, hardware.');
  });

  it('a file without this partner says so; one that cannot be read shows everything', async () => {
    const both = await run(['check', '--for', 'school', unfinished, waived]);
    expect(both.stdout).toContain('; "school" is no partner here.');
    const broken = await json('--for', 'nobody', 'test/report/unreadable.yaml');
    expect(broken.exit).toBe(1);
    expect(broken.file.diagnostics.length).toBeGreaterThan(1);
    expect(broken.file.hidden).toBeUndefined();
  });
});

describe('--watch', () => {
  it('is for people and for files', async () => {
    const forPrograms = await run(['check', '--watch', '--reporter', 'json', unfinished]);
    expect(forPrograms).toMatchObject({ exit: 2, stdout: '' });
    expect(forPrograms.stderr).toContain('reporter pretty');
    expect((await run(['check', '--watch', '-'], { stdin: smallest })).exit).toBe(2);
  });
});

describe('--reporter', () => {
  it('sarif is valid through the command line, too', async () => {
    const { stdout, stderr } = await run(['check', '--reporter', 'sarif', unfinished, waived]);
    expect(stderr).toBe('');
    expect(sarifFaults(JSON.parse(stdout))).toEqual([]);
  });

  it('junit fails what --fail-on fails, and says nothing of what is not shown', async () => {
    const failures = async (...args: string[]): Promise<number> => {
      const { stdout } = await run(['check', '--reporter', 'junit', ...args, unfinished]);
      return Number(/^<testsuites [^>]*failures="(\d+)"/m.exec(stdout)![1]);
    };
    expect(await failures('--fail-on', 'never')).toBe(0);
    expect(await failures('--fail-on', 'warning')).toBeGreaterThan(await failures());
    expect(await failures('--max-warnings', '1')).toBe(await failures('--fail-on', 'warning'));
    const { stdout } = await run(['check', '--reporter', 'junit', '--quiet', unfinished]);
    expect(stdout).not.toContain('name="trust-no-review"');
    expect(stdout).toContain('name="vision-purpose-thin"');
  });

  it('junit skips what is not relevant and what is waived, with the reason', async () => {
    const { stdout } = await run(['check', '--reporter', 'junit', waived]);
    const skipped: string[] = [];
    const parser = new SaxesParser();
    parser.on('opentag', (tag) => {
      if (tag.name === 'skipped') skipped.push(String(tag.attributes.message));
    });
    parser.write(stdout).close();
    expect(skipped).toContainEqual(expect.stringMatching(/^accepted by Guðrún Þorláksdóttir: /));
    expect(skipped).toContainEqual(expect.stringMatching(/^not relevant: .{10}/));
  });

  it('waivers show in every report with reason and name', async () => {
    for (const reporter of ['pretty', 'json', 'sarif', 'github', 'junit', 'markdown']) {
      const { stdout } = await run(['check', '--reporter', reporter, waived]);
      expect(stdout, reporter).toContain('Guðrún Þorláksdóttir');
      expect(stdout, reporter).toContain('The museum is closed to the public on the national day');
    }
  });

  it('every finding is in every report', async () => {
    const { file } = await json(unfinished);
    for (const reporter of ['pretty', 'sarif', 'github', 'junit', 'markdown']) {
      const { stdout } = await run(['check', '--reporter', reporter, unfinished]);
      for (const each of file.diagnostics) expect(stdout, reporter).toContain(each.code);
    }
  });

  it('build reports in all of them', async () => {
    const file = resolve(import.meta.dirname, 'unreadable.yaml');
    for (const reporter of ['sarif', 'github', 'junit', 'markdown']) {
      const { exit, stdout } = await run(['build', '--reporter', reporter, file]);
      expect(exit).toBe(1);
      expect(stdout).toContain('2027-02-30');
      expect(stdout).toContain('nothing was made');
    }
  });
});
