// From what a check found and what the checklist knows to the plain data that reporters write.
// The one place where the checklist's types meet the reporters'; decides nothing.

import { codes } from '../base/codes.ts';
import type { Checked } from '../check.ts';
import { records, sourceText } from '../checklist/index.ts';
import { packageVersion } from '../node/package-files.ts';
import type { FailOn, FileReport, Report, RuleEntry } from '../report/report.ts';
import { mendLines } from './mend-lines.ts';
import type { ReporterName } from './options.ts';

/** Returns what a check found in one file; for people, with what could be written to settle it. */
export function fileReport(checked: Checked, reporter?: ReporterName): FileReport {
  const { name, status, specStatus, diagnostics, checklist } = checked;
  return {
    file: name,
    status,
    ...(specStatus ? { specStatus } : {}),
    diagnostics,
    ...(reporter === 'pretty' ? { mends: mendLines(checked) } : {}),
    ...(checklist ? { elements: checklist.elements, rules: checklist.rules } : {}),
  };
}

/** Returns what a run has to say about these files. */
export function runReport(files: readonly FileReport[], failOn: FailOn): Report {
  return { files, rules: ruleEntries(), version: packageVersion(), failOn };
}

/** Codes of reading first, then the rules in the order of the checklist. */
function ruleEntries(): readonly RuleEntry[] {
  return [
    ...Object.entries(codes).map(
      ([id, { explain }]): RuleEntry => ({ id, short: explain, full: explain }),
    ),
    ...records.map((record): RuleEntry => {
      const { id, element, severity, asks, why } = record;
      return { id, element, severity, short: asks, full: why, source: sourceText(record) };
    }),
  ];
}
