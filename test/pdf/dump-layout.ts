// A layout as text that people can read and compare: pages, lines with their place, structure.

import { assertNever } from '../../src/base/errors.ts';
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
          case 'link':
            return `${at(mark.x)} ${at(mark.y)}  link ${JSON.stringify(layout.links[mark.link]!.target)}`;
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

/** Returns the structure, one element a line, slots counted. */
export function dumpStructure(tag: Tag, depth = 0): string {
  const facts = Object.entries(tag.facts).map(([key, value]) => ` ${key}=${JSON.stringify(value)}`);
  const slots = tag.kids.filter((kid) => typeof kid === 'number').length;
  const own = `${'  '.repeat(depth)}${tag.type}${facts.join('')}${slots ? ` [${slots}]` : ''}`;
  const kids = tag.kids.filter((kid) => typeof kid !== 'number');
  return [own, ...kids.map((kid) => dumpStructure(kid, depth + 1))].join('\n');
}
