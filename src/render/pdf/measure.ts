// How many pages a paper has in the PDF, and where its headings stand: the layout without a file.
// For a list of contents, which every format prints with the same page numbers.

import type { Paper } from '../../model/paper.ts';
import type { Theme } from '../../model/theme.ts';
import { openFaces } from './faces.ts';
import { layOut } from './layout.ts';

/** The pages of a paper, counted from 1. */
export interface PageCount {
  readonly total: number;
  /** The page on which each anchor stands. */
  readonly pages: ReadonlyMap<string, number>;
}

/**
 * Lays out a paper and counts.
 *
 * @param fonts as for `renderPdf`
 */
export function measurePages(
  paper: Paper,
  theme: Theme,
  fonts: ReadonlyMap<string, Uint8Array>,
): PageCount {
  const layout = layOut(paper, theme, openFaces(theme, fonts));
  const pages = new Map<string, number>();
  layout.pages.forEach(({ marks }, index) => {
    for (const mark of marks) {
      if (mark.kind !== 'place' || mark.anchor === undefined || pages.has(mark.anchor)) continue;
      pages.set(mark.anchor, index + 1);
    }
  });
  return { total: layout.pages.length, pages };
}
