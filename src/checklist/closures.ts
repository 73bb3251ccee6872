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

/** How many days of recurring things are looked at in all: far more than any plan, but an end. */
const mostDays = 100_000;

/** Returns what has days and parties that lead, staff, own, organise or teach it, one of which closes at times. */
export function closedItems(agreement: Agreement): readonly PlannedItem[] {
  const items: PlannedItem[] = [];
  let looked = 0;
  const closing = new Set(
    Object.entries(agreement.partners).flatMap(([key, { closed }]) =>
      closed?.length ? [key] : [],
    ),
  );
  const add = (
    item: { readonly name: string; readonly id?: string | undefined },
    path: Path,
    daysOf: () => readonly (string | undefined)[],
    parties: readonly (string | undefined)[],
  ): void => {
    const present = parties.flatMap((key) => (key !== undefined && closing.has(key) ? [key] : []));
    if (present.length === 0 || looked > mostDays) return;
    const known = daysOf().filter((day) => day !== undefined);
    if (known[0] === undefined) return;
    const { name, id } = item;
    looked += known.length;
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
    add({ name: task, id }, ['roles', r, 'due'], () => [due], [lead]);
  });
  const { milestones, events, meetings } = agreement.schedule ?? {};
  milestones?.forEach((each, m) => {
    add(each, ['schedule', 'milestones', m, 'date'], () => [each.date], [each.owner]);
  });
  events?.forEach((each, e) => {
    const length = Math.max(0, daysBetween(each.date, each.end ?? each.date));
    const days = (): string[] =>
      Array.from({ length: Math.min(longestEvent, length) + 1 }, (_, day) =>
        addDays(each.date, day),
      );
    add(each, ['schedule', 'events', e, 'date'], days, each.staff ?? []);
  });
  meetings?.forEach((each, m) => {
    const path = ['schedule', 'meetings', m];
    const { first, every, organizer } = each;
    const recurring = (): readonly (string | undefined)[] => {
      const frequency = every === undefined ? undefined : readFrequency(every);
      return first && frequency ? occurrences(frequency, first, termOf(agreement).last) : [first];
    };
    add(each, [...path, 'first'], recurring, [organizer]);
    add(each, [...path, 'date'], () => [each.date], [organizer]);
    each.dates?.forEach((day, d) => {
      add(each, [...path, 'dates', d], () => [day], [organizer]);
    });
  });
  agreement.communication?.training?.forEach(({ what, id, date, by }, t) => {
    add({ name: what, id }, ['communication', 'training', t, 'date'], () => [date], [by]);
  });
  return items;
}

type Stretch = { readonly from: string; readonly to: string };
const stretches = new WeakMap<Agreement['partners'][string], readonly Stretch[]>();

/** Returns the stretches on which a partner is closed, sorted, overlaps joined. */
function closedStretches(partner: Agreement['partners'][string]): readonly Stretch[] {
  const before = stretches.get(partner);
  if (before) return before;
  const joined: { from: string; to: string }[] = [];
  const all = (partner.closed ?? []).map(({ from, to }) => ({ from, to: to ?? from }));
  for (const { from, to } of all.sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = joined.at(-1);
    if (last && from <= last.to) last.to = [last.to, to].sort()[1]!;
    else if (to >= from) joined.push({ from, to });
  }
  stretches.set(partner, joined);
  return joined;
}

/** Returns true when the partner is closed on that day. */
export function isClosed(agreement: Agreement, key: string, day: string): boolean {
  const partner = agreement.partners[key];
  const closed = partner ? closedStretches(partner) : [];
  let low = 0;
  let high = closed.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (closed[middle]!.from <= day) low = middle + 1;
    else high = middle;
  }
  return low > 0 && closed[low - 1]!.to >= day;
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
