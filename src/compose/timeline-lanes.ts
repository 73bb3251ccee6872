// Where marks and names of a timeline stand so that none covers another: each entry takes the first
// lane with room for its mark and its name, to the right or, at the end, to the left. Pure geometry.

/** Something to place: its extent on the axis, and the width of its name. */
export interface LaneItem {
  /** Left and right edge of the mark. */
  readonly left: number;
  readonly right: number;
  readonly nameWidth: number;
}

/** Where an item stands. */
export interface LanePlace {
  readonly lane: number;
  /** The side of the mark on which the name stands; none where there is no room for names. */
  readonly side?: 'left' | 'right';
}

/** The places of items, in their order. */
export interface Lanes {
  readonly places: readonly LanePlace[];
  readonly count: number;
}

/** Space between a mark and its name, and after a name, millimetres. */
const nameGap = 0.9;
const nextGap = 2.2;

/** Places items with their names, or returns `undefined` where that takes more lanes than `most`. */
export function withNames(
  items: readonly LaneItem[],
  from: number,
  to: number,
  most: number,
): Lanes | undefined {
  const taken: (readonly [number, number])[][] = [];
  const places: LanePlace[] = [];
  for (const { left, right, nameWidth } of items) {
    const spans = [
      { side: 'right', span: [left, right + nameGap + nameWidth] },
      { side: 'left', span: [left - nameGap - nameWidth, right] },
    ] as const;
    const inside = spans.filter(({ span }) => span[0] >= from && span[1] <= to);
    const found = firstFree(inside, taken, most);
    if (!found) return undefined;
    taken[found.lane] = [...(taken[found.lane] ?? []), found.span];
    places.push({ lane: found.lane, side: found.side });
  }
  return { places, count: taken.length };
}

interface Choice {
  readonly side: 'left' | 'right';
  readonly span: readonly [number, number];
}

function firstFree(
  choices: readonly Choice[],
  taken: readonly (readonly (readonly [number, number])[])[],
  most: number,
): (Choice & { readonly lane: number }) | undefined {
  for (let lane = 0; lane < most; lane += 1) {
    for (const choice of choices) {
      const [left, right] = choice.span;
      const free = (taken[lane] ?? []).every(
        ([start, end]) => right + nextGap <= start || left >= end + nextGap,
      );
      if (free) return { ...choice, lane };
    }
  }
  return undefined;
}

/** Places the marks of items without their names; the last lane takes what has no room. */
export function marksOnly(items: readonly LaneItem[], most: number): Lanes {
  const ends: number[] = [];
  const places = items.map(({ left, right }): LanePlace => {
    const free = ends.findIndex((end) => left > end + 0.3);
    const lane = free >= 0 ? free : Math.min(ends.length, most - 1);
    ends[lane] = Math.max(ends[lane] ?? right, right);
    return { lane };
  });
  return { places, count: Math.max(1, ends.length) };
}
