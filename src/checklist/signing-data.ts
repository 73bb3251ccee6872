// The rule on personal data: who collects it has to say who sees it, how long, and what if it leaks.
// Reads events, tasks, evaluation and terms for words that speak of collecting it.

import type { Agreement } from '../model/agreement.ts';
import { type Found, outcome, type Rule } from './rule.ts';
import { matchesOf, stemmed } from './stems.ts';
import { textsOf } from './texts.ts';
import { listText, yamlText } from './wording.ts';

/** Who a picture or a list is of. */
const people =
  '(?:participants?|attendees?|visitors?|guests?|volunteers?|members?|famil(?:y|ies)|parents?|children|pupils?|students?|young people|people|patients?|speakers?|audiences?)';

/** Ways to speak of collecting data about people; each matches the words to quote. */
export const collecting = stemmed([
  ['sign', /\bsign-?\s?up (?:sheets?|forms?|lists?)\b|\bsign-ups?\b|\bsignups?\b/gi],
  ['registration', /\b(?:pre-?)?registrations?\b(?! (?:fees?|number|desk|office|of the))/gi],
  ['regist', new RegExp(`\\bregister(?:s|ed|ing)? (?:the |all |every )?${people}\\b`, 'gi')],
  ['personal', /\bpersonal (?:data|information|details)\b/gi],
  [
    'contact mail phone',
    /\bcontact details\b|\be-?mail addresses\b|\bphone numbers\b|\bmailing lists?\b/gi,
  ],
  ['names', new RegExp(`\\bnames (?:and \\w+ )?of (?:the |all )?${people}\\b`, 'gi')],
  [
    'record list regist file',
    /\b(?:attendance|participant|patient|pupil|student|case|health|medical|school|visitor) (?:records?|lists?|registers?|files?)\b/gi,
  ],
  ['consent', /\bconsent forms?\b/gi],
  [
    'photo',
    /(?<!\b(?:historic|historical|archival|archive|old|collection of|exhibition of) )\b(?:photos|photographs)\b(?! (?:exhibition|collection|archive|contest|competition))/gi,
  ],
  [
    'picture image film video record portrait',
    new RegExp(
      `\\b(?:pictures|images|films|videos|recordings|portraits) of (?:the |all )?${people}\\b`,
      'gi',
    ),
  ],
  [
    'photograph film record video',
    new RegExp(
      `\\b(?:photograph|film|record|video)(?:s|ed|ing)? (?:the |all |each |every )?(?:${people}|events?|sessions?|interviews?|workshops?)\\b`,
      'gi',
    ),
  ],
]);

/** "No registration is needed", "without photographs", "anonymous": nothing is collected. */
const denied = /\b(?:no|not|never|without|nor|neither|anonym\w*|don't|doesn't)\b[^.;!?]*$/i;

interface Mention {
  readonly words: string;
  readonly path: Found['path'];
  readonly start: number;
  readonly end: number;
}

/** Returns the first words in a text that speak of collecting personal data. */
export function collectedIn(
  text: string,
): { words: string; start: number; end: number } | undefined {
  let first: { words: string; start: number; end: number } | undefined;
  for (const match of matchesOf(collecting, text)) {
    const start = match.index;
    if (first && start >= first.start) continue;
    const before = text.slice(Math.max(0, start - 60), start);
    if (denied.test(before)) continue;
    first = { words: match[0], start, end: start + match[0].length };
  }
  return first;
}

function isLookedAt(path: Found['path']): boolean {
  if (path[0] === 'schedule') return path[1] === 'events';
  if (path[0] === 'roles') return path.at(-1) === 'task';
  if (path[0] === 'terms') return path[1] !== 'data';
  return path[0] === 'evaluation';
}

function mentionOf(agreement: Agreement): Mention | undefined {
  for (const { path, text } of textsOf(agreement)) {
    const found = isLookedAt(path) ? collectedIn(text) : undefined;
    if (found) return { ...found, path };
  }
  return undefined;
}

const parts = [
  ['sees', 'who sees it'],
  ['kept', 'how long it is kept'],
  ['breach', 'what happens if it leaks'],
] as const;

/**
 * Speaks when words for collecting stand in events, tasks, evaluation or terms, or `terms.data.what`
 * names data. Young people alone do not suffice; together with data they make it an error.
 */
export const personalDataUnprotected: Rule = {
  id: 'signing-personal-data-unprotected',
  element: 'signing',
  level: 'simple',
  severity: 'warning',
  looks: 'words about collecting personal data',
  escalate: { when: 'children or young people take part in an event' },
  applies: (agreement) =>
    agreement.terms?.data?.what || mentionOf(agreement)
      ? true
      : 'nothing speaks of collecting personal data',
  check: (agreement) => {
    const data = agreement.terms?.data;
    const missing = parts.filter(([key]) => !data?.[key]).map(([, words]) => words);
    if (missing.length === 0) return outcome(undefined);
    const mention = mentionOf(agreement);
    const what = data?.what ?? `personal data ("${mention?.words}")`;
    const minors = agreement.schedule?.events?.some((event) => event.minors);
    const place =
      data || !mention
        ? { path: ['terms', 'data'] }
        : { path: mention.path, at: { start: mention.start, end: mention.end } };
    return outcome({
      ...place,
      message: `You will collect ${what}, but do not say ${listText(missing, 'or')}.`,
      ...(minors ? { severity: 'error' as const } : {}),
      names: mention ? [mention.words] : [],
    });
  },
  asks: 'Who sees the names and pictures, how long are they kept, and what happens if they leak?',
  why: 'People trust you with their names, and the law asks the same three questions.',
  fix: (agreement) => {
    const data = agreement.terms?.data;
    return {
      at: [],
      yaml: yamlText({
        terms: {
          data: {
            what: data?.what ? undefined : 'Names and contact details of those who take part',
            sees: data?.sees ? undefined : 'Only the staff who run the event',
            kept: data?.kept ? undefined : '30 days',
            breach: data?.breach ? undefined : 'The other partner is told within 2 working days',
          },
        },
      }),
    };
  },
  source: ['CL'],
};
