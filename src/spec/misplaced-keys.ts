// Keys in the wrong column of a valid file: the fields of a section beside it instead of below it,
// and fields of a partner where the partners' keys stand. Such keys are one fault, however many.
// Collects while values are read; words the faults at the end.

import type { Path } from '../base/source.ts';
import { fieldNames } from '../model/field-names.ts';
import { isLeftOut, type LocatedEntry } from '../model/located.ts';
import type { Plan } from '../model/plan.ts';
import type { Context } from './context.ts';
import { listed, shown } from './words.ts';

type FieldsPlan = Extract<Plan, { kind: 'fields' }>;

/** Keys that stand beside the key that they belong to. */
interface Group {
  readonly owner: string;
  readonly plan: Plan;
  readonly entries: LocatedEntry[];
}

/** The keys of one map that stand beside their owners. */
export interface Beside {
  /** Looks at the next key; returns true when it belongs to one before it and is kept for `report`. */
  take(entry: LocatedEntry): boolean;
  /** Returns true for a key with nothing after it because what belongs to it stands beside it. */
  owns(key: string): boolean;
  /** Reports what was taken, one fault for each owner. */
  report(path: Path, context: Context): void;
}

/** Starts with the first key of a map of these fields. */
export function beside(plan: FieldsPlan, owners: (key: string) => Plan | undefined): Beside {
  const groups: Group[] = [];
  let open: Group | undefined;
  return {
    take: (entry) => {
      const known = plan.fields.get(entry.key)?.plan;
      if (!known && open && accepts(open.plan, entry.key)) {
        if (open.entries.length === 0) groups.push(open);
        open.entries.push(entry);
        return true;
      }
      const owner = known ?? owners(entry.key);
      open =
        isLeftOut(entry.value) && owner
          ? { owner: entry.key, plan: owner, entries: [] }
          : undefined;
      return false;
    },
    owns: (key) => groups.some(({ owner }) => owner === key),
    report: (path, context) => {
      for (const group of groups) {
        // Beside a key that is itself in the wrong place, nothing more has to be said.
        if (plan.fields.has(group.owner)) reportGroup(group, path, context);
      }
    },
  };
}

function accepts(plan: Plan, key: string): boolean {
  if (plan.kind === 'fields') return plan.fields.has(key);
  if (plan.kind === 'list') return accepts(plan.item, key);
  return plan.kind === 'record' && plan.keys === 'newPartner' && !fieldNames().has(key);
}

function reportGroup({ owner, plan, entries }: Group, path: Path, context: Context): void {
  const names = entries.map(({ key }) => shown(key));
  const one = names.length === 1;
  const message = `${listed(names)} ${one ? 'stands' : 'stand'} in the same column as \`${owner}\`, so ${one ? 'it does' : 'they do'} not belong to it.`;
  const hint =
    plan.kind === 'list'
      ? `Indent ${one ? 'it' : 'them'} below \`${owner}\`, with a dash before the first: \`- ${entries[0]!.key}: …\`.`
      : `Indent ${one ? 'it' : 'them'} by two spaces more than \`${owner}\`.`;
  const [first] = entries;
  context.report('schema/unknown-key', first!.keySpan, [...path, first!.key], message, hint);
}

/** Returns true for a field of a partner that stands where the keys of partners stand. */
export function isPartnersField(plan: Plan, { key, value }: LocatedEntry): boolean {
  if (plan.kind !== 'fields' || !plan.fields.has(key)) return false;
  return value.kind !== 'map' || value.entries.every((entry) => entry.key !== 'name');
}

/** Reports fields of a partner that stand where the keys of partners stand. */
export function partnersFields(
  entries: readonly LocatedEntry[],
  owner: string | undefined,
  path: Path,
  context: Context,
): void {
  const [first] = entries;
  if (!first) return;
  const names = entries.map(({ key }) => `\`${key}\``);
  const one = names.length === 1;
  const message = `${listed(names, 6)} ${one ? 'stands' : 'stand'} where the partners' own keys stand.`;
  const below = owner === undefined ? "a partner's key" : `\`${owner}\``;
  const hint = `Indent ${one ? 'it' : 'them'} by two spaces more, below ${below}.`;
  context.report('schema/unknown-key', first.keySpan, [...path, first.key], message, hint);
}
