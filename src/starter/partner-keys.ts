// Short keys for partners, made from their names: "Riverbend Public Library" becomes `library`.
// The form of keys is the spec's; spec/ checks it.

import type { StarterPartner } from './answers.ts';

/** Words that say what kind of organisation it is: what people would call it among themselves. */
const kinds =
  /^(?:academy|archives?|association|ballet|center|centre|choir|church|city|clinic|club|college|council|county|department|foundation|friends|fund|gallery|guild|hospital|institute|league|library|ministry|mosque|museum|observatory|orchestra|police|school|society|synagogue|theater|theatre|trust|union|university|zoo)$/;

/** Words that mean something else where a key stands, to the spec or to YAML. */
const reserved = ['joint', 'none', 'any', 'all', 'null', 'true', 'false'];

const longest = 40;

/** Returns partners with keys that are valid and differ, and names that differ. */
export function withKeys(names: readonly string[]): readonly StarterPartner[] {
  const partners: StarterPartner[] = [];
  for (const [index, name] of names.entries()) {
    const keys = partners.map((each) => each.key);
    const wanted = keysFor(name);
    const free = wanted.find((key) => !keys.includes(key));
    const key = free ?? unused(wanted[0] ?? `partner-${index + 1}`, '-', keys);
    const taken = partners.map((each) => sameName(each.name));
    partners.push({ key, name: unused(name, ' ', taken, sameName) });
  }
  return partners;
}

/** Names that differ only in case and the form of their letters are the same to a reader. */
function sameName(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

function unused(
  wanted: string,
  between: string,
  taken: readonly string[],
  compared: (text: string) => string = (text) => text,
): string {
  let tried = wanted;
  for (let number = 2; taken.includes(compared(tried)); number += 1) {
    tried = `${wanted}${between}${number}`;
  }
  return tried;
}

/** Returns the words of a name that can be its key, the best first; of a name in brackets, none. */
function keysFor(name: string): readonly string[] {
  if (/^\[.*\]$/.test(name)) return [];
  const words = name
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{Nd}]+/u)
    // Room is left for a number.
    .map((word) => [...word.replace(/^[^\p{L}]+/u, '')].slice(0, longest - 4).join(''))
    .filter((word) => word !== '' && !reserved.includes(word));
  // "Friends of the Library" are friends, and a "City Library" is a library.
  const of = words.findIndex((word) => /^(?:of|for|at|in)$/.test(word));
  const head = of > 0 ? words.slice(0, of) : words;
  const kind = head.findLast((word) => kinds.test(word));
  const long = words.filter((word) => word.length > 3);
  return [...(kind === undefined ? [] : [kind]), ...long, ...words];
}
