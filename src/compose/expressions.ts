// Reads the expressions of a template (paths, functions, phrases) and checks them against the
// model and the language files. Part of loading; works out no values.

import {
  type FunctionRule,
  fits,
  functions,
  isFunctionName,
  isPrintable,
  type Parameter,
  type Result,
} from './functions.ts';
import type { Shape } from './model-shape.ts';
import { placesOf } from './phrase-files.ts';
import { nearest, resolvePath, type Scope } from './scope.ts';
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

/** Reads an expression that stands as a value; returns `undefined` when it was refused. */
export function readExpression(
  node: Node,
  scope: Scope,
  context: ExpressionContext,
): ReadExpression | undefined {
  if (node.type === 'PathExpression') {
    return readPath(node as hbs.AST.PathExpression, scope, context);
  }
  if (node.type === 'SubExpression') {
    const call = node as hbs.AST.SubExpression;
    return readCall(call.path, call.params, call.hash, scope, context);
  }
  if (node.type === 'StringLiteral' || node.type === 'NumberLiteral') {
    const { value } = node as hbs.AST.StringLiteral | hbs.AST.NumberLiteral;
    return { expression: { kind: 'literal', value }, gives: 'inline' };
  }
  context.report.add(
    'template/helper-values',
    context.place(node),
    'This value cannot be used in a template.',
    'Use a path, a word in quotes or a number.',
  );
  return undefined;
}

/** Reads a mustache or block: a path when it stands alone, a function otherwise. */
export function readCall(
  path: hbs.AST.PathExpression | hbs.AST.Literal,
  params: readonly hbs.AST.Expression[],
  hash: hbs.AST.Hash | undefined,
  scope: Scope,
  context: ExpressionContext,
): ReadExpression | undefined {
  if (path.type !== 'PathExpression') return readExpression(path, scope, context);
  const target = path as hbs.AST.PathExpression;
  const name = target.original;
  const pairs = hash?.pairs ?? [];
  if (name === 't' && !scope.has('t')) return readPhraseCall(target, params, pairs, scope, context);
  if (isFunctionName(name) && !scope.has(name)) {
    for (const pair of pairs) {
      context.report.add(
        'template/helper-values',
        context.place(pair),
        `\`${name}\` takes no value called \`${pair.key}\`.`,
      );
    }
    const values = readValues(name, functions[name], target, params, scope, context);
    return values && { expression: { kind: 'call', name, values }, gives: functions[name].gives };
  }
  if (params.length === 0 && pairs.length === 0) return readPath(target, scope, context);
  const near = nearest(name, ['t', ...Object.keys(functions)]);
  context.report.add(
    'template/unknown-helper',
    context.place(target),
    `There is no helper \`${name}\`.`,
    near ? `Did you mean \`${near}\`?` : 'docs/templates.md lists the helpers.',
  );
  return undefined;
}

function readPath(
  node: hbs.AST.PathExpression,
  scope: Scope,
  context: ExpressionContext,
): ReadExpression | undefined {
  if (node.data || node.depth > 0 || /^(?:this\b|\.)/.test(node.original)) {
    context.report.add(
      'template/unknown-path',
      context.place(node),
      `\`${node.data ? '@' : ''}${node.original.replace(/^@/, '')}\` is not used in these templates.`,
      'Give the items a name: `{{#each goals as |goal|}}`, then write `{{goal.text}}`.',
    );
    return undefined;
  }
  return readSteps(node.parts, scope, context, context.place(node));
}

/** Reads a path that is written with dots, in a mustache or an attribute. */
export function readSteps(
  steps: readonly string[],
  scope: Scope,
  context: ExpressionContext,
  place: TemplatePlace,
): ReadExpression | undefined {
  const resolved = resolvePath(steps, scope);
  if ('unknown' in resolved) {
    context.report.add(
      'template/unknown-path',
      place,
      `\`${resolved.unknown}\` is not part of an agreement.`,
      resolved.near
        ? `Did you mean \`${resolved.near}\`?`
        : 'Use the names of the spec, or a name given with `as |…|`.',
    );
    return undefined;
  }
  const { expression, anchor } = resolved;
  return { expression, gives: expression.shape, anchor };
}

function readPhraseCall(
  target: hbs.AST.PathExpression,
  params: readonly hbs.AST.Expression[],
  pairs: readonly hbs.AST.HashPair[],
  scope: Scope,
  context: ExpressionContext,
): ReadExpression | undefined {
  const [first, ...others] = params;
  if (first?.type !== 'StringLiteral' || others.length > 0) {
    context.report.add(
      'template/helper-values',
      context.place(target),
      '`t` takes the key of a phrase in quotes, then values by name.',
      'Write `{{t "goals.lead" goals=goals}}`.',
    );
    return undefined;
  }
  const key = (first as hbs.AST.StringLiteral).value;
  const phrase = context.phrases.get(key);
  const values = new Map<string, Expression>();
  for (const pair of pairs) {
    const read = readExpression(pair.value, scope, context);
    if (!read) continue;
    if (checkLine(read, context.place(pair.value), context)) values.set(pair.key, read.expression);
  }
  if (!phrase) return unknownPhrase(key, context.place(first), context);
  const places = new Set(placesOf(phrase));
  for (const name of places) {
    if (pairs.some((pair) => pair.key === name)) continue;
    context.report.add(
      'template/phrase-values',
      context.place(first),
      `The phrase \`${key}\` needs a value for \`{${name}}\`.`,
      `Add \`${name}=…\`.`,
    );
  }
  for (const pair of pairs) {
    if (places.has(pair.key)) continue;
    context.report.add(
      'template/phrase-values',
      context.place(pair),
      `The phrase \`${key}\` has no place for \`{${pair.key}}\`.`,
    );
  }
  return { expression: { kind: 'phrase', key, values }, gives: 'inline' };
}

/** Reports a phrase that the English language file does not have. */
export function unknownPhrase(
  key: string,
  place: TemplatePlace,
  context: ExpressionContext,
): undefined {
  const near = nearest(key, [...context.phrases.keys()]);
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

function readValues(
  name: string,
  rule: FunctionRule,
  target: hbs.AST.PathExpression,
  params: readonly hbs.AST.Expression[],
  scope: Scope,
  context: ExpressionContext,
): readonly Expression[] | undefined {
  const enough = rule.repeats
    ? params.length >= rule.takes.length
    : params.length === rule.takes.length;
  if (!enough) {
    context.report.add(
      'template/helper-values',
      context.place(target),
      `\`${name}\` takes ${rule.takes.length} ${rule.takes.length === 1 ? 'value' : 'values'}, not ${params.length}.`,
    );
    return undefined;
  }
  const values = params.map((param, index) => {
    const parameter = rule.takes[index] ?? rule.takes[rule.takes.length - 1]!;
    const read = readExpression(param, scope, context);
    if (!read) return undefined;
    if (suits(read, parameter)) {
      if (parameter === 'clause') {
        context.refersTo(
          String((read.expression as { value: string }).value),
          context.place(param),
        );
      }
      if (parameter === 'phrase') checkPhraseKey(param as hbs.AST.StringLiteral, context);
      return read.expression;
    }
    context.report.add(
      'template/helper-values',
      context.place(param),
      `\`${name}\` cannot use this value: it takes ${parameterWords[parameter]}.`,
    );
    return undefined;
  });
  return values.some((each) => !each) ? undefined : (values as Expression[]);
}

const literals: ReadonlySet<Parameter> = new Set(['number', 'word', 'clause', 'phrase']);

function suits({ expression, gives }: ReadExpression, parameter: Parameter): boolean {
  if (expression.kind === 'literal') {
    const wanted = parameter === 'number' ? 'number' : 'string';
    return literals.has(parameter) && typeof expression.value === wanted;
  }
  if (parameter === 'printable' && gives === 'inline') return true;
  return typeof gives === 'object' && fits(gives as Shape, parameter);
}

/** A phrase that a function prints by itself exists and needs no values. */
function checkPhraseKey(node: hbs.AST.StringLiteral, context: ExpressionContext): void {
  const phrase = context.phrases.get(node.value);
  if (!phrase) unknownPhrase(node.value, context.place(node), context);
  else if (placesOf(phrase).length) {
    const message = `The phrase \`${node.value}\` needs values, so it cannot be used here.`;
    context.report.add('template/phrase-values', context.place(node), message);
  }
}

const parameterWords: Readonly<Record<Parameter, string>> = {
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
