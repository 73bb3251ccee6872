// Semantic nodes become blocks: the one place that decides how a clause, a table of facts or an
// annex is made of headings, paragraphs, lists and tables. Draws nothing and knows no file format.
// (A little over 250 lines because the switch over nodes and what it calls belong together.)

import { assertNever } from '../base/errors.ts';
import type { Block, Cell, Inline, List, Paragraph, Row, Table } from '../model/block.ts';
import type {
  AgreementDocument,
  DocumentCell,
  DocumentFacts,
  DocumentLabelled,
  DocumentNode,
  DocumentPicture,
  DocumentSignatures,
  DocumentTable,
} from '../model/document.ts';
import { inlineText } from '../model/text.ts';
import { type Theme, textWidthMm } from '../model/theme.ts';
import { fitColumns } from './column-shares.ts';
import { anchorHeadings } from './heading-anchors.ts';
import { lowerClause } from './lower-clause.ts';
import { lowerDrawing } from './lower-drawing.ts';
import { type InlineContext, lowerInlines } from './lower-inline.ts';
import { lowerLogos, type PaperPictures } from './lower-logos.ts';
import { type Numbering, numberNodes } from './number.ts';

/** What lowering a node needs to know. */
export interface Lowering extends InlineContext {
  readonly theme: Theme;
  readonly pictures: PaperPictures;
  readonly numbering: Numbering;
  /** Lowers the content of a clause; handed on so that clauses need not import this file. */
  readonly nodes: (nodes: readonly DocumentNode[], depth: number) => readonly Block[];
}

/** Pictures of annexes leave room for heading and caption. */
const tallestPictureMm = 190;

/** Lowers a document to blocks. */
export function lower(
  document: AgreementDocument,
  theme: Theme,
  pictures: PaperPictures,
): readonly Block[] {
  return anchorHeadings(startLowering(document, theme, pictures).nodes(document.nodes, 0));
}

/** Returns what lowers parts of a document; `numbering` stands in where nodes are copies of its own. */
export function startLowering(
  document: AgreementDocument,
  theme: Theme,
  pictures: PaperPictures,
  numbering: Numbering = numberNodes(document.nodes),
): Lowering {
  const { references } = numbering;
  const { wordsLanguage } = document;
  const lowering: Lowering = {
    theme,
    pictures,
    numbering,
    references,
    ...(wordsLanguage ? { wordsLanguage } : {}),
    nodes: (nodes, depth) =>
      keepTogether(nodes.flatMap((each) => lowerNode(each, depth, lowering))),
  };
  return lowering;
}

function lowerNode(node: DocumentNode, depth: number, lowering: Lowering): readonly Block[] {
  switch (node.kind) {
    case 'title':
      return [{ kind: 'heading', level: 0, content: lowerInlines(node.content, lowering) }];
    case 'paragraph':
    case 'list':
    case 'labelled':
      return lowerFlow(node, 'body', lowering);
    case 'recital':
      return lowerRecital(node, lowering);
    case 'clause':
    case 'section':
      return lowerClause(node, depth, lowering);
    case 'annex': {
      const number = lowering.numbering.of.get(node)!;
      const content = lowerInlines(node.title, lowering);
      return [
        { kind: 'pageBreak' },
        { kind: 'heading', level: 1, number, anchor: node.anchor, content },
        ...lowering.nodes(node.content, 1),
      ];
    }
    case 'table':
      return [lowerTable(node, lowering)];
    case 'facts':
      return [lowerFacts(node, lowering)];
    case 'picture':
      return [lowerPicture(node, lowering)];
    case 'drawing':
      return lowerDrawing(node, lowering.theme, lowering);
    case 'logos': {
      const logos = lowerLogos(node, lowering.theme, lowering.pictures);
      if (!logos) return [];
      const content = lowerInlines(node.label ?? [], lowering);
      const label = { kind: 'paragraph', style: 'note', content, keepWithNext: true } as const;
      return content.length ? [label, logos] : [logos];
    }
    case 'signatures':
      return [lowerSignatures(node, lowering)];
    case 'notice': {
      const items = node.items.map((item) => lowerInlines(item, lowering));
      return [{ kind: 'notice', style: node.style, title: node.title, items }];
    }
    default:
      return assertNever(node);
  }
}

function lowerRecital(
  node: Extract<DocumentNode, { kind: 'recital' }>,
  lowering: Lowering,
): readonly Block[] {
  const number = lowering.numbering.of.get(node);
  const blocks = lowerFlows(node.content, 'body', lowering);
  const [first, ...rest] = blocks;
  const mark = { style: 'recital', ...(number ? { number } : {}) } as const;
  const further = (list: readonly (Paragraph | List)[]): readonly Block[] =>
    list.map((each) => (each.kind === 'paragraph' ? { ...each, style: 'recital' } : each));
  return first?.kind === 'paragraph'
    ? [{ ...first, ...mark }, ...further(rest)]
    : [{ kind: 'paragraph', content: [], ...mark }, ...further(blocks)];
}

/** A line that leads to a table, list, signatures or numbered clauses stays on their page. */
function keepTogether(blocks: readonly Block[]): readonly Block[] {
  const kept = blocks.slice();
  let following: Block | undefined;
  for (let at = kept.length - 1; at >= 0; at -= 1) {
    const block = kept[at]!;
    if (block.kind === 'paragraph' && following && leadsTo(block, following)) {
      kept[at] = { ...block, keepWithNext: true };
    }
    // A draft's mark between a line and what it leads to does not part them.
    if (block.kind !== 'notice') following = block;
  }
  return kept;
}

function leadsTo(block: Paragraph, following: Block): boolean {
  switch (following.kind) {
    case 'table':
    case 'list':
    case 'signatures':
    case 'figure':
    case 'drawing':
      return true;
    case 'paragraph':
      return (
        following.number !== undefined &&
        block.number === undefined &&
        inlineText(block.content).trimEnd().endsWith(':')
      );
    default:
      return false;
  }
}

type FlowStyle = 'body' | 'cell';

function lowerFlows(
  nodes: readonly DocumentNode[],
  style: FlowStyle,
  lowering: Lowering,
): readonly (Paragraph | List)[] {
  const [only] = nodes;
  return nodes.length === 1
    ? lowerFlow(only!, style, lowering)
    : nodes.flatMap((each) => lowerFlow(each, style, lowering));
}

/** Lowers what may stand in a cell or an item: paragraphs, lists and labelled text. */
function lowerFlow(
  node: DocumentNode,
  style: FlowStyle,
  lowering: Lowering,
): readonly (Paragraph | List)[] {
  if (node.kind === 'paragraph') {
    const content = lowerInlines(node.content, lowering);
    return [{ kind: 'paragraph', style: node.style === 'plain' ? style : node.style, content }];
  }
  if (node.kind === 'list') {
    const { marker, start } = node;
    const items = node.items.map((item) => ({
      content: filled(lowerFlows(item, style, lowering), style),
    }));
    return [{ kind: 'list', marker, start, items }];
  }
  return node.kind === 'labelled' ? lowerLabelled(node, style, lowering) : [];
}

function lowerLabelled(
  node: DocumentLabelled,
  style: FlowStyle,
  lowering: Lowering,
): readonly (Paragraph | List)[] {
  const blocks = lowerFlows(node.content, style, lowering);
  const label = lowerInlines(node.label, lowering).map(
    (inline): Inline => (inline.kind === 'text' ? { ...inline, strong: true } : inline),
  );
  const [first, ...rest] = blocks;
  if (first?.kind === 'paragraph') {
    const content = [...label, { kind: 'text', text: ' ' } as const, ...first.content];
    return [{ ...first, content }, ...rest];
  }
  return [{ kind: 'paragraph', style, content: label, keepWithNext: true }, ...blocks];
}

/** A cell or item is never empty of blocks. */
function filled(
  content: readonly (Paragraph | List)[],
  style: FlowStyle,
): readonly (Paragraph | List)[] {
  return content.length ? content : [{ kind: 'paragraph', style, content: [] }];
}

function lowerTable(node: DocumentTable, lowering: Lowering): Table {
  const headerCell = (content: readonly Inline[]): Cell => ({
    content: [{ kind: 'paragraph', style: 'cellHeader', content }],
  });
  const columns = node.columns.map(({ share, align }) => ({ share, align }));
  const header = {
    cells: node.columns.map(({ title }) => headerCell(lowerInlines(title, lowering))),
  };
  const rows = node.rows.map(
    (row): Row => ({
      cells: row.cells.map((cell) => lowerCell(cell, lowering)),
      ...(row.total ? { total: row.total } : {}),
    }),
  );
  return {
    kind: 'table',
    style: 'grid',
    summary: node.summary,
    columns: fitColumns({ style: 'grid', columns, header, rows }, lowering.theme),
    header,
    rows,
  };
}

function lowerCell({ content, rowHeader, accent }: DocumentCell, lowering: Lowering): Cell {
  const lowered: { -readonly [Key in keyof Cell]: Cell[Key] } = {
    content: filled(lowerFlows(content, 'cell', lowering), 'cell'),
  };
  if (rowHeader) lowered.rowHeader = rowHeader;
  if (accent) lowered.accent = accent;
  return lowered;
}

/** Shares of the two columns of key facts. */
const factShares = [2.5, 12.5] as const;

function lowerFacts(node: DocumentFacts, lowering: Lowering): Table {
  const columns = factShares.map((share) => ({ share, align: 'start' }) as const);
  const rows = node.facts.map(
    ({ label, content }): Row => ({
      cells: [
        {
          content: [
            { kind: 'paragraph', style: 'cellHeader', content: lowerInlines(label, lowering) },
          ],
          rowHeader: true,
        },
        {
          content: filled(lowerFlows(content, 'cell', lowering), 'cell'),
        },
      ],
    }),
  );
  return {
    kind: 'table',
    style: 'facts',
    summary: node.summary,
    columns: fitColumns({ style: 'facts', columns, rows }, lowering.theme),
    rows,
  };
}

function lowerPicture(node: DocumentPicture, lowering: Lowering): Block {
  const picture = lowering.pictures.annexes.get(node.annex);
  if (!picture) {
    const content = [{ kind: 'text', text: node.missing } as const];
    return { kind: 'paragraph', style: 'note', content: lowerInlines(content, lowering) };
  }
  const widest = textWidthMm(lowering.theme);
  const width = Math.min(widest, tallestPictureMm * picture.aspect);
  const placement = {
    picture: picture.id,
    alt: node.alt,
    widthMm: Math.round(width * 100) / 100,
    heightMm: Math.round((width / picture.aspect) * 100) / 100,
  };
  return { kind: 'figure', placement };
}

function lowerSignatures(node: DocumentSignatures, lowering: Lowering): Block {
  const count = node.blocks.length;
  return {
    kind: 'signatures',
    columns: count === 1 ? 1 : 2,
    blocks: node.blocks.map(({ organisation, partner, signer, fields }) => ({
      signer,
      organisation: lowerInlines([organisation], lowering),
      accent: partner,
      fields: fields.map(({ label, value, purpose }) => ({
        label,
        purpose,
        ...(value === undefined ? {} : { value }),
      })),
    })),
  };
}
