// Reports for people at a terminal: findings in the order of the file, each with its line and a hint,
// and one line that says whether this can be signed. Colours come in as functions.

import type { Diagnostic, Severity } from '../base/diagnostic.ts';
import { positionAt } from '../base/source.ts';
import { codeFrame } from './code-frame.ts';
import { type FileReport, type Summary, summarise } from './report.ts';

/** Functions that wrap text in terminal colours, or leave it as it is. */
export interface Paint {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly blue: (text: string) => string;
  readonly green: (text: string) => string;
}

/** Returns the report as text with a line feed at its end. */
export function prettyReport(files: readonly FileReport[], paint: Paint): string {
  const parts = files.map((file) => fileText(file, paint));
  const closing = files.length > 1 ? [totals(files, paint)] : [];
  return `${[...parts, ...closing].join('\n\n')}\n`;
}

function fileText(report: FileReport, paint: Paint): string {
  const lines = [
    paint.bold(report.file),
    ...report.diagnostics.flatMap((each) => ['', ...findingLines(each, report.file, paint)]),
    ...(report.diagnostics.length > 0 ? [''] : []),
    ...(report.outputs ?? []).map((output) => `  made ${output}`),
    ...(report.kept ?? []).map((output) =>
      paint.yellow(`  kept ${output}: somebody changed it; --force writes over it`),
    ),
    `  ${verdict(report, paint)}`,
  ];
  return lines.join('\n');
}

const marks: Readonly<Record<Severity, string>> = {
  error: 'error  ',
  warning: 'warning',
  advice: 'advice ',
};

function painter(severity: Severity, paint: Paint): (text: string) => string {
  return { error: paint.red, warning: paint.yellow, advice: paint.blue }[severity];
}

function findingLines(diagnostic: Diagnostic, file: string, paint: Paint): readonly string[] {
  const { line, column } = positionAt(diagnostic.span.source, diagnostic.span.start);
  const color = painter(diagnostic.severity, paint);
  const where = `${diagnostic.span.source.name || file}:${line}:${column}`;
  const waived = diagnostic.waived ? paint.dim(' (waived)') : '';
  return [
    `  ${color(marks[diagnostic.severity])} ${diagnostic.message}${waived}`,
    `          ${paint.dim(`${where}  ${diagnostic.code}`)}`,
    ...codeFrame(diagnostic.span).map((each) => `          ${paint.dim(each)}`),
    ...(diagnostic.hint ? [`          ${paint.green('→')} ${diagnostic.hint}`] : []),
  ];
}

function verdict(report: FileReport, paint: Paint): string {
  const summary = summarise([report]);
  if (report.stopped) return paint.red(`${counts(summary)}. ${report.stopped}`);
  if (report.status === 'unreadable') {
    return paint.red(`${counts(summary)}. It cannot be read as an agreement yet.`);
  }
  if (summary.errors > 0) return paint.red(`${counts(summary)}. Not ready to sign.`);
  if (summary.warnings > 0) {
    return paint.yellow(`${counts(summary)}. Settle or accept the warnings before you sign.`);
  }
  return paint.green(`${counts(summary)}. Nothing stands in the way of signing.`);
}

function totals(files: readonly FileReport[], paint: Paint): string {
  return paint.bold(`${files.length} agreements: ${counts(summarise(files))}.`);
}

function counts(summary: Summary): string {
  const plural = (count: number, one: string, many: string): string =>
    `${count} ${count === 1 ? one : many}`;
  return [
    plural(summary.errors, 'error', 'errors'),
    plural(summary.warnings, 'warning', 'warnings'),
    `${summary.advice} advice`,
    ...(summary.waived > 0 ? [`${summary.waived} waived`] : []),
  ].join(', ');
}
