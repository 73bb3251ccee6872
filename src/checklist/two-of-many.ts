// The rule on words for two where three or more take part: "both partners", "either party".
// Reads all prose; knows who counts as a partner and who as a party, and nothing else.

import type { Agreement } from '../model/agreement.ts';
import { signers, workers } from './parties.ts';
import { isNamed, isQuoted, maskNames, nameMark, sentencesOf } from './prose-reading.ts';
import { type Found, outcomeOf, type Rule } from './rule.ts';
import { matchesOf, mayMatch, stemmed } from './stems.ts';
import { textsOf } from './texts.ts';
import { yamlText } from './wording.ts';

/** Words for exactly two; what stands behind them may say which two. */
export const twoWords = stemmed([
  [
    'both two either neither',
    /\b(?:both(?: of)?(?: the)?|the two|either(?: of the)?|neither(?: of the)?)(?: two)? (?:partners?|part(?:y|ies)|signatories)\b(?! (?:librar|school|institution|organi[sz]ation|countr|town|site|meeting|room|game))/gi,
  ],
]);

/** Behind the words: which two are meant is said. */
const whichTwo =
  /^(?:['’]s?)?,? ?(?:who|whom|whose|that|which|concerned|involved|affected|named|in question|hosting|leading|organi[sz]ing|sharing|running|in (?:a|each|the) (?:dispute|pair|country|town)|to (?:a|the) (?:dispute|exchange|loan)|of (?:a|each|the) (?:pair|exchange|loan))\b|^ ?[:(]/i;

/** In the same sentence or the one before: two were spoken of, and the words point back at them. */
const twoBefore =
  /\b(?:two|one|a|an|another|each) (?:other )?(?:partner|part(?:y\b|ies\b)|member)|\b(?:pairs?|bilateral|lender|borrower|seller|buyer)\b/i;

/** A word for two, with its place. */
export interface ForTwo {
  readonly start: number;
  readonly end: number;
  /** It speaks of parties, not of partners. */
  readonly parties: boolean;
}

/** Returns the words for exactly two in a text that do not say which two. */
export function forTwoIn(text: string, masked: string = text): readonly ForTwo[] {
  if (!mayMatch(twoWords, masked)) return [];
  if (matchesOf(twoWords, masked).length === 0) return [];
  const sentences = sentencesOf(masked);
  return sentences.flatMap((sentence, index) =>
    matchesOf(twoWords, sentence.text).flatMap((match): readonly ForTwo[] => {
      const start = sentence.start + match.index;
      const end = start + match[0].length;
      const before = `${sentences[index - 1]?.text ?? ''} ${sentence.text.slice(0, match.index)}`;
      const named = before.match(new RegExp(`${nameMark}+`, 'gu'))?.length ?? 0;
      const after = masked.slice(end, end + 40);
      if (named >= 2 || twoBefore.test(before) || whichTwo.test(after)) return [];
      if (new RegExp(`^[,: ]+(?:the )?${nameMark}`, 'u').test(after)) return [];
      if (isQuoted(text, start, end) || isNamed(masked, start, end)) return [];
      return [{ start, end, parties: !/partner/i.test(match[0]) }];
    }),
  );
}

const isThere = ({ parties }: ForTwo, agreement: Agreement): boolean =>
  (parties ? signers(agreement) : workers(agreement)).length >= 3;

/**
 * Where three or more do the work, "both partners" leaves out somebody, and nobody knows whom; of "parties" and
 * signatories, funders are some too. It does not speak where the text has just named two, says which two it
 * means, or settles differences, which arise between two. A party in a schedule may be one with music.
 */
export const twoOfMany: Rule = {
  id: 'understanding-two-of-many',
  element: 'understanding',
  level: 'simple',
  severity: 'warning',
  looks: 'words for two partners where there are more',
  applies: (agreement) =>
    signers(agreement).length >= 3 ? true : 'there are not more than two parties',
  check: (agreement) => {
    const count = { partners: workers(agreement).length, parties: signers(agreement).length };
    return outcomeOf(
      textsOf(agreement).flatMap(({ path, text }): readonly (Found | undefined)[] => {
        // Looking for names costs more than all the rest.
        if (isElsewhere(path) || forTwoIn(text).length === 0) return [];
        const found = forTwoIn(text, maskNames(agreement, text)).find(
          (each) => isThere(each, agreement) && !(each.parties && path[0] === 'schedule'),
        );
        if (!found) return [undefined];
        const { start, end, parties } = found;
        const words = text.slice(start, end).replace(/\s+/g, ' ');
        const many = parties ? `${count.parties} parties` : `${count.partners} partners`;
        const message = `It says "${words}", and there are ${many}. Say whether all are meant, or name the two.`;
        return [{ path, at: { start, end }, message, names: [words] }];
      }),
    );
  },
  asks: 'Who is meant here: all partners, or two of them, and which?',
  why: 'Words from an agreement between two leave the third outside, and nobody knows which one that is.',
  fix: (agreement, { path, at }) => {
    const text = textsOf(agreement).find(
      (each) => JSON.stringify(each.path) === JSON.stringify(path),
    )?.text;
    const { start, end } = at ?? { start: 0, end: 0 };
    const words = text?.slice(start, end) ?? '';
    return {
      at: path,
      yaml: yamlText(`${text?.slice(0, start) ?? ''}${forAll(words)}${text?.slice(end) ?? ''}`),
    };
  },
  source: ['own'],
};

/** Differences arise between two, and `terms.joining` and waivers speak of others than those who sign. */
const isElsewhere = (path: Found['path']): boolean =>
  (path[0] === 'terms' && path[1] === 'disputes') ||
  (path[0] === 'communication' && path[1] === 'concerns') ||
  path[0] === 'vocabulary' ||
  path[0] === 'annexes';

/** "Both partners" → "All partners", "either party" → "any party", "neither of the parties" → "none of the parties". */
function forAll(words: string): string {
  const one = /\b(?:partner|party)$/i.test(words);
  const kind = /(?:partners?|part(?:y|ies)|signatories)$/i.exec(words)![0];
  const first = /^neither/i.test(words)
    ? one
      ? 'no'
      : 'none of the'
    : /^either/i.test(words)
      ? one
        ? 'any'
        : 'any of the'
      : 'all';
  return `${/^\p{Lu}/u.test(words) ? first[0]!.toUpperCase() + first.slice(1) : first} ${kind}`;
}
