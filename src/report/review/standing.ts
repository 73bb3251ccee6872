// How an agreement stands, counted: whether it may be signed, how many points are open, and which.
// Words for it are in words.ts.

import type { Severity } from '../../base/diagnostic.ts';
import { type Standing, verdictOf } from '../wording.ts';
import type { Point, ReviewAgreement } from './review-data.ts';
import { elementOrder, type Sign, standings, unreadableSign, weights } from './words.ts';

/** How many points of each weight are open, and how many were accepted. */
export interface Counts {
  readonly error: number;
  readonly warning: number;
  readonly advice: number;
  readonly accepted: number;
}

/** Returns whether an agreement may be signed. */
export function standingOf({ report }: ReviewAgreement): Standing {
  return verdictOf(report).standing;
}

/** Returns the sign for how an agreement stands. */
export function standingSign(agreement: ReviewAgreement): Sign {
  return agreement.report.status === 'unreadable'
    ? unreadableSign
    : standings[standingOf(agreement)];
}

/** Counts the points of an agreement. */
export function countsOf({ points }: Pick<ReviewAgreement, 'points'>): Counts {
  const open = (severity: Severity): number =>
    points.filter((point) => !point.waived && point.severity === severity).length;
  return {
    error: open('error'),
    warning: open('warning'),
    advice: open('advice'),
    accepted: points.filter((point) => point.waived).length,
  };
}

const severities: readonly Severity[] = ['error', 'warning', 'advice'];

/**
 * Returns the open points in the order in which they are talked about: what cannot be read first, then
 * the elements, in each the weightiest first.
 */
export function talkOrder(points: readonly Point[]): readonly Point[] {
  const rank = (point: Point): number =>
    (point.element ? elementOrder.indexOf(point.element) + 1 : 0) * 10 +
    severities.indexOf(point.severity);
  return points.filter((point) => !point.waived).sort((a, b) => rank(a) - rank(b));
}

/** Returns how an agreement stands on one line of plain text. */
export function standingLine(agreement: ReviewAgreement): string {
  const counts = countsOf(agreement);
  const parts = severities
    .filter((severity) => counts[severity] > 0)
    .map((severity) => `${counts[severity]} ${weights[severity].word.toLowerCase()}`);
  if (counts.accepted > 0) parts.push(`${counts.accepted} accepted`);
  const { word } = standingSign(agreement);
  return parts.length > 0 ? `${word} (${parts.join(', ')})` : word;
}
