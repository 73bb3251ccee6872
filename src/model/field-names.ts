// The names of all fields of the agreement, wherever they stand: for telling a misspelt or
// misplaced key from a text. Pure facts of the schema; knows nothing of sources.

import { agreementPlan, type Plan } from './plan.ts';

/** Calls `see` for each named field with the names above it, lists and partner keys left out. */
export function visitFields(
  see: (name: string, parents: readonly string[], plan: Plan) => void,
): void {
  const visit = (plan: Plan, parents: readonly string[]): void => {
    if (plan.kind === 'list' || plan.kind === 'record') visit(plan.item, parents);
    else if (plan.kind === 'fields') {
      for (const [name, { plan: field }] of plan.fields) {
        see(name, parents, field);
        visit(field, [...parents, name]);
      }
    }
  };
  visit(agreementPlan, []);
}

let names: ReadonlySet<string> | undefined;

/** Returns the names of all fields. */
export function fieldNames(): ReadonlySet<string> {
  if (!names) {
    const found = new Set<string>();
    visitFields((name) => found.add(name));
    names = found;
  }
  return names;
}

let lists: ReadonlySet<string> | undefined;

/** Returns the names that stand for a list wherever they stand. */
export function listNames(): ReadonlySet<string> {
  if (!lists) {
    const found = new Set<string>();
    const other = new Set<string>();
    visitFields((name, _, { kind }) => (kind === 'list' ? found : other).add(name));
    lists = new Set([...found].filter((name) => !other.has(name)));
  }
  return lists;
}

let lines: ReadonlySet<string> | undefined;

/** Returns the names of fields whose text has one line, wherever they stand. */
export function oneLineNames(): ReadonlySet<string> {
  if (!lines) {
    const found = new Set<string>();
    const other = new Set<string>();
    visitFields((name, _, plan) => {
      const line = plan.kind === 'leaf' && plan.leaf === 'text';
      (line ? found : other).add(name);
    });
    lines = new Set([...found].filter((name) => !other.has(name)));
  }
  return lines;
}

/** Returns the names that stand below a field of this name, wherever it stands. */
export function fieldsBelow(parent: string): ReadonlySet<string> {
  const found = new Set<string>();
  visitFields((name, parents) => {
    if (parents.at(-1) === parent) found.add(name);
  });
  return found;
}
