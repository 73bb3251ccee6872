// "Annex 3" in a text: which annex it speaks of, and whether it is one of ours.
// Part of the element understanding; reads texts, decides nothing.

/** A mention of an annex in a text. */
export interface AnnexMention {
  /** As written: "Annex 3". */
  readonly text: string;
  /** Counted from 1. */
  readonly number: number;
  readonly start: number;
  readonly end: number;
}

/** "3", "B", "II": a lone I, V or X is Roman, as in all papers that count their annexes so. */
const mark = '(?:\\d{1,3}|[IVX]{1,5}|[A-HJ-UWYZ])';

/** "Annex 3", "Annexes A and B", "see annex 2": a small letter only before a figure. */
const mention = new RegExp(
  `\\b(?:Annex(?:es)?|(?<!\\bthe )annex(?:es)?(?=\\s+\\d))\\s+(${mark})\\b(?![-–./]?\\w)`,
  'g',
);

/** What goes on after "Annexes 1": ", 2", " and 3", " to 4". */
const further = new RegExp(`^(?:,| and| or| to|, and)\\s+(${mark})\\b(?![-–./]?\\w)`);

/** "Annex 3 to the Convention" and "Annex 2 of Directive 2003/98" lie elsewhere. */
const elsewhere = /^\s*(?:,\s*)?(?:of|to|in|under)\s+(?!this\b|our\b|these\b)/i;

/** Returns the mentions of annexes of this agreement in a text. */
export function annexMentions(text: string): readonly AnnexMention[] {
  if (!/annex/i.test(text)) return [];
  return [...text.matchAll(mention)].flatMap((match) => {
    const start = match.index;
    const first = { text: match[0].replace(/\s+/g, ' '), mark: match[1]!, start };
    const found = [{ ...first, end: start + match[0].length }];
    for (;;) {
      const end = found.at(-1)!.end;
      const next = /^annexes/i.test(match[0]) ? further.exec(text.slice(end)) : null;
      if (!next) break;
      const written = next[1]!;
      const stop = end + next[0].length;
      found.push({ text: written, mark: written, start: stop - written.length, end: stop });
    }
    if (elsewhere.test(text.slice(found.at(-1)!.end))) return [];
    return found.flatMap(({ mark: written, ...place }) => {
      const number = numberOf(written);
      return number === undefined ? [] : [{ ...place, text: `Annex ${written}`, number }];
    });
  });
}

const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII'];

function numberOf(written: string): number | undefined {
  if (/\d/.test(written)) return Number(written);
  if (/^[IVX]+$/.test(written)) return romans.indexOf(written) + 1 || undefined;
  return written.charCodeAt(0) - 64;
}
