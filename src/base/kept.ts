// A bounded store of what would be worked out again: for texts, words and lines that thousands of papers share.
// What comes out never depends on what was kept; a miss costs time and nothing else.

/** A store that forgets what has not been asked for lately. */
export interface Kept<Value> {
  readonly get: (key: string) => Value | undefined;
  readonly set: (key: string, value: Value) => void;
}

/**
 * Returns an empty store of at most two times `half` values. Two halves, the newer and the older: when the
 * newer one is full, the older is let go, and whatever was asked for in the meantime has moved to the newer.
 * So what every paper says stays, and the words that only one paper has pass through.
 */
export function keep<Value>(half: number): Kept<Value> {
  let newer = new Map<string, Value>();
  let older = new Map<string, Value>();
  const set = (key: string, value: Value): void => {
    if (newer.size >= half) {
      older = newer;
      newer = new Map();
    }
    newer.set(key, value);
  };
  return {
    get: (key) => {
      const value = newer.get(key);
      if (value !== undefined) return value;
      const before = older.get(key);
      if (before !== undefined) set(key, before);
      return before;
    },
    set,
  };
}

/** How many keys a store remembers to have seen once, a power of two. */
const seenKeys = 1 << 12;

/**
 * Returns a store that keeps what is set a second time: names that one paper alone has pass by, and leave
 * nothing behind. Two keys that look alike count as one, which costs room for a value and nothing else.
 */
export function keepRecurring<Value>(half: number): Kept<Value> {
  const kept = keep<Value>(half);
  const seen = new Int32Array(seenKeys);
  return {
    get: kept.get,
    set: (key, value) => {
      const mark = markOf(key);
      const place = mark & (seenKeys - 1);
      if (seen[place] === mark) kept.set(key, value);
      else seen[place] = mark;
    },
  };
}

/** Mixes a key into 32 bits (FNV-1a). */
function markOf(key: string): number {
  let mark = 0x811c9dc5;
  for (let at = 0; at < key.length; at += 1) {
    mark = Math.imul(mark ^ key.charCodeAt(at), 0x01000193);
  }
  return mark | 0;
}
