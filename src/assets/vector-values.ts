// Values in the attributes of a simplified SVG: numbers, colours, matrices, references to definitions.
// Each returns `undefined` for anything but the plain form.

import type { Matrix } from '../model/vector.ts';

const plain = /^-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/;

/** Returns a number, or `fallback` where there is no attribute. */
export function readNumber(text: string | undefined, fallback: number): number | undefined {
  if (text === undefined) return fallback;
  return plain.test(text.trim()) ? Number(text) : undefined;
}

/** Returns numbers that stand apart by spaces or commas. */
export function readNumbers(text: string): readonly number[] | undefined {
  const parts = text.trim().split(/[\s,]+/);
  return parts.every((part) => plain.test(part)) ? parts.map(Number) : undefined;
}

/** Returns `#rrggbb`. */
export function readColor(text: string): string | undefined {
  return /^#[0-9a-f]{6}$/i.test(text) ? text.toLowerCase() : undefined;
}

/** Returns `matrix(a b c d e f)`, the identity where there is none. */
export function readMatrix(text: string | undefined): Matrix | undefined {
  if (text === undefined) return [1, 0, 0, 1, 0, 0];
  const inner = /^matrix\(([^()]*)\)$/.exec(text.trim())?.[1];
  const numbers = inner === undefined ? undefined : readNumbers(inner);
  return numbers?.length === 6 && numbers.every(Number.isFinite)
    ? (numbers as unknown as Matrix)
    : undefined;
}

/** Returns the id in `url(#id)`. */
export function readReference(text: string): string | undefined {
  return /^url\(#([^()"'\s]+)\)$/.exec(text.trim())?.[1];
}
