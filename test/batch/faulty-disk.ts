// A disk on which the n-th call that changes anything fails, or at which the process is killed: from
// then on nothing works any more, and what was being written is half there.

import * as disk from 'node:fs/promises';
import type { Disk } from '../../src/node/write-whole.ts';

/** What happens at the n-th call. */
export type Fault = 'fails' | 'is killed';

/** A disk that counts what changes it. */
export interface FaultyDisk {
  readonly fs: Disk;
  readonly calls: () => number;
}

/** Returns a disk with a fault at the n-th call, counted from 1; never, with 0. */
export function faultyDisk(n: number, fault: Fault): FaultyDisk {
  let calls = 0;
  const strike = (): boolean => {
    calls += 1;
    if (n === 0 || calls < n) return false;
    return fault === 'is killed' || calls === n;
  };
  const error = (): Error =>
    fault === 'is killed'
      ? new Error('killed')
      : Object.assign(new Error('EIO: i/o error, injected'), { code: 'EIO' });
  const guard =
    <Args extends readonly unknown[], Result>(call: (...args: Args) => Promise<Result>) =>
    async (...args: Args): Promise<Result> => {
      if (strike()) throw error();
      return call(...args);
    };
  const open = async (...args: Parameters<typeof disk.open>): Promise<disk.FileHandle> => {
    if (strike()) throw error();
    const handle = await disk.open(...args);
    const write = handle.writeFile.bind(handle);
    const sync = handle.sync.bind(handle);
    handle.writeFile = async (content: unknown): Promise<void> => {
      if (!strike()) return write(content as string);
      await write(await half(content));
      throw error();
    };
    handle.sync = guard(sync);
    return handle;
  };
  const fs: Disk = {
    mkdir: guard(disk.mkdir) as Disk['mkdir'],
    open: open as Disk['open'],
    readFile: disk.readFile,
    rename: guard(disk.rename),
    unlink: guard(disk.unlink),
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
