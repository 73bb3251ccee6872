// Which languages the fixed words of a template are there in, for the check that warns and the paper
// that falls back on English: one answer for both.
// Knows names of languages only; holds no words.

/** The language whose fixed words stand in where a template has none in the paper's own. */
export const fallbackLanguage = 'en';

/**
 * Returns the tags to look for words in, best first: the language with its country, then without.
 * Languages of templates are lower case, as their files are.
 */
export function languageTags(language: string): readonly string[] {
  const tag = language.toLowerCase();
  const base = tag.split('-')[0]!;
  return base === tag ? [tag] : [tag, base];
}

/** Returns true when one of the languages that are there serves a paper in `language`. */
export function speaks(known: Iterable<string>, language: string): boolean {
  const there = new Set([...known].map((each) => each.toLowerCase()));
  return languageTags(language).some((tag) => there.has(tag));
}
