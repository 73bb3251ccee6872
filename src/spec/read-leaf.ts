// One value of a field: takes the characters as they were written where text is meant, and says
// what is wrong and how to write it. Lists and maps are read-value.ts's business.

import { closest } from '../base/closest.ts';
import { assertNever } from '../base/errors.ts';
import { type Path, pathText } from '../base/source.ts';
import type { FieldMeta } from '../model/fields.ts';
import type { Located, LocatedScalar } from '../model/located.ts';
import type { Plan } from '../model/plan.ts';
import type { Context } from './context.ts';
import { readKind } from './read-kind.ts';
import { choices, fieldName, found, inBrackets } from './words.ts';

type LeafPlan = Extract<Plan, { readonly kind: 'leaf' | 'version' | 'flag' | 'choice' }>;

/** Returns the value of a field without parts, or `undefined` after reporting why there is none. */
export function readLeaf(
  plan: LeafPlan,
  node: Located,
  path: Path,
  context: Context,
): string | number | boolean | undefined {
  if (node.kind !== 'scalar') {
    const hint = colonHint(node) ?? `Write ${expected(plan)}${example(plan.meta)}.`;
    context.report(
      'schema/wrong-type',
      firstSpan(node),
      path,
      `${fieldName(path)} needs ${expected(plan)}, not ${found(node)}.`,
      hint,
    );
    return undefined;
  }
  switch (plan.kind) {
    case 'leaf':
      return readKind(plan, node, path, context);
    case 'version':
      return readVersion(plan.version, node, path, context);
    case 'flag':
      return readFlag(plan.meta, node, path, context);
    case 'choice':
      return readChoice(plan.options, node, path, context);
    default:
      return assertNever(plan);
  }
}

/** `- Note: bring keys` in a list of texts is a map for YAML; its writer meant a text. */
function colonHint(node: Located): string | undefined {
  const entry = node.kind === 'map' && node.entries.length === 1 ? node.entries[0] : undefined;
  if (entry?.value.kind !== 'scalar') return undefined;
  return `A text with a colon needs quotes: "${entry.key}: ${entry.value.text}".`;
}

function firstSpan(node: Located): Located['span'] {
  return node.kind === 'map' ? (node.entries[0]?.keySpan ?? node.span) : node.span;
}

/** Names the kind of value that a field needs. */
export function expected(plan: Plan): string {
  switch (plan.kind) {
    case 'leaf':
      return expectedKind[plan.leaf];
    case 'version':
      return `the number ${plan.version}`;
    case 'flag':
      return '`true` or `false`';
    case 'choice':
      return choices(plan.options);
    case 'list':
      return 'a list';
    case 'fields':
      return `a group of keys such as \`${[...plan.fields.keys()].find((key) => key !== 'id')}\``;
    case 'record':
      return "partners' keys, each with its value";
    default:
      return assertNever(plan);
  }
}

const expectedKind: Readonly<Record<Extract<Plan, { kind: 'leaf' }>['leaf'], string>> = {
  text: 'a text',
  prose: 'a text',
  date: 'a date',
  frequency: 'how often',
  amount: 'a number',
  partner: 'the key of a partner',
  id: 'a short name',
  file: 'the name of a file',
  color: 'a colour',
  value: 'a number or a text',
};

function example(meta: FieldMeta): string {
  const first = meta.examples?.[0];
  return first === undefined ? '' : `, such as \`${String(first)}\``;
}

function readVersion(
  version: number,
  node: LocatedScalar,
  path: Path,
  context: Context,
): number | undefined {
  if (node.value === version && node.plain) return version;
  const message = `${fieldName(path)} is the version of the format, ${version}, not ${found(node)}.`;
  context.report(
    'schema/wrong-type',
    node.span,
    path,
    message,
    `Write \`spec: ${version}\`, without quotes.`,
  );
  return undefined;
}

/** Where a sentence can go that was written after a key that takes `true` or `false`. */
const sentences: Readonly<Record<string, string>> = {
  'terms.binding': '`terms.other`, with a `heading` and a `text`',
};

function readFlag(
  { description }: FieldMeta,
  node: LocatedScalar,
  path: Path,
  context: Context,
): boolean | undefined {
  if (typeof node.value === 'boolean') return node.value;
  const word = node.text.trim().toLowerCase();
  const known = ['yes', 'y', 'on', 'true', '1'].includes(word)
    ? '`true`'
    : ['no', 'n', 'off', 'false', '0'].includes(word)
      ? '`false`'
      : undefined;
  const place = sentences[pathText(path)];
  const hint =
    known === undefined
      ? `Write \`true\` or \`false\`${description ? ` (${inBrackets(description)})` : ''}${place ? `; a sentence goes under ${place}` : ''}.`
      : `Write ${known}${node.plain ? '' : ', without quotes'}.`;
  const message = `${fieldName(path)} needs \`true\` or \`false\`, not ${found(node)}.`;
  context.report('schema/wrong-type', node.span, path, message, hint);
  return undefined;
}

function readChoice(
  options: readonly string[],
  node: LocatedScalar,
  path: Path,
  context: Context,
): string | undefined {
  const { text, span } = node;
  if (options.includes(text)) return text;
  const meant = closest(text, options);
  const hint = meant === undefined ? `Write ${choices(options)}.` : `Did you mean \`${meant}\`?`;
  const message = `${fieldName(path)} can be ${choices(options)}, not ${found(node)}.`;
  context.report('schema/unknown-choice', span, path, message, hint);
  return undefined;
}
