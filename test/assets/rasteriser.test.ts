import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { probePicture } from '../../src/assets/probe.ts';
import { nodeRasteriser } from '../../src/node/rasteriser.ts';
import { claimedPng, gradient, sampleJpeg, samplePng, utf8 } from './samples.ts';

const { rasterise } = nodeRasteriser();
const box = { maxWidthPx: 100, maxHeightPx: 100 };

const svg = (inner: string, size = 'width="40" height="20" viewBox="0 0 40 20"'): Uint8Array =>
  utf8(`<svg xmlns="http://www.w3.org/2000/svg" ${size}>${inner}</svg>`);

describe('PNG and JPEG', () => {
  test('the pixels of a small PNG come out unchanged, and its PNG holds the same', async () => {
    const image = await rasterise(await samplePng(12, 7, 3), 'png', box);
    expect([image.widthPx, image.heightPx, image.alpha]).toEqual([12, 7, undefined]);
    expect(image.rgb).toEqual(gradient(12, 7, 3));
    expect(probePicture(image.png)).toMatchObject({ ok: true, widthPx: 12, alpha: false });
    const again = await sharp(image.png).raw().toBuffer();
    expect(new Uint8Array(again)).toEqual(image.rgb);
  });

  test('opacity is split off; what cannot be seen is white', async () => {
    const raw = { width: 2, height: 1, channels: 4 as const };
    const pixels = Uint8Array.of(10, 20, 30, 128, 1, 2, 3, 0);
    const image = await rasterise(await sharp(pixels, { raw }).png().toBuffer(), 'png', box);
    expect([...image.rgb]).toEqual([10, 20, 30, 255, 255, 255]);
    expect([...image.alpha!]).toEqual([128, 0]);
    expect([...(await sharp(image.png).raw().toBuffer())]).toEqual([
      10, 20, 30, 128, 255, 255, 255, 0,
    ]);
  });

  test('opacity that is full everywhere is dropped', async () => {
    const raw = { width: 2, height: 2, channels: 4 as const };
    const image = await rasterise(
      await sharp(new Uint8Array(16).fill(255), { raw }).png().toBuffer(),
      'png',
      box,
    );
    expect(image.alpha).toBeUndefined();
  });

  test.each([
    ['grey', 'b-w', 3],
    ['16 bits', 'rgb16', 3],
  ] as const)('%s becomes 8-bit RGB', async (_, space, channels) => {
    const raw = { width: 6, height: 6, channels: 3 as const };
    const file = await sharp(new Uint8Array(108).fill(120), { raw })
      .toColourspace(space)
      .png()
      .toBuffer();
    const image = await rasterise(file, 'png', box);
    expect(image.rgb.length).toBe(36 * channels);
    expect(new Set(image.rgb)).toEqual(new Set([120]));
  });

  test('a CMYK JPEG becomes RGB', async () => {
    const raw = { width: 8, height: 8, channels: 3 as const };
    const file = await sharp(new Uint8Array(192).fill(255), { raw })
      .toColourspace('cmyk')
      .jpeg()
      .toBuffer();
    expect((await sharp(file).metadata()).space).toBe('cmyk');
    const image = await rasterise(file, 'jpeg', box);
    expect(image.rgb.length).toBe(192);
    expect(Math.min(...image.rgb)).toBeGreaterThan(245);
  });

  test('a photo is turned as its camera noted, as the probe says', async () => {
    const file = await sampleJpeg(24, 9, 6);
    const image = await rasterise(file, 'jpeg', box);
    expect(probePicture(file)).toMatchObject({ widthPx: image.widthPx, heightPx: image.heightPx });
    expect([image.widthPx, image.heightPx]).toEqual([9, 24]);
  });

  test('fitted into the box, never enlarged', async () => {
    const large = await rasterise(await samplePng(300, 60, 3), 'png', box);
    expect([large.widthPx, large.heightPx]).toEqual([100, 20]);
    const small = await rasterise(await samplePng(30, 6, 3), 'png', box);
    expect([small.widthPx, small.heightPx]).toEqual([30, 6]);
  });

  test.each(['png', 'jpeg'] as const)(
    'a cut-off %s is an Error, at every tenth length',
    async (format) => {
      const whole = format === 'png' ? await samplePng(40, 30) : await sampleJpeg(40, 30);
      for (let length = 0; length < whole.length - 12; length += Math.ceil(whole.length / 10)) {
        await expect(rasterise(whole.slice(0, length), format, box)).rejects.toThrow(
          'cannot be decoded',
        );
      }
    },
  );

  test.each([
    ['a tiny file that claims 60,000 by 60,000 pixels', claimedPng(60_000, 60_000), 'png'],
    ['a PNG called JPEG', claimedPng(1, 1), 'jpeg'],
    ['something else', utf8('%PDF-1.4'), 'png'],
  ] as const)('%s is an Error', async (_, bytes, format) => {
    await expect(rasterise(bytes, format, box)).rejects.toThrow('cannot be decoded');
  });
});

describe('SVG', () => {
  test('drawn to fill the box, colours not multiplied by opacity', async () => {
    const image = await rasterise(
      svg('<rect width="20" height="20" fill="#ff8000" opacity="0.5"/>'),
      'svg',
      box,
    );
    expect([image.widthPx, image.heightPx]).toEqual([100, 50]);
    expect([...image.rgb.slice(0, 3)]).toEqual([255, 128, 0]);
    expect(image.alpha![0]).toBe(128);
    expect(image.alpha![99]).toBe(0);
    expect([...image.rgb.slice(297, 300)]).toEqual([255, 255, 255]);
  });

  test.each([
    ['width="20" height="40" viewBox="0 0 20 40"', 50, 100],
    ['width="100" height="1" viewBox="0 0 100 1"', 100, 1],
    ['width="1" height="100" viewBox="0 0 1 100"', 1, 100],
    ['width="33.3" height="33.4" viewBox="0 0 33.3 33.4"', 100, 100],
  ])('%s', async (size, widthPx, heightPx) => {
    const image = await rasterise(svg('<rect width="5" height="5"/>', size), 'svg', box);
    expect([image.widthPx, image.heightPx]).toEqual([widthPx, heightPx]);
  });

  test('text is drawn, in our fonts if it asks for others', async () => {
    const draw = (family: string) =>
      rasterise(
        svg(`<text x="2" y="15" font-size="14" font-family="${family}">Łódź</text>`),
        'svg',
        box,
      );
    const ours = await draw('Noto Sans');
    expect(ours.alpha!.some((opacity) => opacity === 255)).toBe(true);
    expect((await draw('Garamond')).png).toEqual(ours.png);
  });

  test('the same bytes each time, also when several are drawn at once', async () => {
    const drawing = svg('<circle cx="20" cy="10" r="9" fill="#123456" stroke="#fff"/>');
    const [a, b, c] = await Promise.all([1, 2, 3].map(() => rasterise(drawing, 'svg', box)));
    expect(a!.png).toEqual(b!.png);
    expect(a!.png).toEqual(c!.png);
  });

  test('what resvg cannot read is an Error, and the next drawing is fine', async () => {
    const bad = svg('<g');
    await expect(rasterise(bad, 'svg', box)).rejects.toThrow('cannot be drawn');
    expect((await rasterise(svg('<rect width="40" height="20"/>'), 'svg', box)).widthPx).toBe(100);
  });

  test('a box too small for a pixel is refused', async () => {
    await expect(rasterise(svg(''), 'svg', { maxWidthPx: 0, maxHeightPx: 5 })).rejects.toThrow(
      RangeError,
    );
  });
});
