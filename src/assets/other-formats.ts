// Names the formats that we do not take, by their first bytes, with what to do instead.
// Knows no PNG, JPEG or SVG.

import type { BadPicture } from './picture.ts';
import { wrongFormat } from './problems.ts';

const saveAsPng = 'Open it in a picture program and save it as PNG.';
const askForSvg = 'Ask for the logo as SVG or PNG, or export it from the program it was drawn in.';

interface Signature {
  readonly at: number;
  /** ASCII, or escapes for other bytes. */
  readonly bytes: string;
  readonly what: string;
  readonly hint: string;
}

const signatures: readonly Signature[] = [
  { at: 0, bytes: 'GIF8', what: 'a GIF picture', hint: saveAsPng },
  { at: 8, bytes: 'WEBP', what: 'a WebP picture', hint: saveAsPng },
  { at: 0, bytes: 'II*\0', what: 'a TIFF picture', hint: saveAsPng },
  { at: 0, bytes: 'MM\0*', what: 'a TIFF picture', hint: saveAsPng },
  { at: 0, bytes: 'BM', what: 'a BMP picture', hint: saveAsPng },
  { at: 0, bytes: '\0\0\x01\0', what: 'an icon file (ICO)', hint: saveAsPng },
  { at: 4, bytes: 'ftypavif', what: 'an AVIF picture', hint: saveAsPng },
  { at: 4, bytes: 'ftypavis', what: 'an AVIF picture', hint: saveAsPng },
  { at: 4, bytes: 'ftyphei', what: 'a HEIC photo, as telephones make them', hint: saveAsPng },
  { at: 4, bytes: 'ftyphev', what: 'a HEIC photo, as telephones make them', hint: saveAsPng },
  { at: 4, bytes: 'ftypmif1', what: 'a HEIC photo, as telephones make them', hint: saveAsPng },
  { at: 0, bytes: '\xff\x0a', what: 'a JPEG XL picture', hint: saveAsPng },
  { at: 4, bytes: 'JXL ', what: 'a JPEG XL picture', hint: saveAsPng },
  { at: 4, bytes: 'jP  ', what: 'a JPEG 2000 picture', hint: saveAsPng },
  { at: 0, bytes: '8BPS', what: 'a Photoshop file', hint: askForSvg },
  { at: 0, bytes: '%PDF', what: 'a PDF or Illustrator file, not a picture', hint: askForSvg },
  { at: 0, bytes: '%!PS', what: 'an EPS or PostScript file', hint: askForSvg },
  { at: 0, bytes: '\xc5\xd0\xd3\xc6', what: 'an EPS file', hint: askForSvg },
  {
    at: 0,
    bytes: '\x1f\x8b',
    what: 'a compressed file (perhaps SVGZ)',
    hint: 'Save it as plain SVG.',
  },
  {
    at: 0,
    bytes: 'PK\x03\x04',
    what: 'a ZIP archive or Office file',
    hint: 'Take the PNG, JPEG or SVG out of it and name that.',
  },
  {
    at: 0,
    bytes: '\xd0\xcf\x11\xe0',
    what: 'an Office file, not a picture',
    hint: 'Save the picture in it as PNG and name that.',
  },
];

/** Returns the refusal of a format that we know but do not take, or `undefined`. */
export function otherFormat(bytes: Uint8Array): BadPicture | undefined {
  const match = signatures.find(({ at, bytes: wanted }) =>
    [...wanted].every((sign, index) => bytes[at + index] === sign.charCodeAt(0)),
  );
  return match ? wrongFormat(match.what, match.hint) : undefined;
}
