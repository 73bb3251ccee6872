// Knows which characters the fonts of the PDF can show, from ranges generated out of those fonts.
// Opens no font: `check` must not need one.

import { glyphRanges } from './glyph-ranges.ts';

/** A character that none of the fonts has. */
export interface MissingGlyph {
  /** UTF-16 offset in the text. */
  readonly index: number;
  readonly codePoint: number;
}

/** Starts of runs of covered and uncovered code points, turn by turn; a covered run comes first. */
let turns: readonly number[] | undefined;

/** Returns true when every style of our font families can show the code point. */
export function hasGlyph(codePoint: number): boolean {
  turns ??= glyphRanges.split(' ').flatMap((range) => {
    const [first, last] = range.split('-').map((end) => Number.parseInt(end, 16));
    return [first!, (last ?? first!) + 1];
  });
  let low = 0;
  let high = turns.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (turns[middle]! <= codePoint) low = middle + 1;
    else high = middle;
  }
  return low % 2 === 1;
}

/** Characters that leave no mark: joiners, variation selectors, soft hyphens; and line ends. */
const unseen = /[\p{Default_Ignorable_Code_Point}\t\n\r\u0085\u2028\u2029]/u;

/** Returns every character of a text that the fonts cannot show, in order. */
export function missingGlyphs(text: string): readonly MissingGlyph[] {
  const missing: MissingGlyph[] = [];
  let index = 0;
  for (const character of text) {
    const codePoint = character.codePointAt(0)!;
    if (!hasGlyph(codePoint) && !unseen.test(character)) missing.push({ index, codePoint });
    index += character.length;
  }
  return missing;
}
