// `pactwright batch`: makes many agreements, on every core, in a way that can be stopped and resumed.
// Reads the flags and says how it went; what happens in between is batch/'s.

import { statSync } from 'node:fs';
import path from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { UserError } from '../base/errors.ts';
import type { BatchFlags } from './batch-flags.ts';
import { exits } from './exits.ts';
import {
  assetsOption,
  esignOption,
  failOnOption,
  readDay,
  readPaperFormats,
  reporterOption,
} from './options.ts';
import type { Terminal } from './terminal.ts';

/** Adds the command. */
export function addBatch(program: Command, terminal: Terminal, done: (code: number) => void): void {
  const batch = program
    .command('batch')
    .enablePositionalOptions()
    .summary('make many agreements at once')
    .description(
      'Makes the papers of many agreements: of every spec in folders and patterns, or of a spec and a\ntable with a row for each. Runs on every core, can be stopped at any moment and goes on from\nthere, and makes again only what changed.',
    )
    .argument('<spec...>', 'files, folders or patterns; with --data, the one spec under the table')
    .option('-o, --output <folder>', 'where the papers go', 'out')
    .option('--data <file>', 'a table, CSV or XLSX: each row is laid over the spec')
    .option('--sheet <name>', 'the sheet of a workbook; default: the first that is not hidden')
    .option(
      '--map <file>',
      'what the headers of the table mean, if they are no paths into the spec',
    )
    .option(
      '--with <file>',
      "a house's defaults under every spec; may be given again",
      readAgain,
      [],
    )
    .option('--name <pattern>', "name the papers so: '{reference} {partners.club.short}'")
    .option('--to <formats>', 'docx, pdf, html, with commas between', readPaperFormats, [
      'docx',
      'pdf',
    ])
    .option(
      '--date <day>',
      'the date of the papers, YYYY-MM-DD; default: the date in each spec',
      readDay,
    )
    .option('--template <folder>', 'use this template folder instead of the built-in ones')
    .option(
      '--force',
      'write over papers that somebody changed since they were made, and with drafts over final papers',
    )
    .option('--final', 'make the papers to sign, whatever the specs say of their status')
    .option('--strict', 'refuse drafts for the same reasons as final papers')
    .option('--allow-warnings', 'let open warnings pass; final papers record them in their files')
    .option(
      '--no-embed',
      'leave the specs, with their comments and waivers, out of the PDFs; verify then needs them beside the PDFs',
    )
    .addOption(esignOption())
    .option('--review <file>', 'make one review page over all')
    .option(
      '--jobs <number>',
      'how many to make at the same time; default: by cores and memory',
      readWhole,
    )
    .option('--timeout <seconds>', 'end a spec that takes longer', readSeconds, 30)
    .option('--memory <MiB>', 'end a spec that takes more memory', readWhole, 512)
    .option('--keep-going', 'carry on when a spec cannot be made (this is what happens anyway)')
    .option('--fail-fast', 'start nothing new once one has failed')
    .option('--prune', 'delete papers whose source is gone, unless somebody changed them')
    .option('--shard <part>', 'make one share of the batch, such as 3/16; batch merge joins them')
    .addOption(assetsOption())
    .addOption(failOnOption('never'))
    .addOption(reporterOption())
    .addHelpText(
      'after',
      `
Examples:
  pactwright batch agreements -o papers
  pactwright batch base.yaml --data partners.csv --name '{reference} {partners.club.short}'
  pactwright batch base.yaml --data partners.xlsx --map columns.yaml --with house.yaml
  pactwright batch agreements --review review.html --reporter junit > junit.xml
  pactwright batch agreements --shard 3/16         on the third of sixteen machines
  pactwright batch merge out                       when all sixteen are there

The folder of the papers also holds summary.csv (a line for each agreement), manifest.jsonl (what
each was made from) and findings.jsonl. Stop with Ctrl-C; the same command goes on from there.`,
    )
    .action(async (args: readonly string[], flags: BatchFlags) => {
      if (flags.shard !== undefined && flags.review !== undefined) {
        throw new UserError(
          '--review shows a whole batch, and --shard makes a part of one. Give --review where you do not divide it, or use pactwright review.',
        );
      }
      const { runBatch } = await import('./batch-run.ts');
      done(await runBatch(args, flags, terminal));
    });
  batch
    .command('merge')
    .summary('join the shares of a batch')
    .description(
      'Joins the shares that several machines made, and checks that nothing is missing, doubled or\nchanged. Without -o, the one folder given is joined in place.',
    )
    .argument('<folder...>', 'the folders of the shares')
    .option('-o, --output <folder>', 'where the papers of several folders are put together')
    .action(async (folders: readonly string[], { output }: { readonly output?: string }) => {
      if (output === undefined && folders.length > 1) {
        throw new UserError(
          'Say with -o where the papers of several folders are to be put together.',
        );
      }
      done(await merge(folders, output ?? folders[0]!, terminal));
    });
  for (const each of batch.commands) {
    each.helpOption('-h, --help', 'print this help').exitOverride();
    each.configureOutput({ writeOut: terminal.stdout, writeErr: terminal.stderr });
  }
}

async function merge(
  folders: readonly string[],
  output: string,
  terminal: Terminal,
): Promise<number> {
  const disk = await import('node:fs/promises');
  const { mergeShards } = await import('../batch/merge.ts');
  const { agreements, notMade, papers } = await mergeShards(folders, output, disk);
  const not =
    notMade > 0 ? `; ${notMade} are not made, see ${path.join(output, 'summary.csv')}` : '';
  terminal.stdout(`joined ${agreements} agreements, ${papers} papers, in ${output}${not}\n`);
  return notMade > 0 ? exits.findings : exits.fine;
}

function readAgain(file: string, before: readonly string[]): readonly string[] {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) {
    throw new InvalidArgumentError('There is no such file.');
  }
  return [...before, file];
}

function readWhole(text: string): number {
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Write a whole number from 1.');
}

function readSeconds(text: string): number {
  const seconds = Number(text);
  if (/^\d{1,6}(\.\d{1,3})?$/.test(text) && seconds > 0) return seconds;
  throw new InvalidArgumentError('Write a number of seconds, such as 30.');
}
