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
  readonly alt: string;
  /** EMU. */
  readonly size: { readonly cx: number; readonly cy: number };
  /** What kind of content follows. */
  readonly uri: string;
  readonly content: Xml;
}

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
      element('wp:docPr', { id: number, name, descr: alt }),
      element(
        'wp:cNvGraphicFramePr',
        {},
        element('a:graphicFrameLocks', { ...main, noChangeAspect: 1 }),
      ),
      element('a:graphic', main, element('a:graphicData', { uri }, content)),
    ),
  );
}
