// The functions (Handlebars calls them helpers) that templates may use: what each takes and gives.
// The table is data for the check at load; evaluate.ts works them out.

import { agreementShape, type LeafKind, leafShape, type Shape, shapeAt } from './model-shape.ts';

/** What a function takes. */
export type Parameter =
  /** The id of a clause of this template, in quotes. */
  | 'clause'
  /** The key of a phrase that needs no values, in quotes. */
  | 'phrase'
  /** A map of texts by partner. */
  | 'byPartner'
  /** A word in quotes. */
  | 'word'
  /** A number as written. */
  | 'number'
  | 'amount'
  | 'flag'
  | 'prose'
  /** A partner's key, or a partner. */
  | 'partner'
  /** A list of ids of goals, tasks, milestones or events. */
  | 'ids'
  /** An item of a list that has a number of its own in the paper: a goal, an annex. */
  | 'item'
  /** Partners given by another function. */
  | 'partners'
  /** A choice or a partner key that may be a word. */
  | 'choice'
  /** Something that can be printed on one line. */
  | 'printable'
  | 'list'
  | 'any';

/** What a function gives: words on a line, blocks, yes or no, or a list to go through. */
export type Result = 'inline' | 'blocks' | 'condition' | Shape;

/** A function. */
export interface FunctionRule {
  readonly takes: readonly Parameter[];
  /** The last parameter may come any number of times. */
  readonly repeats?: true;
  readonly gives: Result;
}

const partnerShape = (shapeAt(agreementShape, ['partners']) as { item: Shape }).item;
const partnersShape: Shape = { kind: 'list', item: partnerShape };

const table = {
  /** A live reference to a clause; missing when the clause was left out. */
  ref: { takes: ['clause'], gives: 'inline' },
  /** A live reference to the number of an item: "5.1" for a goal, "Annex 2". */
  number: { takes: ['item'], gives: 'inline' },
  /** The items that ids stand for: numbers of goals, names of tasks, milestones and events. */
  named: { takes: ['ids'], gives: 'inline' },
  /** A partner's full name. */
  name: { takes: ['partner'], gives: 'inline' },
  /** The full names of partners, as "A, B and C". */
  names: { takes: ['partners'], gives: 'inline' },
  /** Full names of partners, each with its short name where the paper uses one. */
  parties: { takes: ['partners'], gives: 'inline' },
  /** What the text calls a partner: its short name, or else its name. */
  short: { takes: ['partner'], gives: 'inline' },
  /** An amount without its currency, for columns that name it. */
  plain: { takes: ['amount'], gives: 'inline' },
  /** Texts by partner: "Dana Whitfield (the Library) and Priya Raman (the Club)". */
  people: { takes: ['byPartner'], gives: 'inline' },
  /** A phrase, where the spec says yes, or no. */
  ifYes: { takes: ['flag', 'phrase'], gives: 'inline' },
  ifNo: { takes: ['flag', 'phrase'], gives: 'inline' },
  /** A value, where it is not the same as another: the end of a period of more than a day. */
  unlike: { takes: ['printable', 'printable'], gives: 'inline' },
  /** Whatever is there of several values, with a separator between them. */
  series: { takes: ['printable'], repeats: true, gives: 'inline' },
  /** An address: prose whose line breaks are kept. */
  address: { takes: ['prose'], gives: 'blocks' },
  /** Partners and funders. */
  signing: { takes: [], gives: partnersShape },
  supporters: { takes: [], gives: partnersShape },
  /** Partners whose short name is used in this paper and differs from the name. */
  defined: { takes: [], gives: partnersShape },
  /** True for a yes, or for a no, that is written in the spec. */
  yes: { takes: ['flag'], gives: 'condition' },
  no: { takes: ['flag'], gives: 'condition' },
  /** True when a choice has this word. */
  is: { takes: ['choice', 'word'], gives: 'condition' },
  /** True when at least one of them is there. */
  any: { takes: ['any'], repeats: true, gives: 'condition' },
  /** True when an item of a list has one of these values. */
  some: { takes: ['list', 'word'], repeats: true, gives: 'condition' },
  /** True when a list has at most, or more than, so many items. */
  upTo: { takes: ['number', 'list'], gives: 'condition' },
  moreThan: { takes: ['number', 'list'], gives: 'condition' },
} satisfies Record<string, FunctionRule>;

/** The name of a function. */
export type FunctionName = keyof typeof table;

/** Every function by name. */
export const functions: Readonly<Record<FunctionName, FunctionRule>> = table;

/** Returns true for the name of a function. */
export function isFunctionName(name: string): name is FunctionName {
  return Object.hasOwn(table, name);
}

const printableLeaves: ReadonlySet<LeafKind> = new Set<LeafKind>([
  'text',
  'value',
  'date',
  'frequency',
  'amount',
  'partner',
  'choice',
  'number',
]);

/** Returns true when a value of this shape can be printed on a line; a list as "A, B and C". */
export function isPrintable(shape: Shape): boolean {
  if (shape.kind === 'list') return shape.item.kind === 'leaf' && isPrintable(shape.item);
  return shape.kind === 'leaf' && printableLeaves.has(shape.leaf);
}

/** Returns true when a value of this shape can be given for a parameter. */
export function fits(shape: Shape, parameter: Parameter): boolean {
  const leaf = shape.kind === 'leaf' ? shape.leaf : undefined;
  switch (parameter) {
    case 'any':
      return true;
    case 'printable':
      return isPrintable(shape);
    case 'amount':
    case 'flag':
    case 'prose':
      return leaf === parameter;
    case 'partner':
      return leaf === 'partner' || shape === partnerShape;
    case 'choice':
      return shape.kind === 'leaf' && shape.words.length > 0;
    case 'ids':
      return shape.kind === 'list' && isPrintable(shape.item);
    case 'item':
      return shape.kind === 'object';
    case 'byPartner':
      return shape.kind === 'map' && isPrintable(shape.item);
    case 'partners':
      return shape === partnersShape;
    case 'list':
      return shape.kind === 'list' || shape.kind === 'map';
    default:
      return false;
  }
}

/** The shape of the number of an item, counted from one. */
export const numberShape: Shape = leafShape('number');

/** The shape of what a key of a map by partner stands for: the partner. */
export const partnerKeyShape: Shape = partnerShape;
