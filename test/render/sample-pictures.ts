// Pictures computed from a seed, for papers in renderer tests: flat shapes, with and without alpha.
// Written as PNG by the smallest encoder there is; reads no files.

import { zlibSync } from 'fflate';
import type { RasterImage } from '../../src/base/ports.ts';

/** Returns a repeatable stream of numbers from 0 (included) to 1 (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const crcTable = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});

function crc(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = crcTable[(value ^ byte) & 255]! ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}

function chunk(name: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(12 + data.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  for (let index = 0; index < 4; index += 1) bytes[4 + index] = name.charCodeAt(index);
  bytes.set(data, 8);
  view.setUint32(8 + data.length, crc(bytes.subarray(4, 8 + data.length)));
  return bytes;
}

/** Returns the pixels as a PNG file: 8 bits, RGB or RGBA, no filters. */
export function encodePng(
  width: number,
  height: number,
  rgb: Uint8Array,
  alpha?: Uint8Array,
): Uint8Array {
  const step = alpha ? 4 : 3;
  const raw = new Uint8Array(height * (1 + width * step));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const from = y * width + x;
      const to = y * (1 + width * step) + 1 + x * step;
      raw.set(rgb.subarray(from * 3, from * 3 + 3), to);
      if (alpha) raw[to + 3] = alpha[from]!;
    }
  }
  const head = new Uint8Array(13);
  const view = new DataView(head.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  head.set([8, alpha ? 6 : 2, 0, 0, 0], 8);
  const parts = [
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', head),
    chunk('IDAT', zlibSync(raw)),
    chunk('IEND', new Uint8Array()),
  ];
  const file = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    file.set(part, at);
    at += part.length;
  }
  return file;
}

/** What a generated logo looks like. */
export type LogoShape = 'disc' | 'wordmark' | 'crest' | 'photo';

const sizes: Readonly<Record<LogoShape, readonly [number, number]>> = {
  disc: [160, 160],
  wordmark: [360, 90],
  crest: [110, 160],
  photo: [240, 160],
};

function covers(shape: LogoShape, x: number, y: number): boolean {
  switch (shape) {
    case 'disc':
      return (x - 0.5) ** 2 + (y - 0.5) ** 2 < 0.25 && (x - 0.62) ** 2 + (y - 0.4) ** 2 > 0.04;
    case 'wordmark':
      return x < 0.2 || (y > 0.35 && y < 0.65 && Math.floor(x * 24) % 3 !== 0);
    case 'crest':
      return Math.abs(x - 0.5) < 0.48 * (1 - Math.max(0, y - 0.55) * 2.1) && !(y > 0.4 && y < 0.5);
    case 'photo':
      return true;
  }
}

/** Returns a picture in `#rrggbb`: a photo is an opaque gradient, the others are shapes on transparency. */
export function samplePicture(shape: LogoShape, color: string): RasterImage {
  const [width, height] = sizes[shape];
  const channel = (at: number): number => Number.parseInt(color.slice(at, at + 2), 16);
  const tone = [channel(1), channel(3), channel(5)];
  const rgb = new Uint8Array(width * height * 3);
  const alpha = shape === 'photo' ? undefined : new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * width + x;
      const light = shape === 'photo' ? 0.35 + (0.65 * (x + y)) / (width + height) : 1;
      rgb.set(
        tone.map((value) => Math.round(value * light)),
        at * 3,
      );
      if (!alpha) continue;
      let inside = 0;
      for (let part = 0; part < 4; part += 1) {
        const u = (x + (part % 2 ? 0.75 : 0.25)) / width;
        const v = (y + (part > 1 ? 0.75 : 0.25)) / height;
        if (covers(shape, u, v)) inside += 1;
      }
      alpha[at] = Math.round((inside * 255) / 4);
    }
  }
  const png = encodePng(width, height, rgb, alpha);
  return { widthPx: width, heightPx: height, rgb, ...(alpha ? { alpha } : {}), png };
}
