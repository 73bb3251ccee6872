// Located data to the plain value of the agreement, field by field along a plan: bare texts and
// single items normalised, what is left out left out, every problem at its place.

import type { Path, Span } from '../base/source.ts';
import { isLeftOut, type Located, type LocatedEntry, type LocatedMap } from '../model/located.ts';
import { agreementPlan, type Field, type Plan } from '../model/plan.ts';
import type { Context } from './context.ts';
import { beside, isPartnersField, partnersFields } from './misplaced-keys.ts';
import { partnerKeyFault } from './partner-key-faults.ts';
import { expected, readLeaf } from './read-leaf.ts';
import { keyForText, keysForPair } from './text-items.ts';
import { isNoKey, unknownKeys } from './unknown-keys.ts';
import { fieldName, found, inBrackets, placeName, shown } from './words.ts';

/** A plain value, as JSON has them. */
export type Value =
  | string
  | number
  | boolean
  | readonly Value[]
  | { readonly [key: string]: Value };

/** Returns the value of a field, or `undefined` after reporting why there is none. `place` is its key or dash. */
export function readValue(
  plan: Plan,
  node: Located,
  path: Path,
  place: Span,
  context: Context,
): Value | undefined {
  switch (plan.kind) {
    case 'list':
      return readList(plan, node, path, place, context);
    case 'fields':
      return readFields(plan, node, path, place, context);
    case 'record':
      return readRecord(plan, node, path, context);
    default:
      return readLeaf(plan, node, path, context);
  }
}

function wrongType(plan: Plan, node: Located, path: Path, hint: string, context: Context): void {
  const span = node.kind === 'map' ? (node.entries[0]?.keySpan ?? node.span) : node.span;
  const message = `${fieldName(path)} needs ${expected(plan)}, not ${found(node)}.`;
  context.report('schema/wrong-type', span, path, message, hint);
}

function readList(
  plan: Extract<Plan, { kind: 'list' }>,
  node: Located,
  path: Path,
  place: Span,
  context: Context,
): Value | undefined {
  const { item, single } = plan;
  if (node.kind === 'list') {
    const values = node.items.map((each, index) => {
      const itemPath = [...path, index];
      if (isEmptyText(item, each)) {
        context.report(
          'schema/empty-text',
          each.span,
          itemPath,
          `${placeName(itemPath)} is empty.`,
          'Fill it in, or delete the line.',
        );
        return undefined;
      }
      return readValue(item, each, itemPath, startOf(each, place), context);
    });
    if (item.kind === 'leaf' && item.leaf === 'partner') namedTwice(node.items, path, context);
    return values.filter((value) => value !== undefined);
  }
  if (single) {
    const several = node.kind === 'scalar' ? partnersIn(item, node.text, context) : [];
    if (several.length > 1 && node.kind === 'scalar') {
      context.unknownPartner(node.text, node.span, path, `Write \`[${several.join(', ')}]\`.`);
      return undefined;
    }
    const value = readValue(item, node, path, place, context);
    return value === undefined ? undefined : [value];
  }
  const hint = 'Start each item on its own line with a dash and a space: `- …`.';
  wrongType(plan, node, path, hint, context);
  return undefined;
}

/** A partner is in a list or not: named twice, somebody else was meant. */
function namedTwice(items: readonly Located[], path: Path, context: Context): void {
  const seen = new Set<string>();
  items.forEach((each, index) => {
    if (each.kind !== 'scalar') return;
    if (seen.has(each.text)) {
      const message = `${shown(each.text)} stands twice in ${fieldName(path)}.`;
      const hint = 'Delete it, or write the key of the partner that is meant.';
      context.report('schema/duplicate-item', each.span, [...path, index], message, hint);
    }
    seen.add(each.text);
  });
}

/** `club and library` in place of a list: the partners it names. */
function partnersIn(item: Plan, text: string, { partners }: Context): readonly string[] {
  if (item.kind !== 'leaf' || item.leaf !== 'partner') return [];
  const keys = text.split(/\s*[,;&+]\s*|\s+and\s+/).map((each) => partners.find(each));
  return keys.every((key) => key !== undefined) ? keys : [];
}

/** The dash of an item as a place: where the item starts. */
function startOf(node: Located, place: Span): Span {
  if (node.kind === 'map') return node.entries[0]?.keySpan ?? node.span;
  return node.kind === 'scalar' ? node.span : place;
}

function readFields(
  plan: Extract<Plan, { kind: 'fields' }>,
  node: Located,
  path: Path,
  place: Span,
  context: Context,
): Value | undefined {
  if (node.kind === 'scalar' && plan.scalarAs !== undefined && !isLeftOut(node)) {
    const value = readValue(plan.fields.get(plan.scalarAs)!.plan, node, path, place, context);
    return value === undefined ? undefined : { [plan.scalarAs]: value };
  }
  if (node.kind !== 'map') {
    const keys = [...plan.fields.keys()].filter((key) => key !== 'id').slice(0, 2);
    const lines = keys.map((key) => `\`${key}: …\``).join(' and ');
    const text = node.kind === 'scalar' ? keyForText(plan, node.text, isItem(path)) : undefined;
    const hint = text ?? `Write keys such as ${lines}, each on a line of its own.`;
    wrongType(plan, node, path, hint, context);
    return undefined;
  }
  const result: Record<string, Value> = {};
  const present = new Set<string>();
  const misplaced = beside(plan, (key) => agreementPlan.fields.get(key)?.plan);
  const empty: (() => void)[] = [];
  const unknown: LocatedEntry[] = [];
  for (const entry of node.entries) {
    const { key, keySpan, value } = entry;
    const field = plan.fields.get(key);
    const fieldPath = [...path, key];
    if (misplaced.take(entry)) continue;
    if (!field) {
      unknown.push(entry);
      continue;
    }
    present.add(key);
    if (isMissing(field, value)) {
      if (field.required) {
        empty.push(() => {
          if (!misplaced.owns(key)) emptyField(field, value, fieldPath, keySpan, context);
        });
      }
      continue;
    }
    const read = readValue(field.plan, value, fieldPath, keySpan, context);
    if (read !== undefined) result[key] = read;
  }
  for (const report of empty) report();
  misplaced.report(path, context);
  const [only] = unknown;
  const pair =
    only && node.entries.length === 1 && isItem(path) ? keysForPair(plan, only) : undefined;
  if (pair !== undefined && isNoKey(only!.key, plan)) {
    const message = `${shown(only!.key)} is not a key that ${placeName(path)} knows.`;
    context.report('schema/unknown-key', only!.keySpan, path, message, pair);
    return undefined;
  }
  for (const meant of unknownKeys(unknown, path, plan, node, context)) present.add(meant);
  if (!node.doubtful) missingFields(plan, node, present, path, place, context);
  return inOrder(plan, result);
}

function isItem(path: Path): boolean {
  return typeof path.at(-1) === 'number';
}

/** An agreement has its fields in the order of the format, however they were written. */
function inOrder(
  plan: Extract<Plan, { kind: 'fields' }>,
  values: Readonly<Record<string, Value>>,
): Value {
  const ordered: Record<string, Value> = {};
  for (const key of plan.fields.keys()) {
    const value = values[key];
    if (value !== undefined) ordered[key] = value;
  }
  return ordered;
}

/** Left out, or blank where a text is meant. */
function isMissing(field: Field, value: Located): boolean {
  return isLeftOut(value) || isEmptyText(field.plan, value);
}

function isEmptyText(plan: Plan, node: Located): boolean {
  const text = plan.kind === 'leaf' || plan.kind === 'choice';
  return text && node.kind === 'scalar' && node.text.trim() === '';
}

function emptyField(field: Field, value: Located, path: Path, span: Span, context: Context): void {
  const code = isLeftOut(value) ? 'schema/missing-key' : 'schema/empty-text';
  const message = span.source.row
    ? `The cell for ${fieldName(path)} is empty, and ${path.length > 1 ? placeName(path.slice(0, -1)) : 'every spec'} needs it.`
    : `Nothing is filled in after ${fieldName(path)}, and every spec needs it.`;
  context.report(code, span, path, message, fillIn(path, field));
}

function missingFields(
  plan: Extract<Plan, { kind: 'fields' }>,
  node: LocatedMap,
  present: ReadonlySet<string>,
  path: Path,
  place: Span,
  context: Context,
): void {
  for (const [key, field] of plan.fields) {
    if (!field.required || present.has(key)) continue;
    const where = path.length === 0 ? 'The spec' : placeName(path);
    const message = `${where} needs \`${key}\`, and it is not there.`;
    const span = path.length === 0 ? (node.entries[0]?.keySpan ?? place) : place;
    context.report('schema/missing-key', span, path, message, fillIn([...path, key], field));
  }
}

function fillIn(path: Path, { plan }: Field): string {
  const key = String(path.at(-1));
  const first = plan.meta.examples?.[0];
  const sample = first === undefined ? '…' : String(first);
  const { description } = plan.meta;
  return `Add \`${key}: ${sample}\`${description ? ` (${inBrackets(description)})` : ''}.`;
}

function readRecord(
  plan: Extract<Plan, { kind: 'record' }>,
  node: Located,
  path: Path,
  context: Context,
): Value | undefined {
  if (node.kind !== 'map') {
    const key = plan.keys === 'newPartner' ? 'library' : (context.partners.keys[0] ?? 'library');
    const hint =
      plan.keys === 'newPartner' && node.kind === 'list'
        ? 'In place of each dash write a short key of your choice, such as `library:`, and the rest below it.'
        : `Write each key on a line of its own: \`${key}: …\`.`;
    wrongType(plan, node, path, hint, context);
    return undefined;
  }
  const result: [string, Value][] = [];
  const fieldsBeside =
    plan.keys === 'newPartner'
      ? node.entries.filter((entry) => isPartnersField(plan.item, entry))
      : [];
  const owner = fieldsBeside[0] && node.entries[node.entries.indexOf(fieldsBeside[0]) - 1];
  partnersFields(fieldsBeside, owner?.key, path, context);
  for (const entry of node.entries) {
    const { key, keySpan, value } = entry;
    if (fieldsBeside.includes(entry)) continue;
    if (fieldsBeside.length > 0 && entry === owner && isLeftOut(value)) continue;
    const keyPath = [...path, key];
    const known = partnerKeyFault(plan.keys, key, keySpan, keyPath, context);
    if (plan.keys === 'partner' && (isLeftOut(value) || isEmptyText(plan.item, value))) continue;
    const read = readValue(plan.item, emptyAsMap(plan, value), keyPath, keySpan, context);
    if (read !== undefined && known !== undefined) result.push([known, read]);
  }
  return Object.fromEntries(result);
}

/** A partner with nothing after its key lacks its name, which is the better thing to say. */
function emptyAsMap(plan: Plan, value: Located): Located {
  const newPartner = plan.kind === 'record' && plan.item.kind === 'fields';
  return newPartner && isLeftOut(value) ? { kind: 'map', entries: [], span: value.span } : value;
}
