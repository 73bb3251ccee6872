// Aligns two lists of words: which stretches were replaced, in the order of the first list. Words that
// both lists hold once are the anchors; between them the shortest way is sought as far as that is quick.

/** A stretch of the first list that the second has otherwise; either may be empty. */
export interface Change {
  readonly from: number;
  readonly to: number;
  readonly otherFrom: number;
  readonly otherTo: number;
}

/** Changed words that are sought one by one; beyond it a whole stretch counts as replaced. */
const mostSteps = 400;

/** Returns the stretches in which two lists of words differ. */
export function alignWords(a: readonly string[], b: readonly string[]): readonly Change[] {
  const changes: Change[] = [];
  const gaps: Change[] = [{ from: 0, to: a.length, otherFrom: 0, otherTo: b.length }];
  for (let gap = gaps.pop(); gap; gap = gaps.pop()) {
    const inner = trimmed(a, b, gap);
    if (inner.from === inner.to && inner.otherFrom === inner.otherTo) continue;
    if (inner.from === inner.to || inner.otherFrom === inner.otherTo) {
      changes.push(inner);
      continue;
    }
    const anchors = anchorsIn(a, b, inner);
    if (anchors.length === 0) {
      changes.push(...shortest(a, b, inner));
      continue;
    }
    let { from, otherFrom } = inner;
    for (const [at, other] of anchors) {
      gaps.push({ from, to: at, otherFrom, otherTo: other });
      from = at + 1;
      otherFrom = other + 1;
    }
    gaps.push({ from, to: inner.to, otherFrom, otherTo: inner.otherTo });
  }
  return changes.sort((x, y) => x.from - y.from || x.otherFrom - y.otherFrom);
}

function trimmed(a: readonly string[], b: readonly string[], gap: Change): Change {
  let { from, to, otherFrom, otherTo } = gap;
  while (from < to && otherFrom < otherTo && a[from] === b[otherFrom]) {
    from += 1;
    otherFrom += 1;
  }
  while (to > from && otherTo > otherFrom && a[to - 1] === b[otherTo - 1]) {
    to -= 1;
    otherTo -= 1;
  }
  return { from, to, otherFrom, otherTo };
}

/** Words that stand once on each side, the longest run of them in the same order on both. */
function anchorsIn(
  a: readonly string[],
  b: readonly string[],
  gap: Change,
): readonly (readonly [number, number])[] {
  const once = (words: readonly string[], from: number, to: number): Map<string, number> => {
    const places = new Map<string, number>();
    for (let at = from; at < to; at += 1) places.set(words[at]!, places.has(words[at]!) ? -1 : at);
    return places;
  };
  const left = once(a, gap.from, gap.to);
  const right = once(b, gap.otherFrom, gap.otherTo);
  const pairs = [...left].flatMap(([word, at]) => {
    const other = right.get(word) ?? -1;
    return at >= 0 && other >= 0 ? [[at, other] as const] : [];
  });
  return longestRising(pairs);
}

/** Returns the longest run in which the second numbers rise too (patience sorting). */
function longestRising(
  pairs: readonly (readonly [number, number])[],
): readonly (readonly [number, number])[] {
  const tops: number[] = [];
  const before: number[] = [];
  pairs.forEach(([, other], index) => {
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[tops[middle]!]![1] < other) low = middle + 1;
      else high = middle;
    }
    before[index] = low > 0 ? tops[low - 1]! : -1;
    tops[low] = index;
  });
  const run: (readonly [number, number])[] = [];
  for (let at = tops.at(-1) ?? -1; at >= 0; at = before[at]!) run.push(pairs[at]!);
  return run.reverse();
}

/** The shortest way from one stretch to the other (Myers, 1986), or the whole stretch as one change. */
function shortest(a: readonly string[], b: readonly string[], gap: Change): readonly Change[] {
  const width = gap.to - gap.from;
  const otherWidth = gap.otherTo - gap.otherFrom;
  const reach = new Map<number, number>([[1, 0]]);
  const trail: Map<number, number>[] = [];
  for (let steps = 0; steps <= Math.min(mostSteps, width + otherWidth); steps += 1) {
    trail.push(new Map(reach));
    for (let line = -steps; line <= steps; line += 2) {
      const down =
        line === -steps || (line !== steps && reach.get(line - 1)! < reach.get(line + 1)!);
      let x = down ? reach.get(line + 1)! : reach.get(line - 1)! + 1;
      let y = x - line;
      while (x < width && y < otherWidth && a[gap.from + x] === b[gap.otherFrom + y]) {
        x += 1;
        y += 1;
      }
      reach.set(line, x);
      if (x >= width && y >= otherWidth) return changesOf(trail, gap, width, otherWidth);
    }
  }
  return [gap];
}

function changesOf(
  trail: readonly ReadonlyMap<number, number>[],
  gap: Change,
  width: number,
  otherWidth: number,
): readonly Change[] {
  const changes: Change[] = [];
  let [x, y] = [width, otherWidth];
  for (let steps = trail.length - 1; steps > 0; steps -= 1) {
    const reach = trail[steps]!;
    const line = x - y;
    const down = line === -steps || (line !== steps && reach.get(line - 1)! < reach.get(line + 1)!);
    const fromX = reach.get(down ? line + 1 : line - 1)!;
    const fromY = fromX - (down ? line + 1 : line - 1);
    const [from, to] = down ? [fromX, fromX] : [fromX, fromX + 1];
    const [otherFrom, otherTo] = down ? [fromY, fromY + 1] : [fromY, fromY];
    const last = changes[0];
    const touches =
      last && last.from === gap.from + to && last.otherFrom === gap.otherFrom + otherTo;
    const change = {
      from: gap.from + from,
      to: touches ? last.to : gap.from + to,
      otherFrom: gap.otherFrom + otherFrom,
      otherTo: touches ? last.otherTo : gap.otherFrom + otherTo,
    };
    if (touches) changes[0] = change;
    else changes.unshift(change);
    [x, y] = [fromX, fromY];
  }
  return changes;
}
