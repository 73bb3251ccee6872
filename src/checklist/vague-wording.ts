// The rule on promises that nobody can check: "promptly", "as needed", "support".
// Reads tasks and terms, sentence by sentence; names, quoted titles and nouns are left alone.

import type { Agreement } from '../model/agreement.ts';
import { isNamed, isQuoted, maskNames, nameMark, sentencesOf } from './prose-reading.ts';
import { always, type Found, type Rule } from './rule.ts';
import { matchesOf, mayMatch, stemmed } from './stems.ts';
import { textsOf } from './texts.ts';
import { yamlText } from './wording.ts';

/** `time` is settled by a date of the task itself, `deed` is not. */
type Kind = 'time' | 'deed';

interface Vague {
  readonly kind: Kind;
  readonly start: number;
  readonly end: number;
}

const duties =
  'delivery|response|responses|reply|replies|payments?|notice|notification|notifications|reports?|reporting|completion|submission|information|return|communication|feedback|updates?|manner|fashion|way|basis';

/** Words about time that name no time. */
const times = stemmed([
  ['promptly periodically', /\b(?:promptly|periodically)\b/gi],
  ['prompt timely', new RegExp(`\\b(?:prompt|timely) (?:${duties})\\b`, 'gi')],
  [
    'timely prompt regular',
    /\bin a (?:\w+ and )?(?:timely|prompt|regular)(?: and \w+)? (?:manner|fashion|way)\b/gi,
  ],
  ['soon', /\bas soon as (?:possible|practicable|practical|feasible|convenient)\b/gi],
  ['earliest', /\bat (?:its|their|your|the) earliest (?:convenience|opportunity)\b/gi],
  [
    'course time regular',
    /\bin due (?:course|time)\b|\bin good time\b|\bfrom time to time\b|\bat regular intervals\b/gi,
  ],
  [
    'regular timely',
    /\bon a (?:regular|timely) basis\b|\b(?<!only |not )regularly\b(?! (?:scheduled|open|used))/gi,
  ],
  [
    'reasonable',
    /\b(?:within|after|in) (?:a )?reasonable (?:amount of )?(?:time|period)\b|\breasonable notice\b/gi,
  ],
  ['delay', /\bwithout (?:undue |unnecessary )?delay\b/gi],
  [
    'needed necessary',
    /\b(?:as|if|when|whenever|where|wherever)(?: and when)? (?:needed|necessary)\b(?! (?:by|under|in|for|to)\b)|\bas-needed\b/gi,
  ],
  ['required', /\b(?:as|when|whenever)(?: and when)? required\b(?! (?:by|under|in|for))/gi],
  ['needed necessary', /\bas long as (?:needed|necessary)\b/gi],
]);

/** What supports by being there: money for something, a frame under something. */
const things =
  '(?:grants?|fund(?:s|ing)?|money|budgets?|donations?|gifts?|fees?|proceeds|frames?|shel(?:f|ves)|floors?|stands?|poles?|tables?|bridges?)';

/** Words about deeds that name no deed. */
const deeds = stemmed([
  ['appropriate', /\b(?:as|where|wherever|when|whenever|if) appropriate\b/gi],
  [
    'effort endeavo',
    /\b(?:(?:their|its|our|the) )?best (?:efforts?|endeavou?rs?)\b|\bendeavou?rs? to\b/gi,
  ],
  ['reasonable', /\b(?:(?:all|every) )?reasonable (?:efforts?|endeavou?rs?|steps|measures)\b/gi],
  [
    'possible practicable feasible',
    /\b(?:where|wherever|whenever|as far as|to the extent) (?:possible|practicable|feasible)\b/gi,
  ],
  ['abilit', /\bto the best of (?:its|their|our) (?:ability|abilities)\b/gi],
  // "Support" and "assist" are vague as what somebody does, not as a noun or a purpose.
  [
    'support assist',
    new RegExp(
      `(?<=(?:(?<!\\b${things} )\\b(?:will|shall|must|should|both|each|all)(?: be)?|\\b(?:jointly|actively|(?:agrees?|undertakes?|commits?|continues?|helps?|seeks?|tries|try|aims?|strives?|expected|ready|willing) to)|[${nameMark}]|\\b(?:partners?|part(?:y|ies))) )(?:also )?(?:support|assist)(?:s|ing)?\\b(?! (?:for|from|of|groups?|staff|services?|officers?|workers?|teams?|letters?|structures?|documents?|materials?)\\b)`,
      'gi',
    ),
  ],
  [
    'support assist help',
    /\b(?:provides?|gives?|offers?|lends?) (?:[\w-]+ )?(?:support|assistance|help)\b|\b(?:support|assistance|help) (?:is|will be) (?:provided|given|offered)\b/gi,
  ],
]);

/** At the start of a task: "Support the workshops", "Count visitors and assist the club". */
const orders = stemmed([
  [
    'support assist help',
    /(?:^[\s*_]*|\b(?:and|then) |[,;] |\/)((?:support|assist)(?:ing)?(?: with| in)?|help(?:ing)? (?:with|out))\b(?! (?:for|from|of|groups?|staff|services?|officers?|workers?|teams?|letters?|structures?|beams?)\b)/gi,
  ],
]);

/** Everything that is looked for. */
export const vagueWords = [...times, ...deeds, ...orders];

/** A number or a date, in figures or words, that makes a sentence one that can be checked. */
const checkable =
  /\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety|hundred|thousand|half|once|twice|daily|weekly|fortnightly|monthly|quarterly|yearly|annually|hourly|overnight|noon|midnight|today|tomorrow)\b|\b(?:every|each|same|next|one|following|last|first|per|a) (?:working |business |school |calendar )?(?:hour|day|night|week|month|quarter|year|term|semester|season)\b|\b(?:January|February|March|April|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)s?\b|\b(?:in|by|of|until|before|early|late|mid-?) ?May\b/i;

/** Words around "timely" and its kind that make it praise: nothing here is promised. */
const praise =
  /\b(?:is|are|was|were|more|most|so|very|especially|a) timely (?:reminder|topic|theme|subject|talk|question|book|film|story|warning|exhibition)\b/i;

/** Returns what cannot be checked in a text, in order. `task` texts may give orders. */
export function vagueIn(text: string, task: boolean, masked: string = text): readonly Vague[] {
  if (!mayMatch(vagueWords, masked)) return [];
  const found: Vague[] = [];
  for (const sentence of sentencesOf(masked)) {
    const inSentence: Vague[] = [];
    const note = (kind: Kind, at: number, words: string): void => {
      const start = sentence.start + at;
      const end = start + words.length;
      if (isQuoted(text, start, end)) return;
      // At the start of a task the verb has its capital from the sentence.
      if (!(task && start === 0) && isNamed(masked, start, end)) return;
      inSentence.push({ kind, start, end });
    };
    for (const match of matchesOf(times, sentence.text)) note('time', match.index, match[0]);
    for (const match of matchesOf(deeds, sentence.text)) note('deed', match.index, match[0]);
    for (const match of task ? matchesOf(orders, sentence.text) : []) {
      const words = match[1]!;
      note('deed', match.index + match[0].length - words.length, words);
    }
    if (inSentence.length === 0) continue;
    if (!checkable.test(sentence.text) && !praise.test(sentence.text)) found.push(...inSentence);
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  return found.filter((each, index) => {
    const before = found[index - 1];
    return !before || each.start >= before.end;
  });
}

/**
 * One finding for each sentence of a task or term, at its first vague words. A task with a date or a
 * frequency of its own says by when: there only words about what is done count ("support the
 * workshops"), not those about time ("promptly"). In the terms, a number or a date anywhere in the
 * sentence settles it.
 */
export const vagueWording: Rule = {
  id: 'understanding-vague-wording',
  element: 'understanding',
  level: 'standard',
  severity: 'advice',
  looks: 'tasks and terms: words that nobody can check',
  applies: always,
  check: (agreement) => {
    let looked = 0;
    let vague = 0;
    const findings: Found[] = [];
    for (const { path, text } of textsOf(agreement)) {
      const task = path[0] === 'roles' && path.at(-1) === 'task';
      if (!task && path[0] !== 'terms') continue;
      looked += 1;
      // Looking for names costs more than all the rest.
      if (!mayMatch(vagueWords, text)) continue;
      const role = task ? agreement.roles?.[Number(path[1])] : undefined;
      const dated = role?.due !== undefined || role?.every !== undefined;
      const masked = maskNames(agreement, text);
      const open = vagueIn(text, task, masked).filter(({ kind }) => kind === 'deed' || !dated);
      if (open.length > 0) vague += 1;
      const sentences = sentencesOf(masked);
      for (const { start: from, end: to } of sentences) {
        const first = open.find(({ start }) => start >= from && start < to);
        if (!first) continue;
        const { start, end } = first;
        const phrase = text.slice(start, end).replace(/\s+/g, ' ');
        findings.push({
          path,
          at: { start, end },
          message: `"${phrase}" is hard to check. Say who does what, by when.`,
          names: [phrase, ...(role ? [role.task] : []), ...(role?.id ? [role.id] : [])],
        });
      }
    }
    return { passed: looked - vague, findings };
  },
  asks: 'Who does what here, how much of it, and by when?',
  why: 'Two people read "promptly" as two different days, and each is sure.',
  fix: (agreement, { path, at }) => ({ at: path, yaml: yamlText(concrete(agreement, path, at)) }),
  source: ['CTB'],
};

/** Puts something that can be counted in the place of the vague words, or behind them. */
function concrete(agreement: Agreement, path: Found['path'], at: Found['at']): string {
  const place = textsOf(agreement).find(
    (each) => JSON.stringify(each.path) === JSON.stringify(path),
  );
  const text = place?.text ?? '';
  const { start, end } = at ?? { start: 0, end: 0 };
  const phrase = text.slice(start, end);
  if (!/support|assist|help|effort|endeavo|ability|steps|measures/i.test(phrase)) {
    return `${text.slice(0, start)}within 5 working days${text.slice(end)}`;
  }
  const sentence = sentencesOf(text).find((each) => start >= each.start && start < each.end);
  const stop = sentence?.end ?? text.length;
  const body = text.slice(0, stop).replace(/[.!?\s]+$/, '');
  return `${body}, with two people for two hours a month${text.slice(body.length)}`;
}
