// The list of contents of a long paper: one line for each heading of the first level, with the page
// that somebody else has counted. Decides where the list stands; lays out nothing.

import type { Agreement } from '../model/agreement.ts';
import type { Block, ContentsEntry, Heading } from '../model/block.ts';
import type { Paper } from '../model/paper.ts';
import type { Theme } from '../model/theme.ts';
import { estimatePages } from './page-estimate.ts';
import type { Template } from './template.ts';
import { wordingFor } from './wording.ts';

/** A paper of more pages has a list of contents. */
const longestWithout = 12;
/** Layouts with a list at most, until the page numbers in it are true. */
const mostLayouts = 3;

/** The pages of a paper, counted from 1. */
export interface PageCount {
  readonly total: number;
  /** The page on which each anchor stands. */
  readonly pages: ReadonlyMap<string, number>;
}

/** Returns the word over a list of contents. */
export function contentsTitle(agreement: Agreement, template: Template): string {
  return wordingFor(template, agreement.language ?? 'en-US').words('paper.contents');
}

/** Gives a long paper its list of contents; `count` lays it out, which a short one is spared. */
export async function listContents(
  paper: Paper,
  title: string,
  theme: Theme,
  count: (paper: Paper) => Promise<PageCount>,
): Promise<Paper> {
  if (estimatePages(paper.blocks, theme) <= longestWithout) return paper;
  let { total, pages } = await count(paper);
  if (total <= longestWithout) return paper;
  for (let layouts = 1; ; layouts += 1) {
    const known = pages;
    const blocks = withContents(paper.blocks, title, (anchor) => known.get(anchor));
    const listed = { ...paper, blocks };
    if (layouts > mostLayouts) return listed;
    pages = (await count(listed)).pages;
    if ([...pages].every(([anchor, page]) => known.get(anchor) === page)) return listed;
  }
}

/**
 * Returns the blocks with a list of contents before their first heading of the first level, or the
 * blocks as they are where there is nothing to list.
 *
 * @param pageOf the page of an anchor, counted from 1; what has none is not listed
 */
export function withContents(
  blocks: readonly Block[],
  title: string,
  pageOf: (anchor: string) => number | undefined,
): readonly Block[] {
  const isListed = (block: Block): block is Heading =>
    block.kind === 'heading' && block.level === 1;
  const entries = blocks.filter(isListed).flatMap((heading): ContentsEntry[] => {
    const { anchor, number, content } = heading;
    const page = anchor === undefined ? undefined : pageOf(anchor);
    if (anchor === undefined || page === undefined) return [];
    return [{ target: anchor, ...(number ? { label: number.label } : {}), content, page }];
  });
  if (entries.length === 0) return blocks;
  const first = blocks.findIndex(isListed);
  return [...blocks.slice(0, first), { kind: 'contents', title, entries }, ...blocks.slice(first)];
}
