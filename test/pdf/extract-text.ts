// Reads the text out of a tagged PDF in the order of its structure: characters by pdf.js (from the
// fonts' ToUnicode maps), order from the structure tree. Artifacts, notices and the list of contents are left
// out, figures say their alternative text.

import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import {
  dict,
  type PdfDict,
  PdfName,
  PdfRef,
  type PdfValue,
  readObjects,
  resolve,
} from './pdf-objects.ts';

/** Structure types whose text continues a line. */
const inline = new Set(['Span', 'Link', 'Lbl', 'Reference', 'Quote']);

/** An element of the structure tree as it stands in the file. */
export interface StructureElement {
  readonly type: string;
  readonly dict: PdfDict;
  readonly kids: readonly (StructureElement | { readonly page: number; readonly mcid: number })[];
}

/** Returns what a PDF says; one line for each paragraph, alt text or cell line, white space as drawn. */
export async function pdfText(bytes: Uint8Array): Promise<string> {
  const content = await markedContent(bytes);
  const textOf = (element: StructureElement): string => {
    if (element.type === 'Notice' || element.type === 'TOC') return '';
    const replaced =
      element.dict.ActualText ?? (element.type === 'Figure' ? element.dict.Alt : undefined);
    if (typeof replaced === 'string')
      return inline.has(element.type) ? replaced : `\n${replaced}\n`;
    const own = element.kids.map((kid) =>
      'mcid' in kid ? (content.get(`${kid.page}/${kid.mcid}`) ?? '') : textOf(kid),
    );
    return inline.has(element.type) ? own.join('') : `\n${own.join('')}\n`;
  };
  return textOf(structureOf(bytes)).replace(/\n+/g, '\n').trim();
}

/** Returns the one element at the root of the structure tree. */
export function structureOf(bytes: Uint8Array, objects = readObjects(bytes)): StructureElement {
  const catalog = dict(objects, dict(objects, new PdfRef(0)).Root);
  const root = dict(objects, catalog.StructTreeRoot);
  const list = (value: PdfValue | undefined): PdfValue[] => {
    const found = resolve(objects, value);
    return Array.isArray(found) ? found : found === null ? [] : [value!];
  };
  const read = (value: PdfValue, inherited: number): StructureElement => {
    const element = dict(objects, value);
    const own = element.Pg instanceof PdfRef ? element.Pg.num : inherited;
    const kids = list(element.K).flatMap((kid): StructureElement['kids'] => {
      if (typeof kid === 'number') return [{ page: own, mcid: kid }];
      const entry = dict(objects, kid);
      if (entry.Type instanceof PdfName && entry.Type.name === 'OBJR') return [];
      if (typeof entry.MCID === 'number')
        return [{ page: (entry.Pg as PdfRef).num, mcid: entry.MCID }];
      return [read(kid, own)];
    });
    return { type: (element.S as PdfName).name, dict: element, kids };
  };
  const roots = list(root.K);
  if (roots.length !== 1) throw new Error(`The structure has ${roots.length} roots.`);
  return read(roots[0]!, 0);
}

/** Returns the characters of each marked-content sequence, by page object and MCID. */
async function markedContent(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  // pdf.js takes the bytes away: give it a copy.
  const task = getDocument({ data: bytes.slice(), verbosity: 0, useSystemFonts: false });
  const document = await task.promise;
  const content = new Map<string, string>();
  for (let index = 1; index <= document.numPages; index += 1) {
    const page = await document.getPage(index);
    const { fnArray, argsArray } = await page.getOperatorList();
    const open: (number | undefined)[] = [];
    fnArray.forEach((operator, at) => {
      const args = argsArray[at];
      if (operator === OPS.beginMarkedContent) open.push(undefined);
      else if (operator === OPS.beginMarkedContentProps) open.push(args[1] ?? undefined);
      else if (operator === OPS.endMarkedContent) open.pop();
      else if (operator === OPS.showText) {
        const mcid = open.findLast((each) => each !== undefined);
        if (mcid === undefined) return;
        const key = `${page.ref!.num}/${mcid}`;
        const glyphs = args[0] as (number | { unicode: string } | null)[];
        const text = glyphs
          .map((each) => (typeof each === 'object' && each ? each.unicode : ''))
          .join('');
        content.set(key, (content.get(key) ?? '') + text);
      }
    });
  }
  await task.destroy();
  return content;
}

/** Returns the text with every stretch of white space as one space, as texts are compared. */
export const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim();
