// A look at a picture that was seen before is the look at this picture, whatever was seen between.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { probePicture } from '../../src/assets/probe.ts';

const drawing = (width: number): Uint8Array =>
  new TextEncoder().encode(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="10"><path d="M0 0h1"/></svg>`,
  );

test('pictures with equally many bytes are told apart, in any order and however often', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 10, max: 99 }), { maxLength: 200 }), (widths) => {
      for (const width of widths) {
        const probe = probePicture(drawing(width));
        expect(probe.ok && probe.widthPx).toBe(width);
      }
    }),
  );
});

test('what becomes of the bytes after a look does not change what was seen', () => {
  const bytes = drawing(12);
  probePicture(bytes);
  bytes.set(drawing(34));
  const probe = probePicture(bytes);
  expect(probe.ok && probe.widthPx).toBe(34);
  const again = probePicture(drawing(12));
  expect(again.ok && again.widthPx).toBe(12);
});
