// Reads what a DOCX says, wherever in the file it says it: body, tables, content controls, text boxes,
// headers and footers, notes. Comments and tracked changes are noted, never taken for text.

import { UserError } from '../base/errors.ts';
import type { Passage, Place, Reading } from '../model/reading.ts';
import type { FieldState } from './docx-fields.ts';
import { numberCounter } from './docx-numbers.ts';
import { type DocxPackage, openDocx } from './docx-package.ts';
import {
  type Met,
  nothingMet,
  paragraphsIn,
  paragraphText,
  plainText,
  trackedIn,
} from './docx-runs.ts';
import { docxStyles } from './docx-styles.ts';
import { elements, find, type XmlNode } from './xml-tree.ts';

/** A DOCX as it was read, and what needs a second look. */
export interface DocxReading extends Reading {
  readonly tracked: { readonly inserted: number; readonly deleted: number };
  readonly comments: readonly string[];
  readonly hidden: readonly string[];
  readonly faint: readonly string[];
  readonly foreign: readonly string[];
  /** The bytes of each picture that is shown, in order. */
  readonly pictures: readonly Uint8Array[];
  readonly custom: ReadonlyMap<string, string>;
}

/** Reads a DOCX; throws a UserError for what is none, damaged or far too large. */
export function readDocx(bytes: Uint8Array): DocxReading {
  const parts = openDocx(bytes);
  const main = partOf(parts, '', 'officeDocument');
  const body = main === undefined ? undefined : find(parts.xml(main), 'w:body');
  if (main === undefined || !body) throw new UserError('This is no DOCX: it holds no document.');
  const relations = [...parts.related(main).values()];
  const xmlOf = (type: string): XmlNode | undefined => {
    const part = relations.find((each) => each.type === type)?.part;
    return part === undefined ? undefined : parts.xml(part);
  };
  const reader = readerFor(parts, xmlOf);
  reader.read(body, main, { part: 'body' });
  for (const type of ['header', 'footer']) {
    const seen = new Set<string>();
    for (const { part } of relations.filter((each) => each.type === type)) {
      const root = parts.xml(part);
      if (root) reader.read(root, part, { part: 'running' }, seen);
    }
  }
  for (const type of ['footnotes', 'endnotes']) {
    const part = relations.find((each) => each.type === type)?.part;
    const notes = elements(part === undefined ? undefined : parts.xml(part)).filter(
      (note) => !/separator|notice/i.test(note.attributes['w:type'] ?? ''),
    );
    for (const note of notes) reader.read(note, part!, { part: 'note' });
  }
  const { met, passages, pictures } = reader;
  return {
    passages,
    tracked: trackedIn(body),
    comments: elements(xmlOf('comments'), 'w:comment').map(plainText),
    hidden: met.hidden,
    faint: met.faint,
    foreign: met.foreign,
    pictures,
    custom: customProperties(parts),
  };
}

interface Reader {
  readonly passages: Passage[];
  readonly met: Met;
  readonly pictures: Uint8Array[];
  /** Reads what stands in a part; texts that are in `seen` already are not read again. */
  readonly read: (root: XmlNode, part: string, at: Place, seen?: Set<string>) => void;
}

function readerFor(parts: DocxPackage, xmlOf: (type: string) => XmlNode | undefined): Reader {
  const styles = docxStyles(xmlOf('styles'));
  const count = numberCounter(xmlOf('numbering'));
  const fields: FieldState = [];
  const met = nothingMet();
  const passages: Passage[] = [];
  const pictures: Uint8Array[] = [];
  let heading: string | undefined;

  const read: Reader['read'] = (root, part, at, seen) => {
    const add = (place: Place, text: string): void => {
      if (!text.trim() || seen?.has(text)) return;
      seen?.add(text);
      passages.push({ place, text: text.replace(/\s+/g, ' ').trim() });
    };
    const here = (): Place =>
      at.part === 'body' && heading !== undefined ? { ...at, heading } : at;
    const paragraph = (node: XmlNode, row?: string): void => {
      const mine = nothingMet();
      const words = paragraphText(node, styles, fields, mine);
      const numbered = styles.numberAt(node);
      const number = numbered ? count(numbered) : '';
      const text = [number, words].filter((each) => each).join(' ');
      if (at.part === 'body' && styles.isContents(node)) {
        // Every program counts the pages anew.
        add({ part: 'contents' }, text.replace(/\s*(?:\d+|#)\s*$/, ' #'));
        return;
      }
      const level = at.part === 'body' ? styles.headingLevel(node) : undefined;
      if (level !== undefined && level > 0 && text.trim())
        heading = text.replace(/\s+/g, ' ').trim();
      const counts = /^\d|^\(?[a-z]\)|^[A-Z]$/.test(number) && level === undefined;
      add(
        { ...here(), ...(counts ? { number } : {}), ...(row === undefined ? {} : { row }) },
        text,
      );
      keep(mine, part);
      for (const alt of mine.alts)
        add({ ...here(), part: at.part === 'body' ? 'description' : at.part }, alt);
      for (const box of mine.boxes) {
        const inner = nothingMet();
        add(
          { ...here(), part: at.part === 'body' ? 'drawing' : at.part },
          paragraphText(box, styles, [], inner),
        );
        keep(inner, part);
      }
    };
    const visit = (node: XmlNode, row?: string): void => {
      for (const child of elements(node)) {
        if (child.name === 'w:p') paragraph(child, row);
        else if (child.name === 'w:tbl') table(child);
        else if (child.name === 'w:altChunk') met.foreign.push('altChunk');
        else if (child.name !== 'mc:Fallback' && child.name !== 'w:sdtPr') visit(child, row);
      }
    };
    const table = (node: XmlNode): void => {
      const rows = rowsIn(node);
      for (const row of rows) {
        const cells = cellsIn(row);
        const first = labelOf(cells[0]);
        // A table of one row sets things side by side: there each cell has a name of its own.
        for (const cell of cells) visit(cell, rows.length === 1 ? labelOf(cell) : first);
      }
    };
    visit(root);
  };
  const keep = (mine: Met, part: string): void => {
    met.hidden.push(...mine.hidden);
    met.faint.push(...mine.faint);
    met.foreign.push(...mine.foreign);
    for (const id of mine.pictures) {
      const target = parts.related(part).get(id)?.part;
      pictures.push((target === undefined ? undefined : parts.bytes(target)) ?? new Uint8Array());
    }
  };
  const labelOf = (cell: XmlNode | undefined): string => {
    const words = (cell ? paragraphsIn(cell) : []).map((each) =>
      paragraphText(each, styles, [], nothingMet()).replace(/\s+/g, ' ').trim(),
    );
    return words.find((text) => text) ?? '';
  };
  return { passages, met, pictures, read };
}

/** Rows and cells may stand inside content controls and marks of changes. */
function rowsIn(node: XmlNode): readonly XmlNode[] {
  return elements(node).flatMap((child) => {
    if (child.name === 'w:tr') return [child];
    return /^w:(?:sdt|sdtContent|ins|customXml)$/.test(child.name) ? rowsIn(child) : [];
  });
}

function cellsIn(row: XmlNode): readonly XmlNode[] {
  return elements(row).flatMap((child) => {
    if (child.name === 'w:tc') return [child];
    return /^w:(?:sdt|sdtContent|ins|customXml)$/.test(child.name) ? cellsIn(child) : [];
  });
}

function partOf(parts: DocxPackage, from: string, type: string): string | undefined {
  return [...parts.related(from).values()].find((each) => each.type === type)?.part;
}

function customProperties(parts: DocxPackage): ReadonlyMap<string, string> {
  const part = partOf(parts, '', 'custom-properties');
  const root = part === undefined ? undefined : parts.xml(part);
  return new Map(
    elements(root, 'cust:property').map((each) => [
      each.attributes.name ?? '',
      elements(each)
        .flatMap(({ children }) => children.filter((child) => typeof child === 'string'))
        .join(''),
    ]),
  );
}
