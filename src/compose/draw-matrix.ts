// Draws tasks by partners: a filled mark for the lead, an open one for support, names of many
// partners turned to stand upright. Pure geometry in millimetres, in the theme's colours.

import type { DocumentMatrix } from '../model/document.ts';
import type { Drawing, Shape } from '../model/drawing.ts';
import { pointsPerMm } from '../model/theme.ts';
import { baseline, colorOf, drawText, type Pen, roomOf, rounded } from './drawing-pen.ts';
import { wrapped } from './text-width.ts';

/** Columns of partners are at most this wide; tasks get the rest, but never less than their share. */
const widestColumn = 24;
const leastTaskShare = 0.38;
const rowPadding = 1.2;
const lineHeight = 3.2;
/** Turned names are at most this high. */
const highestHeader = 42;
const legendHeight = 6;
const radius = 1.3;

/** Draws a sheet of the matrix. */
export function drawMatrix(
  { tasks, columns, words }: DocumentMatrix,
  names: Readonly<Record<string, string>>,
  pen: Pen,
): Drawing {
  const { color, drawing } = pen.theme;
  const size = drawing.label;
  const step = Math.min(widestColumn, (pen.width * (1 - leastTaskShare)) / columns.length);
  const taskWidth = pen.width - step * columns.length;
  const center = (index: number): number => taskWidth + (index + 0.5) * step;
  const header = headerOf(columns, names, center, step, pen);
  const shapes: Shape[] = [...header.shapes];
  const strong = { kind: 'line', x1: 0, x2: pen.width } as const;
  let y = header.height;
  const look = { size, color: color.text, bold: true } as const;
  shapes.push(drawText(0, y - 1.6, words.task, taskWidth - 3, look));
  shapes.push({ ...strong, y1: rounded(y), y2: rounded(y), stroke: pen.strongLine });
  const top = y;
  for (const { name, lead, support } of tasks) {
    const lines = wrapped(name, (taskWidth - 3) / 1.02, size, 2);
    const height = Math.max(1, lines.length) * lineHeight + 2 * rowPadding;
    lines.forEach((line, index) => {
      const middle = y + rowPadding + (index + 0.5) * lineHeight;
      const text = { size, color: color.text };
      shapes.push(drawText(0, middle + baseline(size), line, taskWidth - 2.9, text));
    });
    columns.forEach((key, index) => {
      const how = key === lead ? 'lead' : support.includes(key) ? 'support' : undefined;
      if (how) shapes.push(mark(how, center(index), y + height / 2, colorOf(key, pen)));
    });
    y += height;
    shapes.push({ ...strong, y1: rounded(y), y2: rounded(y), stroke: pen.line });
  }
  const verticals = columns.map((_, index): Shape => {
    const x = rounded(taskWidth + index * step);
    return { kind: 'line', x1: x, x2: x, y1: rounded(top), y2: rounded(y), stroke: pen.line };
  });
  const legend = legendOf(words, y, pen);
  return {
    widthMm: pen.width,
    heightMm: rounded(y + legendHeight),
    shapes: [...verticals, ...shapes, ...legend],
  };
}

function mark(how: 'lead' | 'support', x: number, y: number, color: string): Shape {
  const at = { kind: 'circle', x: rounded(x), y: rounded(y) } as const;
  return how === 'lead'
    ? { ...at, radius, fill: color }
    : { ...at, radius: radius - 0.2, stroke: { color, widthPt: 1.1 } };
}

/** The names of the partners, upright where the columns are too narrow for their words. */
function headerOf(
  columns: readonly string[],
  names: Readonly<Record<string, string>>,
  center: (index: number) => number,
  step: number,
  pen: Pen,
): { readonly shapes: readonly Shape[]; readonly height: number } {
  const size = pen.theme.drawing.label;
  const room = step - 2;
  const texts = columns.map((key) => names[key] ?? key);
  const lines = texts.map((text) => wrapped(text, room / 1.02, size, 3, 'bold'));
  const whole = lines.every((each, index) => each.join(' ') === texts[index]!.trim());
  const look = (key: string): { size: number; color: string; bold: true } => ({
    size,
    color: colorOf(key, pen),
    bold: true,
  });
  if (whole) {
    const height = Math.max(...lines.map((each) => each.length)) * lineHeight + 2;
    const shapes = lines.flatMap((each, index) =>
      each.map((line, row) => {
        const middle = height - 1 - (each.length - row - 0.5) * lineHeight;
        const set = { ...look(columns[index]!), anchor: 'middle' } as const;
        return drawText(center(index), middle + baseline(size), line, room, set);
      }),
    );
    return { shapes, height };
  }
  const longest = Math.max(...texts.map((text) => roomOf(text, size, true)));
  const height = Math.min(highestHeader, longest + 0.1);
  // Turned about its start, a text runs upwards from the foot of the header.
  const shapes = texts.map((text, index) => {
    const x = center(index) + (size * 0.36) / pointsPerMm;
    return drawText(x, height + 0.4, text, height, { ...look(columns[index]!), turn: 90 });
  });
  return { shapes, height: height + 2 };
}

function legendOf(words: DocumentMatrix['words'], y: number, pen: Pen): readonly Shape[] {
  const { color, drawing } = pen.theme;
  const size = drawing.label;
  const middle = y + legendHeight / 2 + 0.4;
  const shapes: Shape[] = [];
  let x = 1.5;
  for (const how of ['lead', 'support'] as const) {
    const room = roomOf(words[how], size);
    shapes.push(mark(how, x, middle, color.muted));
    const look = { size, color: color.muted };
    shapes.push(drawText(x + 2.6, middle + baseline(size), words[how], room, look));
    x += room + 9;
  }
  return shapes;
}
