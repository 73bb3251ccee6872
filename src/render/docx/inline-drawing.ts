// What all drawings in a line of text have in common: their size, number and alternative text.
// Knows neither pictures nor shapes; they come as content.

import { element, type Xml } from './xml.ts';

/** The namespaces of DrawingML. */
export const drawingMl = 'http://schemas.openxmlformats.org/drawingml/2006';

/** A drawing that stands in a line like a letter. */
export interface InlineDrawing {
  /** Unique among the drawings of the file, from 1. */
  readonly number: number;
  readonly name: string;
  /** Absent for an ornament, which readers that speak pass over. */
  readonly alt: string | undefined;
  /** EMU. */
  readonly size: { readonly cx: number; readonly cy: number };
  /** What kind of content follows. */
  readonly uri: string;
  readonly content: Xml;
}

/** Says that a drawing is decorative ([MS-ODRAWXML] 2.37). */
const ornament: Xml = element(
  'a:extLst',
  { 'xmlns:a': `${drawingMl}/main` },
  element(
    'a:ext',
    { uri: '{C183D7F6-B498-43B3-948B-1728B52AA6E4}' },
    element('adec:decorative', {
      'xmlns:adec': 'http://schemas.microsoft.com/office/drawing/2017/decorative',
      val: 1,
    }),
  ),
);

/** Writes `w:drawing`. */
export function inlineDrawing(drawing: InlineDrawing): Xml {
  const { number, name, alt, size, uri, content } = drawing;
  const main = { 'xmlns:a': `${drawingMl}/main` };
  return element(
    'w:drawing',
    {},
    element(
      'wp:inline',
      { distT: 0, distB: 0, distL: 0, distR: 0 },
      element('wp:extent', size),
      element('wp:effectExtent', { l: 0, t: 0, r: 0, b: 0 }),
      alt === undefined
        ? element('wp:docPr', { id: number, name }, ornament)
        : element('wp:docPr', { id: number, name, descr: alt }),
      element(
        'wp:cNvGraphicFramePr',
        {},
        element('a:graphicFrameLocks', { ...main, noChangeAspect: 1 }),
      ),
      element('a:graphic', main, element('a:graphicData', { uri }, content)),
    ),
  );
}
