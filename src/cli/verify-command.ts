// `pactwright verify`: says whether a finished file is what its spec makes, and where it is not.
// What is compared is decided by verify.ts; nothing is written.

import path from 'node:path';
import type { Command } from 'commander';
import { UserError } from '../base/errors.ts';
import { inThread } from '../node/in-thread.ts';
import { bundledScript } from '../node/package-files.ts';
import type { Verdict } from '../proof/verdict.ts';
import { exits } from './exits.ts';
import { assetsOption } from './options.ts';
import { readInputs } from './read-inputs.ts';
import { isPaper, isPaperName, readPaper } from './read-paper.ts';
import type { Terminal } from './terminal.ts';
import type { VerifyWork } from './verify-work.ts';

interface VerifyFlags {
  readonly assets: readonly string[];
  readonly template?: string;
}

/** Adds the command. */
export function addVerify(
  program: Command,
  terminal: Terminal,
  done: (code: number) => void,
): void {
  program
    .command('verify')
    .summary('say whether a PDF or Word file is what its spec makes')
    .description(
      'Makes the paper again and compares: the same, the same text in another file, or where it differs, with both wordings. What the file says about itself is not believed.',
    )
    .argument('<file>', 'the PDF or Word file in question')
    .argument('[spec]', 'the spec; a PDF carries its own, a Word file does not')
    .option('--template <folder>', 'the template folder that the paper was made with')
    .addOption(assetsOption())
    .addHelpText(
      'after',
      `
Exits with 0 only when the file is the same. Of a PDF that was signed since,
what was there before the signatures is compared; whether the signatures are
valid, your PDF reader says.

Examples:
  pactwright verify out/our-agreement.pdf
  pactwright verify from-our-partner.docx our-agreement.yaml
  pactwright verify signed.pdf our-agreement.yaml --assets ../brand`,
    )
    .action(async (first: string, second: string | undefined, flags: VerifyFlags) => {
      const { file, spec } = await inOrder(first, second);
      const bytes = await readPaper(file);
      const { specs, missing } = await readInputs(spec === undefined ? [] : [spec], terminal);
      if (missing || (spec !== undefined && specs.length !== 1)) {
        if (!missing) throw new UserError(`${spec} is several specs; give the one of this paper.`);
        done(exits.usage);
        return;
      }
      const [given] = specs;
      const { verdictText } = await import('../proof/verdict.ts');
      const verdict = await named(file, () =>
        safely({
          input: { bytes, ...(given ? { spec: given } : {}) },
          host: {
            folder: given?.folder ?? path.dirname(file),
            assets: flags.assets,
            ...(flags.template === undefined ? {} : { template: flags.template }),
          },
        }),
      );
      terminal.stdout(verdictText(file, verdict));
      if (verdict.answer !== 'same') done(exits.findings);
    });
}

/** Which of the two is the paper: the order in which they were typed does not count. */
async function inOrder(
  first: string,
  second: string | undefined,
): Promise<{ readonly file: string; readonly spec: string | undefined }> {
  if (second === undefined || !(await isPaper(second))) return { file: first, spec: second };
  if (!(await isPaper(first)) && !isPaperName(first)) return { file: second, spec: first };
  throw new UserError(
    `${second} is a paper too. Give one paper and its spec; \`pactwright extract\` gives back the spec that a PDF carries.`,
  );
}

/** A paper takes a second or two, and less than a tenth of this memory. */
const limits = { seconds: 120, memoryMiB: 1024 };

/** Verifies in a thread that can be ended; from sources, which no thread can load, in this one. */
async function safely(work: VerifyWork): Promise<Verdict> {
  const thread = bundledScript('verify-thread.js');
  if (thread) return inThread(thread, work, limits);
  const { verifyWork } = await import('./verify-work.ts');
  return verifyWork(work);
}

/** Puts the name of the file before what is wrong with it. */
export async function named<Result>(file: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UserError) throw new UserError(`${file}: ${error.message}`);
    throw error;
  }
}
