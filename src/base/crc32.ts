// The checksum that PNG and ZIP files carry, for every room that reads or writes one.
// Arithmetic only; knows neither format.

/** Four tables of 256, for four bytes at a time. */
let tables: Int32Array | undefined;

/** Returns the CRC-32 of ISO 3309, as PNG and ZIP use it. */
export function crc32(bytes: Uint8Array): number {
  tables ??= makeTables();
  const known = tables;
  const { length } = bytes;
  let crc = -1;
  let at = 0;
  for (; at + 4 <= length; at += 4) {
    crc ^= bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
    crc =
      known[768 + (crc & 0xff)]! ^
      known[512 + ((crc >>> 8) & 0xff)]! ^
      known[256 + ((crc >>> 16) & 0xff)]! ^
      known[crc >>> 24]!;
  }
  for (; at < length; at += 1) crc = known[(crc ^ bytes[at]!) & 0xff]! ^ (crc >>> 8);
  return ~crc >>> 0;
}

function makeTables(): Int32Array {
  const made = new Int32Array(1024);
  for (let index = 0; index < 256; index += 1) {
    let value = index;
    for (let bit = 0; bit < 8; bit += 1) {
      value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    }
    made[index] = value;
  }
  for (let at = 256; at < 1024; at += 1) {
    const before = made[at - 256]!;
    made[at] = (before >>> 8) ^ made[before & 0xff]!;
  }
  return made;
}
