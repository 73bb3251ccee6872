// Works out the expressions of a loaded template for one agreement: looks values up with their
// paths, and prints them as literal runs. A value never becomes anything but text.

import { assertNever } from '../base/errors.ts';
import type { Path } from '../base/source.ts';
import type { Agreement, Partner } from '../model/agreement.ts';
import type { DocumentInline, DocumentNode } from '../model/document.ts';
import {
  agreementShape,
  type Found,
  isPresent,
  leafShape,
  type Shape,
  shapeAt,
} from './model-shape.ts';
import { anchorOf, idIndex, type Named } from './named.ts';
import { proseNodes } from './prose.ts';
import type { Expression, Phrase, TagNode, Template } from './template.ts';
import { currencyDigits, type Wording } from './wording.ts';

/** One filling of a template: what is given, and what is noted on the way. */
export interface Filling {
  readonly template: Template;
  readonly agreement: Agreement;
  readonly wording: Wording;
  /** Currency of the agreement and its decimals; empty when there is no budget. */
  readonly currency: string;
  readonly fractionDigits: number;
  /** The date of the paper, where it is to be printed. */
  readonly date?: string;
  readonly ids: ReadonlyMap<string, Named>;
  /** Anchors that are known not to be in this paper. */
  readonly absent: ReadonlySet<string>;
  /** Partners whose short name the paper uses; absent on the first round: all. */
  readonly defined?: ReadonlySet<string>;
  /** Noted on the way: short names printed, and values that are said in other words. */
  readonly usedShort: Set<string>;
  /** Anchors of the annexes filled so far. */
  readonly annexes: string[];
  readonly asked: Path[];
  readonly slots: (Found | undefined)[];
  /** Fills one block tag; handed in so that lines and tags need not import each other. */
  readonly fillTag: (node: TagNode, filling: Filling) => DocumentNode | undefined;
}

/** Starts a filling. */
export function startFilling(
  template: Template,
  agreement: Agreement,
  wording: Wording,
  round: Pick<Filling, 'absent' | 'defined' | 'date' | 'fillTag'>,
): Filling {
  const currency = agreement.resources?.budget?.currency ?? '';
  return {
    template,
    agreement,
    wording,
    currency,
    fractionDigits: amountsOf(agreement).every(Number.isInteger) ? 0 : currencyDigits(currency),
    ids: idIndex(agreement),
    usedShort: new Set(),
    annexes: [],
    asked: [],
    slots: [],
    ...round,
  };
}

/** Every amount of an agreement; if one has decimals, all are printed with them. */
function amountsOf(agreement: Agreement): readonly number[] {
  const { lines = [], total } = agreement.resources?.budget ?? {};
  const gifts = Object.values(agreement.partners).flatMap((partner) => partner.gives ?? []);
  return [...lines.map((line) => line.amount), total, ...gifts.map((gift) => gift.value)].filter(
    (amount) => amount !== undefined,
  );
}

/** Looks up a path; the value may be missing. */
export function find(expression: Extract<Expression, { kind: 'path' }>, filling: Filling): Found {
  const start: Found =
    expression.slot === undefined
      ? { value: filling.agreement, path: [], shape: agreementShape }
      : filling.slots[expression.slot]!;
  let { value } = start;
  for (const step of expression.steps) {
    value = (value as Readonly<Record<string, unknown>> | undefined)?.[step];
  }
  if (expression.slot === undefined && expression.steps.join('.') === 'date') {
    value = filling.date;
  }
  return { value, path: [...start.path, ...expression.steps], shape: expression.shape };
}

/** Returns true when a test of `#if` holds. */
export function holds(expression: Expression, filling: Filling): boolean {
  if (expression.kind === 'path') return isPresent(find(expression, filling).value);
  if (expression.kind !== 'call') return true;
  const [first, second] = expression.values;
  switch (expression.name) {
    case 'yes':
    case 'no': {
      const flag = find(first as Extract<Expression, { kind: 'path' }>, filling);
      if (flag.value === undefined) return false;
      filling.asked.push(flag.path);
      return flag.value === (expression.name === 'yes');
    }
    case 'is':
      return (
        find(first as Extract<Expression, { kind: 'path' }>, filling).value ===
        (second as { value: string }).value
      );
    case 'any':
      return expression.values.some((each) => holds(each, filling));
    case 'upTo':
    case 'moreThan': {
      const limit = (first as { value: number }).value;
      const count = itemsOf(second!, filling).length;
      return expression.name === 'upTo' ? count <= limit : count > limit;
    }
    default:
      return itemsOf(expression, filling).length > 0;
  }
}

/** An item of a list with its key or number. */
export interface Item {
  readonly found: Found;
  readonly key: Found;
}

const partnerShape = (shapeAt(agreementShape, ['partners']) as { item: Shape }).item;

/** Returns the present items of a list, a map of partners, or a function that gives a list. */
export function itemsOf(expression: Expression, filling: Filling): readonly Item[] {
  if (expression.kind === 'call') {
    return partnersFor(expression.name, filling).map((key, index) => ({
      found: {
        value: filling.agreement.partners[key],
        path: ['partners', key],
        shape: partnerShape,
      },
      key: { value: index + 1, path: [], shape: leafShape('number') },
    }));
  }
  if (expression.kind !== 'path') return [];
  const { value, path, shape } = find(expression, filling);
  if (value === undefined || (shape.kind !== 'list' && shape.kind !== 'map')) return [];
  const isList = shape.kind === 'list';
  const entries = Object.entries(value as object).filter(([, item]) => isPresent(item));
  return entries.map(([key, item], index) => {
    const here = [...path, isList ? Number(key) : key];
    return {
      found: { value: item, path: here, shape: shape.item },
      key: isList
        ? { value: index + 1, path: [], shape: leafShape('number') }
        : { value: filling.agreement.partners[key], path: ['partners', key], shape: partnerShape },
    };
  });
}

function partnersFor(name: string, filling: Filling): readonly string[] {
  const keys = Object.keys(filling.agreement.partners);
  const role = (key: string): string => filling.agreement.partners[key]!.role ?? 'partner';
  if (name === 'supporters') return keys.filter((key) => role(key) === 'supporter');
  if (name === 'signing') return keys.filter((key) => role(key) !== 'supporter');
  return keys.filter((key) => {
    const { short, name: full } = filling.agreement.partners[key]!;
    return isPresent(short) && short !== full && (filling.defined?.has(key) ?? true);
  });
}

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
      const items = (found.value as readonly string[]).map((id, index) =>
        printNamed(id, [...found.path, index], filling),
      );
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

/** Returns a reference, or `undefined` when its target is not in this paper. */
export function referTo(
  anchor: string,
  filling: Filling,
  from?: Path,
): readonly DocumentInline[] | undefined {
  if (filling.absent.has(anchor)) return undefined;
  return [{ kind: 'reference', to: anchor, ...(from ? { from } : {}) }];
}

function printNamed(id: string, from: Path, filling: Filling): readonly DocumentInline[] {
  const named = filling.ids.get(id);
  if (named && filling.template.anchors.has(named.pattern)) {
    const reference = referTo(named.anchor, filling, from);
    if (reference) return reference;
  }
  return text(named?.text ?? id, from);
}

function printPartner(
  found: Found,
  how: 'name' | 'short',
  filling: Filling,
): readonly DocumentInline[] {
  const isKey = typeof found.value === 'string';
  const key = isKey ? String(found.value) : String(found.path[found.path.length - 1]);
  const partner: Partner | undefined = filling.agreement.partners[key];
  if (!partner) return text(key, found.path);
  const short = how === 'short' && isPresent(partner.short);
  if (short) filling.usedShort.add(key);
  const from = isKey ? found.path : [...found.path, short ? 'short' : 'name'];
  return text(short ? partner.short! : partner.name, from);
}

function text(value: string, from: Path): readonly DocumentInline[] {
  return [{ kind: 'text', text: value, from }];
}

/** Prints a value of the spec on a line, by its kind. */
export function printFound(found: Found, filling: Filling): readonly DocumentInline[] | undefined {
  const { value, path, shape } = found;
  if (!isPresent(value)) return undefined;
  if (shape.kind === 'list') {
    const items = (value as readonly unknown[]).map((item, index) =>
      printFound({ value: item, path: [...path, index], shape: shape.item }, filling),
    );
    return joined(items, filling);
  }
  if (shape.kind !== 'leaf') return undefined;
  if (shape.words.includes(String(value))) {
    return text(filling.wording.words(`words.${value}`), path);
  }
  const { wording, currency, fractionDigits } = filling;
  switch (shape.leaf) {
    case 'text':
    case 'value':
      return text(String(value), path);
    case 'number':
      return [{ kind: 'text', text: wording.number(Number(value), 0) }];
    case 'date':
      return text(wording.date(String(value)), path);
    case 'frequency':
      return text(wording.frequency(String(value)), path);
    case 'amount':
      if (currency) filling.asked.push(['resources', 'budget', 'currency']);
      return text(wording.money(Number(value), currency, fractionDigits), path);
    case 'partner':
      return printPartner(found, 'short', filling);
    case 'prose':
    case 'id':
    case 'file':
    case 'color':
    case 'flag':
    case 'choice':
    case 'version':
      return undefined;
    default:
      return assertNever(shape.leaf);
  }
}

function printName(found: Found, filling: Filling): readonly DocumentInline[] {
  return printPartner(found, 'name', filling);
}

/** Prints "Dana Whitfield (the Library)". */
function printPerson({ found, key }: Item, filling: Filling): readonly DocumentInline[] {
  return filling.wording.phrase('paper.person').flatMap((part): readonly DocumentInline[] => {
    if (part.kind === 'words') return [{ kind: 'text', text: part.text }];
    if (part.kind !== 'place') return [];
    return part.name === 'person'
      ? text(String(found.value), found.path)
      : printPartner(key, 'short', filling);
  });
}

/** Prints "Riverbend Public Library (the Library)". */
function printParty(found: Found, filling: Filling): readonly DocumentInline[] {
  const full = printName(found, filling);
  const key = String(found.path[found.path.length - 1]);
  if (!partnersFor('defined', filling).includes(key)) return full;
  const { short } = found.value as Partner;
  return filling.wording.phrase('paper.party').flatMap((part): readonly DocumentInline[] => {
    if (part.kind === 'words') return [{ kind: 'text', text: part.text }];
    if (part.kind !== 'place') return [];
    return part.name === 'name' ? full : text(short!, [...found.path, 'short']);
  });
}

/** Puts a fixed separator between what there is to print. */
function separated(
  items: readonly (readonly DocumentInline[] | undefined)[],
  key: string,
  filling: Filling,
): readonly DocumentInline[] | undefined {
  const present = items.filter((item) => item?.length) as (readonly DocumentInline[])[];
  if (present.length === 0) return undefined;
  const separator: DocumentInline = { kind: 'text', text: filling.wording.words(key) };
  return present.flatMap((item, index) => (index ? [separator, ...item] : item));
}

/** Joins printed items as "A, B and C"; items with nothing to print are passed over. */
function joined(
  items: readonly (readonly DocumentInline[] | undefined)[],
  filling: Filling,
): readonly DocumentInline[] | undefined {
  const present = items.filter((item) => item?.length) as (readonly DocumentInline[])[];
  if (present.length === 0) return undefined;
  return filling.wording
    .list(present.length)
    .flatMap((piece): readonly DocumentInline[] =>
      'index' in piece ? present[piece.index]! : [{ kind: 'text', text: piece.words }],
    );
}
