// Fields of a DOCX: which of them is open, and what is shown of it. Page numbers are whatever the
// program that opened the file last made of them, so each shows as the same sign.

import type { XmlNode } from './xml-tree.ts';

/** A field that is open. */
export interface OpenField {
  instruction: string;
  /** True once its result has begun. */
  showing: boolean;
  /** True once the sign of a page number was given. */
  counted?: boolean;
}

/** The fields that are open, the innermost last. */
export type FieldState = OpenField[];

const pageNumber = /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES|PAGEREF)\b/i;
/** Numbers of pages, clauses and headings: they say nothing that the paper does not say elsewhere. */
const ordinary = /^\s*(?:(?:PAGE|NUMPAGES|SECTIONPAGES|PAGEREF|TOC|HYPERLINK)\b|REF\s+\S+.*\\r\b)/i;

/** Returns true for a field that may show something else when a program fills it in anew. */
export const mayChange = (instruction: string): boolean => !ordinary.test(instruction);

/** Opens, turns or closes a field; its mark itself says nothing. */
export function fieldText(mark: XmlNode, fields: FieldState): string {
  const type = mark.attributes['w:fldCharType'];
  if (type === 'begin') fields.push({ instruction: '', showing: false });
  const last = fields.at(-1);
  if (type === 'separate' && last) last.showing = true;
  if (type === 'end') fields.pop();
  return '';
}

/** Returns what a text shows inside the fields that are open. */
export function inField(fields: FieldState, text: string): string {
  if (fields.some(({ showing }) => !showing)) return '';
  const number = fields.find(({ instruction }) => pageNumber.test(instruction));
  // What is no number is a text that somebody put there.
  if (!number || !/^\s*(?:\d{1,4}|[ivxlcdm]{1,8})?\s*$/i.test(text)) return text;
  if (number.counted) return '';
  number.counted = true;
  return '#';
}
