// Drawings as native DrawingML: a group of shapes in the line of text, with an alternative text.
// Programs that know no shapes show the alternative text in its place. Breaks no pages.

import type { DrawingFigure } from '../../model/block.ts';
import type { Drawing, DrawnRect } from '../../model/drawing.ts';
import type { Theme } from '../../model/theme.ts';
import { type TextShape, textShape } from './drawn-text.ts';
import { inlineDrawing } from './inline-drawing.ts';
import { type BodyContext, type Flow, paragraphXml } from './paragraph.ts';
import { captionXml } from './picture.ts';
import { outlineShape, transformXml, type WrittenShape } from './shapes.ts';
import { mmToEmu, mmToTwips } from './units.ts';
import { element, escapeXml, join, none, type Xml } from './xml.ts';

const group = 'http://schemas.microsoft.com/office/word/2010/wordprocessingGroup';
/** The shapes of a drawing are numbered from its own number times this on. */
const numbersPerDrawing = 10_000;

/** Writes a drawing and its caption. */
export function drawingXml(figure: DrawingFigure, flow: Flow, context: BodyContext): Xml {
  const { drawing, alt, caption } = figure;
  const keepNext = caption ? true : flow.keepNext === true;
  return join([
    paragraphXml('Figure', { ...flow, keepNext }, drawingRun(drawing, alt, context), context.theme),
    caption ? captionXml(caption, flow, context) : none,
  ]);
}

/** Writes a drawing as a run; without an alternative text it is an ornament. */
export function drawingRun(drawing: Drawing, alt: string | undefined, context: BodyContext): Xml {
  const { theme, textWidth } = context;
  const scale = Math.min(1, textWidth / Math.max(1, mmToTwips(drawing.widthMm)));
  const number = context.drawingNumber();
  const words = alt ? element('w:t', { 'xml:space': 'preserve' }, escapeXml(alt)) : none;
  return element(
    'w:r',
    {},
    element('w:rPr', {}, element('w:noProof', {})),
    element(
      'mc:AlternateContent',
      {},
      element('mc:Choice', { Requires: 'wpg' }, groupXml(drawing, alt, scale, number, theme)),
      element('mc:Fallback', {}, words),
    ),
  );
}

function groupXml(
  drawing: Drawing,
  alt: string | undefined,
  scale: number,
  number: number,
  theme: Theme,
): Xml {
  const written = drawing.shapes.map((shape) =>
    shape.kind === 'text' ? textShape(shape, drawing, scale, theme) : outlineShape(shape, scale),
  );
  const { size, start } = frameOf(drawing, scale, written);
  const frame = element(
    'wpg:grpSpPr',
    {},
    element(
      'a:xfrm',
      {},
      element('a:off', { x: 0, y: 0 }),
      element('a:ext', size),
      element('a:chOff', start),
      element('a:chExt', size),
    ),
  );
  // LibreOffice turns a whole group by the angle of its first shape, and an upright line has one:
  // the first is a ground that cannot be seen.
  const ground: DrawnRect = {
    kind: 'rect',
    x: 0,
    y: 0,
    width: drawing.widthMm,
    height: drawing.heightMm,
  };
  const shapes = [outlineShape(ground, scale), ...written].map((shape, index) =>
    shapeXml(shape, number * numbersPerDrawing + index),
  );
  const content = element('wpg:wgp', {}, element('wpg:cNvGrpSpPr', {}), frame, ...shapes);
  return inlineDrawing({ number, name: `Drawing ${number}`, alt, size, uri: group, content });
}

/**
 * Returns where the group starts and how large it is, EMU: as drawn, and wider where a box of text
 * reaches beyond the edge. LibreOffice squeezes a group whose shapes leave its frame.
 */
function frameOf(drawing: Drawing, scale: number, shapes: readonly WrittenShape[]): Frame {
  const [width, height] = [mmToEmu(drawing.widthMm * scale), mmToEmu(drawing.heightMm * scale)];
  const boxes = shapes.map(({ box }) => box);
  const x = Math.min(0, ...boxes.map((box) => box.x));
  const y = Math.min(0, ...boxes.map((box) => box.y));
  const right = Math.max(width, ...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(height, ...boxes.map((box) => box.y + box.height));
  return { start: { x, y }, size: { cx: right - x, cy: bottom - y } };
}

interface Frame {
  readonly start: { readonly x: number; readonly y: number };
  readonly size: { readonly cx: number; readonly cy: number };
}

function shapeXml(shape: WrittenShape & Partial<TextShape>, id: number): Xml {
  return element(
    'wps:wsp',
    {},
    element('wps:cNvPr', { id, name: `${shape.name} ${id}` }),
    element('wps:cNvSpPr', shape.text ? { txBox: 1 } : {}),
    element('wps:spPr', {}, transformXml(shape.box), shape.look),
    shape.text ?? element('wps:bodyPr', {}),
  );
}
