// The names by which cross-references reach headings and paragraphs: one bookmark for each anchor.
// Collected before the body is written, because references may point forward.

import type { Block, List, NumberLabel, Paragraph } from '../../model/block.ts';
import { inlineText } from '../../model/text.ts';

/** A place that can be referred to. */
export interface Anchor {
  /** Unique, in the letters, digits and length (40) that Word allows; `_` hides it in Word's list. */
  readonly bookmark: string;
  /** Unique in the file. */
  readonly id: number;
  readonly number: NumberLabel | undefined;
  readonly text: string;
}

/** Anchors by name. */
export type Anchors = ReadonlyMap<string, Anchor>;

/** Returns all anchors of a paper, in the order of the text; of two with one name the first counts. */
export function anchorsOf(blocks: readonly Block[]): Anchors {
  const anchors = new Map<string, Anchor>();
  const taken = new Set<string>();
  for (const place of blocks.flatMap(placesIn)) {
    const name = place.anchor;
    if (name === undefined || anchors.has(name)) continue;
    const base = `_Ref_${name.replace(/[^A-Za-z0-9]+/g, '_')}`.slice(0, 34);
    let bookmark = base;
    for (let count = 2; taken.has(bookmark.toLowerCase()); count += 1)
      bookmark = `${base}_${count}`;
    taken.add(bookmark.toLowerCase());
    anchors.set(name, {
      bookmark,
      id: anchors.size,
      number: place.number,
      text: inlineText(place.content),
    });
  }
  return anchors;
}

type Place = Pick<Paragraph, 'anchor' | 'number' | 'content'>;

function placesIn(block: Block): readonly Place[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [block];
    case 'list':
      return inList(block);
    case 'table':
      return [...(block.header ? [block.header] : []), ...block.rows].flatMap((row) =>
        row.cells.flatMap((cell) =>
          cell.content.flatMap((each) => (each.kind === 'list' ? inList(each) : [each])),
        ),
      );
    default:
      return [];
  }
}

function inList(list: List): readonly Place[] {
  return list.items.flatMap((item) =>
    item.content.flatMap((each) => (each.kind === 'list' ? inList(each) : [each])),
  );
}
