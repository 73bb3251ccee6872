// Reports of more files than fit in memory: the same text as the reporters write, in pieces. Goes
// through the files once or twice; which reporter is asked for is decided by the command.

import { githubReport } from './github.ts';
import { jsonReport } from './json.ts';
import { junitReport } from './junit.ts';
import { explainHint, fileMarkdown, overviewHead, overviewRow } from './markdown.ts';
import { type FileReport, type Report, type Summary, summarise } from './report.ts';
import { sarifFrame, sarifResults } from './sarif.ts';

/** Everything of a report but its files. */
export type Meta = Omit<Report, 'files'>;

/** The files of a report, from the start each time it is called. */
export type Files = () => AsyncIterable<FileReport>;

/** Writes a report in pieces. */
export type StreamedReporter = (files: Files, meta: Meta) => AsyncIterable<string>;

/** The same text as `jsonReport`. */
export async function* streamedJson(files: Files, meta: Meta): AsyncGenerator<string> {
  const [head, tail] = cutAt(jsonReport({ ...meta, files: [] }), '"files": [');
  yield head;
  let summary: Summary = summarise([]);
  let empty = true;
  for await (const file of files()) {
    const text = jsonReport({ ...meta, files: [file] });
    const start = text.indexOf('"files": [') + '"files": ['.length;
    yield `${empty ? '' : ','}${text.slice(start, text.lastIndexOf(afterFiles))}`;
    summary = sum(summary, summarise([file]));
    empty = false;
  }
  yield empty ? tail : `\n  ${tail.replace(/"summary": \{[^}]*\}/, summaryText(summary))}`;
}

/** What stands after the list of files; inside a text its quotes would be escaped. */
const afterFiles = '\n  ],\n  "summary"';

function summaryText(summary: Summary): string {
  const lines = Object.entries(summary).map(([name, count]) => `    "${name}": ${count}`);
  return `"summary": {\n${lines.join(',\n')}\n  }`;
}

function sum(a: Summary, b: Summary): Summary {
  return {
    errors: a.errors + b.errors,
    warnings: a.warnings + b.warnings,
    advice: a.advice + b.advice,
    waived: a.waived + b.waived,
  };
}

/** The same text as `githubReport`. */
export async function* streamedGithub(files: Files, meta: Meta): AsyncGenerator<string> {
  for await (const file of files()) yield githubReport({ ...meta, files: [file] });
}

/** The same text as `junitReport`. */
export async function* streamedJunit(files: Files, meta: Meta): AsyncGenerator<string> {
  const names = ['tests', 'failures', 'errors', 'skipped'];
  const totals = names.map(() => 0);
  for await (const file of files()) {
    const suites = junitReport({ ...meta, files: [file] }).split('\n', 2)[1]!;
    names.forEach((name, index) => {
      totals[index]! += Number(new RegExp(` ${name}="(\\d+)"`).exec(suites)![1]);
    });
  }
  const counts = names.map((name, index) => ` ${name}="${totals[index]}"`).join('');
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="pactwright"${counts}>\n`;
  for await (const file of files()) {
    const lines = junitReport({ ...meta, files: [file] }).split('\n');
    yield `${lines.slice(2, -2).join('\n')}\n`;
  }
  yield '</testsuites>\n';
}

/** The same text as `markdownReport`. */
export async function* streamedMarkdown(files: Files, meta: Meta): AsyncGenerator<string> {
  let count = 0;
  let found = false;
  for await (const file of files()) {
    count += 1;
    found ||= file.diagnostics.length > 0;
  }
  if (count > 1) {
    yield overviewHead;
    for await (const file of files()) yield `\n${overviewRow(file)}`;
  }
  let first = count < 2;
  for await (const file of files()) {
    yield `${first ? '' : '\n\n'}${fileMarkdown(file, { ...meta, files: [file] })}`;
    first = false;
  }
  yield found ? `${count > 0 ? '\n\n' : ''}${explainHint}\n` : '\n';
}

/** The same text as `sarifReport`. */
export async function* streamedSarif(files: Files, meta: Meta): AsyncGenerator<string> {
  const kinds = new Map<string, FileReport['diagnostics'][number]>();
  const names: Pick<FileReport, 'file' | 'stopped'>[] = [];
  for await (const { file, stopped, diagnostics } of files()) {
    names.push({ file, ...(stopped ? { stopped } : {}) });
    for (const each of diagnostics) {
      const kind = `${each.code} ${each.severity}`;
      if (!kinds.has(kind)) kinds.set(kind, each);
    }
  }
  const frame = sarifFrame(meta, names, [...kinds.values()]);
  const [head, tail] = cutAt(`${JSON.stringify(frame.log, null, 2)}\n`, '"results": [');
  yield head;
  let empty = true;
  for await (const file of files()) {
    for (const result of sarifResults(file.diagnostics, frame.indexes)) {
      const text = JSON.stringify(result, null, 2).replaceAll('\n', '\n        ');
      yield `${empty ? '' : ','}\n        ${text}`;
      empty = false;
    }
  }
  yield empty ? tail : `\n      ${tail}`;
}

/** Cuts a text behind the first place of a mark. */
function cutAt(text: string, mark: string): readonly [string, string] {
  const end = text.indexOf(mark) + mark.length;
  return [text.slice(0, end), text.slice(end)];
}
