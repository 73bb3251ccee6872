// Reports as GitHub-flavoured Markdown, for a pull request or an e-mail.
// A value of a spec never becomes markup, a link, a mention or a reference: everything goes through
// markdownText.

import type { Diagnostic } from '../base/diagnostic.ts';
import { cellAt, positionAt } from '../base/source.ts';
import { type Group, groupsOf } from './groups.ts';
import { markdownText } from './markdown-text.ts';
import { type FileReport, keptText, type Report, summarise } from './report.ts';
import { countsText, hiddenText, notesOf, verdictOf, waiverText } from './wording.ts';

/** Returns the report as Markdown with a line feed at its end. */
export function markdownReport(report: Report): string {
  const { files } = report;
  const parts = [
    ...(files.length > 1 ? [overview(files)] : []),
    ...files.map((file) => fileMarkdown(file, report)),
    ...(files.some((file) => file.diagnostics.length > 0) ? [explainHint] : []),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** The last line of a report with findings. */
export const explainHint = '`pactwright explain RULE` tells more about a finding.';

/** The first lines of the table of several files. */
export const overviewHead =
  '| Agreement | Errors | Warnings | Advice | Waived | |\n|---|--:|--:|--:|--:|---|';

function overview(files: readonly FileReport[]): string {
  return [overviewHead, ...files.map(overviewRow)].join('\n');
}

/** Returns the line of a file in the table of several. */
export function overviewRow(file: FileReport): string {
  const { errors, warnings, advice, waived } = summarise([file]);
  const counts = [errors, warnings, advice, waived].join(' | ');
  return `| ${markdownText(file.file)} | ${counts} | ${ownText(verdictOf(file).text)} |`;
}

/** A sentence of ours: what it has between backticks, if only words, is code. */
function ownText(sentence: string): string {
  return markdownText(sentence).replace(/\\`([\w: -]+)\\`/g, '`$1`');
}

/** Returns what a report says of one file. */
export function fileMarkdown(file: FileReport, report: Report): string {
  const groups = groupsOf(file, report.rules);
  return [
    `## ${markdownText(file.file)}`,
    `**${countsText(summarise([file]))}.** ${ownText(verdictOf(file).text)}`,
    ...(file.elements ? [statesTable(groups)] : []),
    ...groups
      .filter((group) => group.diagnostics.length > 0)
      .map((group) => groupText(group, file)),
    ...(file.hidden ?? []).map((each) => markdownText(hiddenText(each))),
    ...outputsText(file),
  ].join('\n\n');
}

function statesTable(groups: readonly Group[]): string {
  const rows = groups.filter((group) => group.state);
  return [
    '| Element | State |',
    '|---|---|',
    ...rows.map((g) => `| ${g.title} | ${g.state} |`),
  ].join('\n');
}

function groupText(group: Group, file: FileReport): string {
  return [
    `### ${group.title}`,
    '',
    ...group.diagnostics.map((each) => `- ${findingText(each, file)}`),
  ].join('\n');
}

function findingText(diagnostic: Diagnostic, { file }: FileReport): string {
  const { span, severity, message, hint, waived, waiver, code } = diagnostic;
  const cell = cellAt(span);
  const place = cell
    ? `cell ${cell.column}${cell.row}`
    : `line ${positionAt(span.source, span.start).line}`;
  const elsewhere = span.source.name === file ? '' : ` of ${markdownText(span.source.name)}`;
  const next = waived ? waiverText(waiver) : hint;
  return [
    `**${waived ? 'Waived' : names[severity]}, ${place}${elsewhere}:**`,
    markdownText(message),
    ...(next ? [`→ ${markdownText(next)}`] : []),
    `(\`${code}\`)`,
  ].join(' ');
}

const names = { error: 'Error', warning: 'Warning', advice: 'Advice' } as const;

function outputsText(file: FileReport): readonly string[] {
  const { outputs = [], kept = [] } = file;
  const lines = [
    ...outputs.map((output) => `- made ${markdownText(output)}`),
    ...kept.map((output) => `- kept ${markdownText(output)}: ${keptText(file, output)}`),
    ...notesOf(file).map((note) => `- ${ownText(note)}`),
  ];
  return lines.length > 0 ? [lines.join('\n')] : [];
}
