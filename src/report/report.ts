// What a run has to say, as data that every reporter writes in its own form.
// Holds no wording and no colours.

import type { Diagnostic, Severity } from '../base/diagnostic.ts';

/** What a run found in one file. */
export interface FileReport {
  /** The name as typed. */
  readonly file: string;
  readonly status: 'draft' | 'final' | 'unreadable';
  /** Files written (or already there, unchanged), as typed folders and names; only from `build`. */
  readonly outputs?: readonly string[];
  /** Why no paper was made, for people; only from `build`. */
  readonly stopped?: string;
  /** Outputs left alone because somebody changed them; only from `build`. */
  readonly kept?: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Counts over all files; what is waived counts as waived only. */
export interface Summary {
  readonly errors: number;
  readonly warnings: number;
  readonly advice: number;
  readonly waived: number;
}

/** Returns the counts over all files. */
export function summarise(files: readonly FileReport[]): Summary {
  const all = files.flatMap((file) => file.diagnostics);
  const count = (severity: Severity): number =>
    all.filter((each) => each.severity === severity && !each.waived).length;
  return {
    errors: count('error'),
    warnings: count('warning'),
    advice: count('advice'),
    waived: all.filter((each) => each.waived).length,
  };
}

/** From what severity on a run fails. */
export type FailOn = Severity | 'never';

/** Returns true when the counts reach the severity that fails a run. */
export function fails(summary: Summary, failOn: FailOn): boolean {
  switch (failOn) {
    case 'never':
      return false;
    case 'error':
      return summary.errors > 0;
    case 'warning':
      return summary.errors + summary.warnings > 0;
    case 'advice':
      return summary.errors + summary.warnings + summary.advice > 0;
  }
}
