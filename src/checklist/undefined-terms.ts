// The rule on words that only one side understands: jargon, the house's own words, and acronyms.
// Names, quoted titles, links and words that the agreement explains are left alone.

import type { Agreement } from '../model/agreement.ts';
import { type JargonWord, jargonWords, plainAcronyms, stressedWords } from './jargon.ts';
import { allParties, type Party, signers, workers } from './parties.ts';
import { isNamed, isQuoted, maskNames, opensSentence, sentenceAt } from './prose-reading.ts';
import { type Found, outcomeOf, type Rule } from './rule.ts';
import type { Settings } from './settings.ts';
import { type PlacedText, textsOf } from './texts.ts';
import { yamlText } from './wording.ts';

/** A word in a text that may need explaining. */
export interface Mention {
  /** As the list or the text has it, in the singular where the list has it. */
  readonly term: string;
  readonly start: number;
  readonly end: number;
}

/** Returns the house's own words as the starter list has its words. */
export function houseWords(words: readonly string[]): readonly JargonWord[] {
  return words.map((term) => {
    const plain = term
      .trim()
      .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      .replace(/\s+/g, '\\s+');
    const pattern = `(?<![\\p{L}\\p{N}])${plain}(?:s|es)?(?![\\p{L}\\p{N}])`;
    // A word with capitals inside (LibGuides, RDA) is meant with them.
    const asWritten = /\p{Lu}/u.test(term.slice(1));
    const first = term.trim().split(/\s+/)[0]!;
    return {
      term: term.trim(),
      stem: asWritten ? first : first.toLowerCase(),
      used: new RegExp(pattern, asWritten ? 'gu' : 'giu'),
    };
  });
}

/** Returns the words of a list that a text uses in the sense that needs explaining; the first of each. */
export function jargonIn(
  text: string,
  words: readonly JargonWord[],
  masked: string = text,
): readonly Mention[] {
  return words.flatMap(({ term, used, ordinary, means }) => {
    for (const match of masked.matchAll(used)) {
      const start = match.index;
      const end = start + match[0].length;
      const capitals = /^\p{Lu}{2,}/u.test(term);
      // The house knows how its own words are written; capitals do not make names of them.
      if (!capitals && means !== undefined && isNamed(masked, start, end)) continue;
      if (isQuoted(text, start, end)) continue;
      if (ordinary?.test(sentenceAt(masked, start).text)) continue;
      return [{ term, start, end }];
    }
    return [];
  });
}

/** Returns what finds the words that a text may use, by their stems: in nearly all texts none. */
function finderOf(words: readonly JargonWord[]): (text: string) => readonly JargonWord[] {
  const stems = words.map(({ stem }) => stem.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const any = words.length > 0 ? new RegExp(stems.join('|'), 'i') : /^(?!)/;
  return (text) => {
    if (!any.test(text)) return [];
    const lower = text.toLowerCase();
    return words.filter(({ stem }) => lower.includes(stem) || text.includes(stem));
  };
}

const acronym =
  /(?<![\p{L}\p{N}\p{M}_.\-/&'’#@+])\p{Lu}{2,6}(?=s?(?![\p{L}\p{N}\p{M}_@&]|[-/–][\p{Lu}\p{N}]|\.\p{L}))/gu;

/** "XIV", but not "ILL". */
const romanNumeral = /^M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/;

/** Returns the acronyms in a text that are neither known to everybody, nor numerals, amounts or shouted. */
export function acronymsIn(text: string, masked: string = text): readonly Mention[] {
  const found: Mention[] = [];
  const shouted = new Map<number, boolean>();
  const isShouted = (at: number): boolean => {
    const sentence = sentenceAt(masked, at);
    const known = shouted.get(sentence.start) ?? isInCapitals(sentence.text);
    shouted.set(sentence.start, known);
    return known;
  };
  for (const match of masked.matchAll(acronym)) {
    const term = match[0];
    const start = match.index;
    const end = start + term.length;
    // Looked at through a window: the text may be long and hold thousands of acronyms.
    const from = Math.max(0, start - 100);
    const left = masked.slice(from, start);
    const right = masked.slice(end, end + 100);
    if (plainAcronyms.has(term) || stressedWords.has(term) || romanNumeral.test(term)) continue;
    // "Riverbend, OH": a state behind a town.
    if (term.length === 2 && /\p{Lu}\p{Ll}+, $/u.test(left)) continue;
    if (/\d[\d.,\s]*$/.test(left) || /^\s*\d/.test(right)) continue;
    if (isQuoted(text, start, end) || isShouted(start)) continue;
    // "Radio XYZ Berlin", "ABC Foundation": part of a longer name.
    const before = /\p{Lu}\p{L}+ $/u.exec(left);
    if (before && !opensSentence(masked, from + before.index)) continue;
    if (/^ \p{Lu}\p{Ll}/u.test(right)) continue;
    found.push({ term, start, end });
  }
  return found;
}

/** True for a sentence that is written in capitals. */
function isInCapitals(sentence: string): boolean {
  const letters = sentence.match(/\p{L}/gu) ?? [];
  const capitals = letters.filter((letter) => /\p{Lu}/u.test(letter));
  return letters.length > 8 && capitals.length > letters.length * 0.6;
}

/** Fields that hold names, addresses, titles of jobs and numbers of documents. */
function isProse({ path }: PlacedText): boolean {
  const [first, , field] = path;
  const last = path.at(-1);
  if (first === 'partners') return field === 'mission' || field === 'gives' || field === 'gains';
  if (first === 'branding') return last === 'rules' || (last === 'name' && path[1] === 'materials');
  if (last === 'person' || last === 'place' || last === 'who' || last === 'email') return false;
  return !['title', 'reference', 'version', 'supersedes', 'vocabulary'].includes(String(first));
}

/** What the agreement explains: its vocabulary, in small letters, and words explained where they stand. */
function explained(agreement: Agreement): (term: string) => boolean {
  const listed = (agreement.vocabulary ?? []).flatMap(({ term, means, usage }) =>
    means || usage ? [plain(term)] : [],
  );
  let texts: readonly Lowered[] | undefined;
  const all = (): readonly Lowered[] => {
    texts ??= textsOf(agreement).map(({ text }) => ({ text, lower: text.toLowerCase() }));
    return texts;
  };
  const initials = allParties(agreement).map(({ name }) =>
    (name.match(/(?<![\p{L}])\p{Lu}/gu) ?? []).join(''),
  );
  return (term) =>
    listed.includes(plain(term)) || initials.includes(term) || all().some(explainsInside(term));
}

/** A text with its small letters, made once for all the words that are looked for in it. */
interface Lowered {
  readonly text: string;
  readonly lower: string;
}

/** In the singular, without capitals, hyphens and the British ending of "catalogue". */
function plain(term: string): string {
  const word = term
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, ' ');
  return word.replace(/catalogue(?=s?$)/, 'catalog').replace(/(?<=[^s])s$/, '');
}

/** "OPAC (our online list)", "the online catalogue (OPAC)", "makerspace, that is, a workshop". */
function explainsInside(term: string): (text: Lowered) => boolean {
  const small = term.toLowerCase();
  const word = term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/^catalog$/, 'catalog(?:ue)?');
  const after = new RegExp(
    `\\b${word}s?\\b["”’*]*(?: ?\\((?!s\\))[^)\\s]+ [^)]+\\)|,? (?:that is|i\\.e\\.|meaning|in other words|which means|which is)\\b)`,
    'i',
  );
  const before = new RegExp(`[\\p{L}’'-] \\((?:the |or |our )?["“]?${word}["”]?\\)`, 'u');
  const isAcronym = /^\p{Lu}{2}/u.test(term);
  return ({ text, lower }) =>
    lower.includes(small) && (after.test(text) || (isAcronym && before.test(text)));
}

/** True for those who know the words of libraries by trade. */
function isLibrary({ name, partner }: Party): boolean {
  return /librar|biblio|könyvtár|knihovn|kirjasto|archiv/i.test(`${name} ${partner.kind ?? ''}`);
}

/** Returns the partner that most likely does not know the word: not the one whose text or task it is, no library. */
function puzzled(agreement: Agreement, path: Found['path']): Party | undefined {
  const owner = path[0] === 'roles' ? agreement.roles?.[Number(path[1])]?.lead : path[1];
  const owned = path[0] === 'partners' || path[0] === 'roles';
  const others = (list: readonly Party[]): readonly Party[] =>
    list.filter(({ key }) => !owned || key !== owner);
  const candidates = [...others(workers(agreement)), ...others(signers(agreement))];
  return candidates.find((party) => !isLibrary(party)) ?? candidates[0];
}

/** The first mention of each word in an agreement. */
interface PlacedMention extends Mention {
  readonly path: Found['path'];
  readonly text: string;
  readonly isExplained: boolean;
}

const known = new WeakMap<Agreement, { settings: Settings; mentions: readonly PlacedMention[] }>();

/** Returns the first mention of each word; computed once for each agreement and house. */
function mentionsOf(agreement: Agreement, settings: Settings): readonly PlacedMention[] {
  const before = known.get(agreement);
  if (before?.settings === settings) return before.mentions;
  // Between libraries, the words of libraries need no explaining; the house's own and acronyms do.
  const starters = signers(agreement).every(isLibrary) ? [] : jargonWords;
  const words = [...starters, ...houseWords(settings.jargon)];
  const wordsIn = finderOf(words);
  const isExplained = explained(agreement);
  const first = new Map<string, PlacedMention>();
  for (const place of textsOf(agreement)) {
    const { text, path } = place;
    // Looking for names costs more than all the rest, and few texts hold any of the words.
    const jargon = wordsIn(text);
    const acronyms = /[^\x00-\x7f]|[A-Z]{2}/.test(text) && /\p{Lu}{2}/u.test(text);
    if (!(jargon.length > 0 || acronyms) || !isProse(place)) continue;
    const masked = maskNames(agreement, text);
    const mentions = [
      ...jargonIn(text, jargon, masked),
      ...(acronyms ? acronymsIn(text, masked) : []),
    ];
    for (const each of mentions) {
      const key = plain(each.term);
      if (first.has(key)) continue;
      first.set(key, { ...each, path, text, isExplained: isExplained(each.term) });
    }
  }
  const mentions = [...first.values()];
  known.set(agreement, { settings, mentions });
  return mentions;
}

/**
 * One finding for each word, where it first stands. Looks at what partners promise and describe, not
 * at names, addresses, job titles, places and the credit line. A word counts as explained when the
 * vocabulary has it with a meaning or a usage, when its meaning follows in brackets or after "that
 * is", and an acronym when it stands in brackets after the words it is made of, or is the initials
 * of a partner.
 */
export const termUndefined: Rule = {
  id: 'communication-term-undefined',
  element: 'communication',
  level: 'standard',
  severity: 'warning',
  looks: 'all text: jargon and acronyms that nothing explains',
  applies: (agreement, _facts, settings) =>
    mentionsOf(agreement, settings).length > 0 ? true : 'no jargon and no acronyms are used',
  check: (agreement, _facts, settings) =>
    outcomeOf(
      mentionsOf(agreement, settings).map(({ term, start, end, path, text, isExplained }) => {
        if (isExplained) return undefined;
        const partner = puzzled(agreement, path)?.name ?? 'everyone';
        const written = text.slice(start, end);
        return {
          path,
          at: { start, end },
          message: `"${written}" may not mean the same to ${partner}. Explain it, or use plain words.`,
          names: [term, written],
        };
      }),
    ),
  asks: 'What does this word mean to each of you?',
  why: 'A word that only one side understands hides what the other side agreed to.',
  fix: (_agreement, { names }) => {
    const term = names?.[0] ?? '';
    const known = jargonWords.find((word) => word.term === term)?.means;
    const means = known ?? `What ${term} stands for, in words that a visitor would understand`;
    return { at: [], yaml: yamlText({ vocabulary: [{ term, means }] }) };
  },
  source: ['guide', 'SAFECOM'],
};
