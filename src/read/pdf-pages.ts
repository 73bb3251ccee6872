// The pages of a PDF in order, each with what it inherits.
// Knows nothing of what is on them.

import type { PdfFile } from './pdf-file.ts';
import { damaged } from './pdf-syntax.ts';
import type { PdfValue } from './pdf-values.ts';

/** A page: its entries, those inherited included. */
export interface PdfPage {
  /** Number of its object; 0 where it stands inside another. */
  readonly num: number;
  readonly entries: ReadonlyMap<string, PdfValue>;
}

/** More pages than any paper has. */
const mostPages = 5000;

const inherited = ['Resources', 'MediaBox', 'CropBox', 'Rotate'] as const;

/** Returns the pages; throws a UserError where their tree is broken. */
export function pagesOf(file: PdfFile): readonly PdfPage[] {
  const pages: PdfPage[] = [];
  const seen = new Set<number>();
  const visit = (node: PdfValue, from: ReadonlyMap<string, PdfValue>, depth: number): void => {
    const num = refNumber(node) ?? 0;
    if (depth > 50 || (num && seen.has(num))) throw damaged('its pages go in circles');
    seen.add(num);
    const own = file.entries(node);
    const passed = new Map(
      inherited.flatMap((key) => {
        const found = own.get(key) ?? from.get(key);
        return found === undefined ? [] : [[key, found] as const];
      }),
    );
    const type = file.name(own.get('Type'));
    // A page with others below it is a page to some readers and a branch to others.
    if (own.has('Kids') !== (type === 'Pages') || (type !== 'Page' && type !== 'Pages'))
      throw damaged('its pages cannot be told from their branches');
    if (type === 'Pages') {
      const before = pages.length;
      for (const kid of file.items(own.get('Kids'))) visit(kid, passed, depth + 1);
      // Some readers show as many pages as are counted, some as many as there are.
      if (file.resolve(own.get('Count')) !== pages.length - before)
        throw damaged('it does not have as many pages as it says');
      return;
    }
    if (pages.length >= mostPages) throw damaged(`it has more than ${mostPages} pages`);
    pages.push({ num, entries: new Map([...own, ...passed]) });
  };
  visit(file.catalog.get('Pages') ?? null, new Map(), 0);
  return pages;
}

/** Returns the number of the object that a reference names. */
export function refNumber(value: PdfValue | undefined): number | undefined {
  return value && typeof value === 'object' && 'kind' in value && value.kind === 'ref'
    ? value.num
    : undefined;
}
