// Characters that no spec, cell or template may hold: finds them, names them. First look at decoded
// text, before YAML. Says nothing about fonts; characters that merely cannot be drawn are text/no-glyph.

/** A refused character at its UTF-16 offset. */
export interface BadCharacter {
  readonly offset: number;
  /** Its length in UTF-16 units. */
  readonly length: number;
  readonly codePoint: number;
}

// C0 but tab, line feed and the carriage return of a CRLF; DEL and C1; bidi embeddings and
// overrides; noncharacters; lone surrogates. Unicode 16, chapters 23.1, 23.2 and 23.7.
const refused =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\p{Noncharacter_Code_Point}\p{Surrogate}]|\r(?!\n)/gu;

/** What nearly every text is made of; answers in one step what the full list takes long to say. */
const harmless = /^[\t\n\u0020-\u007e\u00a0-\u2029\u202f-\ud7ff]*$/;

/** Returns the refused characters of a text, in order, at most `limit` of them. */
export function badCharacters(text: string, limit: number): readonly BadCharacter[] {
  if (harmless.test(text)) return [];
  const found: BadCharacter[] = [];
  refused.lastIndex = 0;
  for (let match = refused.exec(text); match; match = refused.exec(text)) {
    found.push({
      offset: match.index,
      length: match[0].length,
      codePoint: match[0].codePointAt(0)!,
    });
    if (found.length >= limit) break;
  }
  return found;
}

/** Returns the text with each refused character replaced by U+FFFD, unit for unit. */
export function withoutBadCharacters(text: string): string {
  return text.replace(refused, (character) => '\ufffd'.repeat(character.length));
}

/** Says what kind of character it is, for a message: `U+202E, which turns the reading direction`. */
export function describeBadCharacter(codePoint: number): string {
  const name = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
  if (codePoint === 0x0d) return `${name}, a line end of old Mac computers`;
  if (codePoint >= 0x202a && codePoint <= 0x202e) {
    return `${name}, an invisible sign that changes the reading direction`;
  }
  if (codePoint >= 0xd800 && codePoint <= 0xdfff) return `${name}, one half of a character`;
  if (codePoint < 0xa0) return `${name}, an invisible control character`;
  return `${name}, which is not a character`;
}
