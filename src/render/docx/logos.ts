// Rows of logos: side by side on one middle line, with tab stops between them, and the ribbon of
// colours below those of the partners. Sizes and places are decided before.

import type { Logos, Placement } from '../../model/block.ts';
import { drawingRun } from './drawing.ts';
import { type BodyContext, type Flow, paragraphXml } from './paragraph.ts';
import { mmToTwips } from './units.ts';
import { element, join, type Xml } from './xml.ts';

/** A row of pictures and where the tab stops between them stand. */
export interface PictureRow {
  readonly content: Xml;
  readonly stops: readonly Xml[];
  readonly widthMm: number;
}

/**
 * Writes pictures side by side, each on the middle line of the row: all are as high as the tallest, with
 * empty margins, which every program understands; tab stops keep the gaps the same.
 */
export function pictureRow(
  placements: readonly Placement[],
  gapMm: number,
  picture: BodyContext['picture'],
): PictureRow {
  const tallest = Math.max(0, ...placements.map((each) => each.heightMm));
  const stops: Xml[] = [];
  let at = 0;
  const pictures = placements.map((placement, index) => {
    const left = placement.xMm ?? (index ? at + gapMm : 0);
    const stop = left > 0;
    if (stop) stops.push(element('w:tab', { 'w:val': 'left', 'w:pos': mmToTwips(left) }));
    at = left + placement.widthMm;
    const image = picture(placement, tallest);
    return stop ? join([element('w:r', {}, element('w:tab', {})), image]) : image;
  });
  return { content: join(pictures), stops, widthMm: at };
}

/** Writes logos, one paragraph a row. */
export function logosXml(logos: Logos, flow: Flow, context: BodyContext): Xml {
  const filled = logos.rows.filter((row) => row.length);
  const rowWidth = (row: readonly Placement[]): number =>
    row.reduce((at, each, index) => (each.xMm ?? at + (index ? logos.gapMm : 0)) + each.widthMm, 0);
  // A row that fills the line to the last twip would break.
  const room = (context.textWidth / 1440) * 25.4 - 1;
  const fit = Math.min(1, room / Math.max(...filled.map(rowWidth)));
  const rows = filled.map((row) =>
    row.map((each) => ({
      ...each,
      widthMm: each.widthMm * fit,
      heightMm: each.heightMm * fit,
      ...(each.xMm === undefined ? {} : { xMm: each.xMm * fit }),
    })),
  );
  const keepNext = flow.keepNext === true;
  const lines = rows.map((row, index) => {
    const { content, stops } = pictureRow(row, logos.gapMm * fit, context.picture);
    const last = index === rows.length - 1 && !logos.ribbon;
    const settings = { ...(index === 0 ? flow : {}), keepNext: last && keepNext, tabs: stops };
    return paragraphXml(last ? 'Logos' : 'LogosRow', settings, content, context.theme);
  });
  if (!logos.ribbon) return join(lines);
  const ribbon = drawingRun(logos.ribbon, undefined, context);
  return join([...lines, paragraphXml('LogosRibbon', { keepNext }, ribbon, context.theme)]);
}
