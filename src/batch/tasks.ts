// What a worker can be asked to do, and its answers: to find the name of an agreement, or to make it.
// The same in this process and in another; never rejects.

import { readFile } from 'node:fs/promises';
import { UserError } from '../base/errors.ts';
import type { SpecInput } from '../check.ts';
import type { Agreement } from '../model/agreement.ts';
import { isLeftOut, type Located } from '../model/located.ts';
import { outputName } from '../node/output-name.ts';
import type { Disk } from '../node/write-whole.ts';
import { decodeSource } from '../sources/decode.ts';
import { cellStandIn } from '../sources/overlay-row.ts';
import { readYaml } from '../sources/yaml.ts';
import { validate } from '../spec/validate.ts';
import { foundIn } from './entry.ts';
import { openSpec } from './inputs.ts';
import { openJournal } from './journal.ts';
import { notBuilt, runJob } from './run-job.ts';
import type { Done, Earlier, Job, Setup } from './setup.ts';

/** Work for a worker. */
export type Task =
  | { readonly kind: 'name'; readonly job: Job; readonly setup: Setup }
  | { readonly kind: 'make'; readonly job: Job; readonly setup: Setup; readonly earlier: Earlier };

/** The name of an agreement, or why it has none. */
export interface Named {
  readonly name?: string;
  readonly problem?: string;
  /** True where the words are no agreement yet: then the name is for reports, and must not be in the way. */
  readonly unsure?: true;
}

/** Does the tasks of one worker. */
export interface TaskRunner {
  readonly name: (task: Task & { readonly kind: 'name' }) => Promise<Named>;
  readonly make: (task: Task & { readonly kind: 'make' }) => Promise<Done>;
  readonly close: () => Promise<void>;
}

/** Returns what does the tasks, writing through this disk. */
export function taskRunner(fs: Disk): TaskRunner {
  let journal: ReturnType<typeof openJournal> | undefined;
  return {
    name: async ({ job, setup }) => nameOf(job, setup),
    make: async ({ job, setup, earlier }) => {
      journal ??= openJournal(setup.journal, fs);
      try {
        return await runJob(job, setup, earlier, journal.add, fs).catch(async (error: unknown) => {
          if (error instanceof UserError) throw error;
          const bug = (error instanceof Error && error.stack) || String(error);
          const reason = 'A fault of Pactwright; nothing was made.';
          return { ...(await notBuilt(job, setup, earlier, reason, journal!.add, fs)), bug };
        });
      } catch (error) {
        return unwritten(job, setup, earlier, error as Error);
      }
    },
    close: async () => {
      await journal?.close();
      journal = undefined;
    },
  };
}

/** Names an agreement after its own words, also where they are not an agreement yet. */
async function nameOf(job: Job, setup: Setup): Promise<Named> {
  try {
    const bytes = job.row ? new Uint8Array() : new Uint8Array(await readFile(job.file));
    const { input } = openSpec(job, setup, bytes);
    const located = input.merged ? input.merged.located : locatedIn(input);
    if (!located) return {};
    const { agreement } = validate(located);
    if (agreement) return outputName(setup.pattern!, agreement, extras(job));
    const { name } = outputName(setup.pattern!, asWritten(located), extras(job));
    return name === undefined ? {} : { name, unsure: true };
  } catch {
    // It fails again when it is made, and is reported then.
    return {};
  }
}

/** The words as they stand, for naming only. */
function asWritten(located: Located): Agreement {
  const plain = (node: Located): unknown => {
    if (node.kind === 'list') return node.items.map(plain);
    if (node.kind === 'map') {
      return Object.fromEntries(node.entries.map(({ key, value }) => [key, plain(value)]));
    }
    // A cell that cannot be read has no words.
    return isLeftOut(node) || node.text === cellStandIn ? undefined : node.text;
  };
  const words = plain(located) as { readonly partners?: unknown } | undefined;
  const partners = typeof words?.partners === 'object' && words.partners !== null;
  return { ...words, ...(partners ? {} : { partners: {} }) } as unknown as Agreement;
}

/** What a pattern may name besides the agreement's own words. */
function extras(job: Job): Readonly<Record<string, string>> {
  return { spec: job.name, ...(job.row ? { row: String(job.row.number) } : {}) };
}

function locatedIn({ name, bytes }: SpecInput): Located | undefined {
  const { source } = decodeSource(name, bytes);
  return source && readYaml(source).located;
}

/** Not even the journal can be written: then nothing can. */
function unwritten(job: Job, setup: Setup, { entry }: Earlier, { message }: Error): Done {
  const { program, settings } = setup;
  return {
    entry: {
      ...{ name: job.name, source: job.source, status: 'failed', reason: message, inputs: '' },
      ...{ reads: {}, program, settings, outputs: entry?.outputs ?? {}, findings: foundIn([]) },
    },
    built: false,
    kept: [],
    fatal: message,
  };
}
