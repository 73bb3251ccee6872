import { createHash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { quickDeflate } from '../../src/node/quick-deflate.ts';

/** The same numbers on every machine, from 0 to 1. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return (state >>> 8) / 0x1000000;
  };
}

const made = (length: number, of: (next: () => number) => number, seed = 1): Uint8Array => {
  const next = numbers(seed);
  return Uint8Array.from({ length }, () => of(next));
};

const sum = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex').slice(0, 16);

describe('quickDeflate', () => {
  test.each([
    ['nothing', new Uint8Array(0)],
    ['one byte', Uint8Array.of(7)],
    ['one byte many times', new Uint8Array(100_000).fill(65)],
    ['a few letters', made(300, (next) => next() * 3)],
    ['noise', made(150_000, (next) => next() * 256)],
    ['two letters', made(150_000, (next) => next() * 2)],
    [
      'letters from common to very rare, whose codes would be too long',
      made(200_000, (next) => Math.min(255, -Math.log2(next() + 1e-9) * 2)),
    ],
    [
      'a text whose parts stand far from each other',
      made(200_000, () => 0).map((_, at) => (at % 32_768) * 7 + (at % 311)),
    ],
  ])('%s comes out again', (_, bytes) => {
    expect(sum(inflateSync(quickDeflate(bytes)))).toBe(sum(bytes));
  });

  test('texts of every length up to 400 come out again', () => {
    for (let length = 0; length <= 400; length += 1) {
      const bytes = made(length, (next) => 97 + next() * ((length % 26) + 1), length);
      expect([...inflateSync(quickDeflate(bytes))]).toEqual([...bytes]);
    }
  });

  test('the same text is the same bytes, whatever was packed before', () => {
    const text = new TextEncoder().encode('The partners meet every month. '.repeat(200));
    const first = quickDeflate(text);
    quickDeflate(made(100_000, (next) => next() * 256));
    quickDeflate(text.subarray(5));
    expect(sum(quickDeflate(text))).toBe(sum(first));
    expect(first.length).toBe(87);
    expect(sum(first)).toBe('423626dfedc18341');
  });
});
