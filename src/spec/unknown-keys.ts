// Keys that the spec does not know: what was meant, and where it belongs.
// Looks in the same place first, then in the whole format; changes no data.
// Words the fault and its hint; dropping the key is done by its reader.

import { closest } from '../base/closest.ts';
import type { Path } from '../base/source.ts';
import { fieldNames, visitFields } from '../model/field-names.ts';
import type { LocatedEntry, LocatedMap } from '../model/located.ts';
import type { Plan } from '../model/plan.ts';
import type { Context } from './context.ts';
import { choices, listed, placeName, shown } from './words.ts';

/** What people call fields that have another name here, or another name in this place. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  amount: ['value', 'total'],
  authors: ['partners'],
  date: ['due', 'by'],
  deadline: ['due', 'by'],
  description: ['text', 'what', 'means'],
  from: ['start'],
  location: ['place'],
  mail: ['email'],
  name: ['task', 'what', 'item', 'title', 'term', 'text'],
  objectives: ['goals'],
  organisations: ['partners'],
  organizer: ['owner', 'lead'],
  owner: ['lead', 'organizer', 'by'],
  parties: ['partners'],
  responsibilities: ['roles'],
  responsible: ['lead', 'owner', 'organizer'],
  tasks: ['roles'],
  tel: ['phone'],
  telephone: ['phone'],
  to: ['end'],
  until: ['end', 'to'],
  value: ['amount'],
  venue: ['place'],
  when: ['date', 'due'],
  who: ['person', 'lead'],
  worth: ['value'],
};

/** Shortest word that is compared with the names of other places: `foo` is not `for`. */
const shortestGuess = 5;

let places: ReadonlyMap<string, readonly string[]> | undefined;

/** Returns the places of a field name in the spec: `schedule`, `partners`… */
function placesOf(name: string): readonly string[] {
  if (!places) {
    const found = new Map<string, string[]>();
    visitFields((field, parents) => {
      const known = found.get(field) ?? [];
      if (!found.has(field)) found.set(field, known);
      known.push(parents.join('.'));
    });
    places = found;
  }
  return places.get(name) ?? [];
}

/** Reports unknown keys; returns the fields that were meant, so that they are not called missing too. */
export function unknownKeys(
  entries: readonly LocatedEntry[],
  path: Path,
  plan: FieldsPlan,
  node: LocatedMap,
  context: Context,
): readonly string[] {
  if (entries.length === 0) return [];
  const names = [...plan.fields.keys()];
  const there = new Set(node.entries.map((entry) => entry.key));
  const free = names.filter((name) => !there.has(name));
  const where = path.length === 0 ? 'a spec' : placeName(path);
  const meant: string[] = [];
  for (const { keys, home } of runs(entries, free, node)) {
    const [{ key, keySpan }] = keys;
    if (home !== undefined) {
      const message = `${listed(keys.map((each) => shown(each.key)))} are not keys that ${where} knows.`;
      const hint = `They belong under \`${home}\`: indent them further than that key.`;
      context.report('schema/unknown-key', keySpan, path, message, hint);
      continue;
    }
    const same = meantHere(key, free);
    if (same !== undefined) meant.push(same);
    const hint =
      same === undefined
        ? (below(key, plan, path) ?? `${elsewhere(key) ?? ''} ${keysHere(free, names)}`.trim())
        : `Did you mean \`${same}\`? ${belongsElsewhere(key) ?? ''}`.trim();
    const message = `${shown(key)} is not a key that ${where} knows.`;
    context.report('schema/unknown-key', keySpan, path, message, hint);
  }
  return meant;
}

/** Returns true for a word that is the key of nothing, here or elsewhere, nor looks like one of this place. */
export function isNoKey(key: string, plan: FieldsPlan): boolean {
  return placesOf(key).length === 0 && meantHere(key, [...plan.fields.keys()]) === undefined;
}

type FieldsPlan = Extract<Plan, { kind: 'fields' }>;
type Run = {
  readonly keys: [LocatedEntry, ...LocatedEntry[]];
  readonly home?: string;
};

/** Keys that follow each other and all belong to one other place are one fault: they slipped out of it. */
function runs(
  entries: readonly LocatedEntry[],
  free: readonly string[],
  node: LocatedMap,
): readonly Run[] {
  const index = new Map(node.entries.map((entry, at) => [entry, at]));
  const found: { keys: [LocatedEntry, ...LocatedEntry[]]; homes: readonly string[] }[] = [];
  for (const entry of entries) {
    const homes =
      meantHere(entry.key, free) === undefined
        ? placesOf(entry.key).filter((place) => place !== '')
        : [];
    const last = found.at(-1);
    const before = last && node.entries[(index.get(entry) ?? 0) - 1];
    const common = last?.homes.filter((home) => homes.includes(home)) ?? [];
    if (last && before === last.keys.at(-1) && common.length > 0) {
      last.keys.push(entry);
      last.homes = common;
    } else found.push({ keys: [entry], homes });
  }
  return found.map(({ keys, homes: [home] }) =>
    keys.length > 1 && home !== undefined ? { keys, home } : { keys },
  );
}

/** The key of this place that was meant: misspelt, or called by another name. */
function meantHere(key: string, free: readonly string[]): string | undefined {
  const called = Object.hasOwn(otherNames, key) ? otherNames[key]! : [];
  const synonym = called.find((name) => free.includes(name));
  const near = closest(key, free);
  // A name that exists, if somewhere else, is not misspelt.
  const exact = placesOf(key).length > 0 && near?.toLowerCase() !== key.toLowerCase();
  return exact ? synonym : (near ?? synonym);
}

/** Where the key, or one like it, stands one step further in; at the start of a line nothing is so near. */
function below(key: string, plan: FieldsPlan, path: Path): string | undefined {
  const group = [...plan.fields].find(
    ([, field]) => field.plan.kind === 'fields' && field.plan.fields.has(key),
  );
  if (group) return `Write it under \`${group[0]}\`.`;
  if (path.length === 0) return undefined;
  const near = placesOf(key).length > 0 ? key : nearElsewhere(key);
  const list = near === undefined ? undefined : listWith(near, plan);
  if (!list) return undefined;
  const asked = near === key ? '' : `Did you mean \`${near}\`? `;
  return `${asked}Write it under \`${list.name}\`: \`${list.line}\`.`;
}

/** Where the key would be known, or one like it. */
function elsewhere(key: string): string | undefined {
  const known = belongsElsewhere(key);
  const near = known === undefined ? nearElsewhere(key) : undefined;
  return near === undefined ? known : `Did you mean \`${near}\`? It ${belongs(placesOf(near))}.`;
}

function belongsElsewhere(key: string): string | undefined {
  const places = placesOf(key);
  return places.length > 0 ? `\`${key}\` ${belongs(places)}.` : undefined;
}

function nearElsewhere(key: string): string | undefined {
  return key.length < shortestGuess ? undefined : closest(key, fieldNames());
}

/** The list of this place whose items have such a key, and how such an item is written. */
function listWith(
  key: string,
  plan: FieldsPlan,
): { readonly name: string; readonly line: string } | undefined {
  for (const [name, { plan: field }] of plan.fields) {
    if (field.kind !== 'list' || field.item.kind !== 'fields') continue;
    const { fields } = field.item;
    if (!fields.has(key)) continue;
    const needed = [...fields].filter(([other, { required }]) => required && other !== key);
    return {
      name,
      line: `- { ${[...needed.map(([other]) => other), key].map((each) => `${each}: …`).join(', ')} }`,
    };
  }
  return undefined;
}

function keysHere(free: readonly string[], names: readonly string[]): string {
  return `The keys here are ${choices(free.length > 0 ? free : names, 30, 'and')}.`;
}

function belongs(places: readonly string[]): string {
  const parents = places.filter((place) => place !== '');
  const shownParents = choices(parents, 4, 'and');
  if (parents.length === places.length) return `belongs under ${shownParents}`;
  const top = 'belongs at the start of a line, not under another key';
  return parents.length === 0 ? top : `${top}, or under ${shownParents}`;
}
