// The words of a finding as they stand on a paper: dates and spelling in the way of its language.
// What is quoted from the spec stays as it is.

import { isDay } from '../model/days.ts';
import type { Wording } from './wording.ts';

/** Words of findings that are spelt otherwise in the United States. */
const american: readonly (readonly [RegExp, string])[] = [
  [/\b([Cc])olour/g, '$1olor'],
  [/\b([Oo])rganis/g, '$1rganiz'],
  [/\b([Rr])ecognis/g, '$1ecogniz'],
  [/\b([Cc])ancell(ed|ing)\b/g, '$1ancel$2'],
  [/\b([Pp])rogramme/g, '$1rogram'],
  [/\b([Cc])entre\b/g, '$1enter'],
  [/\b([Cc])atalogue\b/g, '$1atalog'],
  [/\b([Jj])udgement\b/g, '$1udgment'],
];

/** Returns a message of a finding in the way of a paper. */
export function noticeText(message: string, wording: Wording): string {
  // Odd pieces are what stands between quotation marks, with the marks.
  return message
    .split(/("[^"]*"|“[^”]*”)/u)
    .map((piece, index) => (index % 2 ? piece : written(piece, wording)))
    .join('');
}

function written(text: string, wording: Wording): string {
  const dated = text.replace(/\b\d{4}-\d{2}-\d{2}\b/g, (day) =>
    isDay(day) ? wording.date(day) : day,
  );
  return isAmerican(wording.language)
    ? american.reduce((result, [british, word]) => result.replace(british, word), dated)
    : dated;
}

/** English without a region is that of the United States, as its dates are. */
function isAmerican(language: string): boolean {
  return /^en(?:-us)?$/i.test(language);
}
