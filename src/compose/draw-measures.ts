// Draws measures: a line from where each starts to its target, on a scale of its own from nothing to
// the larger of the two. Pure geometry in millimetres, in the theme's colours.

import type { DocumentMeasures, DrawnMeasure } from '../model/document.ts';
import type { Drawing, Shape } from '../model/drawing.ts';
import { baseline, colorOf, drawText, type Pen, roomOf, rounded } from './drawing-pen.ts';
import { partnerKey } from './partner-key.ts';
import { wrapped } from './text-width.ts';

const nameShare = 0.4;
const lineHeight = 3.2;
const rowPadding = 1.5;
const legendHeight = 5.4;
/** Room for a value beside the scale is at least this, and at most the share of the width. */
const leastValue = 10;
const mostValueShare = 0.17;
const radius = 1.3;

/** Draws measures. */
export function drawMeasures(
  { measures, words }: DocumentMeasures,
  names: Readonly<Record<string, string>>,
  pen: Pen,
): Drawing {
  const { color, drawing } = pen.theme;
  const size = drawing.label;
  const nameWidth = pen.width * nameShare;
  const valueRoom = Math.min(
    pen.width * mostValueShare,
    Math.max(
      leastValue,
      ...measures.flatMap(({ baseline: from, target }) =>
        [from, target].map((text) => roomOf(text, size, true)),
      ),
    ),
  );
  // A value may stand outside either end of its line.
  const left = nameWidth + valueRoom + 3;
  const right = pen.width - valueRoom - 3;
  const shapes: Shape[] = [];
  let y = legendHeight;
  shapes.push(...legendOf(words, left, pen));
  const rule = (): Shape => {
    const at = rounded(y);
    return { kind: 'line', x1: 0, x2: pen.width, y1: at, y2: at, stroke: pen.line };
  };
  shapes.push(rule());
  for (const measure of measures) {
    const lines = wrapped(measure.what, (nameWidth - 2) / 1.02, size, 2);
    const height = Math.max(1, lines.length) * lineHeight + 2 * rowPadding;
    lines.forEach((line, index) => {
      const middle = y + rowPadding + (index + 0.5) * lineHeight;
      const look = { size, color: color.text };
      shapes.push(drawText(0, middle + baseline(size), line, nameWidth - 1.9, look));
    });
    shapes.push(...rangeOf(measure, left, right, y + height / 2, valueRoom, pen));
    y += height;
    shapes.push(rule());
  }
  const key = partnerKey(measures, names, y + 1.2, pen);
  return {
    widthMm: pen.width,
    heightMm: rounded(y + key.height + 0.2),
    shapes: [...shapes, ...key.shapes],
  };
}

function rangeOf(
  measure: DrawnMeasure,
  left: number,
  right: number,
  middle: number,
  valueRoom: number,
  pen: Pen,
): readonly Shape[] {
  const { color, drawing } = pen.theme;
  const { from, to } = measure;
  const low = Math.min(0, from, to);
  const high = Math.max(0, from, to);
  const span = high - low || 1;
  const x = (value: number): number => left + ((value - low) / span) * (right - left);
  const ink = colorOf(measure.partner, pen);
  const y = rounded(middle);
  const onward = to >= from ? 1 : -1;
  const near = Math.abs(x(to) - x(from)) < 2 * radius + 2.6;
  const start = x(from);
  const end = x(to);
  const shapes: Shape[] = track(measure, start, end, left, right, y, pen);
  if (!near) {
    const x1 = rounded(start + onward * radius);
    const x2 = rounded(end - onward * 2);
    shapes.push({ kind: 'line', x1, x2, y1: y, y2: y, stroke: { color: ink, widthPt: 2 } });
  }
  if (from !== to) shapes.push(arrow(end, y, onward, ink));
  shapes.push({
    kind: 'circle',
    x: rounded(start),
    y,
    radius: from === to ? radius : radius - 0.2,
    fill: '#ffffff',
    stroke: { color: ink, widthPt: 1.1 },
  });
  const base = middle + baseline(drawing.label);
  const outward = onward === 1 ? (['end', 'start'] as const) : (['start', 'end'] as const);
  const value = (at: number, side: 'start' | 'end', text: string, bold: boolean): Shape =>
    drawText(at, base, text, valueRoom, {
      size: drawing.label,
      color: bold ? color.text : color.muted,
      anchor: side,
      ...(bold ? { bold: true } : {}),
    });
  return [
    ...shapes,
    value(start - onward * (radius + 1), outward[0], measure.baseline, false),
    value(end + onward * (from === to ? radius + 1 : 1), outward[1], measure.target, true),
  ];
}

/** The rest of the scale, where neither the range nor a value stands. */
function track(
  { baseline: from, target }: DrawnMeasure,
  start: number,
  end: number,
  left: number,
  right: number,
  y: number,
  pen: Pen,
): Shape[] {
  const size = pen.theme.drawing.label;
  const first = start <= end ? roomOf(from, size) : roomOf(target, size, true);
  const second = start <= end ? roomOf(target, size, true) : roomOf(from, size);
  const free = [
    [left, Math.min(start, end) - radius - 2 - first],
    [Math.max(start, end) + radius + 2 + second, right],
  ] as const;
  return free.flatMap(([x1, x2]): Shape[] =>
    x2 - x1 < 1
      ? []
      : [{ kind: 'line', x1: rounded(x1), x2: rounded(x2), y1: y, y2: y, stroke: pen.line }],
  );
}

function arrow(tip: number, y: number, onward: number, fill: string): Shape {
  const back = rounded(tip - onward * 2.4);
  return {
    kind: 'polygon',
    points: [
      [rounded(tip), y],
      [back, rounded(y - 1.3)],
      [back, rounded(y + 1.3)],
    ],
    fill,
  };
}

function legendOf(words: DocumentMeasures['words'], left: number, pen: Pen): readonly Shape[] {
  const { color, drawing } = pen.theme;
  const size = drawing.label;
  const middle = legendHeight / 2 - 0.4;
  const base = middle + baseline(size);
  const look = { size, color: color.muted };
  const room = roomOf(words.baseline, size);
  const second = left + room + 8;
  return [
    {
      kind: 'circle',
      x: rounded(left),
      y: rounded(middle),
      radius: radius - 0.2,
      fill: '#ffffff',
      stroke: { color: color.muted, widthPt: 1.1 },
    },
    drawText(left + 2.2, base, words.baseline, room, look),
    arrow(second + 1.2, rounded(middle), 1, color.muted),
    drawText(second + 2.2, base, words.target, pen.width - second - 2.2, look),
  ];
}
