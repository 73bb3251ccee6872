// Breaks logos into rows in their order: as few rows as hold them, and those as evenly filled as can
// be. Pure arithmetic on widths.

/** Returns the first and the last index (not included) of each row. */
export function evenRows(
  widths: readonly number[],
  gap: number,
  room: number,
): readonly (readonly [from: number, to: number])[] {
  for (let rows = 1; rows < widths.length; rows += 1) {
    const found = inRows(widths, gap, rows);
    const longest = Math.max(...found.map(([from, to]) => lengthOf(widths, gap, from, to)));
    if (longest <= room) return found;
  }
  return widths.map((_, index) => [index, index + 1]);
}

function lengthOf(widths: readonly number[], gap: number, from: number, to: number): number {
  const sum = widths.slice(from, to).reduce((total, width) => total + width, 0);
  return sum + gap * (to - from - 1);
}

/** The breaks into so many rows whose longest row is shortest; of those, the most even ones. */
function inRows(
  widths: readonly number[],
  gap: number,
  rows: number,
): readonly (readonly [number, number])[] {
  interface Best {
    readonly cost: number;
    readonly breaks: readonly (readonly [number, number])[];
  }
  let best: (Best | undefined)[] = widths.map((_, index) => {
    const length = lengthOf(widths, gap, 0, index + 1);
    return { cost: length ** 2, breaks: [[0, index + 1]] };
  });
  for (let row = 1; row < rows; row += 1) {
    const before = best;
    best = widths.map((_, index): Best | undefined => {
      let found: Best | undefined;
      for (let from = row; from <= index; from += 1) {
        const first = before[from - 1];
        if (!first) continue;
        const cost = first.cost + lengthOf(widths, gap, from, index + 1) ** 2;
        // Of two ways that are as even, the one with the longer rows first.
        if (!found || cost <= found.cost) {
          found = { cost, breaks: [...first.breaks, [from, index + 1]] };
        }
      }
      return found;
    });
  }
  return best[widths.length - 1]!.breaks;
}
