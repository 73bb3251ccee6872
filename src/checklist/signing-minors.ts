// The rule on children and young people: where they take part, somebody sees to their safety.
// Reads the mark on events, and where there is none, what is planned; the words are in minors-in-prose.ts.

import type { Path } from '../base/source.ts';
import type { Agreement } from '../model/agreement.ts';
import { minorsIn, type YoungMention } from './minors-in-prose.ts';
import { firstKey, personOf } from './parties.ts';
import { maskNames } from './prose-reading.ts';
import { outcome, type Rule } from './rule.ts';
import { termOf } from './term.ts';
import { textsOf } from './texts.ts';
import { yamlText } from './wording.ts';

interface Mention extends YoungMention {
  readonly path: Path;
  readonly words: string;
}

/** What is planned: the purpose, goals, tasks, milestones and events by their names. */
const isPlan = (path: Path): boolean =>
  path[0] === 'purpose' ||
  (path[0] === 'goals' && path.at(-1) === 'text') ||
  (path[0] === 'roles' && path.at(-1) === 'task') ||
  (path[0] === 'schedule' && path.at(-1) === 'name');

const known = new WeakMap<Agreement, Mention | null>();

/** The first words of a plan that say that children take part; looked for once in each agreement. */
function minorsMention(agreement: Agreement): Mention | undefined {
  const before = known.get(agreement);
  if (before !== undefined) return before ?? undefined;
  const found = lookForMinors(agreement);
  known.set(agreement, found ?? null);
  return found;
}

function lookForMinors(agreement: Agreement): Mention | undefined {
  // Who has answered the question for an event knows that it is asked.
  if (agreement.schedule?.events?.some(({ minors }) => minors !== undefined)) return undefined;
  for (const { path, text } of textsOf(agreement)) {
    // Looking for names costs more than all the rest.
    const found =
      isPlan(path) && minorsIn(text) ? minorsIn(text, maskNames(agreement, text)) : undefined;
    if (!found) continue;
    return { ...found, path, words: text.slice(found.start, found.end).replace(/\s+/g, ' ') };
  }
  return undefined;
}

/**
 * Speaks of events marked with `minors`; and where no event says whether children take part (`minors: true` or
 * `false`), of purpose, goals, tasks, milestones and events whose words say that they do. "A book for every child"
 * does not: nobody meets the child.
 */
export const minorsNoSafeguarding: Rule = {
  id: 'signing-minors-no-safeguarding',
  element: 'signing',
  level: 'simple',
  severity: 'warning',
  looks: 'children or young people who take part: marked, or in words',
  applies: (agreement) =>
    agreement.schedule?.events?.some(({ minors }) => minors) || minorsMention(agreement)
      ? true
      : 'nothing says that children or young people take part',
  check: (agreement) => {
    const named = agreement.roles?.some((role) => role.covers?.includes('safeguarding'));
    if (named || agreement.terms?.safeguarding) return outcome(undefined);
    const index = agreement.schedule?.events?.findIndex(({ minors }) => minors) ?? -1;
    if (index >= 0) {
      return outcome({
        path: ['schedule', 'events', index],
        message: 'Young people take part, but no one is named for their safety checks.',
      });
    }
    const { path, start, end, words } = minorsMention(agreement)!;
    return outcome({
      path,
      at: { start, end },
      message: `"${words}": children or young people take part, but no one is named for their safety checks.`,
      names: [words],
    });
  },
  asks: 'Who sees to the safety of children and young people, and to the checks of those who work with them?',
  why: 'Parents ask this first, and so does the law.',
  fix: (agreement) => {
    const lead = firstKey(agreement);
    const goal = agreement.goals?.find(({ id }) => id)?.id;
    const task = {
      task: 'See to background checks of everyone who works with children',
      covers: 'safeguarding',
      lead,
      person: personOf(agreement, lead),
      due: termOf(agreement).start,
      ...(goal ? { goals: [goal] } : {}),
    };
    return { at: [], yaml: yamlText({ roles: [task] }) };
  },
  source: ['CL'],
  company: ['investment-party-no-role', 'understanding-unknown-name', 'vision-goal-no-work'],
};
