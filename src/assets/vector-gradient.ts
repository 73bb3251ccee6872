// Reads the gradients of a simplified SVG that can be drawn exactly: opaque, held at their ends, in
// the coordinates of what they fill or of its box. Gives up on all others.

import type { Gradient, Matrix } from '../model/vector.ts';
import type { SvgElement } from './svg-tree.ts';
import type { Box } from './vector-box.ts';
import { readColor, readMatrix, readNumber } from './vector-values.ts';

/** Returns a gradient as it fills an outline with this box, or `undefined` where it cannot be exact. */
export function readGradient(element: SvgElement, box: Box): Gradient | undefined {
  const { attributes, name } = element;
  const spread = attributes.get('spreadMethod');
  if (spread !== undefined && spread !== 'pad') return undefined;
  const own = readMatrix(attributes.get('gradientTransform'));
  const stops = readStops(element);
  if (!own || !stops) return undefined;
  const inBox = attributes.get('gradientUnits') !== 'userSpaceOnUse';
  if (inBox && !(box[2] > 0 && box[3] > 0)) return undefined;
  const matrix: Matrix = inBox ? within(own, box) : own;
  const value = (key: string, fallback: number): number =>
    readNumber(attributes.get(key), fallback) ?? Number.NaN;
  const shape: Gradient['shape'] =
    name === 'linearGradient'
      ? {
          along: 'line',
          at: [value('x1', 0), value('y1', 0), value('x2', inBox ? 1 : Number.NaN), value('y2', 0)],
        }
      : circles(value);
  return shape.at.every(Number.isFinite) ? { shape, matrix, stops } : undefined;
}

function circles(value: (key: string, fallback: number) => number): Gradient['shape'] {
  const [x, y, radius] = [value('cx', Number.NaN), value('cy', Number.NaN), value('r', Number.NaN)];
  return {
    along: 'circles',
    at: [value('fx', x), value('fy', y), value('fr', 0), x, y, radius],
  };
}

/** Puts a gradient's own matrix into the box of what it fills. */
function within([a, b, c, d, e, f]: Matrix, [x, y, width, height]: Box): Matrix {
  return [a * width, b * height, c * width, d * height, e * width + x, f * height + y];
}

function readStops(element: SvgElement): Gradient['stops'] | undefined {
  const stops: { offset: number; color: string }[] = [];
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    const offset = readNumber(child.attributes.get('offset'), 0);
    const color = readColor(child.attributes.get('stop-color') ?? '#000000');
    const opacity = readNumber(child.attributes.get('stop-opacity'), 1);
    if (child.name !== 'stop' || offset === undefined || !color || opacity !== 1) return undefined;
    const least = stops.at(-1)?.offset ?? 0;
    stops.push({ offset: Math.min(1, Math.max(least, offset)), color });
  }
  return stops.length >= 2 ? stops : undefined;
}
