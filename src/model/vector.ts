// A picture as shapes: paths in nested groups, with plain colours and simple gradients. Exact or not
// made at all. Plain data; knows neither SVG nor PDF.

/** A, b, c, d, e, f of the matrix that maps (x, y) to (ax + cy + e, bx + dy + f). */
export type Matrix = readonly [number, number, number, number, number, number];

/** A piece of an outline, in absolute coordinates. */
export type PathSegment =
  | { readonly to: 'move' | 'line'; readonly at: readonly [x: number, y: number] }
  | { readonly to: 'curve'; readonly at: readonly [number, number, number, number, number, number] }
  | { readonly to: 'close' };

/** An outline with the rule for its inside. */
export interface Outline {
  readonly segments: readonly PathSegment[];
  readonly evenOdd?: true;
}

/** A colour that changes along a line or between two circles; opaque, and held at its ends. */
export interface Gradient {
  /** Line: x1, y1, x2, y2. Circles: x, y, radius of the inner, then of the outer. */
  readonly shape:
    | { readonly along: 'line'; readonly at: readonly [number, number, number, number] }
    | {
        readonly along: 'circles';
        readonly at: readonly [number, number, number, number, number, number];
      };
  /** From the gradient's coordinates to those of the outline. */
  readonly matrix: Matrix;
  /** At least two, offsets from 0 to 1, not falling. */
  readonly stops: readonly { readonly offset: number; readonly color: string }[];
}

/** What an outline is filled with: `#rrggbb` or a gradient. */
export type Paint = string | Gradient;

/** How an outline is drawn along. */
export interface VectorStroke {
  /** `#rrggbb`. */
  readonly color: string;
  readonly opacity: number;
  readonly width: number;
  readonly cap: 'butt' | 'round' | 'square';
  readonly join: 'miter' | 'round' | 'bevel';
  readonly miterLimit: number;
  readonly dash?: { readonly lengths: readonly number[]; readonly offset: number };
}

/** A drawn outline: filled, then drawn along, or the other way round. */
export interface VectorPath {
  readonly kind: 'path';
  readonly outline: Outline;
  readonly fill?: { readonly paint: Paint; readonly opacity: number };
  readonly stroke?: VectorStroke;
  readonly strokeFirst?: true;
}

/** Items that share a place, an outline that they are cut by, and an opacity as a whole. */
export interface VectorGroup {
  readonly kind: 'group';
  readonly matrix?: Matrix;
  /** In the coordinates of the group's content. */
  readonly clips: readonly Outline[];
  readonly opacity: number;
  readonly items: readonly VectorItem[];
}

/** What stands in a picture, in painting order. */
export type VectorItem = VectorPath | VectorGroup;

/** A picture as shapes; the origin is the top left corner, y grows downwards. */
export interface VectorPicture {
  readonly width: number;
  readonly height: number;
  readonly items: readonly VectorItem[];
}
