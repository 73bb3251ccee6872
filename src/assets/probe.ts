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

/** How many looks are remembered, and up to which size in bytes: four megabytes in all. */
const remembered = { looks: 64, bytes: 64 * 1024 };

/** The latest looks, by the number of bytes. The same few logos stand in agreement after agreement. */
const looks = new Map<number, { readonly bytes: Uint8Array; readonly probe: PictureProbe }>();

/** Tells what a picture file is and whether it can be used; returns for any bytes whatever. */
export function probePicture(bytes: Uint8Array): PictureProbe {
  const before = looks.get(bytes.length);
  if (before && isSame(bytes, before.bytes)) return before.probe;
  const probe = look(bytes);
  if (bytes.length <= remembered.bytes) {
    if (looks.size >= remembered.looks) looks.delete(looks.keys().next().value!);
    looks.set(bytes.length, { bytes: bytes.slice(), probe });
  }
  return probe;
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  for (let at = 0; at < one.length; at += 1) if (one[at] !== other[at]) return false;
  return true;
}

function look(bytes: Uint8Array): PictureProbe {
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
