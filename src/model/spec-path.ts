// Paths into a spec as people write them: `partners.club.name`, `roles[2].due`,
// `goals[reach].measures[0].target`. Reads them and walks the plan of an agreement along them.
// Knows no values: whether an item or a partner is there is for the caller to say.

import type { Path } from '../base/source.ts';
import { agreementPlan, type Plan } from './plan.ts';

/** A step of a written path: a key, a 0-based place in a list, or the id of an item of a list. */
export type PathStep =
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'index'; readonly index: number }
  | { readonly kind: 'id'; readonly id: string };

/** Most items that a path may count up to. */
const mostItems = 10_000;

/** Returns the steps of a written path, or `undefined` for what is none. */
export function readSpecPath(text: string): readonly PathStep[] | undefined {
  const steps: PathStep[] = [];
  const part = /(?:^|\.)([^.[\]\s]+)|\[([^.[\]\s]+)\]/y;
  let at = 0;
  while (at < text.length) {
    part.lastIndex = at;
    const match = part.exec(text);
    if (!match || (at > 0 && match[1] !== undefined && text[at] !== '.')) return undefined;
    const [all, key, inside] = match;
    if (key !== undefined) steps.push({ kind: 'key', key });
    else if (/^\d+$/.test(inside!)) {
      const index = Number(inside);
      if (index >= mostItems) return undefined;
      steps.push({ kind: 'index', index });
    } else if (/^\p{L}/u.test(inside!)) steps.push({ kind: 'id', id: inside! });
    else return undefined;
    at += all.length;
  }
  return steps.length === 0 || steps[0]!.kind !== 'key' ? undefined : steps;
}

/** Writes steps the way people write them. */
export function specPathText(steps: readonly PathStep[]): string {
  return steps
    .map((step, at) =>
      step.kind === 'key'
        ? `${at === 0 ? '' : '.'}${step.key}`
        : `[${step.kind === 'id' ? step.id : step.index}]`,
    )
    .join('');
}

/** Returns what a spec holds at a path, or `undefined` where it knows no such place. */
export function planAt(path: Path): Plan | undefined {
  let plan: Plan | undefined = agreementPlan;
  for (const step of path) {
    if (typeof step === 'number') plan = plan.kind === 'list' ? plan.item : undefined;
    else if (plan.kind === 'record') plan = plan.item;
    else plan = plan.kind === 'fields' ? plan.fields.get(step)?.plan : undefined;
    if (!plan) return undefined;
  }
  return plan;
}
