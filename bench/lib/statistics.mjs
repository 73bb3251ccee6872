// Figures from rounds in which everyone takes a turn: what else the machine does hits all alike.

/** Returns the median. */
export function median(figures) {
  const sorted = [...figures].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Returns the median of the ratios of two lists of figures, round by round. */
export function medianRatio(figures, others) {
  return median(figures.map((figure, round) => figure / others[round]));
}

/** Milliseconds that never run backwards. */
export const now = () => Number(process.hrtime.bigint()) / 1e6;
