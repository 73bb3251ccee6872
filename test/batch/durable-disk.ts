// What of a folder survives when the power goes: content that was synced, under names that were synced.
// Follows what happens to files by their paths, and puts them back as they would be found.

import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Is told of each change, before or after it is made. */
export interface Durable {
  readonly willOpen: (place: string) => void;
  readonly synced: (place: string) => void;
  readonly willRename: (from: string, to: string) => void;
  readonly willUnlink: (place: string) => void;
  readonly folderSynced: (folder: string) => void;
  /** Takes away what was not synced; with `names`, also what folders have not synced. */
  readonly lose: (names: boolean) => void;
}

/** Returns what follows a disk. */
export function durableDisk(): Durable {
  /** Of files that were opened for writing: the content that is sure to be there. */
  const content = new Map<string, Buffer>();
  /** Changes of names since their folder was synced: the file that was there before, if any. */
  let names: { readonly place: string; readonly before: Buffer | undefined }[] = [];
  const nameChanges = (place: string): void => {
    names.push({ place, before: existsSync(place) ? readFileSync(place) : undefined });
  };
  return {
    willOpen: (place) => {
      if (content.has(place)) return;
      if (!existsSync(place)) nameChanges(place);
      content.set(place, existsSync(place) ? readFileSync(place) : Buffer.alloc(0));
    },
    synced: (place) => content.set(place, readFileSync(place)),
    willRename: (from, to) => {
      nameChanges(to);
      content.set(to, content.get(from) ?? readFileSync(from));
      content.delete(from);
    },
    willUnlink: (place) => {
      nameChanges(place);
      content.delete(place);
    },
    folderSynced: (folder) => {
      names = names.filter(({ place }) => path.dirname(place) !== path.normalize(folder));
    },
    lose: (alsoNames) => {
      for (const [place, sure] of content) if (existsSync(place)) writeFileSync(place, sure);
      if (!alsoNames) return;
      for (const { place, before } of names.reverse()) {
        if (before) writeFileSync(place, before);
        else rmSync(place, { force: true });
      }
    },
  };
}
