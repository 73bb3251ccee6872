// What is drawn in a DOCX: pictures and shapes with their kind, colours, place and size, in the order of
// the file. Compares them as they look; letters in them are read elsewhere.

import { elements, find, type XmlNode } from './xml-tree.ts';

/** A picture or shape. */
export interface Drawn {
  /** Kind, outline and colours. */
  readonly look: string;
  /** Offsets and sizes in English metric units; parts cut off in thousandths of a percent. */
  readonly numbers: readonly number[];
}

const shapes = new Set(['pic:pic', 'wps:wsp', 'wpg:wgp', 'wpc:wpc', 'wp:inline', 'wp:anchor']);
/** Drawings in the older language: Word still writes watermarks in it. */
const older = /^v:(?:shape|rect|roundrect|line|polyline|curve|arc|oval|image|group)$/;

/** Returns what is drawn below a node; fallbacks for older programs are not. */
export function drawnIn(root: XmlNode): readonly Drawn[] {
  const found: Drawn[] = [];
  const visit = (node: XmlNode): void => {
    if (node.name === 'mc:Fallback') return;
    if (shapes.has(node.name)) found.push(drawing(node));
    else if (older.test(node.name)) found.push({ look: node.name, numbers: [] });
    for (const child of elements(node)) visit(child);
  };
  visit(root);
  return found;
}

function drawing(node: XmlNode): Drawn {
  const properties =
    find(node, 'pic:spPr') ?? find(node, 'wps:spPr') ?? find(node, 'wpg:grpSpPr') ?? node;
  const moved = find(properties, 'a:xfrm');
  const blip = find(node, 'pic:blipFill', 'a:blip');
  const cut = find(node, 'pic:blipFill', 'a:srcRect')?.attributes ?? {};
  const hidden = elements(node).some(
    ({ name, attributes }) => /(?:docPr|cNvPr)$/.test(name) && isTrue(attributes.hidden),
  );
  const look = [
    node.name,
    find(properties, 'a:prstGeom')?.attributes.prst ?? '',
    ...(shapes.has(node.name) && properties !== node ? colours(properties) : []),
    ...elements(blip)
      .filter(({ name }) => name !== 'a:extLst')
      .map(({ name }) => name),
    ...(hidden ? ['hidden'] : []),
    ...(isTrue(node.attributes.behindDoc) ? ['behind'] : []),
    ...['rot', 'flipH', 'flipV'].map((key) => flag(moved?.attributes[key])),
  ].join(' ');
  const [extent, offset, size] = [
    find(node, 'wp:extent'),
    find(moved, 'a:off'),
    find(moved, 'a:ext'),
  ].map((each) => each?.attributes ?? {}) as [Attributes, Attributes, Attributes];
  const numbers = [
    ...[extent.cx, extent.cy, offset.x, offset.y, size.cx, size.cy],
    ...[cut.l, cut.t, cut.r, cut.b],
  ].map((each) => Number(each ?? 0));
  return { look, numbers };
}

type Attributes = Readonly<Record<string, string>>;

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';
const flag = (value: string | undefined): string =>
  value === undefined || value === 'false' || value === '0' ? '' : value;

/** Colours and fills, whatever the case of their letters. */
function colours(node: XmlNode): readonly string[] {
  return elements(node).flatMap((child) =>
    child.name === 'a:srgbClr' || child.name === 'a:schemeClr'
      ? [(child.attributes.val ?? '').toLowerCase()]
      : [...(/Fill$/.test(child.name) ? [child.name] : []), ...colours(child)],
  );
}

/** Half a millimetre; programs round places and sizes when they save. */
const tolerance = 18_000;

/** Returns true when the same is drawn, in the same order, place and size. */
export function sameDrawn(made: readonly Drawn[], found: readonly Drawn[]): boolean {
  return (
    made.length === found.length &&
    made.every(({ look, numbers }, index) => {
      const other = found[index]!;
      return (
        look === other.look &&
        numbers.every((value, at) => Math.abs(value - other.numbers[at]!) <= tolerance)
      );
    })
  );
}
