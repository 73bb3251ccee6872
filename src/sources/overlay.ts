// Lays located data over other located data: a spec over a house's defaults, a cell over a spec.
// Every value keeps the place that it came from. Changes nothing that it is given, knows no file.

import type { Path, Span } from '../base/source.ts';
import { isLeftOut, type Located, type LocatedEntry, type LocatedMap } from '../model/located.ts';
import { agreementPlan, type Plan } from '../model/plan.ts';

/**
 * Returns `base` with `over` laid over it. Maps are joined key by key; texts, numbers and whole lists
 * of `over` replace those of `base`; what is left out in `over` (a key with nothing after it) leaves
 * `base` as it is. Keys that only `base` has come first, then those of `over` in its order.
 */
export function mergeLocated(base: Located, over: Located): Located {
  if (isLeftOut(over)) return base;
  if (base.kind !== 'map' || over.kind !== 'map') return withRepair(over, base);
  const below = new Map(base.entries.map((entry) => [entry.key, entry]));
  const above = new Set(over.entries.map(({ key }) => key));
  const entries = [
    ...base.entries.filter(({ key }) => !above.has(key)),
    ...over.entries.map((entry): LocatedEntry => {
      const under = below.get(entry.key);
      if (!under) return entry;
      return isLeftOut(entry.value)
        ? under
        : { ...entry, value: mergeLocated(under.value, entry.value) };
    }),
  ];
  return withRepair({ ...over, entries }, base);
}

/** That one of two files was repaired by guessing holds for what is made of them. */
function withRepair(merged: Located, other: Located): Located {
  const repaired = other.kind === 'map' && other.repaired === true;
  return repaired && merged.kind === 'map' ? { ...merged, repaired } : merged;
}

/** A value and the place in the spec that it goes to; no place lies inside another. */
export interface Setting {
  readonly path: Path;
  readonly value: Located;
}

/** Settings by their first steps, so that each map and list on the way is made anew once. */
interface Tree {
  readonly below: Map<string | number, Tree>;
  value?: Located;
}

/**
 * Returns `root` with each value at its path; what is missing on the way is made, with the value's
 * place. One item that stands for a list, and a bare text that stands for a map, are written out first;
 * items after the last one are added in their order, without gaps. Where something else stands in the
 * way, that place stays as it was: validation names that fault.
 */
export function setLocated(root: Located, settings: readonly Setting[]): Located {
  const tree: Tree = { below: new Map() };
  for (const { path, value } of settings) {
    let node = tree;
    for (const step of path) {
      const next: Tree = node.below.get(step) ?? { below: new Map() };
      node.below.set(step, next);
      node = next;
    }
    node.value = value;
  }
  return settings.length > 0 ? setBelow(root, tree, agreementPlan) : root;
}

function setBelow(node: Located | undefined, tree: Tree, plan: Plan | undefined): Located {
  if (tree.value) return tree.value;
  const there = node && !isLeftOut(node) ? node : undefined;
  const span = node?.span ?? firstSpan(tree);
  const [step] = tree.below.keys();
  return typeof step === 'number'
    ? setItems(there, tree, plan, span)
    : setEntries(there, tree, plan, span);
}

/** What is made on the way to a value has the place of that value. */
function firstSpan(tree: Tree): Span {
  const [next] = tree.below.values();
  return tree.value ? tree.value.span : firstSpan(next!);
}

function setItems(
  node: Located | undefined,
  { below }: Tree,
  plan: Plan | undefined,
  span: Span,
): Located {
  const single = plan?.kind === 'list' && plan.single && node !== undefined;
  if (node && node.kind !== 'list' && !single) return node;
  const items = node?.kind === 'list' ? [...node.items] : node ? [node] : [];
  const known = items.length;
  const item = plan?.kind === 'list' ? plan.item : undefined;
  const steps = [...below].sort(([one], [other]) => Number(one) - Number(other));
  for (const [step, tree] of steps) {
    const at = Number(step);
    if (at < known) items[at] = setBelow(items[at], tree, item);
    else items.push(setBelow(undefined, tree, item));
  }
  return { kind: 'list', items, span };
}

function setEntries(
  node: Located | undefined,
  { below }: Tree,
  plan: Plan | undefined,
  span: Span,
): Located {
  const map = node ? asMap(node, plan) : undefined;
  if (node && !map) return node;
  const left = new Map(below);
  const entries = (map?.entries ?? []).map((entry): LocatedEntry => {
    const tree = left.get(entry.key);
    if (!tree) return entry;
    left.delete(entry.key);
    return { ...entry, value: setBelow(entry.value, tree, planBelow(plan, entry.key)) };
  });
  for (const [step, tree] of left) {
    const key = String(step);
    const value = setBelow(undefined, tree, planBelow(plan, key));
    entries.push({ key, keySpan: firstSpan(tree), value });
  }
  return map ? { ...map, entries } : { kind: 'map', entries, span };
}

function planBelow(plan: Plan | undefined, key: string): Plan | undefined {
  if (plan?.kind === 'record') return plan.item;
  return plan?.kind === 'fields' ? plan.fields.get(key)?.plan : undefined;
}

/** A bare text where a map may stand is the map with that text under its usual key. */
function asMap(node: Located, plan: Plan | undefined): LocatedMap | undefined {
  if (node.kind === 'map') return node;
  if (node.kind !== 'scalar' || plan?.kind !== 'fields' || !plan.scalarAs) return undefined;
  const entry = { key: plan.scalarAs, keySpan: node.span, value: node };
  return { kind: 'map', entries: [entry], span: node.span };
}
