// What a draft says about open findings: a box on page one, and a short mark at the clause that
// each finding concerns. Adds notices to a document, never text; a final paper does not come here.

import { type Path, startsWith } from '../base/source.ts';
import type { DocumentInline, DocumentNode, DocumentNotice } from '../model/document.ts';
import { phraseText } from './fill-partners.ts';
import { isPresent } from './model-shape.ts';
import { noticeText } from './notice-text.ts';
import type { Wording } from './wording.ts';

/** Something that is still open: a finding of the checklist, or another problem of the spec. */
export interface OpenFinding {
  readonly path: Path;
  readonly message: string;
}

/** Where a finding belongs: the node of the list that holds it, and how close the match is. */
export interface Match {
  /** Nodes from the outermost list down to the one that is marked. */
  readonly trail: readonly DocumentNode[];
  readonly score: number;
}

/** Returns the nodes with a box and marks for what is open. */
export function annotate(
  nodes: readonly DocumentNode[],
  open: readonly OpenFinding[],
  agreement: unknown,
  wording: Wording,
): readonly DocumentNode[] {
  if (open.length === 0) return nodes;
  const marks = new Map<DocumentNode, string[]>();
  const clauses = new Set<string>();
  const homeless: OpenFinding[] = [];
  for (const { path, message } of open) {
    const finding = { path, message: noticeText(message, wording) };
    const match = bestMatch(nodes, finding.path);
    const home = match?.trail[match.trail.length - 1];
    // A mark cannot stand inside the title or above the box, where the box itself is near.
    if (!match || !home || home.kind === 'title') {
      homeless.push(finding);
      continue;
    }
    marks.set(home, [...(marks.get(home) ?? []), finding.message]);
    const [top] = match.trail;
    if (top?.kind === 'clause' && top.anchor) clauses.add(top.anchor);
    // A part without a number (recitals, signatures) cannot be pointed at: the box says it itself.
    else homeless.push(finding);
  }
  const title = phraseText(wording.phrase('open.title'), { count: wording.number(open.length, 0) });
  const box: DocumentNotice = {
    kind: 'notice',
    style: 'box',
    title,
    items: [...inOrder(nodes, clauses, wording), ...homelessItems(homeless, agreement, wording)],
  };
  return withBox(withMarks(nodes, marks, wording, 0), box);
}

/** Finds the place of a finding: the longest path that begins its own, then the deepest node. */
export function bestMatch(nodes: readonly DocumentNode[], path: Path): Match | undefined {
  let best: Match | undefined;
  const visit = (list: readonly DocumentNode[], trail: readonly DocumentNode[]): void => {
    for (const node of list) {
      const here = [...trail, node];
      const length = matchLength(node, path);
      const inBody = here[0]!.kind === 'clause' || here[0]!.kind === 'annex' ? 1 : 0;
      const score = length * 100 + inBody * 50 + here.length;
      if (length > 0 && score > (best?.score ?? 0)) best = { trail: here, score };
      if (isClause(node)) visit(node.content, here);
    }
  };
  visit(nodes, []);
  return best;
}

type ClauseLike = Extract<DocumentNode, { about: readonly Path[] }>;

/** Returns true for a node with a heading that holds others. */
export function isClause(node: DocumentNode): node is ClauseLike {
  return node.kind === 'clause' || node.kind === 'section' || node.kind === 'annex';
}

/** Returns how long the longest path of a node is that begins `path`; 0 for none. */
function matchLength(node: DocumentNode, path: Path): number {
  let longest = 0;
  for (const own of isClause(node) ? node.about : pathsIn(node)) {
    if (own.length > longest && startsWith(path, own)) longest = own.length;
  }
  return longest;
}

/** Returns the paths of what a node prints. */
export function pathsIn(node: DocumentNode): readonly Path[] {
  const inline = (content: readonly DocumentInline[]): readonly Path[] =>
    content.flatMap((each) => (each.kind !== 'break' && each.from ? [each.from] : []));
  switch (node.kind) {
    case 'paragraph':
    case 'title':
      return inline(node.content);
    case 'list':
      return node.items.flat().flatMap(pathsIn);
    case 'table':
      return node.rows.flatMap((row) => [
        ...(row.about ? [row.about] : []),
        ...row.cells.flatMap((cell) => cell.content.flatMap(pathsIn)),
      ]);
    case 'facts':
      return node.facts.flatMap((fact) => fact.content.flatMap(pathsIn));
    case 'recital':
    case 'labelled':
      return node.content.flatMap(pathsIn);
    case 'signatures':
      return node.blocks.map((block) => block.about);
    default:
      return [];
  }
}

function withMarks(
  nodes: readonly DocumentNode[],
  marks: ReadonlyMap<DocumentNode, readonly string[]>,
  wording: Wording,
  depth: number,
): readonly DocumentNode[] {
  return nodes.flatMap((node): readonly DocumentNode[] => {
    const messages = marks.get(node);
    const mark = messages ? [markOf(messages, wording)] : [];
    if (!isClause(node)) return [node, ...mark];
    const content = withMarks(node.content, marks, wording, depth + 1);
    // Under a heading the mark comes first; a numbered paragraph is not torn from its number.
    const marked = depth === 0 ? [...mark, ...content] : [...content, ...mark];
    return [{ ...node, content: marked }];
  });
}

function markOf(messages: readonly string[], wording: Wording): DocumentNotice {
  const items = messages.map((text): readonly DocumentInline[] => [{ kind: 'text', text }]);
  return { kind: 'notice', style: 'mark', title: wording.words('open.mark'), items };
}

/** The sentence that names the marked clauses, in the order of the paper. */
function inOrder(
  nodes: readonly DocumentNode[],
  clauses: ReadonlySet<string>,
  wording: Wording,
): readonly (readonly DocumentInline[])[] {
  const anchors = nodes.flatMap((node) =>
    node.kind === 'clause' && node.anchor && clauses.has(node.anchor) ? [node.anchor] : [],
  );
  if (anchors.length === 0) return [];
  const list = wording
    .list(anchors.length)
    .map(
      (piece): DocumentInline =>
        'index' in piece
          ? { kind: 'reference', to: anchors[piece.index]! }
          : { kind: 'text', text: piece.words },
    );
  const sentence = wording
    .phrase('open.clauses')
    .flatMap((part): readonly DocumentInline[] =>
      part.kind === 'words' ? [{ kind: 'text', text: part.text }] : list,
    );
  return [sentence];
}

/** What has no place in the paper: a whole subject that is missing, or the finding itself. */
function homelessItems(
  findings: readonly OpenFinding[],
  agreement: unknown,
  wording: Wording,
): readonly (readonly DocumentInline[])[] {
  const texts = findings.map(({ path, message }) => {
    const subject = String(path[0] ?? '');
    const known = wording.words(`subjects.${subject}`);
    const missing = !isPresent((agreement as Readonly<Record<string, unknown>>)[subject]);
    return known && missing ? phraseText(wording.phrase('open.none'), { subject: known }) : message;
  });
  return [...new Set(texts)].map((text) => [{ kind: 'text', text }]);
}

/** The box stands after the title and its lines, so that it is on page one. */
function withBox(nodes: readonly DocumentNode[], box: DocumentNotice): readonly DocumentNode[] {
  const front = new Set(['logos', 'title', 'paragraph']);
  const at = nodes.findIndex((node) => !front.has(node.kind));
  const place = at < 0 ? nodes.length : at;
  return [...nodes.slice(0, place), box, ...nodes.slice(place)];
}
