// Reports as one JSON object for other programs: the contract is in the README, version 1.
// Free of times and machine paths; prints nothing itself.

import type { Diagnostic } from '../base/diagnostic.ts';
import { positionAt } from '../base/source.ts';
import { hiddenCount, type Report, summarise } from './report.ts';

/** Returns the report as JSON text with a line feed at its end. */
export function jsonReport({ files }: Report): string {
  const report = {
    version: 1,
    files: files.map((each) => ({
      file: each.file,
      status: each.status,
      ...(each.specStatus ? { specStatus: each.specStatus } : {}),
      ...(each.allowedWarnings ? { allowedWarnings: each.allowedWarnings } : {}),
      ...(each.undated ? { undated: true } : {}),
      ...(each.outputs ? { outputs: each.outputs } : {}),
      ...(each.stopped ? { stopped: each.stopped } : {}),
      ...(each.kept?.length ? { kept: each.kept } : {}),
      diagnostics: each.diagnostics.map((diagnostic) => jsonDiagnostic(each.file, diagnostic)),
      ...(hiddenCount(each) > 0 ? { hidden: hiddenCount(each) } : {}),
    })),
    summary: summarise(files),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function jsonDiagnostic(file: string, diagnostic: Diagnostic): object {
  const { span } = diagnostic;
  const start = positionAt(span.source, span.start);
  const end = positionAt(span.source, span.end);
  return {
    code: diagnostic.code,
    severity: diagnostic.severity,
    message: diagnostic.message,
    ...(diagnostic.hint ? { hint: diagnostic.hint } : {}),
    ...(span.source.name === file ? {} : { source: span.source.name }),
    ...(diagnostic.cell ? { cell: diagnostic.cell } : {}),
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    path: diagnostic.path,
    waived: diagnostic.waived,
    ...(diagnostic.waiver ? { waiver: diagnostic.waiver } : {}),
  };
}
