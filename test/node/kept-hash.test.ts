// The hash of a file is its own, however many were hashed before it and however like them it is.

import { describe, expect, it } from 'vitest';
import { keptHash } from '../../src/node/kept-hash.ts';
import { hashOf } from '../../src/node/write-whole.ts';

const file = (last: number, length = 20_000): Uint8Array => {
  const bytes = new Uint8Array(length).fill(7);
  bytes[length - 1] = last;
  return bytes;
};

describe('keptHash', () => {
  it('is the hash of the bytes, the first time and again', () => {
    const known = '87428fc522803d31065e7bce3cf03fe475096631e5e07bbd7a0fde60c4cf25c7';
    expect(keptHash(new TextEncoder().encode('a\n'))).toBe(known);
    for (const bytes of [file(1), file(1), file(2), file(1), file(1, 20_001)]) {
      expect(keptHash(bytes)).toBe(hashOf(bytes));
    }
  });

  it('is right for more files than are kept', () => {
    for (let round = 0; round < 2; round += 1) {
      for (let at = 0; at < 40; at += 1) expect(keptHash(file(at))).toBe(hashOf(file(at)));
    }
  });
});
