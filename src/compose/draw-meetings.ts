// The band of meetings on a timeline, and what all bands share: their measures, their names, and the
// scale that they stand on. Pure geometry in millimetres; part of draw-timeline.ts.

import type { DocumentTimeline, TimelineEntry, TimelineMeeting } from '../model/document.ts';
import type { Shape } from '../model/drawing.ts';
import {
  baseline,
  colorOf,
  drawText,
  markOf,
  markRadius,
  type Pen,
  rounded,
} from './drawing-pen.ts';
import type { TimeAxis } from './time-axis.ts';

/** Room for the names of the bands, left of the axis. */
export const gutter = 27;
/** A measure of bands, millimetres. */
export const laneHeight = 4.7;
/** A measure of bands, millimetres. */
export const bandPadding = 1.5;
/** Names of meetings take a line each; more than these share one band of marks. */
const mostMeetings = 6;
/** Marks of a meeting closer than this are drawn as one line. */
const closest = 0.9;

/** Where days stand. */
export interface Scale {
  readonly axis: TimeAxis;
  readonly x: (day: string) => number;
  readonly left: number;
  readonly right: number;
}

/** A band of marks: how high it is, and its shapes below a height. */
export interface Band {
  readonly height: number;
  readonly shapes: (y: number) => readonly Shape[];
}

/** Returns the mark of a kind with its name, left of a band. */
export function bandName(
  kind: TimelineEntry['kind'] | 'meeting',
  word: string,
  middle: number,
  pen: Pen,
): readonly Shape[] {
  const { color, drawing } = pen.theme;
  const mark =
    kind === 'meeting' ? tick(1.5, middle, color.muted) : markOf(kind, 1.5, middle, color.muted);
  const look = { size: drawing.label, color: color.text, bold: true } as const;
  return [mark, drawText(4.2, middle + baseline(drawing.label), word, gutter - 5, look)];
}

function tick(x: number, middle: number, color: string): Shape {
  return {
    kind: 'line',
    x1: rounded(x),
    x2: rounded(x),
    y1: rounded(middle - markRadius),
    y2: rounded(middle + markRadius),
    stroke: { color, widthPt: 1.6 },
  };
}

/** Each meeting has a line with its name above its days; many share lines without names. */
export function meetingBand(
  meetings: readonly TimelineMeeting[],
  { words, start, end }: DocumentTimeline,
  { x, left, right }: Scale,
  pen: Pen,
): Band | undefined {
  if (meetings.length === 0) return undefined;
  const { theme } = pen;
  const size = theme.drawing.label;
  const named = meetings.length <= mostMeetings;
  const lane = named ? 2 * laneHeight - 2 : 0;
  const height = (named ? meetings.length * lane : laneHeight) + 2 * bandPadding;
  const look = { size, color: theme.color.text } as const;
  return {
    height,
    shapes: (y) => [
      ...bandName('meeting', words.meeting, y + bandPadding + laneHeight / 2, pen),
      ...meetings.flatMap(({ name, days, partner }, index): readonly Shape[] => {
        const top = y + bandPadding + index * lane;
        const middle = named ? top + laneHeight + 0.6 : top + laneHeight / 2;
        const color = colorOf(partner, pen);
        const first = Math.min(days.length ? x(days[0]!) : Math.max(left, x(start)), right - 30);
        const title = drawText(
          first,
          top + laneHeight / 2 + baseline(size),
          name,
          right - first,
          look,
        );
        const marks = days.length
          ? meetingMarks(days.map(x), middle, left, right, color)
          : [rhythm(Math.max(left, x(start)), end ? x(end) : right, middle, color)];
        return [...(named ? [title] : []), ...marks];
      }),
    ],
  };
}

function meetingMarks(
  places: readonly number[],
  middle: number,
  left: number,
  right: number,
  color: string,
): readonly Shape[] {
  const first = places[0]!;
  const last = places[places.length - 1]!;
  if (places.length > 2 && (last - first) / (places.length - 1) < closest) {
    const height = markRadius * 1.2;
    const y = rounded(middle - height / 2);
    return [
      { kind: 'rect', x: rounded(first), y, width: rounded(last - first), height, fill: color },
    ];
  }
  return places.map((place) =>
    tick(Math.min(Math.max(place, left + 0.3), right - 0.3), middle, color),
  );
}

/** Where only the rhythm is agreed, no day is drawn: a broken line says so. */
function rhythm(from: number, to: number, middle: number, color: string): Shape {
  const y = rounded(middle);
  const stroke = { color, widthPt: 1.1, dash: [3, 3] };
  return { kind: 'line', x1: rounded(from), x2: rounded(to), y1: y, y2: y, stroke };
}
