// How far a batch is: a bar with rate and time left at a terminal, a plain line every few seconds
// elsewhere. Words only; where they are written is the command's.

/** Shows how far a batch is. */
export interface Progress {
  /** One more agreement is done. */
  readonly step: (failed: boolean) => void;
  /** Wipes the bar. */
  readonly end: () => void;
}

const barWidth = 24;
const barEveryMs = 100;
const lineEveryMs = 5000;
/** The rate is that of the last seconds: it changes with what the agreements hold. */
const windowMs = 20_000;

/** Starts to show progress; `now` is a clock in milliseconds. */
export function startProgress(
  total: number,
  write: (text: string) => void,
  isTerminal: boolean,
  now: () => number = Date.now,
): Progress {
  const started = now();
  const times: number[] = [];
  let done = 0;
  let failed = 0;
  let shown = started;
  // From the first that is done on: until then workers start, which says nothing about the rest.
  const rate = (): number | undefined =>
    times.length > 1 ? ((times.length - 1) * 1000) / Math.max(1, now() - times[0]!) : undefined;
  return {
    step: (bad) => {
      done += 1;
      if (bad) failed += 1;
      times.push(now());
      while (times.length > 2 && now() - times[0]! > windowMs) times.shift();
      if (now() - shown < (isTerminal ? barEveryMs : lineEveryMs)) return;
      shown = now();
      const text = progressText(done, total, failed, rate());
      write(isTerminal ? `\r\u001b[2K${bar(done / total)} ${text}` : `${text}\n`);
    },
    end: () => {
      if (isTerminal && shown > started) write('\r\u001b[2K');
    },
  };
}

function bar(share: number): string {
  const full = Math.round(share * barWidth);
  return `${'█'.repeat(full)}${'░'.repeat(barWidth - full)}`;
}

/** Returns `1234 of 10000, 38 a second, 4 min left`; the rate is a number in a second, once it is known. */
export function progressText(done: number, total: number, failed: number, rate?: number): string {
  const bad = failed > 0 ? `, ${failed} not made` : '';
  const pace =
    rate === undefined ? '' : `, ${rateText(rate)}, ${timeText((total - done) / rate)} left`;
  return `${done} of ${total}${bad}${pace}`;
}

function rateText(rate: number): string {
  return rate >= 1
    ? `${rate < 10 ? Number(rate.toFixed(1)) : Math.round(rate)} a second`
    : `${Number((rate * 60).toFixed(1))} a minute`;
}

function timeText(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  if (seconds < 5400) return `${Math.round(seconds / 60)} min`;
  return `${Number((seconds / 3600).toFixed(1))} h`;
}
