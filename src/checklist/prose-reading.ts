// Reading prose as the prose rules need it: sentences, and words that are names, quoted or part of
// a link. Pure text; judges nothing.

import type { Agreement } from '../model/agreement.ts';
import { allParties } from './parties.ts';

/** A sentence with its place in the text: UTF-16 offsets, end exclusive. */
export interface Sentence {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Where a sentence ends: a blank line, the next item of a list, or a full stop before a new sentence. */
const breaks =
  /\n[ \t]*\n|\n(?=[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t])|(?=\s)(?<!(?:^|[\s(])(?:Dr|Mr|Mrs|Ms|St|Prof|No|vol|p|e\.g|i\.e|etc|cf|approx)\.)(?<=[.!?][”"’')*\]]*)\s+(?=[“"‘'(*[]*[\p{Lu}\p{N}])/gu;

/** Returns the sentences of a text in order; together they hold everything but white space between them. */
export function sentencesOf(text: string): readonly Sentence[] {
  const found: Sentence[] = [];
  let start = 0;
  for (const match of text.matchAll(breaks)) {
    found.push({ text: text.slice(start, match.index), start, end: match.index });
    start = match.index + match[0].length;
  }
  found.push({ text: text.slice(start), start, end: text.length });
  return found.filter((each) => each.text.trim() !== '');
}

let lastRead: { readonly text: string; readonly sentences: readonly Sentence[] } | undefined;

/** Returns the sentence that holds an offset; a text that is asked about again is not read again. */
export function sentenceAt(text: string, offset: number): Sentence {
  if (lastRead?.text !== text) lastRead = { text, sentences: sentencesOf(text) };
  const { sentences } = lastRead;
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sentences[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  const found = sentences[low];
  return found && found.start <= offset ? found : { text, start: 0, end: text.length };
}

/** True inside quotation marks: a title, or a word that is spoken of. */
export function isQuoted(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 80), start);
  const after = text.slice(end, end + 80);
  if (before.includes('"') && after.includes('"') && quotesBefore(text, start) % 2 === 1)
    return true;
  return /[“„«][^“”„«»\n]*$/.test(before) && /^[^“”„«»\n]*[”“»]/.test(after);
}

let counted = { text: '', upTo: 0, quotes: 0 };

/** Counts straight quotation marks before an offset, on from where it was asked last. */
function quotesBefore(text: string, offset: number): number {
  if (counted.text !== text || counted.upTo > offset) counted = { text, upTo: 0, quotes: 0 };
  let { quotes } = counted;
  for (let at = text.indexOf('"', counted.upTo); at >= 0 && at < offset; ) {
    quotes += 1;
    at = text.indexOf('"', at + 1);
  }
  counted = { text, upTo: offset, quotes };
  return quotes;
}

/**
 * True for a word that is part of a name: with a capital in the middle of a sentence, or at its start
 * before another word with a capital.
 */
export function isNamed(text: string, start: number, end: number): boolean {
  if (!/^\p{Lu}/u.test(text.slice(start, end))) return false;
  return !opensSentence(text, start) || /^ \p{Lu}/u.test(text.slice(end));
}

/** True for the first word of a sentence, a list item, or what follows a colon. */
export function opensSentence(text: string, start: number): boolean {
  return /(?:^|[.!?:;•\n]|^\s*(?:[-*+]|\d{1,3}[.)]))[\s“"‘'(*_]*$/u.test(text.slice(0, start));
}

/** Stands for each unit of a partner's name in a masked text. */
export const nameMark = '\ue000';

/** Stands for each unit of a link, an address or a file name in a masked text. */
const linkMark = '\ue001';

const links =
  /\b(?:https?:\/\/|mailto:|www\.)[^\s<>)\]]+|(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+|(?<![\w-])[\w-]+\.(?:html?|pdf|docx?|xlsx?|csv|png|jpe?g|svg|txt|org|com|net|example)\b/giu;

const patterns = new WeakMap<Agreement, RegExp | undefined>();

/** Returns the text, as long as before, with partners' names and links replaced by marks. */
export function maskNames(agreement: Agreement, text: string): string {
  if (!patterns.has(agreement)) patterns.set(agreement, namePattern(agreement));
  const pattern = patterns.get(agreement);
  const masked = text.replace(links, (link) => linkMark.repeat(link.length));
  return pattern ? masked.replace(pattern, (name) => nameMark.repeat(name.length)) : masked;
}

function namePattern(agreement: Agreement): RegExp | undefined {
  const names = allParties(agreement).flatMap(({ name, partner: { short } }) => [
    name,
    ...(short === undefined ? [] : [short, short.replace(/^the\b/, 'The')]),
  ]);
  const known = [...new Set([...names, agreement.title])].filter((name) => name.length > 1);
  if (known.length === 0) return undefined;
  const either = known
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|');
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${either})(?![\\p{L}\\p{N}])`, 'gu');
}
