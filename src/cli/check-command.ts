// `pactwright check`: reads specs and says what is missing. Loads no renderer and no native library.
// Judges nothing itself: finding is check.ts, wording is report/.

import type { Command } from 'commander';
import { UserError } from '../base/errors.ts';
import { type Checked, check } from '../check.ts';
import { nodeHost } from '../node/host.ts';
import { type FailOn, type FileReport, fails, summarise } from '../report/report.ts';
import { onlyErrors } from '../report/select.ts';
import { exits } from './exits.ts';
import { fileReport, runReport } from './file-report.ts';
import { forPartner } from './for-partner.ts';
import { houseFiles } from './house-files.ts';
import {
  assetsOption,
  failOnOption,
  type ReporterName,
  readCount,
  reporterOption,
} from './options.ts';
import { printReport } from './print-report.ts';
import { readInputs } from './read-inputs.ts';
import type { Terminal } from './terminal.ts';

interface CheckFlags {
  readonly reporter: ReporterName;
  readonly failOn: FailOn;
  readonly maxWarnings?: number;
  readonly quiet?: true;
  readonly for?: string;
  readonly watch?: true;
  readonly assets: readonly string[];
}

/** Adds the command. */
export function addCheck(program: Command, terminal: Terminal, done: (code: number) => void): void {
  program
    .command('check')
    .summary('say what is wrong or missing, line by line')
    .description(
      'Checks specs: first whether they can be read, then, against the success checklist, whether\nthe partners have agreed on what a partnership needs.',
    )
    .argument('<spec...>', 'files, folders or patterns; - reads standard input')
    .addOption(reporterOption())
    .addOption(failOnOption('error'))
    .option('--max-warnings <number>', 'exit 1 when more warnings than this are open', readCount)
    .option('--quiet', 'show errors only; the rest still counts')
    .option(
      '--for <partner>',
      'show what this partner has to settle, by key or name; the rest still counts',
    )
    .option('--watch', 'check again on every save, until Ctrl-C')
    .addOption(assetsOption())
    .addHelpText(
      'after',
      `
Reporters: pretty (at a terminal), markdown (for an e-mail or a pull request),
json, sarif, github (annotations in a workflow), junit.

Examples:
  pactwright check our-agreement.yaml
  pactwright check agreements                 every .yaml file in a folder
  pactwright check "agreements/2027-*.yaml"   a pattern, in quotes
  pactwright check --watch our-agreement.yaml
  pactwright check --for club our-agreement.yaml
  pactwright check --fail-on warning our-agreement.yaml
  pactwright check --reporter json our-agreement.yaml > findings.json`,
    )
    .action(async (args: readonly string[], flags: CheckFlags) => {
      if (flags.watch) done(await watchSpecs(args, flags, terminal));
      else done((await checkSpecs(args, flags, terminal)).exit);
    });
}

/** Checks everything once and prints the report. */
async function checkSpecs(
  args: readonly string[],
  flags: CheckFlags,
  terminal: Terminal,
): Promise<{ readonly exit: number; readonly checked: readonly Checked[] }> {
  const { specs, missing } = await readInputs(args, terminal);
  const checked: Checked[] = [];
  const houses = houseFiles();
  for (const spec of specs) {
    const host = nodeHost({ folder: spec.folder, assets: flags.assets });
    const settings = await houses.settingsFor(spec.folder);
    const input = { name: spec.name, bytes: spec.bytes };
    checked.push(houses.saidOnce(await check(input, host, settings)));
  }
  const { failOn, maxWarnings } = flags;
  const summary = summarise(checked.map((each) => fileReport(each)));
  const tooMany = maxWarnings !== undefined && summary.warnings > maxWarnings;
  const strict = tooMany && (failOn === 'error' || failOn === 'never') ? 'warning' : failOn;
  await printReport(runReport(selected(checked, flags), strict), flags.reporter, terminal);
  if (tooMany) {
    terminal.stderr(
      `pactwright: ${summary.warnings} warnings are open; --max-warnings allows ${maxWarnings}.\n`,
    );
  }
  const failed = tooMany || fails(summary, failOn);
  return { exit: missing ? exits.usage : failed ? exits.findings : exits.fine, checked };
}

/** The reports with what the flags ask for; the rest goes into `hidden`. */
function selected(checked: readonly Checked[], flags: CheckFlags): readonly FileReport[] {
  const reports = checked.map((each) => fileReport(each, flags.reporter));
  const chosen = flags.for === undefined ? reports : forPartner(checked, reports, flags.for);
  return flags.quiet ? chosen.map(onlyErrors) : chosen;
}

async function watchSpecs(
  args: readonly string[],
  flags: CheckFlags,
  terminal: Terminal,
): Promise<number> {
  if (flags.reporter !== 'pretty') {
    throw new UserError('--watch is for people; it goes with the reporter pretty only.');
  }
  if (args.includes('-')) throw new UserError('--watch needs files; standard input has no saves.');
  const { watch } = await import('./watch.ts');
  const { watchedPlaces } = await import('./watched-places.ts');
  let exit: number | undefined;
  let checked: readonly Checked[] = [];
  await watch(
    async () => {
      if (terminal.stdoutIsTerminal) terminal.stdout('\u001b[2J\u001b[3J\u001b[H');
      try {
        ({ exit, checked } = await checkSpecs(args, flags, terminal));
      } catch (error) {
        // A slip on the command line ends the first round; later it is the file that changed.
        if (exit === undefined || !(error instanceof UserError)) throw error;
        terminal.stderr(`pactwright: ${error.message}\n`);
        exit = exits.usage;
      }
      terminal.stdout('\nWaiting for the next save. Ctrl-C ends.\n');
      return watchedPlaces(args, checked, flags.assets);
    },
    { first: await watchedPlaces(args, [], flags.assets) },
  );
  return exit ?? exits.fine;
}
