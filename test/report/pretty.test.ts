// The lines of "pretty" that the goldens do not show: verdicts, papers, what is hidden, colours.

import { describe, expect, it } from 'vitest';
import { type Diagnostic, diagnostic, type Severity } from '../../src/base/diagnostic.ts';
import { prettyReport } from '../../src/report/pretty.ts';
import type { FileReport } from '../../src/report/report.ts';
import { noPaint, report } from './reports.ts';

const source = { name: 'a.yaml', text: 'spec: 1\ntitle: A\n' };
const found = (severity: Severity, code = 'trust-no-review'): Diagnostic =>
  diagnostic(code, severity, 'It is so.', { source, start: 8, end: 13 }, ['title'], 'Do it.');

const shown = (file: Partial<FileReport>): string =>
  prettyReport(report([{ file: 'a.yaml', status: 'draft', diagnostics: [], ...file }]), noPaint);

describe('the last line', () => {
  it.each<[string, Partial<FileReport>, string]>([
    [
      'nothing open in a draft',
      {},
      '0 errors, 0 warnings, 0 advice. Nothing stands in the way of signing. To sign it, write `status: final` and build it.',
    ],
    [
      'nothing open in a final paper',
      { status: 'final' },
      '0 errors, 0 warnings, 0 advice. Nothing stands in the way of signing.',
    ],
    [
      'advice never stands in the way',
      { status: 'final', diagnostics: [found('advice')] },
      '0 errors, 0 warnings, 1 advice. Nothing stands in the way of signing.',
    ],
    [
      'warnings',
      { diagnostics: [found('warning'), found('advice')] },
      '0 errors, 1 warning, 1 advice. Settle or accept the warnings before you sign.',
    ],
    [
      'errors',
      { diagnostics: [found('error')] },
      '1 error, 0 warnings, 0 advice. Not ready to sign.',
    ],
    [
      'hidden errors count',
      { hidden: [{ diagnostics: [found('error')], why: ' for others' }] },
      'Not shown: 1 for others.\n  1 error, 0 warnings, 0 advice. Not ready to sign.',
    ],
    [
      'unreadable',
      { status: 'unreadable', diagnostics: [found('error', 'yaml/syntax')] },
      '1 error, 0 warnings, 0 advice. It cannot be read as an agreement yet.',
    ],
    [
      'no paper',
      { stopped: 'Nothing was made.' },
      '0 errors, 0 warnings, 0 advice. Nothing was made.',
    ],
    [
      'waived',
      { status: 'final', diagnostics: [{ ...found('warning'), waived: true }] },
      '0 errors, 0 warnings, 0 advice, 1 waived. Nothing stands in the way of signing.',
    ],
  ])('%s', (_, file, line) => {
    expect(`\n${shown(file)}`).toContain(`\n  ${line}\n`);
  });
});

it('problems of reading come first, then the elements in their order with their states', () => {
  const text = shown({
    diagnostics: [
      found('warning', 'trust-no-review'),
      found('error', 'vision-purpose-thin'),
      found('warning', 'asset/missing'),
    ],
    elements: [
      { element: 'investment', state: 'covered' },
      { element: 'trust', state: 'partly' },
      { element: 'communication', state: 'not relevant' },
      { element: 'understanding', state: 'waived' },
      { element: 'vision', state: 'missing' },
    ],
  });
  const lines = text.split('\n').filter((line) => /^ {2}\S/.test(line));
  expect(lines.slice(0, -1)).toEqual([
    '  Reading',
    '  Investment: covered',
    '  Trust: partly',
    '  Communication: not relevant',
    '  Understanding: waived',
    '  Shared vision and goals: missing',
  ]);
});

it('a code that nobody knows is shown all the same', () => {
  expect(shown({ diagnostics: [found('error', 'made-up')] })).toContain('made-up');
});

it('papers made and kept', () => {
  const text = shown({ outputs: ['out/a.pdf'], kept: ['out/a.docx'] });
  expect(text).toContain('  made out/a.pdf\n');
  expect(text).toContain(
    '  kept out/a.docx: it was changed since, or is not ours; --force writes over it\n',
  );
});

it('a final paper that a draft leaves alone', () => {
  const text = shown({ kept: ['out/a.docx', 'out/a.pdf'], keptFinal: ['out/a.pdf'] });
  expect(text).toContain(
    '  kept out/a.docx: it was changed since, or is not ours; --force writes over it\n' +
      '  kept out/a.pdf: it is a final paper, and this is a draft; build into another folder with -o, or write over it with --force\n',
  );
});

it('where to read on stands once, and only when there is something to read on about', () => {
  const one = { file: 'a.yaml', status: 'draft', diagnostics: [found('advice')] } as const;
  const text = prettyReport(report([one, one]), noPaint);
  expect(text.split('pactwright explain <rule>')).toHaveLength(2);
  expect(text).toContain('2 agreements, 2 ready to sign: 0 errors, 0 warnings, 2 advice.');
  expect(shown({})).not.toContain('explain');
});
