// The ID of a file, 128 bits that follow from what the file says: the same paper has the same ID on
// every machine, another paper another one. Not for security.

/** Returns 16 bytes from a text (cyrb-style multiplicative mixing, four lanes). */
export function identityOf(text: string): Uint8Array {
  let [a, b, c, d] = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 0x85ebca6b];
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    a = Math.imul(a ^ unit ^ (b >>> 13), 0x27d4eb2f);
    b = Math.imul(b ^ unit ^ (c >>> 13), 0x165667b1);
    c = Math.imul(c ^ unit ^ (d >>> 13), 0x9e3779b1);
    d = Math.imul(d ^ unit ^ (a >>> 13), 0x85ebca77);
  }
  const lanes = [a, b, c, d];
  const bytes = new Uint8Array(16);
  const view = new DataView(bytes.buffer);
  for (let lane = 0; lane < 4; lane += 1) {
    let value = lanes[lane]! ^ (lanes[(lane + 3) & 3]! >>> 15);
    value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
    value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
    view.setUint32(lane * 4, (value ^ (value >>> 16)) >>> 0);
  }
  return bytes;
}
