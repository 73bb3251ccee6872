// The paper in pieces, for people who go through findings one by one: the parts it consists of, and
// for each finding the passage it is about, as printed. The same places carry the marks of a draft.

import type { Path } from '../base/source.ts';
import type { Agreement } from '../model/agreement.ts';
import type { Block, NumberLabel } from '../model/block.ts';
import type { AgreementDocument, DocumentNode } from '../model/document.ts';
import type { PaperPart, Passage } from '../model/passage.ts';
import type { Theme } from '../model/theme.ts';
import { bestMatch, isClause } from './annotate.ts';
import { type Lowering, startLowering } from './lower.ts';
import type { PaperPictures } from './lower-logos.ts';
import { headingOf, missingClause, missingPartner } from './missing-passage.ts';
import { numberNodes } from './number.ts';
import type { Template } from './template.ts';
import { logoTrail, prune, type Trail, trailBelow } from './trails.ts';
import { valuesOf } from './values.ts';
import { wordingFor } from './wording.ts';

/** What passages are taken from. */
export interface PassageInput {
  readonly agreement: Agreement;
  readonly template: Template;
  readonly document: AgreementDocument;
  readonly theme: Theme;
  readonly placed: PaperPictures;
}

/** A paper in pieces. */
export interface Passages {
  /** In the order of the paper; together they are the whole of it. */
  readonly parts: readonly PaperPart[];
  /** Returns the passage that a path is about, or `undefined` when it is about none. */
  readonly of: (path: Path) => Passage | undefined;
}

/** Takes a paper to pieces. */
export function passages(input: PassageInput): Passages {
  const { agreement, document, theme, placed, template } = input;
  const lowering = startLowering(document, theme, placed);
  const groups = grouped(document.nodes);
  const partOf = new Map(groups.flatMap((group, index) => group.map((node) => [node, index])));
  const wording = wordingFor(template, document.language);
  const paper = { agreement, template, document, lowering, wording, partOf };
  return {
    parts: groups.map((group) => partFrom(group, lowering)),
    of: (path) => {
      const match = bestMatch(document.nodes, path);
      // The path that the best match shares with the finding; see bestMatch.
      const shared = match ? Math.floor(match.score / 100) : 0;
      const missing = missingClause(path, shared, paper);
      if (missing) return missing;
      const trail =
        logoTrail(document.nodes, path) ??
        (shared < path.length ? trailBelow(document.nodes, path) : undefined);
      if (trail) return printedAt(path, trail, input, partOf.get(trail[0]!)!);
      const partner = shared < 2 ? missingPartner(path, paper) : undefined;
      return (
        partner ?? (match && printedAt(path, match.trail, input, partOf.get(match.trail[0]!)!))
      );
    },
  };
}

/** What stands before the first clause is one part, then each clause, section and annex is one. */
function grouped(nodes: readonly DocumentNode[]): readonly (readonly DocumentNode[])[] {
  const groups: DocumentNode[][] = [];
  let loose: DocumentNode[] | undefined;
  for (const node of nodes) {
    if (isClause(node)) {
      groups.push([node]);
      loose = undefined;
    } else if (loose) loose.push(node);
    else {
      loose = [node];
      groups.push(loose);
    }
  }
  return groups;
}

function partFrom(nodes: readonly DocumentNode[], lowering: Lowering): PaperPart {
  const heading = headingOf(nodes[0]!, lowering);
  const blocks = lowering.nodes(nodes, 0).filter((block) => block.kind !== 'pageBreak');
  return {
    ...(heading ? { heading } : {}),
    blocks,
    about: nodes.flatMap(aboutBelow),
    from: nodes.flatMap((node) => valuesOf(node).map((value) => value.from)),
  };
}

function aboutBelow(node: DocumentNode): readonly Path[] {
  if (node.kind === 'signatures') return node.blocks.map((block) => block.about);
  return isClause(node) ? [...node.about, ...node.content.flatMap(aboutBelow)] : [];
}

/** The matched node by itself, in the clause that holds it. */
function printedAt(path: Path, trail: Trail, input: PassageInput, part: number): Passage {
  const { document, theme, placed } = input;
  const numbering = numberNodes(document.nodes);
  const of = new Map<DocumentNode, NumberLabel>(numbering.of);
  const pruned = prune(trail, path, of);
  const lowering = startLowering(document, theme, placed, { ...numbering, of });
  const heading = headingOf(trail[0]!, lowering);
  const inner = isClause(pruned) ? pruned.content : [pruned];
  const blocks = lowering.nodes(inner, heading ? 1 : 0).map(withoutAnchor);
  return {
    kind: 'printed',
    ...(heading ? { heading } : {}),
    part,
    whole: trail.length === 1 && isClause(trail[0]!),
    blocks,
  };
}

function withoutAnchor(block: Block): Block {
  if (block.kind !== 'heading' && block.kind !== 'paragraph') return block;
  const { anchor, ...rest } = block;
  return rest;
}
