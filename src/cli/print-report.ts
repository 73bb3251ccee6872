// Chooses the reporter and prints to standard output.
// The one place from which a command writes results.

import { jsonReport } from '../report/json.ts';
import { prettyReport } from '../report/pretty.ts';
import type { FileReport } from '../report/report.ts';
import type { ReporterName } from './options.ts';
import { paintFor, type Terminal } from './terminal.ts';

/** Prints the report; `pretty` says nothing about no files, `json` always prints one object. */
export function printReport(
  reports: readonly FileReport[],
  reporter: ReporterName,
  terminal: Terminal,
): void {
  if (reporter === 'json') terminal.stdout(jsonReport(reports));
  else if (reports.length > 0) terminal.stdout(prettyReport(reports, paintFor(terminal)));
}
