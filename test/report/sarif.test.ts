// SARIF as its schema and its readers want it.

import { describe, expect, it } from 'vitest';
import { diagnostic } from '../../src/base/diagnostic.ts';
import { fileUri } from '../../src/report/file-uri.ts';
import { sarifReport } from '../../src/report/sarif.ts';
import { report, reportOf } from './reports.ts';
import { sarifFaults } from './sarif-schema.ts';

const examples = [
  'agreements/unfinished-makers-fair.yaml',
  'agreements/shared-heritage-consortium.yaml',
  'agreements/stars-over-riverbend.yaml',
  'test/report/unreadable.yaml',
];

describe('sarif', () => {
  it('the schema refuses what is wrong', () => {
    expect(sarifFaults({ version: '2.1.0' })).not.toEqual([]);
    expect(sarifFaults({ version: '2.1.0', runs: [{ tool: {} }] })).not.toEqual([]);
  });

  it('is valid for every example, alone, together and for no file', async () => {
    for (const files of [...examples.map((each) => [each]), examples, []]) {
      expect(sarifFaults(JSON.parse(sarifReport(await reportOf(files))))).toEqual([]);
    }
  });

  it('every result points at its rule, and every rule is pointed at', async () => {
    const [run] = JSON.parse(sarifReport(await reportOf(examples))).runs;
    const { rules } = run.tool.driver;
    for (const result of run.results) expect(rules[result.ruleIndex].id).toBe(result.ruleId);
    const used = new Set(run.results.map((each: { ruleId: string }) => each.ruleId));
    expect(rules.map((rule: { id: string }) => rule.id).sort()).toEqual([...used].sort());
  });

  it('a waiver is an accepted suppression with reason and name', async () => {
    const waivers = await reportOf(['agreements/shared-heritage-consortium.yaml']);
    const [run] = JSON.parse(sarifReport(waivers)).runs;
    const suppressed = run.results.filter(
      (each: { suppressions: unknown[] }) => each.suppressions.length > 0,
    );
    expect(suppressed).toHaveLength(2);
    expect(suppressed[0].suppressions).toEqual([
      {
        kind: 'inSource',
        status: 'accepted',
        justification:
          'The museum is closed to the public on the national day and opens for this evening on purpose. (Guðrún Þorláksdóttir)',
      },
    ]);
  });

  it('regions count from 1 in UTF-16 units and end past the last', () => {
    const source = { name: 'a.yaml', text: 'spec: 1\ntitle: "🌱 ab"\n' };
    const found = diagnostic('x', 'advice', 'm', { source, start: 18, end: 20 }, ['title']);
    const files = [{ file: 'a.yaml', status: 'draft', diagnostics: [found] }] as const;
    const [run] = JSON.parse(sarifReport(report(files))).runs;
    expect(run.columnKind).toBe('utf16CodeUnits');
    expect(run.results[0].level).toBe('note');
    expect(run.results[0].locations[0].physicalLocation.region).toEqual({
      startLine: 2,
      startColumn: 11,
      endLine: 2,
      endColumn: 13,
    });
  });

  it.each([
    ['agreements/a b.yaml', 'agreements/a%20b.yaml'],
    ['../a.yaml', '../a.yaml'],
    ['a:b.yaml', 'a%3Ab.yaml'],
    ['/home/ä.yaml', 'file:///home/%C3%A4.yaml'],
    ['C:/x/y.yaml', 'file:///C:/x/y.yaml'],
    ['C:\\x\\y.yaml', 'file:///C:/x/y.yaml'],
    ['//server/share/y.yaml', 'file://server/share/y.yaml'],
    ['50%.yaml', '50%25.yaml'],
    ['-', '-'],
  ])('names %s as %s', (name, uri) => expect(fileUri(name)).toBe(uri));
});
