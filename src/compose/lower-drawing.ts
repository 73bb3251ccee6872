// Drawings become shapes: one block for each sheet, the caption under the last. Part of lowering;
// the geometry is in the files it calls.

import { assertNever } from '../base/errors.ts';
import type { DrawingFigure } from '../model/block.ts';
import type { DocumentDrawing, DrawingContent } from '../model/document.ts';
import type { Drawing } from '../model/drawing.ts';
import type { Theme } from '../model/theme.ts';
import { drawMatrix } from './draw-matrix.ts';
import { drawMeasures } from './draw-measures.ts';
import { drawTimeline } from './draw-timeline.ts';
import { type Pen, penOf } from './drawing-pen.ts';
import { type InlineContext, lowerInlines } from './lower-inline.ts';

/** Lowers a drawing. */
export function lowerDrawing(
  { sheets, caption, names }: DocumentDrawing,
  theme: Theme,
  context: InlineContext,
): readonly DrawingFigure[] {
  const pen = penOf(theme);
  return sheets.map(({ content, alt }, index) => ({
    kind: 'drawing',
    drawing: draw(content, names, pen),
    alt,
    ...(caption && index === sheets.length - 1 ? { caption: lowerInlines(caption, context) } : {}),
  }));
}

function draw(content: DrawingContent, names: Readonly<Record<string, string>>, pen: Pen): Drawing {
  switch (content.shows) {
    case 'timeline':
      return drawTimeline(content, names, pen);
    case 'rolesmatrix':
      return drawMatrix(content, names, pen);
    case 'measures':
      return drawMeasures(content, names, pen);
    default:
      return assertNever(content);
  }
}
