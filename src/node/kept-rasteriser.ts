// Pictures that were decoded and cleaned are kept for the next agreement with the same logo.
// A rasteriser around another one: the same pixels come out, and no more is kept than fits.

import type { RasterImage, Rasteriser } from '../base/ports.ts';
import { keptHash } from './kept-hash.ts';

/** The most that is kept, in bytes of pixels and files. */
const room = 32 * 1024 * 1024;

/** Returns a rasteriser that remembers what it made last. */
export function keptRasteriser(rasteriser: Rasteriser): Rasteriser {
  const kept = new Map<string, RasterImage>();
  let held = 0;
  return {
    rasterise: async (bytes, format, box) => {
      const key = `${keptHash(bytes)} ${format} ${box.maxWidthPx} ${box.maxHeightPx}`;
      const known = kept.get(key);
      if (known) {
        // The last to be used is the last to go.
        kept.delete(key);
        kept.set(key, known);
        return known;
      }
      const image = await rasteriser.rasterise(bytes, format, box);
      kept.set(key, image);
      held += sizeOf(image);
      for (const [oldest, { length }] of sizes(kept)) {
        if (held <= room) break;
        kept.delete(oldest);
        held -= length;
      }
      return image;
    },
  };
}

function* sizes(kept: ReadonlyMap<string, RasterImage>): Generator<[string, { length: number }]> {
  for (const [key, image] of kept) yield [key, { length: sizeOf(image) }];
}

function sizeOf({ rgb, alpha, png, simpleSvg }: RasterImage): number {
  return rgb.length + (alpha?.length ?? 0) + png.length + 2 * (simpleSvg?.length ?? 0);
}
