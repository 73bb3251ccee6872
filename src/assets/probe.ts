// Looks at the bytes of a picture: what it is, how large, and whether it is whole.
// Reads headers and structure only, so that `check` needs no decoder; never trusts a file's name.

import { probeJpeg } from './jpeg.ts';
import { otherFormat } from './other-formats.ts';
import type { BadPicture, PictureProbe, PictureProblem } from './picture.ts';
import { probePng } from './png.ts';
import { probeSvg } from './svg.ts';

export type {
  BadPicture,
  GoodPicture,
  PictureProbe,
  PictureProblem,
  RasterProbe,
  SvgProbe,
} from './picture.ts';

/** Tells what a picture file is and whether it can be used; returns for any bytes whatever. */
export function probePicture(bytes: Uint8Array): PictureProbe {
  if (bytes.length === 0) {
    return bad('broken', 'is empty', 'Copy the file again from where it came from.');
  }
  return (
    probePng(bytes) ??
    probeJpeg(bytes) ??
    otherFormat(bytes) ??
    probeSvg(bytes) ??
    bad('format', 'is not a picture that we know', 'Use a PNG, JPEG or SVG file.')
  );
}

function bad(problem: PictureProblem, message: string, hint: string): BadPicture {
  return { ok: false, problem, message, hint };
}
