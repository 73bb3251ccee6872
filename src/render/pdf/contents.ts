// The list of contents becomes strips: number, title, a line of dots, and the page at the right edge.
// Page numbers come with the block; each entry leads to its heading. Breaks no pages.

import type { Contents, ContentsEntry } from '../../model/block.ts';
import { inlineText } from '../../model/text.ts';
import type { TypeStyle } from '../../model/theme.ts';
import {
  addSlot,
  type Box,
  type Galley,
  type Mark,
  moved,
  type Strip,
  type StripMark,
  stackHeight,
} from './galley.ts';
import { breakLines, naturalWidth, type Stretch } from './lines.ts';
import { baseline, lineMarks, lineStrips, setProse } from './prose.ts';
import { addTag, type Tag } from './tags.ts';

/** Room that titles leave at the right edge, and where the dots end before it, points. */
const pageRoom = 44;
const leaderEnd = 24;
/** The least between a title and its dots. */
const leaderGap = 5;
/** Fewer dots lead nowhere. */
const fewestDots = 4;
const entryGap = 2.5;

/** Sets a list of contents; kept on one page where it fits one. */
export function setContents(galley: Galley, parent: Tag, contents: Contents): Strip[] {
  if (!contents.entries.length) return [];
  const { theme } = galley;
  const tag = addTag(parent, 'TOC');
  const box: Box = { x: galley.left, width: galley.width };
  const head = theme.type.heading1;
  const title = setProse(
    galley,
    addTag(tag, 'Caption'),
    { content: [{ kind: 'text', text: contents.title }] },
    head,
    box,
  );
  const style = theme.type.cell;
  const indent = labelRoom(galley, contents, style);
  const entries = contents.entries.map((entry, index): Strip => {
    const strip = setEntry(galley, addTag(tag, 'TOCI'), entry, style, indent);
    return { ...strip, gap: index ? entryGap : head.after };
  });
  const strips = [...title, ...entries];
  const whole = stackHeight(strips) <= galley.depth;
  const last = strips.length - 1;
  return strips.map((strip, index) => {
    // Where it must be parted, neither its title nor a single entry stands alone.
    const glue = whole || index <= title.length + 1 || index === last;
    return glue && index ? { ...strip, glue: true } : strip;
  });
}

const stretch = (galley: Galley, text: string, style: TypeStyle, slot: number): Stretch => ({
  text,
  chain: galley.faces.chain(style.family, style.bold === true, style.italic === true),
  size: style.size,
  color: style.color,
  slot,
});

/** Returns how far in the titles stand: behind the widest number, "Annex 12" left aside. */
function labelRoom(galley: Galley, { entries }: Contents, style: TypeStyle): number {
  const widths = entries.map(({ label }) =>
    label ? naturalWidth([stretch(galley, label, style, -1)]) : 0,
  );
  const most = galley.theme.space.indent - style.size * 0.7;
  return Math.max(0, ...widths.filter((width) => width <= most)) + style.size * 0.9;
}

function setEntry(
  galley: Galley,
  tag: Tag,
  entry: ContentsEntry,
  style: TypeStyle,
  indent: number,
): Strip {
  const { left, width } = galley;
  const words = inlineText(entry.content);
  const marks: StripMark[] = [];
  let first = 0;
  if (entry.label) {
    const slot = addSlot(galley, addTag(tag, 'Lbl'));
    const line = breakLines([stretch(galley, `${entry.label} `, style, slot)], width)[0]!;
    marks.push(...lineMarks(line, left, baseline(style)));
    first = Math.max(0, line.width + style.size * 0.6 - indent);
  }
  const contents = [entry.label, words].filter(Boolean).join(' ');
  const link = galley.links.push({ target: { anchor: entry.target }, contents }) - 1;
  const within = addTag(addTag(tag, 'Reference'), 'Link', { link });
  const hang = entry.label ? indent : 0;
  const text: Box = { x: left + hang, width: width - hang - pageRoom };
  const lines = breakLines(
    [stretch(galley, `${words} `, style, addSlot(galley, within))],
    text.width,
    first,
  );
  const strips = lineStrips(lines, text, style, 0);
  let y = 0;
  for (const strip of strips) {
    marks.push(moved(strip.marks, y));
    y += strip.height;
  }
  const foot = y - style.leading + baseline(style);
  const number = stretch(galley, String(entry.page), style, addSlot(galley, within));
  const page = breakLines([number], width)[0]!;
  marks.push(...lineMarks(page, left + width - page.width, foot));
  marks.push(...leader(galley, style, text.x + lines.at(-1)!.width, foot));
  marks.push({ kind: 'link', x: left, y: 0, width, height: y, link });
  return { height: y, gap: 0, marks };
}

/**
 * Returns the dots between a title and its page: they keep to one grid, so that they stand in columns.
 * They are signs, not a drawing, so that who copies the list gets title and page apart, as from Word.
 */
function leader(galley: Galley, style: TypeStyle, from: number, y: number): readonly Mark[] {
  const dots = { ...style, color: galley.theme.color.muted };
  const step = naturalWidth([stretch(galley, '.', dots, -1)]);
  const end = galley.left + galley.width - leaderEnd;
  const count = Math.floor((end - from - leaderGap) / step);
  if (count < fewestDots) return [];
  const line = breakLines([stretch(galley, '.'.repeat(count), dots, -1)], galley.width)[0]!;
  return lineMarks(line, end - count * step, y).map((mark) =>
    mark.kind === 'text' ? { ...mark, owner: 'rule' } : mark,
  );
}
