// The words that several reporters share: names of elements, counts, the verdict.
// Plain text only; marking up and colouring is each reporter's own.

import type { ElementName, FileReport, Hidden, Summary } from './report.ts';
import { summarise } from './report.ts';

/** The names of the elements as people know them. */
export const elementTitles: Readonly<Record<ElementName, string>> = {
  investment: 'Investment',
  trust: 'Trust',
  communication: 'Communication',
  understanding: 'Understanding',
  vision: 'Shared vision and goals',
  signing: 'Signing',
  branding: 'Branding',
};

/** Returns `22 errors, 1 warning, 10 advice`, and what is waived if anything is. */
export function countsText(summary: Summary): string {
  return [
    counted(summary.errors, 'error'),
    counted(summary.warnings, 'warning'),
    `${summary.advice} advice`,
    ...(summary.waived > 0 ? [`${summary.waived} waived`] : []),
  ].join(', ');
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** How an agreement stands: it cannot be signed, should not yet, or may. */
export type Standing = 'no' | 'not yet' | 'yes';

/** Whether an agreement may be signed, and the sentence that says so. */
export interface Verdict {
  readonly standing: Standing;
  readonly text: string;
}

/** Returns whether an agreement may be signed; what is hidden counts. */
export function verdictOf(report: FileReport): Verdict {
  const { errors, warnings } = summarise([report]);
  if (report.stopped) return { standing: 'no', text: report.stopped };
  if (report.status === 'unreadable') {
    return { standing: 'no', text: 'It cannot be read as an agreement yet.' };
  }
  if (errors > 0) return { standing: 'no', text: 'Not ready to sign.' };
  if (report.allowedWarnings?.length) {
    return { standing: 'not yet', text: 'Made final with warnings open; the files record them.' };
  }
  if (warnings > 0) {
    return { standing: 'not yet', text: 'Settle or accept the warnings before you sign.' };
  }
  const next = report.status === 'draft' ? ' To sign it, write `status: final` and build it.' : '';
  return { standing: 'yes', text: `Nothing stands in the way of signing.${next}` };
}

/** Returns what else is worth knowing about papers that were made, one sentence or two each. */
export function notesOf(report: FileReport): readonly string[] {
  const { outputs = [], specStatus, undated, carriesSpec } = report;
  if (outputs.length === 0) return [];
  return [
    ...(specStatus === 'draft'
      ? [
          'Final because of --final; the spec still says draft. Write `status: final` into it before the paper goes out.',
        ]
      : []),
    ...(undated
      ? [
          'It prints no date: the spec has no `date`, and --date was not given. Each signature has a date line of its own.',
        ]
      : []),
    ...(carriesSpec
      ? [
          'The PDF carries the spec: its comments and waivers travel with it. --no-embed leaves them out; verify then needs the spec.',
        ]
      : []),
  ];
}

/** Returns the sentence about findings that a flag left out. */
export function hiddenText({ diagnostics, why }: Hidden): string {
  return `Not shown: ${diagnostics.length}${why}.`;
}

/** Returns `accepted by Maria Okafor: the paper is late`, or that it was accepted. */
export function waiverText(waiver: { reason: string; by: string } | undefined): string {
  return waiver ? `accepted by ${waiver.by}: ${waiver.reason}` : 'accepted';
}
