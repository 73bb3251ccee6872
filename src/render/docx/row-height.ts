// How high a row of a table will be, by estimate: Word lays it out, but whether rows may split and
// which keep each other company has to be said before.

import type { Cell, Row } from '../../model/block.ts';
import { inlineText } from '../../model/text.ts';
import { pointsPerMm, type Theme } from '../../model/theme.ts';
import { lineCount } from './measure.ts';

/** Mean width of a character in ems: what European text in the body face comes to, rounded up. */
const meanCharacter = 0.6;

/** Returns how many lines a text takes in so many ems. */
type LineEstimate = (text: string, ems: number) => number;

const roughly: LineEstimate = (text, ems) =>
  Math.max(1, Math.ceil(text.length / Math.max(1, Math.floor(ems / meanCharacter))));

/** Counts lines by the widths of their letters, which takes longer: for where a line more or less decides. */
export const closely: LineEstimate = (text, ems) => lineCount(text, ems);

/** Returns about how high a row is, points; `widths` are the columns', in twips. */
export function rowHeight(
  row: Row,
  widths: readonly number[],
  theme: Theme,
  lines: LineEstimate = roughly,
): number {
  const { size, leading, after } = theme.type.cell;
  const { space } = theme;
  const cells = row.cells.map((cell, index) => {
    const width = Math.max(widths[index]! / 20 - 2 * space.cellX, size);
    const heights = paragraphTexts(cell).map((text) => lines(text, width / size) * leading + after);
    return heights.reduce((sum, each) => sum + each, 2 * space.cellY);
  });
  return Math.max(0, ...cells);
}

/** Returns the height between the margins, points. */
export function pageRoom({ page }: Theme): number {
  return (page.heightMm - page.marginMm.top - page.marginMm.bottom) * pointsPerMm;
}

function paragraphTexts(cell: Cell): readonly string[] {
  const texts = (content: Cell['content']): readonly string[] =>
    content.flatMap((block) =>
      block.kind === 'list'
        ? block.items.flatMap((item) => (item.content.length ? texts(item.content) : ['']))
        : inlineText(block.content).split('\n'),
    );
  return texts(cell.content);
}
