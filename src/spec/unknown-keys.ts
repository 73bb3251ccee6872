// Keys that the spec does not know: what was meant, and where it belongs.
// Looks in the same place first, then in the whole format; changes no data.
// Words the fault and its hint; dropping the key is done by its reader.

import { closest } from '../base/closest.ts';
import type { Path, Span } from '../base/source.ts';
import { fieldNames, visitFields } from '../model/field-names.ts';
import type { LocatedMap } from '../model/located.ts';
import type { Plan } from '../model/plan.ts';
import type { Context } from './context.ts';
import { choices, placeName, shown } from './words.ts';

/** What people call fields that have another name here. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  authors: ['partners'],
  deadline: ['due', 'by'],
  logo: ['brand'],
  mail: ['email'],
  objectives: ['goals'],
  organisations: ['partners'],
  parties: ['partners'],
  responsibilities: ['roles'],
  responsible: ['lead', 'owner'],
  tasks: ['roles'],
  tel: ['phone'],
  telephone: ['phone'],
  venue: ['place'],
  location: ['place'],
  when: ['date', 'due'],
  who: ['person', 'lead'],
};

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

/** Reports an unknown key; returns the field that was meant, so that it is not called missing too. */
export function unknownKey(
  key: string,
  span: Span,
  path: Path,
  plan: Extract<Plan, { kind: 'fields' }>,
  node: LocatedMap,
  context: Context,
): string | undefined {
  const names = [...plan.fields.keys()];
  const there = new Set(node.entries.map((entry) => entry.key));
  const free = names.filter((name) => !there.has(name));
  const called = Object.hasOwn(otherNames, key) ? otherNames[key]! : [];
  const elsewhere = placesOf(key).filter((place) => place !== '');
  const atTop = path.length > 0 && placesOf(key).includes('');
  const same = closest(key, free) ?? called.find((name) => free.includes(name));
  const where = path.length === 0 ? 'a spec' : placeName(path);
  const message = `${shown(key)} is not a key that ${where} knows.`;
  const exact = elsewhere.length > 0 || atTop;
  if (same !== undefined && (!exact || isCloser(key, same))) {
    context.report('schema/unknown-key', span, path, message, `Did you mean \`${same}\`?`);
    return same;
  }
  // A name that is used all over says nothing about where it belongs.
  const near = exact
    ? elsewhere.length > 3 && !atTop
      ? undefined
      : key
    : closest(key, fieldNames());
  const hint =
    near === undefined
      ? `The keys here are ${choices(free.length > 0 ? free : names, 16)}.`
      : `${near === key ? '' : `Did you mean \`${near}\`? `}\`${near}\` belongs ${belongs(placesOf(near))}.`;
  context.report('schema/unknown-key', span, path, message, hint);
  return undefined;
}

function isCloser(key: string, same: string): boolean {
  return key.toLowerCase() === same.toLowerCase();
}

function belongs(places: readonly string[]): string {
  const parents = places.filter((place) => place !== '');
  const under = parents.length > 0 ? `under ${choices(parents, 4)}` : '';
  if (parents.length === places.length) return under;
  return `at the start of a line, not under another key${under ? `, or ${under}` : ''}`;
}
