// Reads what a DOCX says, wherever in the file it says it: body, tables, content controls, text boxes,
// headers and footers, notes. Comments and tracked changes are noted, never taken for text.

import { UserError } from '../base/errors.ts';
import type { Passage, Place, Reading } from '../model/reading.ts';
import { type Drawn, drawnIn } from './docx-drawings.ts';
import type { FieldState } from './docx-fields.ts';
import { type Around, docxLooks } from './docx-looks.ts';
import { numberCounter } from './docx-numbers.ts';
import { type DocxPackage, openDocx } from './docx-package.ts';
import { runningParts } from './docx-running.ts';
import {
  type Met,
  noteFallback,
  noteField,
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
  readonly odd: readonly string[];
  readonly foreign: readonly string[];
  readonly fields: readonly string[];
  readonly drawn: readonly Drawn[];
  /** Where its links lead. */
  readonly links: readonly string[];
  /** How many kinds of pages have no header, or no footer. */
  readonly bare: number;
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
  const related = parts.related(main);
  const relations = [...related.values()];
  const xmlOf = (type: string): XmlNode | undefined => {
    const part = relations.find((each) => each.type === type)?.part;
    return part === undefined ? undefined : parts.xml(part);
  };
  const reader = readerFor(parts, xmlOf);
  reader.read(body, main, { part: 'body' });
  const running = runningParts(body, xmlOf('settings'), related);
  const roots = running.parts.map((part) => parts.xml(part));
  roots.forEach((root, index) => {
    if (root) reader.read(root, running.parts[index]!, { part: 'running' });
  });
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
    odd: met.odd,
    foreign: [...met.foreign, ...foreignParts(parts)],
    fields: met.fields,
    drawn: [body, ...roots].flatMap((root) => (root ? drawnIn(root) : [])),
    links: relations.flatMap(({ type, outside }) =>
      type === 'hyperlink' && outside !== undefined ? [outside] : [],
    ),
    bare: running.missing + roots.filter((root) => !root || !reader.says(root)).length,
    pictures,
    custom: customProperties(parts),
  };
}

/** What brings other contents, letters or programs into a file, by the type of its relationship. */
const bringing = new Set([
  ...['aFChunk', 'subDocument', 'oleObject', 'package', 'control', 'frame', 'font'],
  ...['vbaProject', 'attachedTemplate', 'mailMergeSource', 'chart', 'chartEx', 'diagramData'],
]);

function foreignParts(parts: DocxPackage): readonly string[] {
  return ['', ...parts.names]
    .flatMap((name) => [...parts.related(name).values()])
    .flatMap(({ type }) => (bringing.has(type) ? [type] : []));
}

/** What may stand around paragraphs. */
const holders = new Set([
  ...['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:moveTo'],
  ...['mc:AlternateContent', 'mc:Choice'],
]);

interface Reader {
  readonly passages: Passage[];
  readonly met: Met;
  readonly pictures: Uint8Array[];
  /** Reads what stands in a part. */
  readonly read: (root: XmlNode, part: string, at: Place) => void;
  /** True where something was read in a part that is not only white space. */
  readonly says: (root: XmlNode) => boolean;
}

function readerFor(parts: DocxPackage, xmlOf: (type: string) => XmlNode | undefined): Reader {
  const styles = docxStyles(xmlOf('styles'));
  const looks = docxLooks(xmlOf('styles'));
  const count = numberCounter(xmlOf('numbering'));
  const met = nothingMet();
  const saying = new Set<XmlNode>();
  const passages: Passage[] = [];
  const pictures: Uint8Array[] = [];
  let heading: string | undefined;

  const read: Reader['read'] = (root, part, at) => {
    const fields: FieldState = [];
    const add = (place: Place, text: string): void => {
      if (!text.trim()) return;
      saying.add(root);
      passages.push({ place, text: text.replace(/\s+/g, ' ').trim() });
    };
    const here = (): Place =>
      at.part === 'body' && heading !== undefined ? { ...at, heading } : at;
    /** What is drawn in a paragraph: descriptions, and boxes with paragraphs that may hold others. */
    const beside = (mine: Met, depth: number): void => {
      keep(mine, part);
      for (const alt of mine.alts)
        add({ ...here(), part: at.part === 'body' ? 'description' : at.part }, alt);
      for (const box of mine.boxes) {
        const inner = nothingMet();
        const text = paragraphText({ paragraph: box }, looks, [], inner);
        add({ ...here(), part: at.part === 'body' ? 'drawing' : at.part }, text);
        if (depth < 20) beside(inner, depth + 1);
      }
    };
    const paragraph = (around: Around, rowName?: string): void => {
      const node = around.paragraph;
      const mine = nothingMet();
      const words = paragraphText(around, looks, fields, mine);
      const numbered = styles.numberAt(node);
      const number = numbered ? count(numbered) : '';
      const text = [number, words].filter((each) => each).join(' ');
      if (at.part === 'body' && styles.isContents(node)) {
        // Every program counts the pages anew.
        add({ part: 'contents' }, text.replace(/\s*(?:\d+|#)\s*$/, ' #'));
        beside(mine, 0);
        return;
      }
      const level = at.part === 'body' ? styles.headingLevel(node) : undefined;
      if (level !== undefined && level > 0 && text.trim())
        heading = text.replace(/\s+/g, ' ').trim();
      const counts = /^\d|^\(?[a-z]\)|^[A-Z]$/.test(number) && level === undefined;
      add(
        {
          ...here(),
          ...(counts ? { number } : {}),
          ...(rowName === undefined ? {} : { row: rowName }),
        },
        text,
      );
      beside(mine, 0);
    };
    const visit = (node: XmlNode, within: Omit<Around, 'paragraph'>, rowName?: string): void => {
      for (const child of elements(node)) {
        if (child.name === 'w:p') paragraph({ ...within, paragraph: child }, rowName);
        else if (child.name === 'w:tbl') table(child);
        else if (holders.has(child.name)) {
          if (child.name === 'mc:AlternateContent') noteFallback(child, met);
          visit(child, within, rowName);
        }
        // Whatever else stands between paragraphs says nothing, or is foreign there.
        else paragraph({ ...within, paragraph: { name: '', attributes: {}, children: [child] } });
      }
    };
    const table = (node: XmlNode): void => {
      const rows = rowsIn(node);
      const width = Math.max(0, ...rows.map((row) => cellsIn(row).length));
      // One row, or rows below a sentence across them, set things side by side: each cell has its own name.
      const beside = rows.length === 1 || (width > 1 && cellsIn(rows[0]!).length === 1);
      for (const row of rows) {
        const cells = cellsIn(row);
        const first = labelOf(cells[0]);
        const across = width > 1 && row === rows[0] && cells.length === 1;
        for (const cell of cells) {
          const name = across ? undefined : beside ? labelOf(cell) : first;
          visit(cell, { cell, row, table: node }, name);
        }
      }
    };
    visit(root, {});
    for (const { instruction } of fields) noteField(instruction, met);
  };
  const keep = (mine: Met, part: string): void => {
    met.hidden.push(...mine.hidden);
    met.odd.push(...mine.odd);
    met.foreign.push(...mine.foreign);
    met.fields.push(...mine.fields);
    for (const id of mine.pictures) {
      const target = parts.related(part).get(id)?.part;
      pictures.push((target === undefined ? undefined : parts.bytes(target)) ?? new Uint8Array());
    }
  };
  const labelOf = (cell: XmlNode | undefined): string => {
    const words = (cell ? paragraphsIn(cell) : []).map((each) =>
      paragraphText({ paragraph: each }, looks, [], nothingMet()).replace(/\s+/g, ' ').trim(),
    );
    return words.find((text) => text) ?? '';
  };
  return { passages, met, pictures, read, says: (root) => saying.has(root) };
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
