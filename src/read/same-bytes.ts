// Whether two stretches of bytes are the same: of files, of pictures, of what is unpacked.
// What they mean, others know.

/** Returns true when two stretches of bytes are the same. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
