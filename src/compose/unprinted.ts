// What of a spec does not stand on the paper, and why: the named list, and the check that nothing
// else is missing from a filled template. Reads a document; composes and reports nothing.

import type { Path } from '../base/source.ts';
import type { Agreement } from '../model/agreement.ts';
import type { AgreementDocument } from '../model/document.ts';
import { type Found, isPresent, leavesOf } from './model-shape.ts';
import { visitValues } from './values.ts';

/** A part of the spec that no paper prints. */
export interface Unprinted {
  /** The path with `*` for any key or number, and `**` in front for any place. */
  readonly path: string;
  readonly reason: string;
  /** True when it is printed in some agreements. */
  readonly sometimes?: true;
  /** Where it need not be printed; absent for everywhere. */
  readonly when?: (agreement: Agreement) => boolean;
}

/** With one goal everything serves it, and saying so at each task would tire readers. */
const oneGoal = {
  reason: 'Where there is one goal, everything serves it.',
  sometimes: true,
  when: (agreement: Agreement): boolean => agreement.goals?.length === 1,
} as const;

/** Everything that a template need not print. */
export const unprinted: readonly Unprinted[] = [
  { path: 'spec', reason: 'The version of the file format says nothing about the agreement.' },
  { path: 'kind', reason: 'It chooses the template.' },
  { path: 'status', reason: 'It stands in the footer and, for a draft, across the page.' },
  { path: 'language', reason: 'The paper is written in it.' },
  { path: 'paper', reason: 'It is the size of the sheet.' },
  { path: 'level', reason: 'It tells the checklist how much to ask.' },
  { path: 'waivers.*.*', reason: 'It tells the checklist what the partners have looked at.' },
  { path: '**.id', reason: 'It is a name for references inside the file.' },
  {
    path: 'roles.*.covers.*',
    reason: 'It tells the checklist what a task settles; the task itself is printed.',
  },
  {
    path: 'partners.*.brand.logo',
    reason: 'It names the file of a picture, and the picture is shown.',
  },
  { path: 'partners.*.brand.color', reason: 'It is seen as an accent.' },
  { path: 'annexes.*.file', reason: 'It names the file of a picture, and the picture is shown.' },
  {
    path: 'partners.*.role',
    reason: 'That a partner is a partner goes without saying; the other roles are printed.',
    sometimes: true,
  },
  {
    path: 'partners.*.short',
    reason: 'A short name is explained only where the paper uses it.',
    sometimes: true,
  },
  {
    path: 'partners.*.brand.alt',
    reason: 'It describes the logo; without a logo there is nothing to describe.',
    sometimes: true,
  },
  { path: 'roles.*.goals.*', ...oneGoal },
  { path: 'schedule.milestones.*.goals.*', ...oneGoal },
  { path: 'schedule.events.*.goals.*', ...oneGoal },
];

const patterns = unprinted.map((each) => ({ ...each, steps: each.path.split('.') }));

/** Returns the entry of the list that covers a path in an agreement, if one does. */
export function unprintedEntry(path: Path, agreement: Agreement): Unprinted | undefined {
  return patterns.find(({ steps, when }) => {
    if (when && !when(agreement)) return false;
    if (steps[0] === '**') return path[path.length - 1] === steps[1];
    return (
      steps.length === path.length &&
      steps.every((step, index) => step === '*' || step === String(path[index]))
    );
  });
}

/** Returns the leaves of an agreement that a document neither prints nor need not print. */
export function unprintedLeaves(
  agreement: Agreement,
  document: AgreementDocument,
): readonly Found[] {
  const reached: Place = { reached: false };
  for (const path of document.asked) reach(reached, path);
  for (const node of document.nodes) visitValues(node, (from) => reach(reached, from));
  return leavesOf(
    agreement,
    (value, path) =>
      !isReached(reached, path) &&
      isPresent(value) &&
      value !== false &&
      !unprintedEntry(path, agreement),
  );
}

/** A place in an agreement: paths are looked up step by step, so that none becomes a text. */
interface Place {
  reached: boolean;
  below?: Map<string | number, Place>;
}

function reach(root: Place, path: Path): void {
  let here = root;
  for (const step of path) {
    here.below ??= new Map();
    let next = here.below.get(step);
    if (!next) {
      next = { reached: false };
      here.below.set(step, next);
    }
    here = next;
  }
  here.reached = true;
}

function isReached(root: Place, path: Path): boolean {
  let here: Place | undefined = root;
  for (const step of path) here = here?.below?.get(step);
  return here?.reached === true;
}
