// What a look at a picture file can say, as types that the probes of this room share.
// Types only.

/** A picture that can be used. */
export type GoodPicture = RasterProbe | SvgProbe;

/** A PNG or JPEG that can be used; sizes are as shown, after the orientation a camera noted. */
export interface RasterProbe {
  readonly ok: true;
  readonly format: 'png' | 'jpeg';
  readonly widthPx: number;
  readonly heightPx: number;
  /** True when the format carries transparency. */
  readonly alpha: boolean;
}

/** An SVG that can be used, already cleaned. */
export interface SvgProbe {
  readonly ok: true;
  readonly format: 'svg';
  /** In CSS pixels; only the ratio of the two means anything. */
  readonly widthPx: number;
  readonly heightPx: number;
  readonly alpha: true;
  /** The cleaned drawing. */
  readonly svg: string;
  /** What was taken out that changes how it looks, as phrases ("a filter effect"). */
  readonly removed: readonly string[];
}

/** Why a picture cannot be used: not one of our formats, damaged, or made to do harm. */
export type PictureProblem = 'format' | 'broken' | 'hostile';

/** A picture that cannot be used. */
export interface BadPicture {
  readonly ok: false;
  readonly problem: PictureProblem;
  /** Completes "The logo logos/a.png …": "is a GIF picture". */
  readonly message: string;
  /** One sentence: what to do. */
  readonly hint: string;
}

/** What a look at the bytes gives. */
export type PictureProbe = GoodPicture | BadPicture;
