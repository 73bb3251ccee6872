// What every reporter says of an unfinished agreement, of one that cannot be read, and of one with
// waivers: whole, in golden/. `npm run golden` writes them anew; look at the difference.

import { describe, expect, it } from 'vitest';
import { githubReport } from '../../src/report/github.ts';
import { jsonReport } from '../../src/report/json.ts';
import { junitReport } from '../../src/report/junit.ts';
import { markdownReport } from '../../src/report/markdown.ts';
import { prettyReport } from '../../src/report/pretty.ts';
import type { Report } from '../../src/report/report.ts';
import { sarifReport } from '../../src/report/sarif.ts';
import { noPaint, reportOf } from './reports.ts';

const reporters: Readonly<Record<string, (report: Report) => string>> = {
  'pretty.txt': (report) => prettyReport(report, noPaint),
  'json.txt': jsonReport,
  sarif: sarifReport,
  'github.txt': githubReport,
  'junit.xml': junitReport,
  md: markdownReport,
};

describe.each([
  ['unfinished', ['agreements/unfinished-makers-fair.yaml']],
  ['unreadable', ['test/report/unreadable.yaml']],
  [
    'several',
    ['agreements/shared-heritage-consortium.yaml', 'agreements/friends-of-elm-street.yaml'],
  ],
] as const)('%s', (name, files) => {
  it.each(Object.keys(reporters))('%s', async (form) => {
    const text = reporters[form]!(await reportOf(files));
    await expect(text).toMatchFileSnapshot(`golden/${name}.${form}`);
  });
});
