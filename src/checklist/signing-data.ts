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

/** What is filmed or photographed with the people in it. */
const doings =
  '(?:events?|sessions?|interviews?|workshops?|talks?|lectures?|readings?|concerts?|performances?|oral histor(?:y|ies))';

/** Whose details stand in the paper anyway: nothing is collected. */
const ours =
  '(?! (?:of|for) (?:the |our |both |each |all )?(?:two |three )?(?:contacts?|partners?|signatories|organi[sz]ers?|librar(?:y|ies))\\b)';

/** Ways to speak of collecting data about people; each matches the words to quote. */
export const collecting = stemmed([
  [
    'sign',
    /\bsign-?\s?(?:up|in) (?:sheets?|forms?|lists?|books?)\b|\bsign-ups?\b|\bsignups?\b|\bsign-ins?\b|\b(?:may|can|must|should|will) sign (?:up|in)\b|\bsign up (?:online|in advance|at the|by e-?mail)\b/gi,
  ],
  ['guest', /\bguest ?books?\b/gi],
  ['rsvp', /\bRSVPs?\b/gi],
  [
    'registration',
    /(?<!\b(?:company|business|charity|vehicle|car|land|domain|trade-?mark) )\b(?:pre-?)?registrations?\b(?! (?:fees?|number|desk|office|of the))/gi,
  ],
  [
    'regist',
    new RegExp(
      `\\bregister(?:s|ed|ing)? (?:the |all |every )?${people}\\b|\\b${people} (?:\\w+ )?(?:pre-?)?register(?:s|ed)?\\b(?! (?:all|the|every|each)\\b)|\\bregister (?:online|in advance|beforehand|at the door|by (?:e-?mail|phone|telephone))\\b`,
      'gi',
    ),
  ],
  [
    'enrol',
    new RegExp(
      `\\benroll?(?:s|ed|ing|led|ling)? (?:the |all |every )?${people}\\b|\\benroll?ment (?:forms?|lists?)\\b`,
      'gi',
    ),
  ],
  ['personal', /\bpersonal (?:data|information|details)\b/gi],
  [
    'contact mail phone',
    new RegExp(
      `\\b(?:contact details|e-?mail addresses|phone numbers|emergency contacts)\\b${ours}`,
      'gi',
    ),
  ],
  // "Announce it on the mailing list" collects nothing.
  [
    'list',
    /(?<!\b(?:to|on|in|via|through|over|by|with) (?:(?:its|their|our|the|your|each|every|\w+['’]s) (?:own )?)?)\b(?:mailing|newsletter|e-?mail|membership) lists?\b/gi,
  ],
  [
    'names ages addresses data details list record',
    new RegExp(
      `\\b(?:names|ages|addresses|data|details|lists?|records) (?:and \\w+ )?of (?:the |all )?${people}\\b`,
      'gi',
    ),
  ],
  [
    'name age address data detail list record mail',
    new RegExp(
      `\\b${people}['’]s? (?:names?|ages?|addresses|data|details|records|e-?mails?)\\b|\\b(?:attendee|attendees|participants?|visitors?|volunteers?|users?) (?:names|data|details|lists?)\\b`,
      'gi',
    ),
  ],
  [
    'name mail address ages phone',
    /\b(?:names|e-?mails|addresses|ages|phone numbers) (?:\w+ ){0,3}(?:are|will be) (?:(?!not|never|no)\w+ )?(?:collected|kept|noted|stored|written down|recorded|taken)\b|\b(?:collects?|collecting|gathers?|gathering|stores?|takes? down|notes? down) (?:the |their )?(?:names|e-?mails|addresses|ages)\b/gi,
  ],
  [
    'record list regist file form',
    /\b(?:attendance|participant|patient|pupil|student|patron|user|case|health|medical|school|visitor) (?:records?|lists?|registers?|files?|forms?)\b/gi,
  ],
  [
    'birth medical health allerg',
    /\b(?:dates? of birth|birth ?dates)\b|\b(?:medical|health|allergy) (?:information|data|details)\b/gi,
  ],
  ['consent release', /\bconsent forms?\b|\b(?:photo|photograph|media|image|model) releases?\b/gi],
  [
    'photo',
    new RegExp(
      `(?<!\\b(?:historic|historical|archival|archive|old|original|vintage|framed|scanned|digiti[sz]ed|collection of|exhibition of|digiti[sz]e|scan|catalogu?e|display|exhibit|lend|restore|donate|frame|look at|looks at|bring) (?:the |its |their |some )?)\\b(?:photos|photographs)\\b(?! (?:exhibition|collection|archive|contest|competition|that)\\b| (?:from|in|of) the (?:\\w+ )?(?:archives?|collections?|past|18|19)| from (?:the )?(?:18|19)|(?: (?:are|is) (?:taken|made))? of (?!(?:the |our |all |each |every )?(?:${people}|${doings}|fair|festival|party|evening|day|opening)\\b))`,
      'gi',
    ),
  ],
  [
    'picture',
    /\b(?:takes?|taking) (?:\w+ )?pictures\b|\bpictures (?:are|will be|may be) taken\b/gi,
  ],
  [
    'picture image film video record portrait',
    new RegExp(
      `\\b(?:pictures|images|films|videos?|recordings|portraits) of (?:the |all )?${people}\\b`,
      'gi',
    ),
  ],
  [
    'photograph film record video stream',
    new RegExp(
      `\\b(?:photograph|film|record|video|live-?stream)(?:s|ed|ing)? (?:the |all |each |every )?(?:${people}|${doings})\\b`,
      'gi',
    ),
  ],
  [
    'photograph film record video stream',
    new RegExp(
      `\\b(?:${people}|${doings}) (?:are|is|will be|may be|can be) (?:(?!not|never|no)\\w+ )?(?:photographed|filmed|recorded|videoed|live-?streamed)\\b`,
      'gi',
    ),
  ],
]);

/** "No registration is needed", "without photographs", "anonymous": nothing is collected. */
const denied =
  /\b(?:no|not|never|without|nor|neither|anonym\w*|don't|doesn't)\b(?:(?!\bbut\b)[^.;!?])*$/i;

/** "Photos are not taken". */
const deniedAfter = /^ (?:\w+ )?(?:are|is|will be|may|must|will|need) (?:be )?(?:not|never)\b/i;

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
    if (denied.test(before) || deniedAfter.test(text.slice(start + match[0].length))) continue;
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
    const what = data?.what ?? mention?.words;
    const minors = agreement.schedule?.events?.some((event) => event.minors);
    const place =
      data || !mention
        ? { path: ['terms', 'data'] }
        : { path: mention.path, at: { start: mention.start, end: mention.end } };
    return outcome({
      ...place,
      message: `You will collect personal data ("${what}"), but do not say ${listText(missing, 'or')}.`,
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
