// Words that are held together, such as a date, in a cell that is too narrow for them. Word would cut
// them between letters: here they are let go. By estimate; other cells stay as they are.

import type { Cell, Inline } from '../../model/block.ts';
import type { Theme } from '../../model/theme.ts';
import { widthInEms } from './measure.ts';

/** Room for typefaces that run wider than ours, where a machine has neither it nor the one named beside it. */
const slack = 1.12;

/** Returns a cell whose words are held together only where they fit; `width` is the cell's, in twips. */
export function loosened(cell: Cell, width: number, theme: Theme): Cell {
  if (!cell.content.some(holdsWords)) return cell;
  const { size } = theme.type.cell;
  const room = width / 20 - 2 * theme.space.cellX;
  const loose = (inline: Inline): Inline => {
    if (inline.kind !== 'text' || !inline.unbroken) return inline;
    const { unbroken, ...run } = inline;
    return widthInEms(run.text, run.strong) * size * slack > room ? run : inline;
  };
  const blocks = (content: Cell['content']): Cell['content'] =>
    content.map((block) =>
      block.kind === 'list'
        ? {
            ...block,
            items: block.items.map((item) => ({ ...item, content: blocks(item.content) })),
          }
        : { ...block, content: block.content.map(loose) },
    );
  return { ...cell, content: blocks(cell.content) };
}

const holdsWords = (block: Cell['content'][number]): boolean =>
  block.kind === 'list'
    ? block.items.some((item) => item.content.some(holdsWords))
    : block.content.some((inline) => inline.kind === 'text' && inline.unbroken === true);
