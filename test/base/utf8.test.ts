// Texts come out in UTF-8 byte for byte, whatever was written into the same room before.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utf8, utf8Of } from '../../src/base/utf8.ts';

describe('utf8', () => {
  it('writes one to four bytes a character', () => {
    expect([...utf8('aé€😀')]).toEqual([
      0x61, 0xc3, 0xa9, 0xe2, 0x82, 0xac, 0xf0, 0x9f, 0x98, 0x80,
    ]);
    expect([...utf8('')]).toEqual([]);
  });

  it('gives bytes that a later text leaves alone', () => {
    const first = utf8('first');
    utf8('second');
    expect(new TextDecoder().decode(first)).toBe('first');
  });

  it('is what an encoder gives, half of a pair and all', () => {
    const text = fc.string({ unit: 'binary' });
    const broken = fc.constantFrom('\ud800', '\udc00a', 'x\udbff');
    fc.assert(
      fc.property(text, broken, (one, other) => {
        expect(utf8(one + other)).toEqual(new TextEncoder().encode(one + other));
      }),
    );
  });

  it('writes pieces one after the other', () => {
    expect(new TextDecoder().decode(utf8Of(['a', '', 'é', '€😀']))).toBe('aé€😀');
    expect([...utf8Of([])]).toEqual([]);
  });

  it('takes a text of any length', () => {
    const long = '€'.repeat(600_000);
    expect(utf8(long).length).toBe(1_800_000);
  });
});
