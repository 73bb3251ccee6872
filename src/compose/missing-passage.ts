// The line that says what is not agreed yet, with the clauses between which it would stand: taken
// from the template, since the clause itself is not in the document.

import type { Path } from '../base/source.ts';
import type { Agreement } from '../model/agreement.ts';
import type { AgreementDocument, DocumentNode } from '../model/document.ts';
import type { MissingPassage, PassageHeading } from '../model/passage.ts';
import { inlineText } from '../model/text.ts';
import { isClause } from './annotate.ts';
import { phraseText } from './fill-partners.ts';
import type { Lowering } from './lower.ts';
import { lowerInlines } from './lower-inline.ts';
import { isPresent } from './model-shape.ts';
import type { Template } from './template.ts';
import { closestPlace, type Place } from './vacancies.ts';
import type { Wording } from './wording.ts';

/** What is looked through for a place. */
export interface PaperPlaces {
  readonly agreement: Agreement;
  readonly template: Template;
  readonly document: AgreementDocument;
  readonly lowering: Lowering;
  readonly wording: Wording;
  /** The part of the paper that each outermost node stands in. */
  readonly partOf: ReadonlyMap<DocumentNode, number>;
}

/** Returns the heading of a node, where it has one. */
export function headingOf(node: DocumentNode, lowering: Lowering): PassageHeading | undefined {
  if (!isClause(node) || !node.title) return undefined;
  const label = lowering.numbering.of.get(node)?.label;
  const title = inlineText(lowerInlines(node.title, lowering));
  return { ...(label ? { label } : {}), title };
}

/**
 * Returns the line for a clause that the template has for a path and that is left out since nothing is
 * agreed; `shared` is how much of the path is printed elsewhere.
 */
export function missingClause(
  path: Path,
  shared: number,
  paper: PaperPlaces,
): MissingPassage | undefined {
  const { agreement, template, wording } = paper;
  const found = closestPlace(template, path);
  const subject = found?.subject ?? path.slice(0, 1);
  if (subject.length <= shared || isPresent(valueAt(agreement, subject))) return undefined;
  const words = wording.words(found?.place.title ?? `subjects.${String(subject[0] ?? '')}`);
  return words === '' ? undefined : missingLine(words, found?.place, paper);
}

/** Returns the line for a partner of whom the clause about the partners says nothing. */
export function missingPartner(path: Path, paper: PaperPlaces): MissingPassage | undefined {
  const [subject, key] = path;
  if (subject !== 'partners' || typeof key !== 'string') return undefined;
  const name = paper.agreement.partners[key]?.name;
  const found = closestPlace(paper.template, ['partners']);
  if (name === undefined) return undefined;
  const node = found && printedNode(found.place, paper.document.nodes, paper.wording);
  if (!node) return missingLine(name, found?.place, paper);
  const inside = headingOf(node, paper.lowering);
  return {
    ...missingLine(name, undefined, paper),
    ...(inside ? { inside } : {}),
    ...partOfNode(node, paper),
  };
}

function missingLine(subject: string, own: Place | undefined, paper: PaperPlaces): MissingPassage {
  const { document, lowering, wording } = paper;
  // Labels of paragraphs end in a colon of their own.
  const line = phraseText(wording.phrase('open.none'), { subject: subject.replace(/:$/, '') });
  const node = (each: Place | undefined): DocumentNode | undefined =>
    each && printedNode(each, document.nodes, wording);
  const place = own && outermostMissing(own, node);
  if (!place) return { kind: 'missing', line };
  const inside = node(place.within);
  const at = place.level.indexOf(place);
  const after = place.level.slice(0, at).reverse().map(node).find(Boolean);
  const before = after
    ? clauseAfter(after, document.nodes)
    : place.level
        .slice(at + 1)
        .map(node)
        .find(Boolean);
  const named = (key: string, each: DocumentNode | undefined): object => {
    const heading = each && headingOf(each, lowering);
    return heading ? { [key]: heading } : {};
  };
  return {
    kind: 'missing',
    line,
    ...named('inside', inside),
    ...named('after', after),
    ...named('before', before),
    ...partOfNode(inside ?? after, paper),
  };
}

function partOfNode(
  node: DocumentNode | undefined,
  { document, partOf }: PaperPlaces,
): { readonly part?: number } {
  const part = node && partOf.get(topOf(node, document)!);
  return part === undefined ? {} : { part };
}

/** The clause that follows another on its level. */
function clauseAfter(node: DocumentNode, nodes: readonly DocumentNode[]): DocumentNode | undefined {
  const at = nodes.indexOf(node);
  if (at >= 0) return nodes.slice(at + 1).find(isClause);
  for (const each of nodes) {
    const found = isClause(each) ? clauseAfter(node, each.content) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** A clause may be missing because the one around it is: then that one's place counts. */
function outermostMissing(
  place: Place,
  printed: (place: Place) => DocumentNode | undefined,
): Place {
  let best = place;
  for (let each = place.within; each; each = each.within) if (!printed(each)) best = each;
  return best;
}

/** Finds the clause of a document that a place of its template became. */
function printedNode(
  place: Place,
  nodes: readonly DocumentNode[],
  wording: Wording,
): DocumentNode | undefined {
  for (const node of nodes) {
    if (!isClause(node)) continue;
    const found = isFrom(node, place, wording) ? node : printedNode(place, node.content, wording);
    if (found) return found;
  }
  return undefined;
}

function isFrom(
  node: Extract<DocumentNode, { about: readonly Path[] }>,
  place: Place,
  wording: Wording,
): boolean {
  if (place.id !== undefined) return node.anchor === place.id;
  const title = (node.title ?? []).map((each) => (each.kind === 'text' ? each.text : '')).join('');
  return (
    place.title !== undefined &&
    title === wording.words(place.title) &&
    JSON.stringify(place.about) === JSON.stringify(node.about)
  );
}

function topOf(node: DocumentNode, document: AgreementDocument): DocumentNode | undefined {
  const holds = (each: DocumentNode): boolean =>
    each === node || (isClause(each) && each.content.some(holds));
  return document.nodes.find(holds);
}

function valueAt(agreement: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, step) => (value as Readonly<Record<string, unknown>> | undefined)?.[step],
    agreement,
  );
}
