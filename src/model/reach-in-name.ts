// An e-mail address or a phone number inside the name of a person, where it would be printed as part
// of the name. A fact of the text, for reading and for the checklist alike.

/** What stands in a name beside it, with its place in UTF-16 units, end exclusive. */
export interface ReachInName {
  readonly key: 'email' | 'phone';
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** What is left of the name. */
  readonly name: string;
}

const marks = [
  ['email', /[^\s@<>(),;:]+@[^\s@<>(),;:]+\.[\p{L}\d-]*\p{L}/u],
  // Seven digits at least: "Ward 12, Room 304" is no number to call.
  ['phone', /\+?\(?\d(?:[ ()./-]{0,2}\d){6,}/u],
] as const;

/** Returns the e-mail address or phone number that stands in a name, the first kind first. */
export function reachInName(name: string): ReachInName | undefined {
  for (const [key, mark] of marks) {
    const match = mark.exec(name);
    if (!match) continue;
    const start = match.index;
    const end = start + match[0].length;
    const before = name
      .slice(0, start)
      .replace(/[\s<(,;:–—-]*(?:\b(?:e-?mail|phone|tel)\b[\s.:]*)?$/iu, '');
    const after = name.slice(end).replace(/^[\s>),;]+/u, '');
    return { key, text: match[0], start, end, name: [before, after].filter(Boolean).join(', ') };
  }
  return undefined;
}
