// Texts to UTF-8, several times as fast for long ones as a TextEncoder alone, which counts the bytes
// before it writes them. The bytes are the same.

const encoder = new TextEncoder();

/** Longer texts are rare, and the room for them would be held for ever, in UTF-16 units. */
const longest = 500_000;
/** UTF-8 takes at most three bytes for each unit of UTF-16. */
const bytesPerUnit = 3;
let room = new Uint8Array(0);

/** Returns a text in UTF-8; half of a surrogate pair becomes U+FFFD. */
export function utf8(text: string): Uint8Array {
  return utf8Of([text]);
}

/**
 * Returns the pieces of a text one after the other in UTF-8. So a long text need never be put together, and
 * pieces in Latin letters take half of the memory that one sign beyond them would ask for them all.
 */
export function utf8Of(pieces: readonly string[]): Uint8Array {
  let length = 0;
  for (const piece of pieces) length += piece.length;
  if (length > longest) return encoder.encode(pieces.join(''));
  if (room.length < length * bytesPerUnit) room = new Uint8Array(length * bytesPerUnit);
  let at = 0;
  for (const piece of pieces) at += encoder.encodeInto(piece, room.subarray(at)).written;
  return room.slice(0, at);
}
