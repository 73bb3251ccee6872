// Prints values of the spec as literal runs, each by its kind: dates, amounts, partners, lists.
// A value never becomes anything but text.

import { assertNever } from '../base/errors.ts';
import type { Path } from '../base/source.ts';
import type { Partner } from '../model/agreement.ts';
import type { DocumentInline } from '../model/document.ts';
import { type Item, partnersFor } from './conditions.ts';
import type { Filling } from './filling.ts';
import { type Found, isPresent } from './model-shape.ts';
import type { Wording } from './wording.ts';

/** Prints a value of the spec on a line, by its kind. */
export function printFound(found: Found, filling: Filling): readonly DocumentInline[] | undefined {
  const { value, path, shape } = found;
  if (!isPresent(value)) return undefined;
  if (shape.kind === 'list') {
    const all = everyone(found, filling);
    if (all) return text(all, path);
    const items = (value as readonly unknown[]).map((item, index) =>
      printFound({ value: item, path: [...path, index], shape: shape.item }, filling),
    );
    return joined(items, filling);
  }
  if (shape.kind !== 'leaf') return undefined;
  if (shape.words.includes(String(value))) {
    return text(fixedWord(String(value), filling), path);
  }
  const { wording, currency, fractionDigits } = filling;
  switch (shape.leaf) {
    case 'text':
      return text(String(value), path, path[path.length - 1] === 'phone');
    case 'value':
      return text(printedValue(String(value), wording), path);
    case 'number':
      return [{ kind: 'text', text: wording.number(Number(value), 0) }];
    case 'date':
      return text(wording.date(String(value)), path, true);
    case 'frequency':
      return text(wording.frequency(String(value)), path);
    case 'amount':
      if (currency) filling.asked.push(['resources', 'budget', 'currency']);
      return text(wording.money(Number(value), currency, fractionDigits), path, true);
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

/** Where so many partners or more are named in full, nobody reads whether one is missing. */
const manyPartners = 4;

/**
 * Returns "all partners" for a list of all who sign, where they are many and the language has words for
 * it; never for logos, whose order matters.
 */
function everyone({ value, path, shape }: Found, filling: Filling): string {
  const ofPartners =
    shape.kind === 'list' && shape.item.kind === 'leaf' && shape.item.leaf === 'partner';
  if (!ofPartners || path[0] === 'branding') return '';
  const keys = value as readonly string[];
  const signing = partnersFor('signing', filling);
  if (signing.length < manyPartners || !signing.every((key) => keys.includes(key))) return '';
  if (keys.length !== signing.length) return '';
  const words = filling.wording.words('words.all');
  if (words) filling.asked.push(...keys.map((_, index) => [...path, index]));
  return words;
}

/** "Any" of two is "either", where the language has a word for it. */
function fixedWord(word: string, filling: Filling): string {
  const two = word === 'any' && partnersFor('signing', filling).length === 2;
  const either = two ? filling.wording.words('words.either') : '';
  return either || filling.wording.words(`words.${word}`);
}

/** A number as YAML has it, with the decimals that were written. */
const plainNumber = /^-?(?:0|[1-9]\d{0,14})(?:\.(\d{1,6}))?$/;

/** Prints a value that is a number in the way of the language, and any other text as it is. */
export function printedValue(value: string, wording: Wording): string {
  const match = plainNumber.exec(value);
  return match ? wording.number(Number(value), match[1]?.length ?? 0) : value;
}

/** Prints a partner's full name. */
export function printName(found: Found, filling: Filling): readonly DocumentInline[] {
  return printPartner(found, 'name', filling);
}

/** Prints what the text calls a partner, or its full name; a key of one stands for it. */
export function printPartner(
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

/** Returns one literal run. */
export function text(value: string, from: Path, unbroken = false): readonly DocumentInline[] {
  return unbroken
    ? [{ kind: 'text', text: value, from, unbroken }]
    : [{ kind: 'text', text: value, from }];
}

/** Prints "Dana Whitfield (the Library)". */
export function printPerson({ found, key }: Item, filling: Filling): readonly DocumentInline[] {
  return filling.wording.phrase('paper.person').flatMap((part): readonly DocumentInline[] => {
    if (part.kind === 'words') return [{ kind: 'text', text: part.text }];
    if (part.kind !== 'place') return [];
    return part.name === 'person'
      ? text(String(found.value), found.path)
      : printPartner(key, 'short', filling);
  });
}

/** Prints "Riverbend Public Library (the Library)". */
export function printParty(found: Found, filling: Filling): readonly DocumentInline[] {
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
export function separated(
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
export function joined(
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
