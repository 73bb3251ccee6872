// The text of a drawing: one line in a box without a frame, set smaller where its room is short.
// Boxes are a little wider than the text is estimated to be, so that another typeface does not break it.

import type { Drawing, DrawnText } from '../../model/drawing.ts';
import { pointsPerMm, type Theme } from '../../model/theme.ts';
import { faceHeights, widthInEms } from './measure.ts';
import { paragraphXml } from './paragraph.ts';
import { startsRightToLeft } from './runs.ts';
import type { WrittenShape } from './shapes.ts';
import { emu, halfPoints, hex, mmToTwips } from './units.ts';
import { element, escapeXml, join, none, val, type Xml } from './xml.ts';

/** Room beside the text for typefaces that run wider than ours. */
const slack = 1.3;
/** Distance of the middle of a line of text from its base line, ems. */
const middle = (faceHeights.ascent - faceHeights.descent) / 2;

/** A text with the box that holds it. */
export interface TextShape extends WrittenShape {
  /** `wps:txbx` and `wps:bodyPr`. */
  readonly text: Xml;
}

/** Returns a text, made smaller by `scale` like the drawing around it. */
export function textShape(
  text: DrawnText,
  drawing: Drawing,
  scale: number,
  theme: Theme,
): TextShape {
  const ems = Math.max(widthInEms(text.text, text.bold), 0.1);
  const size = halfPoints(Math.min(text.size, (text.maxWidth * pointsPerMm) / ems) * scale) / 2;
  const needed = (ems * size) / pointsPerMm;
  const generous = needed * slack + (size * 0.5) / pointsPerMm;
  const width = Math.max(needed, Math.min(generous, roomOf(text, drawing) * scale));
  const height = ((faceHeights.ascent + faceHeights.descent) * size) / pointsPerMm;
  const along = text.anchor === 'middle' ? 0 : text.anchor === 'start' ? width / 2 : -width / 2;
  const up = (middle * size) / pointsPerMm;
  const angle = ((text.turn ?? 0) * Math.PI) / 180;
  const x = text.x * scale + along * Math.cos(angle) - up * Math.sin(angle);
  const y = text.y * scale - along * Math.sin(angle) - up * Math.cos(angle);
  const upright = text.turn === 90;
  const [across, down] = upright ? [height, width] : [width, height];
  const line = lineXml(text, size, theme);
  const content = upright ? uprightXml(line, across, down, theme) : line;
  return {
    name: 'Text',
    box: {
      x: emu(x - across / 2),
      y: emu(y - down / 2),
      width: emu(across),
      height: emu(down),
      ...(text.turn === 45 ? { turn: 315 * 60_000 } : {}),
    },
    look: join([
      element('a:prstGeom', { prst: 'rect' }, element('a:avLst', {})),
      element('a:noFill', {}),
      element('a:ln', {}, element('a:noFill', {})),
    ]),
    text: join([
      element('wps:txbx', {}, element('w:txbxContent', {}, content)),
      element(
        'wps:bodyPr',
        {
          rot: 0,
          vert: 'horz',
          wrap: 'square',
          lIns: 0,
          tIns: 0,
          rIns: 0,
          bIns: 0,
          anchor: upright ? 't' : 'ctr',
          anchorCtr: 0,
        },
        element('a:noAutofit', {}),
      ),
    ]),
  };
}

/** Returns the room from the anchor of a text to the edge of the drawing, millimetres. */
function roomOf({ x, y, anchor, turn }: DrawnText, { widthMm, heightMm }: Drawing): number {
  if (turn === 45) return 0;
  const [before, behind] = turn === 90 ? [heightMm - y, y] : [x, widthMm - x];
  if (anchor === 'middle') return 2 * Math.min(before, behind);
  return anchor === 'start' ? behind : before;
}

/** Sets a line upright in a cell: LibreOffice knows the direction of cells, but not of boxes in groups. */
function uprightXml(line: Xml, widthMm: number, heightMm: number, theme: Theme): Xml {
  const width = mmToTwips(widthMm);
  const no = (side: string): Xml => element(side, { 'w:w': 0, 'w:type': 'dxa' });
  const cell = element(
    'w:tc',
    {},
    element(
      'w:tcPr',
      {},
      element('w:tcW', { 'w:w': width, 'w:type': 'dxa' }),
      val('w:textDirection', 'btLr'),
      val('w:vAlign', 'center'),
    ),
    line,
  );
  const height = element('w:trHeight', { 'w:val': mmToTwips(heightMm), 'w:hRule': 'exact' });
  const table = element(
    'w:tbl',
    {},
    element(
      'w:tblPr',
      {},
      element('w:tblW', { 'w:w': width, 'w:type': 'dxa' }),
      element('w:tblLayout', { 'w:type': 'fixed' }),
      element('w:tblCellMar', {}, ...['w:top', 'w:left', 'w:bottom', 'w:right'].map(no)),
    ),
    element('w:tblGrid', {}, element('w:gridCol', { 'w:w': width })),
    element('w:tr', {}, element('w:trPr', {}, element('w:cantSplit', {}), height), cell),
  );
  return join([table, paragraphXml('TableEnd', {}, none, theme)]);
}

function lineXml(text: DrawnText, size: number, theme: Theme): Xml {
  const rightToLeft = startsRightToLeft(text.text);
  // In a paragraph from right to left, "left" is where lines begin: on the right.
  const sides = { start: 'left', middle: 'center', end: 'right' } as const;
  const mirrored = { start: 'right', middle: 'center', end: 'left' } as const;
  const properties = element(
    'w:rPr',
    {},
    ...(text.bold ? [element('w:b', {}), element('w:bCs', {})] : []),
    element('w:noProof', {}),
    val('w:color', hex(text.color)),
    val('w:sz', halfPoints(size)),
    val('w:szCs', halfPoints(size)),
    rightToLeft ? element('w:rtl', {}) : none,
  );
  const run = element(
    'w:r',
    {},
    properties,
    element('w:t', { 'xml:space': 'preserve' }, escapeXml(text.text)),
  );
  const align = (rightToLeft ? mirrored : sides)[text.anchor];
  return paragraphXml('DrawingText', { bidi: rightToLeft, align }, run, theme);
}
