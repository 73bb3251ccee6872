// Cleans an SVG: parses it, keeps what is on the allow-list, resolves style sheets, writes it anew.
// Nothing of the original text survives but names and values that were looked at one by one.

import { largestSvgBytes, largestSvgImages, largestSvgRules, largestSvgText } from './limits.ts';
import type { BadPicture, SvgProbe } from './picture.ts';
import { broken, hostile, wrongFormat } from './problems.ts';
import { allowedElements, visibleLosses } from './svg-allowed.ts';
import { cleanAttributes, type Sweep } from './svg-attributes.ts';
import { readStyleSheet } from './svg-css.ts';
import { svgSize } from './svg-size.ts';
import { parseSvg, type SvgElement } from './svg-tree.ts';
import { tooMuchWork } from './svg-work.ts';

/** Returns what an SVG is, what is wrong with it, or `undefined` for another format. */
export function probeSvg(bytes: Uint8Array): SvgProbe | BadPicture | undefined {
  if ((bytes[0] === 0xfe && bytes[1] === 0xff) || (bytes[0] === 0xff && bytes[1] === 0xfe)) {
    return wrongFormat('text in UTF-16', 'If it is an SVG, save it again in UTF-8.');
  }
  const start = new TextDecoder().decode(bytes.subarray(0, 100_000)).trimStart();
  if (!start.startsWith('<')) return undefined;
  const drawing = start.search(/<(?:[\w-]+:)?svg[\s/>]/);
  const page = start.search(/<!doctype\s+html|<html[\s>]/i);
  if (page >= 0 && (drawing < 0 || page < drawing)) {
    return wrongFormat(
      'a web page, not a picture',
      'Open the page, and save the picture itself from there.',
    );
  }
  if (drawing < 0) return undefined;
  if (bytes.length > largestSvgBytes) {
    return hostile(
      `is larger than the ${largestSvgBytes / 1e6} MB that we open as SVG`,
      'Simplify the drawing, or export it as PNG, 2,000 pixels wide.',
    );
  }
  const text = decodeUtf8(bytes);
  return text === undefined
    ? wrongFormat('an SVG that is not in UTF-8', 'Save it again in UTF-8.')
    : cleanSvg(text);
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Returns a drawing that holds nothing but shapes, text and small pictures, or why there is none. */
export function cleanSvg(text: string): SvgProbe | BadPicture {
  const root = parseSvg(text);
  if ('ok' in root) return root;
  if (root.name !== 'svg') return broken('there is no drawing in it');
  const size = svgSize(root.attributes);
  if ('ok' in size) return size;
  const sheets = styleSheets(root).map((css) => readStyleSheet(css, largestSvgRules));
  const rules = sheets.flatMap((sheet) => sheet.rules);
  if (rules.length > largestSvgRules) return tooComplex;
  const sweep: Sweep = {
    rules,
    removed: new Set(sheets.some((sheet) => sheet.unread) ? ['part of its style sheet'] : []),
    ids: new Set(),
    typefaces: new Set(),
    counts: { images: 0, textLength: 0 },
  };
  const cleaned = cleanElement(root, sweep);
  if (
    !cleaned ||
    sweep.counts.images > largestSvgImages ||
    sweep.counts.textLength > largestSvgText
  ) {
    return tooComplex;
  }
  const refused = tooMuchWork(cleaned);
  if (refused) return refused;
  if (sweep.counts.textLength > 0) {
    for (const name of sweep.typefaces) {
      sweep.removed.add(`the typeface ${name} (its text is drawn in Noto Sans instead)`);
    }
  }
  const { widthPx, heightPx, viewBox } = size;
  const outer = { width: String(widthPx), height: String(heightPx), viewBox };
  // Later entries of a Map replace earlier ones but keep their place: the size always comes first.
  const attributes = new Map([
    ...Object.entries(outer),
    ...cleaned.attributes,
    ...Object.entries(outer),
  ]);
  const svg = write({ ...cleaned, attributes }, ' xmlns="http://www.w3.org/2000/svg"');
  return {
    ok: true,
    format: 'svg',
    widthPx,
    heightPx,
    alpha: true,
    svg,
    removed: [...sweep.removed],
  };
}

const tooComplex = hostile(
  'has more text, pictures or style rules in it than a logo needs',
  'Turn its text into paths and simplify it, or export it as PNG, 2,000 pixels wide.',
);

function styleSheets(element: SvgElement): string[] {
  return element.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    if (child.name !== 'style') return styleSheets(child);
    return [child.children.filter((part) => typeof part === 'string').join('')];
  });
}

function cleanElement(element: SvgElement, sweep: Sweep): SvgElement | undefined {
  const { name } = element;
  if (!allowedElements.has(name)) {
    const loss = visibleLosses.get(name);
    if (loss) sweep.removed.add(loss);
    return undefined;
  }
  const attributes = cleanAttributes(element, sweep);
  if (!attributes) return undefined;
  const children: (SvgElement | string)[] = [];
  for (const child of element.children) {
    if (typeof child === 'string') {
      sweep.counts.textLength += child.trim().length;
      children.push(child);
      continue;
    }
    // Illustrator offers its own data first and the drawing second: the loss is none.
    const kept = cleanElement(child, name === 'switch' ? { ...sweep, removed: new Set() } : sweep);
    if (kept) children.push(kept);
  }
  // A link is drawn like a group; where it leads does not matter on paper.
  return { name: name === 'a' ? 'g' : name, attributes, children };
}

function write(element: SvgElement, extra = ''): string {
  const attributes = [...element.attributes].map(([name, value]) => ` ${name}="${escaped(value)}"`);
  const children = element.children.map((child) =>
    typeof child === 'string' ? escaped(child) : write(child),
  );
  return `<${element.name}${extra}${attributes.join('')}>${children.join('')}</${element.name}>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
