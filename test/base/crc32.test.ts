// The checksum against the check value that its catalogue gives, and one of a long input.

import { expect, it } from 'vitest';
import { crc32 } from '../../src/base/crc32.ts';

it('has the check value of CRC-32/ISO-HDLC', () => {
  expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
  expect(crc32(new Uint8Array())).toBe(0);
  expect(crc32(new Uint8Array(32))).toBe(0x190a55ad);
});
