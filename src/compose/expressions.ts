// Reads the expressions of a template (paths, functions, phrases) and checks them against the
// model and the language files. Part of loading; works out no values.

import { closest } from '../base/closest.ts';
import {
  checkLine,
  checkPhraseKey,
  type ExpressionContext,
  parameterWords,
  type ReadExpression,
  suits,
  unknownPhrase,
} from './expression-checks.ts';
import { type FunctionRule, functions, isFunctionName } from './functions.ts';
import { placesOf } from './phrase-files.ts';
import { resolvePath, type Scope } from './scope.ts';
import type { Expression } from './template.ts';
import type { TemplatePlace } from './template-report.ts';

type Node = hbs.AST.Node;

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
  const near = closest(name, ['t', ...Object.keys(functions)]);
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
