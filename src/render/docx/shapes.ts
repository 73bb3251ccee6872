// The shapes of a drawing as DrawingML: outlines, fills and lines. Lengths come in millimetres and leave
// in EMU; what a shape means is not known here, and text has a file of its own.

import type {
  DrawnCircle,
  DrawnLine,
  DrawnPolygon,
  DrawnRect,
  Shape,
  Stroke,
} from '../../model/drawing.ts';
import { emu, hex, pointsToEmu } from './units.ts';
import { element, join, none, type Xml } from './xml.ts';

/** A box on the drawing, EMU. */
export interface ShapeBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Clockwise about the middle, 60,000ths of a degree. */
  readonly turn?: number;
  /** A line that rises from left to right. */
  readonly flip?: true;
}

/** A shape as it is written: where it is and what it looks like. */
export interface WrittenShape {
  readonly name: string;
  readonly box: ShapeBox;
  /** Geometry, fill and line, in the order of the schema. */
  readonly look: Xml;
}

/** Whatever is drawn without text. */
export type Outline = Exclude<Shape, { kind: 'text' }>;

/** Returns a shape made smaller by `scale`. */
export function outlineShape(shape: Outline, scale: number): WrittenShape {
  switch (shape.kind) {
    case 'rect':
      return rectangle(shape, scale);
    case 'circle':
      return circle(shape, scale);
    case 'line':
      return line(shape, scale);
    case 'polygon':
      return polygon(shape, scale);
  }
}

/** Writes where a shape stands. */
export function transformXml({ x, y, width, height, turn, flip }: ShapeBox): Xml {
  return element(
    'a:xfrm',
    { rot: turn, flipV: flip ? 1 : undefined },
    element('a:off', { x, y }),
    element('a:ext', { cx: width, cy: height }),
  );
}

function rectangle(shape: DrawnRect, scale: number): WrittenShape {
  const { x, y, width, height, radius = 0 } = shape;
  const round = Math.min(0.5, radius / Math.min(width, height)) || 0;
  const geometry = round ? preset('roundRect', Math.round(round * 100_000)) : preset('rect');
  const box = boxOf(x, y, x + width, y + height, scale);
  return { name: 'Rectangle', box, look: painted(geometry, shape, scale) };
}

function circle(shape: DrawnCircle, scale: number): WrittenShape {
  const { x, y, radius } = shape;
  const box = boxOf(x - radius, y - radius, x + radius, y + radius, scale);
  return { name: 'Circle', box, look: painted(preset('ellipse'), shape, scale) };
}

function line(shape: DrawnLine, scale: number): WrittenShape {
  const { x1, y1, x2, y2, stroke } = shape;
  const rising = (x2 - x1) * (y2 - y1) < 0;
  const box = boxOf(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2), scale);
  return {
    name: 'Line',
    box: { ...box, ...(rising ? { flip: true } : {}) },
    look: join([preset('line'), strokeXml(stroke, scale)]),
  };
}

function polygon(shape: DrawnPolygon, scale: number): WrittenShape {
  const xs = shape.points.map(([x]) => x);
  const ys = shape.points.map(([, y]) => y);
  const box = boxOf(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys), scale);
  const points = shape.points.map(([x, y]) =>
    element('a:pt', { x: emu(x * scale) - box.x, y: emu(y * scale) - box.y }),
  );
  const path = points.map((point, index) => element(index ? 'a:lnTo' : 'a:moveTo', {}, point));
  const geometry = element(
    'a:custGeom',
    {},
    ...['a:avLst', 'a:gdLst', 'a:ahLst', 'a:cxnLst'].map((name) => element(name, {})),
    element('a:rect', { l: 'l', t: 't', r: 'r', b: 'b' }),
    element(
      'a:pathLst',
      {},
      element('a:path', { w: box.width, h: box.height }, ...path, element('a:close', {})),
    ),
  );
  return { name: 'Polygon', box, look: painted(geometry, shape, scale) };
}

/** Edges are rounded, not lengths: shapes that touch in the drawing touch on paper. */
function boxOf(left: number, top: number, right: number, bottom: number, scale: number): ShapeBox {
  const [x, y] = [emu(left * scale), emu(top * scale)];
  return { x, y, width: emu(right * scale) - x, height: emu(bottom * scale) - y };
}

function preset(prst: string, adjustment?: number): Xml {
  const guide =
    adjustment === undefined ? none : element('a:gd', { name: 'adj', fmla: `val ${adjustment}` });
  return element('a:prstGeom', { prst }, element('a:avLst', {}, guide));
}

function painted(
  geometry: Xml,
  { fill, stroke }: { readonly fill?: string; readonly stroke?: Stroke },
  scale: number,
): Xml {
  return join([
    geometry,
    fill ? solid(fill) : element('a:noFill', {}),
    stroke ? strokeXml(stroke, scale) : element('a:ln', {}, element('a:noFill', {})),
  ]);
}

const solid = (color: string): Xml =>
  element('a:solidFill', {}, element('a:srgbClr', { val: hex(color) }));

function strokeXml({ color, widthPt, dash }: Stroke, scale: number): Xml {
  // Dashes are measured in line widths there, in 1000ths of a per cent; an odd one is its own gap.
  const part = (points: number): number => Math.max(1, Math.round((points / widthPt) * 100_000));
  const pairs = (dash ?? []).flatMap((length, index, all) =>
    index % 2 ? [] : [element('a:ds', { d: part(length), sp: part(all[index + 1] ?? length) })],
  );
  return element(
    'a:ln',
    { w: pointsToEmu(widthPt * scale), cap: 'flat' },
    solid(color),
    pairs.length ? element('a:custDash', {}, ...pairs) : none,
  );
}
