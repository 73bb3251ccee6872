// The text of a paragraph of a DOCX as a reader of the page sees it: tracked insertions count, deleted
// and hidden text does not, fields say what they showed last. Notes down whatever needs a second look.

import { type FieldState, fieldText, inField, mayChange } from './docx-fields.ts';
import type { Around, DocxLooks } from './docx-looks.ts';
import { elements, type XmlNode } from './xml-tree.ts';

/** What was met beside the text. */
export interface Met {
  /** Text that no program shows. */
  readonly hidden: string[];
  /** Text that a reader does not see as text that holds, with why: struck through, white, cut off. */
  readonly odd: string[];
  /** Content that is not in the file's own text: embedded documents, charts. */
  readonly foreign: string[];
  /** Fields that show something else when they are filled in anew. */
  readonly fields: string[];
  /** Relationship ids of pictures. */
  readonly pictures: string[];
  /** Paragraphs inside text boxes. */
  readonly boxes: XmlNode[];
  /** Alternative texts of pictures and drawings. */
  readonly alts: string[];
}

/** Returns nothing met yet. */
export const nothingMet = (): Met => ({
  hidden: [],
  odd: [],
  foreign: [],
  fields: [],
  pictures: [],
  boxes: [],
  alts: [],
});

const silent = new Set([
  'w:pPr',
  'w:rPr',
  'w:del',
  'w:moveFrom',
  'w:delText',
  'w:delInstrText',
  'w:sdtEndPr',
  'mc:Fallback',
  'w:tblPr',
  'w:trPr',
  'w:tcPr',
]);
const foreign = new Set([
  ...['w:altChunk', 'w:subDoc', 'w:object', 'w:control', 'w:contentPart'],
  // Turn the letters in them around, or set others over them.
  ...['w:bdo', 'w:dir', 'w:ruby'],
  ...['ms:contentPart', 'ms:svgBlip'],
]);

/** Reads one paragraph after the other; fields may run over several of them. */
export function paragraphText(
  around: Around,
  looks: DocxLooks,
  fields: FieldState,
  met: Met,
): string {
  const read = (node: XmlNode): string => {
    const { name, attributes } = node;
    if (silent.has(name)) return '';
    if (foreign.has(name) || isUnknown(node)) {
      met.foreign.push(name.replace(/^\w+:/, ''));
      return children(node);
    }
    switch (name) {
      case 'w:r':
        return run(node);
      case 'w:fldChar': {
        const ended = attributes['w:fldCharType'] === 'end' ? fields.at(-1) : undefined;
        if (ended) noteField(ended.instruction, met);
        return fieldText(node, fields);
      }
      case 'w:fldSimple': {
        const field = { instruction: attributes['w:instr'] ?? '', showing: true };
        noteField(field.instruction, met);
        fields.push(field);
        const text = children(node);
        fields.pop();
        return text;
      }
      case 'w:instrText': {
        const field = fields.at(-1);
        if (field && !field.showing) field.instruction += plain(node);
        return '';
      }
      case 'w:sdtPr':
        if (elements(node).some((child) => /(?:^|:)dataBinding$/.test(child.name)))
          met.fields.push('dataBinding');
        return '';
      case 'w:t':
      case 'm:t':
      case 'a:t':
        return inField(fields, plain(node));
      case 'w:br':
      case 'w:cr':
      case 'w:tab':
      case 'w:ptab':
        return ' ';
      case 'w:noBreakHyphen':
        return '\u2011';
      case 'w:sym':
        return String.fromCharCode(Number.parseInt(attributes['w:char'] ?? '', 16) || 32);
      case 'w:txbxContent':
        met.boxes.push(...paragraphsIn(node));
        return '';
      case 'wp:docPr':
        if (attributes.descr) met.alts.push(attributes.descr);
        return '';
      case 'v:textpath':
        if (attributes.string) met.alts.push(attributes.string);
        return '';
      case 'a:blip':
        met.pictures.push(attributes['r:embed'] ?? attributes['r:link'] ?? '');
        return children(node);
      case 'v:imagedata':
      case 'v:fill':
        if (attributes['r:id']) met.pictures.push(attributes['r:id']);
        return '';
      case 'mc:AlternateContent':
        noteFallback(node, met);
        return children(node);
      case 'a:graphicData':
        if (/\/(?:chart|chartex|diagram|ole)\b/.test(attributes.uri ?? ''))
          met.foreign.push('chart');
        return children(node);
      default:
        return children(node);
    }
  };
  const run = (node: XmlNode): string => {
    const text = children(node);
    if (!text.trim()) return text;
    if (looks.isHidden(node, around)) {
      met.hidden.push(text.trim());
      return '';
    }
    const oddity = looks.oddity(node, around);
    if (oddity !== undefined) met.odd.push(`${oddity}: ${text.trim()}`);
    return text;
  };
  const children = (node: XmlNode): string => elements(node).map(read).join('');
  return children(around.paragraph);
}

/** Programs pass over what they do not know, with all that stands in it. */
function isUnknown(node: XmlNode): boolean {
  if (!node.name.includes(':')) return true;
  return /^(?:ms|o):/.test(node.name) && elements(node).some(({ name }) => name.startsWith('w:'));
}

/** Notes down a field that may show something else one day. */
export function noteField(instruction: string, met: Met): void {
  if (mayChange(instruction)) met.fields.push(instruction.trim().split(/\s/)[0]!.toUpperCase());
}

/** A program that does not know what a choice needs shows the fallback in its place. */
export function noteFallback(node: XmlNode, met: Met): void {
  const [choices, fallbacks] = [elements(node, 'mc:Choice'), elements(node, 'mc:Fallback')];
  const shown = choices[0] ? plainText(choices[0]) : '';
  const isKnown = /^(?:(?:ms|wps|wpg|wpc)(?: |$))+$/.test(choices[0]?.attributes.Requires ?? '');
  const others = [...choices.slice(1), ...fallbacks].map(plainText);
  if (!isKnown || others.some((text) => text !== '' && text !== shown))
    met.foreign.push('AlternateContent');
}

const plain = (node: XmlNode): string =>
  node.children.map((child) => (typeof child === 'string' ? child : '')).join('');

/** Returns the paragraphs below a node, those inside text boxes of theirs left to be met. */
export function paragraphsIn(node: XmlNode): readonly XmlNode[] {
  return elements(node).flatMap((child) => {
    if (silent.has(child.name)) return [];
    return child.name === 'w:p' ? [child] : paragraphsIn(child);
  });
}

/** Counts tracked changes below a node: also those of whole rows, cells and ends of paragraphs. */
export function trackedIn(node: XmlNode | undefined): { inserted: number; deleted: number } {
  const counts = { inserted: 0, deleted: 0 };
  const visit = (at: XmlNode): void => {
    if (/^w:(?:ins|moveTo|cellIns)$/.test(at.name)) counts.inserted += 1;
    if (/^w:(?:del|moveFrom|cellDel|cellMerge)$/.test(at.name)) counts.deleted += 1;
    for (const child of elements(at)) visit(child);
  };
  if (node) visit(node);
  return counts;
}

/** Returns the text of a comment, or of anything else that holds paragraphs. */
export function plainText(node: XmlNode): string {
  const visit = (at: XmlNode): string =>
    at.name === 'w:t'
      ? plain(at)
      : elements(at)
          .map(visit)
          .join(at.name === 'w:p' ? '' : ' ');
  return visit(node).replace(/\s+/g, ' ').trim();
}
