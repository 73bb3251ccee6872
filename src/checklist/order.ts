// What comes after what: tasks, milestones and events that refer to each other by `after`.
// Pure facts; whether the order is possible is for the rules.

import type { Path } from '../base/source.ts';
import type { Agreement } from '../model/agreement.ts';

/** A task, milestone or event in the order of work. */
export interface Step {
  readonly id?: string;
  readonly name: string;
  readonly path: Path;
  /** The path of its day, where it has one; `date` is then given too. */
  readonly datePath: Path;
  readonly date?: string;
  /** The day on which it is over. */
  readonly done?: string;
  readonly after: readonly string[];
  readonly goals: readonly string[];
}

/** Returns every step, tasks first. */
export function stepsOf(agreement: Agreement): readonly Step[] {
  const { milestones = [], events = [] } = agreement.schedule ?? {};
  return [
    ...(agreement.roles ?? []).map((role, index) =>
      step(role.task, ['roles', index], 'due', role, role.due),
    ),
    ...milestones.map((each, index) =>
      step(each.name, ['schedule', 'milestones', index], 'date', each, each.date),
    ),
    ...events.map((each, index) =>
      step(each.name, ['schedule', 'events', index], 'date', each, each.date, each.end),
    ),
  ];
}

function step(
  name: string,
  path: Path,
  dateKey: string,
  links: {
    readonly id?: string | undefined;
    readonly after?: readonly string[] | undefined;
    readonly goals?: readonly string[] | undefined;
  },
  date: string | undefined,
  end?: string,
): Step {
  const { id, after = [], goals = [] } = links;
  const done = end !== undefined && date !== undefined && end > date ? end : date;
  return {
    name,
    path,
    datePath: [...path, dateKey],
    after,
    goals,
    ...(id ? { id } : {}),
    ...(date ? { date } : {}),
    ...(done ? { done } : {}),
  };
}

/** Returns the circles of `after`, each once, as the steps on it in order. */
export function circles(steps: readonly Step[]): readonly (readonly Step[])[] {
  const byId = new Map(steps.flatMap((each) => (each.id ? [[each.id, each] as const] : [])));
  const found: Step[][] = [];
  const state = new Map<Step, 'open' | 'done'>();
  for (const first of steps) {
    // By hand instead of by recursion: a chain may be as long as the spec.
    const stack = [{ step: first, next: 0 }];
    if (state.has(first)) continue;
    state.set(first, 'open');
    while (stack.length > 0) {
      const top = stack.at(-1)!;
      const id = top.step.after[top.next];
      top.next += 1;
      if (id === undefined) {
        state.set(top.step, 'done');
        stack.pop();
        continue;
      }
      const target = byId.get(id);
      if (!target || state.get(target) === 'done') continue;
      if (state.get(target) === 'open') {
        found.push(
          stack.slice(stack.findIndex(({ step: each }) => each === target)).map((e) => e.step),
        );
      } else {
        state.set(target, 'open');
        stack.push({ step: target, next: 0 });
      }
    }
  }
  return found;
}
