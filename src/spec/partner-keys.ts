// The keys of the partners, and what somebody may have meant who wrote another word.
// Collected before the walk; reports nothing.
// Read before the rest of the spec, so that every reference can be judged in one pass.

import { closest } from '../base/closest.ts';
import { isLeftOut, type Located, nodeAt } from '../model/located.ts';

/** The partners of one spec, by key. */
export interface PartnerKeys {
  /** False when `partners` cannot be read, so that nothing can be said about references. */
  readonly known: boolean;
  readonly keys: readonly string[];
  /** Returns the key that a word is, in whatever Unicode form it is written. */
  find(word: string): string | undefined;
  /** Returns the key or word that somebody most likely meant. */
  suggest(word: string, words: readonly string[]): string | undefined;
}

/** Collects the keys of `partners`. */
export function partnerKeys(root: Located): PartnerKeys {
  const node = nodeAt(root, ['partners']);
  const entries = node?.kind === 'map' ? node.entries : [];
  const keys = entries.map(({ key }) => key);
  const normal = new Map(keys.map((key) => [key.normalize('NFC'), key]));
  const names = new Map<string, string>();
  for (const { key, value } of entries) {
    for (const field of ['name', 'short']) {
      const name = nodeAt(value, [field]);
      if (name?.kind === 'scalar' && !isLeftOut(name))
        names.set(name.text.trim().toLowerCase(), key);
    }
  }
  return {
    known: keys.length > 0,
    keys,
    find: (word) => normal.get(word.normalize('NFC')),
    suggest: (word, words) =>
      names.get(word.trim().toLowerCase()) ?? closest(word, [...keys, ...words]),
  };
}
