// The checksum that PNG and ZIP files carry, for every room that reads or writes one.
// Arithmetic only; knows neither format.

let table: Uint32Array | undefined;

/** Returns the CRC-32 of ISO 3309, as PNG and ZIP use it. */
export function crc32(bytes: Uint8Array): number {
  table ??= Uint32Array.from({ length: 256 }, (_, index) => remainder(index));
  const known = table;
  let crc = 0xffffffff;
  for (let at = 0; at < bytes.length; at += 1) {
    crc = known[(crc ^ bytes[at]!) & 0xff]! ^ (crc >>> 8);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

function remainder(index: number): number {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
}
