// Days on which partners are closed, and what is planned with whom on which days.
// Part of the element understanding; pure facts.

import type { Path } from '../base/source.ts';
import type { Agreement } from '../model/agreement.ts';
import { addDays, daysBetween } from '../model/days.ts';
import { occurrences, readFrequency } from '../model/frequency.ts';
import { termOf } from './term.ts';

/** Something planned, with the days it takes and the parties that have to be there. */
export interface PlannedItem {
  readonly name: string;
  readonly id?: string;
  /** The path of its first day. */
  readonly path: Path;
  readonly start: string;
  readonly days: readonly string[];
  readonly parties: readonly string[];
}

/** An event of more days than this is looked at no further. */
const longestEvent = 400;

/** Returns everything that has days and parties that lead, staff, own or organise it. */
export function closedItems(agreement: Agreement): readonly PlannedItem[] {
  const items: PlannedItem[] = [];
  const add = (
    item: { readonly name: string; readonly id?: string | undefined },
    path: Path,
    days: readonly (string | undefined)[],
    parties: readonly (string | undefined)[],
  ): void => {
    const known = days.filter((day) => day !== undefined);
    const present = parties.filter((party) => party !== undefined);
    const { name, id } = item;
    if (known[0] === undefined || present.length === 0) return;
    items.push({
      name,
      ...(id ? { id } : {}),
      path,
      start: known[0],
      days: known,
      parties: present,
    });
  };
  agreement.roles?.forEach(({ task, id, due, lead }, r) => {
    add({ name: task, id }, ['roles', r, 'due'], [due], [lead]);
  });
  const { milestones, events, meetings } = agreement.schedule ?? {};
  milestones?.forEach((each, m) => {
    add(each, ['schedule', 'milestones', m, 'date'], [each.date], [each.owner]);
  });
  events?.forEach((each, e) => {
    const length = Math.min(
      longestEvent,
      Math.max(0, daysBetween(each.date, each.end ?? each.date)),
    );
    const days = Array.from({ length: length + 1 }, (_, day) => addDays(each.date, day));
    add(each, ['schedule', 'events', e, 'date'], days, each.staff ?? []);
  });
  meetings?.forEach((each, m) => {
    const path = ['schedule', 'meetings', m];
    const frequency = each.every === undefined ? undefined : readFrequency(each.every);
    if (each.first) {
      const { last } = termOf(agreement);
      const days = frequency ? occurrences(frequency, each.first, last) : [each.first];
      add(each, [...path, 'first'], days, [each.organizer]);
    }
    add(each, [...path, 'date'], [each.date], [each.organizer]);
    each.dates?.forEach((day, d) => {
      add(each, [...path, 'dates', d], [day], [each.organizer]);
    });
  });
  return items;
}

/** Returns true when the partner is closed on that day. */
export function isClosed(agreement: Agreement, key: string, day: string): boolean {
  const closed = agreement.partners[key]?.closed ?? [];
  return closed.some(({ from, to }) => day >= from && day <= (to ?? from));
}

/** Returns by how many days an item can be moved so that none of its parties is closed; 0 if by none. */
export function nextOpenDay(agreement: Agreement, item: PlannedItem): number {
  const { start, last } = termOf(agreement);
  for (let distance = 1; distance <= 90; distance += 1) {
    for (const shift of [distance, -distance]) {
      const days = item.days.map((day) => addDays(day, shift));
      const inside = days[0]! >= start && days[0]! <= last;
      const open = days.every((day) => !item.parties.some((key) => isClosed(agreement, key, day)));
      if (inside && open) return shift;
    }
  }
  return 0;
}
