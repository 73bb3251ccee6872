// The plainest PNGs read by our own hand: the same pixels as the library gives, or none.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import sharp, { type Sharp } from 'sharp';
import { expect, test } from 'vitest';
import { readPlainPng } from '../../src/node/png-reader.ts';

const box = { maxWidthPx: 960, maxHeightPx: 640 };

async function bySharp(bytes: Uint8Array): Promise<Buffer> {
  return sharp(bytes).toColourspace('srgb').ensureAlpha().raw({ depth: 'uchar' }).toBuffer();
}

const plain = (bytes: Uint8Array): Uint8Array | undefined => readPlainPng(bytes, box)?.rgba;

interface Drawn {
  readonly width: number;
  readonly height: number;
  readonly channels: 3 | 4;
  readonly data: Uint8Array;
}

const drawn: fc.Arbitrary<Drawn> = fc
  .record({
    width: fc.integer({ min: 1, max: 24 }),
    height: fc.integer({ min: 1, max: 24 }),
    channels: fc.constantFrom(3 as const, 4 as const),
  })
  .chain(({ width, height, channels }) =>
    fc
      .uint8Array({
        minLength: width * height * channels,
        maxLength: width * height * channels,
      })
      .map((data) => ({ width, height, channels, data })),
  );

const pngOf = ({ width, height, channels, data }: Drawn, adaptive: boolean): Promise<Buffer> =>
  sharp(data, { raw: { width, height, channels } }).png({ adaptiveFiltering: adaptive }).toBuffer();

test('noise, with and without opacity and filters', async () => {
  await fc.assert(
    fc.asyncProperty(drawn, fc.boolean(), async (picture, adaptive) => {
      const bytes = await pngOf(picture, adaptive);
      expect(plain(bytes)).toEqual(new Uint8Array(await bySharp(bytes)));
    }),
  );
});

/** A drawing with slopes and edges, for which every filter is the best in some row. */
function slopes(channels: 3 | 4): Drawn {
  const [width, height] = [90, 60];
  const data = new Uint8Array(width * height * channels);
  for (let y = 0; y < height; y += 1) {
    for (let at = 0; at < width * channels; at += 1) {
      const x = Math.floor(at / channels);
      const wave = [x * 3, y * 5, x + y * 2, (x * y) >> 3, x % 7 ? 40 : y * 9][(y >> 2) % 5]!;
      data[y * width * channels + at] = wave + (at % channels) * 50;
    }
  }
  return { width, height, channels, data };
}

test.each([3, 4] as const)('every filter, %i channels', async (channels) => {
  const bytes = await pngOf(slopes(channels), true);
  expect(plain(bytes)).toEqual(new Uint8Array(await bySharp(bytes)));
});

test('the logos of the examples that are plain', async () => {
  const folder = path.resolve('agreements/logos');
  const read: string[] = [];
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith('.png')) continue;
    const bytes = readFileSync(path.join(folder, name));
    const { width, height } = await sharp(bytes).metadata();
    const own = readPlainPng(bytes, { maxWidthPx: width, maxHeightPx: height });
    if (!own) continue;
    read.push(name);
    expect(Buffer.from(own.rgba).equals(await bySharp(bytes)), name).toBe(true);
  }
  expect(read.length).toBeGreaterThan(0);
});

const source = slopes(4);

test.each<[string, () => Promise<Uint8Array>]>([
  ['a palette', () => image().png({ palette: true }).toBuffer()],
  ['interlaced rows', () => image().png({ progressive: true }).toBuffer()],
  ['16 bits a channel', () => image().toColourspace('rgb16').png().toBuffer()],
  ['grey', () => image().removeAlpha().toColourspace('b-w').png().toBuffer()],
  ['a colour profile', () => image().withIccProfile('p3').png().toBuffer()],
  ['more pixels than the box', async () => pngOf({ ...source, width: 1080, height: 5 }, false)],
  ['rows that are missing', async () => cutShort(await pngOf(source, false))],
])('left to the library: %s', async (_, make) => {
  expect(plain(await make())).toBeUndefined();
});

function image(): Sharp {
  const { width, height, channels, data } = source;
  return sharp(data, { raw: { width, height, channels } });
}

/** Says in its header that there are more rows than are packed. */
function cutShort(bytes: Uint8Array): Uint8Array {
  const changed = new Uint8Array(bytes);
  new DataView(changed.buffer).setUint32(20, source.height + 1);
  return changed;
}
