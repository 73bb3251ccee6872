// How large an SVG is: from width and height, else from its viewBox.
// Only the ratio matters later; units are those of CSS.

import type { BadPicture } from './picture.ts';
import { broken, wrongFormat } from './problems.ts';

/** CSS pixels in a unit (CSS Values and Units 3); em and ex at the default size of text. */
const units: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 96 / 72,
  pc: 16,
  mm: 96 / 25.4,
  cm: 96 / 2.54,
  in: 96,
  em: 16,
  rem: 16,
  ex: 8,
};

/** A drawing longer than this would be under a pixel thin. */
const longest = 100;

/** The size of a drawing and the stretch of its coordinates that it shows. */
export interface SvgSize {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly viewBox: string;
}

/** Returns the size that the root element's attributes give. */
export function svgSize(attributes: ReadonlyMap<string, string>): SvgSize | BadPicture {
  const width = length(attributes.get('width'));
  const height = length(attributes.get('height'));
  const box = readViewBox(attributes.get('viewBox'));
  if (width === 0 || height === 0 || box?.[2] === 0 || box?.[3] === 0) {
    return broken('it says that it has no width or no height');
  }
  if (!box && !(width && height)) {
    return wrongFormat(
      'an SVG that does not say how large it is',
      'Export it again with a width and a height, or with a viewBox.',
    );
  }
  const ratio = box ? box[2] / box[3] : width! / height!;
  const widthPx = width ?? (height ? height * ratio : box![2]);
  const heightPx = height ?? widthPx / ratio;
  if (Math.max(widthPx / heightPx, heightPx / widthPx) > longest) {
    return wrongFormat(
      `an SVG more than ${longest} times as long as it is wide`,
      'Export it again; its width and height do not fit what is drawn.',
    );
  }
  return { widthPx, heightPx, viewBox: box ? box.join(' ') : `0 0 ${widthPx} ${heightPx}` };
}

/** Returns CSS pixels, or `undefined` for no length, a share ("100%") or one that cannot be read. */
function length(text: string | undefined): number | undefined {
  const match = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)([a-z]*)$/i.exec(text?.trim() ?? '');
  const unit = match && units[match[2]!.toLowerCase()];
  if (!unit) return undefined;
  const value = Number(match[1]) * unit;
  if (!(value <= 1e6)) return undefined;
  return value < 1e-3 ? 0 : value;
}

function readViewBox(
  text: string | undefined,
): readonly [number, number, number, number] | undefined {
  const numbers =
    text
      ?.trim()
      .split(/[\s,]+/)
      .map(Number) ?? [];
  if (numbers.length !== 4 || !numbers.every((each) => Math.abs(each) <= 1e6)) return undefined;
  const [x, y, width, height] = numbers as [number, number, number, number];
  return [x, y, width < 1e-3 ? 0 : width, height < 1e-3 ? 0 : height];
}
