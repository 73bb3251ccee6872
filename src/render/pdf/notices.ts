// Notices of a draft become strips on a tinted ground: the box of open points and the short marks
// at clauses. They are content, tagged as Notice (role Note), but not part of the agreement's text.

import type { Notice } from '../../model/block.ts';
import { type Box, type Galley, type Mark, moved, type Strip, stackHeight } from './galley.ts';
import { breakLines } from './lines.ts';
import { baseline, labelStretch, lineMarks, setProse, withMarks } from './prose.ts';
import { addTag, type Tag } from './tags.ts';

const barWidth = 2.5;
/** Room between the ground's edge and the text, points. */
const padding = { box: { x: 13, y: 10 }, mark: { x: 8, y: 3.5 } } as const;

/** A box higher than this share of a page may be parted between its items: kept whole, it would leave a page half empty. */
const wholeBox = 1 / 3;

/** Sets a notice; a mark is kept on one page where it fits one, and so is a box that is not high. */
export function setNotice(galley: Galley, parent: Tag, notice: Notice): Strip[] {
  const { theme } = galley;
  const tag = addTag(parent, 'Notice');
  const pad = padding[notice.style];
  const inset = notice.style === 'mark' ? theme.space.indent : 0;
  const ground: Box = { x: galley.left + inset, width: galley.width - inset };
  const box: Box = { x: ground.x + pad.x, width: ground.width - 2 * pad.x };
  const titleStyle = notice.style === 'mark' ? theme.type.notice : theme.type.noticeTitle;
  const strips = notice.title
    ? setProse(
        galley,
        addTag(tag, 'P'),
        { content: [{ kind: 'text', text: notice.title }] },
        titleStyle,
        box,
      )
    : [];
  const style = theme.type.notice;
  const dash = 11;
  const starts: number[] = [];
  for (const item of notice.items) {
    starts.push(strips.length);
    const own = addTag(tag, 'P');
    const label = breakLines([labelStretch(galley, own, '– ', style)], box.width)[0]!;
    const inner = { x: box.x + dash, width: box.width - dash };
    const set = setProse(galley, own, { content: item }, style, inner);
    const gap = strips.length ? Math.max(style.after, 1.5) : 0;
    strips.push(
      ...withMarks(set, lineMarks(label, box.x, baseline(style))).map((strip, index) =>
        index ? strip : { ...strip, gap },
      ),
    );
  }
  const room = notice.style === 'box' ? galley.depth * wholeBox : galley.depth;
  const whole = stackHeight(strips) + 2 * pad.y <= room;
  // The first item stays with the title, the last with the one before it.
  const kept = [starts[0], starts.at(-1)];
  return strips.map((strip, index): Strip => {
    // Every strip brings its piece of the ground, gap and padding included, so that it may be parted.
    const above = index ? strip.gap : pad.y;
    const below = index === strips.length - 1 ? pad.y : 0;
    const height = above + strip.height + below;
    const fill = (x: number, width: number, color: string): Mark => ({
      kind: 'fill',
      x,
      y: 0,
      width,
      height,
      color,
      owner: 'rule',
    });
    return {
      height,
      gap: 0,
      ...(index && (whole || strip.glue || kept.includes(index)) ? { glue: true } : {}),
      marks: [
        fill(ground.x, ground.width, theme.color.noticeTint),
        fill(ground.x, barWidth, theme.color.noticeInk),
        moved(strip.marks, above),
      ],
    };
  });
}
