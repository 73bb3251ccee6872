// How a clause is printed by how deep it stands: a numbered heading, a numbered paragraph with its
// title run in (1.1), or a lettered one ((a)). Part of lowering.

import type { Block, Inline, NumberLabel, Paragraph } from '../model/block.ts';
import type { DocumentClause, DocumentNode } from '../model/document.ts';
import { type InlineContext, lowerInlines } from './lower-inline.ts';

/** What a clause needs of lowering. */
interface ClauseLowering extends InlineContext {
  readonly numbering: { readonly of: ReadonlyMap<DocumentNode, NumberLabel> };
  readonly nodes: (nodes: readonly DocumentNode[], depth: number) => readonly Block[];
}

/** Lowers a clause or a section without a number. */
export function lowerClause(
  node: DocumentClause,
  depth: number,
  lowering: ClauseLowering,
): readonly Block[] {
  const number = lowering.numbering.of.get(node);
  const title = node.title ? lowerInlines(node.title, lowering) : [];
  const blocks = lowering.nodes(node.content, depth + 1);
  const [first, ...rest] = blocks;
  const strong = (): readonly Inline[] =>
    title.map((each): Inline => (each.kind === 'text' ? { ...each, strong: true } : each));
  // A title runs into its first paragraph; before anything else it stands alone.
  if (depth > 0 && first && isPlain(first)) {
    const content = [...runIn(strong()), ...first.content];
    const lead: { -readonly [Key in keyof Paragraph]: Paragraph[Key] } = { ...first, content };
    lead.style = 'clause';
    if (number) lead.number = number;
    if (node.anchor) lead.anchor = node.anchor;
    return [lead, ...rest.map(continued)];
  }
  const marks = {
    ...(number ? { number } : {}),
    ...(node.anchor ? { anchor: node.anchor } : {}),
  };
  if (depth === 0) {
    return title.length
      ? [{ kind: 'heading', level: 1, ...marks, content: title }, ...blocks]
      : blocks;
  }
  return [
    {
      kind: 'paragraph',
      style: 'clause',
      ...marks,
      content: strong(),
      ...(first && first.kind !== 'notice' ? { keepWithNext: true as const } : {}),
    },
    ...blocks.map(continued),
  ];
}

function isPlain(block: Block): block is Paragraph {
  return block.kind === 'paragraph' && block.style === 'body' && !block.number;
}

/** The further paragraphs of a numbered one stand as far in as its text. */
function continued(block: Block): Block {
  return isPlain(block) ? { ...block, style: 'clause' } : block;
}

const sentenceEnds: ReadonlySet<string> = new Set('.!?:…');

/** A run-in title ends like a sentence. */
function runIn(title: readonly Inline[]): readonly Inline[] {
  const last = title[title.length - 1];
  if (!last) return [];
  const ended = last.kind === 'text' && sentenceEnds.has(last.text.trimEnd().at(-1)!);
  const end = ended ? ' ' : '. ';
  const marks = last.kind === 'text' && last.strong ? { strong: true as const } : {};
  return [...title, { kind: 'text', text: end, ...marks }];
}
