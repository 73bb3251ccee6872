// All blocks of a paper become one galley: strips below each other with the space between them,
// what keeps together, and the structure in reading order. Makes no pages.

import { assertNever } from '../../base/errors.ts';
import type { Block } from '../../model/block.ts';
import type { Paper } from '../../model/paper.ts';
import { inlineText } from '../../model/text.ts';
import { pointsPerMm, type Theme, type TypeName, type TypeStyle } from '../../model/theme.ts';
import { setContents } from './contents.ts';
import { setDrawing } from './drawings.ts';
import type { FaceBook } from './faces.ts';
import type { Box, Galley, Mark, Strip } from './galley.ts';
import { setList } from './lists.ts';
import { setNotice } from './notices.ts';
import { setFigure, setLogos } from './pictures.ts';
import { setProse, withMarks } from './prose.ts';
import { clauseGap, setSignatures } from './signatures.ts';
import { setTable } from './tables.ts';
import { addTag, type Tag, type TagType } from './tags.ts';

/** Space before and after blocks that are no paragraphs, points. */
const around = {
  figure: { before: 8, after: 10 },
  contents: { before: 18, after: 16 },
  logos: { before: 0, after: 18 },
  signatures: { before: clauseGap, after: 12 },
  box: { before: 10, after: 14 },
  mark: { before: 2, after: 9 },
  list: { before: 2, after: 8 },
} as const;

const headingStyles = ['title', 'heading1', 'heading2', 'heading3'] as const;

/** Sets the blocks of a paper. Returns the galley and its strips from top to bottom. */
export function setBlocks(
  paper: Paper,
  theme: Theme,
  faces: FaceBook,
): { readonly galley: Galley; readonly strips: readonly Strip[] } {
  const { widthMm, heightMm, marginMm } = theme.page;
  const root: Tag = { type: 'Document', facts: {}, kids: [] };
  const galley: Galley = {
    theme,
    faces,
    pictures: paper.pictures,
    language: paper.properties.language,
    left: marginMm.left * pointsPerMm,
    width: (widthMm - marginMm.left - marginMm.right) * pointsPerMm,
    depth: (heightMm - marginMm.top - marginMm.bottom) * pointsPerMm,
    root,
    links: [],
    fields: [],
    signing: paper.signing,
    places: new Map(),
    slots: 0,
  };
  const depths = headingDepths(paper.blocks);
  const strips: Strip[] = [];
  let after = 0;
  let keep = false;
  let opens = false;
  let lead = 0;
  let clause: readonly Strip[] = [];
  for (const block of paper.blocks) {
    if (block.kind === 'pageBreak') {
      opens = true;
      continue;
    }
    const set = setBlock(galley, root, block, depths, clause);
    const [first, ...rest] = set.strips;
    if (!first) continue;
    const signs = block.kind === 'signatures';
    const marks = block.kind === 'notice' && block.style === 'mark';
    if (!marks) clause = block.kind === 'paragraph' ? set.strips : [];
    if (signs && !opens) bringCompany(strips, lead);
    if (!keep) lead = strips.length;
    const glue = keep || signs || marks;
    const gap = Math.max(after, set.before);
    strips.push({
      ...first,
      gap,
      ...(glue ? { glue: true } : {}),
      ...(opens ? { opens: true } : {}),
    });
    strips.push(...rest);
    after = set.after;
    // A mark between a lead-in and what it leads to keeps them together.
    keep =
      block.kind === 'heading' ||
      (block.kind === 'paragraph' && block.keepWithNext === true) ||
      (marks && keep);
    opens = false;
  }
  return { galley, strips };
}

/**
 * Signatures never stand alone: what leads into them (its first strip is `lead`) comes along, and
 * the last lines of the agreement before that, so that nobody signs a sheet without text.
 */
function bringCompany(strips: Strip[], lead: number): void {
  const glueTo = (index: number): void => {
    const strip = strips[index];
    if (strip && index > 0) strips[index] = { ...strip, glue: true };
  };
  glueTo(lead);
  // One line of text is not lines: take the line before it as well.
  const before = strips[lead - 1];
  if (before && !before.glue && before.height < lineHeightLimit) glueTo(lead - 1);
}

/** Strips lower than this are single lines, points. */
const lineHeightLimit = 24;

interface SetBlock {
  readonly strips: readonly Strip[];
  readonly before: number;
  readonly after: number;
}

function setBlock(
  galley: Galley,
  root: Tag,
  block: Block,
  depths: ReadonlyMap<Block, number>,
  clause: readonly Strip[],
): SetBlock {
  const { theme } = galley;
  const box: Box = { x: galley.left, width: galley.width };
  const styled = (name: TypeName, strips: readonly Strip[]): SetBlock => {
    const style: TypeStyle = theme.type[name];
    return { strips, before: style.before, after: style.after };
  };
  switch (block.kind) {
    case 'heading': {
      const name = headingStyles[block.level];
      const depth = depths.get(block) ?? 1;
      const tag = addTag(root, `H${Math.min(depth, 6)}` as TagType);
      const title = [block.number?.label, inlineText(block.content)]
        .filter((part) => part)
        .join(' ');
      const place: Mark = {
        kind: 'place',
        y: 0,
        bookmark: { level: depth, title: title.replace(/\s+/g, ' ') },
      };
      const strips = setProse(galley, tag, block, theme.type[name], box, true);
      const glued = strips.map((strip, index): Strip => (index ? { ...strip, glue: true } : strip));
      return styled(name, withMarks(glued, [place]));
    }
    case 'paragraph': {
      const tag = addTag(root, 'P');
      const balance = block.style === 'lead';
      // A clause or recital without a number goes on under the text of the one before it.
      const goesOn = !block.number && (block.style === 'clause' || block.style === 'recital');
      const { indent } = theme.space;
      const place = goesOn ? { x: box.x + indent, width: box.width - indent } : box;
      return styled(
        block.style,
        setProse(galley, tag, block, theme.type[block.style], place, balance),
      );
    }
    case 'list': {
      const indent = 20;
      // The text of items stands in line with the text of clauses.
      const inset = theme.space.indent - indent;
      const inner: Box = { x: box.x + inset, width: box.width - inset };
      return { strips: setList(galley, root, block, inner, { indent, gap: 3.5 }), ...around.list };
    }
    case 'table':
      return { strips: setTable(galley, root, block), ...theme.space.table };
    case 'figure':
      return { strips: setFigure(galley, root, block), ...around.figure };
    case 'logos':
      return { strips: setLogos(galley, root, block), ...around.logos };
    case 'signatures':
      return { strips: setSignatures(galley, root, block, clause), ...around.signatures };
    case 'notice':
      return { strips: setNotice(galley, root, block), ...around[block.style] };
    case 'drawing':
      return { strips: setDrawing(galley, root, block), ...around.figure };
    case 'contents':
      return { strips: setContents(galley, root, block), ...around.contents };
    case 'pageBreak':
      return { strips: [], before: 0, after: 0 };
    default:
      return assertNever(block);
  }
}

/** Returns the depth of each heading, 1 for the first, never skipping one (ISO 14289-1, 7.4.2). */
function headingDepths(blocks: readonly Block[]): ReadonlyMap<Block, number> {
  const depths = new Map<Block, number>();
  const open: number[] = [];
  for (const block of blocks) {
    if (block.kind !== 'heading') continue;
    while (open.length && open.at(-1)! >= block.level) open.pop();
    open.push(block.level);
    depths.set(block, open.length);
  }
  return depths;
}
