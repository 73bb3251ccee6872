// `pactwright check`: reads specs and says what is missing. Loads no renderer and no native library.
// Judges nothing itself: finding is check.ts, wording is report/.

import type { Command } from 'commander';
import { check } from '../check.ts';
import { nodeHost } from '../node/host.ts';
import { type FailOn, type FileReport, fails, summarise } from '../report/report.ts';
import { exits } from './exits.ts';
import { assetsOption, failOnOption, type ReporterName, reporterOption } from './options.ts';
import { printReport } from './print-report.ts';
import { readInputs } from './read-inputs.ts';
import type { Terminal } from './terminal.ts';

interface CheckFlags {
  readonly reporter: ReporterName;
  readonly failOn: FailOn;
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
    .addOption(assetsOption())
    .addHelpText(
      'after',
      `
Examples:
  pactwright check our-agreement.yaml
  pactwright check agreements                 every .yaml file in a folder
  pactwright check "agreements/2027-*.yaml"   a pattern, in quotes
  pactwright check --fail-on warning our-agreement.yaml
  pactwright check --reporter json our-agreement.yaml > findings.json`,
    )
    .action(async (args: readonly string[], flags: CheckFlags) => {
      const { specs, missing } = await readInputs(args, terminal);
      const reports: FileReport[] = [];
      for (const spec of specs) {
        const host = nodeHost({ folder: spec.folder, assets: flags.assets });
        const checked = await check({ name: spec.name, bytes: spec.bytes }, host);
        reports.push({
          file: spec.name,
          status: checked.status,
          diagnostics: checked.diagnostics,
        });
      }
      printReport(reports, flags.reporter, terminal);
      if (missing) done(exits.usage);
      if (fails(summarise(reports), flags.failOn)) done(exits.findings);
    });
}
