// What one item of each list of the spec is called, so that messages can say "the second task"
// instead of an index. A test holds the names to the schema.
// Words only; knows no values.

/** Names of the items of lists, by the path of names that leads to the list. */
const names: Readonly<Record<string, string>> = {
  'partners.contacts': 'contact',
  'partners.signatories': 'signatory',
  'partners.gives': 'contribution',
  'partners.closed': 'closed day',
  background: 'recital',
  principles: 'principle',
  goals: 'goal',
  'goals.measures': 'measure',
  roles: 'task',
  'schedule.milestones': 'milestone',
  'schedule.events': 'event',
  'schedule.meetings': 'meeting',
  'schedule.reviews': 'review',
  'communication.channels': 'channel',
  'communication.updates': 'update',
  'communication.concerns': 'concern',
  'communication.training': 'training',
  'branding.materials': 'material',
  'resources.needs': 'need',
  'resources.budget.lines': 'budget line',
  vocabulary: 'word',
  'terms.other': 'added term',
  annexes: 'annex',
  waivers: 'waiver',
};

/** Returns what an item of the list at these names is called, or `undefined` for lists of single words. */
export function itemName(list: string): string | undefined {
  return Object.hasOwn(names, list) ? names[list] : undefined;
}

/** The lists that have a name for their items. */
export const namedLists: readonly string[] = Object.keys(names);

const ordinals = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
];

/** Returns `first` for 1, `21st` for 21. */
export function ordinal(number: number): string {
  const word = ordinals[number - 1];
  if (word) return word;
  const end = number % 100 >= 11 && number % 100 <= 13 ? 0 : number % 10;
  return `${number}${['th', 'st', 'nd', 'rd'][end] ?? 'th'}`;
}
