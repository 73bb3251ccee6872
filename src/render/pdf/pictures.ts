// Figures and rows of logos become strips. Sizes are decided before; here they are only made to
// fit the page. Decodes nothing.

import type { Figure, Logos, Placement } from '../../model/block.ts';
import { pointsPerMm } from '../../model/theme.ts';
import { drawingMark } from './drawings.ts';
import { addSlot, type Galley, type Mark, type Owner, type Strip } from './galley.ts';
import { setProse } from './prose.ts';
import { addTag, type Tag } from './tags.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Returns the size of a placement in points, made smaller where it would leave the given room. */
export function sizeOf(placement: Placement, room: Size, scale = 1): Size {
  const width = placement.widthMm * pointsPerMm * scale;
  const height = placement.heightMm * pointsPerMm * scale;
  const fit = Math.min(1, room.width / (width || 1), room.height / (height || 1));
  return { width: width * fit, height: height * fit };
}

function pictureOwner(galley: Galley, parent: Tag, placement: Placement): Owner {
  // A picture without a description is an ornament; what needs a description has one.
  if (!placement.alt.trim()) return 'rule';
  return addSlot(galley, addTag(parent, 'Figure', { alt: placement.alt }));
}

/** Sets a figure with its caption below. */
export function setFigure(galley: Galley, parent: Tag, figure: Figure): Strip[] {
  const tag = figure.caption ? addTag(parent, 'Div') : parent;
  const size = sizeOf(figure.placement, { width: galley.width, height: galley.depth * 0.8 });
  const owner = pictureOwner(galley, tag, figure.placement);
  const picture: Mark = {
    kind: 'picture',
    x: galley.left,
    y: 0,
    ...size,
    picture: figure.placement.picture,
    owner,
  };
  const strip: Strip = { height: size.height, gap: 0, marks: [picture] };
  if (!figure.caption) return [strip];
  const style = galley.theme.type.caption;
  const box = { x: galley.left, width: galley.width };
  const lines = setProse(galley, addTag(tag, 'Caption'), { content: figure.caption }, style, box);
  return [
    strip,
    ...lines.map(
      (line, index): Strip => (index ? line : { ...line, gap: style.before, glue: true }),
    ),
  ];
}

/** Sets rows of logos: in the middle of each row's height, rows as wide as each other where they can be. */
export function setLogos(galley: Galley, parent: Tag, logos: Logos): Strip[] {
  const rows = logos.rows.filter((row) => row.length);
  if (!rows.length) return [];
  const tag = addTag(parent, 'Div');
  const gap = logos.gapMm * pointsPerMm;
  const widthOf = (row: readonly Placement[]): number =>
    row.reduce((sum, each) => sum + each.widthMm * pointsPerMm, 0);
  const scale = Math.min(
    1,
    ...rows.map(
      (row) => Math.max(0.2, galley.width - gap * (row.length - 1)) / (widthOf(row) || 1),
    ),
  );
  const strips = rows.map((row, index): Strip => {
    const sizes = row.map((each) =>
      sizeOf(each, { width: galley.width, height: galley.depth }, scale),
    );
    const height = Math.max(...sizes.map((size) => size.height));
    let next = galley.left;
    const marks = row.map((placement, at): Mark => {
      const size = sizes[at]!;
      const x =
        placement.xMm === undefined ? next : galley.left + placement.xMm * pointsPerMm * scale;
      const y = (height - size.height) / 2;
      const owner = pictureOwner(galley, tag, placement);
      const mark: Mark = { kind: 'picture', x, y, ...size, picture: placement.picture, owner };
      next = x + size.width + gap;
      return mark;
    });
    return { height, gap: index ? gap * 0.6 : 0, marks, ...(index ? { glue: true } : {}) };
  });
  if (!logos.ribbon) return strips;
  const ribbon = drawingMark(galley, logos.ribbon, pointsPerMm, 'rule');
  return [...strips, { height: ribbon.height, gap: aboveRibbon, glue: true, marks: [ribbon] }];
}

/** Space between logos and the ribbon below them, points. */
const aboveRibbon = 16;
