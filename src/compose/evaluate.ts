// Works out the expressions of a loaded template for one agreement: paths, phrases and functions
// that stand on a line, and prose that stands by itself.

import type { Path } from '../base/source.ts';
import type { DocumentInline, DocumentNode } from '../model/document.ts';
import { itemsOf } from './conditions.ts';
import { type Filling, find, valueAt } from './filling.ts';
import { isPresent } from './model-shape.ts';
import { anchorOf } from './named.ts';
import {
  joined,
  printFound,
  printName,
  printPartner,
  printParty,
  printPerson,
  separated,
  text,
} from './print-values.ts';
import { proseNodes } from './prose.ts';
import type { Expression, Phrase } from './template.ts';

/** Prints an expression on a line; `undefined` when there is nothing to print. */
export function print(
  expression: Expression,
  filling: Filling,
): readonly DocumentInline[] | undefined {
  if (expression.kind === 'phrase') {
    return fillPhrase(filling.wording.phrase(expression.key), expression.values, filling);
  }
  if (expression.kind === 'literal') return undefined;
  if (expression.kind === 'path') return printFound(find(expression, filling), filling);
  return printCall(expression, filling);
}

/** Prints an expression as blocks, where it is prose. */
export function printBlocks(
  expression: Expression,
  filling: Filling,
): readonly DocumentNode[] | undefined {
  const isAddress = expression.kind === 'call' && expression.name === 'address';
  const path = isAddress ? expression.values[0] : expression;
  if (path?.kind !== 'path') return undefined;
  const { value, path: from, shape } = find(path, filling);
  if (shape.kind !== 'leaf' || shape.leaf !== 'prose') return undefined;
  if (!isPresent(value)) return [];
  return proseNodes(String(value), { from, ...(isAddress ? { keepLines: true } : {}) });
}

/** Fills a phrase: an optional part goes when a value in it is missing, the whole likewise. */
function fillPhrase(
  phrase: Phrase,
  values: ReadonlyMap<string, Expression>,
  filling: Filling,
): readonly DocumentInline[] | undefined {
  const content: DocumentInline[] = [];
  for (const part of phrase) {
    if (part.kind === 'words') content.push({ kind: 'text', text: part.text });
    else if (part.kind === 'optional')
      content.push(...(fillPhrase(part.parts, values, filling) ?? []));
    else {
      const printed = print(values.get(part.name)!, filling);
      if (!printed?.length) return undefined;
      content.push(...printed);
    }
  }
  return content;
}

function printCall(
  { name, values }: Extract<Expression, { kind: 'call' }>,
  filling: Filling,
): readonly DocumentInline[] | undefined {
  const [first] = values;
  if (name === 'ref') return referTo((first as { value: string }).value, filling);
  if (name === 'names' || name === 'parties') {
    const print = name === 'names' ? printName : printParty;
    return joined(
      itemsOf(first!, filling).map(({ found }) => print(found, filling)),
      filling,
    );
  }
  if (name === 'unlike') return printUnlike(values, filling);
  if (name === 'series') {
    return separated(
      values.map((value) => print(value, filling)),
      'paper.series',
      filling,
    );
  }
  if (first?.kind !== 'path') return undefined;
  const found = find(first, filling);
  if (name === 'ifYes' || name === 'ifNo') {
    if (found.value !== undefined) filling.asked.push(found.path);
    const words = filling.wording.words((values[1] as { value: string }).value);
    return found.value === (name === 'ifYes') ? [{ kind: 'text', text: words }] : undefined;
  }
  if (name === 'people') {
    return joined(
      itemsOf(first, filling).map((item) => printPerson(item, filling)),
      filling,
    );
  }
  if (!isPresent(found.value)) return undefined;
  switch (name) {
    case 'number':
      return referTo(anchorOf(found.path), filling);
    case 'named': {
      const order = [...filling.ids.keys()];
      const items = (found.value as readonly string[])
        .map((id, index) => ({ id, from: [...found.path, index] }))
        // In the order of the paper; what is not in it comes last.
        .sort((one, other) => placeOf(one.id, order) - placeOf(other.id, order))
        .map(({ id, from }) => printNamed(id, from, filling));
      const numbers = items.every((item) => item[0]?.kind === 'reference');
      return numbers ? separated(items, 'paper.comma', filling) : joined(items, filling);
    }
    case 'name':
    case 'short':
      return printPartner(found, name, filling);
    case 'plain':
      return text(filling.wording.number(Number(found.value), filling.fractionDigits), found.path);
    default:
      return undefined;
  }
}

/** What is the same as before is said by saying it once. */
function printUnlike(
  [first, second]: readonly Expression[],
  filling: Filling,
): readonly DocumentInline[] | undefined {
  if (first?.kind === 'path' && second?.kind === 'path') {
    const { value, path } = find(first, filling);
    if (value !== undefined && value === valueAt(second, filling)) {
      filling.asked.push(path);
      return undefined;
    }
  }
  return first && print(first, filling);
}

/** Returns a reference, or `undefined` when its target is not in this paper. */
export function referTo(
  anchor: string,
  filling: Filling,
  from?: Path,
): readonly DocumentInline[] | undefined {
  if (filling.absent.has(anchor)) return undefined;
  return [from ? { kind: 'reference', to: anchor, from } : { kind: 'reference', to: anchor }];
}

function placeOf(id: string, order: readonly string[]): number {
  const place = order.indexOf(id);
  return place < 0 ? order.length : place;
}

function printNamed(id: string, from: Path, filling: Filling): readonly DocumentInline[] {
  const named = filling.ids.get(id);
  if (named && filling.template.anchors.has(named.pattern)) {
    const reference = referTo(named.anchor, filling, from);
    if (reference) return reference;
  }
  return text(named?.text ?? id, from);
}
