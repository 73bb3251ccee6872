// Whatever stands in a spec, in a file's name or in a waiver: every report stays well-formed, and
// nothing of it becomes a command, markup, a link or a mention.

import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/base/diagnostic.ts';
import { githubReport } from '../../src/report/github.ts';
import { jsonReport } from '../../src/report/json.ts';
import { junitReport } from '../../src/report/junit.ts';
import { markdownReport } from '../../src/report/markdown.ts';
import { markdownText } from '../../src/report/markdown-text.ts';
import { prettyReport } from '../../src/report/pretty.ts';
import type { FileReport } from '../../src/report/report.ts';
import { oneLine } from '../../src/report/safe-text.ts';
import { sarifReport } from '../../src/report/sarif.ts';
import { noPaint, report } from './reports.ts';
import { sarifFaults } from './sarif-schema.ts';

const hostile = fc.constantFrom(
  ...['@octocat', 'a@b.org', '#12', 'GH-7', '!3', '](http://x.org)', '[x](y)', '![x](y)', '<b>'],
  ...['<!--', ']]>', '</failure>', '&amp;', '&#36;', '&', '"', "'", '::error::', '::', '%0A', '%'],
  ...['\u001b[31m', '\u0000', '\u0007', '\u0085', '\u2028', '\r\n', '\n', '\n- x', '\t', '\u202e'],
  ...['www.x.org', 'http://x.org', 'ftp://x', '**', '__', '`', '```', '~~', '|', '\\', '$', '$x$'],
  ...[':tada:', 'deadbeef12', '\ud800', '\udc00', '\ufffe', '\uffff', '1. ', '# ', '> ', '- ', ','],
);
const units = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 5 })
  .map((codes) => String.fromCharCode(...codes));
const text = fc
  .array(fc.oneof(hostile, hostile, units, fc.string({ unit: 'grapheme', maxLength: 8 })), {
    maxLength: 6,
  })
  .map((parts) => parts.join(''));

const finding = fc
  .record({
    code: fc.constantFrom('vision-purpose-thin', 'yaml/syntax', 'made-up'),
    severity: fc.constantFrom('error', 'warning', 'advice'),
    message: text,
    hint: fc.option(text, { nil: undefined }),
    source: fc.record({ name: text, text }),
    place: fc.tuple(fc.nat(30), fc.nat(30)),
    path: fc.array(fc.oneof(text, fc.nat(9)), { maxLength: 3 }),
    waiver: fc.option(fc.record({ reason: text, by: text }), { nil: undefined }),
    cell: fc.option(text, { nil: undefined }),
  })
  .map(({ source, place, hint, waiver, cell, ...rest }): Diagnostic => {
    const [a, b] = place.map((at) => Math.min(at, source.text.length)) as [number, number];
    return {
      ...rest,
      span: { source, start: Math.min(a, b), end: Math.max(a, b) },
      waived: waiver !== undefined,
      ...(hint === undefined ? {} : { hint }),
      ...(waiver ? { waiver } : {}),
      ...(cell === undefined ? {} : { cell }),
    };
  });

const file = fc
  .record({
    file: text,
    status: fc.constantFrom('draft', 'final', 'unreadable'),
    outputs: fc.array(text, { maxLength: 2 }),
    diagnostics: fc.array(finding, { maxLength: 4 }),
    stopped: fc.option(text, { nil: undefined }),
    rules: fc.constant([
      { rule: 'vision-purpose-thin', state: 'missing' },
      { rule: 'trust-no-review', state: 'not relevant', reason: 'a < b & "c" \u0000' },
    ] as const),
    hidden: fc.array(
      fc.record({ diagnostics: fc.array(finding, { minLength: 1, maxLength: 2 }), why: text }),
      { maxLength: 1 },
    ),
  })
  .map(({ stopped, ...rest }): FileReport => ({ ...rest, ...(stopped ? { stopped } : {}) }));

const files = fc.array(file, { maxLength: 3 });
const found = (all: readonly FileReport[]): readonly Diagnostic[] =>
  all.flatMap((each) => each.diagnostics);

/** Everything that some reader of text takes for the end of a line. */
const lineEnds = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/;

describe('any text', () => {
  it('json parses, and gives every message back', () => {
    fc.assert(
      fc.property(files, (all) => {
        const parsed = JSON.parse(jsonReport(report(all)));
        const messages = parsed.files.flatMap((each: { diagnostics: { message: string }[] }) =>
          each.diagnostics.map((one) => one.message),
        );
        expect(messages).toEqual(found(all).map((each) => each.message));
      }),
    );
  });

  it('sarif is valid by its schema', () => {
    fc.assert(
      fc.property(files, (all) => {
        const log = JSON.parse(sarifReport(report(all)));
        expect(sarifFaults(log)).toEqual([]);
        expect(log.runs[0].results).toHaveLength(found(all).length);
        for (const each of log.runs[0].results) expect(each.message.text).not.toMatch(/\]\(/);
      }),
    );
  });

  it('github has one line for each finding and each paper not made, and the words come back unescaped', () => {
    fc.assert(
      fc.property(files, (all) => {
        const lines = githubReport(report(all)).split(lineEnds).slice(0, -1);
        const said = all.flatMap(({ diagnostics, stopped }) => [
          ...diagnostics.map((each) => each.message),
          ...(stopped ? [stopped] : []),
        ]);
        expect(lines).toHaveLength(said.length);
        lines.forEach((line, index) => {
          const parts = /^::(?:error|warning|notice) ([^:]*)::(.*)$/.exec(line);
          expect(parts).not.toBeNull();
          for (const property of parts![1]!.split(',')) {
            expect(property).toMatch(/^(file|line|endLine|col|title)=[^=]?/);
          }
          const words = parts![2]!.replaceAll('%25', '%');
          expect(words.startsWith(oneLine(said[index]!).trim())).toBe(true);
        });
      }),
    );
  });

  it('junit is well-formed XML with as many cases as it says', () => {
    fc.assert(
      fc.property(files, (all) => {
        const parser = new SaxesParser();
        let cases = 0;
        let said = 0;
        parser.on('error', (error) => {
          throw error;
        });
        parser.on('opentag', (tag) => {
          if (tag.name === 'testcase') cases += 1;
          if (tag.name === 'testsuites') said = Number(tag.attributes.tests);
        });
        const xml = junitReport(report(all, 'warning'));
        parser.write(xml).close();
        expect(cases).toBe(said);
        expect(xml).not.toMatch(/[\ufffe\uffff]|\p{Surrogate}/u);
      }),
    );
  });

  it('pretty sends nothing to the terminal that could command it', () => {
    fc.assert(
      fc.property(files, (all) => {
        const shown = prettyReport(report(all), noPaint);
        expect(shown).not.toMatch(
          /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/,
        );
      }),
    );
  });
});

describe('any text in markdown', () => {
  const markdown = new MarkdownIt({ html: true, linkify: true });
  markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });

  it('is shown as it is and becomes no markup', () => {
    fc.assert(
      fc.property(text, (value) => {
        const [paragraph, ...rest] = markdown
          .parse(`**Error:** ${markdownText(value)} (end)`, {})
          .filter((token) => token.type === 'inline');
        expect(rest).toEqual([]);
        const tokens = paragraph!.children!;
        const inner = tokens.slice(tokens.findIndex((token) => token.type === 'strong_close') + 1);
        expect(inner.map((token) => token.type).filter((type) => type !== 'text')).toEqual([]);
        const shown = inner.map((token) => token.content).join('');
        const expected = ` ${oneLine(value).trim()} (end)`;
        const squeezed = (each: string): string =>
          each.replaceAll('\u200b', '').replace(/ +/g, ' ');
        expect(squeezed(shown)).toBe(squeezed(expected));
        expect(shown).not.toMatch(
          /@[a-z0-9]|#\d|GH-\d|:\/\/|www\.|:\w+:|\$[^\u200b]|\b[0-9a-f]{7,}\b/i,
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps the outline and the tables of a report', () => {
    fc.assert(
      fc.property(files, (all) => {
        const tokens = markdown.parse(markdownReport(report(all)), {});
        const count = (type: string): number => tokens.filter((each) => each.type === type).length;
        const headings = tokens.filter((each) => each.type === 'heading_open' && each.tag === 'h2');
        expect(headings).toHaveLength(all.length);
        expect(count('fence') + count('code_block') + count('html_block') + count('hr')).toBe(0);
        const rows = all.length > 1 ? all.length + 1 : 0;
        expect(count('tr_open')).toBe(rows);
        const inline = tokens.flatMap((each) => each.children ?? []).map((each) => each.type);
        expect(inline.filter((type) => /link|image|html/.test(type))).toEqual([]);
      }),
    );
  });

  it.each([
    ['Ask @octocat about #12', 'Ask @\u200boctocat about \\#\u200b12'],
    ['*bold* [x](https://x.org)', '\\*bold\\* \\[x\\](https:\u200b//x.org)'],
    ['<img src=x onerror=y>', '\\<img src=x onerror=y\\>'],
    ['R&D costs $5 | 85 %', 'R\\&D costs &#36;\u200b5 \\| 85 %'],
    ['first\nsecond', 'first second'],
    ['10:30 to 11:30', '10:30 to 11:30'],
  ])('%j', (value, shown) => expect(markdownText(value)).toBe(shown));
});
