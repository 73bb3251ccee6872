// Chooses the reporter and prints to standard output. Loads only the reporter that is asked for.
// The one place from which a command writes results.

import { assertNever } from '../base/errors.ts';
import { prettyReport } from '../report/pretty.ts';
import type { Report } from '../report/report.ts';
import type { ReporterName } from './options.ts';
import { paintFor, type Terminal } from './terminal.ts';

/** Prints the report; `pretty` says nothing about no files, the others always print a whole one. */
export async function printReport(
  report: Report,
  reporter: ReporterName,
  terminal: Terminal,
): Promise<void> {
  const text = await reportText(report, reporter, terminal);
  if (text !== '') terminal.stdout(text);
}

async function reportText(
  report: Report,
  reporter: ReporterName,
  terminal: Terminal,
): Promise<string> {
  switch (reporter) {
    case 'pretty':
      return report.files.length > 0 ? prettyReport(report, paintFor(terminal)) : '';
    case 'json':
      return (await import('../report/json.ts')).jsonReport(report);
    case 'sarif':
      return (await import('../report/sarif.ts')).sarifReport(report);
    case 'github':
      return (await import('../report/github.ts')).githubReport(report);
    case 'junit':
      return (await import('../report/junit.ts')).junitReport(report);
    case 'markdown':
      return (await import('../report/markdown.ts')).markdownReport(report);
    default:
      return assertNever(reporter);
  }
}
