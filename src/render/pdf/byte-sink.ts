// Bytes one behind the other: of a file, or of a page that is being drawn. Written without a piece of
// memory for every word: a paper of seven pages has thousands of them.

import { decimals, num } from './operators.ts';

/** Bytes that are being written. */
export interface ByteSink {
  readonly length: number;
  /** How many bytes fit before it grows. */
  readonly size: number;
  /** Adds text, one byte for each character. */
  text(text: string): void;
  bytes(bytes: Uint8Array): void;
  /** Adds a whole number, not below 0, in at least `digits` digits. */
  whole(value: number, digits?: number): void;
  /** Adds a number as `num` writes it. */
  number(value: number): void;
  /** Returns everything that was added; good until something is added after `clear`. */
  view(): Uint8Array;
  clear(): void;
}

/** Returns an empty sink; `size` bytes fit before it grows. */
export function byteSink(size: number): ByteSink {
  let held = new Uint8Array(size);
  let length = 0;
  const room = (more: number): void => {
    if (length + more <= held.length) return;
    const larger = new Uint8Array(Math.max(2 * held.length, length + more));
    larger.set(held.subarray(0, length));
    held = larger;
  };
  const text = (added: string): void => {
    const count = added.length;
    room(count);
    const into = held;
    const from = length;
    for (let at = 0; at < count; at += 1) into[from + at] = added.charCodeAt(at);
    length = from + count;
  };
  const whole = (value: number, digits = 1): void => {
    let count = digits;
    for (let least = 10 ** digits; value >= least; least *= 10) count += 1;
    room(count);
    let rest = value;
    for (let at = length + count - 1; at >= length; at -= 1) {
      const tenth = Math.floor(rest / 10);
      held[at] = 48 + rest - tenth * 10;
      rest = tenth;
    }
    length += count;
  };
  return {
    get length() {
      return length;
    },
    get size() {
      return held.length;
    },
    text,
    bytes: (bytes) => {
      room(bytes.length);
      held.set(bytes, length);
      length += bytes.length;
    },
    whole,
    number: (value) => {
      const thousandths = Math.round(Math.abs(value) * 1000);
      if (!(thousandths < 1e9)) {
        text(num(value));
        return;
      }
      if (value < 0 && thousandths) text('-');
      const points = Math.floor(thousandths / 1000);
      whole(points);
      text(decimals[thousandths - points * 1000]!);
    },
    view: () => held.subarray(0, length),
    clear: () => {
      length = 0;
    },
  };
}
