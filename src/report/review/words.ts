// The words of the review page that do not come from an agreement: how weighty a point is, how an
// element stands, what each element is about. For people who have never heard of a checklist.

import type { Severity } from '../../base/diagnostic.ts';
import type { ElementName, State } from '../report.ts';
import { elementTitles, type Standing } from '../wording.ts';

/** A word with the icon and the colour that go with it; the three always come together. */
export interface Sign {
  readonly word: string;
  readonly icon: string;
  readonly tone: 'must' | 'should' | 'could' | 'good' | 'plain';
}

/** How weighty a point is. */
export const weights: Readonly<Record<Severity, Sign>> = {
  error: { word: 'Must be settled', icon: 'stop', tone: 'must' },
  warning: { word: 'Should be settled', icon: 'warn', tone: 'should' },
  advice: { word: 'Worth a thought', icon: 'hint', tone: 'could' },
};

/** A point that the partners have accepted. */
export const acceptedSign: Sign = { word: 'Accepted', icon: 'waived', tone: 'plain' };

/** How an element or a question stands. */
export const states: Readonly<Record<State, Sign>> = {
  covered: { word: 'Covered', icon: 'full', tone: 'good' },
  partly: { word: 'Partly', icon: 'half', tone: 'should' },
  missing: { word: 'Missing', icon: 'empty', tone: 'must' },
  waived: { word: 'Waived', icon: 'waived', tone: 'plain' },
  'not relevant': { word: 'Not relevant', icon: 'dash', tone: 'plain' },
};

/** Whether an agreement may be signed, in one line. */
export const standings: Readonly<Record<Standing, Sign>> = {
  no: { word: 'Not ready to sign', icon: 'stop', tone: 'must' },
  'not yet': { word: 'Almost ready to sign', icon: 'warn', tone: 'should' },
  yes: { word: 'Ready to sign', icon: 'full', tone: 'good' },
};

/** A file that is no agreement yet. */
export const unreadableSign: Sign = { word: 'Cannot be read yet', icon: 'stop', tone: 'must' };

/** What each element is about, after a librarians' guide to partnerships. */
export const elementSentences: Readonly<Record<ElementName, string>> = {
  investment: 'Everyone is committed to the part they agreed to play.',
  trust: 'It grows over time: small projects first, and small wins that prove the idea.',
  communication: 'Often and far ahead, in words that both sides understand the same way.',
  understanding: 'Who does what, who decides what, and by when.',
  vision: 'What it is meant to achieve, and how you will both know that it worked.',
  signing: 'What a paper needs so that people can put their names to it.',
  branding: 'Whose name and logo stand where, and who approves it.',
};

/** The elements in their order. */
export const elementOrder = Object.keys(elementTitles) as readonly ElementName[];

/** Returns `1 point`, `2 points`, `no points`. */
export function pointsText(count: number): string {
  return count === 0 ? 'no points' : `${count} point${count === 1 ? '' : 's'}`;
}

/** Writes "a", "a and b", "a, b and c". */
export function listText(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}
