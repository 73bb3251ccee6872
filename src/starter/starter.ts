// Makes the first spec of an agreement: valid as it is, with notes in plain words and examples to
// take up one by one. Pure: the same answers give the same text. Checks and writes no file.

import type { StarterAnswers, StarterShape } from './answers.ts';
import { note } from './page.ts';
import { headLines, partnerLines, purposeLines } from './parties.ts';
import { withKeys } from './partner-keys.ts';
import { brandingLines, communicationLines, resourceLines, termLines } from './rules-of-play.ts';
import { goalLines, roleLines, scheduleLines } from './work.ts';
import { oneLine } from './yaml-text.ts';

/** What goes around the answers. */
export interface StarterFrame {
  /** How the file is called, for the hint in its head. */
  readonly file: string;
  /** Where an editor finds the JSON Schema, seen from the file; without it there is no such line. */
  readonly schema?: string;
}

/**
 * Returns the text of a spec. `start` and `end` are days that exist, `end` not before `start`; other
 * answers may be anything: refused characters are left out and line ends become spaces.
 */
export function starterSpec(
  answers: StarterAnswers,
  shape: StarterShape,
  frame: StarterFrame,
): string {
  const given = answers.partners ?? [];
  const names = Array.from({ length: Math.max(2, given.length) }, (_, index) => {
    return oneLine(given[index] ?? '') || `[Name of partner ${index + 1}]`;
  });
  const partners = withKeys(names);
  const sections = [
    headLines(answers, shape),
    partnerLines(partners),
    purposeLines(answers),
    goalLines(answers, partners),
    roleLines(answers, partners),
    scheduleLines(answers, partners),
    communicationLines(answers, partners),
    brandingLines(answers, partners),
    resourceLines(answers, partners, shape),
    termLines(answers, partners, shape),
  ];
  return `${[
    ...(frame.schema === undefined ? [] : [`# yaml-language-server: $schema=${frame.schema}`, '#']),
    ...head(frame.file),
    ...sections.flatMap((lines) => ['', ...lines]),
  ].join('\n')}\n`;
}

function head(file: string): readonly string[] {
  return note(
    0,
    'What you agree on, to be filled in together. Lines that begin with "# " are notes and are never',
    'printed. A # right before a word marks an example: delete it there, and in the lines that stand',
    'further in below it, to use the example. What stands in [brackets] is yours to fill in; all else',
    'is a usual wording or a day worked out from your term: change it as you like. What is still open:',
    `pactwright check ${/\s/.test(file) ? `"${oneLine(file)}"` : file}`,
  );
}
