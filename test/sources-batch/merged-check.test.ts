// A check of what was put together from several files: every finding points at the file and the line
// or cell that its value came from, and comments of each file accept what stands in it.

import { describe, expect, it } from 'vitest';
import { mergeOnly, mergeRow, readBase } from '../../src/merge.ts';
import { jsonReport } from '../../src/report/json.ts';
import { markdownReport } from '../../src/report/markdown.ts';
import { prettyReport } from '../../src/report/pretty.ts';
import { base, baseText, bytesOf, checkMerged, checkRow, lines, over } from './support.ts';

const placed = (diagnostics: Parameters<typeof lines>[0], code: string): readonly string[] =>
  lines(diagnostics.filter((each) => each.code === code)).map((each) => each.split(' ')[0]!);

describe('a finding points at the value, wherever it came from', () => {
  it('an error of reading', async () => {
    const data = await over('partners.club.name,roles[0].due,roles[1].due\nClub,soon,2027-02-01\n');
    const bad = baseText.replace('task: Meetings, lead: library', 'task: Meetings, lead: libary');
    const under = readBase({ name: 'base.yaml', bytes: bytesOf(bad) });
    const checked = await checkRow(data, 0, under);
    expect(checked.status).toBe('unreadable');
    expect(placed(checked.diagnostics, 'schema/unknown-partner')).toEqual(['base.yaml:15:29']);
    expect(placed(checked.diagnostics, 'schema/date-format')).toEqual(['partners.csv:2:B']);
  });

  it('a finding of the checklist', async () => {
    const headers = 'partners.club.name,schedule.milestones[0].name,schedule.milestones[0].date';
    const data = await over(`${headers}\nClub,Opening,2031-01-01\n`);
    const { diagnostics } = await checkRow(data, 0);
    const after = diagnostics.filter(
      ({ path }) => path[0] === 'schedule' && path.at(-1) === 'date',
    );
    expect(after.map(({ cell, span }) => [span.source.name, cell])).toEqual([
      ['partners.csv', 'C2'],
    ]);
    // What the base itself lacks is said at its line.
    expect(diagnostics.some(({ span }) => span.source.name === 'base.yaml')).toBe(true);
  });

  it('a character without a glyph, to the character', async () => {
    const data = await over('partners.club.name,title\nClub,"A ""big"" \u{12345} sign"\n');
    const { diagnostics } = await checkRow(data, 0);
    const found = diagnostics.find(({ code }) => code === 'text/no-glyph')!;
    const { source, start, end } = found.span;
    expect(found.cell).toBe('B2');
    expect(source.text.slice(start, end)).toBe('\u{12345}');
  });

  it('a missing picture', async () => {
    const data = await over('partners.club.name,partners.club.brand.logo\nClub,logos/none.png\n');
    expect(placed((await checkRow(data, 0)).diagnostics, 'asset/missing')).toEqual([
      'partners.csv:2:B',
    ]);
  });

  it('a missing key of what a row began', async () => {
    const data = await over('partners.club.name,roles[2].due\nClub,2027-02-01\n');
    expect(placed((await checkRow(data, 0)).diagnostics, 'schema/missing-key')).toEqual([
      'partners.csv:2:B',
    ]);
  });

  it('an empty cell where something has to stand', async () => {
    const data = await over(
      'partners.club.name,partners.club.signatories[0].title,partners.club.signatories[0].name,title\nClub,Chair,,\n',
    );
    const { diagnostics } = await checkRow(data, 0);
    expect(lines(diagnostics)).toEqual([
      'partners.csv:2:C error schema/missing-key The cell for `name` is empty, and the first signatory of `partners.club` needs it. → Add `name: Maria Okafor` (who signs).',
    ]);
  });

  it('an empty cell of an item that the base has begun', async () => {
    const data = await over(
      'partners.club.name,partners.library.signatories[0].name,partners.club.signatories[0].name\nClub,,\n',
    );
    const begun = baseText.replace(/^( +)club:.*$/m, (line, lead) =>
      line.endsWith(':')
        ? `${line}\n${lead}  signatories: [{ title: President }]`
        : line.replace('{', '{ signatories: [{ title: President }],'),
    );
    const under = readBase({ name: 'base.yaml', bytes: bytesOf(begun) });
    const { diagnostics } = await checkRow(data, 0, under);
    expect(lines(diagnostics)).toEqual([
      'partners.csv:2:C error schema/missing-key The cell for `name` is empty, and the first signatory of `partners.club` needs it. → Add `name: Maria Okafor` (who signs).',
    ]);
  });

  it('an empty cell of an item that the row does not begin is none', async () => {
    const data = await over(
      'partners.club.name,partners.club.signatories[0].title,partners.club.signatories[0].name\nClub,,\n',
    );
    const { agreement } = await checkRow(data, 0);
    expect(agreement?.partners.club).toEqual({ name: 'Club' });
  });

  it('a cell that shows an error is one fault, whatever its field needs', async () => {
    const data = await over(
      'partners.club.name,term.end,roles[1].lead,goals[0].measures[0].target\n#REF!,#N/A,#NAME?,#VALUE!\n',
    );
    const { diagnostics } = await checkRow(data, 0);
    expect(lines(diagnostics).map((each) => each.split(' The ')[0])).toEqual([
      'partners.csv:2:A error table/error-value',
      'partners.csv:2:B error table/error-value',
      'partners.csv:2:C error table/error-value',
      'partners.csv:2:D error table/error-value',
    ]);
  });

  it('a value that clashes with one of another file', async () => {
    const data = await over('partners.club.name,roles[0].id\nClub,reach\n');
    const { diagnostics } = await checkRow(data, 0);
    expect(lines(diagnostics.filter(({ code }) => code === 'schema/duplicate-id'))).toEqual([
      'partners.csv:2:B error schema/duplicate-id The id `reach` is used a second time; the first is at base.yaml:10:9. → Give each item an id of its own.',
    ]);
  });

  it('the same fault at the same offset of two files is two faults', async () => {
    const file = (name: string, key: string) => ({
      name,
      bytes: bytesOf(`partners: { ${key}: { role: chief } }\n`),
    });
    const spec = readBase(file('spec.yaml', 'b'), [file('defaults.yaml', 'a')]);
    const { diagnostics } = await checkMerged(spec);
    expect(placed(diagnostics, 'schema/unknown-choice')).toEqual([
      'defaults.yaml:1:24',
      'spec.yaml:1:24',
    ]);
  });

  it('a row that is short stops its own agreement and no other', async () => {
    const data = await over('partners.club.name,title\nClub\nClub,Title\n');
    expect((await checkRow(data, 0)).status).toBe('unreadable');
    expect(lines((await checkRow(data, 0)).diagnostics)[0]).toMatch(
      /^partners\.csv:2:B error table\/short-row/,
    );
    expect((await checkRow(data, 1)).agreement).toMatchObject({ title: 'Title' });
  });
});

describe('defaults', () => {
  const house = `partners:
  library:
    name: Riverbend Library
    brand: { color: blue }
# pactwright-ignore-next-line schedule-no-review by Ann: we look back by telephone
`;

  it('are reported in their own file', async () => {
    const spec = baseText.replace(
      'library: { name: Riverbend Library, short: the Library }',
      'library:',
    );
    const under = readBase(
      { name: 'spec.yaml', bytes: bytesOf(spec.replace('club:', 'club: { name: C }')) },
      [{ name: 'house.yaml', bytes: bytesOf(house) }],
    );
    const { diagnostics } = await checkMerged(under);
    expect(placed(diagnostics, 'schema/bad-color')).toEqual(['house.yaml:4:21']);
  });

  it('that cannot be read stop the agreement, and are reported once', async () => {
    const under = readBase({ name: 'spec.yaml', bytes: bytesOf(baseText) }, [
      { name: 'house.yaml', bytes: bytesOf('terms: "x\n') },
    ]);
    const checked = await checkMerged(under);
    expect(checked.status).toBe('unreadable');
    expect(placed(checked.diagnostics, 'yaml/unclosed-quote')).toEqual(['house.yaml:1:8']);
    // For a table the base's problems are its own, not those of each row.
    const data = await over('partners.club.name\nClub\n', { base: under });
    expect(mergeRow(under, data.columns, data.rows[0]!).diagnostics).toEqual([]);
    expect(mergeOnly(under).diagnostics).toHaveLength(1);
  });
});

describe('comments that accept a finding', () => {
  const comment = '# pactwright-ignore-next-line RULE by Ann: We know.\n';
  const headers = 'partners.club.name,term.end';

  it('of the base keep working under a table, for values of the base', async () => {
    const data = await over(`${headers}\nClub,\n`);
    const before = (await checkRow(data, 0)).diagnostics;
    const open = before.find(
      ({ span, severity, code }) =>
        span.source.name === 'base.yaml' &&
        severity === 'warning' &&
        !code.includes('/') &&
        span.start > 0,
    )!;
    const { span, code } = open;
    const lineStart = baseText.lastIndexOf('\n', span.start) + 1;
    const commented = `${baseText.slice(0, lineStart)}${comment.replace('RULE', code)}${baseText.slice(lineStart)}`;
    const under = readBase({ name: 'base.yaml', bytes: bytesOf(commented) });
    const after = (await checkRow(data, 0, under)).diagnostics;
    const waived = after.filter((each) => each.waived);
    expect(waived.map((each) => each.code)).toContain(code);
    expect(waived[0]!.waiver).toEqual({ reason: 'We know.', by: 'Ann' });
  });

  it('are for the values of their own file, not for a line of the same number elsewhere', async () => {
    const text = `${comment.replace('RULE', 'x')}${baseText}`;
    const data = await over(`${headers}\nClub,soon\n`);
    const under = readBase({ name: 'base.yaml', bytes: bytesOf(text) });
    const { diagnostics } = await checkRow(data, 0, under);
    expect(diagnostics.filter(({ waived }) => waived)).toEqual([]);
  });
});

describe('reports', () => {
  it('name the cell as people do, and for programs', async () => {
    const data = await over('partners.club.name;title;term.end\nClub;"A\nB";x\n');
    const checked = await checkRow(data, 0);
    const diagnostics = checked.diagnostics.filter(({ cell }) => cell);
    const report = {
      files: [{ file: 'partners.csv:2', status: checked.status, diagnostics }],
      rules: [],
      version: '0',
      failOn: 'error' as const,
    };
    const same = (text: string): string => text;
    const paint = { bold: same, dim: same, red: same, yellow: same, blue: same, green: same };
    const pretty = prettyReport(report, paint);
    expect(pretty).toContain('partners.csv:2:B  schema/several-lines');
    expect(pretty).toContain(
      'partners.csv:2:C  schema/date-format\n            2 | B";x\n              |    ^',
    );
    expect(markdownReport(report)).toContain('**Error, cell C2 of partners.csv:**');
    expect(JSON.parse(jsonReport(report)).files[0].diagnostics).toMatchObject([
      { source: 'partners.csv', cell: 'B2', line: 2, column: 6, endLine: 3, path: ['title'] },
      { source: 'partners.csv', cell: 'C2', line: 3, column: 4, path: ['term', 'end'] },
    ]);
  });
});

it('an overlay changes no base: the same row gives the same agreement again', async () => {
  const data = await over('partners.club.name,title\nOne,1\nTwo,2\n');
  const first = (await checkRow(data, 0)).agreement;
  await checkRow(data, 1);
  expect((await checkRow(data, 0)).agreement).toEqual(first);
  expect(structuredClone(data)).toEqual(data);
  expect(base.diagnostics).toEqual([]);
});
