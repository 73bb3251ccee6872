// Reports as workflow commands of GitHub Actions, which it shows beside the lines of a change.
// One line for each finding; no value can start a line, end a command or add one.

import type { Diagnostic } from '../base/diagnostic.ts';
import { positionAt } from '../base/source.ts';
import type { Report } from './report.ts';
import { oneLine } from './safe-text.ts';
import { waiverText } from './wording.ts';

/** Returns a line for each finding and each paper that was not made; an empty text when there is none. */
export function githubReport({ files }: Report): string {
  return files
    .flatMap(({ file, diagnostics, stopped }) => [
      ...diagnostics.map((each) => annotation(each, file)),
      ...(stopped ? [command('error', [...place(file), 'title=paper'], stopped)] : []),
    ])
    .map((line) => `${line}\n`)
    .join('');
}

function command(level: string, properties: readonly string[], message: string): string {
  return `::${level} ${properties.join(',')}::${data(message)}`;
}

/** Standard input is no file that GitHub could show. */
function place(name: string): readonly string[] {
  return name === '-' ? [] : [`file=${property(name)}`];
}

function annotation(diagnostic: Diagnostic, file: string): string {
  const { span, hint, waived } = diagnostic;
  const start = positionAt(span.source, span.start);
  const end = positionAt(span.source, span.end);
  const properties = [
    ...place(span.source.name || file),
    `line=${start.line}`,
    `endLine=${end.line}`,
    // GitHub refuses columns on an annotation of several lines.
    ...(end.line === start.line ? [`col=${start.column}`] : []),
    `title=${property(waived ? `${diagnostic.code} (waived)` : diagnostic.code)}`,
  ];
  const more = waived ? `(${waiverText(diagnostic.waiver)})` : (hint ?? '');
  return command(level(diagnostic), properties, `${diagnostic.message} ${more}`);
}

function level({ severity, waived }: Diagnostic): 'error' | 'warning' | 'notice' {
  if (waived || severity === 'advice') return 'notice';
  return severity;
}

/** Escapes as `@actions/core` does: % first. Line breaks are gone by then. */
function data(text: string): string {
  return oneLine(text).trim().replaceAll('%', '%25');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
