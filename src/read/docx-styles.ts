// What the styles of a DOCX say about the place of a paragraph: headings, lists of contents, numbers.
// Looks up; reads no text.

import type { NumberAt } from './docx-numbers.ts';
import { elements, valueAt, type XmlNode } from './xml-tree.ts';

/** Answers about paragraphs. */
export interface DocxStyles {
  /** 0 for the title, 1 to 9 for headings, undefined for other paragraphs. */
  readonly headingLevel: (paragraph: XmlNode) => number | undefined;
  /** True in a list of contents, which repeats headings with the numbers of their pages. */
  readonly isContents: (paragraph: XmlNode) => boolean;
  readonly numberAt: (paragraph: XmlNode) => NumberAt | undefined;
}

/** Returns the answers by the styles of a file. */
export function docxStyles(root: XmlNode | undefined): DocxStyles {
  const styles = new Map(
    elements(root, 'w:style').map((style) => [style.attributes['w:styleId'] ?? '', style]),
  );
  /** A style and those it is based on, the nearest first. */
  const chain = (id: string | undefined): readonly XmlNode[] => {
    const found: XmlNode[] = [];
    for (let at = styles.get(id ?? ''); at && !found.includes(at); ) {
      found.push(at);
      at = styles.get(valueAt(at, 'w:basedOn') ?? '');
    }
    return found;
  };
  const ofParagraph = (paragraph: XmlNode): readonly XmlNode[] => [
    paragraph,
    ...chain(valueAt(paragraph, 'w:pPr', 'w:pStyle')),
  ];
  const nearest = (nodes: readonly XmlNode[], ...path: readonly string[]): string | undefined => {
    for (const node of nodes) {
      const found = valueAt(node, ...path);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return {
    headingLevel: (paragraph) => {
      const [, ...from] = ofParagraph(paragraph);
      for (const style of from) {
        const name = valueAt(style, 'w:name') ?? '';
        if (/^title$/i.test(name)) return 0;
        const level = /^heading (\d)$/i.exec(name)?.[1];
        if (level) return Number(level);
      }
      return undefined;
    },
    isContents: (paragraph) =>
      ofParagraph(paragraph)
        .slice(1)
        .some((style) => /^(?:toc \d|contents \d)/i.test(valueAt(style, 'w:name') ?? '')),
    numberAt: (paragraph) => {
      const nodes = ofParagraph(paragraph);
      const numId = nearest(nodes, 'w:pPr', 'w:numPr', 'w:numId');
      if (numId === undefined || numId === '0') return undefined;
      return { numId, level: Number(nearest(nodes, 'w:pPr', 'w:numPr', 'w:ilvl') ?? 0) };
    },
  };
}
