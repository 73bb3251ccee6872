// Gives every heading of the first level an anchor, so that a list of contents can lead to it.
// Clauses and annexes have theirs from the spec; sections without a number get one from their title.

import type { Block } from '../model/block.ts';
import { inlineText } from '../model/text.ts';

/** Returns the blocks, each heading of the first level with an anchor that no other block has. */
export function anchorHeadings(blocks: readonly Block[]): readonly Block[] {
  const taken = new Set(
    blocks.flatMap((block) => ('anchor' in block && block.anchor ? [block.anchor] : [])),
  );
  return blocks.map((block) => {
    if (block.kind !== 'heading' || block.level !== 1 || block.anchor) return block;
    const words =
      inlineText(block.content)
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu) ?? [];
    const name = words.join('-').slice(0, 40) || 'section';
    let anchor = name;
    for (let count = 2; taken.has(anchor); count += 1) anchor = `${name}-${count}`;
    taken.add(anchor);
    return { ...block, anchor };
  });
}
