// The body: blocks in order, each by its own writer, and what lies between them: page breaks,
// space after tables, what is kept together. Sees one block and its neighbours, never an agreement.

import { assertNever } from '../../base/errors.ts';
import type { Block } from '../../model/block.ts';
import { inlineText } from '../../model/text.ts';
import { contentsXml } from './contents.ts';
import { drawingXml } from './drawing.ts';
import { listXml } from './list.ts';
import { logosXml } from './logos.ts';
import { noticeXml } from './notice.ts';
import {
  type BodyContext,
  bodyParagraphXml,
  type Flow,
  headingXml,
  paragraphXml,
} from './paragraph.ts';
import { figureXml } from './picture.ts';
import { type SigningClause, signaturesXml } from './signatures.ts';
import { tableXml } from './table.ts';
import { join, none, type Xml } from './xml.ts';

/** Writes all blocks. */
export function bodyXml(blocks: readonly Block[], context: BodyContext): readonly Xml[] {
  const { theme } = context;
  const parts: Xml[] = [];
  let pageBreakBefore = false;
  let afterTable = false;
  let apart = false;
  let lead: SigningClause | undefined;
  const shown = blocks.filter(isShown);
  const company = companyOfSignatures(shown);
  shown.forEach((block, index) => {
    if (block.kind === 'pageBreak') {
      pageBreakBefore = parts.length > 0;
      return;
    }
    const next = shown[index + 1];
    const leads = leadsToSignatures(shown, index);
    const table = isTable(block) || leads;
    // Two tables in a row would become one; an empty line stands between them.
    if (table && afterTable && !lead) parts.push(paragraphXml('TableGap', {}, none, theme));
    // Word draws neighbours with the same borders as one box; every other notice has a border of its own.
    apart = block.kind === 'notice' && shown[index - 1]?.kind === 'notice' && !apart;
    // LibreOffice does not keep the heading of a contents list with the list: it starts a page.
    if (block.kind === 'contents' && parts.length) pageBreakBefore = true;
    const flow: Flow = {
      ...(pageBreakBefore ? { pageBreakBefore } : {}),
      ...(afterTable && !table ? { spaceBefore: theme.space.table.after } : {}),
      ...(next && (index === company || comesAlong(block, next) || passesOn(shown, index))
        ? { keepNext: true }
        : {}),
      ...(apart ? { apart } : {}),
    };
    const written = blockXml(block, flow, context, lead);
    lead = leads
      ? { xml: join([lead?.xml ?? none, written]), text: lead?.text ?? clauseText(block) }
      : undefined;
    if (!leads) parts.push(written);
    pageBreakBefore = false;
    afterTable = table;
  });
  // Word wants a paragraph after a table; this one cannot reach a page of its own.
  if (afterTable) parts.push(paragraphXml('TableEnd', {}, none, theme));
  return parts;
}

const isTable = (block: Block): boolean => block.kind === 'table' || block.kind === 'signatures';

/** The sentence that leads in comes along with signatures, a clause with the mark it got, logos with the title. */
const comesAlong = (block: Block, next: Block): boolean =>
  next.kind === 'signatures' ||
  isMark(next) ||
  (block.kind === 'logos' && next.kind === 'heading' && next.level === 0);

const isMark = (block: Block | undefined): boolean =>
  block?.kind === 'notice' && block.style === 'mark';

/** A mark behind a heading, or a paragraph that leads on, stays with what these lead to. */
function passesOn(blocks: readonly Block[], index: number): boolean {
  if (!isMark(blocks[index])) return false;
  const marked = blocks.slice(0, index).findLast((each) => !isMark(each));
  return (
    marked?.kind === 'heading' || (marked?.kind === 'paragraph' && marked.keepWithNext === true)
  );
}

const clauseText = (block: Block): string =>
  block.kind === 'paragraph' ? inlineText(block.content).replace(/\s+/g, ' ') : '';

/** The paragraph before signatures, and a draft's marks behind it, become the head of their table. */
function leadsToSignatures(blocks: readonly Block[], index: number): boolean {
  const rest = blocks.slice(index + 1).find((each) => !isMark(each));
  const before = blocks.slice(0, index + 1).findLast((each) => !isMark(each));
  return rest?.kind === 'signatures' && before?.kind === 'paragraph';
}

/** Finds the last block before what leads to signatures: it comes along, so that nobody signs a sheet without text. */
function companyOfSignatures(blocks: readonly Block[]): number {
  let at = blocks.findIndex(({ kind }) => kind === 'signatures') - 1;
  while (at >= 0 && (blocks[at]!.kind === 'heading' || leadsToSignatures(blocks, at))) at -= 1;
  return at;
}

/** Leaves out what has nothing to show, so that no space is kept for it. */
function isShown(block: Block): boolean {
  switch (block.kind) {
    case 'table':
      return block.header !== undefined || block.rows.length > 0;
    case 'signatures':
      return block.blocks.length > 0;
    case 'logos':
      return block.rows.some((row) => row.length > 0);
    case 'list':
      return block.items.length > 0;
    default:
      return true;
  }
}

function blockXml(
  block: Exclude<Block, { kind: 'pageBreak' }>,
  flow: Flow,
  context: BodyContext,
  lead: SigningClause | undefined,
): Xml {
  switch (block.kind) {
    case 'heading':
      return headingXml(block, flow, context);
    case 'paragraph':
      return bodyParagraphXml(block, flow, context);
    case 'list':
      return listXml(block, false, flow, context);
    case 'table':
      return tableXml(block, flow, context);
    case 'figure':
      return figureXml(block, flow, context);
    case 'logos':
      return logosXml(block, flow, context);
    case 'signatures':
      return signaturesXml(block, flow, context, lead);
    case 'notice':
      return noticeXml(block, flow, context);
    case 'drawing':
      return drawingXml(block, flow, context);
    case 'contents':
      return contentsXml(block, flow, context);
    default:
      return assertNever(block);
  }
}
