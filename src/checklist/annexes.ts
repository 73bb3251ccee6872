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

/** A number, or a letter that is not also a Roman numeral. */
const mention = /\bAnnex\s+(\d{1,3}|[A-HJ-UWYZ])\b(?![-–./]?\w)/g;

/** "Annex 3 to the Convention" and "Annex 2 of Directive 2003/98" lie elsewhere. */
const elsewhere = /^\s*(?:,\s*)?(?:of|to|in|under)\s+(?!this\b|our\b|these\b)/i;

/** Returns the mentions of annexes of this agreement in a text. */
export function annexMentions(text: string): readonly AnnexMention[] {
  if (!text.includes('Annex')) return [];
  return [...text.matchAll(mention)].flatMap((match) => {
    const start = match.index;
    const end = start + match[0].length;
    if (elsewhere.test(text.slice(end))) return [];
    const mark = match[1]!;
    const number = /\d/.test(mark) ? Number(mark) : mark.charCodeAt(0) - 64;
    return [{ text: match[0].replace(/\s+/g, ' '), number, start, end }];
  });
}
