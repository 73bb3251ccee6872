// A drawing becomes one strip with one mark: its shapes in points, its texts in our own fonts, set
// smaller where they are longer than their room. Sets no page and writes no operators.

import { assertNever } from '../../base/errors.ts';
import type { DrawingFigure } from '../../model/block.ts';
import type { Drawing, DrawnText, Stroke } from '../../model/drawing.ts';
import { pointsPerMm } from '../../model/theme.ts';
import {
  addSlot,
  type DrawingMark,
  type DrawnLabel,
  type Galley,
  type OutlineShape,
  type Owner,
  type Strip,
} from './galley.ts';
import { setProse } from './prose.ts';
import { shape } from './shape.ts';
import { addTag, type Tag } from './tags.ts';

/** The greatest share of a page's height that a drawing takes; a higher one is set smaller. */
const tallestShare = 0.85;
/** How far a drawing shrinks at most to stay on the page it belongs to. */
const leastSize = 0.9;

/** Sets a drawing with its caption below; where it is wider than the text it is set smaller. */
export function setDrawing(galley: Galley, parent: Tag, block: DrawingFigure): Strip[] {
  const { widthMm, heightMm } = block.drawing;
  if (!(widthMm > 0 && heightMm > 0)) return [];
  const tag = block.caption ? addTag(parent, 'Div') : parent;
  const owner = addSlot(galley, addTag(tag, 'Figure', { alt: block.alt }));
  const scale = Math.min(
    pointsPerMm,
    galley.width / widthMm,
    (galley.depth * tallestShare) / heightMm,
  );
  const stripAt = (size: number): Strip => {
    const mark = drawingMark(galley, block.drawing, size, owner);
    return { height: mark.height, gap: 0, marks: [mark] };
  };
  const strip: Strip = {
    ...stripAt(scale),
    shrink: (room) => {
      const least = heightMm * scale * leastSize;
      return room < least ? undefined : stripAt(Math.min(scale, room / heightMm));
    },
  };
  if (!block.caption) return [strip];
  const style = galley.theme.type.caption;
  const box = { x: galley.left, width: galley.width };
  const lines = setProse(galley, addTag(tag, 'Caption'), { content: block.caption }, style, box);
  return [
    strip,
    ...lines.map((line, index) => ({ ...line, glue: true as const, gap: index ? line.gap : 4 })),
  ];
}

/** Returns a drawing at the left edge of the text; `size` is points in a millimetre. */
export function drawingMark(
  galley: Galley,
  { widthMm, heightMm, shapes }: Drawing,
  size: number,
  owner: Owner,
): DrawingMark {
  return {
    kind: 'drawing',
    x: galley.left,
    y: 0,
    width: widthMm * size,
    height: heightMm * size,
    owner,
    items: shapes.map((each) =>
      each.kind === 'text' ? label(galley, each, size) : inPoints(each, size),
    ),
  };
}

/** Returns a text in its place, no wider than its room. */
function label(galley: Galley, text: DrawnText, scale: number): DrawnLabel {
  const chain = galley.faces.chain('heading', text.bold === true, false);
  const { parts, width } = shape(chain, text.text);
  const wanted = (text.size * scale) / pointsPerMm;
  const room = text.maxWidth * scale;
  const natural = (width * wanted) / 1000;
  const size = natural > room && room > 0 ? (wanted * room) / natural : wanted;
  const set = (width * size) / 1000;
  const back = { start: 0, middle: set / 2, end: set }[text.anchor];
  const turn = text.turn ?? 0;
  const angle = (turn * Math.PI) / 180;
  return {
    kind: 'label',
    x: text.x * scale - back * Math.cos(angle),
    y: text.y * scale + back * Math.sin(angle),
    turn,
    parts,
    size,
    color: text.color,
  };
}

function inPoints(drawn: OutlineShape, scale: number): OutlineShape {
  const pen = (stroke: Stroke): Stroke => {
    const by = scale / pointsPerMm;
    const { widthPt, dash } = stroke;
    return {
      ...stroke,
      widthPt: widthPt * by,
      ...(dash ? { dash: dash.map((each) => each * by) } : {}),
    };
  };
  const stroke = drawn.stroke ? { stroke: pen(drawn.stroke) } : {};
  switch (drawn.kind) {
    case 'rect':
      return {
        ...drawn,
        ...stroke,
        x: drawn.x * scale,
        y: drawn.y * scale,
        width: drawn.width * scale,
        height: drawn.height * scale,
        ...(drawn.radius === undefined ? {} : { radius: drawn.radius * scale }),
      };
    case 'line':
      return {
        ...drawn,
        x1: drawn.x1 * scale,
        y1: drawn.y1 * scale,
        x2: drawn.x2 * scale,
        y2: drawn.y2 * scale,
        stroke: pen(drawn.stroke),
      };
    case 'circle':
      return {
        ...drawn,
        ...stroke,
        x: drawn.x * scale,
        y: drawn.y * scale,
        radius: drawn.radius * scale,
      };
    case 'polygon':
      return {
        ...drawn,
        ...stroke,
        points: drawn.points.map(([x, y]) => [x * scale, y * scale] as const),
      };
    default:
      return assertNever(drawn);
  }
}
