// What a drawing consists of: shapes in millimetres, made by compose and painted by three renderers
// (PDF operators, DrawingML, inline SVG). Knows no file format; what it shows stands in a table beside it.

/** A line to draw with. */
export interface Stroke {
  /** `#rrggbb`. */
  readonly color: string;
  /** Points. */
  readonly widthPt: number;
  /** Lengths of dashes and gaps in points; absent for an unbroken line. */
  readonly dash?: readonly number[];
}

/** A rectangle; `radius` rounds its corners. */
export interface DrawnRect {
  readonly kind: 'rect';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly radius?: number;
  readonly fill?: string;
  readonly stroke?: Stroke;
}

/** A straight line. */
export interface DrawnLine {
  readonly kind: 'line';
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly stroke: Stroke;
}

/** A circle about its centre. */
export interface DrawnCircle {
  readonly kind: 'circle';
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly fill?: string;
  readonly stroke?: Stroke;
}

/** A closed polygon of at least three points. */
export interface DrawnPolygon {
  readonly kind: 'polygon';
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly fill?: string;
  readonly stroke?: Stroke;
}

/** One line of text, in the heading typeface. */
export interface DrawnText {
  readonly kind: 'text';
  /** Where `anchor` stands on the base line. */
  readonly x: number;
  readonly y: number;
  readonly text: string;
  /** Points. */
  readonly size: number;
  readonly color: string;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly bold?: true;
  /** The room that there is: painters set a longer text smaller, never cut or spilled. */
  readonly maxWidth: number;
  /** Degrees counter-clockwise about (x, y). */
  readonly turn?: 45 | 90;
}

/** Anything drawn. */
export type Shape = DrawnRect | DrawnLine | DrawnCircle | DrawnPolygon | DrawnText;

/** A drawing: shapes in painting order; the origin is the top left corner, y grows downwards. */
export interface Drawing {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly shapes: readonly Shape[];
}
