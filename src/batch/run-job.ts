// One agreement of a batch, from its spec to papers on the disk and a line in the journal.
// Runs inside a worker; knows no other agreement, and leaves nothing in memory but what all share.

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Diagnostic, placeText } from '../base/diagnostic.ts';
import { UserError } from '../base/errors.ts';
import { positionAt } from '../base/source.ts';
import { type Built, build } from '../build.ts';
import { nodePorts } from '../node/ports.ts';
import type { OutputFile } from '../node/write-outputs.ts';
import { type Disk, hashOnDisk, stopsEverything } from '../node/write-whole.ts';
import type { FileReport } from '../report/report.ts';
import { type Entry, type FindingsLine, foundIn } from './entry.ts';
import {
  askAgain,
  type House,
  houseFor,
  type Inputs,
  inputsOf,
  notingHost,
  type OpenedSpec,
  openSpec,
} from './inputs.ts';
import { isFinal, ownFiles, ownHashes } from './record.ts';
import { reviewOf } from './review-job.ts';
import type { Done, Earlier, Job, Setup } from './setup.ts';
import { stored } from './stored-report.ts';
import { type Journal, writePapers } from './write-papers.ts';

/**
 * Makes one agreement, unless nothing has changed. Rejects with a UserError when nothing at all can be
 * written, and with anything else for a fault of ours.
 */
export async function runJob(
  job: Job,
  setup: Setup,
  earlier: Earlier,
  journal: Journal,
  fs: Disk,
): Promise<Done> {
  const bytes = job.row ? new Uint8Array() : await readFile(job.file).catch(() => undefined);
  if (!bytes) return notBuilt(job, setup, earlier, 'The spec cannot be opened.', journal, fs);
  if (job.unnamed) {
    const unnamed = { ...nothing, stopped: job.unnamed };
    return finish(job, setup, earlier, unnamed, journal, fs, noOutcome);
  }
  const spec = openSpec(job, setup, new Uint8Array(bytes));
  const house = await houseFor(job.folder);
  if (await isCurrent(job, setup, earlier, spec, house, fs)) {
    return { entry: earlier.entry!, built: false, kept: [] };
  }
  const noting = notingHost(job, setup);
  const ports = nodePorts(noting.host);
  const built = await build(spec.input, { ...setup, stem: job.name, ...house_(house) }, ports);
  const own = without(built, house);
  const review = setup.review && (await reviewOf(own, setup.review, ports, job.name));
  const inputs = inputsOf(job, setup, spec, house, noting);
  try {
    const files = built.outputs.map(({ format, bytes: paper }): OutputFile => {
      return { name: `${job.name}.${format}`, bytes: paper };
    });
    const made = { files, final: built.status === 'final', page: review?.page };
    const written = await writePapers(job.name, made, earlier, setup, journal, fs);
    return await finish(job, setup, earlier, own, journal, fs, {
      ...inputs,
      outputs: Object.fromEntries(
        Object.entries(written.hashes).filter(([file]) => !written.kept.includes(file)),
      ),
      kept: written.kept,
      keptFinal: written.keptFinal,
      ...(written.pageHash ? { page: written.pageHash } : {}),
      ...(review ? { summary: review.summary } : {}),
    });
  } catch (error) {
    // What stops every agreement is not this one's fault.
    if (!(error instanceof UserError) || stopsEverything(error)) throw error;
    return notBuilt(job, setup, earlier, error.message, journal, fs, own);
  }
}

const house_ = ({ file }: House): { house?: NonNullable<House['file']> } =>
  file ? { house: file } : {};

/** What is wrong with the configuration is said once for all agreements, not by each. */
function without(built: Built, { file }: House): Built {
  const theirs = new Set<Diagnostic>(file?.diagnostics);
  return { ...built, diagnostics: built.diagnostics.filter((each) => !theirs.has(each)) };
}

/** Returns true when a build would make again, byte for byte, what lies there. */
async function isCurrent(
  job: Job,
  setup: Setup,
  { entry, reported }: Earlier,
  spec: OpenedSpec,
  house: House,
  fs: Disk,
): Promise<boolean> {
  if (entry?.status !== 'made' || !reported || entry.settings !== setup.settings) return false;
  const noting = notingHost(job, setup);
  await askAgain(noting, entry.reads);
  if (inputsOf(job, setup, spec, house, noting).inputs !== entry.inputs) return false;
  const places = Object.entries(entry.outputs).map(
    ([file, hash]) => [path.join(setup.output, file), hash] as const,
  );
  if (setup.review) {
    if (!entry.page) return false;
    places.push([path.join(setup.review.pages, `${job.name}.html`), entry.page]);
  }
  for (const [place, hash] of places) if ((await hashOnDisk(place, fs)) !== hash) return false;
  return true;
}

/** What is known of an agreement, whether or not it came to be built. */
type SomeBuilt = Pick<Built, 'diagnostics' | 'status'> & Partial<Built>;

const nothing: SomeBuilt = { status: 'unreadable', diagnostics: [] };
const noOutcome: Outcome = { inputs: '', reads: {}, outputs: {}, kept: [] };

interface Outcome extends Inputs {
  readonly outputs: Readonly<Record<string, string>>;
  readonly kept: readonly string[];
  readonly keptFinal?: readonly string[];
  readonly page?: string;
  readonly summary?: FindingsLine['summary'];
  readonly failed?: string;
}

async function finish(
  job: Job,
  setup: Setup,
  earlier: Earlier,
  built: SomeBuilt,
  journal: Journal,
  fs: Disk,
  outcome: Outcome,
): Promise<Done> {
  const { kept, keptFinal = [], outputs, failed } = outcome;
  const reason = failed ?? built.stopped;
  const report: FileReport = {
    file: job.source,
    status: built.status,
    ...(built.specStatus ? { specStatus: built.specStatus } : {}),
    ...(built.allowedWarnings ? { allowedWarnings: built.allowedWarnings } : {}),
    ...(built.undated ? { undated: built.undated } : {}),
    // Without their folder: the same line wherever the papers lie.
    outputs: Object.keys(outputs),
    ...(reason ? { stopped: reason } : {}),
    kept,
    ...(keptFinal.length > 0 ? { keptFinal } : {}),
    diagnostics: built.diagnostics,
    ...(built.checklist
      ? { elements: built.checklist.elements, rules: built.checklist.rules }
      : {}),
  };
  const left = await leftOver(earlier, outputs, setup, fs);
  const final = [
    ...(built.status === 'final' ? Object.keys(outputs) : []),
    ...Object.entries(left).flatMap(([file, hash]) => (isFinal(earlier, file, hash) ? [file] : [])),
  ].sort();
  const entry: Entry = {
    name: job.name,
    source: job.source,
    status: failed ? 'failed' : reason ? 'stopped' : kept.length > 0 ? 'kept' : 'made',
    ...(reason
      ? { reason: failed ?? whyStopped(built, job.source) ?? reason }
      : keptFinal.length > 0
        ? { reason: replacesFinal }
        : {}),
    ...(built.agreement ? { title: built.agreement.title } : {}),
    inputs: outcome.inputs,
    reads: outcome.reads,
    program: setup.program,
    settings: setup.settings,
    outputs,
    ...(Object.keys(left).length > 0 ? { left } : {}),
    ...(final.length > 0 ? { final } : {}),
    ...(outcome.page ? { page: outcome.page } : {}),
    findings: foundIn(report.diagnostics),
  };
  const { summary } = outcome;
  const findings = { name: job.name, report: stored(report), ...(summary ? { summary } : {}) };
  await journal({ name: job.name, entry, findings }, false);
  return { entry, built: true, kept };
}

const replacesFinal = 'A final paper is there, and this is a draft; --force writes over it.';

/** The first problem with its place, for a line of a table in which nothing else of it stands. */
function whyStopped(
  { diagnostics, status, stopped }: SomeBuilt,
  source: string,
): string | undefined {
  const open = (severity: Diagnostic['severity']): Diagnostic | undefined =>
    diagnostics.find((each) => each.severity === severity && !each.waived);
  const first = open('error') ?? open('warning');
  if (!first) return undefined;
  const { span, message } = first;
  const own = span.source.name === source && !span.source.row;
  const place = own ? `line ${positionAt(span.source, span.start).line}` : placeText(span);
  return `${place}: ${message}${status === 'unreadable' ? '' : ` ${stopped}`}`;
}

/** Papers of earlier runs that were not made now and lie there as they were made. */
async function leftOver(
  earlier: Earlier,
  outputs: Readonly<Record<string, string>>,
  { output }: Setup,
  fs: Disk,
): Promise<Readonly<Record<string, string>>> {
  const left: Record<string, string> = {};
  for (const file of ownFiles(earlier)) {
    if (file in outputs) continue;
    const present = await hashOnDisk(path.join(output, file), fs);
    if (present !== undefined && ownHashes(earlier, file).includes(present)) left[file] = present;
  }
  return left;
}

/** Notes down an agreement of which nothing was made; also for those whose worker was ended. */
export async function notBuilt(
  job: Job,
  setup: Setup,
  earlier: Earlier,
  failed: string,
  journal: Journal,
  fs: Disk,
  built: SomeBuilt = nothing,
): Promise<Done> {
  return finish(job, setup, earlier, built, journal, fs, { ...noOutcome, failed });
}
