// The real Rasteriser: sharp decodes PNG and JPEG but for the plainest, resvg draws SVG; both are loaded when first used.
// Gives plain pixels in sRGB without metadata; the files themselves go no further than here.

import { createRequire } from 'node:module';
import type sharp from 'sharp';
import type { RasterImage, Rasteriser } from '../base/ports.ts';
import { deflate } from './deflate.ts';
import { type PlainPixels, readPlainPng } from './png-reader.ts';
import { writePng } from './png-writer.ts';
import { drawSvg } from './svg-drawer.ts';

interface Box {
  readonly maxWidthPx: number;
  readonly maxHeightPx: number;
}

/** As in assets/limits.ts, where the probe refuses earlier; this is the second door. */
const largestPixels = 40_000_000;

/** Pixels that an SVG is drawn with at most: a full page of A4 at 300 dpi has 8.7 million. */
const largestDrawing = 16_000_000;

const longestSeconds = 30;

/** Returns the rasteriser for Node. */
export function nodeRasteriser(): Rasteriser {
  return {
    rasterise: async (bytes, format, box) => {
      checkBox(box);
      const plain = format === 'png' ? readPlainPng(bytes, box) : undefined;
      if (plain) return finish(plain);
      if (format !== 'svg') return finish(await decoded(bytes, format, box));
      const { simpleSvg, ...pixels } = await drawn(bytes, box);
      return { ...finish(pixels), simpleSvg };
    },
  };
}

function checkBox({ maxWidthPx, maxHeightPx }: Box): void {
  if (!(maxWidthPx >= 1 && maxHeightPx >= 1)) {
    throw new RangeError(`A picture cannot be fitted into ${maxWidthPx} by ${maxHeightPx} pixels.`);
  }
}

/** As CommonJS: loaded as a module it takes three times as long. */
const loadSharp = (): typeof sharp => createRequire(import.meta.url)('sharp');

async function decoded(bytes: Uint8Array, format: 'png' | 'jpeg', box: Box): Promise<PlainPixels> {
  const sharp = loadSharp();
  sharp.cache(false);
  // Vector instructions differ between processors, and with them the last bit of a pixel.
  sharp.simd(false);
  try {
    const image = sharp(bytes, {
      limitInputPixels: largestPixels,
      sequentialRead: true,
      failOn: 'warning',
    });
    const found = (await image.metadata()).format;
    if (found !== format) throw new Error(`it is not a ${format.toUpperCase()}`);
    const { data, info } = await image
      .timeout({ seconds: longestSeconds })
      .rotate()
      .resize({
        width: Math.floor(box.maxWidthPx),
        height: Math.floor(box.maxHeightPx),
        fit: 'inside',
        withoutEnlargement: true,
      })
      .toColourspace('srgb')
      .ensureAlpha()
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    if (info.channels !== 4) throw new Error('its colours cannot be read');
    return { widthPx: info.width, heightPx: info.height, rgba: data };
  } catch (error) {
    // The library's own words are for programmers; the cause keeps them for a report.
    throw new Error('the picture cannot be decoded: the file is damaged or unusual', {
      cause: error,
    });
  }
}

async function drawn(
  bytes: Uint8Array,
  box: Box,
): Promise<PlainPixels & { readonly simpleSvg: string }> {
  const svg = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  const size = /^<svg\b[^>]*?\swidth="([\d.e+-]+)"[^>]*?\sheight="([\d.e+-]+)"/.exec(svg);
  const width = Number(size?.[1]);
  const height = Number(size?.[2]);
  if (!(width > 0 && height > 0)) throw new Error('the drawing does not say how large it is');
  const ratio = width / height;
  const fitting = Math.min(Math.floor(box.maxWidthPx), Math.floor(box.maxHeightPx) * ratio);
  const widest = Math.min(fitting, Math.sqrt(largestDrawing * ratio));
  // By the longer side, unless the shorter one would then have no pixel at all.
  const tooThin = Math.min(widest, widest / ratio) < 1;
  const fit =
    ratio >= 1 !== tooThin
      ? ({ mode: 'width', value: Math.max(1, Math.floor(widest)) } as const)
      : ({ mode: 'height', value: Math.max(1, Math.floor(widest / ratio + 1e-9)) } as const);
  const { widthPx, heightPx, premultiplied, simpleSvg } = await drawSvg(svg, fit);
  return { widthPx, heightPx, rgba: divided(premultiplied), simpleSvg };
}

/** Divides the colours by the opacity again, in place. */
function divided(rgba: Uint8Array): Uint8Array {
  for (let at = 0; at < rgba.length; at += 4) {
    const alpha = rgba[at + 3]!;
    if (alpha === 0 || alpha === 255) continue;
    for (let channel = at; channel < at + 3; channel += 1) {
      rgba[channel] = Math.min(255, Math.round((rgba[channel]! * 255) / alpha));
    }
  }
  return rgba;
}

function finish({ widthPx, heightPx, rgba }: PlainPixels): RasterImage {
  const count = widthPx * heightPx;
  const rgb = new Uint8Array(count * 3);
  const alpha = new Uint8Array(count);
  let opaque = true;
  for (let pixel = 0; pixel < count; pixel += 1) {
    const opacity = rgba[pixel * 4 + 3]!;
    alpha[pixel] = opacity;
    if (opacity !== 255) opaque = false;
    for (let channel = 0; channel < 3; channel += 1) {
      // White under what cannot be seen, or a viewer that smooths shows a dark rim on paper.
      rgb[pixel * 3 + channel] = opacity === 0 ? 255 : rgba[pixel * 4 + channel]!;
    }
  }
  const pixels = { widthPx, heightPx, rgb, ...(opaque ? {} : { alpha }) };
  return { ...pixels, png: writePng(pixels, deflate) };
}
