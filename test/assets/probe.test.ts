import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { probePicture } from '../../src/assets/probe.ts';
import { chunk, claimedPng, gradient, joined, sampleJpeg, samplePng, utf8 } from './samples.ts';

const problem = (bytes: Uint8Array): string => {
  const probe = probePicture(bytes);
  return probe.ok ? 'ok' : `${probe.problem}: ${probe.message}`;
};

describe('whole pictures', () => {
  test('a PNG with opacity', async () => {
    expect(probePicture(await samplePng())).toEqual({
      ok: true,
      format: 'png',
      widthPx: 12,
      heightPx: 7,
      alpha: true,
    });
  });

  test('a PNG without opacity, with a palette, with 16 bits', async () => {
    expect(probePicture(await samplePng(5, 5, 3))).toMatchObject({ ok: true, alpha: false });
    const raw = { width: 4, height: 4, channels: 3 as const };
    const palette = await sharp(gradient(4, 4, 3), { raw })
      .png({ palette: true })
      .toBuffer();
    expect(probePicture(palette)).toMatchObject({ ok: true, widthPx: 4 });
    const deep = await sharp(gradient(4, 4, 3), { raw })
      .toColourspace('rgb16')
      .png()
      .toBuffer();
    expect(probePicture(deep)).toMatchObject({ ok: true, heightPx: 4 });
  });

  test('a JPEG, baseline and progressive', async () => {
    const jpeg = { ok: true, format: 'jpeg', widthPx: 24, heightPx: 9, alpha: false };
    expect(probePicture(await sampleJpeg())).toEqual(jpeg);
    const raw = { width: 24, height: 9, channels: 3 as const };
    const progressive = await sharp(gradient(24, 9, 3), { raw })
      .jpeg({ progressive: true })
      .toBuffer();
    expect(probePicture(progressive)).toEqual(jpeg);
  });

  test('a JPEG that a camera noted as lying on its side', async () => {
    expect(probePicture(await sampleJpeg(24, 9, 6))).toMatchObject({ widthPx: 9, heightPx: 24 });
    expect(probePicture(await sampleJpeg(24, 9, 3))).toMatchObject({ widthPx: 24, heightPx: 9 });
  });

  test('bytes in the middle of a larger buffer', async () => {
    const png = await samplePng();
    const larger = joined([utf8('before'), png, utf8('after')]);
    expect(probePicture(larger.subarray(6, 6 + png.length))).toMatchObject({ ok: true });
  });
});

describe('damaged pictures', () => {
  test('no beginning of a PNG is taken for a picture', async () => {
    const png = await samplePng(40, 30);
    for (let length = 0; length < png.length; length += 1) {
      expect(probePicture(png.subarray(0, length)).ok, `${length} bytes`).toBe(false);
    }
    expect(problem(png.subarray(0, png.length - 1))).toBe('broken: is damaged: its end is missing');
    expect(problem(png.subarray(0, 0))).toBe('broken: is empty');
  });

  test('no beginning of a JPEG is taken for a picture', async () => {
    const jpeg = await sampleJpeg();
    for (let length = 0; length < jpeg.length; length += 1) {
      expect(probePicture(jpeg.subarray(0, length)).ok, `${length} bytes`).toBe(false);
    }
    expect(problem(jpeg.subarray(0, jpeg.length - 2))).toBe(
      'broken: is damaged: its end is missing',
    );
  });

  test('every changed byte of a PNG up to its end is noticed', async () => {
    const png = await samplePng();
    for (let at = 0; at < png.length; at += 1) {
      const changed = png.slice();
      changed[at] = changed[at]! ^ 0x20;
      expect(probePicture(changed).ok, `byte ${at}`).toBe(false);
    }
  });

  test('a PNG sent as text', async () => {
    const png = await samplePng();
    const sent = joined([png.subarray(0, 4), png.subarray(5)]);
    expect(problem(sent)).toBe('broken: is damaged: its first bytes were changed on the way');
  });

  test('random bytes, also behind the signatures, give an answer', () => {
    const starts = [
      '',
      '\x89PNG\r\n\x1a\n',
      '\xff\xd8\xff',
      '<svg ',
      '<?xml version="1.0"?><svg',
    ].map((text) => Uint8Array.from(text, (sign) => sign.charCodeAt(0)));
    fc.assert(
      fc.property(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 300 }), (start, rest) => {
        const probe = probePicture(joined([start, rest]));
        expect(probe.ok || probe.hint.length > 10).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('pictures made to do harm', () => {
  test.each([
    [
      60_000,
      60_000,
      'hostile: claims to be 60,000 by 60,000 pixels, more than the 40 million that we open',
    ],
    [
      0xffffffff,
      0xffffffff,
      'hostile: claims to be 4,294,967,295 by 4,294,967,295 pixels, more than the 40 million that we open',
    ],
    [
      6_000,
      6_000,
      'hostile: claims to be 6000 by 6000 pixels, but holds far too little data for that',
    ],
    [0, 10, 'broken: is damaged: it says that it has no width or no height'],
  ])('a tiny PNG that claims %i by %i pixels', (width, height, message) => {
    expect(problem(claimedPng(width, height))).toBe(message);
  });

  test('a JPEG that claims 60,000 by 60,000 pixels', async () => {
    const jpeg = await sampleJpeg();
    const frame = jpeg.findIndex((byte, at) => byte === 0xff && jpeg[at + 1] === 0xc0);
    new DataView(jpeg.buffer).setUint32(frame + 5, (60_000 << 16) | 60_000);
    expect(problem(jpeg)).toContain('hostile: claims to be 60,000 by 60,000 pixels');
  });

  test('a PNG with a program behind it is still only a PNG', async () => {
    const polyglot = joined([await samplePng(), utf8('PK\x03\x04<script>alert(1)</script>')]);
    expect(probePicture(polyglot)).toMatchObject({ ok: true, format: 'png' });
  });
});

test.each([
  ['GIF89a…', 'is a GIF picture'],
  ['RIFF\x10\x00\x00\x00WEBPVP8 ', 'is a WebP picture'],
  ['II*\x00\x08\x00', 'is a TIFF picture'],
  ['%PDF-1.7', 'is a PDF or Illustrator file, not a picture'],
  ['%!PS-Adobe-3.0 EPSF-3.0', 'is an EPS or PostScript file'],
  ['\x00\x00\x00\x18ftypheic', 'is a HEIC photo, as telephones make them'],
  ['\x00\x00\x00\x1cftypavif', 'is an AVIF picture'],
  ['BM\x36\x00', 'is a BMP picture'],
  ['8BPS\x00\x01', 'is a Photoshop file'],
  ['\x1f\x8b\x08', 'is a compressed file (perhaps SVGZ)'],
  ['PK\x03\x04', 'is a ZIP archive or Office file'],
  ['<!DOCTYPE html><html><body>Not found <svg/></body></html>', 'is a web page, not a picture'],
  ['\xff\xfe<\x00s\x00', 'is text in UTF-16'],
  ['Logo to follow', 'is not a picture that we know'],
  ['<note>no drawing</note>', 'is not a picture that we know'],
])('a file that begins %j %s', (start, message) => {
  expect(problem(Uint8Array.from(start, (sign) => sign.charCodeAt(0)))).toBe(`format: ${message}`);
});

test('an animated PNG', () => {
  const animated = claimedPng(1, 1, undefined, [chunk('acTL', new Uint8Array(8))]);
  expect(problem(animated)).toBe('format: is an animated PNG');
});
