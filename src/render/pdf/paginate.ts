// Strips become pages: what is glued stays together where it fits, headers of tables are set again,
// and tall rows are cut between lines. The only place that decides where a page ends.

import { InternalError } from '../../base/errors.ts';
import { addMoved, type Mark, type Strip } from './galley.ts';

/** A page's marks, in place. */
export interface PageMarks {
  readonly marks: readonly Mark[];
}

/** The part of the paper that pages are filled in, points from the top. */
export interface Frame {
  readonly top: number;
  readonly bottom: number;
}

/** Room for rounding, points. */
const slack = 0.01;

/** Makes pages from strips; at least one, none of them empty but the only one. */
export function paginate(strips: readonly Strip[], frame: Frame): readonly PageMarks[] {
  const depth = frame.bottom - frame.top;
  const pages: Mark[][] = [[]];
  let y = frame.top;
  const fresh = (): boolean => y === frame.top;
  const free = (): number => frame.bottom - y + slack;
  const turn = (): void => {
    if (fresh()) return;
    pages.push([]);
    y = frame.top;
  };
  const setDown = (strip: Strip): void => {
    addMoved(pages.at(-1)!, strip.marks, y);
    y += strip.height;
  };
  const put = (strip: Strip): void => {
    if (fresh() && strip.repeat) setDown(strip.repeat);
    else if (!fresh()) y += strip.gap;
    setDown(strip);
  };

  /** Sets a chunk: whole here, cut here, whole on the next page, cut there. */
  const place = (chunk: readonly Strip[]): void => {
    for (let rest = chunk; rest.length; ) {
      if (heightOf(rest, fresh()) <= free()) {
        rest.forEach(put);
        return;
      }
      const smaller = shrunk(rest, free(), fresh());
      if (smaller) {
        smaller.forEach(put);
        return;
      }
      const parts = cutChunk(rest, free(), fresh());
      if (parts) {
        parts[0].forEach(put);
        turn();
        rest = parts[1];
      } else if (!fresh()) turn();
      else rest = forced(rest);
    }
  };

  /** Sets as much as one page holds of a chunk that is glued beyond its depth; returns the rest. */
  const forced = (chunk: readonly Strip[]): readonly Strip[] => {
    let count = 0;
    while (count < chunk.length && heightOf([chunk[count]!], fresh()) <= free()) {
      put(chunk[count]!);
      count += 1;
    }
    const next = chunk[count];
    if (count === 0 && next) {
      const parts = next.split?.(depth - (next.repeat?.height ?? 0), true);
      // A single line taller than a page: only type sizes beyond reason come here.
      if (!parts) {
        throw new InternalError(
          `A line of ${Math.round(next.height)} points does not fit the page.`,
        );
      }
      put(keepPlace(parts[0], next));
      turn();
      return [keepPlace(parts[1], next), ...chunk.slice(1)];
    }
    turn();
    return chunk.slice(count);
  };

  for (let index = 0; index < strips.length; ) {
    const end = chunkEnd(strips, index);
    if (strips[index]!.opens) turn();
    place(strips.slice(index, end));
    index = end;
  }
  return pages.map((marks) => ({ marks }));
}

/** Makes the last strip of a chunk that can be smaller a little smaller, where that is enough. */
function shrunk(
  chunk: readonly Strip[],
  room: number,
  fresh: boolean,
): readonly Strip[] | undefined {
  const at = chunk.findLastIndex((strip) => strip.shrink);
  const strip = chunk[at];
  if (!strip) return undefined;
  const smaller = strip.shrink?.(room - heightOf(chunk, fresh) + strip.height);
  return smaller && chunk.with(at, { ...smaller, ...placeOf(strip) });
}

/** Cuts a chunk within the last of its strips that can be cut, so that the first part fits into `room`. */
function cutChunk(
  chunk: readonly Strip[],
  room: number,
  fresh: boolean,
): readonly [readonly Strip[], readonly Strip[]] | undefined {
  for (let at = chunk.length - 1; at >= 0; at -= 1) {
    const strip = chunk[at]!;
    if (!strip.split) continue;
    const before = chunk.slice(0, at);
    const head = headRoom(strip, fresh && at === 0);
    const parts = strip.split(room - heightOf(before, fresh) - head);
    if (!parts) continue;
    return [
      [...before, keepPlace(parts[0], strip)],
      [keepPlace(parts[1], strip), ...chunk.slice(at + 1)],
    ];
  }
  return undefined;
}

/** Returns the part of a cut strip with the header that goes with it. */
function keepPlace(part: Strip, whole: Strip): Strip {
  return { ...part, ...placeOf(whole) };
}

const placeOf = ({ gap, repeat }: Strip): Pick<Strip, 'gap' | 'repeat'> => ({
  gap,
  ...(repeat ? { repeat } : {}),
});

function chunkEnd(strips: readonly Strip[], start: number): number {
  let end = start + 1;
  while (end < strips.length && strips[end]!.glue && !strips[end]!.opens) end += 1;
  return end;
}

const headRoom = (strip: Strip, fresh: boolean): number =>
  fresh ? (strip.repeat?.height ?? 0) : strip.gap;

function heightOf(chunk: readonly Strip[], fresh: boolean): number {
  return chunk.reduce(
    (sum, strip, index) => sum + strip.height + headRoom(strip, fresh && index === 0),
    0,
  );
}
