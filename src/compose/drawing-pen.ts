// What all drawings are drawn with: the theme's sizes and colours, and the shape of each kind of
// mark. Pure geometry in millimetres; knows no agreement.

import { mix } from '../model/color.ts';
import type { TimelineEntry } from '../model/document.ts';
import type { DrawnText, Shape, Stroke } from '../model/drawing.ts';
import { pointsPerMm, type Theme, textWidthMm } from '../model/theme.ts';
import { fitted, textWidth } from './text-width.ts';

/** The sizes and colours of a drawing. */
export interface Pen {
  readonly theme: Theme;
  /** Millimetres between the margins. */
  readonly width: number;
  readonly line: Stroke;
  readonly strongLine: Stroke;
  /** For lines that pass behind words. */
  readonly faintLine: Stroke;
}

/** Returns what drawings of a theme are drawn with. */
export function penOf(theme: Theme): Pen {
  const { color, drawing } = theme;
  return {
    theme,
    width: textWidthMm(theme),
    line: { color: color.rule, widthPt: drawing.line },
    faintLine: { color: mix(color.rule, '#ffffff', 0.55), widthPt: drawing.line },
    strongLine: { color: color.strongRule, widthPt: drawing.line },
  };
}

/** Returns the colour of a partner that can be told from white; a neutral one for none. */
export function colorOf(partner: string | undefined, { theme }: Pen): string {
  return (partner !== undefined && theme.partners[partner]?.ink) || theme.color.muted;
}

/** How a text is set. */
export interface TextLook {
  readonly size: number;
  readonly color: string;
  readonly bold?: true;
  readonly anchor?: DrawnText['anchor'];
  readonly turn?: 45 | 90;
}

/** Room for a text is a little more than its width, or rounding would set it smaller. */
const spare = 1.01;

/** Returns the room in millimetres that a text takes. */
export function roomOf(text: string, size: number, bold = false): number {
  return textWidth(text, size, bold ? 'bold' : 'regular') * spare + 0.01;
}

/** Returns a line of text that fits into its room, shortened where it must be. */
export function drawText(
  x: number,
  y: number,
  text: string,
  room: number,
  { size, color, bold, anchor = 'start', turn }: TextLook,
): DrawnText {
  const weight = bold ? 'bold' : 'regular';
  const shown = fitted(text, Math.max(0, room - 0.01) / spare, size, weight);
  return {
    kind: 'text',
    x: rounded(x),
    y: rounded(y),
    text: shown,
    size,
    color,
    anchor,
    ...(bold ? { bold } : {}),
    maxWidth: rounded(Math.max(0.5, Math.min(room, roomOf(shown, size, bold)))),
    ...(turn ? { turn } : {}),
  };
}

/** Returns how far the base line of a text lies below the middle of a line of that height. */
export function baseline(size: number): number {
  return (size * 0.36) / pointsPerMm;
}

/** Rounds to hundredths of a millimetre. */
export function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Half the height of a mark, millimetres. */
export const markRadius = 1.35;

/** Returns the mark of a kind about its centre: a shape of its own for each. */
export function markOf(kind: TimelineEntry['kind'], x: number, y: number, fill: string): Shape {
  const at = (angle: number, radius: number): readonly [number, number] => [
    rounded(x + radius * Math.sin(angle)),
    rounded(y - radius * Math.cos(angle)),
  ];
  const around = (count: number, radius: (index: number) => number): Shape => ({
    kind: 'polygon',
    points: Array.from({ length: count }, (_, index) =>
      at((index * 2 * Math.PI) / count, radius(index)),
    ),
    fill,
  });
  switch (kind) {
    case 'milestone':
      return around(4, () => markRadius * 1.12);
    case 'smallWin':
      return around(10, (index) => (index % 2 ? markRadius * 0.55 : markRadius * 1.35));
    case 'review':
      return around(3, () => markRadius * 1.25);
    case 'event':
      return { kind: 'circle', x: rounded(x), y: rounded(y), radius: markRadius, fill };
  }
}
