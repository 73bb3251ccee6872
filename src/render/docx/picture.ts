// Pictures: inline drawings with alternative text, one media part for each picture that is used.
// Ids and part names follow the order of use in this paper and nothing else.

import { InternalError } from '../../base/errors.ts';
import type { Figure, Logos } from '../../model/block.ts';
import type { Picture } from '../../model/paper.ts';
import type { Part } from './package.ts';
import { type BodyContext, type Flow, paragraphXml } from './paragraph.ts';
import type { Relationships } from './relationships.ts';
import { runs } from './runs.ts';
import { mmToEmu, mmToTwips } from './units.ts';
import { element, join, type Xml } from './xml.ts';

/** The pictures of one paper. */
export interface Media {
  /** Writes a picture as a run of the part that owns the relationships. */
  readonly run: (
    id: string,
    alt: string,
    widthMm: number,
    heightMm: number,
    relationships: Relationships,
  ) => Xml;
  /** The media parts, in the order of use. */
  readonly parts: () => readonly Part[];
}

const drawing = 'http://schemas.openxmlformats.org/drawingml/2006';

/** Returns the media of one paper. */
export function mediaOf(pictures: ReadonlyMap<string, Picture>): Media {
  const names = new Map<string, string>();
  const parts: Part[] = [];
  let drawings = 0;
  return {
    run: (id, alt, widthMm, heightMm, relationships) => {
      let name = names.get(id);
      if (name === undefined) {
        const picture = pictures.get(id);
        if (!picture) throw new InternalError(`The paper has no picture "${id}".`);
        name = `media/image${names.size + 1}.png`;
        names.set(id, name);
        parts.push({ name: `word/${name}`, bytes: picture.png, stored: true });
      }
      drawings += 1;
      return pictureRun({
        number: drawings,
        alt,
        size: { cx: mmToEmu(widthMm), cy: mmToEmu(heightMm) },
        relationship: relationships.part('image', name),
      });
    },
    parts: () => parts,
  };
}

function pictureRun(picture: {
  readonly number: number;
  readonly alt: string;
  readonly size: { readonly cx: number; readonly cy: number };
  readonly relationship: string;
}): Xml {
  const { number, alt, size, relationship } = picture;
  const identity = { id: number, name: `Picture ${number}`, descr: alt };
  return element(
    'w:r',
    {},
    element(
      'w:drawing',
      {},
      element(
        'wp:inline',
        { distT: 0, distB: 0, distL: 0, distR: 0 },
        element('wp:extent', size),
        element('wp:effectExtent', { l: 0, t: 0, r: 0, b: 0 }),
        element('wp:docPr', identity),
        element(
          'wp:cNvGraphicFramePr',
          {},
          element('a:graphicFrameLocks', { 'xmlns:a': `${drawing}/main`, noChangeAspect: 1 }),
        ),
        element(
          'a:graphic',
          { 'xmlns:a': `${drawing}/main` },
          element(
            'a:graphicData',
            { uri: `${drawing}/picture` },
            element(
              'pic:pic',
              { 'xmlns:pic': `${drawing}/picture` },
              element(
                'pic:nvPicPr',
                {},
                element('pic:cNvPr', identity),
                element('pic:cNvPicPr', {}),
              ),
              element(
                'pic:blipFill',
                {},
                element('a:blip', { 'r:embed': relationship }),
                element('a:stretch', {}, element('a:fillRect', {})),
              ),
              element(
                'pic:spPr',
                {},
                element('a:xfrm', {}, element('a:off', { x: 0, y: 0 }), element('a:ext', size)),
                element('a:prstGeom', { prst: 'rect' }, element('a:avLst', {})),
              ),
            ),
          ),
        ),
      ),
    ),
  );
}

/** Writes a figure and its caption. */
export function figureXml(figure: Figure, flow: Flow, context: BodyContext): Xml {
  const { picture, alt, widthMm, heightMm } = figure.placement;
  const keepNext = figure.caption ? true : flow.keepNext === true;
  const image = context.picture(picture, alt, widthMm, heightMm);
  return join([
    paragraphXml('Figure', { ...flow, keepNext }, image, context.theme),
    ...(figure.caption
      ? [
          paragraphXml(
            'Caption',
            { keepNext: flow.keepNext === true },
            runs(figure.caption, context),
            context.theme,
          ),
        ]
      : []),
  ]);
}

/** Writes logos, one paragraph a row; tab stops keep the gaps the same in every program. */
export function logosXml(logos: Logos, flow: Flow, context: BodyContext): Xml {
  const rows = logos.rows.map((row, index) => {
    let at = 0;
    const stops = row.slice(0, -1).map((placement) => {
      at += placement.widthMm + logos.gapMm;
      return element('w:tab', { 'w:val': 'left', 'w:pos': mmToTwips(at) });
    });
    const pictures = row.map(({ picture, alt, widthMm, heightMm }, column) =>
      join([
        ...(column ? [element('w:r', {}, element('w:tab', {}))] : []),
        context.picture(picture, alt, widthMm, heightMm),
      ]),
    );
    return paragraphXml(
      'Logos',
      { ...(index === 0 ? flow : {}), tabs: stops, centred: true },
      join(pictures),
      context.theme,
    );
  });
  return join(rows);
}
