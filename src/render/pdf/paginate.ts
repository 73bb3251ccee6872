// Strips become pages: what is glued stays together where it fits, headers of tables are set again,
// and rows taller than a page are cut. The only place that decides where a page ends.

import { InternalError } from '../../base/errors.ts';
import { type Mark, moved, type Strip } from './galley.ts';

/** A page's marks, in place. */
export interface PageMarks {
  readonly marks: readonly Mark[];
}

/** The part of the paper that pages are filled in, points from the top. */
export interface Frame {
  readonly top: number;
  readonly bottom: number;
}

/** How much of a page must be free before a chunk that is taller than a page begins on it. */
const worthBeginning = 0.3;
/** The fewest points of a cut row that may follow its header. */
const leastRow = 60;

/** Makes pages from strips; at least one, none of them empty but the only one. */
export function paginate(strips: readonly Strip[], frame: Frame): readonly PageMarks[] {
  const pages: Mark[][] = [[]];
  let y = frame.top;
  const fresh = (): boolean => y === frame.top;
  const turn = (): void => {
    if (fresh()) return;
    pages.push([]);
    y = frame.top;
  };
  const put = (strip: Strip): void => {
    if (fresh() && strip.repeat) setDown(strip.repeat);
    else if (!fresh()) y += strip.gap;
    setDown(strip);
  };
  const setDown = (strip: Strip): void => {
    pages.at(-1)!.push(...strip.marks.map((mark) => moved(mark, 0, y)));
    y += strip.height;
  };
  for (let index = 0; index < strips.length; ) {
    const end = chunkEnd(strips, index);
    const chunk = strips.slice(index, end);
    index = end;
    if (chunk[0]!.opens) turn();
    if (y + heightOf(chunk, fresh()) <= frame.bottom + 0.01) chunk.forEach(put);
    else if (heightOf(chunk, true) <= frame.bottom - frame.top + 0.01) {
      turn();
      chunk.forEach(put);
    } else putTallChunk(chunk);
  }
  return pages.map((marks) => ({ marks }));

  /** Sets a chunk that no page holds: as much of it together as there is room for. */
  function putTallChunk(chunk: readonly Strip[]): void {
    const depth = frame.bottom - frame.top;
    const cut = chunk.findIndex((strip) => strip.split);
    const before = cut > 0 ? heightOf(chunk.slice(0, cut), fresh()) + leastRow : 0;
    if (Math.max(before, depth * worthBeginning) > frame.bottom - y) turn();
    for (const strip of chunk) putTall(strip);
  }

  function putTall(strip: Strip): void {
    let rest = strip;
    for (let turns = 0; turns < 2; ) {
      const free = frame.bottom - y - headRoom(rest, fresh());
      if (rest.height <= free + 0.01) {
        put(rest);
        return;
      }
      const parts = rest.split?.(free);
      if (parts) {
        put(keepPlace(parts[0], rest));
        rest = keepPlace(parts[1], rest);
        turns = 0;
      } else turns += 1;
      if (fresh() && !parts) break;
      turn();
    }
    // A single line taller than a page: only type sizes beyond reason come here.
    if (rest.height > frame.bottom - frame.top) {
      throw new InternalError(`A line of ${Math.round(rest.height)} points does not fit the page.`);
    }
    turn();
    put(rest);
  }
}

/** Returns the parts of a cut strip with the header that goes with it. */
function keepPlace(part: Strip, whole: Strip): Strip {
  return { ...part, gap: whole.gap, ...(whole.repeat ? { repeat: whole.repeat } : {}) };
}

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
