// Where a written path leads in a given spec: ids become places in their lists, and what leads
// nowhere is said with what was meant. Looks at the base's keys and ids, never at a row.

import { closest } from '../base/closest.ts';
import type { Path } from '../base/source.ts';
import { visitFields } from '../model/field-names.ts';
import { isLeftOut, type Located, nodeAt } from '../model/located.ts';
import { agreementPlan, type Plan } from '../model/plan.ts';
import { type PathStep, readSpecPath, specPathText } from '../model/spec-path.ts';

/** A place in a spec that a cell can fill. */
export interface FoundPath {
  readonly path: Path;
}

/** Why a path cannot be used. */
export interface LostPath {
  readonly code: 'table/unknown-column' | 'table/not-one-value';
  /** Completes “The column “…” ”. */
  readonly why: string;
  readonly hint: string;
  /** The path that was meant, where that can be told. */
  readonly meant?: string;
}

/** Follows a path as it was written through the format and through a base. */
export function findPath(written: string, base: Located): FoundPath | LostPath {
  const steps = readSpecPath(written);
  if (!steps) return lost(`leads nowhere: it is not written as a path`, pathForm);
  let plan: Plan = agreementPlan;
  const path: (string | number)[] = [];
  for (const [at, step] of steps.entries()) {
    const taken = take(step, plan, path, base);
    if ('plan' in taken) {
      plan = taken.plan;
      path.push(taken.step);
      continue;
    }
    const meant =
      taken.meant && specPathText([...steps.slice(0, at), taken.meant, ...steps.slice(at + 1)]);
    if (meant === undefined) return lost(taken.why, taken.hint);
    // One slip is often followed by another: `Partners.Club.Name`.
    const further = findPath(meant, base);
    const whole = 'meant' in further ? further.meant : meant;
    return { ...lost(taken.why, `Did you mean \`${whole}\`?`), meant: whole };
  }
  return leaf(plan, path, written);
}

const pathForm =
  'Write a path such as `partners.club.name` or `roles[0].due`; for headers of your own, name a file with --map.';

const lost = (why: string, hint: string): LostPath => ({ code: 'table/unknown-column', why, hint });

type Taken =
  | { readonly plan: Plan; readonly step: string | number }
  | { readonly why: string; readonly hint: string; readonly meant?: PathStep };

function take(step: PathStep, plan: Plan, path: Path, base: Located): Taken {
  const where = path.length === 0 ? 'a spec' : `\`${shownPath(path)}\``;
  switch (plan.kind) {
    case 'fields':
      if (step.kind === 'key') return takeField(step.key, plan.fields, path, base, where);
      return { why: `leads nowhere: ${where} is not a list`, hint: pathForm };
    case 'record':
      if (step.kind === 'key') return takePartner(step.key, plan, path, base);
      return { why: `leads nowhere: ${where} has keys, not places in a list`, hint: pathForm };
    case 'list':
      if (step.kind === 'index') return { plan: plan.item, step: step.index };
      return step.kind === 'id'
        ? takeId(step.id, plan.item, path, base)
        : {
            why: `leads nowhere: ${where} is a list, and it does not say which item`,
            hint: `Write \`${shownPath(path)}[0].${step.key}\` for the first item, or its id in the brackets.`,
          };
    default:
      return { why: `leads nowhere: ${where} has no parts`, hint: `Write \`${shownPath(path)}\`.` };
  }
}

function takeField(
  key: string,
  fields: Extract<Plan, { kind: 'fields' }>['fields'],
  path: Path,
  base: Located,
  where: string,
): Taken {
  const field = fields.get(key);
  if (field) return { plan: field.plan, step: key };
  const why = `leads nowhere: \`${key}\` is not a key that ${where} knows`;
  const names = [...fields.keys()];
  const partner = path.length === 0 && partnerKeys(base).includes(key);
  if (partner) return { why, hint: `Did you mean \`partners.${key}\`…?` };
  const meant = closest(key, names);
  if (meant !== undefined) return { why, hint: '', meant: { kind: 'key', key: meant } };
  const elsewhere = placesOf(key);
  if (elsewhere.length > 0) return { why, hint: `There is ${some(elsewhere)}.` };
  return { why, hint: path.length === 0 ? pathForm : `The keys here are ${some(names)}.` };
}

/** Returns the paths of a field that has another place; none where its name is used all over. */
function placesOf(key: string): readonly string[] {
  const found: string[] = [];
  visitFields((name, parents) => {
    if (name === key) found.push([...parents, name].join('.'));
  });
  return found.length > 3 || found.some((each) => each.startsWith('partners.')) ? [] : found;
}

function takePartner(
  key: string,
  plan: Extract<Plan, { kind: 'record' }>,
  path: Path,
  base: Located,
): Taken {
  const keys = partnerKeys(base);
  const known = keys.find((each) => each.normalize('NFC') === key.normalize('NFC'));
  if (known !== undefined) return { plan: plan.item, step: known };
  const why = `leads nowhere: the spec has no partner \`${key}\``;
  const meant = closest(key, keys);
  if (meant !== undefined) return { why, hint: '', meant: { kind: 'key', key: meant } };
  const add = `Add \`${key}:\` under \`partners\` of the spec, even with nothing after it.`;
  const hint = keys.length > 0 ? `The partners are ${some(keys)}. ${add}` : add;
  return { why, hint: path.length === 1 ? hint : `The partners are ${some(keys)}.` };
}

function takeId(id: string, item: Plan, path: Path, base: Located): Taken {
  const list = nodeAt(base, path);
  const items = list?.kind === 'list' ? list.items : [];
  const ids = items.map((each) => {
    const node = nodeAt(each, ['id']);
    return node?.kind === 'scalar' ? node.text : '';
  });
  const at = ids.findIndex((each) => each !== '' && each.normalize('NFC') === id.normalize('NFC'));
  if (at >= 0) return { plan: item, step: at };
  const there = ids.filter((each) => each !== '');
  const why = `leads nowhere: no item of \`${shownPath(path)}\` has the id \`${id}\``;
  const meant = closest(id, there);
  if (meant !== undefined) return { why, hint: '', meant: { kind: 'id', id: meant } };
  const hint =
    there.length > 0
      ? `The ids there are ${some(there)}.`
      : `Give the item \`id: ${id}\` in the spec, or count: the first item is \`${shownPath(path)}[0]\`.`;
  return { why, hint };
}

/** A cell fills one value, or a list of values that have no parts. */
function leaf(plan: Plan, path: Path, written: string): FoundPath | LostPath {
  switch (plan.kind) {
    case 'fields':
      if (plan.scalarAs !== undefined) return { path: [...path, plan.scalarAs] };
      return severalValues(
        written,
        [...plan.fields.keys()].filter((key) => key !== 'id'),
        '.',
      );
    case 'record':
      return severalValues(written, ['club'], '.');
    case 'list': {
      const { item } = plan;
      const simple =
        item.kind === 'leaf' || item.kind === 'choice' || (item.kind === 'fields' && item.scalarAs);
      return simple ? { path } : severalValues(written, ['0'], '[');
    }
    default:
      return { path };
  }
}

function severalValues(written: string, keys: readonly string[], sign: '.' | '['): LostPath {
  const example = sign === '[' ? `${written}[0]…` : `${written}.${keys[0]}`;
  return {
    code: 'table/not-one-value',
    why: 'leads to several values, and a cell holds one',
    hint: `Say which, such as \`${example}\`.`,
  };
}

/** Returns the keys of the base's partners. */
export function partnerKeys(base: Located): readonly string[] {
  const partners = nodeAt(base, ['partners']);
  return partners?.kind === 'map' ? partners.entries.map(({ key }) => key) : [];
}

/** Returns how many items the list at a path has in the base; one that stands alone counts as one. */
export function itemsAt(base: Located, path: Path): number {
  const node = nodeAt(base, path);
  if (!node || isLeftOut(node)) return 0;
  return node.kind === 'list' ? node.items.length : 1;
}

function shownPath(path: Path): string {
  return specPathText(
    path.map((step) =>
      typeof step === 'number' ? { kind: 'index', index: step } : { kind: 'key', key: step },
    ),
  );
}

const some = (words: readonly string[]): string =>
  words
    .slice(0, 12)
    .map((word) => `\`${word}\``)
    .join(', ') + (words.length > 12 ? ', …' : '');
