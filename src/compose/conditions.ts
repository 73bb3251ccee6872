// Tests of `#if` and lists of `#each`, for one agreement: what is there, and what there is to go
// through. Prints nothing.

import { byDay, dayOf } from './by-day.ts';
import { type Filling, find, valueAt } from './filling.ts';
import {
  agreementShape,
  type Found,
  isPresent,
  leafShape,
  type Shape,
  shapeAt,
} from './model-shape.ts';
import type { Expression } from './template.ts';

/** Returns true when a test of `#if` holds. */
export function holds(expression: Expression, filling: Filling): boolean {
  if (expression.kind === 'path') return isPresent(valueAt(expression, filling));
  if (expression.kind !== 'call') return true;
  const [first, second] = expression.values;
  switch (expression.name) {
    case 'yes':
    case 'no': {
      const flag = find(first as Extract<Expression, { kind: 'path' }>, filling);
      if (flag.value === undefined) return false;
      filling.asked.push(flag.path);
      return flag.value === (expression.name === 'yes');
    }
    case 'is':
      return (
        valueAt(first as Extract<Expression, { kind: 'path' }>, filling) ===
        (second as { value: string }).value
      );
    case 'any':
      return expression.values.some((each) => holds(each, filling));
    case 'some': {
      const names = expression.values.slice(1).map((each) => (each as { value: string }).value);
      return itemsOf(first!, filling).some(({ found }) =>
        names.some((name) => isPresent((found.value as Record<string, unknown>)[name])),
      );
    }
    case 'upTo':
    case 'moreThan': {
      const limit = (first as { value: number }).value;
      const count = itemsOf(second!, filling).length;
      return expression.name === 'upTo' ? count <= limit : count > limit;
    }
    default:
      return itemsOf(expression, filling).length > 0;
  }
}

/** An item of a list with its key or number. */
export interface Item {
  readonly found: Found;
  readonly key: Found;
}

const partnerShape = (shapeAt(agreementShape, ['partners']) as { item: Shape }).item;

/** Returns the present items of a list, dated ones in the order of time, of a map of partners, or of a function that gives a list. */
export function itemsOf(expression: Expression, filling: Filling): readonly Item[] {
  if (expression.kind === 'call') {
    return partnersFor(expression.name, filling).map((key, index) => ({
      found: {
        value: filling.agreement.partners[key],
        path: ['partners', key],
        shape: partnerShape,
      },
      key: numberFound(index + 1),
    }));
  }
  if (expression.kind !== 'path') return [];
  const { value, path, shape } = find(expression, filling);
  if (value === undefined || (shape.kind !== 'list' && shape.kind !== 'map')) return [];
  if (shape.kind === 'map') {
    return Object.entries(value as Readonly<Record<string, unknown>>).flatMap(([key, item]) => {
      if (!isPresent(item)) return [];
      const partner = filling.agreement.partners[key];
      return [
        {
          found: { value: item, path: [...path, key], shape: shape.item },
          key: { value: partner, path: ['partners', key], shape: partnerShape },
        },
      ];
    });
  }
  const present: { readonly item: unknown; readonly at: number }[] = [];
  for (const [at, item] of (value as readonly unknown[]).entries()) {
    if (isPresent(item)) present.push({ item, at });
  }
  const ordered = isDated(shape.item) ? byDay(present, ({ item }) => dayOf(item)) : present;
  return ordered.map(({ item, at }, index) => ({
    found: { value: item, path: [...path, at], shape: shape.item },
    key: numberFound(index + 1),
  }));
}

const numberShape = leafShape('number');
const numberFound = (value: number): Found => ({ value, path: [], shape: numberShape });

/** Returns true for what has a day; what may recur stays in the order it was typed in. */
const isDated = (shape: Shape): boolean =>
  shape.kind === 'object' &&
  shapeAt(shape, ['date']) !== undefined &&
  shapeAt(shape, ['every']) === undefined;

/** Returns the keys of the partners that a function without values gives. */
export function partnersFor(name: string, filling: Filling): readonly string[] {
  const keys = Object.keys(filling.agreement.partners);
  const role = (key: string): string => filling.agreement.partners[key]!.role ?? 'partner';
  if (name === 'supporters') return keys.filter((key) => role(key) === 'supporter');
  if (name === 'signing') return keys.filter((key) => role(key) !== 'supporter');
  return keys.filter((key) => {
    const { short, name: full } = filling.agreement.partners[key]!;
    return isPresent(short) && short !== full && (filling.defined?.has(key) ?? true);
  });
}
