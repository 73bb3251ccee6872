// The text of a paragraph of a DOCX as a reader of the page sees it: tracked insertions count, deleted
// and hidden text does not, fields say what they showed last. Notes down whatever needs a second look.

import { type FieldState, fieldText, inField } from './docx-fields.ts';
import type { DocxStyles } from './docx-styles.ts';
import { elements, type XmlNode } from './xml-tree.ts';

/** What was met beside the text. */
export interface Met {
  /** Text that no program shows. */
  readonly hidden: string[];
  /** White or tiny text. */
  readonly faint: string[];
  /** Content that is not in the file's own text: embedded documents, charts. */
  readonly foreign: string[];
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
  faint: [],
  foreign: [],
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
  'w:sdtPr',
  'w:sdtEndPr',
  'mc:Fallback',
  'w:tblPr',
  'w:trPr',
  'w:tcPr',
]);
const foreign = new Set(['w:altChunk', 'w:subDoc', 'w:object', 'w:control']);

/** Reads one paragraph after the other; fields may run over several of them. */
export function paragraphText(
  paragraph: XmlNode,
  styles: DocxStyles,
  fields: FieldState,
  met: Met,
): string {
  const read = (node: XmlNode): string => {
    if (silent.has(node.name)) return '';
    if (foreign.has(node.name)) {
      met.foreign.push(node.name.slice(2));
      return '';
    }
    switch (node.name) {
      case 'w:r': {
        const text = children(node);
        if (styles.isHidden(node, paragraph)) {
          if (text.trim()) met.hidden.push(text.trim());
          return '';
        }
        if (text.trim() && styles.isFaint(node)) met.faint.push(text.trim());
        return text;
      }
      case 'w:fldChar':
        return fieldText(node, fields);
      case 'w:fldSimple': {
        const field = { instruction: node.attributes['w:instr'] ?? '', showing: true };
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
      case 'w:t':
      case 't':
        return inField(fields, plain(node));
      case 'w:br':
      case 'w:cr':
      case 'w:tab':
      case 'w:ptab':
        return ' ';
      case 'w:noBreakHyphen':
        return '\u2011';
      case 'w:sym':
        return String.fromCodePoint(Number.parseInt(node.attributes['w:char'] ?? '', 16) || 32);
      case 'w:txbxContent':
        met.boxes.push(...paragraphsIn(node));
        return '';
      case 'wp:docPr':
        if (node.attributes.descr) met.alts.push(node.attributes.descr);
        return '';
      case 'v:textpath':
        if (node.attributes.string) met.alts.push(node.attributes.string);
        return '';
      case 'a:blip':
        met.pictures.push(node.attributes['r:embed'] ?? node.attributes['r:link'] ?? '');
        return '';
      case 'v:imagedata':
        met.pictures.push(node.attributes['r:id'] ?? '');
        return '';
      case 'a:graphicData':
        if (/\/(?:chart|chartex|diagram|ole)\b/.test(node.attributes.uri ?? ''))
          met.foreign.push('chart');
        return children(node);
      default:
        return children(node);
    }
  };
  const children = (node: XmlNode): string => elements(node).map(read).join('');
  return children(paragraph);
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

/** Counts tracked changes below a node. */
export function trackedIn(node: XmlNode | undefined): { inserted: number; deleted: number } {
  const counts = { inserted: 0, deleted: 0 };
  const visit = (at: XmlNode): void => {
    if (at.name === 'w:ins' || at.name === 'w:moveTo') counts.inserted += 1;
    if (at.name === 'w:del' || at.name === 'w:moveFrom') counts.deleted += 1;
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
