// The order of a tagged PDF: which marked sequences make up which paragraph, cell or heading, and under
// which heading and in which row they stand. A PDF without tags has none; then pages are the order.

import { isDict, isStream, type PdfFile } from './pdf-file.ts';
import { refNumber } from './pdf-pages.ts';
import type { PdfValue } from './pdf-values.ts';

/** A paragraph, a cell line or a heading, with its sequences in order. */
export interface TaggedPart {
  readonly type: string;
  readonly sequences: readonly { readonly page: number; readonly mcid: number }[];
  /** The alternative text of a picture. */
  readonly alt?: string;
  /** Counts tables, and rows in a table. */
  readonly table?: number;
  readonly row?: number;
}

/** Structure types whose text continues the line they stand in. */
const inline = new Set(['Span', 'Link', 'Lbl', 'LBody', 'Reference', 'Quote', 'Em', 'Strong']);
const rows = new Set(['TR']);

const deepest = 200;
const mostParts = 200_000;

/** Returns the parts in reading order; `pages` gives the 1-based number of a page's object. */
export function taggedParts(
  file: PdfFile,
  pages: ReadonlyMap<number, number>,
): readonly TaggedPart[] {
  const parts: (TaggedPart & { sequences: { page: number; mcid: number }[] })[] = [];
  let tables = 0;
  let table: number | undefined;
  let row = 0;
  let seen = 0;
  type Open = (typeof parts)[number] | undefined;
  const visit = (node: PdfValue, page: number, open: Open, depth: number): void => {
    seen += 1;
    if (depth > deepest || seen > mostParts) return;
    const found = file.resolve(node);
    if (typeof found === 'number') {
      open?.sequences.push({ page, mcid: found });
      return;
    }
    if (!isDict(found) || isStream(found)) return;
    const { entries } = found;
    const own = pages.get(refNumber(entries.get('Pg')) ?? -1) ?? page;
    const mcid = file.resolve(entries.get('MCID'));
    if (typeof mcid === 'number') {
      open?.sequences.push({ page: own, mcid });
      return;
    }
    const type = file.name(entries.get('S'));
    if (type === undefined) return;
    const outer = table;
    if (type === 'Table') {
      tables += 1;
      table = tables;
      row = 0;
    }
    if (rows.has(type)) row += 1;
    const mine = open && inline.has(type) ? open : begin(type, entries.get('Alt'));
    for (const kid of file.items(entries.get('K'))) visit(kid, own, mine, depth + 1);
    table = outer;
  };
  const begin = (type: string, alt: PdfValue | undefined): (typeof parts)[number] => {
    const text = file.string(alt);
    const part = {
      type,
      sequences: [],
      ...(text ? { alt: text.bytes } : {}),
      ...(table === undefined ? {} : { table, row }),
    };
    parts.push(part);
    return part;
  };
  const root = file.entries(file.catalog.get('StructTreeRoot'));
  for (const kid of file.items(root.get('K'))) visit(kid, 0, undefined, 0);
  return parts;
}
