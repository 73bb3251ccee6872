// What sets two Word files apart beside their words, in sentences for people: tracked changes, comments,
// what is hidden, what cannot be read. Finds differences of two readings; reads nothing itself.

import type { DocxReading } from './docx-reading.ts';
import type { Findings } from './pdf-findings.ts';
import { sameBytes } from './same-bytes.ts';

/** Returns what differs, in sentences. */
export function docxFindings(made: DocxReading, found: DocxReading): Findings {
  const { inserted, deleted } = found.tracked;
  const faint = beyond(made.faint, found.faint);
  const hidden = beyond(made.hidden, found.hidden);
  const foreign = [...new Set(beyond(made.foreign, found.foreign))];
  const more = found.pictures.length - made.pictures.length;
  const strange = found.pictures.filter(
    (picture) => !made.pictures.some((own) => sameBytes(own, picture)),
  ).length;
  return {
    seen: [
      ...faint.map((text) => `White or tiny, so that nobody sees it: ${excerpt(text)}.`),
      ...foreign.map((kind) => `It holds something that cannot be read here (${kind}).`),
      ...(more > 0
        ? [`It has ${more} more ${more === 1 ? 'picture' : 'pictures'} than were made.`]
        : []),
      ...(more < 0 ? [`${-more} of its pictures ${more === -1 ? 'is' : 'are'} gone.`] : []),
    ],
    notes: [
      ...(inserted + deleted > 0
        ? [
            `It has tracked changes: ${inserted} put in, ${deleted} taken out. Taken out counts as gone.`,
          ]
        : []),
      ...found.comments.map((text) => `It has a comment: ${excerpt(text)}.`),
      ...hidden.map((text) => `It has hidden text: ${excerpt(text)}.`),
      ...(strange > 0 && more === 0
        ? [
            `Pictures could not be compared: ${strange} of them ${strange === 1 ? 'is' : 'are'} not the same file. Look at them.`,
          ]
        : []),
    ],
  };
}

/** Returns what the second list has beyond the first. */
function beyond(made: readonly string[], found: readonly string[]): readonly string[] {
  const left = [...made];
  return found.filter((text) => {
    const at = left.indexOf(text);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function excerpt(text: string): string {
  const signs = Array.from(text);
  return `“${signs.length > 80 ? `${signs.slice(0, 79).join('')}…` : text}”`;
}
