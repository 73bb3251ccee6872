// The refusals that several probes share, worded once.
// Words only: nothing is read here.

import { largestPixels } from './limits.ts';
import type { BadPicture } from './picture.ts';

/** Returns the refusal of a damaged file; `how` completes "is damaged: …". */
export function broken(how: string): BadPicture {
  return {
    ok: false,
    problem: 'broken',
    message: `is damaged: ${how}`,
    hint: 'Copy or export the file again; the copy that is here is not whole.',
  };
}

/** Returns the refusal of a file that could do harm; `how` completes "The logo …". */
export function hostile(how: string, hint: string): BadPicture {
  return { ok: false, problem: 'hostile', message: how, hint };
}

/** Returns the refusal of a format; `what` is its name with an article. */
export function wrongFormat(what: string, hint: string): BadPicture {
  return { ok: false, problem: 'format', message: `is ${what}`, hint };
}

/** Returns the refusal of a picture with too many or no pixels, or `undefined` for a good size. */
export function badSize(widthPx: number, heightPx: number): BadPicture | undefined {
  if (widthPx === 0 || heightPx === 0) return broken('it says that it has no width or no height');
  if (widthPx * heightPx <= largestPixels) return undefined;
  return hostile(
    `claims to be ${count(widthPx)} by ${count(heightPx)} pixels, more than the ${largestPixels / 1e6} million that we open`,
    'Export it again at a size for print: 2,000 pixels wide is plenty for a logo.',
  );
}

function count(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}
