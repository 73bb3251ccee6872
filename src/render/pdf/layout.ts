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
  const layout: Layout = {
    width: widthMm * pointsPerMm,
    height: heightMm * pointsPerMm,
    pages: pages.map(({ marks }, index) => ({
      marks: [...marks, ...runningMarks(paper, theme, faces, index + 1, pages.length)],
    })),
    root: galley.root,
    links: galley.links,
    fields: galley.fields,
    ...(watermark ? { watermark } : {}),
  };
  proveComplete(layout, paper);
  return layout;
}

/** Returns the text of a layout in the order of its structure, notices left out, alt texts included; a list of contents only repeats. */
export function layoutText(layout: Layout): string {
  const bySlot = new Map<number, string>();
  for (const { marks } of layout.pages) {
    for (const mark of marks) {
      if (mark.kind !== 'text' || typeof mark.owner !== 'number') continue;
      bySlot.set(mark.owner, (bySlot.get(mark.owner) ?? '') + mark.part.text);
    }
  }
  const textOf = (tag: Tag): string => {
    if (tag.type === 'Notice' || tag.type === 'TOC') return '';
    if (tag.type === 'Figure') return `\n${tag.facts.alt ?? ''}\n`;
    const own = tag.kids.map((kid) =>
      typeof kid === 'number' ? (bySlot.get(kid) ?? '') : textOf(kid),
    );
    const inline = tag.type === 'Span' || tag.type === 'Link' || tag.type === 'Lbl';
    return inline ? own.join('') : `\n${own.join('')}\n`;
  };
  return textOf(layout.root);
}

const squeezed = (text: string): string =>
  text
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/[\s\u0085]+/g, ' ')
    .trim();

function proveComplete(layout: Layout, paper: Paper): void {
  const given = squeezed(blocksText(paper.blocks));
  const laid = squeezed(layoutText(layout));
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
