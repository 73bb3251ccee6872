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
  if (text.length > longest) return encoder.encode(text);
  if (room.length < text.length * bytesPerUnit) room = new Uint8Array(text.length * bytesPerUnit);
  const { written } = encoder.encodeInto(text, room);
  return room.slice(0, written);
}
