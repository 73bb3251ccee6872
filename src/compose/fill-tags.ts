// Fills one block tag of a template: each becomes at most one semantic node, none when its subject
// is missing or nothing is left in it. Part of a round of fill.ts.

import { assertNever } from '../base/errors.ts';
import type {
  DocumentClause,
  DocumentFact,
  DocumentInline,
  DocumentNode,
} from '../model/document.ts';
import { print } from './evaluate.ts';
import { expressionsOf, fillFlow, fillLine, pathsOf, visitNodes, wordOf, wordsOf } from './fill.ts';
import { fillDrawing } from './fill-drawing.ts';
import { fillLogos, fillPicture, fillSignatures, phraseText } from './fill-partners.ts';
import { fillTable } from './fill-table.ts';
import { type Filling, find } from './filling.ts';
import { anchorOf } from './named.ts';
import type { TagNode } from './template.ts';
import { saysSomething } from './values.ts';

/** Fills a block tag. */
export function fillTag(node: TagNode, filling: Filling): DocumentNode | undefined {
  switch (node.tag) {
    case 'logos': {
      const who = wordOf(node, 'who');
      const group = who === 'partners' || who === 'backers' ? who : undefined;
      return fillLogos(group, wordsOf(node, 'label', filling), filling);
    }
    case 'signatures':
      return fillSignatures(filling);
    case 'timeline':
    case 'rolesmatrix':
    case 'measures':
      return fillDrawing(node.tag, wordsOf(node, 'caption', filling), filling);
    case 'picture':
      return fillPicture(expressionsOf(node, 'of')[0]!, filling);
    case 'title': {
      const content = fillLine(node.content, filling);
      return content?.length ? { kind: 'title', content } : undefined;
    }
    case 'p':
    case 'lead':
    case 'note':
    case 'caption': {
      const content = fillLine(node.content, filling);
      const style = node.tag === 'p' ? 'plain' : node.tag;
      return content?.length ? { kind: 'paragraph', style, content } : undefined;
    }
    case 'clause':
    case 'section':
      return fillClause(node, node.tag, filling);
    case 'annex':
      return fillAnnex(node, filling);
    case 'recital': {
      const content = fillFlow(node.content, filling);
      return content.length ? { kind: 'recital', content } : undefined;
    }
    case 'labelled': {
      const content = fillFlow(node.content, filling);
      return content.length
        ? { kind: 'labelled', label: labelOf(node, filling), content }
        : undefined;
    }
    case 'keyfacts':
      return fillFacts(node, filling);
    case 'table':
      return fillTable(node, filling);
    case 'list':
      return fillList(node, filling);
    case 'fact':
    case 'column':
    case 'row':
    case 'cell':
    case 'item':
    case 'strong':
    case 'em':
    case 'term':
    case 'phrase':
    case 'ref':
    case 'br':
      return undefined;
    default:
      return assertNever(node.tag);
  }
}

function titleOf(node: TagNode, filling: Filling): readonly DocumentInline[] | undefined {
  const [heading] = expressionsOf(node, 'heading');
  if (heading) return print(heading, filling);
  const title = wordsOf(node, 'title', filling);
  return title.length ? title : undefined;
}

/** A label is a phrase, or a value of the spec in the phrase for labels. */
function labelOf(node: TagNode, filling: Filling): readonly DocumentInline[] {
  const [heading] = expressionsOf(node, 'heading');
  if (!heading) return wordsOf(node, 'label', filling);
  const value = print(heading, filling) ?? [];
  return filling.wording
    .phrase('paper.label')
    .flatMap((part): readonly DocumentInline[] =>
      part.kind === 'words' ? [{ kind: 'text', text: part.text }] : value,
    );
}

function fillClause(
  node: TagNode,
  kind: DocumentClause['kind'],
  filling: Filling,
): DocumentNode | undefined {
  const about = pathsOf(node, 'about', filling);
  if (!about.present) return undefined;
  const id = wordOf(node, 'id');
  // Work out what names the clause before its content moves the loop's items on.
  const title = titleOf(node, filling);
  const anchor = id ?? repeatedAnchor(node, about.paths, filling);
  const content = fillFlow(node.content, filling);
  if (content.length === 0) return undefined;
  // Words alone say nothing where no subject is named that they belong to.
  if (!node.attributes.has('about') && !saysSomething(content)) return undefined;
  return {
    kind,
    ...(anchor ? { anchor } : {}),
    ...(title ? { title } : {}),
    about: about.paths,
    content,
  };
}

/** A clause inside a loop is reached by the path of its item. */
function repeatedAnchor(
  node: TagNode,
  paths: DocumentClause['about'],
  filling: Filling,
): string | undefined {
  const [first] = expressionsOf(node, 'about');
  return first?.kind === 'path' && first.slot !== undefined && filling.slots[first.slot]
    ? anchorOf(paths[0]!)
    : undefined;
}

function fillAnnex(node: TagNode, filling: Filling): DocumentNode | undefined {
  const { paths, present } = pathsOf(node, 'about', filling);
  const [heading] = expressionsOf(node, 'heading');
  if (!present || heading?.kind !== 'path') return undefined;
  const title = print(heading, filling) ?? [];
  const owner = find(heading, filling).path.slice(0, -1);
  const content = fillFlow(node.content, filling);
  const anchor = anchorOf(paths[0] ?? owner);
  filling.annexes.push(anchor);
  const number = filling.wording.number(filling.annexes.length, 0);
  const label = phraseText(filling.wording.phrase('paper.annex'), { number });
  return { kind: 'annex', anchor, label, title, about: paths, content };
}

function fillFacts(node: TagNode, filling: Filling): DocumentNode | undefined {
  const facts: DocumentFact[] = [];
  visitNodes(node.content, filling, (each) => {
    if (each.kind !== 'tag') return;
    const content = fillFlow(each.content, filling);
    if (content.length) facts.push({ label: wordsOf(each, 'label', filling), content });
  });
  const summary = filling.wording.words(wordOf(node, 'summary')!);
  return facts.length ? { kind: 'facts', summary, facts } : undefined;
}

function fillList(node: TagNode, filling: Filling): DocumentNode | undefined {
  const items: (readonly DocumentNode[])[] = [];
  visitNodes(node.content, filling, (each) => {
    if (each.kind !== 'tag') return;
    const content = fillFlow(each.content, filling);
    if (content.length) items.push(content);
  });
  const marker = wordOf(node, 'marker') === 'decimal' ? 'decimal' : 'bullet';
  return items.length ? { kind: 'list', marker, start: 1, items } : undefined;
}
