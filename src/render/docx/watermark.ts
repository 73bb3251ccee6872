// The watermark of a draft: the word across the page, as Word itself writes it (VML in the header),
// which LibreOffice reads too. Decoration: it has no text of the paper.

import type { Theme } from '../../model/theme.ts';
import { pointsPerMm } from '../../model/theme.ts';
import { faceHeights, widthInEms } from './measure.ts';
import { element, type Xml } from './xml.ts';

/** Greatest size of the letters, points, and share of the page's diagonal that the word may take. */
const greatestSize = 150;
const diagonalShare = 0.55;

/** Word numbers the shapes of headers from 2049 on. */
const firstShapeId = 2048;

/** Writes the watermark as a run of a header; `number` keeps its ids apart from another header's. */
export function watermarkRun(word: string, number: number, theme: Theme): Xml {
  const { widthMm, heightMm } = theme.page;
  const diagonal = Math.hypot(widthMm, heightMm) * pointsPerMm;
  const ems = widthInEms(word) || 1;
  const size = Math.min(greatestSize, (diagonal * diagonalShare) / ems);
  // The letters themselves fill the shape: nothing is left above and below them (`trim`).
  const width = ems * size;
  const height = inkHeight(word) * size;
  // From corner to corner; VML turns clockwise.
  const angle = 360 - (Math.atan2(heightMm, widthMm) * 180) / Math.PI;
  const style = [
    'position:absolute',
    'margin-left:0',
    'margin-top:0',
    `width:${width.toFixed(1)}pt`,
    `height:${height.toFixed(1)}pt`,
    `rotation:${angle.toFixed(1)}`,
    'z-index:-251658752',
    'mso-position-horizontal:center',
    'mso-position-horizontal-relative:page',
    'mso-position-vertical:center',
    'mso-position-vertical-relative:page',
  ].join(';');
  return element(
    'w:r',
    {},
    element('w:rPr', {}, element('w:noProof', {})),
    element(
      'w:pict',
      {},
      element(
        'v:shapetype',
        {
          id: '_x0000_t136',
          coordsize: '21600,21600',
          'o:spt': 136,
          adj: '10800',
          path: 'm@7,l@8,m@5,21600l@6,21600e',
        },
        element(
          'v:formulas',
          {},
          ...[
            'sum #0 0 10800',
            'prod #0 2 1',
            'sum 21600 0 @1',
            'sum 0 0 @2',
            'sum 21600 0 @3',
            'if @0 @3 0',
            'if @0 21600 @1',
            'if @0 0 @2',
            'if @0 @4 21600',
            'mid @5 @6',
            'mid @8 @5',
            'mid @7 @8',
            'mid @6 @7',
            'sum @6 0 @5',
          ].map((eqn) => element('v:f', { eqn })),
        ),
        element('v:path', {
          textpathok: 't',
          'o:connecttype': 'custom',
          'o:connectlocs': '@9,0;@10,10800;@11,21600;@12,10800',
          'o:connectangles': '270,180,90,0',
        }),
        element('v:textpath', { on: 't', fitshape: 't' }),
        element(
          'v:handles',
          {},
          element('v:h', { position: '#0,bottomRight', xrange: '6629,14971' }),
        ),
        element('o:lock', { 'v:ext': 'edit', text: 't', shapetype: 't' }),
      ),
      element(
        'v:shape',
        {
          // The name by which Word and LibreOffice know a watermark.
          id: `PowerPlusWaterMarkObject${number}`,
          'o:spid': `_x0000_s${firstShapeId + number}`,
          type: '#_x0000_t136',
          alt: '',
          style,
          'o:allowincell': 'f',
          fillcolor: theme.color.watermark,
          stroked: 'f',
        },
        element('v:textpath', {
          style: `font-family:"${theme.fonts.heading.name}";font-size:1pt`,
          trim: 't',
          string: word,
        }),
      ),
    ),
  );
}

/** Height of accents over capitals and depth of tails below the line, ems. */
const accentHeight = 0.2;
const tailDepth = 0.24;

/** Returns how high the letters of a word reach from the lowest to the highest, ems. */
function inkHeight(word: string): number {
  const accented = /\p{Lu}\p{M}/u.test(word.normalize('NFD'));
  const tailed = /[gjpqyçşцщруф]/u.test(word);
  return faceHeights.capital + (accented ? accentHeight : 0) + (tailed ? tailDepth : 0);
}
