// How long an agreement runs, and everything in it that has a day.
// Pure facts; whether a day is a good one is for the rules.

import type { Path } from '../base/source.ts';
import type { Agreement } from '../model/agreement.ts';
import { addDays, addMonths, daysBetween } from '../model/days.ts';
import { openEndedMonths, reportMonths } from './thresholds.ts';

/** The stretch of time of an agreement. */
export interface Term {
  readonly start: string;
  /** As agreed; absent for one that stands until it is ended. */
  readonly end?: string;
  /** The end, or the last day of the twelve months that an open end counts as. */
  readonly last: string;
  /** Days from start to `last`, both included; not positive when the term is impossible. */
  readonly days: number;
}

/** Returns the term; one without an end counts as twelve months. */
export function termOf(agreement: Agreement): Term {
  const { start, end } = agreement.term;
  const last = end ?? addDays(addMonths(start, openEndedMonths), -1);
  return { start, ...(end ? { end } : {}), last, days: daysBetween(start, last) + 1 };
}

/** Returns `wanted`, or the nearest day of the term. */
export function insideTerm(agreement: Agreement, wanted: string): string {
  const { start, last } = termOf(agreement);
  return wanted < start ? start : wanted > last ? last : wanted;
}

/** A day that stands in an agreement. */
export interface DatedItem {
  /** What it is the day of, in the agreement's own words. */
  readonly name: string;
  readonly id?: string;
  readonly path: Path;
  readonly date: string;
  /** The last day it may have; absent when the end of an agreement is open. */
  readonly latest?: string;
}

/** Returns every day of an agreement that has to lie in its term. */
export function datedItems(agreement: Agreement): readonly DatedItem[] {
  const { end } = agreement.term;
  const items: DatedItem[] = [];
  const add = (
    name: string | undefined,
    date: string | undefined,
    path: Path,
    id?: string,
    latest = end,
  ): void => {
    if (date === undefined) return;
    items.push({
      name: name ?? '',
      date,
      path,
      ...(id ? { id } : {}),
      ...(latest ? { latest } : {}),
    });
  };
  agreement.goals?.forEach((goal, g) => {
    goal.measures?.forEach(({ what, by, id }, m) => {
      add(what, by, ['goals', g, 'measures', m, 'by'], id);
    });
  });
  agreement.roles?.forEach(({ task, due, id }, r) => {
    add(task, due, ['roles', r, 'due'], id);
  });
  const { milestones, events, meetings, reviews } = agreement.schedule ?? {};
  milestones?.forEach(({ name, date, id }, m) => {
    add(name, date, ['schedule', 'milestones', m, 'date'], id);
  });
  events?.forEach(({ name, date, end: lastDay, id }, e) => {
    add(name, date, ['schedule', 'events', e, 'date'], id);
    add(name, lastDay, ['schedule', 'events', e, 'end'], id);
  });
  meetings?.forEach(({ name, first, date, dates, id }, m) => {
    add(name, first, ['schedule', 'meetings', m, 'first'], id);
    add(name, date, ['schedule', 'meetings', m, 'date'], id);
    dates?.forEach((day, d) => {
      add(name, day, ['schedule', 'meetings', m, 'dates', d], id);
    });
  });
  reviews?.forEach(({ date, what, id }, r) => {
    add(what ?? 'Review', date, ['schedule', 'reviews', r, 'date'], id);
  });
  agreement.communication?.training?.forEach(({ what, date, id }, t) => {
    add(what, date, ['communication', 'training', t, 'date'], id);
  });
  const { branding, evaluation } = agreement;
  add('Decision on branding', branding?.decideBy, ['branding', 'decideBy']);
  branding?.materials?.forEach(({ name, submit, publish, id }, m) => {
    add(name, submit, ['branding', 'materials', m, 'submit'], id);
    add(name, publish, ['branding', 'materials', m, 'publish'], id);
  });
  const reportLatest = end && addMonths(end, reportMonths);
  const reportPath = ['evaluation', 'report', 'due'];
  add('Evaluation report', evaluation?.report?.due, reportPath, undefined, reportLatest);
  return items;
}
