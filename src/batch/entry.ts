// A line of the manifest: what an agreement was made from, what was made of it, and what was found.
// The same whatever the order, the number of workers and the machine; holds no time.

import type { Diagnostic } from '../base/diagnostic.ts';
import { UserError } from '../base/errors.ts';
import type { Span } from '../base/source.ts';
import type { FileReport } from '../report/report.ts';
import type { Summary } from '../report/review/overview-data.ts';

/** How many findings there are of each weight; accepted ones count as waived only. */
export interface Found {
  readonly errors: number;
  readonly warnings: number;
  readonly advice: number;
  readonly waived: number;
}

/**
 * made: every paper asked for is there. stopped: the spec is why not. kept: somebody changed a paper, or
 * a draft would replace a final one, and it was left. failed: it took too long or too much memory, could
 * not be written, or hit a bug.
 * gone: it has no source any more, its papers are still there.
 */
export type Status = 'made' | 'stopped' | 'kept' | 'failed' | 'gone';

/** One agreement in the manifest. */
export interface Entry {
  readonly name: string;
  readonly source: string;
  readonly status: Status;
  /** Why it is not made. */
  readonly reason?: string;
  readonly title?: string;
  /** Hash of everything that it was made from. */
  readonly inputs: string;
  /** What was read, sorted, and the hash of each. */
  readonly reads: Readonly<Record<string, string>>;
  readonly program: string;
  readonly settings: string;
  /** SHA-256 of each paper, by file name. */
  readonly outputs: Readonly<Record<string, string>>;
  /** Papers of ours from earlier runs that this one did not make again. */
  readonly left?: Readonly<Record<string, string>>;
  /** Names of the papers among both that are final. */
  readonly final?: readonly string[];
  /** SHA-256 of its review page. */
  readonly page?: string;
  readonly findings: Found;
  /** Only in the manifest of a shard: which one, and the hash of the whole plan. */
  readonly shard?: string;
  readonly plan?: string;
}

/** What reporters and the review page are made from; a line of findings.jsonl. */
export interface FindingsLine {
  readonly name: string;
  readonly report: StoredReport;
  readonly summary?: Summary;
}

/** A report of one agreement with places in place of texts. */
export type StoredReport = Omit<FileReport, 'diagnostics' | 'hidden'> & {
  readonly diagnostics: readonly StoredDiagnostic[];
};

/** A finding whose place is counted out, or in a row of a table, which is kept whole. */
export type StoredDiagnostic = Omit<Diagnostic, 'span'> &
  (
    | {
        readonly source: string;
        /** Line and column of the start and of the end, from 1. */
        readonly at: readonly [number, number, number, number];
        /** The text of the first line, for people. */
        readonly line: string;
      }
    | { readonly cells: Span }
  );

/** A line of the journal: what will be written, or what an agreement has become. */
export type JournalLine =
  | { readonly name: string; readonly will: Readonly<Record<string, string>> }
  | { readonly name: string; readonly entry: Entry; readonly findings: FindingsLine };

/** Reads a line of a manifest; throws a UserError where it is none. */
export function readEntry(line: string, file: string): Entry {
  try {
    const entry = JSON.parse(line) as Partial<Entry>;
    if (typeof entry.name === 'string' && typeof entry.source === 'string' && entry.outputs) {
      return entry as Entry;
    }
  } catch {
    // Said below.
  }
  throw new UserError(
    `${file} holds a line that Pactwright did not write. Restore the file, or move it away: then every agreement is made anew.`,
  );
}

/** Returns how many findings a report has. */
export function foundIn(diagnostics: readonly Pick<Diagnostic, 'severity' | 'waived'>[]): Found {
  const open = (severity: Diagnostic['severity']): number =>
    diagnostics.filter((each) => each.severity === severity && !each.waived).length;
  return {
    errors: open('error'),
    warnings: open('warning'),
    advice: open('advice'),
    waived: diagnostics.filter((each) => each.waived).length,
  };
}
