// The journal of a run: lines added at the end by every worker, so that a run that is stopped at any
// moment knows what it did. Each line begins on a fresh one: a line torn off by a crash spoils no other.

import type { FileHandle } from 'node:fs/promises';
import { UserError } from '../base/errors.ts';
import { type Disk, whyNot } from '../node/write-whole.ts';
import type { Journal } from './write-papers.ts';

/** Opens a journal at the first line; rejects with a UserError where it cannot be written. */
export function openJournal(
  file: string,
  fs: Disk,
): { readonly add: Journal; readonly close: () => Promise<void> } {
  let opening: Promise<FileHandle> | undefined;
  return {
    add: async (line, sync) => {
      try {
        opening ??= fs.open(file, 'a');
        const handle = await opening;
        await handle.writeFile(`\n${JSON.stringify(line)}\n`);
        if (sync) await handle.sync();
      } catch (error) {
        throw new UserError(whyNot(file, error as NodeJS.ErrnoException), { cause: error });
      }
    },
    close: async () => {
      const handle = await opening?.catch(() => undefined);
      await handle?.close();
      opening = undefined;
    },
  };
}
