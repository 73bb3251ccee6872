// Boxes of outlines, and outlines of boxes. Part of making a picture's shapes.
// Pure geometry in the drawing's own units.

import type { PathSegment } from '../model/vector.ts';

/** A box: x, y, width, height. */
export type Box = readonly [number, number, number, number];

/** Returns the box of an outline by its points; handles may only make it larger, then it is not exact. */
export function boxOf(segments: readonly PathSegment[]): Box {
  const ends = segments.flatMap((each) => (each.to === 'close' ? [] : [each.at.slice(-2)]));
  const all = segments.flatMap((each) => (each.to === 'close' ? [] : pairs(each.at)));
  const range = (
    points: readonly (readonly number[])[],
    axis: 0 | 1,
  ): readonly [number, number] => [
    Math.min(...points.map((point) => point[axis]!)),
    Math.max(...points.map((point) => point[axis]!)),
  ];
  const [x, y] = [range(ends, 0), range(ends, 1)];
  const beyond = [range(all, 0), range(all, 1)];
  const size = Math.max(x[1] - x[0], y[1] - y[0]);
  const exact = [x, y].every((each, axis) =>
    each.every((value, side) => Math.abs(value - beyond[axis]![side]!) < size * 1e-3),
  );
  return exact ? [x[0], y[0], x[1] - x[0], y[1] - y[0]] : [0, 0, 0, 0];
}

const pairs = (at: readonly number[]): readonly (readonly number[])[] =>
  Array.from({ length: at.length / 2 }, (_, index) => at.slice(index * 2, index * 2 + 2));

/** Returns a box as an outline. */
export function rectangle([x, y, width, height]: Box): readonly PathSegment[] {
  return [
    { to: 'move', at: [x, y] },
    { to: 'line', at: [x + width, y] },
    { to: 'line', at: [x + width, y + height] },
    { to: 'line', at: [x, y + height] },
    { to: 'close' },
  ];
}
