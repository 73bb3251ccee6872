// What the overview of many agreements keeps of each: small enough for ten thousand in memory.
// Data only.

import type { Severity } from '../../base/diagnostic.ts';
import type { ElementName, State } from '../report.ts';
import type { Standing } from '../wording.ts';
import type { ReviewAgreement } from './review-data.ts';
import { type Counts, countsOf, standingOf, talkOrder } from './standing.ts';

/** One line of the overview. */
export interface Summary {
  /** Where its own page or section is. */
  readonly href: string;
  readonly file: string;
  readonly title: string;
  readonly partners: readonly string[];
  readonly standing: Standing;
  readonly readable: boolean;
  readonly counts: Counts;
  readonly elements: readonly { readonly element: ElementName; readonly state: State }[];
  /** What is open, in the order in which it is talked about. */
  readonly open: readonly {
    readonly severity: Severity;
    readonly message: string;
    readonly code: string;
    readonly asks?: string;
  }[];
}

/** Returns the overview's share of an agreement. */
export function summaryOf(agreement: ReviewAgreement, href: string): Summary {
  const { report, title, partners } = agreement;
  return {
    href,
    file: report.file,
    title,
    partners: partners.filter(({ role }) => role !== 'supporter').map(({ name }) => name),
    standing: standingOf(agreement),
    readable: report.status !== 'unreadable',
    counts: countsOf(agreement),
    elements: report.elements ?? [],
    open: talkOrder(agreement.points).map(({ severity, message, code, asks }) => ({
      severity,
      message,
      code,
      ...(asks ? { asks } : {}),
    })),
  };
}
