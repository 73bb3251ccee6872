// Where in a logo there is something to see: its ink, without the blank rim that many files have.
// Looks at pixels only; changes none and knows no sizes on paper.

import type { Picture } from '../model/paper.ts';

/** The part of a picture that is not blank. */
export interface Ink {
  /** Shares of the picture's width and height, from its left and top edge. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** How much of that part is covered, 0 to 1. */
  readonly cover: number;
}

/** Lighter than this in every channel is paper, 0 to 255. */
const paperWhite = 244;
/** Less opaque than this cannot be seen, 0 to 255. */
const leastAlpha = 24;

const whole: Ink = { left: 0, top: 0, width: 1, height: 1, cover: 1 };
const cache = new WeakMap<Picture, Ink>();

/** Measures the ink of a picture; a blank one counts as full. */
export function inkOf(picture: Picture): Ink {
  const known = cache.get(picture) ?? measure(picture);
  cache.set(picture, known);
  return known;
}

function measure({ widthPx, heightPx, rgb, alpha }: Picture): Ink {
  let [left, top, right, bottom, count] = [widthPx, heightPx, -1, -1, 0];
  for (let y = 0; y < heightPx; y += 1) {
    for (let x = 0; x < widthPx; x += 1) {
      const at = y * widthPx + x;
      if (alpha && alpha[at]! < leastAlpha) continue;
      const [red, green, blue] = [rgb[at * 3]!, rgb[at * 3 + 1]!, rgb[at * 3 + 2]!];
      if (red > paperWhite && green > paperWhite && blue > paperWhite) continue;
      count += 1;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      if (y > bottom) bottom = y;
    }
  }
  if (count === 0) return whole;
  const [width, height] = [right - left + 1, bottom - top + 1];
  return {
    left: left / widthPx,
    top: top / heightPx,
    width: width / widthPx,
    height: height / heightPx,
    cover: count / (width * height),
  };
}
