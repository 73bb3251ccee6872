// Sorts the findings of a file into the groups that people read them by: problems of reading first,
// then the elements of the checklist in their order, with the state of each.
// Loses no finding: what belongs to no element comes with reading.

import type { Diagnostic } from '../base/diagnostic.ts';
import type { ElementName, FileReport, Report, RuleEntry, State } from './report.ts';
import { elementTitles } from './wording.ts';

/** Findings under one heading. */
export interface Group {
  readonly title: string;
  /** How the element stands; none for problems of reading. */
  readonly state?: State;
  readonly diagnostics: readonly Diagnostic[];
}

const order = Object.keys(elementTitles) as readonly ElementName[];

/**
 * Returns the groups of a file: reading only where there is something to say, then every element
 * whose state is known or that has findings.
 */
export function groupsOf(file: FileReport, rules: Report['rules']): readonly Group[] {
  const elements = elementsById(rules);
  const states = new Map(file.elements?.map((each) => [each.element, each.state]));
  const reading = file.diagnostics.filter((each) => !elements.has(each.code));
  const groups: Group[] = [];
  if (reading.length > 0) groups.push({ title: 'Reading', diagnostics: reading });
  for (const element of order) {
    const diagnostics = file.diagnostics.filter((each) => elements.get(each.code) === element);
    const state = states.get(element);
    if (state === undefined && diagnostics.length === 0) continue;
    groups.push({ title: elementTitles[element], ...(state ? { state } : {}), diagnostics });
  }
  return groups;
}

function elementsById(rules: readonly RuleEntry[]): ReadonlyMap<string, ElementName> {
  return new Map(rules.flatMap(({ id, element }) => (element ? [[id, element] as const] : [])));
}
