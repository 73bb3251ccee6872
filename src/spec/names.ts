// The form of partner keys and ids. The one place that knows it.
// Whether a partner or an id exists is asked elsewhere.
// What a name refers to is none of its business.

/** Longest key or id, in code points. */
const longest = 40;

/** Words that mean something else where a partner key may stand. */
export const reservedWords: readonly string[] = ['joint', 'none', 'any', 'all'];

const form = /^\p{L}[\p{L}\p{M}\p{Nd}_-]*$/u;

/** Returns why a word cannot be a partner key or an id, or `undefined` if it can. */
export function nameFault(word: string): string | undefined {
  if (reservedWords.includes(word)) return 'means something else in a spec';
  if ([...word].length > longest) return `is longer than ${longest} characters`;
  if (word === '') return 'is empty';
  if (!/^\p{L}/u.test(word)) return 'does not start with a letter';
  return form.test(word) ? undefined : 'holds something else than letters, digits, - and _';
}

/** Returns a key or id close to a text that follows the form, for a hint. */
export function nameFor(text: string): string {
  const word = text
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{Nd}_-]+/gu, '-')
    .replace(/^[^\p{L}]+/u, '')
    .replace(/-+$/, '');
  const name = [...word].slice(0, longest).join('') || 'a';
  return reservedWords.includes(name) ? `${name}-1` : name;
}
