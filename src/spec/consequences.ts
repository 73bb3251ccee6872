// What a fault of YAML entails: a line that stood in the wrong column, or lacked its dash or colon,
// was read where it most likely belongs; what validation then finds on that very line is the same
// fault once more. So is what a key or a day is not because of the curly quotes around it, and what
// a cell is not that shows an error.
// Reads diagnostics, makes none of its own.

import type { Diagnostic } from '../base/diagnostic.ts';
import { positionAt, type Source } from '../base/source.ts';

const misplaced: readonly string[] = [
  'yaml/indentation',
  'yaml/missing-colon',
  'yaml/missing-dash',
  'yaml/tab-indent',
];

/** Returns the problems without those of the schema that stand on a line which YAML misplaced. */
export function withoutConsequences(all: readonly Diagnostic[]): readonly Diagnostic[] {
  const problems = withoutSpoiltCells(quotesFirst(all));
  const lines = new Map<Source, Set<number>>();
  for (const { code, severity, span } of problems) {
    if (severity !== 'error' || !misplaced.includes(code)) continue;
    const known = lines.get(span.source) ?? new Set();
    lines.set(span.source, known.add(lineOf({ span })));
  }
  if (lines.size === 0) return problems;
  return problems.filter(
    (each) => !each.code.startsWith('schema/') || !lines.get(each.span.source)?.has(lineOf(each)),
  );
}

/** Curly quotes that spoil a value are an error, and its only one. */
function quotesFirst(problems: readonly Diagnostic[]): readonly Diagnostic[] {
  const quotes = problems.filter(({ code }) => code === 'yaml/curly-quotes');
  if (quotes.length === 0) return problems;
  const spoilt = problems.filter(
    (each) =>
      each.code.startsWith('schema/') &&
      each.severity === 'error' &&
      quotes.some((other) => sameSpan(each, other)),
  );
  return problems
    .filter((each) => !spoilt.includes(each))
    .map((each) =>
      quotes.includes(each) && spoilt.some((other) => sameSpan(each, other))
        ? { ...each, severity: 'error' as const }
        : each,
    );
}

/** Whatever stands in a cell that cannot be read is no second fault. */
function withoutSpoiltCells(problems: readonly Diagnostic[]): readonly Diagnostic[] {
  const spoilt = problems.filter(
    (each) => each.code.startsWith('table/') && each.severity === 'error',
  );
  if (spoilt.length === 0) return problems;
  return problems.filter(
    (each) => !each.code.startsWith('schema/') || !spoilt.some((other) => sameSpan(each, other)),
  );
}

function sameSpan({ span: one }: Diagnostic, { span: other }: Diagnostic): boolean {
  return one.source === other.source && one.start === other.start && one.end === other.end;
}

function lineOf({ span }: Pick<Diagnostic, 'span'>): number {
  return positionAt(span.source, span.start).line;
}
