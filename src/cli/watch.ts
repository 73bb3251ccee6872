// Runs something again whenever a watched file is saved, until the user ends it.
// Watches folders, not files: editors save by writing a new file and renaming it.

import { type FSWatcher, statSync, watch as watchFolder } from 'node:fs';
import { UserError } from '../base/errors.ts';

/** A folder, and which names in it matter. */
export interface Place {
  readonly folder: string;
  readonly matters: (name: string) => boolean;
}

/** How to watch, so that tests can stand in for the user and shorten the wait. */
export interface WatchOptions {
  /** Places to watch before the first round is over; default: none. */
  readonly first?: readonly Place[];
  /** Resolves when the user ends it; default: Ctrl-C, or the window is closed. */
  readonly ended?: Promise<void>;
  /** How long it has to be quiet before the next round, in milliseconds; saving takes several steps. */
  readonly quietMs?: number;
}

/**
 * Runs `round` now and after every change in the places that it returned last, never twice at once;
 * returns when the user ends it and the round under way is over.
 * Rejects when a round throws, with its error, and with a UserError where watching is impossible.
 */
export async function watch(
  round: () => Promise<readonly Place[]>,
  { first = [], ended = interrupted(), quietMs = 100 }: WatchOptions = {},
): Promise<void> {
  const over = ended.then(() => 'over' as const);
  const signal = changeSignal();
  const watched: Watched = new Map();
  try {
    follow(watched, first, signal.note);
    for (;;) {
      signal.reset();
      follow(watched, await round(), signal.note);
      if ((await Promise.race([over, signal.changed()])) === 'over') return;
      for (;;) {
        signal.reset();
        const next = await Promise.race([over, signal.changed(), quiet(quietMs)]);
        if (next === 'over') return;
        if (next === 'quiet') break;
      }
    }
  } finally {
    for (const { watcher } of watched.values()) watcher.close();
  }
}

/** Remembers that something changed since `reset`, for whoever waits for it then or later. */
function changeSignal(): {
  readonly note: () => void;
  readonly reset: () => void;
  readonly changed: () => Promise<'changed'>;
} {
  let happened = false;
  let wake = (): void => {};
  return {
    note: () => {
      happened = true;
      wake();
    },
    reset: () => {
      happened = false;
    },
    changed: () =>
      new Promise((resolve) => {
        wake = () => resolve('changed');
        if (happened) wake();
      }),
  };
}

function quiet(ms: number): Promise<'quiet'> {
  return new Promise((resolve) => setTimeout(() => resolve('quiet'), ms));
}

type Watched = Map<
  string,
  { readonly watcher: FSWatcher; readonly identity: string; place: Place }
>;

/** Watches exactly these places: opens what is new, closes what is gone. */
function follow(watched: Watched, places: readonly Place[], note: () => void): void {
  const wanted = new Map(places.map((place) => [place.folder, place]));
  for (const [folder, entry] of watched) {
    const place = wanted.get(folder);
    // A folder that was deleted and made again has the old name, but the old watcher hears nothing.
    if (place && entry.identity === identityOf(folder)) {
      entry.place = place;
    } else {
      entry.watcher.close();
      watched.delete(folder);
    }
  }
  for (const [folder, place] of wanted) {
    const identity = watched.has(folder) ? undefined : identityOf(folder);
    if (identity !== undefined) open(watched, place, identity, note);
  }
}

/** Tells a folder from a later one of the same name; `undefined` where there is none. */
function identityOf(folder: string): string | undefined {
  try {
    const found = statSync(folder, { bigint: true });
    return found.isDirectory() ? `${found.dev} ${found.ino} ${found.birthtimeNs}` : undefined;
  } catch {
    return undefined;
  }
}

function open(watched: Watched, place: Place, identity: string, note: () => void): void {
  const { folder } = place;
  try {
    const watcher = watchFolder(folder, (_, name) => {
      // Some systems do not say which file it was.
      if (name === null || watched.get(folder)?.place.matters(name)) note();
    });
    watched.set(folder, { watcher, identity, place });
    // Some systems say so when the folder is deleted; the next round opens it if it is back.
    watcher.on('error', () => {
      watcher.close();
      if (watched.get(folder)?.watcher === watcher) watched.delete(folder);
      note();
    });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EACCES' || code === 'EPERM') return;
    throw new UserError(
      'This machine cannot watch so many folders. Name single files instead of a folder, or run check without --watch.',
    );
  }
}

/** Resolves at Ctrl-C and when the terminal window is closed. */
function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGHUP', 'SIGTERM'] as const) {
      process.once(signal, () => resolve());
    }
  });
}
