// The numbers of the checklist, in one place. "Own" marks those that no source gives.
// Data only. A house may change those in the table, by these names, in its configuration; the
// constants above it are facts of the format, of the paper or of a standard.

/** How long an agreement without an end counts as running, in months (own). */
export const openEndedMonths = 12;

/** How long after the end the evaluation report may be due, in months (own). */
export const reportMonths = 12;

/** The box in which a logo prints, in millimetres (own). */
export const logoBoxMm = { width: 50, height: 20 } as const;

/** Contrast that text needs, and text from 14 points bold or 18 points on (WCAG 2.2 SC 1.4.3, level AA). */
export const textRatio = 4.5;
export const largeTextRatio = 3;

/** A number that a house may change. */
export interface Threshold {
  readonly value: number;
  /** What it decides, for people. */
  readonly what: string;
  /** The smallest and largest value that make sense. */
  readonly least: number;
  readonly most: number;
  /** True where only whole numbers make sense. */
  readonly whole: boolean;
}

const count = (value: number, what: string, most = 3660): Threshold => ({
  value,
  what,
  least: 1,
  most,
  whole: true,
});

const share = (value: number, what: string): Threshold => ({
  value,
  what,
  least: 0.01,
  most: 1,
  whole: false,
});

/** The numbers that a house may change, with the values that hold without one. */
export const thresholds = {
  shortTermDays: count(
    42,
    'Terms under this many days are too short to ask about wins and regular talks (own: six weeks).',
  ),
  earlyWinDays: count(56, 'An early win falls into this many days (own: eight weeks) …'),
  earlyWinShare: share(1 / 4, '… or into this share of the term, whichever is shorter (own).'),
  reviewTermDays: count(
    181,
    'Terms from this many days on need a review (own: the shortest six months).',
  ),
  reviewMonths: count(
    12,
    'Looking back together happens at least once in this many months (DoDI 4000.19 asks for yearly reviews).',
    120,
  ),
  oneSidedItems: count(
    3,
    'A right held by one partner is one-sided over at least this many things of a kind (own).',
    1000,
  ),
  closingDays: count(30, 'A closing meeting lies within this many days of the end (own).'),
  lopsidedShare: share(
    0.8,
    'Of two partners, one that leads more than this share of the tasks carries nearly all (own).',
  ),
  lopsidedTasks: count(5, 'The workload is compared from this many tasks on (own).', 1000),
  silenceDays: count(45, 'Nothing planned for longer than this many days …'),
  silenceShare: share(1 / 4, '… and for longer than this share of the term is a silence (own).'),
  noticeDays: count(
    28,
    'Days between the start of planning and an event with staff or public (own: four weeks).',
  ),
  trainingTermDays: count(
    92,
    'Terms over this many days leave time to learn from each other (own: three months).',
  ),
  copyWords: count(
    8,
    'Entries with more words than this and the same words are copies (own).',
    1000,
  ),
  purposeWords: count(8, 'Words that a purpose has at least (own).', 1000),
  approvalDays: count(
    5,
    'Working days strictly between sending a draft for approval and publishing (own).',
    366,
  ),
  brandingDecisionShare: share(
    1 / 4,
    'What is branded is decided in this share of the term (own).',
  ),
  logoDpi: count(300, 'Dots per inch that a logo needs where it is printed (own).', 2400),
  logoWidest: {
    value: 8,
    what: 'Logos wider than this (width to height) cannot stand beside others (own).',
    least: 1,
    most: 100,
    whole: false,
  },
  logoTallest: share(
    1 / 4,
    'Logos taller than this (width to height) cannot stand beside others (own).',
  ),
} as const satisfies Record<string, Threshold>;

/** The name of a threshold. */
export type ThresholdName = keyof typeof thresholds;

/** The thresholds as the rules use them. */
export type Thresholds = Readonly<Record<ThresholdName, number>>;

/** The thresholds of a run where no house changes them. */
export const standardThresholds = Object.fromEntries(
  Object.entries(thresholds).map(([name, { value }]) => [name, value]),
) as Thresholds;
