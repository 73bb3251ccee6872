// Headings and paragraphs become strips, one for each line, tagged run by run.
// Takes any box to fill, so that cells and notices are set by the same hand; breaks no pages.

import { assertNever } from '../../base/errors.ts';
import type { Inline } from '../../model/block.ts';
import { inlineText } from '../../model/text.ts';
import type { TypeStyle } from '../../model/theme.ts';
import {
  addSlot,
  type Box,
  type Galley,
  type LinkTarget,
  type Mark,
  type Strip,
  type StripMark,
} from './galley.ts';
import { balanceLines, breakLines, type Line, type Stretch } from './lines.ts';
import { keepParagraph, type ProseInput, paragraphKey, takeAgain } from './set-paragraphs.ts';
import { addTag, type Tag } from './tags.ts';

/** How far below the top of a line its baseline is, points: capitals stand in the middle. */
export function baseline(style: TypeStyle): number {
  return style.leading / 2 + style.size * 0.36;
}

/** Returns the stretches of inlines, each with its own slot below `tag`. */
export function stretchesOf(
  galley: Galley,
  tag: Tag,
  content: readonly Inline[],
  style: TypeStyle,
): readonly Stretch[] {
  const stretches: Stretch[] = [];
  const add = (parent: Tag, text: string, look: Look, link?: number, color = style.color): void => {
    const foreign = look.lang !== undefined && look.lang !== galley.language;
    const owner = foreign ? addTag(parent, 'Span', { lang: look.lang! }) : parent;
    const bold = style.bold === true || look.strong === true;
    const italic = (style.italic ?? false) !== (look.emphasis ?? false);
    const stretch: { -readonly [Key in keyof Stretch]: Stretch[Key] } = {
      text,
      chain: galley.faces.chain(style.family, bold, italic),
      size: style.size,
      color,
      slot: addSlot(galley, owner),
    };
    if (look.unbroken) stretch.unbroken = true;
    if (link !== undefined) stretch.link = link;
    stretches.push(stretch);
  };
  const linked = (target: LinkTarget, contents: string): { link: number; within: Tag } => {
    const link = galley.links.push({ target, contents }) - 1;
    return { link, within: addTag(tag, 'Link', { link }) };
  };
  for (const inline of content) {
    switch (inline.kind) {
      case 'text':
        if (inline.text) add(tag, unbrokenLine(inline.text), inline);
        break;
      case 'link': {
        if (!inlineText([inline])) break;
        const { link, within } = linked({ href: inline.href }, inline.href);
        const color = galley.theme.color.link;
        for (const run of inline.content) {
          if (run.text) add(within, unbrokenLine(run.text), run, link, color);
        }
        break;
      }
      case 'reference': {
        if (!inline.label) break;
        const { link, within } = linked({ anchor: inline.target }, inline.label);
        add(within, unbrokenLine(inline.label), {}, link);
        break;
      }
      case 'break':
        add(tag, '\n', {});
        break;
      default:
        assertNever(inline);
    }
  }
  return stretches;
}

/** How a run looks beside its style. */
interface Look {
  readonly strong?: true;
  readonly emphasis?: true;
  readonly lang?: string;
  readonly unbroken?: true;
}

/** Only a break ends a line. */
const unbrokenLine = (text: string): string =>
  text.includes('\n') ? text.replaceAll('\n', ' ') : text;

/** Returns a stretch of fixed text, such as a number or a label, in its own slot. */
export function labelStretch(galley: Galley, tag: Tag, text: string, style: TypeStyle): Stretch {
  return {
    text,
    chain: galley.faces.chain(style.family, style.bold === true, style.italic === true),
    size: style.size,
    color: style.color,
    slot: addSlot(galley, tag),
  };
}

/** Returns the marks of a line whose box starts at `x` and whose baseline is at `y`. */
export function lineMarks(line: Line, x: number, y: number): readonly Mark[] {
  const marks: Mark[] = [];
  for (const { x: from, width, parts, stretch } of line.pieces) {
    const { size, color, slot: owner, link } = stretch;
    let at = x + from;
    for (const part of parts) {
      marks.push({ kind: 'text', x: at, y, owner, part, size, color });
      at += (part.width * size) / 1000;
    }
    if (link === undefined) continue;
    const [top, height] = [y - size * 1.05, size * 1.4];
    marks.push({ kind: 'link', x: x + from, y: top, width, height, link });
  }
  return marks;
}

/** Returns lines as strips that leave no single line behind at a page's end or start. */
export function lineStrips(
  lines: readonly Line[],
  box: Box,
  style: TypeStyle,
  before: number,
): Strip[] {
  return lines.map((line, index): Strip => {
    const x = box.align === 'end' ? box.x + box.width - line.width : box.x;
    const glued = index === 1 || (index > 0 && index === lines.length - 1);
    return {
      height: style.leading,
      gap: index ? 0 : before,
      marks: lineMarks(line, x, baseline(style)),
      ...(glued ? { glue: true } : {}),
    };
  });
}

/** Puts marks in front of the first strip. */
export function withMarks(strips: readonly Strip[], marks: readonly StripMark[]): Strip[] {
  const [first, ...rest] = strips;
  return first ? [{ ...first, marks: [...marks, ...first.marks] }, ...rest] : [];
}

/** Sets a paragraph or heading into a box; a number hangs to the left of its text. */
export function setProse(
  galley: Galley,
  tag: Tag,
  input: ProseInput,
  style: TypeStyle,
  box: Box,
  balance = false,
): Strip[] {
  const strips = setOrTakeAgain(galley, tag, input, style, box, balance);
  return input.anchor ? withMarks(strips, [{ kind: 'place', y: 0, anchor: input.anchor }]) : strips;
}

/** Sets a text, or takes it as it was set the last time. */
function setOrTakeAgain(
  galley: Galley,
  tag: Tag,
  input: ProseInput,
  style: TypeStyle,
  box: Box,
  balance: boolean,
): Strip[] {
  const key = paragraphKey(galley, input, style, box, balance);
  if (key === undefined) return setText(galley, tag, input, style, box, balance);
  const known = takeAgain(galley, tag, key);
  if (known) return known;
  const first = galley.slots;
  const strips = setText(galley, tag, input, style, box, balance);
  keepParagraph(key, strips, first, galley.slots - first);
  return strips;
}

function setText(
  galley: Galley,
  tag: Tag,
  input: ProseInput,
  style: TypeStyle,
  box: Box,
  balance: boolean,
): Strip[] {
  const fill = balance ? balanceLines : breakLines;
  const { number } = input;
  if (!number?.label) {
    return lineStrips(
      fill(stretchesOf(galley, tag, input.content, style), box.width),
      box,
      style,
      0,
    );
  }
  const { indent } = galley.theme.space;
  const shift = number.level === 2 ? indent : 0;
  const gap = inlineText(input.content) ? ' ' : '';
  const label = labelStretch(galley, tag, `${number.label}${gap}`, style);
  const labelLine = breakLines([label], Number.MAX_SAFE_INTEGER)[0]!;
  // "Annex 12" is wider than the indent: then the text runs on behind it.
  const runsIn = labelLine.width + style.size * 0.4 > indent;
  const text = { x: box.x + shift + indent, width: box.width - shift - indent };
  const hang =
    runsIn && number.scheme === 'annex' ? { x: box.x + shift, width: box.width - shift } : text;
  const first = runsIn ? labelLine.width + style.size * 0.7 - (hang.x - box.x - shift) : 0;
  const lines = fill(
    stretchesOf(galley, tag, input.content, style),
    hang.width,
    Math.max(0, first),
  );
  return withMarks(
    lineStrips(lines, hang, style, 0),
    lineMarks(labelLine, box.x + shift, baseline(style)),
  );
}
