// How a run of a DOCX looks, as far as it decides what a reader sees of it: hidden, struck through, in the
// colour of the paper, too small, cut off. Goes through styles as Word does; reads no text.

import { elements, find, isOn, valueAt, type XmlNode } from './xml-tree.ts';

/** Where a run stands. */
export interface Around {
  readonly paragraph: XmlNode;
  readonly cell?: XmlNode;
  readonly row?: XmlNode;
  readonly table?: XmlNode;
}

/** Answers about runs. */
export interface DocxLooks {
  /** True for what no program shows or prints. */
  readonly isHidden: (run: XmlNode, around: Around) => boolean;
  /** What keeps a reader from seeing a run as text that holds, in words; undefined for ordinary runs. */
  readonly oddity: (run: XmlNode, around: Around) => string | undefined;
}

/** Half-points; smaller letters than these nobody reads. */
const tiny = 8;
/** Twentieths of a point; what is moved farther than this has left its line, or the page. */
const offPage = 9000;
const signFonts =
  /^(?:symbol|wingdings|webdings|zapf|marlett|bookshelf symbol|mt extra|opensymbol)/i;

/** Returns the answers by the styles of a file. */
export function docxLooks(root: XmlNode | undefined): DocxLooks {
  const styles = elements(root, 'w:style');
  const byId = new Map(styles.map((style) => [style.attributes['w:styleId'] ?? '', style]));
  const defaults = find(root, 'w:docDefaults', 'w:rPrDefault');
  /** A style and those it is based on, the nearest first; without a name the one that holds by itself. */
  const chain = (id: string | undefined, type: string): readonly XmlNode[] => {
    const found: XmlNode[] = [];
    const isDefault = ({ attributes }: XmlNode): boolean =>
      attributes['w:type'] === type && /^(?:1|true|on)$/.test(attributes['w:default'] ?? '');
    let at = byId.get(id ?? '') ?? styles.find(isDefault);
    while (at && !found.includes(at)) {
      found.push(at);
      at = byId.get(valueAt(at, 'w:basedOn') ?? '');
    }
    return found;
  };
  const ofTable = ({ table }: Around): readonly XmlNode[] =>
    table ? chain(valueAt(table, 'w:tblPr', 'w:tblStyle'), 'table') : [];
  const ofParagraph = ({ paragraph }: Around): readonly XmlNode[] =>
    chain(valueAt(paragraph, 'w:pPr', 'w:pStyle'), 'paragraph');
  /** What gives a run its looks, the nearest first. */
  const layers = (run: XmlNode, around: Around): readonly XmlNode[] => [
    run,
    ...chain(valueAt(run, 'w:rPr', 'w:rStyle') ?? '', 'character'),
    ...ofParagraph(around),
    ...ofTable(around).flatMap((style) => [...elements(style, 'w:tblStylePr'), style]),
    ...(defaults ? [defaults] : []),
  ];
  /** What the run itself says counts; of styles one is enough, since two of them may undo each other. */
  const turnedOn = (name: string, [run, ...rest]: readonly XmlNode[]): boolean =>
    find(run, 'w:rPr', name)
      ? isOn(run, 'w:rPr', name)
      : rest.some((node) => isOn(node, 'w:rPr', name));

  return {
    isHidden: (run, around) => {
      const all = layers(run, around);
      const { row } = around;
      return (
        turnedOn('w:vanish', all) ||
        turnedOn('w:specVanish', all) ||
        (row !== undefined && isOn(row, 'w:trPr', 'w:hidden'))
      );
    },
    oddity: (run, around) => {
      const all = layers(run, around);
      const paragraphs = [around.paragraph, ...ofParagraph(around)];
      if (turnedOn('w:strike', all) || turnedOn('w:dstrike', all)) return 'Struck through';
      const size = Number(nearest(all, 'w:rPr', 'w:sz') ?? 20);
      const ink = inkOf(all);
      const ground = groundOf(all, paragraphs, around, ofTable(around));
      if (size <= tiny || contrast(ink, ground) < 2 || find(run, 'w:rPr', 'ms:textFill'))
        return 'White or tiny, so that nobody sees it';
      if (isSqueezed(all) || isCutOff(paragraphs, around, size))
        return 'Squeezed, cut off or moved away';
      if (all.some((node) => signFonts.test(fontOf(node)))) return 'In a font of signs';
      const turned = [...all, ...paragraphs];
      if (turned.some((node) => isOn(node, 'w:rPr', 'w:rtl') || isOn(node, 'w:pPr', 'w:bidi')))
        return 'From right to left';
      return undefined;
    },
  };
}

function nearest(nodes: readonly XmlNode[], ...path: readonly string[]): string | undefined {
  return nodes.map((node) => valueAt(node, ...path)).find((found) => found !== undefined);
}

const fontOf = (node: XmlNode): string =>
  find(node, 'w:rPr', 'w:rFonts')?.attributes['w:ascii'] ?? '';

/** A colour by a name of the theme counts as what it names: ink or paper. */
function inkOf(nodes: readonly XmlNode[]): string {
  const color = nodes.map((node) => find(node, 'w:rPr', 'w:color')).find((found) => found);
  const theme = color?.attributes['w:themeColor'] ?? '';
  if (/^(?:background|light)[12]$|^bg[12]$/.test(theme)) return 'ffffff';
  return color?.attributes['w:val'] ?? 'auto';
}

function groundOf(
  runs: readonly XmlNode[],
  paragraphs: readonly XmlNode[],
  { cell, table }: Around,
  tables: readonly XmlNode[],
): string {
  const highlight = nearest(runs, 'w:rPr', 'w:highlight');
  if (highlight && highlight !== 'none') return highlights[highlight] ?? 'ffffff';
  const fill = (node: XmlNode | undefined, properties: string): string | undefined =>
    find(node, properties, 'w:shd')?.attributes['w:fill'];
  const fills = [
    ...runs.map((node) => fill(node, 'w:rPr')),
    ...paragraphs.map((node) => fill(node, 'w:pPr')),
    fill(cell, 'w:tcPr'),
    fill(table, 'w:tblPr'),
    ...tables.flatMap((node) => [
      ...elements(node, 'w:tblStylePr').map((part) => fill(part, 'w:tcPr')),
      fill(node, 'w:tcPr'),
      fill(node, 'w:tblPr'),
    ]),
  ];
  return fills.find((found) => found !== undefined && found !== 'auto') ?? 'ffffff';
}

/** The dark ones of the sixteen (ECMA-376, 17.18.40). */
const highlights: Readonly<Record<string, string>> = {
  black: '000000',
  blue: '0000ff',
  darkBlue: '00008b',
  darkCyan: '008b8b',
  darkGreen: '006400',
  darkMagenta: '800080',
  darkRed: '8b0000',
  darkYellow: '808000',
  darkGray: 'a9a9a9',
  red: 'ff0000',
};

/** Returns the contrast of WCAG 2.2 between two colours; `auto` is black on white. */
function contrast(ink: string, ground: string): number {
  const [one, other] = [luminance(ink === 'auto' ? '000000' : ink), luminance(ground)];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

function luminance(color: string): number {
  const parts = /^([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(color);
  if (!parts) return 0;
  const [red, green, blue] = parts.slice(1).map((part) => {
    const value = Number.parseInt(part, 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Letters pushed into each other, made narrow, or lifted out of their line. */
function isSqueezed(runs: readonly XmlNode[]): boolean {
  const number = (name: string, standard: number): number =>
    Number.parseFloat(nearest(runs, 'w:rPr', name) ?? `${standard}`);
  return (
    number('w:spacing', 0) <= -40 ||
    number('w:w', 100) < 34 ||
    Math.abs(number('w:position', 0)) > 40 ||
    runs.some((node) => find(node, 'w:rPr', 'w:fitText'))
  );
}

function isCutOff(
  paragraphs: readonly XmlNode[],
  { row, cell, table }: Around,
  size: number,
): boolean {
  const attribute = (name: string, key: string): string | undefined =>
    paragraphs
      .map((node) => find(node, 'w:pPr', name)?.attributes[key])
      .find((found) => found !== undefined);
  const line = Number(attribute('w:spacing', 'w:line') ?? 240);
  if (attribute('w:spacing', 'w:lineRule') === 'exact' && line < size * 6) return true;
  if (paragraphs.some((node) => find(node, 'w:pPr', 'w:framePr'))) return true;
  const indent = (key: string): number => Number.parseFloat(attribute('w:ind', key) ?? '0');
  const left = indent('w:left') + indent('w:start');
  const first = left + indent('w:firstLine') - indent('w:hanging');
  if ([left, first, indent('w:right'), indent('w:end')].some(isFar)) return true;
  const height = find(row, 'w:trPr', 'w:trHeight')?.attributes;
  if (height?.['w:hRule'] === 'exact' && Number(height['w:val'] ?? 0) < size * 6) return true;
  // A cell that goes on with the one above shows nothing of its own.
  const merged = find(cell, 'w:tcPr', 'w:vMerge') ?? find(cell, 'w:tcPr', 'w:hMerge');
  if (merged && merged.attributes['w:val'] !== 'restart') return true;
  return (
    find(table, 'w:tblPr', 'w:tblpPr') !== undefined ||
    isFar(Number.parseFloat(find(table, 'w:tblPr', 'w:tblInd')?.attributes['w:w'] ?? '0'))
  );
}

/** To the left there is only the margin. */
const isFar = (indent: number): boolean => indent > offPage || indent < -1400;
