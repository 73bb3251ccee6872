// Reads what a PDF says, with places: letters by the library, order and places by the structure of the
// file. What is written on a page outside of the structure is read too, page by page.

import type { Passage, Place, Reading } from '../model/reading.ts';
import { contentOf, type Sequence } from './pdf-content.ts';
import type { PdfFile } from './pdf-file.ts';
import { openForText } from './pdf-library.ts';
import { pagesOf } from './pdf-pages.ts';
import { type TaggedPart, taggedParts } from './pdf-structure.ts';

/** Reads a PDF whose objects were read already. */
export async function readPdf(bytes: Uint8Array, file: PdfFile): Promise<Reading> {
  const document = await openForText(bytes);
  try {
    const sequences = await contentOf(document);
    const numbers = new Map(pagesOf(file).map(({ num }, index) => [num, index + 1]));
    return { passages: passagesOf(sequences, taggedParts(file, numbers)) };
  } finally {
    await document.destroy();
  }
}

function passagesOf(
  sequences: readonly Sequence[],
  parts: readonly TaggedPart[],
): readonly Passage[] {
  const byNumber = new Map<string, Sequence>(
    sequences.flatMap((each) =>
      each.mcid === undefined ? [] : [[`${each.page}/${each.mcid}`, each] as const],
    ),
  );
  const passages: Passage[] = [];
  const rowNames = new Map<string, string>();
  let heading: string | undefined;
  for (const part of parts) {
    const own = part.sequences.flatMap(({ page, mcid }) => {
      const key = `${page}/${mcid}`;
      const found = byNumber.get(key);
      byNumber.delete(key);
      return found ? [found] : [];
    });
    const text = tidy(own.map((each) => each.text).join(''));
    if (!text) continue;
    const page = own[0]!.page;
    if (/^H[1-6]$/.test(part.type)) heading = text;
    const place: Place = { part: 'body', ...(heading === undefined ? {} : { heading }), page };
    passages.push({ place: { ...place, ...within(part, text, rowNames) }, text });
  }
  const left = new Set(byNumber.values());
  for (const each of sequences) {
    const text = tidy(each.text);
    const outside = each.mcid === undefined || left.has(each);
    if (!text || !outside) continue;
    const part = each.artifact ? 'running' : 'body';
    passages.push({ place: { part, page: each.page }, text });
  }
  return passages;
}

/** The number of a clause, or the row of a table by what stands first in it. */
function within(
  part: TaggedPart,
  text: string,
  rowNames: Map<string, string>,
): { readonly number?: string; readonly row?: string } {
  if (part.table !== undefined) {
    const key = `${part.table}/${part.row}`;
    const name = rowNames.get(key) ?? text;
    rowNames.set(key, name);
    return { row: name };
  }
  const number = /^(?:\d+\.\d+|\([a-z]\))(?= )/.exec(text)?.[0];
  return number !== undefined && !/^H[1-6]$/.test(part.type) ? { number } : {};
}

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();
