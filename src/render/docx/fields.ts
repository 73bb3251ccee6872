// Fields: live cross-references with the text they showed last, and page numbers.
// Nothing is marked dirty, so Word opens the file without a question.

import type { Reference } from '../../model/block.ts';
import type { Anchor } from './anchors.ts';
import { element, escapeXml, join, none, type Xml } from './xml.ts';

const mark = (type: 'begin' | 'separate' | 'end', properties: Xml = none): Xml =>
  element('w:r', {}, properties, element('w:fldChar', { 'w:fldCharType': type }));

/** Writes a field with its result, already made into runs. */
export function field(instruction: string, result: Xml, properties: Xml): Xml {
  return join([fieldStart(instruction, properties), result, mark('end', properties)]);
}

/** Opens a field whose result may run over several paragraphs. */
export function fieldStart(instruction: string, properties: Xml = none): Xml {
  return join([
    mark('begin', properties),
    element(
      'w:r',
      {},
      properties,
      element('w:instrText', { 'xml:space': 'preserve' }, escapeXml(` ${instruction} `)),
    ),
    mark('separate', properties),
  ]);
}

/** Closes a field. */
export const fieldEnd: Xml = mark('end');

/**
 * Returns the instruction of a cross-reference, with the switch by which Word comes to the same label:
 * `\r` the number, `\n` only its last part ("(a)"), `\w` all of it ("4.2(a)"), none for the text.
 */
export function referenceInstruction(reference: Reference, anchor: Anchor): string {
  const { number, bookmark } = anchor;
  if (!number) return `REF ${bookmark} \\h`;
  const part = number.level < 2 ? '\\r' : reference.label === number.label ? '\\n' : '\\w';
  return `REF ${bookmark} ${part} \\h`;
}
