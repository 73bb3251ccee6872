// Draws the schedule: the term as a bar with its months or years, and below it a band for each kind
// of thing, its marks at their days. Pure geometry in millimetres, in the theme's colours.

import { mix } from '../model/color.ts';
import { addMonths, daysBetween } from '../model/days.ts';
import type { DocumentTimeline, TimelineEntry } from '../model/document.ts';
import type { Drawing, Shape } from '../model/drawing.ts';
import {
  type Band,
  bandName,
  bandPadding,
  gutter,
  laneHeight,
  meetingBand,
  type Scale,
} from './draw-meetings.ts';
import {
  baseline,
  colorOf,
  drawText,
  markOf,
  markRadius,
  type Pen,
  roomOf,
  rounded,
} from './drawing-pen.ts';
import { partnerKey } from './partner-key.ts';
import { fitted } from './text-width.ts';
import { timeAxis } from './time-axis.ts';
import { type LaneItem, type Lanes, marksOnly, withNames } from './timeline-lanes.ts';

const markLaneHeight = 3.4;
const axisHeight = 4.6;
/** A name longer than this is shortened; the table has it in full. */
const longestName = 58;
/** With more lanes than this a band shows marks alone. */
const mostLanes = 12;
const mostMarkLanes = 4;

/** Draws a timeline. */
export function drawTimeline(
  timeline: DocumentTimeline,
  names: Readonly<Record<string, string>>,
  pen: Pen,
): Drawing {
  const scale = scaleOf(timeline, pen);
  const top = scale.axis.groups.length ? axisHeight : 0;
  let y = top + axisHeight;
  const bands: Shape[] = [];
  const add = (band: Band | undefined): void => {
    if (!band) return;
    bands.push(...band.shapes(y));
    y += band.height;
    bands.push({
      kind: 'line',
      x1: 0,
      y1: rounded(y),
      x2: pen.width,
      y2: rounded(y),
      stroke: pen.line,
    });
  };
  const of = (...kinds: readonly TimelineEntry['kind'][]): readonly TimelineEntry[] =>
    timeline.entries.filter(({ kind }) => kinds.includes(kind));
  add(entryBand(of('milestone', 'smallWin'), timeline, scale, pen));
  add(entryBand(of('event'), timeline, scale, pen));
  add(meetingBand(timeline.meetings, timeline, scale, pen));
  add(entryBand(of('review'), timeline, scale, pen));
  const key = partnerKey([...timeline.entries, ...timeline.meetings], names, y + 1.2, pen);
  return {
    widthMm: pen.width,
    heightMm: rounded(y + key.height),
    shapes: [...axisShapes(timeline, scale, top, y, pen), ...bands, ...key.shapes],
  };
}

/** The axis begins with the first day that there is, and ends a little after the last. */
function scaleOf({ start, end, entries, meetings, months }: DocumentTimeline, pen: Pen): Scale {
  const days = [
    start,
    ...(end ? [end] : []),
    ...entries.flatMap((entry) => [entry.day, entry.end ?? entry.day]),
    ...meetings.flatMap((meeting) => meeting.days),
  ].sort();
  const from = days[0]!;
  const last = days[days.length - 1]!;
  const soonest = addMonths(from, end ? 0 : 3);
  const to = last > soonest ? last : soonest;
  const left = gutter;
  // An open end needs room for its arrow.
  const right = pen.width - (end ? 0 : 4);
  const axis = timeAxis(from, to, right - left, pen.theme.drawing.axis, months);
  const perDay = (right - left) / Math.max(1, daysBetween(from, to));
  return { axis, left, right, x: (day) => left + daysBetween(from, day) * perDay };
}

function axisShapes(
  { start, end }: DocumentTimeline,
  { axis, x, left, right }: Scale,
  top: number,
  bottom: number,
  pen: Pen,
): readonly Shape[] {
  const { color, drawing } = pen.theme;
  const fill = mix(color.lead, '#ffffff', 0.16);
  const barEnd = end ? x(end) : right;
  const bar: Shape = {
    kind: 'rect',
    x: rounded(x(start)),
    y: top,
    width: rounded(Math.max(0.5, barEnd - x(start))),
    height: axisHeight,
    fill,
  };
  const arrow: readonly Shape[] = end
    ? []
    : [
        {
          kind: 'polygon',
          points: [
            [right, top],
            [pen.width, top + axisHeight / 2],
            [right, top + axisHeight],
          ],
          fill,
        },
      ];
  const shapes: Shape[] = [bar, ...arrow];
  const middle = axisHeight / 2 + baseline(drawing.axis);
  axis.ticks.forEach(({ day, label }, index) => {
    const at = Math.max(left, x(day));
    const next = axis.ticks[index + 1];
    const room = (next ? x(next.day) : right) - at - 1;
    if (x(day) > left) {
      const line = { x1: rounded(at), x2: rounded(at), y1: top, y2: rounded(bottom) };
      shapes.push({ kind: 'line', ...line, stroke: pen.faintLine });
    }
    const fits = label !== '' && roomOf(label, drawing.axis) <= room;
    const look = { size: drawing.axis, color: color.text };
    if (fits) shapes.push(drawText(at + 0.8, top + middle, label, room, look));
  });
  axis.groups.forEach(({ day, label }, index) => {
    if (!label) return;
    const next = axis.groups[index + 1];
    const room = (next ? x(next.day) : pen.width) - x(day) - 0.8;
    const look = { size: drawing.axis, color: color.muted, bold: true } as const;
    shapes.push(drawText(x(day) + 0.8, middle, label, Math.max(room, 4), look));
  });
  return shapes;
}

function entryBand(
  entries: readonly TimelineEntry[],
  { words }: DocumentTimeline,
  { x, left, right }: Scale,
  pen: Pen,
): Band | undefined {
  if (entries.length === 0) return undefined;
  const { theme } = pen;
  const size = theme.drawing.label;
  const items = entries.map((entry): LaneItem & { readonly name: string } => {
    const at = Math.min(Math.max(x(entry.day), left + markRadius), right - markRadius);
    const end = entry.end ? Math.min(x(entry.end), right) : at;
    const name = fitted(entry.name, longestName, size);
    const nameWidth = roomOf(name, size);
    return { left: at - markRadius, right: Math.max(at, end) + markRadius, nameWidth, name };
  });
  const named = withNames(items, left, pen.width, mostLanes);
  const lanes: Lanes = named ?? marksOnly(items, mostMarkLanes);
  const step = named ? laneHeight : markLaneHeight;
  const kinds = (['milestone', 'smallWin', 'event', 'review'] as const).filter((kind) =>
    entries.some((entry) => entry.kind === kind),
  );
  const rows = Math.max(lanes.count * step, kinds.length * laneHeight);
  return {
    height: rows + 2 * bandPadding,
    shapes: (y) => [
      ...kinds.flatMap((kind, index) =>
        bandName(kind, words[kind], y + bandPadding + (index + 0.5) * laneHeight, pen),
      ),
      ...entries.flatMap((entry, index): readonly Shape[] => {
        const { lane, side } = lanes.places[index]!;
        const item = items[index]!;
        const middle = y + bandPadding + (lane + 0.5) * step;
        const fill = colorOf(entry.partner, pen);
        const mark = entryMark(entry, item, middle, fill);
        if (!side) return [mark];
        const look = {
          size,
          color: theme.color.text,
          anchor: side === 'right' ? 'start' : 'end',
        } as const;
        const at = side === 'right' ? item.right + 0.9 : item.left - 0.9;
        return [
          mark,
          drawText(at, middle + baseline(size), item.name, item.nameWidth + 0.01, look),
        ];
      }),
    ],
  };
}

/** Several days are a bar as long as they are. */
function entryMark(
  entry: TimelineEntry,
  { left, right }: LaneItem,
  middle: number,
  fill: string,
): Shape {
  if (right - left <= 2 * markRadius + 0.2) {
    return markOf(entry.kind, left + markRadius, middle, fill);
  }
  return {
    kind: 'rect',
    x: rounded(left),
    y: rounded(middle - markRadius),
    width: rounded(right - left),
    height: rounded(2 * markRadius),
    radius: markRadius,
    fill,
  };
}
