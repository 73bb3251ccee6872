// A batch from its flags to its exit code: sources, names, workers, reports, and what is said at the
// end. Loaded only by `pactwright batch`.

import * as disk from 'node:fs/promises';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Diagnostic } from '../base/diagnostic.ts';
import { assertNever, UserError } from '../base/errors.ts';
import { named, type Plan, planOf, rowJobs, specJobs } from '../batch/plan.ts';
import { defaultJobs, type Runner, startPool } from '../batch/pool.ts';
import { startProgress } from '../batch/progress.ts';
import { reportsOf, type SharedProblems, sharedProblems } from '../batch/reports.ts';
import { reviewAll, reviewSetup } from '../batch/review-all.ts';
import { journalPath, type Outcome, runPlan } from '../batch/run.ts';
import { settingsHash } from '../batch/settings.ts';
import type { Job, Setup } from '../batch/setup.ts';
import { readShard, runFiles } from '../batch/shard.ts';
import { type NamedBytes, readBase, readData } from '../merge.ts';
import { findSpecs } from '../node/find-specs.ts';
import { checkNamePattern } from '../node/output-name.ts';
import { packageVersion } from '../node/package-files.ts';
import { writeOutputs } from '../node/write-outputs.ts';
import { prettyReport } from '../report/pretty.ts';
import { fails } from '../report/report.ts';
import { onlyErrors } from '../report/select.ts';
import type { StreamedReporter } from '../report/streamed.ts';
import type { BatchFlags } from './batch-flags.ts';
import { dateOptions } from './date-options.ts';
import { exits } from './exits.ts';
import { runReport } from './file-report.ts';
import { printReport } from './print-report.ts';
import { paintFor, type Terminal } from './terminal.ts';

/** Runs a batch and returns its exit code. */
export async function runBatch(
  args: readonly string[],
  flags: BatchFlags,
  terminal: Terminal,
): Promise<number> {
  const shard = flags.shard === undefined ? undefined : readShard(flags.shard);
  const sources = await sourcesOf(args, flags, terminal);
  if (sources.broken) {
    const report = { file: sources.broken, status: 'unreadable' as const };
    const files = [{ ...report, diagnostics: sources.diagnostics }];
    await printReport(runReport(files, flags.failOn), flags.reporter, terminal);
    return exits.findings;
  }
  // What led nowhere was said; a run over nothing would only write an empty summary.
  if (sources.missing && sources.jobs.length === 0) return exits.usage;
  const jobs = Math.min(flags.jobs ?? defaultJobs(), Math.max(1, sources.jobs.length));
  const { timeout: timeoutSeconds, memory: memoryMiB } = flags;
  const runner = startPool({ jobs, timeoutSeconds, memoryMiB });
  const stop = stopping(runner, terminal);
  let begun = false;
  try {
    const setup = setupOf(
      flags,
      sources,
      terminal,
      journalPath(flags.output, shard ? { shard } : {}),
    );
    const wanted =
      flags.name === undefined ? sources.jobs : await named(sources.jobs, setup, runner, jobs);
    const plan = planOf(wanted, shard);
    const shared = await sharedProblems(plan, sources.diagnostics);
    const review =
      flags.review === undefined ? undefined : reviewSetup(flags.review, plan.jobs.length);
    const whole: Setup = { ...setup, ...(review ? { review } : {}) };
    const bar = startProgress(plan.jobs.length, terminal.stderr, terminal.stderrIsTerminal);
    const outcome = await runPlan(plan, whole, {
      ...{ jobs, timeoutSeconds, memoryMiB, runner, fs: disk, stop: stop.signal },
      ...{ failOn: flags.failOn, failFast: flags.failFast === true, prune: flags.prune === true },
      exists: (file) =>
        stat(file).then(
          () => true,
          () => false,
        ),
      onDone: (_, { entry }) => {
        begun = true;
        bar.step(entry.status !== 'made');
      },
    }).finally(bar.end);
    await printFindings(plan, flags, shared, terminal);
    const exit = Math.max(
      outcome.exit,
      sources.missing ? exits.usage : exits.fine,
      fails(shared.summary, flags.failOn) ? exits.findings : exits.fine,
      flags.review === undefined ? exits.fine : await writeReview(plan, whole, flags, terminal),
    );
    sayHowItWent(outcome, plan, flags, terminal);
    return stop.signal.aborted ? exits.stopped : exit;
  } catch (error) {
    if (begun && error instanceof UserError) terminal.stderr(resumeLine(flags));
    throw error;
  } finally {
    stop.end();
    await runner.close(true);
  }
}

interface Sources {
  readonly jobs: readonly Job[];
  readonly table?: NonNullable<Setup['table']>;
  readonly defaults: readonly NamedBytes[];
  /** What is wrong with what they share. */
  readonly diagnostics: readonly Diagnostic[];
  /** The shared file with which nothing can be made. */
  readonly broken?: string;
  /** Some arguments led nowhere. */
  readonly missing: boolean;
}

async function sourcesOf(
  args: readonly string[],
  flags: BatchFlags,
  terminal: Terminal,
): Promise<Sources> {
  if (args.includes('-'))
    throw new UserError('A batch reads files; standard input holds one spec.');
  const found = await findSpecs(args);
  for (const problem of found.problems) terminal.stderr(`pactwright: ${problem}\n`);
  const missing = found.problems.length > 0;
  const defaults = await Promise.all(flags.with.map(bytesOf));
  if (flags.data === undefined) {
    if (flags.map !== undefined || flags.sheet !== undefined) {
      throw new UserError('--map and --sheet are about a table; give the table with --data.');
    }
    checkName(flags.name, undefined);
    return { jobs: specJobs(found.files), defaults, diagnostics: [], missing };
  }
  const [file] = found.files;
  if (file === undefined || found.files.length > 1) {
    throw new UserError('With --data, give the one spec that the rows are laid over.');
  }
  const spec = await bytesOf(file);
  const base = readBase(spec, defaults);
  const data = await readData(await bytesOf(flags.data), base, {
    ...(flags.map === undefined ? {} : { map: await bytesOf(flags.map) }),
    ...(flags.sheet === undefined ? {} : { sheet: flags.sheet }),
  });
  const diagnostics = [...base.diagnostics, ...data.diagnostics];
  const faulty = (each: readonly Diagnostic[]): boolean => each.some((d) => d.severity === 'error');
  const broken = faulty(base.diagnostics)
    ? spec.name
    : faulty(data.diagnostics)
      ? flags.data
      : undefined;
  checkName(flags.name, base);
  const jobs = rowJobs(file, flags.data, data.rows);
  const table = { base: spec, columns: data.columns };
  return { jobs, table, defaults, diagnostics, missing, ...(broken ? { broken } : {}) };
}

function checkName(
  pattern: string | undefined,
  base: ReturnType<typeof readBase> | undefined,
): void {
  if (pattern === undefined) return;
  const located = base?.located;
  const partners = located?.kind === 'map' && located.entries.find(({ key }) => key === 'partners');
  const keys =
    partners && partners.value.kind === 'map'
      ? partners.value.entries.map(({ key }) => key)
      : undefined;
  const problem = checkNamePattern(pattern, keys, base ? ['spec', 'row'] : ['spec']);
  if (problem !== undefined) throw new UserError(`--name: ${problem}`);
}

async function bytesOf(file: string): Promise<NamedBytes> {
  try {
    const name = path.sep === '\\' ? file.replaceAll('\\', '/') : file;
    return { name, bytes: new Uint8Array(await readFile(file)) };
  } catch {
    throw new UserError(`${file} cannot be read. Check that the file is there.`);
  }
}

function setupOf(
  flags: BatchFlags,
  { table, defaults }: Sources,
  terminal: Terminal,
  journal: string,
): Setup {
  // Logos that the defaults name lie beside them.
  const beside = flags.with.map((file) => path.dirname(file));
  const setup = {
    ...{ output: flags.output, journal, formats: flags.to, defaults },
    ...dateOptions(flags, terminal),
    ...{ final: flags.final === true, strict: flags.strict === true },
    ...{ allowWarnings: flags.allowWarnings === true, force: flags.force === true },
    embed: flags.embed,
    ...(flags.esign ? { esign: flags.esign } : {}),
    assets: [...flags.assets, ...beside],
    ...(flags.template === undefined ? {} : { template: flags.template }),
    ...(table ? { table } : {}),
    ...(flags.name === undefined ? {} : { pattern: flags.name }),
    program: packageVersion(),
  };
  return { ...setup, settings: settingsHash(setup) };
}

/** The first Ctrl-C lets what has begun come to its end, the second ends it at once. */
function stopping(runner: Runner, terminal: Terminal): { signal: AbortSignal; end: () => void } {
  const controller = new AbortController();
  const names = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const onSignal = (): void => {
    if (controller.signal.aborted) {
      void runner.close(true).finally(() => process.exit(exits.stopped));
      return;
    }
    terminal.stderr('\npactwright: finishing what has begun; Ctrl-C again stops at once.\n');
    controller.abort();
  };
  for (const name of names) process.on(name, onSignal);
  return {
    signal: controller.signal,
    end: () => {
      for (const name of names) process.off(name, onSignal);
    },
  };
}

/** At most so many agreements that were not made are shown one by one; the rest is in summary.csv. */
const mostShown = 20;

async function printFindings(
  plan: Plan,
  flags: BatchFlags,
  shared: SharedProblems,
  terminal: Terminal,
): Promise<void> {
  const meta = runReport([], flags.failOn);
  const files = () => reportsOf(plan, flags.output, shared);
  const streamed = await streamedReporter(flags.reporter);
  if (streamed) {
    for await (const piece of streamed(files, meta)) terminal.stdout(piece);
    return;
  }
  let count = 0;
  for await (const file of files()) {
    const theirs = [...shared.by.values()].some((each) => each[0] === file.diagnostics[0]);
    if (!file.stopped && !file.kept?.length && !(theirs && shared.summary.errors > 0)) continue;
    count += 1;
    if (count > mostShown) continue;
    terminal.stdout(
      `${prettyReport({ ...meta, files: [onlyErrors(file)] }, paintFor(terminal))}\n`,
    );
  }
  if (count > mostShown) {
    const summary = path.join(flags.output, runFiles(plan.shard).summary);
    terminal.stdout(`… and ${count - mostShown} more; see ${summary}.\n\n`);
  }
}

async function streamedReporter(
  reporter: BatchFlags['reporter'],
): Promise<StreamedReporter | undefined> {
  const all = await import('../report/streamed.ts');
  switch (reporter) {
    case 'pretty':
      return undefined;
    case 'json':
      return all.streamedJson;
    case 'sarif':
      return all.streamedSarif;
    case 'github':
      return all.streamedGithub;
    case 'junit':
      return all.streamedJunit;
    case 'markdown':
      return all.streamedMarkdown;
    default:
      return assertNever(reporter);
  }
}

async function writeReview(
  plan: Plan,
  setup: Setup,
  flags: BatchFlags,
  terminal: Terminal,
): Promise<number> {
  const { dir, base } = path.parse(flags.review!);
  const bytes = new TextEncoder().encode(await reviewAll(plan, setup, disk));
  const [written] = await writeOutputs(dir || '.', [{ name: base, bytes }], { force: setup.force });
  if (written?.outcome !== 'kept') return exits.fine;
  terminal.stderr(
    `pactwright: kept ${flags.review}: somebody changed it, or it was not made by Pactwright; --force writes over it.\n`,
  );
  return exits.usage;
}

function sayHowItWent(
  { totals, gone, bug, reached }: Outcome,
  plan: Plan,
  flags: BatchFlags,
  terminal: Terminal,
): void {
  const { made, unchanged, stopped, kept, failed, all } = totals;
  const counted = [
    `${made} made`,
    ...(unchanged > 0 ? [`${unchanged} unchanged`] : []),
    ...(stopped > 0 ? [`${stopped} stopped by their specs`] : []),
    ...(kept > 0
      ? [
          `${kept} with papers that were kept, because somebody changed them or a draft would replace a final one`,
        ]
      : []),
    ...(failed > 0 ? [`${failed} failed`] : []),
  ];
  const { errors, warnings, advice, waived } = totals;
  const lines = [
    `${reached} of ${all} agreements: ${counted.join(', ')}.`,
    `Findings: ${errors} errors, ${warnings} warnings, ${advice} advice${waived > 0 ? `, ${waived} waived` : ''}.`,
    ...(gone.deleted > 0 ? [`Deleted ${gone.deleted} papers whose source is gone.`] : []),
    ...gone.kept.map((file) => `Kept ${file}: its source is gone, but somebody changed it.`),
    ...(gone.papers > 0 && !flags.prune
      ? [`${gone.papers} papers are there whose source is gone; --prune deletes them.`]
      : []),
    `See ${path.join(flags.output, runFiles(plan.shard).summary)} for each of them${flags.review === undefined ? '' : `, and ${flags.review}`}.`,
    ...(reached < all ? [resumeLine(flags).trimEnd()] : []),
    ...(bug === undefined ? [] : [`This is a bug in Pactwright; please report it:\n${bug}`]),
  ];
  // Results of a reporter for programs stay alone on standard output.
  const say = flags.reporter === 'pretty' ? terminal.stdout : terminal.stderr;
  say(`${lines.join('\n')}\n`);
}

function resumeLine({ output }: BatchFlags): string {
  return `What is made so far is in ${output}; the same command goes on from there.\n`;
}
