// What the ids of a spec stand for: goals, tasks, milestones and events, with the words that name
// them on paper. Also the one way in which a path of the spec becomes an anchor.

import type { Path } from '../base/source.ts';
import type { Agreement } from '../model/agreement.ts';

/** The item that an id stands for. */
export interface Named {
  readonly text: string;
  readonly anchor: string;
  /** The anchor with `*` for the number of the item, as `Template.anchors` has it. */
  readonly pattern: string;
}

/** Returns the anchor of a clause or annex that stands for an item of the spec. */
export function anchorOf(path: Path): string {
  return path.join('-');
}

/** Returns the items that other items can refer to, by id. */
export function idIndex(agreement: Agreement): ReadonlyMap<string, Named> {
  const index = new Map<string, Named>();
  const add = (
    path: readonly string[],
    items: readonly { readonly id?: string | undefined }[] | undefined,
    textOf: (position: number) => string,
  ): void => {
    items?.forEach(({ id }, position) => {
      if (id === undefined) return;
      const anchor = anchorOf([...path, position]);
      index.set(id, { text: textOf(position), anchor, pattern: anchorOf([...path, '*']) });
    });
  };
  const { goals, roles, schedule } = agreement;
  add(['goals'], goals, (at) => goals![at]!.text);
  add(['roles'], roles, (at) => roles![at]!.task);
  add(['schedule', 'milestones'], schedule?.milestones, (at) => schedule!.milestones![at]!.name);
  add(['schedule', 'events'], schedule?.events, (at) => schedule!.events![at]!.name);
  add(['schedule', 'meetings'], schedule?.meetings, (at) => schedule!.meetings![at]!.name);
  return index;
}
