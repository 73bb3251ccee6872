// Reports as they lie on the disk between the runs: small, and without the texts of the specs.
// Turned back, they have stand-in sources in which each finding has its line and column.

import type { Diagnostic } from '../base/diagnostic.ts';
import { lineAt, positionAt, type Source } from '../base/source.ts';
import type { FileReport } from '../report/report.ts';
import type { StoredDiagnostic, StoredReport } from './entry.ts';

/** The most of a line that is kept, in UTF-16 units; a code frame shows less. */
const longestLine = 400;

/** Returns a report as it is stored. */
export function stored(report: FileReport): StoredReport {
  const { diagnostics, hidden: _, ...rest } = report;
  return { ...rest, diagnostics: diagnostics.map(storedDiagnostic) };
}

function storedDiagnostic({ span, ...rest }: Diagnostic): StoredDiagnostic {
  // A row of a table is small, and its cells are found in it again.
  if (span.source.row) return { ...rest, cells: span };
  const start = positionAt(span.source, span.start);
  const end = positionAt(span.source, span.end);
  const line = lineAt(span.source, start.line) ?? '';
  return {
    ...rest,
    source: span.source.name,
    at: [start.line, start.column, end.line, end.column],
    line: line.slice(0, longestLine),
  };
}

/** Returns a stored report as reporters take it. */
export function restored(report: StoredReport): FileReport {
  return { ...report, diagnostics: report.diagnostics.map(restoredDiagnostic) };
}

function restoredDiagnostic(diagnostic: StoredDiagnostic): Diagnostic {
  if ('cells' in diagnostic) {
    const { cells, ...rest } = diagnostic;
    return { ...rest, span: cells };
  }
  const { source: name, at, line, ...rest } = diagnostic;
  const [startLine, startColumn, endLine, endColumn] = at;
  const first = line.padEnd(startColumn - 1);
  const below = endLine - startLine;
  // Lines without text stand in for those around it; only their number counts.
  const text = `${'\n'.repeat(startLine - 1)}${
    below === 0
      ? first.padEnd(endColumn - 1)
      : `${first}${'\n'.repeat(below)}${' '.repeat(endColumn - 1)}`
  }`;
  const source: Source = { name, text };
  const start = startLine - 1 + startColumn - 1;
  const end = below === 0 ? startLine - 1 + endColumn - 1 : text.length;
  return { ...rest, span: { source, start, end } };
}
