// What reading values carries along: where problems go, and the few facts of the whole spec that
// a single value is judged by.

import type { SchemaCode } from '../base/codes.ts';
import { type Diagnostic, diagnostic, type Severity } from '../base/diagnostic.ts';
import type { Path, Span } from '../base/source.ts';
import type { PartnerKeys } from './partner-keys.ts';

/** The state of one validation. */
export interface Context {
  /** Adds a problem; the same one at the same place (by way of `*` or `<<`) counts once. */
  report(
    code: SchemaCode,
    span: Span,
    path: Path,
    message: string,
    hint?: string,
    severity?: Severity,
  ): void;
  /** Adds a reference to a partner that there is not; one word is one problem, however often it stands. */
  unknownPartner(word: string, span: Span, path: Path, hint: string): void;
  readonly partners: PartnerKeys;
  /** Decimals of the currency; `undefined` when it cannot be told. */
  readonly decimals: number | undefined;
  /** The currency as written, for messages. */
  readonly currency: string | undefined;
  /** The ids so far, with the place of each. */
  readonly ids: Map<string, Span>;
  /** Says where another place is, for messages: `in line 12`, with the file where that is another one. */
  where(other: Span, from: Span): string;
}

/** Collects problems. */
export function collector(): {
  readonly report: Context['report'];
  readonly diagnostics: Diagnostic[];
} {
  const diagnostics: Diagnostic[] = [];
  const seen = new Set<string>();
  const report: Context['report'] = (code, span, path, message, hint, severity = 'error') => {
    const { source, start, end } = span;
    const key = `${code} ${source.name} ${start} ${end} ${message}`;
    if (seen.has(key)) return;
    seen.add(key);
    const sentence = message.charAt(0).toUpperCase() + message.slice(1);
    const found = diagnostic(code, severity, sentence, span, path, hint);
    const absent = code === 'schema/missing-key' && path.length === 0;
    diagnostics.push(absent ? { ...found, absent: true } : found);
  };
  return { report, diagnostics };
}
