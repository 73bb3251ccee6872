// Runs work on a stranger's file in a thread of its own, which is ended when it takes too long or too
// much memory. Knows nothing of what the work is; the thread's script answers with one message.

import { Worker } from 'node:worker_threads';
import { UserError } from '../base/errors.ts';

/** How far the work may go. */
export interface ThreadLimits {
  readonly seconds: number;
  /** Of the thread's heap, MiB. */
  readonly memoryMiB: number;
}

/** What the thread's script posts: an answer, or the message of a UserError. */
export type ThreadAnswer<Answer> = { readonly answer: Answer } | { readonly mistake: string };

/**
 * Runs a script in a thread with this input and resolves to its answer. Input and answer are plain data.
 * Rejects with a UserError for a mistake that the script posts and when a limit is reached, and with
 * the thread's own error for a fault of ours.
 */
export function inThread<Answer>(
  script: string | URL,
  input: unknown,
  { seconds, memoryMiB }: ThreadLimits,
): Promise<Answer> {
  const thread = new Worker(script, {
    workerData: input,
    resourceLimits: { maxOldGenerationSizeMb: memoryMiB },
  });
  return new Promise<Answer>((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new UserError(`Reading it takes more than ${seconds} seconds; it was given up.`));
    }, seconds * 1000);
    thread.once('message', (message: ThreadAnswer<Answer>) => {
      if ('answer' in message) resolve(message.answer);
      else reject(new UserError(message.mistake));
    });
    thread.once('error', (error: NodeJS.ErrnoException) => {
      const full = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      reject(
        full
          ? new UserError(`Reading it takes more than ${memoryMiB} MiB of memory; it was given up.`)
          : error,
      );
    });
    thread.once('exit', () => reject(new Error('The thread ended without an answer.')));
    thread.once('exit', () => clearTimeout(timer));
  }).finally(() => thread.terminate());
}
