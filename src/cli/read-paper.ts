// Finished papers named on the command line: read as bytes, and told from specs by how they begin.
// Reads no further into them.

import { open, readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { closest } from '../base/closest.ts';
import { UserError } from '../base/errors.ts';

/** The largest file that is looked at, in bytes; papers stay far below. */
const largest = 64 * 1024 * 1024;

/** Reads a finished paper; throws a UserError in words that name it. */
export async function readPaper(file: string): Promise<Uint8Array> {
  try {
    const found = await stat(file);
    if (found.isDirectory()) {
      throw new UserError(`${file}: this is a folder. Give the name of one paper in it.`);
    }
    if (found.size > largest) {
      throw new UserError(
        `${file}: this file is far too large to be a paper; is it the right one?`,
      );
    }
    return new Uint8Array(await readFile(file));
  } catch (error) {
    if (error instanceof UserError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      throw new UserError(`${file}: there is no such file. ${await advice(file)}`);
    }
    throw new UserError(
      `${file}: it cannot be opened: you have no permission to read it, or another program holds it.`,
    );
  }
}

async function advice(file: string): Promise<string> {
  const near = await nearPaper(file);
  return near === undefined
    ? 'Check the spelling, or drag the file into this window to type its path.'
    : `Did you mean ${near}?`;
}

/** The paper that was probably meant: in the same folder, or in the folder that papers go to. */
async function nearPaper(file: string): Promise<string | undefined> {
  const name = path.basename(file);
  for (const folder of [path.dirname(file), path.join(path.dirname(file), 'out')]) {
    const names = (await readdir(folder).catch(() => [])).filter((each) => isPaperName(each));
    const near = closest(name, names);
    if (near !== undefined) return path.join(folder, near);
  }
  return undefined;
}

/** Returns true for the name of a PDF or Word file. */
export const isPaperName = (name: string): boolean => /\.(pdf|docx)$/i.test(name);

/** Returns true when a file begins as a PDF or a Word file does; false also when it cannot be read. */
export async function isPaper(file: string): Promise<boolean> {
  try {
    const opened = await open(file);
    try {
      const head = Buffer.alloc(1024);
      const { bytesRead } = await opened.read(head, 0, head.length, 0);
      const text = head.toString('latin1', 0, bytesRead);
      return text.includes('%PDF-') || text.startsWith('PK');
    } finally {
      await opened.close();
    }
  } catch {
    return false;
  }
}
