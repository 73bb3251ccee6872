// The keys of the partners, and what somebody may have meant who wrote another word.
// Collected before the walk; reports nothing.
// Read before the rest of the spec, so that every reference can be judged in one pass.

import { closest } from '../base/closest.ts';
import { fieldNames } from '../model/field-names.ts';
import { isLeftOut, type Located, type LocatedEntry, nodeAt } from '../model/located.ts';

/** The partners of one spec, by key. */
export interface PartnerKeys {
  /** False when `partners` cannot be read, so that nothing can be said about references. */
  readonly known: boolean;
  readonly keys: readonly string[];
  /** True when a partner's key may be missing because of a fault that is reported elsewhere. */
  readonly lost: boolean;
  /** Returns the key that a word is (or may be, where one is lost), in whatever Unicode form it is written. */
  find(word: string): string | undefined;
  /** Returns the key or word that somebody most likely meant. */
  suggest(word: string, words: readonly string[]): string | undefined;
}

/** Keys that no field has, beside `partners` or inside a partner: a partner in the wrong column. */
function lostKeys(root: Located, partners: readonly LocatedEntry[]): readonly string[] {
  const maps = [root, ...partners.map(({ value }) => value)];
  return maps.flatMap((map) =>
    map.kind === 'map'
      ? map.entries
          .filter(
            ({ key, value }) =>
              !fieldNames().has(key) && (value.kind === 'map' || isLeftOut(value)),
          )
          .map(({ key }) => key)
      : [],
  );
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
  const lost = new Set(lostKeys(root, entries));
  const suggest = (word: string, words: readonly string[]): string | undefined =>
    names.get(word.trim().toLowerCase()) ?? closest(word, [...keys, ...words]);
  const doubtful = [node, ...entries.map(({ value }) => value)].some(
    (each) => each?.kind === 'map' && each.doubtful === true,
  );
  return {
    known: keys.length > 0,
    keys,
    lost: doubtful || lost.size > 0,
    find: (word) =>
      normal.get(word.normalize('NFC')) ??
      (lost.has(word) || (doubtful && suggest(word, []) === undefined) ? word : undefined),
    suggest,
  };
}
