// Names that a template can use at a place, and the reading of paths against the model.
// Part of loading; works out no values.

import { closest } from '../base/closest.ts';
import { agreementShape, type Shape, shapeAt } from './model-shape.ts';
import type { Expression } from './template.ts';

/** A name that an `each` gave to its items. */
export interface ScopeName {
  readonly slot: number;
  readonly shape: Shape;
  /** Where the item lies, as an anchor with `*` for its number; absent for keys and numbers. */
  readonly anchor?: string;
}

/** The names at a place of a template. */
export type Scope = ReadonlyMap<string, ScopeName>;

/** What a path came to: an expression, or the part of it that does not exist. */
export type ResolvedPath =
  | { readonly expression: Extract<Expression, { kind: 'path' }>; readonly anchor: string }
  | { readonly unknown: string; readonly near?: string };

/** Resolves a path of names in a scope. */
export function resolvePath(steps: readonly string[], scope: Scope): ResolvedPath {
  const [head = '', ...rest] = steps;
  const name = scope.get(head);
  const start = name ? name.shape : agreementShape;
  const inside = name ? rest : steps;
  const shape = shapeAt(start, inside);
  if (shape) {
    const anchor = [...(name ? [name.anchor ?? head] : []), ...inside].join('-');
    const slot = name ? { slot: name.slot } : {};
    return { expression: { kind: 'path', ...slot, steps: inside, shape }, anchor };
  }
  return unknownStep(steps, start, inside, name ? [] : [...scope.keys()]);
}

function unknownStep(
  steps: readonly string[],
  start: Shape,
  inside: readonly string[],
  names: readonly string[],
): ResolvedPath {
  let parent = start;
  for (const step of inside) {
    const next = shapeAt(parent, [step]);
    if (next) {
      parent = next;
      continue;
    }
    const known = [...(parent.kind === 'object' ? parent.fields.keys() : []), ...names];
    const near = closest(step, known);
    return { unknown: steps.join('.'), ...(near ? { near } : {}) };
  }
  return { unknown: steps.join('.') };
}
