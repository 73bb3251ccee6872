// Files of lines, read without holding them: where each line lies, and one line at a time.
// A line that was torn off by a crash is passed over; knows nothing of what the lines say.

import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';

/** Where a line lies in its file, in bytes. */
export interface LinePlace {
  readonly at: number;
  readonly length: number;
}

/** Goes through the lines of a file, without empty ones; a file that is not there has none. */
export async function* linesOf(
  file: string,
): AsyncGenerator<LinePlace & { readonly text: string }> {
  let rest: Buffer = Buffer.alloc(0);
  let at = 0;
  try {
    for await (const chunk of createReadStream(file, { highWaterMark: 1 << 16 })) {
      rest = rest.length > 0 ? Buffer.concat([rest, chunk as Buffer]) : (chunk as Buffer);
      let start = 0;
      for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10, start)) {
        if (end > start) {
          yield { at: at + start, length: end - start, text: rest.toString('utf8', start, end) };
        }
        start = end + 1;
      }
      at += start;
      rest = rest.subarray(start);
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

/** A file from which lines are fetched by their places. */
export interface LineFile {
  readonly line: (place: LinePlace) => Promise<string>;
  readonly close: () => Promise<void>;
}

/** Opens a file of lines when the first is fetched. */
export function lineFile(file: string): LineFile {
  let opening: Promise<FileHandle> | undefined;
  return {
    line: async ({ at, length }) => {
      // The promise is kept, not the handle: two lines may be asked for at the same time.
      opening ??= open(file, 'r');
      const buffer = Buffer.alloc(length);
      await (await opening).read(buffer, 0, length, at);
      return buffer.toString('utf8');
    },
    close: async () => {
      await (await opening)?.close();
      opening = undefined;
    },
  };
}

/** Joins short lines into pieces that are worth a write. */
export async function* inPieces(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let piece = '';
  for await (const line of lines) {
    piece += line;
    if (piece.length < 1 << 16) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}
