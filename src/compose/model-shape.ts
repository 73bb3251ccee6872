// The shape of an agreement as templates see it: read once from the zod model, so that every path
// of a template can be checked when it is loaded. Holds no values.

import * as z from 'zod';
import { agreementSchema } from '../model/agreement.ts';
import { type FieldKind, fieldMeta } from '../model/fields.ts';

/** What kind of value a leaf holds; `number` is the position of an item, counted from one. */
export type LeafKind = FieldKind | 'flag' | 'choice' | 'version' | 'number';

/** A single value. */
export interface LeafShape {
  readonly kind: 'leaf';
  readonly leaf: LeafKind;
  /** The fixed words that may stand there: of a choice, or beside partner keys. */
  readonly words: readonly string[];
}

/** The shape of a value of the model. */
export type Shape =
  | LeafShape
  | { readonly kind: 'list'; readonly item: Shape }
  | { readonly kind: 'map'; readonly item: Shape }
  | { readonly kind: 'object'; readonly fields: ReadonlyMap<string, Shape> };

/** Returns a leaf of a kind that has no words of its own. */
export function leafShape(leaf: LeafKind): LeafShape {
  return { kind: 'leaf', leaf, words: [] };
}

/** The shape of a whole agreement. */
export const agreementShape: Shape = shapeOf(agreementSchema);

function shapeOf(schema: unknown): Shape {
  if (schema instanceof z.ZodOptional) return shapeOf(schema.unwrap());
  if (schema instanceof z.ZodObject) {
    const fields = Object.entries(schema.shape as Record<string, unknown>);
    return { kind: 'object', fields: new Map(fields.map(([key, value]) => [key, shapeOf(value)])) };
  }
  if (schema instanceof z.ZodArray) return { kind: 'list', item: shapeOf(schema.element) };
  if (schema instanceof z.ZodRecord) return { kind: 'map', item: shapeOf(schema.valueType) };
  if (schema instanceof z.ZodEnum) {
    return { kind: 'leaf', leaf: 'choice', words: schema.options.map(String) };
  }
  if (schema instanceof z.ZodBoolean) return leafShape('flag');
  if (schema instanceof z.ZodLiteral) return leafShape('version');
  const meta = fieldMeta.get(schema as z.ZodType);
  return { kind: 'leaf', leaf: meta?.kind ?? 'text', words: meta?.words ?? [] };
}

/** Returns the shape at a path of names, or `undefined` when the model has none there. */
export function shapeAt(shape: Shape, steps: readonly string[]): Shape | undefined {
  let here: Shape | undefined = shape;
  for (const step of steps) here = here?.kind === 'object' ? here.fields.get(step) : undefined;
  return here;
}

/** A value of an agreement with its path and shape. */
export interface Found {
  readonly value: unknown;
  readonly path: readonly (string | number)[];
  readonly shape: Shape;
}

/** Returns every leaf that an agreement holds, in the order of the model, or those that are wanted. */
export function leavesOf(
  agreement: unknown,
  /** `path` is only lent: it changes when the next leaf comes. */
  wanted: (value: unknown, path: Found['path']) => boolean = () => true,
): readonly Found[] {
  const leaves: Found[] = [];
  const path: (string | number)[] = [];
  const collect = (value: unknown, shape: Shape): void => {
    if (value === undefined || value === null) return;
    if (shape.kind === 'leaf') {
      if (wanted(value, path)) leaves.push({ value, path: path.slice(), shape });
    } else if (shape.kind === 'list') {
      for (const [index, item] of (value as readonly unknown[]).entries()) {
        step(index, item, shape.item);
      }
    } else {
      const record = value as Readonly<Record<string, unknown>>;
      for (const key of Object.keys(record)) {
        const child = shape.kind === 'map' ? shape.item : shape.fields.get(key);
        if (child) step(key, record[key], child);
      }
    }
  };
  const step = (key: string | number, value: unknown, shape: Shape): void => {
    path.push(key);
    collect(value, shape);
    path.pop();
  };
  collect(agreement, agreementShape);
  return leaves;
}

/**
 * Returns true for a value that says something: 0 and false do; an empty or blank string, an empty
 * list and an object without any such value do not.
 */
export function isPresent(value: unknown): boolean {
  if (value === undefined || value === null) return false;
  if (typeof value === 'string') return value.trim() !== '';
  if (Array.isArray(value)) return value.some(isPresent);
  if (typeof value === 'object') return Object.values(value).some(isPresent);
  return true;
}
