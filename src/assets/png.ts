// Reads the structure of a PNG (ISO/IEC 15948): signature, chunks, checksums, header.
// Decompresses nothing: the rasteriser does, after this has looked.

import { crc32 } from '../base/crc32.ts';
import type { BadPicture, RasterProbe } from './picture.ts';
import { badSize, broken, hostile, wrongFormat } from './problems.ts';

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Bit depths that each colour type allows, and its samples a pixel. */
const colorTypes: Readonly<Record<number, { depths: readonly number[]; samples: number }>> = {
  0: { depths: [1, 2, 4, 8, 16], samples: 1 },
  2: { depths: [8, 16], samples: 3 },
  3: { depths: [1, 2, 4, 8], samples: 1 },
  4: { depths: [8, 16], samples: 2 },
  6: { depths: [8, 16], samples: 4 },
};

/** Deflate cannot pack more than 1,032 bytes into one. */
const deflateLimit = 1032;

interface Header {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly bits: number;
  readonly colorType: number;
}

/** Returns what a PNG is, what is wrong with it, or `undefined` for another format. */
export function probePng(bytes: Uint8Array): RasterProbe | BadPicture | undefined {
  const start = bytes.subarray(0, signature.length);
  if (start.length < 4 || start.some((byte, index) => byte !== signature[index])) {
    // An FTP transfer "as text" changes the line ends of the signature.
    return start.length >= 4 && start.subarray(0, 4).every((byte, at) => byte === signature[at])
      ? broken('its first bytes were changed on the way')
      : undefined;
  }
  return walk(bytes);
}

function walk(bytes: Uint8Array): RasterProbe | BadPicture {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let header: Header | undefined;
  let dataBytes = 0;
  let transparent = false;
  for (let at = signature.length; ; ) {
    if (at + 12 > bytes.length) return broken('its end is missing');
    const length = view.getUint32(at);
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const next = at + 12 + length;
    if (next > bytes.length) return broken('its end is missing');
    if (crc32(bytes.subarray(at + 4, next - 4)) !== view.getUint32(next - 4)) {
      return broken('a checksum in it does not match');
    }
    if (!header) {
      if (name !== 'IHDR' || length !== 13) return broken('it does not begin with its size');
      const read = readHeader(view, at + 8);
      if ('ok' in read) return read;
      header = read;
    } else if (name === 'IDAT') dataBytes += length;
    else if (name === 'tRNS') transparent = true;
    else if (name === 'acTL') {
      return wrongFormat('an animated PNG', 'Save one still picture of it as PNG.');
    } else if (name === 'IEND') return finish(header, dataBytes, transparent);
    at = next;
  }
}

function readHeader(view: DataView, at: number): Header | BadPicture {
  const widthPx = view.getUint32(at);
  const heightPx = view.getUint32(at + 4);
  const bits = view.getUint8(at + 8);
  const colorType = view.getUint8(at + 9);
  const methods = view.getUint8(at + 10) + view.getUint8(at + 11);
  const known = colorTypes[colorType]?.depths.includes(bits) && methods === 0;
  if (!known || view.getUint8(at + 12) > 1) return broken('its header makes no sense');
  return badSize(widthPx, heightPx) ?? { widthPx, heightPx, bits, colorType };
}

function finish(header: Header, dataBytes: number, transparent: boolean): RasterProbe | BadPicture {
  const { widthPx, heightPx, bits, colorType } = header;
  if (dataBytes === 0) return broken('there are no pixels in it');
  const rawBytes = Math.ceil((widthPx * bits * colorTypes[colorType]!.samples) / 8) * heightPx;
  if (rawBytes > dataBytes * deflateLimit) {
    return hostile(
      `claims to be ${widthPx} by ${heightPx} pixels, but holds far too little data for that`,
      'Export the picture again from the program that it was drawn in.',
    );
  }
  const alpha = transparent || colorType === 4 || colorType === 6;
  return { ok: true, format: 'png', widthPx, heightPx, alpha };
}
