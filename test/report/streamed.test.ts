// A report in pieces is the report in one, whatever the files hold; and a report that lay on the disk
// in between says the same.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { restored, stored } from '../../src/batch/stored-report.ts';
import { githubReport } from '../../src/report/github.ts';
import { jsonReport } from '../../src/report/json.ts';
import { junitReport } from '../../src/report/junit.ts';
import { markdownReport } from '../../src/report/markdown.ts';
import { prettyReport } from '../../src/report/pretty.ts';
import type { FileReport, Report } from '../../src/report/report.ts';
import { sarifReport } from '../../src/report/sarif.ts';
import {
  type StreamedReporter,
  streamedGithub,
  streamedJson,
  streamedJunit,
  streamedMarkdown,
  streamedSarif,
} from '../../src/report/streamed.ts';
import { noPaint, report, reportOf } from './reports.ts';

const reporters: readonly [string, (report: Report) => string, StreamedReporter][] = [
  ['json', jsonReport, streamedJson],
  ['junit', junitReport, streamedJunit],
  ['github', githubReport, streamedGithub],
  ['markdown', markdownReport, streamedMarkdown],
  ['sarif', sarifReport, streamedSarif],
];

async function pieces(streamed: StreamedReporter, { files, ...meta }: Report): Promise<string> {
  let text = '';
  async function* each(): AsyncGenerator<FileReport> {
    yield* files;
  }
  for await (const piece of streamed(each, meta)) text += piece;
  return text;
}

const examples = [
  'agreements/stars-over-riverbend.yaml',
  'agreements/unfinished-makers-fair.yaml',
  'agreements/friends-of-elm-street.yaml',
  'test/report/unreadable.yaml',
];

describe.each(reporters)('%s', (_, whole, streamed) => {
  it.each([0, 1, 2, 4])('of %i files', async (count) => {
    const { files, ...meta } = await reportOf(examples.slice(4 - count));
    const stopped = files.map((file, index) =>
      index === 1 ? { ...file, stopped: 'Nothing was made, "results": [] and all.' } : file,
    );
    const all = { ...meta, files: stopped };
    expect(await pieces(streamed, all)).toBe(whole(all));
  });

  it('of files with any texts', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom('"files": [', '\n  ],\n  "summary"', '"results": [', '<testsuites tests="9"'),
    );
    const file = fc.record({
      file: text,
      status: fc.constantFrom('draft', 'final', 'unreadable'),
      stopped: text,
      diagnostics: fc.array(
        fc.record({
          code: fc.constantFrom('yaml/syntax', 'vision-goals-missing', 'made-up'),
          severity: fc.constantFrom('error', 'warning', 'advice'),
          message: text,
          span: fc.record({
            source: fc.record({ name: text, text }),
            start: fc.nat(9),
            end: fc.constant(20),
          }),
          path: fc.array(text, { maxLength: 2 }),
          waived: fc.boolean(),
        }),
        { maxLength: 4 },
      ),
    }) as fc.Arbitrary<FileReport>;
    await fc.assert(
      fc.asyncProperty(fc.array(file, { maxLength: 4 }), async (files) => {
        const all = report(files);
        expect(await pieces(streamed, all)).toBe(whole(all));
      }),
      { numRuns: 60 },
    );
  });
});

describe('a report that lay on the disk', () => {
  const whole: readonly (readonly [string, (all: Report) => string])[] = [
    ...reporters.map(([name, each]) => [name, each] as const),
    ['pretty', (all) => prettyReport(all, noPaint)],
  ];
  it.each(whole)('is the same to %s', async (_, whole) => {
    const all = await reportOf(examples);
    const again = all.files.map((file) => restored(JSON.parse(JSON.stringify(stored(file)))));
    expect(whole({ ...all, files: again })).toBe(whole(all));
  });
});
