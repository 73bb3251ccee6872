// The work of `pactwright verify` as a function from plain data to a verdict, so that it can be done in a
// thread; see verify-thread.ts. Reads pictures and templates, writes nothing.

import { nodeHost } from '../node/host.ts';
import { nodePorts } from '../node/ports.ts';
import type { Verdict } from '../proof/verdict.ts';
import { type VerifyInput, verify } from '../verify.ts';

/** A file in question, its spec, and where pictures and the template lie. */
export interface VerifyWork {
  readonly input: VerifyInput;
  readonly host: Parameters<typeof nodeHost>[0];
}

/** Verifies a file. Throws a UserError when it is no paper; see verify.ts. */
export const verifyWork = ({ input, host }: VerifyWork): Promise<Verdict> =>
  verify(input, nodePorts(nodeHost(host)));
