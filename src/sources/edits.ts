// Small repairs of a text, so that reading can go on after a fault and find the next one: the
// text as it would be if the writer had followed the hint. Keeps track of where everything came
// from. Only for finding more faults; nobody's file is ever changed.

/** Replaces the text from `start` to `end` (UTF-16 offsets). */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A repaired text that knows where it came from. */
export interface Repaired {
  readonly text: string;
  /** Offset in the text as written for each offset in `text`, and one for the end; absent when nothing was repaired. */
  readonly origin?: Uint32Array;
}

/** Applies edits, which must not overlap; their order does not matter. */
export function applyEdits(before: Repaired, edits: readonly Edit[]): Repaired {
  const ordered = [...edits].sort((one, other) => one.start - other.start || one.end - other.end);
  const parts: string[] = [];
  const origin: number[] = [];
  let at = 0;
  const copy = (until: number): void => {
    parts.push(before.text.slice(at, until));
    for (; at < until; at += 1) origin.push(originOf(before, at));
  };
  for (const edit of ordered) {
    if (edit.start < at) continue;
    copy(edit.start);
    parts.push(edit.text);
    for (let index = 0; index < edit.text.length; index += 1) {
      origin.push(originOf(before, Math.min(edit.start + index, edit.end)));
    }
    at = edit.end;
  }
  copy(before.text.length);
  origin.push(originOf(before, before.text.length));
  return { text: parts.join(''), origin: Uint32Array.from(origin) };
}

/** Returns where an offset of a repaired text lies in the text as written. */
export function originOf(repaired: Repaired, offset: number): number {
  return repaired.origin ? repaired.origin[Math.min(offset, repaired.text.length)]! : offset;
}
