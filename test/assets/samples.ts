// Small pictures for the tests, made from pixels.

import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { crc32 } from '../../src/base/crc32.ts';

/** A gradient, so that every row and channel differs. */
export function gradient(widthPx: number, heightPx: number, channels: 3 | 4): Uint8Array {
  const bytes = new Uint8Array(widthPx * heightPx * channels);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = (at * 37) % 256;
  return bytes;
}

export async function samplePng(
  widthPx = 12,
  heightPx = 7,
  channels: 3 | 4 = 4,
): Promise<Uint8Array> {
  const raw = { width: widthPx, height: heightPx, channels };
  return new Uint8Array(
    await sharp(gradient(widthPx, heightPx, channels), { raw })
      .png()
      .toBuffer(),
  );
}

export async function sampleJpeg(
  widthPx = 24,
  heightPx = 9,
  orientation?: number,
): Promise<Uint8Array> {
  const raw = { width: widthPx, height: heightPx, channels: 3 as const };
  const image = sharp(gradient(widthPx, heightPx, 3), { raw }).jpeg();
  if (orientation) image.withMetadata({ orientation });
  return new Uint8Array(await image.toBuffer());
}

/** A well-formed PNG that claims a size and holds the given data. */
export function claimedPng(
  widthPx: number,
  heightPx: number,
  data: Uint8Array = deflateSync(new Uint8Array(10)),
  extra: readonly Uint8Array[] = [],
): Uint8Array {
  const header = new DataView(new ArrayBuffer(13));
  header.setUint32(0, widthPx);
  header.setUint32(4, heightPx);
  header.setUint8(8, 8);
  header.setUint8(9, 6);
  return joined([
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', new Uint8Array(header.buffer)),
    ...extra,
    chunk('IDAT', data),
    chunk('IEND', new Uint8Array(0)),
  ]);
}

export function chunk(name: string, data: Uint8Array): Uint8Array {
  const body = joined([new TextEncoder().encode(name), data]);
  const frame = new DataView(new ArrayBuffer(8));
  frame.setUint32(0, data.length);
  frame.setUint32(4, crc32(body));
  const bytes = new Uint8Array(frame.buffer);
  return joined([bytes.subarray(0, 4), body, bytes.subarray(4)]);
}

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
