// `pactwright extract`: gives back the spec that a PDF carries, byte for byte.
// Says nothing about whether the paper is what the spec makes: that is `verify`.

import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { UserError } from '../base/errors.ts';
import { whyNot } from '../node/write-whole.ts';
import { isPaper, readPaper } from './read-paper.ts';
import type { Terminal } from './terminal.ts';
import { named } from './verify-command.ts';

/** Adds the command. */
export function addExtract(program: Command, terminal: Terminal): void {
  program
    .command('extract')
    .summary('give back the spec that a PDF carries')
    .description(
      'Prints the spec that a PDF was made from, byte for byte, or writes it into a file. Whether the paper is what this spec makes, says verify.',
    )
    .argument('<pdf>', 'a PDF made by Pactwright')
    .option('-o, --output <file>', 'write it into this file, which must not be there yet')
    .addHelpText(
      'after',
      `
Examples:
  pactwright extract out/our-agreement.pdf
  pactwright extract signed.pdf -o our-agreement.yaml`,
    )
    .action(async (file: string, { output }: { readonly output?: string }) => {
      const bytes = await readPaper(file);
      if (isWordFile(bytes)) throw new UserError(`${file}: ${await aboutWord(file)}`);
      const { carriedFiles, carriedSpecs } = await import('../carried.ts');
      const [spec, ...others] = carriedSpecs(await named(file, () => carriedFiles(bytes)));
      if (others.length > 0) {
        throw new UserError(
          `${file}: it carries more than one spec, and they differ. Somebody changed it after it was made.`,
        );
      }
      if (!spec) {
        throw new UserError(
          `${file}: it carries no spec. It was made with --no-embed or by another program, or somebody took the spec out.`,
        );
      }
      if (output === undefined)
        terminal.stdout(new TextDecoder('utf-8', { ignoreBOM: true }).decode(spec.bytes));
      else await write(output, spec.bytes);
    });
}

const isWordFile = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** A PDF beside a Word file has the same name when both were made in one run. */
async function aboutWord(file: string): Promise<string> {
  const pdf = file.replace(/\.docx$/i, '.pdf');
  const then =
    pdf !== file && (await isPaper(pdf))
      ? `type \`pactwright extract ${pdf}\`.`
      : 'give the PDF that was made with it.';
  return `a Word file carries no spec, only a PDF does: ${then}`;
}

async function write(output: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(output, bytes, { flag: 'wx' });
  } catch (error) {
    const problem = error as NodeJS.ErrnoException;
    if (problem.code === 'EEXIST') {
      throw new UserError(
        `${output} is there already; it was left as it is. Give another name with -o.`,
      );
    }
    throw new UserError(whyNot(output, problem));
  }
}
