// A drawing's shapes and labels become operators of a content stream, with the drawing's top left
// corner as the origin. Shapes come in points; what a label looks like in a font is asked for.

import { assertNever } from '../../base/errors.ts';
import type { Stroke } from '../../model/drawing.ts';
import type { DrawingMark, DrawnLabel, OutlineShape } from './galley.ts';
import { fillColor, num, strokeColor } from './operators.ts';

/** How far the handles of a quarter circle's curve stand out, in radii. */
const quarter = 0.5523;

/** Returns the operators of a drawing; `show` draws a label's text with its start at the origin. */
export function drawingOperators(mark: DrawingMark, show: (label: DrawnLabel) => string): string {
  const items = mark.items.map((item) => {
    if (item.kind !== 'label') return outlineOperators(item);
    const angle = (item.turn * Math.PI) / 180;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const matrix = [cos, -sin, sin, cos, item.x, item.y].map(num).join(' ');
    return `q ${matrix} cm ${fillColor(item.color)} ${show(item)} Q`;
  });
  return [`q 1 0 0 1 ${num(mark.x)} ${num(mark.y)} cm`, ...items, 'Q'].join('\n');
}

function outlineOperators(drawn: OutlineShape): string {
  const fill = drawn.kind === 'line' ? undefined : drawn.fill;
  const { stroke } = drawn;
  if (!fill && !stroke) return '';
  const paint = fill && stroke ? 'B' : fill ? 'f' : 'S';
  const look = [fill ? fillColor(fill) : '', stroke ? pen(stroke) : ''].filter(Boolean).join(' ');
  return `q ${look} ${path(drawn)} ${paint} Q`;
}

function pen({ color, widthPt, dash }: Stroke): string {
  const dashes = dash?.length ? ` [${dash.map(num).join(' ')}] 0 d` : '';
  return `${strokeColor(color)} ${num(widthPt)} w${dashes}`;
}

function path(drawn: OutlineShape): string {
  switch (drawn.kind) {
    case 'rect':
      return rectangle(drawn.x, drawn.y, drawn.width, drawn.height, drawn.radius ?? 0);
    case 'line':
      return `${num(drawn.x1)} ${num(drawn.y1)} m ${num(drawn.x2)} ${num(drawn.y2)} l`;
    case 'circle': {
      const { x, y, radius } = drawn;
      return rectangle(x - radius, y - radius, 2 * radius, 2 * radius, radius);
    }
    case 'polygon':
      return `${drawn.points
        .map(([x, y], index) => `${num(x)} ${num(y)} ${index ? 'l' : 'm'}`)
        .join(' ')} h`;
    default:
      return assertNever(drawn);
  }
}

function rectangle(x: number, y: number, width: number, height: number, round: number): string {
  const radius = Math.max(0, Math.min(round, width / 2, height / 2));
  if (radius === 0) return `${num(x)} ${num(y)} ${num(width)} ${num(height)} re`;
  const [right, bottom] = [x + width, y + height];
  const near = radius * (1 - quarter);
  const point = (...values: readonly number[]): string => values.map(num).join(' ');
  return [
    `${point(x + radius, y)} m ${point(right - radius, y)} l`,
    `${point(right - near, y, right, y + near, right, y + radius)} c`,
    `${point(right, bottom - radius)} l`,
    `${point(right, bottom - near, right - near, bottom, right - radius, bottom)} c`,
    `${point(x + radius, bottom)} l`,
    `${point(x + near, bottom, x, bottom - near, x, bottom - radius)} c`,
    `${point(x, y + radius)} l`,
    `${point(x, y + near, x + near, y, x + radius, y)} c h`,
  ].join(' ');
}
