// Drawings as inline SVG, named by what they show; shapes and their words are hidden from readers
// that speak, since the table beside says the same. A pure function of the drawing.

import { assertNever } from '../../base/errors.ts';
import type { Drawing, DrawnText, Shape, Stroke } from '../../model/drawing.ts';
import { pointsPerMm } from '../../model/theme.ts';
import { escapeHtml } from './escape.ts';

/** Returns a drawing as an SVG picture; one unit is a millimetre. Without words for it, it is an ornament. */
export function renderDrawing({ widthMm, heightMm, shapes }: Drawing, alt?: string): string {
  const body = shapes.map(shapeSvg).join('');
  const name =
    alt === undefined ? 'aria-hidden="true"' : `role="img" aria-label="${escapeHtml(alt)}"`;
  return `<svg ${name} viewBox="0 0 ${number(widthMm)} ${number(heightMm)}" style="max-width:${number(widthMm)}mm"><g aria-hidden="true">${body}</g></svg>`;
}

function shapeSvg(shape: Shape): string {
  switch (shape.kind) {
    case 'rect': {
      const { x, y, width, height, radius } = shape;
      const corner = radius ? ` rx="${number(Math.min(radius, height / 2))}"` : '';
      return `<rect x="${number(x)}" y="${number(y)}" width="${number(width)}" height="${number(height)}"${corner}${paint(shape)}/>`;
    }
    case 'line':
      return `<line x1="${number(shape.x1)}" y1="${number(shape.y1)}" x2="${number(shape.x2)}" y2="${number(shape.y2)}"${paint(shape)}/>`;
    case 'circle':
      return `<circle cx="${number(shape.x)}" cy="${number(shape.y)}" r="${number(shape.radius)}"${paint(shape)}/>`;
    case 'polygon': {
      const points = shape.points.map(([x, y]) => `${number(x)},${number(y)}`).join(' ');
      return `<polygon points="${points}"${paint(shape)}/>`;
    }
    case 'text':
      return textSvg(shape);
    default:
      return assertNever(shape);
  }
}

/** Characters whose widths drawings know exactly; others are only thought to be wide. */
const measured = /^[\u0020-\u045f\u2010-\u2026]+$/u;

/** A face that stands in for ours is set as wide as ours would be, so that nothing spills. */
function textSvg({ x, y, text, size, color, anchor, bold, maxWidth, turn }: DrawnText): string {
  const turned = turn ? ` transform="rotate(-${turn} ${number(x)} ${number(y)})"` : '';
  const length = measured.test(text)
    ? ` textLength="${number(maxWidth)}" lengthAdjust="spacingAndGlyphs"`
    : '';
  const weight = bold ? ' font-weight="700"' : '';
  return `<text x="${number(x)}" y="${number(y)}" font-size="${number(size / pointsPerMm)}" fill="${escapeHtml(color)}" text-anchor="${anchor}"${weight}${turned}${length}>${escapeHtml(text)}</text>`;
}

function paint({ fill, stroke }: { readonly fill?: string; readonly stroke?: Stroke }): string {
  const inside = ` fill="${escapeHtml(fill ?? 'none')}"`;
  if (!stroke) return inside;
  const dash = stroke.dash
    ? ` stroke-dasharray="${stroke.dash.map((each) => number(each / pointsPerMm)).join(' ')}"`
    : '';
  return `${inside} stroke="${escapeHtml(stroke.color)}" stroke-width="${number(stroke.widthPt / pointsPerMm)}"${dash}`;
}

function number(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
