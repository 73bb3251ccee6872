// The layout as a whole: a paper and a theme become pages of marks, a structure and a watermark.
// Plain data, complete and checked: drawing adds nothing and decides nothing.

import { InternalError } from '../../base/errors.ts';
import type { Signer } from '../../model/block.ts';
import type { Paper } from '../../model/paper.ts';
import { blocksText } from '../../model/text.ts';
import { pointsPerMm, type Theme } from '../../model/theme.ts';
import type { FaceBook } from './faces.ts';
import { setBlocks } from './flow.ts';
import type { GalleyLink, Mark } from './galley.ts';
import { paginate } from './paginate.ts';
import { runningMarks, type Watermark, watermarkOf } from './running.ts';
import type { Tag } from './tags.ts';

/** A laid-out paper; lengths in points, y downwards from the paper's top. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  /** Each page's marks in drawing order: first the text in reading order, then header and footer. */
  readonly pages: readonly { readonly marks: readonly Mark[] }[];
  readonly root: Tag;
  readonly links: readonly GalleyLink[];
  readonly fields: readonly Signer[];
  readonly watermark?: Watermark;
  /** What it says, in the order of its structure. */
  readonly text: string;
}

/** Lays out a paper. Throws an InternalError when the text laid out is not the text of the blocks. */
export function layOut(paper: Paper, theme: Theme, faces: FaceBook): Layout {
  const { widthMm, heightMm, marginMm } = theme.page;
  const { galley, strips } = setBlocks(paper, theme, faces);
  const frame = {
    top: marginMm.top * pointsPerMm,
    bottom: (heightMm - marginMm.bottom) * pointsPerMm,
  };
  const pages = paginate(strips, frame);
  const watermark = watermarkOf(paper, theme, faces);
  const filled = pages.map(({ marks }, index) => ({
    marks: [...marks, ...runningMarks(paper, theme, faces, index + 1, pages.length)],
  }));
  const text = layoutText(filled, galley.root);
  proveComplete(text, paper);
  return {
    width: widthMm * pointsPerMm,
    height: heightMm * pointsPerMm,
    pages: filled,
    root: galley.root,
    links: galley.links,
    fields: galley.fields,
    text,
    ...(watermark ? { watermark } : {}),
  };
}

/** Returns the text of a layout in the order of its structure, notices left out, alt texts included; a list of contents only repeats. */
function layoutText(pages: Layout['pages'], root: Tag): string {
  const bySlot: string[] = [];
  for (const { marks } of pages) {
    for (const mark of marks) {
      if (mark.kind !== 'text' || typeof mark.owner !== 'number') continue;
      bySlot[mark.owner] = (bySlot[mark.owner] ?? '') + mark.part.text;
    }
  }
  let text = '';
  const add = ({ type, facts, kids }: Tag): void => {
    if (type === 'Notice' || type === 'TOC') return;
    if (type === 'Figure') {
      text += `\n${facts.alt ?? ''}\n`;
      return;
    }
    const inline = type === 'Span' || type === 'Link' || type === 'Lbl';
    if (!inline) text += '\n';
    for (const kid of kids) {
      if (typeof kid === 'number') text += bySlot[kid] ?? '';
      else add(kid);
    }
    if (!inline) text += '\n';
  };
  add(root);
  return text;
}

/** White space that is more than one plain space. */
const wide = /[\s\u0085]{2,}|[^\S ]|\u0085/g;
const lone = /\p{Cs}/u;
const everyLone = /\p{Cs}/gu;

function squeezed(text: string): string {
  const whole = lone.test(text) ? text.replace(everyLone, '\ufffd') : text;
  return whole.replace(wide, ' ').trim();
}

const isSpace = (code: number): boolean =>
  code <= 32 ? code === 32 || (code >= 9 && code <= 13) : code > 0x84 && spaces.has(code);

/** White space beyond ASCII, as regular expressions know it, and the next line of Unicode. */
const spaces: ReadonlySet<number> = new Set(
  Array.from(
    '\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff',
    (sign) => sign.charCodeAt(0),
  ),
);

function pastSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && isSpace(text.charCodeAt(at))) at += 1;
  return at;
}

/** Returns true only for texts that are the same once they are squeezed, without squeezing them. */
function plainlySame(one: string, other: string): boolean {
  let at = pastSpace(one, 0);
  let there = pastSpace(other, 0);
  while (at < one.length && there < other.length) {
    const code = one.charCodeAt(at);
    const theirs = other.charCodeAt(there);
    if (code === theirs && code > 32 && code < 0x80) {
      at += 1;
      there += 1;
    } else if (isSpace(code)) {
      if (!isSpace(theirs)) return false;
      at = pastSpace(one, at);
      there = pastSpace(other, there);
    } else if (code === theirs) {
      at += 1;
      there += 1;
    } else return false;
  }
  return pastSpace(one, at) === one.length && pastSpace(other, there) === other.length;
}

function proveComplete(text: string, paper: Paper): void {
  const said = blocksText(paper.blocks);
  if (plainlySame(said, text)) return;
  const given = squeezed(said);
  const laid = squeezed(text);
  if (given !== laid) {
    let at = 0;
    while (given[at] === laid[at]) at += 1;
    const around = (text: string): string =>
      JSON.stringify(text.slice(Math.max(0, at - 20), at + 30));
    throw new InternalError(
      `The PDF would say ${around(laid)} where the paper says ${around(given)}.`,
    );
  }
}
