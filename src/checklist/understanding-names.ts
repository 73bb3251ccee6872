// The rule on references: every id that is pointed at, and "Annex 3" in prose, has to be there.
// Keys of partners are checked before an agreement exists, so they need no rule.

import { closest } from '../base/closest.ts';
import type { Path } from '../base/source.ts';
import type { Agreement } from '../model/agreement.ts';
import { annexMentions } from './annexes.ts';
import { type Step, stepsOf } from './order.ts';
import { always, type Fix, type Found, type Rule } from './rule.ts';
import { textsOf } from './texts.ts';
import { shortText, yamlText } from './wording.ts';

/** What can be pointed at, by the name people may have written and the id that is meant. */
interface Target {
  readonly id: string;
  readonly name: string;
}

function goalTargets(agreement: Agreement): readonly Target[] {
  return (agreement.goals ?? []).flatMap(({ id, text }) => (id ? [{ id, name: text }] : []));
}

function stepTargets(steps: readonly Step[]): readonly Target[] {
  return steps.flatMap(({ id, name }) => (id ? [{ id, name }] : []));
}

/** How many wrong references get a suggestion; each is compared with every id. */
const mostSuggestions = 100;

/** Returns the id that was probably meant: nearly the same, or the item's name instead of its id. */
function nearest(wanted: string, targets: readonly Target[]): string | undefined {
  const plain = wanted.toLowerCase();
  const named = targets.find(({ name }) => name.toLowerCase() === plain);
  return (
    named?.id ??
    closest(
      wanted,
      targets.map(({ id }) => id),
    )
  );
}

function sameWords(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

function unknownIds(
  steps: readonly Step[],
  key: 'after' | 'goals',
  targets: readonly Target[],
  withoutId: readonly string[],
): readonly (Found | undefined)[] {
  const known = new Set(targets.map(({ id }) => id));
  const what = key === 'goals' ? 'the goals' : 'the tasks, milestones and events';
  let suggested = 0;
  return steps.flatMap((step) =>
    step[key].map((wanted, index) => {
      if (known.has(wanted)) return undefined;
      suggested += 1;
      const near = suggested <= mostSuggestions ? nearest(wanted, targets) : undefined;
      const message = near
        ? `"${wanted}" is mentioned but not listed. Did you mean "${near}"?`
        : withoutId.some((name) => sameWords(name, wanted))
          ? `"${wanted}" is listed under ${what}, but has no id to point at. Give it one.`
          : `"${wanted}" is mentioned but not listed. No id under ${what} is like it.`;
      return {
        path: [...step.path, key, index],
        message,
        names: [wanted, step.name, ...(step.id ? [step.id] : [])],
      };
    }),
  );
}

function unknownAnnexes(agreement: Agreement): readonly (Found | undefined)[] {
  const count = agreement.annexes?.length ?? 0;
  return textsOf(agreement).flatMap(({ path, text }) =>
    annexMentions(text).map(({ text: mention, number, start, end }) => {
      if (number >= 1 && number <= count) return undefined;
      const last = agreement.annexes?.at(-1)?.title;
      const help =
        last === undefined
          ? ' There are no annexes.'
          : ` Did you mean "Annex ${count}" (${shortText(last, 40)})?`;
      return {
        path,
        at: { start, end },
        message: `"${mention}" is mentioned but not listed.${help}`,
        names: [mention],
      };
    }),
  );
}

/** `after` may name tasks, milestones and events; `goals` goals. An item's name is not its id. */
export const unknownName: Rule = {
  id: 'understanding-unknown-name',
  element: 'understanding',
  level: 'simple',
  severity: 'error',
  looks: 'references to ids and annexes',
  applies: always,
  check: (agreement) => {
    const steps = stepsOf(agreement);
    const results = [
      ...unknownIds(
        steps,
        'after',
        stepTargets(steps),
        steps.flatMap(({ id, name }) => (id ? [] : [name])),
      ),
      ...unknownIds(
        steps,
        'goals',
        goalTargets(agreement),
        (agreement.goals ?? []).flatMap(({ id, text }) => (id ? [] : [text])),
      ),
      ...unknownAnnexes(agreement),
    ];
    const findings = results.filter((each) => each !== undefined);
    return { passed: results.length - findings.length, findings };
  },
  asks: 'What is meant here, and where is it described?',
  why: 'A reference that leads nowhere leaves a hole exactly where somebody looks for an answer.',
  fix: (agreement, finding) =>
    finding.at
      ? addAnnexes(agreement, finding)
      : (giveId(agreement, finding.path) ?? pointElsewhere(agreement, finding.path)),
  source: ['IIIF', 'CP'],
  company: ['vision-goal-no-work'],
};

function addAnnexes(agreement: Agreement, { path, at }: Found): { at: Path; yaml: string } {
  const place = textsOf(agreement).find(
    (each) => JSON.stringify(each.path) === JSON.stringify(path),
  );
  const wanted = annexMentions(place?.text ?? '').find(({ start }) => start === at?.start);
  const count = agreement.annexes?.length ?? 0;
  const missing = Math.max(1, (wanted?.number ?? count + 1) - count);
  const annexes = Array.from({ length: Math.min(missing, 30) }, (_, index) => ({
    title: `Details ${count + index + 1}`,
    text: 'The details that both partners have looked at and agreed.',
  }));
  return { at: [], yaml: yamlText({ annexes }) };
}

/** A goal that is named by its words gets an id, and the work points at that. */
function giveId(agreement: Agreement, path: Path): Fix | undefined {
  if (path.at(-2) !== 'goals') return undefined;
  const step = stepsOf(agreement).find(
    (each) => JSON.stringify(each.path) === JSON.stringify(path.slice(0, -2)),
  );
  const wanted = step?.goals[Number(path.at(-1))] ?? '';
  const goals = agreement.goals ?? [];
  const index = goals.findIndex(({ id, text }) => !id && sameWords(text, wanted));
  if (index < 0) return undefined;
  const taken = new Set([...goals, ...stepsOf(agreement)].map(({ id }) => id));
  let number = index + 1;
  while (taken.has(`goal-${number}`)) number += 1;
  const id = `goal-${number}`;
  return { at: path, yaml: id, also: { at: ['goals', index], yaml: yamlText({ id }) } };
}

function pointElsewhere(agreement: Agreement, path: Path): { at: Path; yaml: string } {
  const key = path.at(-2) === 'goals' ? 'goals' : 'after';
  const itemPath = path.slice(0, -2);
  const steps = stepsOf(agreement);
  const step = steps.find((each) => JSON.stringify(each.path) === JSON.stringify(itemPath));
  const wanted = step?.[key][Number(path.at(-1))] ?? '';
  // What a step comes after must be over by then, and must not come after it in turn.
  const earlier = steps.filter(
    (each) => each !== step && each.after.length === 0 && (each.done ?? '') <= (step?.date ?? '9'),
  );
  const targets = key === 'goals' ? goalTargets(agreement) : stepTargets(earlier);
  const meant = nearest(wanted, targets) ?? targets[0]?.id;
  return meant
    ? { at: path, yaml: yamlText(meant) }
    : { at: itemPath, yaml: yamlText({ [key]: null }) };
}
