// The numbers of the checklist, in one place. "Own" marks those that no source gives.
// Data only.

/** How long an agreement without an end counts as running, in months (own). */
export const openEndedMonths = 12;

/** Terms under this many days are too short to ask about wins and regular talks (own: six weeks). */
export const shortTermDays = 42;

/** An early win falls into this many days or into a quarter of the term, whichever is shorter (own: eight weeks). */
export const earlyWinDays = 56;
export const earlyWinShare = 1 / 4;

/** Words that a purpose has at least (own). */
export const purposeWords = 8;

/** Working days strictly between sending a draft for approval and publishing (own). */
export const approvalDays = 5;

/** What is branded is decided in this share of the term (own). */
export const brandingDecisionShare = 1 / 4;

/** The box in which a logo prints, in millimetres, and the resolution it needs there (own). */
export const logoBoxMm = { width: 50, height: 20 } as const;
export const logoDpi = 300;

/** Logos wider or taller than this (width to height) cannot stand beside others (own). */
export const logoWidest = 8;
export const logoTallest = 1 / 4;

/** How long after the end the evaluation report may be due, in months (own). */
export const reportMonths = 12;

/** A partner with more than this share of tasks among two partners, from so many tasks on (own). */
export const lopsidedShare = 0.8;
export const lopsidedTasks = 5;

/** Looking back together happens at least once in this many months (DoDI 4000.19 asks for yearly reviews). */
export const reviewMonths = 12;

/** Terms from this many days on need a review (own: six months). */
export const reviewTermDays = 182;

/** A right held by one partner is one-sided over at least this many things of a kind (own). */
export const oneSidedItems = 3;

/** A closing meeting lies within this many days of the end (own). */
export const closingDays = 30;

/** Nothing planned for longer than this many days and this share of the term is a silence (own). */
export const silenceDays = 45;
export const silenceShare = 1 / 4;

/** Days between the start of planning and an event with staff or public (own: four weeks). */
export const noticeDays = 28;

/** Terms over this many days leave time to learn from each other (own: three months). */
export const trainingTermDays = 92;

/** Entries with more words than this and the same words are copies (own). */
export const copyWords = 8;
