// A layout as text that people can read and compare: pages, lines with their place, structure.

import { assertNever } from '../../src/base/errors.ts';
import type { DrawingMark } from '../../src/render/pdf/galley.ts';
import type { Layout } from '../../src/render/pdf/layout.ts';
import type { Tag } from '../../src/render/pdf/tags.ts';

const at = (value: number): string => value.toFixed(1).padStart(6);

/** Returns one line for each run of text, rectangle, picture and link, page by page. */
export function dumpPages(layout: Layout): string {
  return layout.pages
    .map(({ marks }, index) => {
      const lines = marks.map((mark): string => {
        switch (mark.kind) {
          case 'text': {
            const text = mark.part.glyphs.map((glyph) => glyph.text).join('');
            const where = typeof mark.owner === 'number' ? '' : `  (${mark.owner})`;
            const face = mark.part.lacking ?? mark.part.face.file.replace('.ttf', '');
            return `${at(mark.x)} ${at(mark.y)}  ${face} ${mark.size}  ${JSON.stringify(text)}${where}`;
          }
          case 'fill':
            return `${at(mark.x)} ${at(mark.y)}  fill ${mark.width.toFixed(1)} x ${mark.height.toFixed(1)} ${mark.color}`;
          case 'picture':
            return `${at(mark.x)} ${at(mark.y)}  picture ${mark.picture} ${mark.width.toFixed(1)} x ${mark.height.toFixed(1)}`;
          case 'drawing':
            return [
              `${at(mark.x)} ${at(mark.y)}  drawing ${mark.width.toFixed(1)} x ${mark.height.toFixed(1)}${typeof mark.owner === 'number' ? '' : `  (${mark.owner})`}`,
              ...mark.items.map((item) => `                 ${dumpItem(item)}`),
            ].join('\n');
          case 'link':
            return `${at(mark.x)} ${at(mark.y)}  link ${JSON.stringify(layout.links[mark.link]!.target)}`;
          case 'field':
            return `${at(mark.x)} ${at(mark.y)}  field ${layout.fields[mark.field]!.key} ${mark.width.toFixed(1)} x ${mark.height.toFixed(1)}`;
          case 'place':
            return `       ${at(mark.y)}  place ${mark.anchor ?? ''} ${mark.bookmark?.title ?? ''}`;
          default:
            return assertNever(mark);
        }
      });
      return [`page ${index + 1}`, ...lines].join('\n');
    })
    .join('\n\n');
}

/** Returns a shape or a label of a drawing; a label's text as it is set, the rest as it is given. */
function dumpItem(item: DrawingMark['items'][number]): string {
  if (item.kind !== 'label') {
    const { kind, ...rest } = item;
    const short = (_: string, value: unknown): unknown =>
      typeof value === 'number' ? Number(value.toFixed(1)) : value;
    return `${kind} ${JSON.stringify(rest, short)}`;
  }
  const text = item.parts.flatMap((part) => part.glyphs.map((glyph) => glyph.text)).join('');
  const turn = item.turn ? ` turned ${item.turn}` : '';
  return `label ${item.x.toFixed(1)} ${item.y.toFixed(1)} size ${item.size.toFixed(1)}${turn} ${JSON.stringify(text)}`;
}

/** Returns the structure, one element a line, slots counted. */
export function dumpStructure(tag: Tag, depth = 0): string {
  const facts = Object.entries(tag.facts).map(([key, value]) => ` ${key}=${JSON.stringify(value)}`);
  const slots = tag.kids.filter((kid) => typeof kid === 'number').length;
  const own = `${'  '.repeat(depth)}${tag.type}${facts.join('')}${slots ? ` [${slots}]` : ''}`;
  const kids = tag.kids.filter((kid) => typeof kid !== 'number');
  return [own, ...kids.map((kid) => dumpStructure(kid, depth + 1))].join('\n');
}
