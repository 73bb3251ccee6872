// The one shape in which every problem travels, from reading to the reporters.
// Diagnostics are data: they are returned, never thrown.

import { cellAt, type Path, positionAt, type Span } from './source.ts';

/** How bad it is: errors stop a final paper, warnings ask for a decision, advice never fails. */
export type Severity = 'error' | 'warning' | 'advice';

/** A problem at a place in a source. */
export interface Diagnostic {
  /** `yaml/…`, `schema/…`, `asset/…`, `template/…`, `text/…` or the id of a checklist rule. */
  readonly code: string;
  readonly severity: Severity;
  /** One sentence for a librarian, with the item's own name or the value found. */
  readonly message: string;
  /** What to do next, where there is one clear thing to do. */
  readonly hint?: string;
  readonly span: Span;
  /** The part of the spec it is about; empty for the file as a whole. */
  readonly path: Path;
  /** True when the partners accepted it in `waivers`. */
  readonly waived: boolean;
  /** Why it was accepted and by whom, where `waived` is true. */
  readonly waiver?: { readonly reason: string; readonly by: string };
  /** True when what it is about is not in the source, nor anything around it: the span is then the first line's. */
  readonly absent?: true;
  /** The cell of a spreadsheet, such as `C17`, where the value came from one. */
  readonly cell?: string;
}

/** Returns a diagnostic that is not waived; the short way to make one. */
export function diagnostic(
  code: string,
  severity: Severity,
  message: string,
  span: Span,
  path: Path = [],
  hint?: string,
): Diagnostic {
  const place = cellAt(span);
  const cell = place ? { cell: `${place.column}${place.row}` } : {};
  return { code, severity, message, ...(hint ? { hint } : {}), span, path, waived: false, ...cell };
}

/** Sorts by source, position, code and message, so that order never depends on timing. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const plain = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return [...diagnostics].sort(
    (a, b) =>
      plain(a.span.source.name, b.span.source.name) ||
      (a.span.source.row?.number ?? 0) - (b.span.source.row?.number ?? 0) ||
      a.span.start - b.span.start ||
      a.span.end - b.span.end ||
      plain(a.code, b.code) ||
      plain(a.message, b.message),
  );
}

/** Writes `file:line:column` as editors and terminals link it; `partners.csv:17:C` for a cell. */
export function placeText(span: Span): string {
  const cell = cellAt(span);
  if (cell) return `${span.source.name}:${cell.row}:${cell.column}`;
  const { line, column } = positionAt(span.source, span.start);
  return `${span.source.name}:${line}:${column}`;
}
