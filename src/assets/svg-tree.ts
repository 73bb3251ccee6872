// Parses SVG text into a bare tree: SVG elements, their attributes, their text.
// Keeps to the limits and refuses entities; decides nothing about what is allowed to stay.

import { SaxesParser } from 'saxes';
import { deepestSvg, largestSvgElements } from './limits.ts';
import type { BadPicture } from './picture.ts';
import { broken, hostile } from './problems.ts';

/** An element in the SVG namespace, by its local name. */
export interface SvgElement {
  readonly name: string;
  /** Attributes without a namespace by name, `xlink:href` as `href`, `xml:space` as such. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: (SvgElement | string)[];
}

const svgNamespace = 'http://www.w3.org/2000/svg';
const xlinkNamespace = 'http://www.w3.org/1999/xlink';
const xmlNamespace = 'http://www.w3.org/XML/1998/namespace';
/** Elements in which text means something. */
const textual = new Set(['text', 'tspan', 'textPath', 'style']);

/** Leaves the parser early; never leaves this file. */
class Refusal extends Error {
  readonly picture: BadPicture;
  constructor(picture: BadPicture) {
    super(picture.message);
    this.picture = picture;
  }
}

/** Parses a drawing; refuses what is not well-formed, too large, too deep, or declares entities. */
export function parseSvg(text: string): SvgElement | BadPicture {
  const parser = new SaxesParser({
    xmlns: true,
    // Drawing programs leave prefixes undeclared; what is not SVG is left out anyway.
    resolvePrefix: (prefix: string) =>
      prefix === 'xlink' ? xlinkNamespace : `urn:unknown:${prefix}`,
  });
  const open: SvgElement[] = [];
  let root: SvgElement | undefined;
  let foreign = 0;
  let count = 0;
  parser.on('error', () => {
    throw new Refusal(broken(`there is a mistake in line ${parser.line} of the drawing`));
  });
  parser.on('doctype', (doctype) => {
    if (/<!ENTITY|%/i.test(doctype)) throw new Refusal(entities);
  });
  parser.on('opentag', (tag) => {
    count += 1;
    if (count > largestSvgElements) throw new Refusal(tooMany);
    if (open.length + foreign >= deepestSvg) throw new Refusal(tooDeep);
    if (foreign > 0 || (tag.uri !== svgNamespace && tag.uri !== '')) {
      foreign += 1;
      return;
    }
    const attributes = new Map<string, string>();
    for (const attribute of Object.values(tag.attributes)) {
      const { local, prefix, uri, value } = attribute;
      if (prefix === '') attributes.set(local, value);
      else if (uri === xlinkNamespace && local === 'href' && !attributes.has('href')) {
        attributes.set('href', value);
      } else if (uri === xmlNamespace && local === 'space') attributes.set('xml:space', value);
    }
    const element: SvgElement = { name: tag.local, attributes, children: [] };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on('closetag', () => {
    if (foreign > 0) foreign -= 1;
    else open.pop();
  });
  const keep = (part: string): void => {
    const parent = open.at(-1);
    if (foreign === 0 && parent && textual.has(parent.name)) parent.children.push(part);
  };
  parser.on('text', keep);
  parser.on('cdata', keep);
  try {
    parser.write(text).close();
  } catch (error) {
    if (error instanceof Refusal) return error.picture;
    throw error;
  }
  return root ?? broken('there is no drawing in it');
}

/** Writes thousands with commas; Intl would load all its data for this. */
function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

const entities = hostile(
  'declares XML entities, which can be used to do harm',
  'Save it as "plain" or "optimised" SVG, without "preserve editing capabilities".',
);
const tooMany = hostile(
  `has more than ${grouped(largestSvgElements)} elements`,
  'Simplify the drawing, or export it as PNG, 2,000 pixels wide.',
);
const tooDeep = hostile(
  `has groups nested more than ${deepestSvg} deep`,
  'Ungroup the drawing, or export it as PNG, 2,000 pixels wide.',
);
