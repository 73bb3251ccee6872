// Puts a file into its place whole or not at all: written beside it, synced, renamed over it, and the
// folder synced. Knows nothing of papers; whose file lies there already is the caller's to know.

import { createHash } from 'node:crypto';
import * as disk from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { UserError } from '../base/errors.ts';

/** The calls to the disk that change it, and reading, so that tests can make them fail. */
export type Disk = Pick<typeof disk, 'mkdir' | 'open' | 'readFile' | 'rename' | 'unlink'>;

/** Returns the SHA-256 of some bytes in hexadecimal. */
export const hashOf = (bytes: Uint8Array | string): string =>
  createHash('sha256').update(bytes).digest('hex');

const prefix = '.pactwright-';
const machine = hashOf(hostname()).slice(0, 8);
let counter = 0;

/**
 * Writes one file whole or not at all; text may come in pieces. A link stays one: what it leads to is
 * replaced. After a crash of the machine the old
 * or the new file is there; which one is sure only after `syncFolder`.
 * Throws a UserError with the error of the system as its cause.
 */
export async function writeWhole(
  place: string,
  content: Uint8Array | AsyncIterable<string>,
  fs: Disk = disk,
): Promise<void> {
  if (await isSpecial(place)) return pour(place, content, fs);
  const file = await disk.realpath(place).catch(() => place);
  counter += 1;
  const draft = path.join(path.dirname(file), `${prefix}${machine}-${process.pid}-${counter}.tmp`);
  try {
    const handle = await fs.open(draft, 'wx').catch((error: NodeJS.ErrnoException) => {
      if (['EACCES', 'EPERM', 'EROFS', 'ENOENT'].includes(error.code ?? '')) {
        throw new UserError(
          `Nothing can be written into the folder ${path.dirname(place)}: it is read-only, or not yours. Give another folder with -o.`,
          { cause: error },
        );
      }
      throw error;
    });
    try {
      // The types of Node 20 do not know that text may come in pieces; Node does, from 15.14 on.
      await handle.writeFile(content as Uint8Array);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await fs.rename(draft, file);
  } catch (error) {
    await fs.unlink(draft).catch(() => undefined);
    if (error instanceof UserError) throw error;
    throw new UserError(whyNot(place, error as NodeJS.ErrnoException), { cause: error });
  }
}

/**
 * Returns true for a device or a pipe (`/dev/stdout`, `>(…)`): it is written to, but never read or
 * remembered, and a file renamed over it would put an end to it.
 */
export async function isSpecial(place: string): Promise<boolean> {
  return disk.stat(place).then(
    (found) => !found.isFile() && !found.isDirectory(),
    () => false,
  );
}

async function pour(
  place: string,
  content: Uint8Array | AsyncIterable<string>,
  fs: Disk,
): Promise<void> {
  try {
    const handle = await fs.open(place, 'w');
    try {
      await handle.writeFile(content as Uint8Array);
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw new UserError(whyNot(place, error as NodeJS.ErrnoException), { cause: error });
  }
}

/** Makes the names in a folder last through a power failure, where the system can. */
export async function syncFolder(folder: string, fs: Disk = disk): Promise<void> {
  try {
    const handle = await fs.open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    // Windows opens no folders, and some network disks cannot sync them: they do it by themselves.
    if (['EISDIR', 'EPERM', 'EACCES', 'EINVAL', 'ENOTSUP', 'EBADF'].includes(code)) return;
    throw new UserError(whyNot(folder, error as NodeJS.ErrnoException), { cause: error });
  }
}

/** How long a draft of another machine is left alone: it may still be at work. */
const othersMs = 3_600_000;

/** Removes what killed runs left half-written: drafts of processes that are gone, or of `ended`. */
export async function removeDrafts(
  folder: string,
  fs: Pick<Disk, 'unlink'> = disk,
  ended?: number,
): Promise<void> {
  const names = await disk.readdir(folder).catch(() => []);
  for (const name of names) {
    const [, host, pid] = /^\.pactwright-([0-9a-f]{8})-(\d+)-\d+\.tmp$/.exec(name) ?? [];
    if (host === undefined || pid === undefined) continue;
    const place = path.join(folder, name);
    const over =
      host === machine
        ? Number(pid) === ended || Number(pid) === process.pid || !isAlive(Number(pid))
        : ended === undefined && Date.now() - (await changedAt(place)) > othersMs;
    if (over) await fs.unlink(place).catch(() => undefined);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function changedAt(place: string): Promise<number> {
  return disk.stat(place).then(
    ({ mtimeMs }) => mtimeMs,
    () => Date.now(),
  );
}

/** Returns true when no other file could be written either: a full or broken disk, a locked folder. */
export function stopsEverything(error: UserError): boolean {
  const { code = '', syscall = '' } = (error.cause ?? {}) as NodeJS.ErrnoException;
  if (['ENOSPC', 'EDQUOT', 'EROFS', 'EIO', 'EMFILE', 'ENFILE', 'EFBIG'].includes(code)) return true;
  return syscall === 'open' || syscall === 'mkdir';
}

/** Returns why a place cannot be written, for people. */
export function whyNot(place: string, error: NodeJS.ErrnoException): string {
  switch (error.code) {
    case 'EBUSY':
    case 'EPERM':
    case 'EACCES':
      return `${place} cannot be replaced: another program holds it open, or it is protected. If it is open, close it in Word (or the PDF reader), then run the command again. The file is as it was.`;
    case 'ENOSPC':
    case 'EDQUOT':
      return `${place} cannot be written: the disk is full. Nothing half-written is left behind.`;
    case 'EROFS':
      return `${place} cannot be written: the disk is read-only. Give another folder with -o.`;
    case 'EISDIR':
    case 'ENOTEMPTY':
    case 'EEXIST':
      return `${place} cannot be written: there is a folder of this name.`;
    default:
      return `${place} cannot be written (${error.code ?? error.message}).`;
  }
}

/** Makes a folder and those above it. */
export async function makeFolder(folder: string, fs: Disk = disk): Promise<void> {
  try {
    await fs.mkdir(folder, { recursive: true });
  } catch (error) {
    throw new UserError(`The folder ${folder} cannot be made: ${whyNoFolder(error)}`, {
      cause: error,
    });
  }
}

function whyNoFolder(error: unknown): string {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EEXIST':
    case 'ENOTDIR':
      return 'a file of this name is in the way. Give another one with -o.';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'the folder above it is read-only, or not yours. Give another one with -o.';
    default:
      return 'give another one with -o, or make it by hand.';
  }
}

/** Returns the hash of a file, `undefined` where there is none, and a word where it cannot be read. */
export async function hashOnDisk(place: string, fs: Disk = disk): Promise<string | undefined> {
  try {
    return hashOf(await fs.readFile(place));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    if (code === 'EISDIR') {
      throw new UserError(whyNot(place, error as NodeJS.ErrnoException), { cause: error });
    }
    return 'unreadable';
  }
}
