// "Did you mean": the closest of some words, for every room that knows words people may misspell.
// Pure text; knows nothing of fields, rules or partners.

import { distance } from 'fastest-levenshtein';

/** Longest word that is compared; what is longer is no typing mistake. */
const longest = 80;

/**
 * Returns the candidate that a word most likely stands for, or `undefined`. Case, accents and the
 * signs between words do not count; two letters that changed places are one mistake. Allowed are one
 * mistake in a short word and one in three letters of a longer one.
 */
export function closest(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length > longest) return undefined;
  const plain = plainForm(word);
  let best: string | undefined;
  let least = allowed(plain) + 1;
  for (const candidate of candidates) {
    const other = plainForm(candidate);
    if (other === plain) return candidate;
    if (Math.abs(other.length - plain.length) >= least) continue;
    const steps = swapped(plain, other) ? 1 : distance(plain, other);
    if (steps < least) [best, least] = [candidate, steps];
  }
  return best;
}

function plainForm(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/[\p{M}\s_-]/gu, '')
    .toLowerCase();
}

function allowed(word: string): number {
  return word.length < 3 ? 0 : Math.max(1, Math.floor(word.length / 3));
}

/** True when the words differ in two neighbouring letters that changed places. */
function swapped(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return (
    one[at] === other[at + 1] &&
    one[at + 1] === other[at] &&
    one.slice(at + 2) === other.slice(at + 2)
  );
}
