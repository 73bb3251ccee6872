// Rules on days in the element understanding: impossible ones, and days when somebody is closed.
// One record for each rule.

import type { Agreement } from '../model/agreement.ts';
import { addDays, daysBetween } from '../model/days.ts';
import { closedItems, isClosed, nextOpenDay } from './closures.ts';
import { circles, stepsOf } from './order.ts';
import { nameOf } from './parties.ts';
import { always, type Found, outcomeOf, type Rule } from './rule.ts';
import { datedItems, termOf } from './term.ts';
import { yamlText } from './wording.ts';

function dateFinding(
  name: string,
  date: string,
  reason: string,
  path: Found['path'],
  id?: string,
): Found {
  return {
    path,
    message: `"${name}" (${date}) does not fit: ${reason}.`,
    names: [name, ...(id ? [id] : [])],
  };
}

/**
 * One finding for each day: outside the term (unless the term itself is impossible), before what it
 * comes after, an end before its start. One finding for each circle.
 */
const dateImpossible: Rule = {
  id: 'understanding-date-impossible',
  element: 'understanding',
  level: 'simple',
  severity: 'error',
  looks: 'days outside the term or out of order',
  applies: always,
  check: (agreement) => {
    const { start, end, days } = termOf(agreement);
    const found = new Map<string, Found>();
    const note = (finding: Found): void => {
      const key = JSON.stringify(finding.path);
      if (!found.has(key)) found.set(key, finding);
    };
    const items = datedItems(agreement);
    for (const { name, date, path, latest, id } of days > 0 ? items : []) {
      if (date < start) note(dateFinding(name, date, `the agreement starts on ${start}`, path, id));
      else if (latest !== undefined && date > latest) {
        const reason =
          latest === end
            ? `the agreement ends on ${end}`
            : `that is more than a year after the end`;
        note(dateFinding(name, date, reason, path, id));
      }
    }
    agreement.schedule?.events?.forEach(({ name, date, end: last, id }, index) => {
      if (last === undefined || last >= date) return;
      const path = ['schedule', 'events', index, 'end'];
      note(dateFinding(name, last, `it starts on ${date}`, path, id));
    });
    for (const [key, partner] of Object.entries(agreement.partners)) {
      partner.closed?.forEach(({ from, to, why }, index) => {
        if (to === undefined || to >= from) return;
        const path = ['partners', key, 'closed', index, 'to'];
        note(dateFinding(why ?? `${partner.name} closed`, to, `it starts on ${from}`, path));
      });
    }
    const steps = stepsOf(agreement);
    const loops = circles(steps);
    const looping = new Set(loops.flat());
    for (const loop of loops) {
      // Begin where the days contradict it: that is the link that is most likely wrong.
      const wrong = loop.findIndex(({ date }, index) => {
        const done = loop[(index + 1) % loop.length]?.done;
        return date !== undefined && done !== undefined && date < done;
      });
      const first = loop[Math.max(0, wrong)];
      const second = loop.length > 1 ? loop[(Math.max(0, wrong) + 1) % loop.length] : undefined;
      const way = second ? `"${second.name}", which comes after it` : 'itself';
      note({
        path: [...first!.path, 'after'],
        message: `"${first!.name}" does not fit: it comes after ${way}.`,
        names: [first!.name, ...(first!.id ? [first!.id] : [])],
      });
    }
    const byId = new Map(steps.map((step) => [step.id, step]));
    for (const step of steps) {
      const { date } = step;
      const earlier = step.after
        .map((id) => byId.get(id))
        .find((each) => each?.done !== undefined && date !== undefined && date < each.done);
      if (!earlier || (looping.has(step) && looping.has(earlier))) continue;
      const reason = `it comes after "${earlier.name}", which is on ${earlier.done}`;
      note(dateFinding(step.name, step.date!, reason, step.datePath, step.id));
    }
    return { passed: Math.max(0, items.length - found.size), findings: [...found.values()] };
  },
  asks: 'On which day can this really be?',
  why: 'A day that cannot be is the first thing that makes people doubt the rest of the paper.',
  fix: (agreement, { path }) => {
    const { start, end, days } = termOf(agreement);
    if (path.at(-1) === 'after') return { at: path.slice(0, -1), yaml: 'after:' };
    if (path[0] === 'partners') {
      const closure = agreement.partners[String(path[1])]?.closed?.[Number(path[3])];
      return { at: path.slice(0, -1), yaml: yamlText({ to: closure?.from ?? start }) };
    }
    const key = String(path.at(-1));
    const steps = stepsOf(agreement);
    const step = steps.find(({ datePath }) => JSON.stringify(datePath) === JSON.stringify(path));
    const bounds = steps.flatMap(({ id, done }) =>
      id && done && step?.after.includes(id) ? [done] : [],
    );
    const event = path[1] === 'events' ? agreement.schedule?.events?.[Number(path[2])] : undefined;
    if (key === 'end' && event) bounds.push(event.date);
    const item = datedItems(agreement).find(
      (each) => JSON.stringify(each.path) === JSON.stringify(path),
    );
    const lowest = [...bounds, ...(days > 0 ? [start] : [])].sort().at(-1) ?? '';
    const wanted = item?.date ?? start;
    const highest = days > 0 ? (item?.latest ?? end) : undefined;
    const raised = [wanted, lowest].sort()[1]!;
    const day = highest !== undefined && raised > highest ? highest : raised;
    if (typeof path.at(-1) === 'number') return { at: path, yaml: day };
    // An event of several days is moved whole.
    const until = key === 'date' && event?.end && event.end < day ? event.end : undefined;
    const length = until && event ? Math.max(0, daysBetween(event.date, until)) : 0;
    const moved = until ? { end: addDays(day, length) } : {};
    return { at: path.slice(0, -1), yaml: yamlText({ [key]: day, ...moved }) };
  },
  source: ['own'],
};

/** One finding for each item: the first of its days on which one of its parties is closed. */
const dateClash: Rule = {
  id: 'understanding-date-clash',
  element: 'understanding',
  level: 'standard',
  severity: 'warning',
  looks: 'days on which a partner is closed',
  applies: (agreement) =>
    Object.values(agreement.partners).some(({ closed }) => closed?.length)
      ? true
      : 'no partner lists days when it is closed',
  check: (agreement) =>
    outcomeOf(
      closedItems(agreement).map(({ name, id, path, days, parties }) => {
        for (const day of days) {
          const key = parties.find((party) => isClosed(agreement, party, day));
          if (key === undefined) continue;
          return {
            path,
            message: `"${name}" falls on a day when ${nameOf(agreement, key)} is closed (${day}).`,
            names: [name, key, ...(id ? [id] : [])],
          };
        }
        return undefined;
      }),
    ),
  asks: 'Which other day suits everybody?',
  why: 'A day on which the doors are shut is not a day for work together.',
  fix: (agreement, { path }) => moved(agreement, path),
  source: ['CL'],
};

function moved(agreement: Agreement, path: Found['path']): { at: Found['path']; yaml: string } {
  const item = closedItems(agreement).find(
    (each) => JSON.stringify(each.path) === JSON.stringify(path),
  );
  const key = path.at(-1);
  const shift = item ? nextOpenDay(agreement, item) : 0;
  const day = addDays(item?.start ?? agreement.term.start, shift);
  if (typeof key === 'number') return { at: path, yaml: day };
  const event = path[1] === 'events' ? agreement.schedule?.events?.[Number(path[2])] : undefined;
  const end = event?.end ? { end: addDays(event.end, shift) } : {};
  return { at: path.slice(0, -1), yaml: yamlText({ [String(key)]: day, ...end }) };
}

/** The rules on days, in order. */
export const dateRules: readonly Rule[] = [dateImpossible, dateClash];
