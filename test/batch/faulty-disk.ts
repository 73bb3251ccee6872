// A disk on which the n-th call that changes anything fails, or at which the process is killed or the
// power goes: from then on nothing works any more. What was being written is half there; without power,
// what was not synced is gone as well.

import * as disk from 'node:fs/promises';
import type { Disk } from '../../src/node/write-whole.ts';
import { type Durable, durableDisk } from './durable-disk.ts';

/**
 * What happens at the n-th call. When the power goes, content that was not synced is lost; the names in a
 * folder that was not synced are the new ones, or (`and names`) the old ones.
 */
export type Fault = 'fails' | 'is killed' | 'loses power' | 'loses power and names';

/** A disk that counts what changes it. */
export interface FaultyDisk {
  readonly fs: Disk;
  readonly calls: () => number;
}

/** Returns a disk with a fault at the n-th call, counted from 1; never, with 0. */
export function faultyDisk(n: number, fault: Fault): FaultyDisk {
  let calls = 0;
  const durable: Durable = durableDisk();
  const strike = (): boolean => {
    calls += 1;
    if (n === 0 || calls < n) return false;
    return fault === 'fails' ? calls === n : true;
  };
  /** What is left of the disk, and the error that the program sees. */
  const struck = (): Error => {
    if (fault === 'fails')
      return Object.assign(new Error('EIO: i/o error, injected'), { code: 'EIO' });
    if (fault !== 'is killed' && calls === n) durable.lose(fault === 'loses power and names');
    return new Error('killed');
  };
  const open = async (...args: Parameters<typeof disk.open>): Promise<disk.FileHandle> => {
    if (strike()) throw struck();
    const place = String(args[0]);
    const isWritten = args[1] !== 'r';
    if (isWritten) durable.willOpen(place);
    const handle = await disk.open(...args);
    const write = handle.writeFile.bind(handle);
    const sync = handle.sync.bind(handle);
    handle.writeFile = async (content: unknown): Promise<void> => {
      if (!strike()) return write(content as string);
      await write(await half(content));
      throw struck();
    };
    handle.sync = async () => {
      if (strike()) throw struck();
      await sync();
      if (isWritten) durable.synced(place);
      else durable.folderSynced(place);
    };
    return handle;
  };
  const fs: Disk = {
    mkdir: (async (...args: Parameters<typeof disk.mkdir>) => {
      if (strike()) throw struck();
      return disk.mkdir(...args);
    }) as Disk['mkdir'],
    open: open as Disk['open'],
    readFile: disk.readFile,
    rename: async (from, to) => {
      if (strike()) throw struck();
      durable.willRename(String(from), String(to));
      await disk.rename(from, to);
    },
    unlink: async (place) => {
      if (strike()) throw struck();
      durable.willUnlink(String(place));
      await disk.unlink(place);
    },
  };
  return { fs, calls: () => calls };
}

async function half(content: unknown): Promise<Uint8Array> {
  let whole: Uint8Array;
  if (content instanceof Uint8Array) whole = content;
  else {
    let text = '';
    if (typeof content === 'string') text = content;
    else for await (const piece of content as AsyncIterable<string>) text += piece;
    whole = new TextEncoder().encode(text);
  }
  return whole.subarray(0, whole.length >> 1);
}
