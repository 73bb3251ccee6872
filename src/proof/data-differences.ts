// In which parts two agreements differ, as paths into the spec.
// Compares data; knows no paper and no file.

import type { Path } from '../base/source.ts';
import type { Agreement } from '../model/agreement.ts';

/** Returns the paths at which two agreements differ, the shortest that says it. */
export function dataDifferences(a: Agreement, b: Agreement): readonly Path[] {
  return differing(a, b, []);
}

function differing(a: unknown, b: unknown, path: Path): readonly Path[] {
  if (Object.is(a, b)) return [];
  const open = (value: unknown): value is Readonly<Record<string, unknown>> =>
    typeof value === 'object' && value !== null;
  if (!open(a) || !open(b) || Array.isArray(a) !== Array.isArray(b)) return [path];
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  const below = keys.flatMap((key) =>
    differing(a[key], b[key], [...path, Array.isArray(a) ? Number(key) : key]),
  );
  // Nothing but the order of the partners is left to differ.
  const reordered =
    path[0] === 'partners' && Object.keys(a).join('\n') !== Object.keys(b).join('\n');
  return below.length === 0 && reordered ? [path] : below;
}
