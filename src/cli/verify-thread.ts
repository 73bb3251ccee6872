// The thread in which the bundled program verifies: a file from anywhere may be made to take for ever,
// and a thread can be ended. Answers with one message; what is done is in verify-work.ts.

import { parentPort, workerData } from 'node:worker_threads';
import { UserError } from '../base/errors.ts';
import { type VerifyWork, verifyWork } from './verify-work.ts';

try {
  parentPort!.postMessage({ answer: await verifyWork(workerData as VerifyWork) });
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  parentPort!.postMessage({ mistake: error.message });
}
