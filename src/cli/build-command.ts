// `pactwright build`: makes papers from specs and writes them. Loads the renderers only when it runs.
// Names every output before the first is made; what is built is decided by build.ts.

import path from 'node:path';
import type { Command } from 'commander';
import { UserError } from '../base/errors.ts';
import type { Built, Emit, Format } from '../build.ts';
import type { EsignService } from '../model/esign.ts';
import { safeFileName, sameFileKey } from '../node/file-names.ts';
import { nodeHost } from '../node/host.ts';
import { writeOutputs } from '../node/write-outputs.ts';
import { type FailOn, type FileReport, fails, summarise } from '../report/report.ts';
import { dateOptions } from './date-options.ts';
import { exits } from './exits.ts';
import { fileReport, runReport } from './file-report.ts';
import { houseFiles } from './house-files.ts';
import {
  assetsOption,
  esignOption,
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
  readonly final?: true;
  readonly strict?: true;
  readonly allowWarnings?: true;
  readonly embed: boolean;
  readonly esign?: EsignService;
  readonly reporter: ReporterName;
}

/** Adds the command. */
export function addBuild(program: Command, terminal: Terminal, done: (code: number) => void): void {
  program
    .command('build')
    .summary('make the paper: a Word file and a PDF')
    .description(
      'Makes the papers: for each spec a DOCX and a PDF, named after the spec file. What is open does not stop a draft: the draft lists it itself. A final paper (`status: final` in the spec, or --final) is not made while an error is open, or a warning that is not waived.',
    )
    .argument('<spec...>', 'files, folders or patterns; - reads standard input and wants --name')
    .option('-o, --output <folder>', 'where the papers go', 'out')
    .option('--to <formats>', 'docx, pdf, html, ics, duties, with commas between', readFormats, [
      'docx',
      'pdf',
    ])
    .option(
      '--date <day>',
      'the date of the paper, YYYY-MM-DD; default: the date in the spec',
      readDay,
    )
    .option('--template <folder>', 'use this template folder instead of the built-in ones')
    .option('--name <name>', 'name the outputs so; for one spec only')
    .option(
      '--force',
      'write over papers that somebody changed since they were made, and with a draft over a final paper',
    )
    .option('--final', 'make the paper to sign, whatever the spec says of its status')
    .option('--strict', 'refuse a draft for the same reasons as a final paper')
    .option('--allow-warnings', 'let open warnings pass; a final paper records them in its files')
    .option(
      '--no-embed',
      'leave the spec, with its comments and waivers, out of the PDF; the letters of its hash stay in the footer, and verify then needs the spec beside the PDF',
    )
    .addOption(esignOption())
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
An open error always stops a final paper, advice never does, --allow-warnings
lets warnings pass. What weighs how much is up to the level of the spec and to
your house (pactwright rules). Where a paper is refused, nothing is written:
what lies in the output folder stays as it is.

A paper that somebody changed since it was made (your lawyer's edits in Word)
is kept, and the run says so; --force writes over it. So is a final paper when
a draft would take its place; a final paper made anew does, until it is signed.

Examples:
  pactwright build our-agreement.yaml
  pactwright build our-agreement.yaml --to pdf --date 2027-01-04
  pactwright build agreements -o papers        every .yaml file in a folder
  pactwright build our-agreement.yaml --assets ../brand --force
  pactwright build our-agreement.yaml --to ics      the schedule as a calendar
  pactwright build our-agreement.yaml --to duties   a sheet for each partner
  pactwright build our-agreement.yaml --final            the paper to sign
  pactwright build our-agreement.yaml --final --esign docuseal`,
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
  if (flags.name?.trim() === '') {
    throw new UserError('--name is empty. Write the name of the paper without its ending.');
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
    // A long name is cut the most for the longest ending.
    const key = sameFileKey(safeFileName(stem, 'docx'));
    const other = owners.get(key);
    if (other !== undefined) {
      throw new UserError(
        `${other} and ${spec.name} would both make ${safeFileName(stem, flags.to[0] ?? 'pdf')}. Rename one, or build them into different folders with -o. Nothing was made.`,
      );
    }
    owners.set(key, spec.name);
  }
  if (flags.to.includes('duties')) refuseSheetNames(jobs);
  return jobs;
}

/** A sheet of duties is named after the spec and a partner, whose key is not known before reading. */
function refuseSheetNames(jobs: readonly Job[]): void {
  const keyOf = ({ stem }: Job): string =>
    sameFileKey(safeFileName(stem, 'docx')).slice(0, -'.docx'.length);
  const owners = new Map(jobs.map((job) => [keyOf(job), job]));
  for (const job of jobs) {
    const key = keyOf(job);
    for (let at = key.indexOf('-duties-'); at >= 0; at = key.indexOf('-duties-', at + 1)) {
      const owner = owners.get(key.slice(0, at));
      if (!owner) continue;
      throw new UserError(
        `${job.spec.name} is named as the sheets of duties of ${owner.spec.name} are, so both could make the same file. Rename one, or build them into different folders with -o. Nothing was made.`,
      );
    }
  }
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
        final: flags.final === true,
        strict: flags.strict === true,
        allowWarnings: flags.allowWarnings === true,
        stem,
        embed: flags.embed,
        ...(flags.esign ? { esign: flags.esign } : {}),
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
    ...fileReport(built, flags.reporter),
    ...(built.stopped ? { stopped: built.stopped } : {}),
    ...(built.allowedWarnings ? { allowedWarnings: built.allowedWarnings } : {}),
    ...(built.undated ? { undated: built.undated } : {}),
    ...(flags.embed && carriesSpec(built) ? { carriesSpec: true as const } : {}),
  };
  const files = built.outputs.map(({ format, part, bytes }) => ({
    name: safeFileName(part === undefined ? stem : `${stem}-${part}`, format),
    bytes,
  }));
  if (files.length === 0) return { ...base, outputs: [] };
  try {
    const written = await writeOutputs(flags.output, files, {
      force: flags.force === true,
      final: built.status === 'final',
    });
    const named = (name: string): string => path.posix.join(slashed(flags.output), name);
    const kept = written.filter((each) => each.outcome === 'kept').map((each) => named(each.name));
    if (kept.length > 0) done(exits.usage);
    return {
      ...base,
      outputs: written.filter((each) => each.outcome !== 'kept').map((each) => named(each.name)),
      kept,
      keptFinal: written.filter((each) => each.final).map((each) => named(each.name)),
    };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    terminal.stderr(`pactwright: ${error.message}\n`);
    done(exits.usage);
    return { ...base, outputs: [], stopped: 'The paper could not be written; see the line above.' };
  }
}

/** A paper to sign goes to others: whoever sends it should know what else is in it. */
const carriesSpec = ({ status, outputs }: Built): boolean =>
  status === 'final' && outputs.some(({ format, part }) => format === 'pdf' && part === undefined);

function slashed(folder: string): string {
  return path.sep === '\\' ? folder.replaceAll('\\', '/') : folder;
}
