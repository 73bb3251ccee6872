// Checks of expressions that need no reading of others: phrases that exist, values that fit on a
// line or into a function. Part of loading; works out no values.

import { closest } from '../base/closest.ts';
import { fits, isPrintable, type Parameter, type Result } from './functions.ts';
import { placesOf } from './phrase-files.ts';
import type { Expression, Phrases } from './template.ts';
import type { TemplatePlace, TemplateReport } from './template-report.ts';

type Node = hbs.AST.Node;

/** What reading an expression needs to know about its template. */
export interface ExpressionContext {
  readonly phrases: Phrases;
  readonly report: TemplateReport;
  readonly place: (node: Node) => TemplatePlace;
  /** Called for every clause that an expression refers to. */
  readonly refersTo: (id: string, place: TemplatePlace) => void;
}

/** An expression, with the anchor pattern of a path. */
export interface ReadExpression {
  readonly expression: Expression;
  readonly gives: Result;
  readonly anchor?: string;
}

/** Reports a phrase that the English language file does not have. */
export function unknownPhrase(
  key: string,
  place: TemplatePlace,
  context: ExpressionContext,
): undefined {
  const near = closest(key, [...context.phrases.keys()]);
  context.report.add(
    'template/unknown-phrase',
    place,
    `en.yaml has no phrase \`${key}\`.`,
    near ? `Did you mean \`${near}\`?` : 'Add it to the language file.',
  );
  return undefined;
}

/** Returns true for what can stand inside a line, and reports what cannot. */
export function checkLine(
  { gives, expression }: ReadExpression,
  place: TemplatePlace,
  context: ExpressionContext,
): boolean {
  const shape = typeof gives === 'object' ? gives : undefined;
  if (expression.kind === 'literal' || !(gives === 'inline' || (shape && isPrintable(shape)))) {
    context.report.add(
      'template/not-printable',
      place,
      'This cannot be printed inside a line.',
      'Prose and lists of items stand by themselves; yes-or-no values are asked with `{{#if (yes …)}}`.',
    );
    return false;
  }
  const leaf = shape?.kind === 'list' ? shape.item : shape;
  for (const word of leaf?.kind === 'leaf' ? leaf.words : []) {
    const key = `words.${word}`;
    if (!context.phrases.has(key)) unknownPhrase(key, place, context);
  }
  return true;
}

const literals: ReadonlySet<Parameter> = new Set(['number', 'word', 'clause', 'phrase']);

/** Returns true for a value that a parameter can take. */
export function suits({ expression, gives }: ReadExpression, parameter: Parameter): boolean {
  if (expression.kind === 'literal') {
    const wanted = parameter === 'number' ? 'number' : 'string';
    return literals.has(parameter) && typeof expression.value === wanted;
  }
  if (parameter === 'printable' && gives === 'inline') return true;
  if (parameter === 'any' && gives === 'condition') return true;
  return typeof gives === 'object' && fits(gives, parameter);
}

/** A phrase that a function prints by itself exists and needs no values. */
export function checkPhraseKey(node: hbs.AST.StringLiteral, context: ExpressionContext): void {
  const phrase = context.phrases.get(node.value);
  if (!phrase) unknownPhrase(node.value, context.place(node), context);
  else if (placesOf(phrase).length) {
    const message = `The phrase \`${node.value}\` needs values, so it cannot be used here.`;
    context.report.add('template/phrase-values', context.place(node), message);
  }
}

/** What a parameter takes, in words. */
export const parameterWords: Readonly<Record<Parameter, string>> = {
  clause: 'the id of a clause in quotes',
  phrase: 'the key of a phrase in quotes',
  byPartner: 'a text for each partner',
  word: 'a word in quotes',
  number: 'a number',
  amount: 'an amount of money',
  flag: 'a yes-or-no value',
  prose: 'prose',
  partner: 'a partner',
  ids: 'a list of ids',
  item: 'an item with a number of its own',
  partners: 'a helper that gives partners',
  choice: 'a value with fixed words',
  printable: 'something that is printed on a line',
  list: 'a list',
  any: 'a path',
};
