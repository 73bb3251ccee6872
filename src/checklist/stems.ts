// Patterns with the pieces of words that each of their matches holds: what lets a rule that reads
// prose pass over nearly all of it, without making ready expressions that never match.
// Pure text; knows no rule.

/** A pattern, and its stems. */
export interface StemmedPattern {
  /** In small letters; every match of the pattern holds at least one of them. */
  readonly stems: readonly string[];
  /** With the flag `g`. */
  readonly pattern: RegExp;
}

/** Writes `[stems, pattern]`, with blanks between the stems, as data. */
export function stemmed(
  entries: readonly (readonly [stems: string, pattern: RegExp])[],
): readonly StemmedPattern[] {
  return entries.map(([stems, pattern]) => ({ stems: stems.split(' '), pattern }));
}

/** Returns true for a text that any of the patterns may match. */
export function mayMatch(patterns: readonly StemmedPattern[], text: string): boolean {
  const lower = text.toLowerCase();
  return patterns.some(({ stems }) => stems.some((stem) => lower.includes(stem)));
}

/** Returns all matches of all patterns, pattern by pattern. */
export function matchesOf(
  patterns: readonly StemmedPattern[],
  text: string,
): readonly RegExpExecArray[] {
  const lower = text.toLowerCase();
  return patterns.flatMap(({ stems, pattern }) =>
    stems.some((stem) => lower.includes(stem)) ? [...text.matchAll(pattern)] : [],
  );
}
