// One value of a field: takes the characters as they were written where text is meant, and says
// what is wrong and how to write it. Lists and maps are read-value.ts's business.

import { assertNever } from '../base/errors.ts';
import type { Path } from '../base/source.ts';
import { isDay } from '../model/days.ts';
import type { FieldMeta } from '../model/fields.ts';
import { frequencyUnits, readFrequency } from '../model/frequency.ts';
import type { Located, LocatedScalar } from '../model/located.ts';
import { amountFault, amountHint } from './amounts.ts';
import type { Context } from './context.ts';
import { lastDayOf, possibleDays } from './dates.ts';
import { suggestFrequency } from './frequencies.ts';
import { nameFault, nameFor } from './names.ts';
import type { Plan } from './plan.ts';
import { closest } from './suggest.ts';
import { choices, fieldName, found, shown } from './words.ts';

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
      return readFlag(node, path, context);
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

function readKind(
  plan: Extract<Plan, { kind: 'leaf' }>,
  node: LocatedScalar,
  path: Path,
  context: Context,
): string | number | undefined {
  switch (plan.leaf) {
    case 'text':
    case 'file':
    case 'value':
      return readLine(node, path, context);
    case 'prose':
      return node.text;
    case 'date':
      return readDate(node, path, context);
    case 'frequency':
      return readHowOften(node, path, context);
    case 'amount':
      return readAmount(node, path, context);
    case 'partner':
      return readPartner(node, plan.meta.words ?? [], path, context);
    case 'id':
      return readId(node, path, context);
    case 'color':
      return readColor(node, path, context);
    default:
      return assertNever(plan.leaf);
  }
}

function readLine(node: LocatedScalar, path: Path, context: Context): string | undefined {
  if (!/[\n\u2028\u2029]/.test(node.text)) return node.text;
  const lines = node.text.split(/[\n\u2028\u2029]/).length;
  const message = `${fieldName(path)} has to fit on one line, and this text has ${lines}.`;
  const hint = 'Write it on one line; with `>` instead of `|`, lines are joined.';
  context.report('schema/several-lines', node.span, path, message, hint);
  return undefined;
}

function readDate(node: LocatedScalar, path: Path, context: Context): string | undefined {
  const { text, span } = node;
  if (isDay(text)) return text;
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) {
    const last = lastDayOf(text);
    const hint = last ? `The last day of that month is ${last}.` : 'Check the month and the day.';
    context.report('schema/impossible-date', span, path, `The day ${text} does not exist.`, hint);
    return undefined;
  }
  const days = possibleDays(text);
  const hint =
    days.length > 0
      ? `Write \`${days.join('` or `')}\`: the year, the month, the day.`
      : 'Write the year, the month and the day, such as `2027-02-20`.';
  context.report(
    'schema/date-format',
    span,
    path,
    `${fieldName(path)} needs a date, not ${found(node)}.`,
    hint,
  );
  return undefined;
}

function readHowOften(node: LocatedScalar, path: Path, context: Context): string | undefined {
  if (readFrequency(node.text)) return node.text;
  const meant = suggestFrequency(node.text);
  const hint = meant
    ? `Write \`${meant}\`.`
    : `Write ${choices(frequencyUnits)}, or for example \`every 6 weeks\`.`;
  const message = `${fieldName(path)} says how often, and ${shown(node.text)} cannot be read.`;
  context.report('schema/bad-frequency', node.span, path, message, hint);
  return undefined;
}

function readAmount(node: LocatedScalar, path: Path, context: Context): number | undefined {
  const { value, text, span } = node;
  const number = typeof value === 'number' && node.plain ? value : undefined;
  const why = number === undefined ? 'is not a plain number' : amountFault(text, number, context);
  if (number !== undefined && why === undefined) return number;
  const message = `The amount ${shown(text)} ${why}.`;
  context.report('schema/bad-amount', span, path, message, amountHint(text, context));
  return undefined;
}

function readPartner(
  node: LocatedScalar,
  words: readonly string[],
  path: Path,
  context: Context,
): string | undefined {
  const { text, span } = node;
  if (words.includes(text)) return text;
  const { partners } = context;
  const key = partners.find(text);
  if (key !== undefined || !partners.known) return key ?? text;
  const meant = partners.suggest(text, words);
  const all = choices([...words, ...partners.keys]);
  const hint = meant === undefined ? `Write ${all}.` : `Did you mean \`${meant}\`?`;
  context.report(
    'schema/unknown-partner',
    span,
    path,
    `No partner has the key ${shown(text)}.`,
    hint,
  );
  return undefined;
}

function readId(node: LocatedScalar, path: Path, context: Context): string | undefined {
  const { text, span } = node;
  const why = nameFault(text);
  if (why !== undefined) {
    const hint = `Write for example \`${nameFor(text)}\`: a letter first, then letters, digits, - or _.`;
    context.report('schema/bad-key', span, path, `The id ${shown(text)} ${why}.`, hint);
    return undefined;
  }
  const key = text.normalize('NFC');
  const first = context.ids.get(key);
  if (first) {
    context.report(
      'schema/duplicate-id',
      span,
      path,
      `The id \`${text}\` is used a second time; the first is in line ${context.line(first)}.`,
      'Give each item an id of its own.',
    );
    return undefined;
  }
  context.ids.set(key, span);
  return text;
}

function readColor(node: LocatedScalar, path: Path, context: Context): string | undefined {
  const { text, span } = node;
  if (/^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i.test(text)) return text;
  const bare = /^#?\s*((?:[0-9a-f]{3}){1,2})$/i.exec(text.trim())?.[1];
  const hint = bare
    ? `Write \`"#${bare}"\`, with the quotes.`
    : 'Write a # and three or six digits or letters a to f in quotes, such as `"#1F4E79"`.';
  context.report(
    'schema/bad-color',
    span,
    path,
    `${shown(text)} is not a colour that can be read.`,
    hint,
  );
  return undefined;
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

function readFlag(node: LocatedScalar, path: Path, context: Context): boolean | undefined {
  if (typeof node.value === 'boolean') return node.value;
  const word = node.text.trim().toLowerCase();
  const meant = ['yes', 'y', 'on', 'true', '1'].includes(word)
    ? '`true`'
    : ['no', 'n', 'off', 'false', '0'].includes(word)
      ? '`false`'
      : '`true` or `false`';
  const hint = `Write ${meant}${node.plain ? '' : ', without quotes'}.`;
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
