// Beside the question of a finding stands what could be written, and where; what is not in the file
// has no line there.

import { describe, expect, it } from 'vitest';
import { run, smallest } from '../cli/run.ts';

/** Returns the lines of each finding with this code, without the report around them. */
async function said(spec: string, code: string): Promise<readonly string[]> {
  const { stdout } = await run(['check', '-'], { stdin: spec });
  const blocks = stdout.split(/\n\n+/).filter((block) => block.includes(`  ${code}\n`));
  return blocks.flatMap((block) => block.split('\n').map((line) => line.trim()));
}

describe('what is not in the file yet', () => {
  it('has no line that would look wrong, and shows what could be written', async () => {
    expect(await said(smallest, 'signing-no-change-rule')).toEqual([
      'warning It does not say how to change this agreement.',
      '-, not in the file yet  signing-no-change-rule',
      '→ How is this agreement changed?',
      'e.g. `terms: { changes: "In writing, signed by all partners." }`',
    ]);
  });

  it('goes under what is there', async () => {
    const spec = `${smallest}terms:\n  binding: false\n`;
    expect(await said(spec, 'signing-no-change-rule')).toEqual([
      'warning It does not say how to change this agreement.',
      '-:8:1  signing-no-change-rule',
      '8 | terms:',
      '| ^^^^^',
      '→ How is this agreement changed?',
      'e.g. under `terms` (line 8): `changes: In writing, signed by all partners.`',
    ]);
  });

  it('is said of a key that every spec needs, too', async () => {
    expect(await said(smallest.replace(/^purpose.*\n/m, ''), 'schema/missing-key')).toEqual([
      'error   The spec needs `purpose`, and it is not there.',
      '-, not in the file yet  schema/missing-key',
      '→ Add `purpose: Bring hands-on astronomy to families who have never used a telescope.` (why you are working together).',
    ]);
  });

  it('keeps its position for other programs', async () => {
    const { stdout } = await run(['check', '--reporter', 'json', '-'], { stdin: smallest });
    const found = JSON.parse(stdout).files[0].diagnostics.find(
      ({ code }: { code: string }) => code === 'signing-no-change-rule',
    );
    expect(found).toMatchObject({ line: 1, column: 1, path: ['terms'] });
    expect(Object.keys(found)).not.toContain('absent');
  });
});

it('names the line of an item, and cuts long texts', async () => {
  const spec = `${smallest}roles:\n  - { task: Meet in the library, lead: club, every: month }\n`;
  expect((await said(spec, 'understanding-publicity-no-lead')).at(-1)).toBeUndefined();
  expect((await said(spec, 'investment-task-no-person')).at(-1)).toBe(
    'e.g. in line 9: `person: Director`',
  );
  expect((await said(spec, 'trust-no-concern-path')).at(-1)).toBe(
    'e.g. `communication: { concerns: [{ step: …, who: …, within: … }, { step: …, who: …, within: … }] }`',
  );
});

it('says nothing where people have to find the words', async () => {
  const spec = smallest.replace('Bring hands-on', 'Bring TBD hands-on');
  expect((await said(spec, 'understanding-unfinished-text')).at(-1)).toBe(
    '→ What should stand here?',
  );
});

it('is for people only, and not for what is accepted', async () => {
  const waived = `${smallest}waivers:\n  - { rule: signing-no-change-rule, reason: Small, by: Dana }\n`;
  expect((await said(waived, 'signing-no-change-rule')).at(-1)).toBe('✓ accepted by Dana: Small');
  const { stdout } = await run(['check', '--reporter', 'markdown', '-'], { stdin: smallest });
  expect(stdout).not.toContain('e.g.');
});
