// The order of time: milestones, events and reviews are printed by their days, however they were typed.
// Knows no lists by name; prints nothing.

/** Returns items in the order of their days (YYYY-MM-DD); those without one last, else as they were. */
export function byDay<Item>(
  items: readonly Item[],
  dayOfItem: (item: Item) => string | undefined,
): readonly Item[] {
  const last = '\uffff';
  const dated = items.map((item) => ({ item, day: dayOfItem(item) ?? last }));
  return dated
    .sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0))
    .map(({ item }) => item);
}

/** Returns the day of something in the spec that has one. */
export function dayOf(value: unknown): string | undefined {
  const day = (value as { readonly date?: unknown } | undefined)?.date;
  return typeof day === 'string' ? day : undefined;
}
