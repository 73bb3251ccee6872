// Reads the structure of a JPEG (ITU-T T.81): segments, frame header, scan, end.
// Decodes nothing; takes the turn that a camera noted (Exif) into account for the size.

import type { BadPicture, RasterProbe } from './picture.ts';
import { badSize, broken, wrongFormat } from './problems.ts';

/** Start-of-frame markers: baseline, extended and progressive are what decoders read. */
const readableFrames = new Set([0xc0, 0xc1, 0xc2]);
const otherFrames = new Set([0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf]);

/** Returns what a JPEG is, what is wrong with it, or `undefined` for another format. */
export function probeJpeg(bytes: Uint8Array): RasterProbe | BadPicture | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8 || bytes[2] !== 0xff) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let size: { widthPx: number; heightPx: number } | undefined;
  let turned = false;
  let scanned = false;
  for (let at = 2; ; ) {
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at += 1;
    if (at + 2 > bytes.length) return broken('its end is missing');
    if (bytes[at] !== 0xff) return broken('its parts do not follow each other');
    const marker = bytes[at + 1]!;
    if (marker === 0xd9) break;
    if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) {
      at += 2;
      continue;
    }
    if (at + 4 > bytes.length) return broken('its end is missing');
    const length = view.getUint16(at + 2);
    const next = at + 2 + length;
    if (length < 2) return broken('its parts do not follow each other');
    if (next > bytes.length) return broken('its end is missing');
    if (readableFrames.has(marker)) {
      if (length < 8 || size) return broken('its header makes no sense');
      if (bytes[at + 4] !== 8) return unusualFrame();
      size = { heightPx: view.getUint16(at + 5), widthPx: view.getUint16(at + 7) };
      const refused = badSize(size.widthPx, size.heightPx);
      if (refused) return refused;
    } else if (otherFrames.has(marker)) return unusualFrame();
    else if (marker === 0xe1) turned ||= isTurned(bytes.subarray(at + 4, next));
    at = next;
    if (marker === 0xda) {
      if (!size) return broken('its size is missing');
      scanned = true;
      at = endOfScan(bytes, at);
    }
  }
  if (!size || !scanned) return broken('there are no pixels in it');
  const { widthPx, heightPx } = size;
  return {
    ok: true,
    format: 'jpeg',
    widthPx: turned ? heightPx : widthPx,
    heightPx: turned ? widthPx : heightPx,
    alpha: false,
  };
}

function unusualFrame(): BadPicture {
  return wrongFormat(
    'a JPEG of a kind that few programs read',
    'Open it in a picture program and save it as PNG or as an ordinary JPEG.',
  );
}

/** Returns the offset of the first marker after coded data; stuffed bytes and restarts are data. */
function endOfScan(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at >= 0) {
    const next = bytes[at + 1];
    if (next === undefined) break;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
    at = bytes.indexOf(0xff, at + (next === 0xff ? 1 : 2));
  }
  return bytes.length;
}

/** Returns true when an Exif segment says that the picture lies on its side (orientation 5 to 8). */
function isTurned(segment: Uint8Array): boolean {
  const header = [0x45, 0x78, 0x69, 0x66, 0, 0];
  if (segment.length < 16 || header.some((byte, index) => segment[index] !== byte)) return false;
  const view = new DataView(segment.buffer, segment.byteOffset + 6, segment.byteLength - 6);
  const little = view.getUint16(0) === 0x4949;
  const start = view.getUint32(4, little);
  if (start + 2 > view.byteLength) return false;
  const entries = view.getUint16(start, little);
  for (let index = 0; index < entries; index += 1) {
    const at = start + 2 + index * 12;
    if (at + 12 > view.byteLength) return false;
    if (view.getUint16(at, little) !== 0x0112) continue;
    const orientation = view.getUint16(at + 8, little);
    return orientation >= 5 && orientation <= 8;
  }
  return false;
}
