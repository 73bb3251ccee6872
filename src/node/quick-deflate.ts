// Compression for what stands in one paper alone: one pass, the last place with the same four bytes, and
// tables that are made once for a process. Nothing of an earlier call enters the bytes of a later one.

/** Symbols of a block at most, and room for all that one match adds. */
const mostSymbols = 1 << 15;
const hashBits = 15;
const leastMatch = 4;
const mostMatch = 258;
const farthest = 32768;
const endOfBlock = 256;

/** Literals as they are; matches as length times 2^16 plus distance less 1, with the highest bit but one. */
const symbols = new Int32Array(mostSymbols);
const isMatch = 1 << 30;
/** The last place of a hash, counted on from call to call: what is below the own start is of another one. */
const places = new Int32Array(1 << hashBits).fill(-1);
let start = 0;

const literalCounts = new Uint32Array(286);
const distanceCounts = new Uint32Array(30);
const literalLengths = new Uint8Array(286);
const distanceLengths = new Uint8Array(30);
const literalCodes = new Uint16Array(286);
const distanceCodes = new Uint16Array(30);

/** Symbol, extra bits and base of each length, and of each distance below and above 256 (RFC 1951, 3.2.5). */
const lengthSymbol = new Uint8Array(mostMatch + 1);
const lengthExtra = new Uint8Array(29);
const lengthBase = new Uint16Array(29);
const nearSymbol = new Uint8Array(256);
const farSymbol = new Uint8Array(256);
const distanceExtra = new Uint8Array(30);
const distanceBase = new Uint16Array(30);

for (let symbol = 0, length = 3; symbol < 28; symbol += 1) {
  lengthExtra[symbol] = symbol < 8 ? 0 : (symbol >> 2) - 1;
  lengthBase[symbol] = length;
  lengthSymbol.fill(symbol, length, length + (1 << lengthExtra[symbol]!));
  length += 1 << lengthExtra[symbol]!;
}
lengthBase[28] = mostMatch;
lengthSymbol[mostMatch] = 28;
for (let symbol = 0, distance = 0; symbol < 30; symbol += 1) {
  const extra = symbol < 4 ? 0 : (symbol >> 1) - 1;
  distanceExtra[symbol] = extra;
  distanceBase[symbol] = distance;
  const next = distance + (1 << extra);
  if (distance < 256) nearSymbol.fill(symbol, distance, next);
  else farSymbol.fill(symbol, distance >> 7, next >> 7);
  distance = next;
}

let out = new Uint8Array(1 << 16);
let at = 0;
let held = 0;
let heldBits = 0;

/** Adds up to 16 bits. */
function put(bits: number, count: number): void {
  held |= bits << heldBits;
  heldBits += count;
  if (heldBits < 16) return;
  out[at] = held;
  out[at + 1] = held >>> 8;
  at += 2;
  held >>>= 16;
  heldBits -= 16;
}

/** Compresses bytes with zlib framing (RFC 1950). */
export function quickDeflate(bytes: Uint8Array): Uint8Array {
  const { length } = bytes;
  // No block is longer than its bytes by more than its tables and an eighth.
  const room = length + (length >> 2) + 1024;
  if (out.length < room) out = new Uint8Array(room * 2);
  out[0] = 0x78;
  out[1] = 0x01;
  at = 2;
  held = 0;
  heldBits = 0;
  if (start > 1 << 29) {
    places.fill(-1);
    start = 0;
  }
  packBlocks(bytes);
  for (; heldBits > 0; heldBits -= 8, held >>>= 8) out[at++] = held;
  const sum = adler32(bytes);
  for (let shift = 24; shift >= 0; shift -= 8) out[at++] = sum >>> shift;
  start += length;
  return out.slice(0, at);
}

function packBlocks(bytes: Uint8Array): void {
  const { length } = bytes;
  const last = length - leastMatch;
  let count = 0;
  let here = 0;
  while (here <= last) {
    if (count === mostSymbols) {
      writeBlock(count, false);
      count = 0;
    }
    const hash = hashAt(bytes, here);
    const before = places[hash]! - start;
    places[hash] = start + here;
    let match = 0;
    if (before >= 0 && here - before <= farthest) {
      const most = Math.min(mostMatch, length - here);
      while (match < most && bytes[before + match] === bytes[here + match]) match += 1;
    }
    if (match < leastMatch) {
      const byte = bytes[here]!;
      literalCounts[byte]! += 1;
      symbols[count++] = byte;
      here += 1;
      continue;
    }
    const distance = here - before - 1;
    literalCounts[257 + lengthSymbol[match]!]! += 1;
    distanceCounts[distanceSymbol(distance)]! += 1;
    symbols[count++] = isMatch | (match << 16) | distance;
    const end = here + match;
    // A few places inside of a match are enough to find what goes on from there.
    if (here + 1 <= last) places[hashAt(bytes, here + 1)] = start + here + 1;
    if (end - 1 <= last) places[hashAt(bytes, end - 1)] = start + end - 1;
    here = end;
  }
  for (; here < length; here += 1) {
    if (count === mostSymbols) {
      writeBlock(count, false);
      count = 0;
    }
    literalCounts[bytes[here]!]! += 1;
    symbols[count++] = bytes[here]!;
  }
  writeBlock(count, true);
}

function hashAt(bytes: Uint8Array, here: number): number {
  const four =
    bytes[here]! | (bytes[here + 1]! << 8) | (bytes[here + 2]! << 16) | (bytes[here + 3]! << 24);
  return Math.imul(four, 0x9e3779b1) >>> (32 - hashBits);
}

function distanceSymbol(distance: number): number {
  return distance < 256 ? nearSymbol[distance]! : farSymbol[distance >> 7]!;
}

/** Writes a block with codes of its own, and counts anew. */
function writeBlock(count: number, final: boolean): void {
  literalCounts[endOfBlock] = 1;
  codesFor(literalCounts, literalLengths, literalCodes, 15);
  codesFor(distanceCounts, distanceLengths, distanceCodes, 15);
  put(final ? 1 : 0, 1);
  put(2, 2);
  writeLengths();
  for (let index = 0; index < count; index += 1) {
    const symbol = symbols[index]!;
    if (symbol < isMatch) {
      put(literalCodes[symbol]!, literalLengths[symbol]!);
      continue;
    }
    const length = (symbol >>> 16) & 0x1ff;
    const distance = symbol & 0xffff;
    const long = lengthSymbol[length]!;
    put(literalCodes[257 + long]!, literalLengths[257 + long]!);
    if (lengthExtra[long]) put(length - lengthBase[long]!, lengthExtra[long]!);
    const far = distanceSymbol(distance);
    put(distanceCodes[far]!, distanceLengths[far]!);
    if (distanceExtra[far]) put(distance - distanceBase[far]!, distanceExtra[far]!);
  }
  put(literalCodes[endOfBlock]!, literalLengths[endOfBlock]!);
  literalCounts.fill(0);
  distanceCounts.fill(0);
}

const lengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
/** Lengths of codes, runs of them shortened: symbol plus 2^5 times what its extra bits say. */
const runs = new Uint16Array(316);
const runCounts = new Uint32Array(19);
const runLengths = new Uint8Array(19);
const runCodes = new Uint16Array(19);

/** Writes the lengths of both sets of codes (RFC 1951, 3.2.7). */
function writeLengths(): void {
  let literals = 286;
  while (literals > 257 && !literalLengths[literals - 1]) literals -= 1;
  let distances = 30;
  while (distances > 1 && !distanceLengths[distances - 1]) distances -= 1;
  const total = literals + distances;
  const lengthOf = (index: number): number =>
    index < literals ? literalLengths[index]! : distanceLengths[index - literals]!;
  runCounts.fill(0);
  let count = 0;
  const add = (symbol: number, extra = 0): void => {
    runCounts[symbol]! += 1;
    runs[count++] = symbol | (extra << 5);
  };
  for (let index = 0; index < total; ) {
    const length = lengthOf(index);
    let same = 1;
    while (index + same < total && lengthOf(index + same) === length) same += 1;
    index += same;
    if (length === 0) {
      for (; same >= 11; same -= Math.min(same, 138)) add(18, Math.min(same, 138) - 11);
      if (same >= 3) {
        add(17, same - 3);
        same = 0;
      }
    } else {
      add(length);
      same -= 1;
      for (; same >= 3; same -= Math.min(same, 6)) add(16, Math.min(same, 6) - 3);
    }
    for (; same > 0; same -= 1) add(length);
  }
  codesFor(runCounts, runLengths, runCodes, 7);
  let orders = 19;
  while (orders > 4 && !runLengths[lengthOrder[orders - 1]!]) orders -= 1;
  put(literals - 257, 5);
  put(distances - 1, 5);
  put(orders - 4, 4);
  for (let index = 0; index < orders; index += 1) put(runLengths[lengthOrder[index]!]!, 3);
  for (let index = 0; index < count; index += 1) {
    const symbol = runs[index]! & 31;
    put(runCodes[symbol]!, runLengths[symbol]!);
    if (symbol >= 16) put(runs[index]! >> 5, symbol === 16 ? 2 : symbol === 17 ? 3 : 7);
  }
}

const sorted = new Float64Array(286);
const weights = new Float64Array(286);
const ofLength = new Uint16Array(64);

/** Works out canonical codes, none longer than `longest`, with their bits in the order of the stream. */
function codesFor(
  counts: Uint32Array,
  lengths: Uint8Array,
  codes: Uint16Array,
  longest: number,
): void {
  lengths.fill(0);
  let used = 0;
  for (let symbol = 0; symbol < counts.length; symbol += 1) {
    if (counts[symbol]) sorted[used++] = counts[symbol]! * 512 + symbol;
  }
  // Decoders want a code even where there is no distance, or one symbol alone.
  if (used < 2) {
    const only = used ? sorted[0]! % 512 : 0;
    lengths[only] = 1;
    lengths[only === 0 ? 1 : 0] = 1;
    codes[0] = 0;
    codes[1] = 1;
    if (only > 1) {
      codes[0] = 0;
      codes[only] = 1;
    }
    return;
  }
  const order = sorted.subarray(0, used).sort();
  for (let index = 0; index < used; index += 1) weights[index] = Math.floor(order[index]! / 512);
  leastRedundant(used);
  ofLength.fill(0);
  for (let index = 0; index < used; index += 1) ofLength[weights[index]!]! += 1;
  noLongerThan(longest, used);
  let index = used;
  for (let length = 1; length <= longest; length += 1) {
    for (let each = ofLength[length]!; each > 0; each -= 1) {
      index -= 1;
      lengths[order[index]! % 512] = length;
    }
  }
  let code = 0;
  for (let length = 1; length <= longest; length += 1) {
    if (ofLength[length]) {
      for (let symbol = 0; symbol < counts.length; symbol += 1) {
        if (lengths[symbol] === length) codes[symbol] = reversed(code++, length);
      }
    }
    code <<= 1;
  }
}

function reversed(code: number, length: number): number {
  let bits = 0;
  for (let bit = 0; bit < length; bit += 1) bits |= ((code >> bit) & 1) << (length - 1 - bit);
  return bits;
}

/** Turns rising weights into lengths of codes in place (Moffat and Katajainen, 1995). */
function leastRedundant(used: number): void {
  const a = weights;
  a[0]! += a[1]!;
  let root = 0;
  let leaf = 2;
  for (let next = 1; next < used - 1; next += 1) {
    if (leaf >= used || a[root]! < a[leaf]!) {
      a[next] = a[root]!;
      a[root++] = next;
    } else a[next] = a[leaf++]!;
    if (leaf >= used || (root < next && a[root]! < a[leaf]!)) {
      a[next]! += a[root]!;
      a[root++] = next;
    } else a[next]! += a[leaf++]!;
  }
  a[used - 2] = 0;
  for (let next = used - 3; next >= 0; next -= 1) a[next] = a[a[next]!]! + 1;
  let open = 1;
  let inner = 0;
  let depth = 0;
  root = used - 2;
  let next = used - 1;
  while (open > 0) {
    while (root >= 0 && a[root] === depth) {
      inner += 1;
      root -= 1;
    }
    while (open > inner) {
      a[next--] = depth;
      open -= 1;
    }
    open = 2 * inner;
    depth += 1;
    inner = 0;
  }
}

/** Shortens codes that are too long and makes others longer, so that they still fill the space. */
function noLongerThan(longest: number, used: number): void {
  if (used <= 1) return;
  for (let length = longest + 1; length < ofLength.length; length += 1) {
    ofLength[longest]! += ofLength[length]!;
    ofLength[length] = 0;
  }
  let total = 0;
  for (let length = longest; length > 0; length -= 1) {
    total += ofLength[length]! << (longest - length);
  }
  for (; total !== 1 << longest; total -= 1) {
    ofLength[longest]! -= 1;
    for (let length = longest - 1; length > 0; length -= 1) {
      if (!ofLength[length]) continue;
      ofLength[length]! -= 1;
      ofLength[length + 1]! += 2;
      break;
    }
  }
}

function adler32(bytes: Uint8Array): number {
  let low = 1;
  let high = 0;
  for (let from = 0; from < bytes.length; ) {
    // As many as fit 32 bits without a remainder.
    const to = Math.min(bytes.length, from + 5552);
    for (; from < to; from += 1) {
      low += bytes[from]!;
      high += low;
    }
    low %= 65521;
    high %= 65521;
  }
  return ((high << 16) | low) >>> 0;
}
