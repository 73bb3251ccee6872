// The letters on the pages of a PDF, by the marked sequence that they stand in, in the order in which
// they are drawn. Which sequence is which part of the paper is said by the structure.

import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

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
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent({
      includeMarkedContent: true,
      disableNormalization: true,
    });
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

/** The library writes `p12R_mc3`; the last part is the number in the file. */
function mcidOf(id: unknown): { readonly mcid?: number } {
  const digits = typeof id === 'string' ? /_mc(\d+)$/.exec(id)?.[1] : undefined;
  return digits === undefined ? {} : { mcid: Number(digits) };
}
