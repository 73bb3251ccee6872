// Reads the plainest PNGs (8 bits a channel, colour with or without opacity, not interlaced) to pixels:
// most logos are such files, and the library for all others takes longer to load than these to read.
// Whatever is unusual in a file is left to that library; nothing is judged or scaled here.

import { inflateSync } from 'node:zlib';

/** Pixels with 8 bits a channel, RGBA, colours not multiplied by opacity. */
export interface PlainPixels {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly rgba: Uint8Array;
}

/** The signature, and the head of the chunk that comes first. */
const begin = Uint8Array.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', (sign) => sign.charCodeAt(0));

/** Chunks that change no pixel; one with a colour profile or a gamma is the library's. */
const harmless = new Set(['IHDR', 'IDAT', 'IEND', 'sRGB', 'pHYs', 'tEXt', 'iTXt', 'zTXt', 'tIME']);

/**
 * Returns the pixels of a plain PNG (ISO/IEC 15948) that fits into a box, or `undefined` for any other
 * file. Checksums are not looked at: the probe has done that before.
 */
export function readPlainPng(
  bytes: Uint8Array,
  box: { readonly maxWidthPx: number; readonly maxHeightPx: number },
): PlainPixels | undefined {
  if (bytes.length < begin.length + 17 || begin.some((byte, at) => byte !== bytes[at])) {
    return undefined;
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const packed: Uint8Array[] = [];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (!harmless.has(name)) return undefined;
    if (name === 'IDAT') packed.push(bytes.subarray(at + 8, at + 8 + length));
    if (name === 'IEND') break;
    at += 12 + length;
  }
  const [widthPx, heightPx] = [view.getUint32(16), view.getUint32(20)];
  const [bits, colorType, interlaced] = [bytes[24], bytes[25], bytes[28]];
  const step = colorType === 6 ? 4 : colorType === 2 ? 3 : 0;
  if (bits !== 8 || step === 0 || interlaced !== 0) return undefined;
  if (widthPx > Math.floor(box.maxWidthPx) || heightPx > Math.floor(box.maxHeightPx)) {
    return undefined;
  }
  const rows = unpacked(packed, (widthPx * step + 1) * heightPx);
  if (!rows || !unfilter(rows, widthPx * step, heightPx, step)) return undefined;
  return { widthPx, heightPx, rgba: pixelsOf(rows, widthPx, heightPx, step) };
}

function unpacked(packed: readonly Uint8Array[], length: number): Uint8Array | undefined {
  try {
    const rows = inflateSync(Buffer.concat(packed), { maxOutputLength: length });
    return rows.length === length ? rows : undefined;
  } catch {
    return undefined;
  }
}

/** Undoes the filter of each row in place (ISO/IEC 15948, 9.2); false for a filter that there is not. */
function unfilter(rows: Uint8Array, width: number, height: number, step: number): boolean {
  for (let y = 0; y < height; y += 1) {
    const from = y * (width + 1) + 1;
    const above = y === 0 ? undefined : from - width - 1;
    const filter = rows[from - 1]!;
    if (filter > 4) return false;
    if (filter === 1) addLeft(rows, from, width, step);
    else if (filter === 2 && above !== undefined) addAbove(rows, from, above, width);
    else if (filter === 3) addMean(rows, from, above, width, step);
    else if (filter === 4) addNearest(rows, from, above, width, step);
  }
  return true;
}

function addLeft(rows: Uint8Array, from: number, width: number, step: number): void {
  for (let at = from + step; at < from + width; at += 1) {
    rows[at] = rows[at]! + rows[at - step]!;
  }
}

function addAbove(rows: Uint8Array, from: number, above: number, width: number): void {
  for (let x = 0; x < width; x += 1) rows[from + x] = rows[from + x]! + rows[above + x]!;
}

function addMean(
  rows: Uint8Array,
  from: number,
  above: number | undefined,
  width: number,
  step: number,
): void {
  for (let x = 0; x < width; x += 1) {
    const left = x < step ? 0 : rows[from + x - step]!;
    const up = above === undefined ? 0 : rows[above + x]!;
    rows[from + x] = rows[from + x]! + ((left + up) >> 1);
  }
}

/** Adds the neighbour that lies nearest to left + above - corner (Paeth). */
function addNearest(
  rows: Uint8Array,
  from: number,
  above: number | undefined,
  width: number,
  step: number,
): void {
  if (above === undefined) {
    addLeft(rows, from, width, step);
    return;
  }
  for (let x = 0; x < width; x += 1) {
    const left = x < step ? 0 : rows[from + x - step]!;
    const up = rows[above + x]!;
    const corner = x < step ? 0 : rows[above + x - step]!;
    const toLeft = Math.abs(up - corner);
    const toUp = Math.abs(left - corner);
    const toCorner = Math.abs(left + up - 2 * corner);
    const nearest = toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
    rows[from + x] = rows[from + x]! + nearest;
  }
}

function pixelsOf(rows: Uint8Array, widthPx: number, heightPx: number, step: number): Uint8Array {
  const rgba = new Uint8Array(widthPx * heightPx * 4).fill(255);
  const width = widthPx * step;
  let to = 0;
  for (let y = 0; y < heightPx; y += 1) {
    const from = y * (width + 1) + 1;
    if (step === 4) rgba.set(rows.subarray(from, from + width), y * width);
    else {
      for (let at = from; at < from + width; at += 3) {
        rgba[to] = rows[at]!;
        rgba[to + 1] = rows[at + 1]!;
        rgba[to + 2] = rows[at + 2]!;
        to += 4;
      }
    }
  }
  return rgba;
}
