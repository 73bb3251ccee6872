// What verifying found, as data, and in plain words.
// Decides nothing: the answer was given before.

import { placeText } from '../model/reading.ts';
import type { TwoAgreements } from './another-agreement.ts';
import type { TextDifference } from './compare-texts.ts';
import type { MakingRecord } from './record.ts';

/** The answer in a word. Only `same` is good news without a second look. */
export type Answer = 'same' | 'same-text' | 'differs' | 'cannot-tell';

/** What verifying found. */
export interface Verdict {
  readonly answer: Answer;
  /** Why nothing can be said. */
  readonly reason?: string;
  /** Where the words differ. */
  readonly texts: readonly TextDifference[];
  /** Present when the file is the paper of another agreement. */
  readonly another?: TwoAgreements;
  /** Where the spec came from. */
  readonly specFrom?: 'given' | 'file';
  /** What else can be seen and differs, each in a sentence. */
  readonly seen: readonly string[];
  /** What is worth knowing and changes no answer, each in a sentence. */
  readonly notes: readonly string[];
  /** Signatures that the file holds; not looked into. */
  readonly signatures: number;
  /** With what the paper was made again. */
  readonly record?: MakingRecord;
}

/** Differences that are shown with both wordings; more of them make another paper. */
const mostShown = 20;

/** Returns the verdict on a file in lines for a person. */
export function verdictText(file: string, verdict: Verdict): string {
  const { notes, record } = verdict;
  const lines = [`${file}: ${headline(verdict)}`];
  const another = anotherOf(verdict);
  if (another) {
    lines.push('', `  the spec is: ${another.spec}`, `  the file begins: ${another.file}`);
    lines.push('', `  ${verdict.texts.length} places differ; they are not listed.`);
  } else {
    lines.push(...differences(verdict));
    if (notes.length > 0) lines.push('', ...notes.map((each) => `  ${each}`));
  }
  if (record) lines.push('', `  Made again ${madeWith(record)}.`);
  return `${lines.join('\n')}\n`;
}

/** Differences that can be shown are shown, whatever the agreement. */
const anotherOf = ({ another, texts }: Verdict): TwoAgreements | undefined =>
  texts.length > mostShown ? another : undefined;

function differences({ texts, seen }: Verdict): readonly string[] {
  const lines: string[] = [];
  for (const { place, made, found } of texts.slice(0, mostShown)) {
    lines.push('', `  ${placeText(place)}`);
    lines.push(`    the spec says: ${made || '(nothing)'}`);
    lines.push(`    the file says: ${found || '(nothing)'}`);
  }
  if (texts.length > mostShown)
    lines.push('', `  … and in ${texts.length - mostShown} more places.`);
  if (seen.length > 0) lines.push('', ...seen.map((each) => `  ${each}`));
  return lines;
}

const anotherAgreement = {
  given: 'differs. It is the paper of another agreement; give the spec of that one.',
  file: 'differs. Its pages and the spec that it carries are of two agreements: one of the two was exchanged.',
} as const;

function headline(verdict: Verdict): string {
  const { answer, reason, signatures, texts, seen } = verdict;
  switch (answer) {
    case 'same':
      return signatures > 0
        ? `same. Before it was signed it was, byte for byte, what the spec makes; since then ${counted(signatures, 'signature was', 'signatures were')} added and nothing else.`
        : 'same. It is, byte for byte, what the spec makes.';
    case 'same-text':
      return 'same text, other file. It says what the spec says, but somebody saved it anew or changed what it carries.';
    case 'differs':
      if (anotherOf(verdict)) return anotherAgreement[verdict.specFrom ?? 'given'];
      return texts.length > 0
        ? `differs in ${listed(texts)}.`
        : `differs. The words that can be read out of it are the same, but ${seen.length === 1 ? 'something else is' : 'other things are'} not as the spec makes ${seen.length === 1 ? 'it' : 'them'}.`;
    case 'cannot-tell':
      return `cannot tell. ${reason ?? ''}`.trim();
  }
}

function listed(texts: readonly TextDifference[]): string {
  const places = [...new Set(texts.map(({ place }) => placeText(place)))];
  const shown = places.slice(0, 4);
  const more = places.length - shown.length;
  if (more > 0) return `${shown.join(', ')} and ${more} more places`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

const counted = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`;

function madeWith(record: MakingRecord): string {
  const { program, template, date, fileDate, final, allowWarnings, esign, house } = record;
  return [
    `as its record says: Pactwright ${program}, template ${template.kind}`,
    ...(date === undefined ? [] : [`--date ${date}`]),
    ...(fileDate === undefined ? [] : [`file date ${fileDate}`]),
    ...(final ? ['--final'] : []),
    ...(allowWarnings ? ['--allow-warnings'] : []),
    ...(esign === undefined ? [] : [`--esign ${esign}`]),
    ...(house ? ['the settings of a house'] : []),
  ].join(', ');
}
