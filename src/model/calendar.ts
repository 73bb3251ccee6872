// A schedule as a calendar file has it: whole days with stable ids, repeats with their right end.
// Data only; compose/ makes it from an agreement, render/ics writes it.

/** One entry of a calendar; days are `YYYY-MM-DD`. */
export interface CalendarEntry {
  /** The same for the same thing in every version of the agreement, so that an import updates it. */
  readonly uid: string;
  readonly start: string;
  /** The last day, where there are several. */
  readonly last?: string;
  readonly summary: string;
  readonly place?: string;
  readonly description: string;
  readonly repeats?: Repeat;
}

/** How an entry comes again: after so many days, or on the same day (or the last) of later months. */
export interface Repeat {
  readonly count: number;
  readonly unit: 'day' | 'month';
  /** The last day on which it may fall; absent where the agreement has no end. */
  readonly until?: string;
}

/** A calendar. */
export interface Calendar {
  readonly name: string;
  /** BCP 47. */
  readonly language: string;
  /** The date recorded in the file; never the clock. */
  readonly date: string;
  /** Below 10,000; rises with the version of the agreement, for those that bear the same date. */
  readonly revision: number;
  readonly entries: readonly CalendarEntry[];
}
