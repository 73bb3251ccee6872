// What sets two Word files apart beside their words, in sentences for people: tracked changes, comments,
// what is hidden, what cannot be read. Finds differences of two readings; reads nothing itself.

import { sameDrawn } from './docx-drawings.ts';
import type { DocxReading } from './docx-reading.ts';
import type { Findings } from './pdf-findings.ts';
import { sameBytes } from './same-bytes.ts';

/** What differs, in sentences; what follows from pictures apart, since they may not be at hand. */
export interface DocxFindings extends Findings {
  readonly pictures: readonly string[];
}

/** Returns what differs, in sentences. */
export function docxFindings(made: DocxReading, found: DocxReading): DocxFindings {
  const { inserted, deleted } = found.tracked;
  const odd = beyond(made.odd, found.odd);
  const hidden = beyond(made.hidden, found.hidden);
  const foreign = [...new Set(beyond(made.foreign, found.foreign))];
  const fields = [...new Set(beyond(made.fields, found.fields))];
  const links = [...new Set(beyond(made.links, found.links))];
  return {
    seen: [
      ...odd.map((text) => {
        const colon = text.indexOf(': ');
        return `${text.slice(0, colon)}: ${excerpt(text.slice(colon + 2))}.`;
      }),
      ...foreign.map((kind) => `It holds something that cannot be read here (${kind}).`),
      ...fields.map((name) => `It holds a field that may show something else one day (${name}).`),
      ...links.map((link) => `A link leads somewhere else: ${excerpt(link)}.`),
      ...(found.bare > made.bare ? ['Some of its pages have no header or footer.'] : []),
      ...(inserted + deleted > 0
        ? [
            `It has tracked changes: ${inserted} put in, ${deleted} taken out. Taken out counts as gone.`,
          ]
        : []),
    ],
    pictures: picturesOf(made, found),
    notes: [
      ...found.comments.map((text) => `It has a comment: ${excerpt(text)}.`),
      ...hidden.map((text) => `It has hidden text: ${excerpt(text)}.`),
    ],
  };
}

function picturesOf(made: DocxReading, found: DocxReading): readonly string[] {
  const more = found.pictures.length - made.pictures.length;
  const strange = found.pictures.filter(
    (picture, index) => !sameBytes(made.pictures[index] ?? new Uint8Array(), picture),
  ).length;
  if (more > 0)
    return [`It has ${more} more ${more === 1 ? 'picture' : 'pictures'} than were made.`];
  if (more < 0) return [`${-more} of its pictures ${more === -1 ? 'is' : 'are'} gone.`];
  return [
    ...(strange > 0
      ? [`${strange} of its pictures ${strange === 1 ? 'is' : 'are'} not the one that was made.`]
      : []),
    ...(sameDrawn(made.drawn, found.drawn)
      ? []
      : ['Its pictures and shapes are not of the kind, colour, size and place that were made.']),
  ];
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
