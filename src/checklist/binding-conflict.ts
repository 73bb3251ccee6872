// The rule on papers that say they are not binding and read like a contract: "shall", "indemnify",
// arbitration, caps on liability, duties to pay. Reads all texts; a sentence that denies is left alone.

import type { Agreement } from '../model/agreement.ts';
import { isNamed, isQuoted, maskNames, nameMark, sentencesOf } from './prose-reading.ts';
import type { Found, Rule } from './rule.ts';
import { matchesOf, mayMatch, stemmed } from './stems.ts';
import { type PlacedText, textsOf } from './texts.ts';
import { yamlText } from './wording.ts';

const determiner = '(?:each|every|either|both|all|any|no|the|a|receiving|leaving|other)';

/** Who "must" is said of when it is a duty under the paper: a partner, not a visitor or a logo. */
// "Birthday parties" and "visiting organisations" are none of the partners.
const partner = `(?:[${nameMark}]+|\\b(?:${determiner} )?(?:partners?|signator(?:y|ies)|undersigned)\\b|(?:\\b(?:${determiner}|two|three) |(?<![\\p{L}\\p{N}] ))\\b(?:part(?:y|ies)|organi[sz]ations?|institutions?)\\b|\\b(?:both|each)\\b)`;

/** Not in "if the School must close", which tells what may happen, nor in "the logos of both partners must". */
const notCondition = `(?<!\\b(?:if|when|whenever|unless|where|because|which|in case|of|for|from|by|with|between|to|at|in|on) (?:${determiner} )?[${nameMark}]*)`;

/** What reads like a contract. */
export const signs = stemmed([
  ['shall', /\bshall\b(?!-)(?: not)?(?: \w+)?/gi],
  [
    'must',
    new RegExp(
      `(?<=${notCondition}${partner} (?:also |always |each |both |jointly )?)must\\b(?!-)(?: not)?(?: \\w+)?`,
      'giu',
    ),
  ],
  ['covenant', /\b(?:hereby )?covenants? (?:to|that|with|and agrees?)\b/gi],
  [
    'indemni harmless',
    /\bindemnif(?:y|ies|ied|ying|ication)\b|\bhold harmless\b|\bholds harmless\b|\bindemnit(?:y|ies)\b/gi,
  ],
  [
    'arbitra arbiter',
    /\b(?:binding )?arbitrations?\b|\barbitrat(?:e|es|ed|ors?)\b|\barbiters?\b|\barbitral\b/gi,
  ],
  [
    'binding enforceable',
    /\b(?:is|are|be|a|this) legally binding\b|\bbinding (?:contract|agreement)\b|\b(?:legally )?enforceable in\b|\blegally enforceable\b/gi,
  ],
  ['warrants', /\b(?:represents and )?warrants that\b/gi],
  ['severally', /\bjointly and severally\b/gi],
  [
    'liabilit',
    /\b(?:liability|liabilities)\b[^.;]{0,60}?\b(?:limited to|capped|not exceed|does not exceed|no more than|at most|up to)\b|\b(?:cap|limit|ceiling) (?:on|of) liability\b|\baggregate liability\b/gi,
  ],
  [
    'liable',
    /\bliable (?:to pay|(?:to [^.;]{1,40} )?for (?:any |all |the )?(?:damages?|loss(?:es)?|costs?))\b/gi,
  ],
  [
    'damages compensation penalt',
    /\b(?:pay|pays|payment of|recover) (?:\w+ )?(?:damages|compensation|penalt(?:y|ies)|liquidated damages)\b|\bliquidated damages\b/gi,
  ],
  [
    'obliged obligated required bound',
    /\b(?:is|are) (?:legally )?(?:obliged|obligated|required|bound) to (?:pay|reimburse|compensate)\b/gi,
  ],
]);

/** "Government indemnity" insures loans to museums, "professional indemnity" is a kind of insurance. */
const insurance =
  /\b(?:professional|government|state|national|public) indemnity\b|\bindemnity (?:insurance|schemes?|policy|policies|cover|certificates?|forms?)\b/i;

/** "No partner is liable", "nothing here shall be read as a contract": the paper denies being one. */
const denial = /\b(?:no|not|nothing|neither|nor|never|none|without)\b/i;
const contractual =
  /\b(?:binding|bind|enforceable|legal(?:ly)?|law|contracts?|obligations?|liab\w+|indemn\w+|arbitra\w+|damages|compensation|penalt(?:y|ies)|construed|interpreted|joint ventures?|agency|employment)\b/i;

interface Sign {
  readonly start: number;
  readonly end: number;
}

/** Returns the first words of each sentence that read like a contract. */
export function contractWordsIn(text: string, masked: string = text): readonly Sign[] {
  if (!mayMatch(signs, masked)) return [];
  return sentencesOf(masked).flatMap((sentence) => {
    const found = matchesOf(signs, sentence.text).map((match) => ({
      start: sentence.start + match.index,
      end: sentence.start + match.index + match[0].length,
    }));
    if (found.length === 0 || insurance.test(sentence.text)) return [];
    if (denial.test(sentence.text) && contractual.test(sentence.text)) return [];
    // "Shall we dance?" asks.
    if (/^[\s*_]*shall\b.*\?\s*$/is.test(sentence.text)) return [];
    const first = found
      .filter(({ start, end }) => !isQuoted(text, start, end) && !isNamed(masked, start, end))
      .sort((a, b) => a.start - b.start || b.end - a.end)[0];
    return first ? [first] : [];
  });
}

/** Titles and names promise nothing, and rules for visitors in an annex are no terms between partners. */
function isPromise({ path }: PlacedText): boolean {
  const first = String(path[0]);
  if (first === 'partners') return ['gives', 'gains'].includes(String(path[2]));
  if (first === 'vocabulary' || first === 'branding') return path.at(-1) === 'rules';
  return !['title', 'reference', 'version', 'supersedes', 'annexes', 'background'].includes(first);
}

/**
 * One finding for each sentence. "Must" counts only when it is said of a partner: children must hold
 * hands and logos must keep their colours in the friendliest of papers. Recitals, annexes, names and
 * the vocabulary are not looked at.
 */
export const bindingConflict: Rule = {
  id: 'signing-binding-conflict',
  element: 'signing',
  level: 'standard',
  severity: 'warning',
  looks: 'a paper that is not binding: words of a contract in it',
  applies: (agreement) =>
    agreement.terms?.binding === false
      ? true
      : agreement.terms?.binding
        ? 'the agreement is meant to be binding'
        : 'it is not said whether the agreement is binding',
  check: (agreement) => {
    const texts = textsOf(agreement).filter(isPromise);
    let odd = 0;
    const findings = texts.flatMap(({ path, text }): Found[] => {
      // Looking for names costs more than all the rest.
      if (!mayMatch(signs, text)) return [];
      const found = contractWordsIn(text, maskNames(agreement, text));
      if (found.length > 0) odd += 1;
      return found.map(({ start, end }) => {
        const phrase = text.slice(start, end).replace(/\s+/g, ' ');
        return {
          path,
          at: { start, end },
          message: `You say that this is not binding, but "${phrase}" reads like a contract.`,
          names: [phrase],
        };
      });
    });
    return { passed: texts.length - odd, findings };
  },
  asks: 'Do you mean a promise in good faith here, or a duty that a court would enforce?',
  why: 'A paper that says one thing and sounds like another is settled by a judge.',
  fix: (agreement, { path, at }) => ({ at: path, yaml: yamlText(reworded(agreement, path, at)) }),
  source: ['CTB', 'CL', 'DoD'],
};

/** Says the same as a promise; where words alone do not help, says what a promise would say instead. */
function reworded(agreement: Agreement, path: Found['path'], at: Found['at']): string {
  const place = textsOf(agreement).find(
    (each) => JSON.stringify(each.path) === JSON.stringify(path),
  );
  const text = place?.text ?? '';
  const start = at?.start ?? 0;
  const sentence = sentencesOf(text).find((each) => start >= each.start && start < each.end);
  if (!sentence) return text;
  const softer = sentence.text.replace(/\b(?:shall|must)\b/gi, 'will');
  const stillBinds = contractWordsIn(softer, maskNames(agreement, softer)).length > 0;
  const better = !stillBinds
    ? softer
    : /arbitra/i.test(sentence.text)
      ? 'The contacts talk first, then the signatories.'
      : 'Each partner answers for what it does.';
  return `${text.slice(0, sentence.start)}${better}${text.slice(sentence.end)}`;
}
