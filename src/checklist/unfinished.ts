// The rule on texts that somebody meant to fill in later: TBD, [Date], ____ and the like.
// Matches marks that people leave, not ordinary words; names and quoted titles are left alone.

import type { Agreement } from '../model/agreement.ts';
import { allParties, firstKey, personOf } from './parties.ts';
import { isQuoted } from './prose-reading.ts';
import { always, type Found, type Rule } from './rule.ts';
import { termOf } from './term.ts';
import { textsOf } from './texts.ts';
import { shortText, yamlText } from './wording.ts';

/** Words that stand in brackets only where something is to be filled in. */
const blanks =
  'insert|enter|fill|specify|describe|your|to be|tb[cd]|date|day|month|year|name|names|title|amount|number|address|place|location|venue|partner|partners|organi[sz]ation|institution|e-?mail|phone|signature|position|percentage|period|duration|details|link|url|text|xx+';

/** Kinds of things that stand alone in brackets where the name of one is to be filled in: "[School]". */
const kinds =
  'school|city|town|county|state|province|country|librar(?:y|ies)|museum|archive|agency|company|department|university|college|club|society|charity|council|contact|person|role|office|logo|event|project|program|programme|street|website|initials';

/** "[date unknown]", "[no name]" and "[Day 2]" are words of whoever describes something. */
const described =
  '(?![^\\[\\]]*\\b(?:unknown|unreadable|illegible|sic|undated|(?:day|month|year) \\d))';

const marks: readonly RegExp[] = [
  /\b(?:TBD|TBC|TODO|FIXME|tbd|tbc|T\.B\.[ACD]\.|t\.b\.[acd]\.)(?!\w)/g,
  /\b(?:TBA|tba)(?=\W*$)/g,
  /^\W*(?:still )?to be (?:determined|confirmed|decided|announced|agreed|advised|completed|filled in)\W*$/gi,
  new RegExp(`\\[\\s*${described}(?:${blanks})\\b[^\\[\\]\\n]{0,60}\\](?!\\()`, 'gi'),
  new RegExp(
    `\\[\\s*(?:${kinds})s?(?:[ ,/]+(?:${kinds}|${blanks}|[A-Z]|\\d+))*\\s*\\](?!\\()`,
    'gi',
  ),
  new RegExp(
    `\\[${described}(?!(?:no|without|original)\\b)[^\\[\\]\\n]{1,40}\\b(?:name|date|address|amount|number|title|e-?mail|phone|signature)s?\\s*\\](?!\\()`,
    'gi',
  ),
  /\[\s*(?:[.…?]+|\s+|_+)\s*\](?=\s*$)|\[\s*\?+\s*\]/g,
  new RegExp(`<\\s*(?:${blanks})\\b[^<>@\\n]{0,60}>`, 'gi'),
  /\{\{[^{}\n]{1,60}\}\}/g,
  /(?<!\b(?:form|format|as|like) |[\w/.-])(?:(?:(?:dd?|mm?)[/.-]){1,2}yy(?:yy)?|yyyy[/.-]mm(?:[/.-]dd)?)\b/gi,
  /\b(?:19|20)(?:XX|xx|__|\?\?)(?!\w)/g,
  /\b(?:insert|type) (?:the |your )?(?:text|names?|date|address|logo|details|title|amount) here\b|\b(?:your text here|placeholder text|(?:click|tap) (?:or tap )?(?:here )?to enter)\b/gi,
  /_{3,}/g,
  /\.{5,}|…{2,}/g,
  /\?{3,}/g,
  /\bX{2,}\b/g,
  /\blorem ipsum\b/gi,
];

/** What every mark holds some of: nearly all texts are done after this one look. */
const suspicious =
  /[[<]|\{\{|__|\.{5}|…|\?\?|XX|TB|yyy|[/.-]yy|t\.b\.|TODO|FIXME|lorem|to be | here\b|placeholder|to enter/i;

/** "XX century", "Louis XX", "Part XX", "the XX Congress": a Roman numeral, not a blank. */
const numeralAfter = /^\s+(?:century|centuries|c\.|chromosomes?|\p{Lu})/u;
const numeralBefore =
  /(?:(?<![.!?:]\s|^)(?:\p{Lu}[\p{L}.]*|the)|\b(?:volume|vol\.|chapter|part|article|series|section))\s+$/u;

interface Blank {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Returns the places in a text that are still to be filled in, in order, without overlaps. */
export function blanksIn(text: string): readonly Blank[] {
  if (!suspicious.test(text)) return [];
  const found: Blank[] = [];
  for (const mark of marks) {
    for (const match of text.matchAll(mark)) {
      const start = match.index;
      const end = start + match[0].length;
      if (/^X+$/.test(match[0]) && isNumeral(text, start, end)) continue;
      if (isQuoted(text, start, end)) continue;
      found.push({ start, end, text: match[0] });
    }
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  return found.filter((each, index) => {
    const before = found[index - 1];
    return !before || each.start >= before.end;
  });
}

function isNumeral(text: string, start: number, end: number): boolean {
  return numeralAfter.test(text.slice(end)) || numeralBefore.test(text.slice(0, start));
}

/** Also in names of people and e-mail addresses; a mark that is part of a partner's name is none. */
export const unfinishedText: Rule = {
  id: 'understanding-unfinished-text',
  element: 'understanding',
  level: 'simple',
  severity: 'warning',
  looks: 'texts with blanks: TBD, [Date], ____',
  escalate: { when: 'the paper is final', final: true },
  applies: always,
  check: (agreement) => {
    const texts = textsOf(agreement);
    const names = allParties(agreement).map(({ name }) => name);
    let unfinished = 0;
    const findings: Found[] = [];
    for (const { path, text } of texts) {
      const isName = path[0] === 'partners' && path[2] === 'name';
      const open = blanksIn(text).filter(
        (blank) => isName || !names.some((name) => name.includes(blank.text)),
      );
      if (open.length > 0) unfinished += 1;
      for (const { start, end, text: mark } of open) {
        findings.push({
          path,
          at: { start, end },
          message: `"${around(text, start, end)}" still has to be filled in.`,
          names: [mark],
        });
      }
    }
    return { passed: texts.length - unfinished, findings };
  },
  asks: 'What should stand here?',
  why: 'A blank in a signed paper is filled in later by whoever needs it.',
  fix: (agreement, { path, at }) => {
    const value = path.reduce<unknown>(
      (each, step) => (each as Readonly<Record<string, unknown>> | undefined)?.[step],
      agreement,
    );
    const text = typeof value === 'string' ? value : '';
    const { start = 0, end = text.length } = at ?? {};
    const filled = `${text.slice(0, start)}${filling(agreement, text.slice(start, end))}${text.slice(end)}`;
    return { at: path, yaml: yamlText(filled) };
  },
  source: ['own'],
};

function filling(agreement: Agreement, mark: string): string {
  if (/date|day|month|year|yy|^(?:19|20)/i.test(mark)) return termOf(agreement).last;
  if (/^X|amount|number|percent/i.test(mark)) return '10';
  if (/partner|organi|institution|school|librar|museum|agency|club/i.test(mark))
    return allParties(agreement)[0]?.name ?? '';
  return personOf(agreement, firstKey(agreement));
}

/** Returns the mark with a few words around it, so that it can be found. */
function around(text: string, start: number, end: number): string {
  const line = text.length > 300 ? undefined : text.replace(/\s+/g, ' ').trim();
  if (line !== undefined && line.length <= 60) return line;
  const from = Math.max(text.lastIndexOf(' ', Math.max(0, start - 20)) + 1, start - 80);
  const after = text.slice(end + 15, end + 80);
  const space = after.indexOf(' ');
  return shortText(text.slice(from, end + 15 + (space < 0 ? after.length : space)), 80);
}
