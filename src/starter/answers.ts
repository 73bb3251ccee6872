// What a new agreement starts from: the answers of an interview, or none of them.
// Part of the starter; asks nothing itself and writes no YAML.

/** How long the paper is and how much the checklist asks. */
export interface StarterShape {
  readonly kind: 'mou' | 'letter';
  readonly level: 'simple' | 'standard' | 'funded';
}

/** The answers; whatever is left out stays open, and `check` asks for it. */
export interface StarterAnswers {
  readonly title?: string;
  /** The legal names, in order; names are made up for those missing of two. */
  readonly partners?: readonly string[];
  readonly purpose?: string;
  /** The first day, `YYYY-MM-DD`. */
  readonly start: string;
  /** The last day, `YYYY-MM-DD`. */
  readonly end?: string;
  readonly goal?: string;
  /** Who organises the meetings, staffs the events and leads publicity: places among `partners`, from 0. */
  readonly organiser?: number;
  readonly staff?: number;
  readonly publicity?: number;
}

/** A partner of the starter: its name as it is written, and the key that refers to it. */
export interface StarterPartner {
  readonly key: string;
  readonly name: string;
}
