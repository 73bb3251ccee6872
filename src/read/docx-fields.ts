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
  if (!number) return text;
  if (number.counted) return '';
  number.counted = true;
  return '#';
}
