// The letters on the pages of a PDF, by the marked sequence that they stand in, in the order in which
// they are drawn. Which sequence is which part of the paper is said by the structure.

import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { TextContent } from 'pdfjs-dist/types/src/display/api.d.ts';
import { damaged } from './pdf-syntax.ts';

/** A stretch of letters. */
export interface Sequence {
  /** 1-based. */
  readonly page: number;
  /** The number that the structure knows it by, where it has one. */
  readonly mcid?: number;
  /** True for what repeats on pages: headers, footers, page numbers. */
  readonly artifact: boolean;
  text: string;
}

/** Returns what is written on every page; no two sequences of a page have one number. */
export async function contentOf(document: PDFDocumentProxy): Promise<readonly Sequence[]> {
  const found: Sequence[] = [];
  let read = 0;
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const items = await itemsOf(page, most - read);
    read += items.length;
    const known = new Map<number, Sequence>();
    const open: { readonly mcid?: number; readonly artifact: boolean }[] = [];
    let loose: Sequence | undefined;
    for (const item of items) {
      if ('type' in item) {
        loose = undefined;
        if (item.type === 'endMarkedContent') open.pop();
        else
          open.push({
            ...mcidOf(item.id),
            artifact: (item as { tag?: unknown }).tag === 'Artifact',
          });
        continue;
      }
      const inside = open.findLast((each) => each.mcid !== undefined || each.artifact);
      const text = item.hasEOL ? `${item.str}\n` : item.str;
      if (inside?.mcid !== undefined) {
        const sequence = known.get(inside.mcid);
        if (sequence) sequence.text += text;
        else {
          const made = { page: number, mcid: inside.mcid, artifact: false, text };
          known.set(inside.mcid, made);
          found.push(made);
        }
        continue;
      }
      if (loose) loose.text += text;
      else {
        loose = { page: number, artifact: inside?.artifact === true, text };
        found.push(loose);
      }
    }
    page.cleanup();
  }
  return found;
}

/**
 * Stretches of letters in a paper; more come of drawings that draw each other over and over. The longest spec
 * that is read (1 MiB) makes fewer even if every word of it stands in a cell of its own.
 */
const most = 250_000;

type Item = TextContent['items'][number];

/** Reads a page bit by bit, and gives up before its stretches fill the memory. */
async function itemsOf(page: PDFPageProxy, left: number): Promise<readonly Item[]> {
  const reader = page
    .streamTextContent({ includeMarkedContent: true, disableNormalization: true })
    .getReader() as ReadableStreamDefaultReader<TextContent>;
  const items: Item[] = [];
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return items;
    for (const item of value.items) items.push(item);
    if (items.length > left) {
      await reader.cancel(new Error('Too much.'));
      throw damaged('there is far too much on its pages');
    }
  }
}

/** The library writes `p12R_mc3`; the last part is the number in the file. */
function mcidOf(id: unknown): { readonly mcid?: number } {
  const digits = typeof id === 'string' ? /_mc(\d+)$/.exec(id)?.[1] : undefined;
  return digits === undefined ? {} : { mcid: Number(digits) };
}
