// What a fault of YAML entails: a line that stood in the wrong column, or lacked its dash or colon,
// was read where it most likely belongs; what validation then finds on that very line is the same
// fault once more. Reads diagnostics, makes none.

import type { Diagnostic } from '../base/diagnostic.ts';
import { positionAt, type Source } from '../base/source.ts';

const misplaced: readonly string[] = [
  'yaml/indentation',
  'yaml/missing-colon',
  'yaml/missing-dash',
  'yaml/tab-indent',
];

/** Returns the problems without those of the schema that stand on a line which YAML misplaced. */
export function withoutConsequences(problems: readonly Diagnostic[]): readonly Diagnostic[] {
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

function lineOf({ span }: Pick<Diagnostic, 'span'>): number {
  return positionAt(span.source, span.start).line;
}
