// Reports as JUnit XML, which most build servers show as tests: a suite for each file, a case for
// reading it and one for each rule of the checklist.
// Well-formed for every text: nothing that XML 1.0 forbids gets through.

import { type Diagnostic, placeText } from '../base/diagnostic.ts';
import { type FileReport, failsRun, hiddenCount, type Report } from './report.ts';
import { oneLine } from './safe-text.ts';
import { waiverText } from './wording.ts';

/** One case: passed, with a remark at most; failed; or skipped. */
interface Case {
  readonly name: string;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  readonly lines: readonly string[];
}

/**
 * Returns the report as XML. A case fails where one of its findings fails the run (`--fail-on`); the
 * others are its output, so that the build server and the exit code say the same.
 */
export function junitReport(report: Report): string {
  const suites = report.files.map((file) => ({ file, cases: casesOf(file, report) }));
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="pactwright"${totals(suites.flatMap(({ cases }) => cases))}>`,
    ...suites.flatMap(({ file, cases }) => [
      `  <testsuite name="${escaped(file.file)}"${totals(cases)}>`,
      ...cases.flatMap((each) => caseLines(file, each)),
      '  </testsuite>',
    ]),
    '</testsuites>',
  ].join('\n')}\n`;
}

function casesOf(file: FileReport, report: Report): readonly Case[] {
  const filed = new Set(report.rules.filter(({ element }) => element).map(({ id }) => id));
  const reading = file.diagnostics.filter(({ code }) => !filed.has(code));
  const states = new Map(file.rules?.map((each) => [each.rule, each]));
  const found = new Map<string, Diagnostic[]>([...states.keys()].map((rule) => [rule, []]));
  for (const each of file.diagnostics) {
    if (filed.has(each.code)) found.set(each.code, [...(found.get(each.code) ?? []), each]);
  }
  // A rule whose findings a flag left out did not pass; nothing is said of it.
  const unsaid = new Set(file.hidden?.flatMap(({ diagnostics }) => diagnostics.map((d) => d.code)));
  return [
    ...(reading.length > 0 || hiddenCount(file) === 0 ? [caseOf('reading', reading, report)] : []),
    ...[...found]
      .filter(([rule, findings]) => findings.length > 0 || !unsaid.has(rule))
      .map(([rule, findings]) =>
        states.get(rule)?.state === 'not relevant' && findings.length === 0
          ? skipped(rule, `not relevant: ${states.get(rule)?.reason ?? ''}`)
          : caseOf(rule, findings, report),
      ),
    ...(file.stopped ? [paperCase(file.stopped)] : []),
  ];
}

function caseOf(name: string, findings: readonly Diagnostic[], { failOn }: Report): Case {
  const failing = findings.filter((each) => failsRun(each, failOn));
  const open = findings.filter((each) => !each.waived && !failing.includes(each));
  const waived = findings.filter((each) => each.waived);
  if (failing.length + open.length === 0 && waived.length > 0) {
    return skipped(name, waived.map((each) => waiverText(each.waiver)).join('; '));
  }
  const [first] = failing;
  const failure = first
    ? [
        `<failure type="${first.severity}" message="${escaped(first.message)}${escaped(more(failing))}">`,
        ...failing.map(findingText),
        '</failure>',
      ]
    : [];
  const remarks = [...open, ...waived];
  const output =
    remarks.length > 0 ? ['<system-out>', ...remarks.map(findingText), '</system-out>'] : [];
  return { name, outcome: first ? 'failed' : 'passed', lines: [...failure, ...output] };
}

/** A build that made no paper fails the run, whatever `--fail-on` says of findings. */
function paperCase(stopped: string): Case {
  const lines = [`<failure type="error" message="${escaped(stopped)}"/>`];
  return { name: 'paper', outcome: 'failed', lines };
}

function skipped(name: string, message: string): Case {
  return { name, outcome: 'skipped', lines: [`<skipped message="${escaped(message)}"/>`] };
}

function more({ length }: readonly Diagnostic[]): string {
  return length > 1 ? ` (and ${length - 1} more)` : '';
}

function findingText(diagnostic: Diagnostic): string {
  const { severity, message, waived, waiver, hint, span } = diagnostic;
  const next = waived ? `(${waiverText(waiver)})` : (hint ?? '');
  return escaped(
    `${placeText(span)} ${waived ? 'waived' : severity}: ${message} ${next}`.trimEnd(),
  );
}

function totals(cases: readonly Case[]): string {
  const count = (outcome: Case['outcome']): number =>
    cases.filter((each) => each.outcome === outcome).length;
  return ` tests="${cases.length}" failures="${count('failed')}" errors="0" skipped="${count('skipped')}"`;
}

function caseLines({ file }: FileReport, { name, lines }: Case): readonly string[] {
  const opening = `    <testcase classname="${escaped(file)}" name="${escaped(name)}"`;
  if (lines.length === 0) return [`${opening}/>`];
  return [`${opening}>`, ...lines.map((line) => `      ${line}`), '    </testcase>'];
}

/** Escapes for text and attributes alike; what XML 1.0 cannot hold (its Char production) becomes �. */
function escaped(text: string): string {
  return oneLine(text)
    .replace(/[\ufffe\uffff]/g, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
