// Tells a changed paper from the paper of quite another agreement, whose differences nobody wants to read
// through. Decides no answer: both differ.

import type { Agreement } from '../model/agreement.ts';
import { type Reading, wordsOf } from '../model/reading.ts';

/** Two agreements, each in a few words by which people know it. */
export interface TwoAgreements {
  /** Title, reference and partners of the spec. */
  readonly spec: string;
  /** How the text of the paper begins; empty where it has none. */
  readonly file: string;
}

/** Characters of the beginning of a paper that are shown: title, partners and reference of most. */
const mostShown = 300;

/**
 * Returns how both are known when the paper is that of another agreement: of title, reference and partners,
 * as the spec's own paper prints them, two are not found in it. A name or title that somebody changed is
 * one; so is a partner that a later version of the same agreement calls otherwise.
 */
export function anotherAgreement(
  agreement: Agreement,
  made: Reading,
  found: Reading,
): TwoAgreements | undefined {
  const { title, reference, partners } = agreement;
  const names = Object.values(partners).map(({ name }) => name);
  const [own, other] = [plainText(made), plainText(found)];
  const gone = (text: string | undefined): boolean => {
    if (text === undefined || plain(text) === ' ') return false;
    return own.includes(plain(text)) && !other.includes(plain(text));
  };
  // Without a reference, partners who are not named at all tell as much as it would.
  const signs = [gone(title), gone(reference), names.some(gone)].filter(Boolean).length;
  if (signs < 2) return undefined;
  const known = reference === undefined ? title : `${title} (${reference})`;
  return { spec: `${known}, between ${listed(names)}`, file: beginning(found) };
}

/** A text as words of letters and digits alone: papers set quotation marks and dashes otherwise. */
const plain = (text: string): string =>
  ` ${text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase()} `;

const bodyOf = ({ passages }: Reading): Reading['passages'] =>
  passages.filter(({ place }) => place.part === 'body');

const plainText = (reading: Reading): string =>
  plain(
    bodyOf(reading)
      .map(({ text }) => text)
      .join(' '),
  );

/** Returns true when no word at all can be read out of a paper, as of a scan. */
export const isWordless = ({ passages }: Reading): boolean =>
  passages.every(({ text }) => wordsOf(text).length === 0);

function beginning(reading: Reading): string {
  let text = '';
  for (const { place, text: each } of bodyOf(reading)) {
    const next = wordsOf(each).join(' ');
    if (next === '') continue;
    // The table of key facts says no more about which agreement it is.
    if (text !== '' && place.row !== undefined) return text;
    if (text.length + next.length > mostShown) {
      return text === '' ? `${Array.from(next).slice(0, mostShown).join('')} …` : `${text} …`;
    }
    text = text === '' ? next : `${text} · ${next}`;
  }
  return text;
}

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
