// Reports as SARIF 2.1.0 (OASIS), which code hosts and editors read: rules, results with their regions,
// and a suppression for each waiver.
// Free of times and machine paths; the same findings give the same bytes.

import type { Diagnostic, Severity } from '../base/diagnostic.ts';
import { pathText, positionAt, type Span } from '../base/source.ts';
import { fileUri } from './file-uri.ts';
import type { FileReport, Report, RuleEntry } from './report.ts';
import { elementTitles } from './wording.ts';

const home = 'https://github.com/pactwright/pactwright';

/** Returns the report as JSON text with a line feed at its end. */
export function sarifReport(report: Report): string {
  const all = report.files.flatMap((file) => file.diagnostics);
  const { log, indexes } = sarifFrame(report, report.files, all);
  const [run] = log.runs;
  const whole = { ...log, runs: [{ ...run, results: sarifResults(all, indexes) }] };
  return `${JSON.stringify(whole, null, 2)}\n`;
}

/** Returns a log without results, and the place of each rule in it. */
export function sarifFrame(
  { rules, version }: Pick<Report, 'rules' | 'version'>,
  files: readonly Pick<FileReport, 'file' | 'stopped'>[],
  found: readonly Diagnostic[],
): { readonly log: { readonly runs: readonly object[] }; readonly indexes: RuleIndexes } {
  const used = usedRules(rules, found);
  const log = {
    $schema:
      'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Pactwright',
            semanticVersion: version,
            informationUri: home,
            rules: used.map((rule) => ruleObject(rule, found)),
          },
        },
        ...stoppedInvocation(files),
        columnKind: 'utf16CodeUnits',
        artifacts: [...new Set(files.map(({ file }) => fileUri(file)))].map((uri) => ({
          location: { uri },
        })),
        results: [],
      },
    ],
  };
  return { log, indexes: new Map(used.map(({ id }, index) => [id, index])) };
}

type RuleIndexes = ReadonlyMap<string, number>;

/** Returns the results for some findings. */
export function sarifResults(
  found: readonly Diagnostic[],
  indexes: RuleIndexes,
): readonly object[] {
  return found.map((each) => resultObject(each, indexes.get(each.code) ?? -1));
}

/** The rules that results point at, in the order of the checklist; every code found has one. */
function usedRules(rules: readonly RuleEntry[], found: readonly Diagnostic[]): RuleEntry[] {
  const codes = new Set(found.map((each) => each.code));
  const known = rules.filter(({ id }) => codes.has(id));
  const unknown = [...codes].filter((code) => !known.some(({ id }) => id === code));
  return [...known, ...unknown.map((id) => ({ id, short: id, full: id }))];
}

function ruleObject(rule: RuleEntry, found: readonly Diagnostic[]): object {
  const { id, short, full, source, element } = rule;
  const own = source ? [`Source: ${source}.`] : [];
  const about = [...new Set([full, short]), ...own];
  const explain = `pactwright explain ${id}`;
  return {
    id,
    shortDescription: { text: short },
    fullDescription: { text: full },
    ...(element ? { helpUri: `${home}/blob/main/docs/checklist.md#${id}` } : {}),
    help: {
      text: [...about, `To learn more: ${explain}`].join(' '),
      markdown: [...about, `To learn more: \`${explain}\``].join('\n\n'),
    },
    defaultConfiguration: { level: levels[rule.severity ?? worst(id, found)] },
    properties: { tags: [element ? elementTitles[element] : 'Reading'] },
  };
}

/** Problems of reading have no usual severity; the worst in this report stands for it. */
function worst(code: string, found: readonly Diagnostic[]): Severity {
  const severities = found.filter((each) => each.code === code).map((each) => each.severity);
  return (['error', 'warning'] as const).find((each) => severities.includes(each)) ?? 'advice';
}

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  advice: 'note',
};

function resultObject(diagnostic: Diagnostic, ruleIndex: number): object {
  const { code, severity, message, hint, span, path, waived, waiver } = diagnostic;
  return {
    ruleId: code,
    ruleIndex,
    level: levels[severity],
    message: { text: plainText(hint ? `${message} ${hint}` : message) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: fileUri(span.source.name) },
          region: regionObject(span),
        },
        ...(path.length > 0
          ? { logicalLocations: [{ fullyQualifiedName: pathText(path), kind: 'member' }] }
          : {}),
      },
    ],
    // A result without suppressions says nothing; `[]` says that it is not suppressed (3.27.23).
    suppressions: waived
      ? [{ kind: 'inSource', status: 'accepted', ...justification(waiver) }]
      : [],
  };
}

/** Keeps `[a](b)` in a spec from reading as a link, which SARIF allows in plain text (3.11.6). */
function plainText(text: string): string {
  return text.replaceAll('](', '] (');
}

/** Papers that were not made are no findings, but have to be said. */
function stoppedInvocation(files: readonly Pick<FileReport, 'file' | 'stopped'>[]): {
  invocations?: readonly object[];
} {
  const notifications = files.flatMap(({ file, stopped }) =>
    stopped
      ? [
          {
            level: 'error',
            message: { text: plainText(stopped) },
            locations: [{ physicalLocation: { artifactLocation: { uri: fileUri(file) } } }],
          },
        ]
      : [],
  );
  if (notifications.length === 0) return {};
  return {
    invocations: [{ executionSuccessful: true, toolExecutionNotifications: notifications }],
  };
}

function justification(waiver: Diagnostic['waiver']): { justification?: string } {
  return waiver ? { justification: `${waiver.reason} (${waiver.by})` } : {};
}

/** Lines and columns from 1, the end past the last character, as ours (3.30). */
function regionObject({ source, start, end }: Span): object {
  const from = positionAt(source, start);
  const to = positionAt(source, end);
  return {
    startLine: from.line,
    startColumn: from.column,
    endLine: to.line,
    endColumn: to.column,
  };
}
