// What a run has to say, as data that every reporter writes in its own form.
// Filled in by the commands: this room knows the checklist only as the plain data below.
// Holds no wording and no colours.

import type { Diagnostic, Severity } from '../base/diagnostic.ts';

/** A group of the checklist. */
export type ElementName =
  | 'investment'
  | 'trust'
  | 'communication'
  | 'understanding'
  | 'vision'
  | 'signing'
  | 'branding';

/** How a rule or an element of the checklist stands. */
export type State = 'covered' | 'partly' | 'missing' | 'waived' | 'not relevant';

/** How one element stands. */
export interface ElementReport {
  readonly element: ElementName;
  readonly state: State;
}

/** How one rule stands. */
export interface RuleReport {
  readonly rule: string;
  readonly state: State;
  /** Why it is not relevant. */
  readonly reason?: string;
}

/** What is known about a code without looking at any file. */
export interface RuleEntry {
  readonly id: string;
  /** The element it is filed under; none for problems of reading. */
  readonly element?: ElementName;
  /** How bad it usually is; none where that differs from case to case. */
  readonly severity?: Severity;
  /** One line: the question to settle, or what the code stands for. */
  readonly short: string;
  /** Why it matters, or what the code stands for. */
  readonly full: string;
  /** Where it comes from, in words; none for problems of reading. */
  readonly source?: string;
}

/** Findings left out of a report by a flag; they count all the same. */
export interface Hidden {
  readonly diagnostics: readonly Diagnostic[];
  /** Completes "Not shown: 12…", with the space or sign before it. */
  readonly why: string;
}

/** What a run found in one file. */
export interface FileReport {
  /** The name as typed. */
  readonly file: string;
  readonly status: 'draft' | 'final' | 'unreadable';
  /** What the spec itself says, where `--final` made it final. */
  readonly specStatus?: 'draft';
  /** The codes of the warnings that a final paper was made with; only from `build`. */
  readonly allowedWarnings?: readonly string[];
  /** Present on a final paper that prints no date; only from `build`. */
  readonly undated?: true;
  /** Present where a final PDF carries its spec, comments and waivers included; only from `build`. */
  readonly carriesSpec?: true;
  /** Files written (or already there, unchanged), as typed folders and names; only from `build`. */
  readonly outputs?: readonly string[];
  /** Why no paper was made, for people; only from `build`. */
  readonly stopped?: string;
  /** Outputs left alone because somebody changed them, or a draft would replace them; only from `build`. */
  readonly kept?: readonly string[];
  /** Those among them that are final papers as they were made. */
  readonly keptFinal?: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  /** For people: a line for findings that a few words of YAML can settle, with these words. */
  readonly mends?: ReadonlyMap<Diagnostic, string>;
  /** In the order of the checklist; none where the file cannot be read as an agreement. */
  readonly elements?: readonly ElementReport[];
  /** In the order of the checklist; none where the file cannot be read as an agreement. */
  readonly rules?: readonly RuleReport[];
  readonly hidden?: readonly Hidden[];
}

/** What a run has to say. */
export interface Report {
  readonly files: readonly FileReport[];
  /** Every code that a finding can have, in the order of the checklist. */
  readonly rules: readonly RuleEntry[];
  /** The version of the program. */
  readonly version: string;
  /** From what severity on a finding fails this run. */
  readonly failOn: FailOn;
}

/** Counts over all files; what is waived counts as waived only, what is hidden counts too. */
export interface Summary {
  readonly errors: number;
  readonly warnings: number;
  readonly advice: number;
  readonly waived: number;
}

/** Says why an output was left alone, and what to do. */
export function keptText(file: FileReport, output: string): string {
  return file.keptFinal?.includes(output)
    ? 'it is a final paper, and this is a draft; build into another folder with -o, or write over it with --force'
    : 'it was changed since, or is not ours; --force writes over it';
}

/** Returns everything found in a file, shown or not. */
export function allDiagnostics(file: FileReport): readonly Diagnostic[] {
  return [...file.diagnostics, ...(file.hidden ?? []).flatMap((each) => each.diagnostics)];
}

/** Returns how many findings of a file a flag left out. */
export function hiddenCount(file: FileReport): number {
  return (file.hidden ?? []).reduce((sum, each) => sum + each.diagnostics.length, 0);
}

/** Returns the counts over all files. */
export function summarise(files: readonly FileReport[]): Summary {
  const all = files.flatMap(allDiagnostics);
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

/** Returns true when this finding alone would fail a run. */
export function failsRun(diagnostic: Diagnostic, failOn: FailOn): boolean {
  if (diagnostic.waived || failOn === 'never') return false;
  const order: readonly Severity[] = ['advice', 'warning', 'error'];
  return order.indexOf(diagnostic.severity) >= order.indexOf(failOn);
}
