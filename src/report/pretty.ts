// Reports for people at a terminal: findings under the elements of the checklist, each with its line
// and a hint, and one line that says whether this can be signed. Colours come in as functions.

import type { Diagnostic, Severity } from '../base/diagnostic.ts';
import { cellAt, positionAt } from '../base/source.ts';
import { codeFrame } from './code-frame.ts';
import { type Group, groupsOf } from './groups.ts';
import { type FileReport, keptText, type Report, type State, summarise } from './report.ts';
import { oneLine } from './safe-text.ts';
import {
  countsText,
  hiddenText,
  notesOf,
  type Standing,
  verdictOf,
  waiverText,
} from './wording.ts';

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
export function prettyReport(report: Report, paint: Paint): string {
  const { files } = report;
  const shown = files.some((file) => file.diagnostics.length > 0);
  return `${[
    ...files.map((file) => fileText(file, report, paint)),
    ...(files.length > 1 ? [totals(files, paint)] : []),
    ...(shown ? [paint.dim('pactwright explain <rule> tells more about a finding.')] : []),
  ].join('\n\n')}\n`;
}

function fileText(file: FileReport, report: Report, paint: Paint): string {
  return [
    paint.bold(file.file === '-' ? 'standard input (-)' : oneLine(file.file)),
    '',
    ...groupsText(groupsOf(file, report.rules), file, paint),
    ...(file.outputs ?? []).map((output) => `  made ${oneLine(output)}`),
    ...(file.kept ?? []).map((output) =>
      paint.yellow(`  kept ${oneLine(output)}: ${keptText(file, output)}`),
    ),
    ...notesOf(file).map((note) => `  ${paint.blue('note')} ${oneLine(note)}`),
    ...(file.hidden ?? []).map((each) => `  ${paint.dim(oneLine(hiddenText(each)))}`),
    `  ${verdictText(file, paint)}`,
  ].join('\n');
}

/** Findings end in a blank line; elements without any are a heading each, one below the other. */
function groupsText(groups: readonly Group[], file: FileReport, paint: Paint): readonly string[] {
  const lines = groups.flatMap((group, index) => [
    ...(index > 0 && group.diagnostics.length > 0 && groups[index - 1]!.diagnostics.length === 0
      ? ['']
      : []),
    `  ${paint.bold(group.title)}${group.state ? `: ${statePainter(group.state, paint)(group.state)}` : ''}`,
    ...(group.diagnostics.length > 0 ? [''] : []),
    ...group.diagnostics.flatMap((each) => [...findingLines(each, file, paint), '']),
  ]);
  return lines.length > 0 && lines.at(-1) !== '' ? [...lines, ''] : lines;
}

function statePainter(state: State, paint: Paint): (text: string) => string {
  return {
    covered: paint.green,
    partly: paint.yellow,
    missing: paint.red,
    waived: paint.blue,
    'not relevant': paint.dim,
  }[state];
}

const marks: Readonly<Record<Severity | 'waived', string>> = {
  error: 'error  ',
  warning: 'warning',
  advice: 'advice ',
  waived: 'waived ',
};

function findingLines(diagnostic: Diagnostic, file: FileReport, paint: Paint): readonly string[] {
  const { error, warning, advice } = {
    error: paint.red,
    warning: paint.yellow,
    advice: paint.blue,
  };
  const kind = diagnostic.waived ? 'waived' : diagnostic.severity;
  const color = { error, warning, advice, waived: paint.dim }[kind];
  const next = diagnostic.waived
    ? [`${paint.blue('✓')} ${oneLine(waiverText(diagnostic.waiver))}`]
    : diagnostic.hint
      ? [`${paint.green('→')} ${oneLine(diagnostic.hint)}`]
      : [];
  const mend = file.mends?.get(diagnostic);
  return [
    `    ${color(marks[kind])} ${oneLine(diagnostic.message)}`,
    ...[
      paint.dim(`${whereText(diagnostic, file.file)}  ${diagnostic.code}`),
      ...(diagnostic.absent ? [] : codeFrame(diagnostic.span).map((each) => paint.dim(each))),
      ...next,
      ...(mend === undefined ? [] : [`  ${oneLine(mend)}`]),
    ].map((each) => `            ${each}`),
  ];
}

/** What is not in the file has no line there. */
function whereText({ span, absent }: Diagnostic, file: string): string {
  const name = oneLine(span.source.name || file);
  const cell = cellAt(span);
  if (cell) return `${name}:${cell.row}:${cell.column}`;
  if (absent) return `${name}, not in the file yet`;
  const { line, column } = positionAt(span.source, span.start);
  return `${name}:${line}:${column}`;
}

function verdictText(file: FileReport, paint: Paint): string {
  const { standing, text } = verdictOf(file);
  const painter: Readonly<Record<Standing, (text: string) => string>> = {
    no: paint.red,
    'not yet': paint.yellow,
    yes: paint.green,
  };
  return painter[standing](`${countsText(summarise([file]))}. ${oneLine(text)}`);
}

function totals(files: readonly FileReport[], paint: Paint): string {
  const ready = files.filter((file) => verdictOf(file).standing === 'yes').length;
  const counts = countsText(summarise(files));
  return paint.bold(
    `${files.length} agreements, ${ready === 0 ? 'none' : ready} ready to sign: ${counts}.`,
  );
}
