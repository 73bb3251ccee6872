// Reads the outlines of a simplified SVG: M, L, Q, C and Z with absolute coordinates, nothing else.
// Part of making a picture's shapes; anything unexpected makes it give up.

import type { PathSegment } from '../model/vector.ts';

const token = /\s*,?\s*(?:([MLQCZ])|(-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?))/gy;

const counts: Readonly<Record<string, number>> = { M: 2, L: 2, Q: 4, C: 6, Z: 0 };

/** Returns the segments of a path, at most so many, or `undefined` where it is not of that kind. */
export function readPath(data: string, most: number): readonly PathSegment[] | undefined {
  const segments: PathSegment[] = [];
  const reader = new RegExp(token);
  let command = '';
  let numbers: number[] = [];
  let from: readonly [number, number] = [0, 0];
  let start: readonly [number, number] = [0, 0];
  const take = (): boolean => {
    const [x, y] = numbers.slice(-2) as [number, number];
    if (command === 'M' || command === 'L') {
      segments.push({ to: command === 'M' ? 'move' : 'line', at: [x, y] });
    } else if (command === 'C') {
      const at = numbers as unknown as readonly [number, number, number, number, number, number];
      segments.push({ to: 'curve', at });
    } else if (command === 'Q') {
      const [cx, cy] = numbers as [number, number];
      // A quadratic curve as a cubic one: its handles stand two thirds of the way to the control point.
      const at = [from, [x, y] as const].flatMap((end) => [
        end[0] + ((cx - end[0]) * 2) / 3,
        end[1] + ((cy - end[1]) * 2) / 3,
      ]) as [number, number, number, number];
      segments.push({ to: 'curve', at: [...at, x, y] });
    } else return false;
    from = [x, y];
    if (command === 'M') start = from;
    return true;
  };
  while (reader.lastIndex < data.length) {
    const at = reader.lastIndex;
    const found = reader.exec(data);
    if (!found)
      return data.slice(at).trim() === '' && numbers.length === 0 ? finished() : undefined;
    if (found[1] !== undefined) {
      if (numbers.length) return undefined;
      command = found[1];
      if (segments.length === 0 && command !== 'M') return undefined;
      if (command === 'Z') {
        segments.push({ to: 'close' });
        from = start;
      }
    } else {
      const value = Number(found[2]);
      if (!Number.isFinite(value) || Math.abs(value) > 1e7) return undefined;
      numbers.push(value);
      if (numbers.length === counts[command]) {
        if (!take()) return undefined;
        numbers = [];
      }
    }
    if (segments.length > most) return undefined;
  }
  return finished();

  function finished(): readonly PathSegment[] | undefined {
    return numbers.length === 0 && segments.length > 0 ? segments : undefined;
  }
}
