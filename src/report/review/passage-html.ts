// The passage that a point is about, set like the paper; or the line that says what is not agreed
// yet, between the clauses that would stand around it.

import type { Passage, PassageHeading } from '../../model/passage.ts';
import { blocksText } from '../../model/text.ts';
import { escapeHtml } from '../../render/html/escape.ts';
import { renderBlocks } from '../../render/html/index.ts';
import { text } from './markup.ts';
import type { ReviewPaper } from './review-data.ts';

/** What a passage needs to know of the page around it. */
export interface PassagePlace {
  readonly paper: ReviewPaper;
  /** Before every id of this agreement. */
  readonly prefix: string;
  /** The level of the point's heading. */
  readonly level: number;
  /** Names the point, so that its tables have a name of their own. */
  readonly context: string;
  /** Words that the finding is about. */
  readonly mark?: string;
}

/** Whole clauses with more text than this are folded, in UTF-16 units. */
const longPassage = 700;

/** Returns a passage with a caption that says where it stands. */
export function passageHtml(passage: Passage, place: PassagePlace): string {
  const lang = ` lang="${escapeHtml(place.paper.language)}"`;
  if (passage.kind === 'missing') {
    const { after, before, inside, line } = passage;
    const neighbours = [
      after ? `<p class="neighbour">${title(after)}</p>` : '',
      `<p class="gap"><span>${text(line)}</span></p>`,
      before ? `<p class="neighbour">${title(before)}</p>` : '',
    ].join('');
    const caption =
      after || before || inside
        ? 'It would stand here in the agreement'
        : 'This is not in the agreement';
    const head = inside ? `<p class="clause-title">${title(inside)}</p>` : '';
    return `<figure class="passage"><figcaption>${caption}</figcaption><div class="paper"${lang}>${head}${neighbours}</div></figure>`;
  }
  const blocks = renderBlocks(passage.blocks, {
    idPrefix: place.prefix,
    partners: place.paper.colors,
    pictures: place.paper.pictures,
    context: place.context,
    titleLevel: place.level + 1,
    ...(place.mark ? { mark: place.mark } : {}),
  });
  const head = passage.heading ? `<p class="clause-title">${title(passage.heading)}</p>` : '';
  const where = passage.heading
    ? 'The agreement, as it will be printed'
    : passage.part === 0
      ? 'The first page, as it will be printed'
      : 'The agreement, as it will be printed';
  const body =
    passage.whole && blocksText(passage.blocks).length > longPassage
      ? `<details><summary>Show the whole clause</summary>${blocks}</details>`
      : blocks;
  return `<figure class="passage"><figcaption>${where}</figcaption><div class="paper"${lang}>${head}${body}</div></figure>`;
}

function title({ label, title: words }: PassageHeading): string {
  return `${label ? `<span class="number">${text(label)}</span> ` : ''}${text(words)}`;
}
