// "Did you mean": the closest of some words. Knows nothing of fields or partners.
// Pure text; used wherever a word is not one of the known ones.
// Pure: the same words give the same answer.

import { distance } from 'fastest-levenshtein';

/** Longest word that is compared; what is longer is no typing mistake. */
const longest = 40;

/** Returns the candidate that a word most likely stands for, or `undefined`. */
export function closest(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length > longest) return undefined;
  const plain = plainForm(word);
  let best: string | undefined;
  let least = allowed(plain) + 1;
  for (const candidate of candidates) {
    const other = plainForm(candidate);
    if (other === plain) return candidate;
    if (Math.abs(other.length - plain.length) >= least) continue;
    const steps = distance(plain, other);
    if (steps < least) [best, least] = [candidate, steps];
  }
  return best;
}

/** Case, marks and the signs between words do not count. */
function plainForm(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/[\p{M}\s_-]/gu, '')
    .toLowerCase();
}

/** One mistake in a short word, one in three letters of a longer one. */
function allowed(word: string): number {
  return word.length < 3 ? 0 : Math.max(1, Math.floor(word.length / 3));
}
