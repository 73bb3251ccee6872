// Paragraphs as they were set, for the next paper that says the same in the same place of a line: most of
// an agreement from the same text. Holds nothing of a paper: slots are counted from the paragraph's first.
// What comes out is the same as if it were set anew.

import { keep } from '../../base/kept.ts';
import type { Inline, NumberLabel } from '../../model/block.ts';
import type { TypeStyle } from '../../model/theme.ts';
import { addMoved, type Box, type Galley, type Mark, type Strip } from './galley.ts';
import type { Tag } from './tags.ts';

/** What a paragraph-like block is set from. */
export interface ProseInput {
  readonly content: readonly Inline[];
  readonly number?: NumberLabel;
  readonly anchor?: string;
}

/** A paragraph without its paper. */
interface SetParagraph {
  readonly slots: number;
  readonly lines: readonly {
    readonly height: number;
    readonly gap: number;
    readonly glue: boolean;
    readonly marks: readonly Mark[];
  }[];
}

/** More than a long agreement has; each takes some kilobytes. */
const paragraphsKept = 700;
const paragraphs = keep<SetParagraph>(paragraphsKept);

/** Returns everything that a paragraph's lines follow from; undefined for one that adds more than slots. */
export function paragraphKey(
  galley: Galley,
  { content, number }: ProseInput,
  style: TypeStyle,
  box: Box,
  balance: boolean,
): string | undefined {
  let key = `${styleKey(galley, style)} ${box.x} ${box.width} ${box.align === 'end' ? 'e' : ''}${balance ? 'b' : ''}`;
  if (number) key += `${number.scheme}${number.level}${number.label.length} ${number.label}`;
  for (const inline of content) {
    if (inline.kind === 'text') {
      if (inline.lang !== undefined && inline.lang !== galley.language) return undefined;
      key += `${markKey(inline)}${inline.text.length} ${inline.text}`;
    } else if (inline.kind === 'break') key += '/';
    else return undefined;
  }
  return key;
}

const markKey = ({ strong, emphasis, unbroken }: Extract<Inline, { kind: 'text' }>): string =>
  `${strong ? '+' : ''}${emphasis ? '~' : ''}${unbroken ? '=' : ''}.`;

function styleKey(galley: Galley, style: TypeStyle): string {
  let key = galley.styleKeys.get(style);
  if (key === undefined) {
    const { family, size, leading, color, bold, italic } = style;
    const chains = [0, 1, 2, 3].map(
      (face) => galley.faces.chain(family, face > 1, face % 2 === 1).id,
    );
    const look = [size, leading, color, bold ? 'b' : '', italic ? 'i' : ''];
    key = [...chains, ...look, galley.theme.space.indent].join(' ');
    galley.styleKeys.set(style, key);
  }
  return key;
}

/** Returns a kept paragraph's lines with slots of this paper, or undefined. */
export function takeAgain(galley: Galley, tag: Tag, key: string): Strip[] | undefined {
  const known = paragraphs.get(key);
  if (!known) return undefined;
  const slot = galley.slots;
  for (let each = 0; each < known.slots; each += 1) tag.kids.push(slot + each);
  galley.slots += known.slots;
  const strips: Strip[] = [];
  for (const { height, gap, glue, marks } of known.lines) {
    const group = { kind: 'group', y: 0, slot, marks } as const;
    strips.push(glue ? { height, gap, marks: [group], glue } : { height, gap, marks: [group] });
  }
  return strips;
}

/** Keeps a paragraph that was given the slots from `first` on. */
export function keepParagraph(
  key: string,
  strips: readonly Strip[],
  first: number,
  slots: number,
): void {
  const lines = strips.map(({ height, gap, glue, marks }) => {
    const own: Mark[] = [];
    addMoved(own, marks, 0);
    const free = own.map((mark): Mark => {
      if (mark.kind !== 'text' || typeof mark.owner !== 'number') return mark;
      return { ...mark, owner: mark.owner - first };
    });
    return { height, gap, glue: glue === true, marks: free };
  });
  paragraphs.set(key, { slots, lines });
}
