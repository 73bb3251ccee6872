// What one partner must do, as an agreement that holds nothing else: its gifts, tasks, approvals and
// meetings, and whom to talk to at the others. Templates print it like any other agreement.

import type { Agreement, Partner } from '../model/agreement.ts';
import { byDay, dayOf } from './by-day.ts';
import { isPresent } from './model-shape.ts';

/** The template that prints a partner's duties; every other takes the agreement as a whole. */
export const dutiesKind = 'duties';

/** Returns the keys of the partners that have a sheet: all but supporters, who owe nothing. */
export function partnersWithDuties({ partners }: Agreement): readonly string[] {
  return Object.keys(partners).filter((key) => partners[key]?.role !== 'supporter');
}

/**
 * Returns the duties of a partner: a list that does not concern it is left out, and so is what needs
 * the rest of the agreement to be understood (references to goals and to earlier tasks).
 */
export function dutiesOf(agreement: Agreement, key: string): Agreement {
  const { schedule, communication, branding, resources, evaluation } = agreement;
  const own = agreement.partners[key]!;
  const has = (list: readonly string[] | undefined): boolean => list?.includes(key) ?? false;
  // What stands among the gifts already is not said again as a need or a line of the budget.
  const given = new Set(own.gives?.map(({ what }) => what));
  const { spec, reference, version, status, date, language, paper, term } = agreement;
  const { title } = agreement;
  const duties = {
    spec,
    title,
    kind: dutiesKind,
    reference,
    version,
    status,
    date,
    language,
    paper,
    term,
    partners: { [key]: ownPart(own), ...others(agreement, key) },
    goals: agreement.goals?.flatMap(({ measures, ...goal }) => {
      const counted = measures?.filter(({ collector }) => collector === key) ?? [];
      return counted.length ? [{ ...goal, measures: counted }] : [];
    }),
    roles: agreement.roles
      ?.filter(({ lead, support }) => lead === key || has(support))
      .map(({ goals: _goals, after: _after, ...role }) => role),
    schedule: {
      milestones: inTime(
        schedule?.milestones
          ?.filter(({ owner }) => owner === key)
          .map(({ goals: _goals, after: _after, ...milestone }) => milestone),
      ),
      events: inTime(
        schedule?.events
          ?.filter(({ staff }) => has(staff))
          .map(({ goals: _goals, after: _after, ...event }) => event),
      ),
      meetings: schedule?.meetings?.filter(({ organizer }) => organizer === key),
      reviews: inTime(schedule?.reviews),
    },
    communication: {
      updates: communication?.updates?.filter(({ from }) => from === key),
      training: communication?.training?.filter(({ by }) => by === key),
    },
    branding: {
      materials: branding?.materials?.flatMap(({ approvers, ...material }) =>
        approvers?.[key] === undefined
          ? []
          : [{ ...material, approvers: { [key]: approvers[key] } }],
      ),
    },
    resources: {
      needs: resources?.needs?.filter(({ from, what }) => has(from) && !given.has(what)),
      budget: resources?.budget && {
        currency: resources.budget.currency,
        lines: resources.budget.lines?.filter(({ from, item }) => from === key && !given.has(item)),
        holder: resources.budget.holder === key ? key : undefined,
      },
    },
    evaluation: has(evaluation?.by)
      ? { by: evaluation?.by, report: evaluation?.report }
      : undefined,
  };
  return withoutGaps(duties) as unknown as Agreement;
}

const inTime = <Item>(items: readonly Item[] | undefined): readonly Item[] =>
  byDay(items ?? [], dayOf);

/** The only partner of a sheet with a role: that is how its template knows whose sheet it is. */
function ownPart({ name, short, role, gives, closed, brand }: Partner): Partial<Partner> {
  return { name, short, role: role ?? 'partner', gives, closed, brand } as Partial<Partner>;
}

/** The other partners, for the names in the tables, with whom to talk to there. */
function others({ partners }: Agreement, key: string): Record<string, Partial<Partner>> {
  return Object.fromEntries(
    Object.entries(partners)
      .filter(([other]) => other !== key)
      .map(([other, { name, short, contacts }]) => [
        other,
        { name, short, contacts } as Partial<Partner>,
      ]),
  );
}

/** Leaves out what says nothing, at every level, so that a template's `#if` sees it as absent. */
function withoutGaps(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutGaps);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => isPresent(each))
      .map(([name, each]) => [name, withoutGaps(each)]),
  );
}
