// Walks through a PDF from its first byte to its last: only objects that its tables name may stand in it.
// A program that takes the tables for broken looks for objects by itself, and must find no others.

import { damaged, type PdfSyntax, skipSpace, take, value, word } from './pdf-syntax.ts';
import type { Xref } from './pdf-xref.ts';

/**
 * Throws a UserError where something stands that no table names, or where of two objects with one
 * number the last is not the one in force. `endOf` reads an object and returns where it ends.
 */
export function checkWhole(
  bytes: Uint8Array,
  { entries, places }: Xref,
  endOf: (offset: number, num: number, gen: number) => number,
): void {
  const syntax: PdfSyntax = { bytes, at: 0 };
  const last = new Map<number, number>();
  for (skipSpace(syntax); syntax.at < bytes.length; skipSpace(syntax)) {
    const offset = syntax.at;
    if (take(syntax, 'startxref')) {
      word(syntax);
      continue;
    }
    if (!places.has(offset)) throw damaged(`no table names what stands at byte ${offset}`);
    if (take(syntax, 'xref')) {
      while (!take(syntax, 'trailer')) {
        if (!word(syntax)) throw damaged('the table of its objects cannot be read');
      }
      value(syntax);
      continue;
    }
    const num = Number(word(syntax));
    syntax.at = endOf(offset, num, Number(word(syntax)));
    last.set(num, offset);
  }
  for (const [num, entry] of entries) {
    if (entry.kind === 'at' && last.get(num) !== entry.offset)
      throw damaged(`object ${num} stands in it twice, and the last of them is not in force`);
  }
}
