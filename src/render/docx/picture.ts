// Pictures: inline drawings with alternative text, one media part for each picture that is used.
// Ids and part names follow the order of use in this paper and nothing else.

import { InternalError } from '../../base/errors.ts';
import type { Figure, Inline, Placement } from '../../model/block.ts';
import type { Picture } from '../../model/paper.ts';
import { drawingMl, inlineDrawing } from './inline-drawing.ts';
import type { Part } from './package.ts';
import { type BodyContext, type Flow, paragraphXml } from './paragraph.ts';
import type { Relationships } from './relationships.ts';
import { runs } from './runs.ts';
import { mmToEmu } from './units.ts';
import { element, join, none, type Xml } from './xml.ts';

/** The pictures of one paper. */
export interface Media {
  /** Writes a picture as a run of the part that owns the relationships. */
  readonly run: (placement: Placement, relationships: Relationships, rowMm?: number) => Xml;
  /** Hands out the number of the next drawing in the file, from 1. */
  readonly number: () => number;
  /** The media parts, in the order of use. */
  readonly parts: () => readonly Part[];
}

/** Returns the media of one paper. */
export function mediaOf(pictures: ReadonlyMap<string, Picture>): Media {
  const names = new Map<string, string>();
  const parts: Part[] = [];
  let drawings = 0;
  const number = (): number => {
    drawings += 1;
    return drawings;
  };
  return {
    run: ({ picture: id, alt, widthMm, heightMm }, relationships, rowMm = heightMm) => {
      let name = names.get(id);
      if (name === undefined) {
        const picture = pictures.get(id);
        if (!picture) throw new InternalError(`The paper has no picture "${id}".`);
        name = `media/image${names.size + 1}.png`;
        names.set(id, name);
        parts.push({ name: `word/${name}`, bytes: picture.png, stored: true });
      }
      return pictureRun({
        number: number(),
        alt,
        size: { cx: mmToEmu(widthMm), cy: mmToEmu(rowMm) },
        relationship: relationships.part('image', name),
        margin: Math.round(((rowMm - heightMm) / 2 / heightMm) * 100_000),
      });
    },
    number,
    parts: () => parts,
  };
}

function pictureRun(picture: {
  readonly number: number;
  readonly alt: string;
  readonly size: { readonly cx: number; readonly cy: number };
  readonly relationship: string;
  /** Empty space above and below the picture, in 1000ths of a per cent of its height. */
  readonly margin: number;
}): Xml {
  const { number, alt, size, relationship, margin } = picture;
  const name = `Picture ${number}`;
  const content = element(
    'pic:pic',
    { 'xmlns:pic': `${drawingMl}/picture` },
    element(
      'pic:nvPicPr',
      {},
      element('pic:cNvPr', { id: number, name, descr: alt }),
      element('pic:cNvPicPr', {}),
    ),
    element(
      'pic:blipFill',
      {},
      element('a:blip', { 'r:embed': relationship }),
      // Cut beyond its edge, a picture gets a margin.
      margin ? element('a:srcRect', { t: -margin, b: -margin }) : none,
      element('a:stretch', {}, element('a:fillRect', {})),
    ),
    element(
      'pic:spPr',
      {},
      element('a:xfrm', {}, element('a:off', { x: 0, y: 0 }), element('a:ext', size)),
      element('a:prstGeom', { prst: 'rect' }, element('a:avLst', {})),
    ),
  );
  return element(
    'w:r',
    {},
    inlineDrawing({ number, name, alt, size, uri: `${drawingMl}/picture`, content }),
  );
}

/** Writes a figure and its caption. */
export function figureXml(figure: Figure, flow: Flow, context: BodyContext): Xml {
  const { placement, caption } = figure;
  const keepNext = caption ? true : flow.keepNext === true;
  return join([
    paragraphXml('Figure', { ...flow, keepNext }, context.picture(placement), context.theme),
    caption ? captionXml(caption, flow, context) : none,
  ]);
}

/** Writes the caption below a figure or drawing. */
export function captionXml(caption: readonly Inline[], flow: Flow, context: BodyContext): Xml {
  const keepNext = flow.keepNext === true;
  return paragraphXml('Caption', { keepNext }, runs(caption, context), context.theme);
}
