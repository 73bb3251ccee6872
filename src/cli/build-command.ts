// `pactwright build`: makes papers from specs and writes them. Loads the renderers only when it runs.
// Names every output before the first is made; what is built is decided by build.ts.

import path from 'node:path';
import type { Command } from 'commander';
import { UserError } from '../base/errors.ts';
import type { Built, Emit, Format } from '../build.ts';
import { safeFileName, sameFileKey } from '../node/file-names.ts';
import { nodeHost } from '../node/host.ts';
import { writeOutputs } from '../node/write-outputs.ts';
import { type FailOn, type FileReport, fails, summarise } from '../report/report.ts';
import { exits } from './exits.ts';
import { fileReport, runReport } from './file-report.ts';
import { houseFiles } from './house-files.ts';
import {
  assetsOption,
  failOnOption,
  type ReporterName,
  readDay,
  readFormats,
  reporterOption,
} from './options.ts';
import { printReport } from './print-report.ts';
import { progress } from './progress.ts';
import { readInputs, type SpecFile } from './read-inputs.ts';
import type { Terminal } from './terminal.ts';

interface BuildFlags {
  readonly output: string;
  readonly to: readonly Format[];
  readonly date?: string;
  readonly failOn: FailOn;
  readonly template?: string;
  readonly assets: readonly string[];
  readonly force?: true;
  readonly name?: string;
  readonly emit?: Emit;
  readonly reporter: ReporterName;
}

/** Adds the command. */
export function addBuild(program: Command, terminal: Terminal, done: (code: number) => void): void {
  program
    .command('build')
    .summary('make the paper: a Word file and a PDF')
    .description(
      'Makes the papers: for each spec a DOCX and a PDF, named after the spec file. What the\nchecklist finds does not stop a draft (the draft says so itself); errors stop a final paper.',
    )
    .argument('<spec...>', 'files, folders or patterns; - reads standard input and wants --name')
    .option('-o, --output <folder>', 'where the papers go', 'out')
    .option('--to <formats>', 'docx, pdf, html, with commas between', readFormats, ['docx', 'pdf'])
    .option(
      '--date <day>',
      'the date of the paper, YYYY-MM-DD; default: the date in the spec',
      readDay,
    )
    .option('--template <folder>', 'use this template folder instead of the built-in ones')
    .option('--name <name>', 'name the outputs so; for one spec only')
    .option('--force', 'write over papers that somebody changed since they were made')
    .addOption(assetsOption())
    .addOption(failOnOption('never'))
    .addOption(reporterOption())
    .addOption(
      program
        .createOption(
          '--emit <stage>',
          'print a stage of the work as JSON instead of making papers',
        )
        .choices(['agreement', 'document', 'blocks']),
    )
    .addHelpText(
      'after',
      `
Examples:
  pactwright build our-agreement.yaml
  pactwright build our-agreement.yaml --to pdf --date 2027-01-04
  pactwright build agreements -o papers        every .yaml file in a folder
  pactwright build our-agreement.yaml --assets ../brand --force

A paper that somebody changed since it was made (your lawyer's edits in Word) is kept,
and the run says so; --force writes over it.`,
    )
    .action(async (args: readonly string[], flags: BuildFlags) => {
      const { specs, missing } = await readInputs(args, terminal);
      if (missing) done(exits.usage);
      const jobs = planJobs(specs, flags);
      const reports = await runJobs(jobs, flags, terminal, done);
      if (flags.emit === undefined) {
        await printReport(runReport(reports, flags.failOn), flags.reporter, terminal);
      }
      if (fails(summarise(reports), flags.failOn)) done(exits.findings);
    });
}

interface Job {
  readonly spec: SpecFile;
  readonly stem: string;
}

/** Names every output before anything is built, so that no paper ever overwrites another. */
function planJobs(specs: readonly SpecFile[], flags: BuildFlags): readonly Job[] {
  if (flags.name !== undefined && specs.length > 1) {
    throw new UserError('--name names one paper; give one spec with it.');
  }
  const jobs = specs.map((spec) => {
    if (spec.name === '-' && flags.name === undefined) {
      throw new UserError(
        'A spec from standard input needs --name, e.g. build - --name our-agreement.',
      );
    }
    return { spec, stem: flags.name ?? path.parse(spec.name).name };
  });
  const owners = new Map<string, string>();
  for (const { spec, stem } of jobs) {
    const key = sameFileKey(safeFileName(stem, flags.to[0] ?? 'pdf'));
    const other = owners.get(key);
    if (other !== undefined) {
      throw new UserError(
        `${other} and ${spec.name} would both make ${safeFileName(stem, flags.to[0] ?? 'pdf')}. Rename one, or build them into different folders with -o. Nothing was made.`,
      );
    }
    owners.set(key, spec.name);
  }
  return jobs;
}

async function runJobs(
  jobs: readonly Job[],
  flags: BuildFlags,
  terminal: Terminal,
  done: (code: number) => void,
): Promise<readonly FileReport[]> {
  const { build } = await import('../build.ts');
  const { nodePorts } = await import('../node/ports.ts');
  const bar = progress(jobs.length, terminal);
  const reports: FileReport[] = [];
  const houses = houseFiles();
  for (const { spec, stem } of jobs) {
    bar.next(spec.name);
    const host = nodeHost({
      folder: spec.folder,
      assets: flags.assets,
      ...(flags.template === undefined ? {} : { template: flags.template }),
    });
    const built = await build(
      { name: spec.name, bytes: spec.bytes },
      {
        formats: flags.to,
        ...(await houses.settingsFor(spec.folder)),
        ...dateOptions(flags, terminal),
        ...(flags.emit ? { emit: flags.emit } : {}),
      },
      nodePorts(host),
    );
    if (built.emitted !== undefined) terminal.stdout(`${JSON.stringify(built.emitted, null, 2)}\n`);
    reports.push(await report(stem, houses.saidOnce(built), flags, terminal, done));
  }
  bar.end();
  return reports;
}

async function report(
  stem: string,
  built: Built,
  flags: BuildFlags,
  terminal: Terminal,
  done: (code: number) => void,
): Promise<FileReport> {
  // A spec or template that makes no paper fails the run, whatever --fail-on says of findings.
  if (built.stopped) done(exits.findings);
  const base = {
    ...fileReport(built),
    ...(built.stopped ? { stopped: built.stopped } : {}),
  };
  const files = built.outputs.map(({ format, bytes }) => ({
    name: safeFileName(stem, format),
    bytes,
  }));
  if (files.length === 0) return { ...base, outputs: [] };
  try {
    const written = await writeOutputs(flags.output, files, { force: flags.force === true });
    const named = (name: string): string => path.posix.join(slashed(flags.output), name);
    const kept = written.filter((each) => each.outcome === 'kept').map((each) => named(each.name));
    if (kept.length > 0) done(exits.usage);
    return {
      ...base,
      outputs: written.filter((each) => each.outcome !== 'kept').map((each) => named(each.name)),
      kept,
    };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    terminal.stderr(`pactwright: ${error.message}\n`);
    done(exits.usage);
    return { ...base, outputs: [], stopped: 'The paper could not be written; see the line above.' };
  }
}

function slashed(folder: string): string {
  return path.sep === '\\' ? folder.replaceAll('\\', '/') : folder;
}

/** `--date` is printed; SOURCE_DATE_EPOCH (reproducible-builds.org) only dates the file. */
function dateOptions(flags: BuildFlags, terminal: Terminal): { date?: string; fileDate?: string } {
  if (flags.date !== undefined) return { date: flags.date };
  const epoch = terminal.env.SOURCE_DATE_EPOCH;
  if (epoch === undefined || epoch === '') return {};
  if (!/^\d{1,12}$/.test(epoch)) {
    throw new UserError('SOURCE_DATE_EPOCH is not a number of seconds since 1970.');
  }
  return { fileDate: new Date(Number(epoch) * 1000).toISOString().slice(0, 10) };
}
