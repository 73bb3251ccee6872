// Lists become strips: markers hang before their items, nested lists stand further in.
// Items are set by prose.ts; breaks no pages.

import type { List, Paragraph } from '../../model/block.ts';
import { listMarker } from '../../model/text.ts';
import type { TypeName, TypeStyle } from '../../model/theme.ts';
import { type Box, type Galley, type Strip, withGap } from './galley.ts';
import { breakLines, naturalWidth } from './lines.ts';
import { baseline, labelStretch, lineMarks, lineStrips, setProse, withMarks } from './prose.ts';
import { addTag, type Tag } from './tags.ts';

/** The size of lists: in the page or in a cell. */
export interface ListLook {
  readonly indent: number;
  readonly gap: number;
  /** The style of its paragraphs, where the place decides it. */
  readonly style?: TypeName;
}

/** Sets a list into a box. */
export function setList(
  galley: Galley,
  parent: Tag,
  list: List,
  box: Box,
  look: ListLook,
  depth = 0,
): Strip[] {
  const tag = addTag(parent, 'L', { numbering: list.marker === 'decimal' ? 'Decimal' : 'Disc' });
  const { type } = galley.theme;
  const styleOf = (paragraph: Paragraph): TypeStyle => type[look.style ?? paragraph.style];
  const firstStyle = type[look.style ?? firstParagraph(list)?.style ?? 'body'];
  const markers = list.items.map((_, index) => listMarker(list, index, depth));
  const chain = galley.faces.chain(firstStyle.family, firstStyle.bold === true, false);
  const { size, color } = firstStyle;
  const widest = Math.max(
    0,
    ...markers.map((text) => naturalWidth([{ text, chain, size, color, slot: -1 }])),
  );
  const indent = Math.max(look.indent, widest + markerGap(firstStyle));
  const inner: Box = { x: box.x + indent, width: box.width - indent };
  const items = list.items.map((item, index): readonly Strip[] => {
    const entry = addTag(tag, 'LI');
    const label = labelStretch(galley, addTag(entry, 'Lbl'), `${markers[index]!} `, firstStyle);
    const labelLine = breakLines([label], Number.MAX_SAFE_INTEGER)[0]!;
    const body = addTag(entry, 'LBody');
    const strips: Strip[] = [];
    for (const block of item.content) {
      const set =
        block.kind === 'list'
          ? setList(galley, body, block, inner, look, depth + 1)
          : setProse(galley, addTag(body, 'P'), block, styleOf(block), inner);
      const before = strips.length ? look.gap : 0;
      for (const strip of withGap(set, before)) strips.push(strip);
    }
    // Numbers end in a line before the text, bullets start in one.
    const start =
      list.marker === 'decimal'
        ? inner.x - markerGap(firstStyle) - labelLine.width
        : inner.x - firstStyle.size * 1.05;
    const marker = lineMarks(labelLine, start, baseline(firstStyle));
    const own = strips.length
      ? strips
      : lineStrips(breakLines([], inner.width), inner, firstStyle, 0);
    // A marker whose item starts with a nested list stands on the list's first line.
    const marked = withMarks(own, marker);
    return index ? withGap(marked, look.gap) : marked;
  });
  return keepCompany(items);
}

/** An item of one line does not stand alone at the foot of a page, nor the last one at its head. */
function keepCompany(items: readonly (readonly Strip[])[]): Strip[] {
  const isLine = (index: number): boolean => items[index]?.length === 1;
  const last = items.length - 1;
  return items.flatMap((strips, index) => {
    const glue = index > 0 && ((index === 1 && isLine(0)) || (index === last && isLine(last)));
    return glue ? strips.map((strip, at) => (at ? strip : { ...strip, glue: true })) : strips;
  });
}

/** Room between a number and its text, points. */
const markerGap = (style: TypeStyle): number => style.size * 0.34;

function firstParagraph(list: List): Paragraph | undefined {
  const first = list.items[0]?.content[0];
  return first?.kind === 'list' ? firstParagraph(first) : first;
}
