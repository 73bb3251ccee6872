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
