// Paragraphs as they were set, for the next paper that says the same in the same place of a line: most of
// an agreement from the same text. Holds nothing of a paper: slots are counted from the paragraph's first.
// What comes out is the same as if it were set anew.

import { keep, keepRecurring } from '../../base/kept.ts';
import type { Inline, NumberLabel, TextRun } from '../../model/block.ts';
import type { TypeStyle } from '../../model/theme.ts';
import {
  addMoved,
  type Box,
  type Galley,
  type KnownPlace,
  type Mark,
  type Strip,
} from './galley.ts';
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
const paragraphs = keepRecurring<SetParagraph>(paragraphsKept);

/** More looks of text than a theme has. */
const stylesKept = 60;
const styles = keep<KnownPlace[]>(stylesKept);
/** More columns of tables than long agreements have. */
const mostPlaces = 150;
let lastPlace = 0;

/** Returns everything that a paragraph's lines follow from; undefined for one that adds more than slots. */
export function paragraphKey(
  galley: Galley,
  { content, number }: ProseInput,
  style: TypeStyle,
  box: Box,
  balance: boolean,
): string | undefined {
  const place = placeName(galley, style, box, balance);
  const only = content[0];
  if (content.length === 1 && only?.kind === 'text' && !number && isPlain(only)) {
    return `${place} ${only.text}`;
  }
  let key = `${place}:`;
  if (number) key += `${number.scheme}${number.level}${number.label.length} ${number.label}`;
  for (const inline of content) {
    if (inline.kind === 'text') {
      if (inline.lang !== undefined && inline.lang !== galley.language) return undefined;
      key += `${marksOf(inline)}${inline.text.length} ${inline.text}`;
    } else if (inline.kind === 'break') key += '/';
    else return undefined;
  }
  return key;
}

const isPlain = ({ strong, emphasis, unbroken, lang }: TextRun): boolean =>
  !strong && !emphasis && !unbroken && lang === undefined;

const marksOf = ({ strong, emphasis, unbroken }: TextRun): string =>
  `${strong ? '+' : ''}${emphasis ? '~' : ''}${unbroken ? '=' : ''}.`;

/** Returns a short name for a style in a place, the same in every paper of this process. */
function placeName(galley: Galley, style: TypeStyle, box: Box, balance: boolean): string {
  const { x, width, align } = box;
  const known = placesOf(galley, style);
  for (const each of known) {
    if (each.x !== x || each.width !== width) continue;
    if (each.align === align && each.balance === balance) return each.name;
  }
  if (known.length >= mostPlaces) known.length = 0;
  lastPlace += 1;
  const name = String(lastPlace);
  known.push({ x, width, ...(align ? { align } : {}), balance, name });
  return name;
}

/** Returns the known places of a style, one list for the same look in every paper. */
function placesOf(galley: Galley, style: TypeStyle): KnownPlace[] {
  let known = galley.places.get(style);
  if (known) return known;
  const { family, size, leading, color, bold, italic } = style;
  const chains = [0, 1, 2, 3].map(
    (face) => galley.faces.chain(family, face > 1, face % 2 === 1).id,
  );
  const look = [size, leading, color, bold ? 'b' : '', italic ? 'i' : ''];
  const key = [...chains, ...look, galley.theme.space.indent].join(' ');
  known = styles.get(key);
  if (!known) {
    known = [];
    styles.set(key, known);
  }
  galley.places.set(style, known);
  return known;
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
