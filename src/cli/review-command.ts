// `pactwright review`: makes the page for going through what is open, together, at a table.
// Gathers with review.ts, writes with write-outputs.ts; what stands on the page is report/review/'s.

import path from 'node:path';
import type { Command } from 'commander';
import { UserError } from '../base/errors.ts';
import type { TemplateFiles } from '../base/ports.ts';
import { check } from '../check.ts';
import { safeFileName, sameFileKey } from '../node/file-names.ts';
import { nodeHost } from '../node/host.ts';
import { type OutputFile, type Written, writeOutputs } from '../node/write-outputs.ts';
import { type FailOn, fails, summarise } from '../report/report.ts';
import type { Summary } from '../report/review/overview-data.ts';
import type { ReviewAgreement } from '../report/review/review-data.ts';
import { exits } from './exits.ts';
import { houseFiles } from './house-files.ts';
import { assetsOption, failOnOption } from './options.ts';
import { progress } from './progress.ts';
import { readInputs, type SpecFile } from './read-inputs.ts';
import type { Terminal } from './terminal.ts';

interface ReviewFlags {
  readonly output: string;
  readonly template?: string;
  readonly assets: readonly string[];
  readonly force?: true;
  readonly failOn: FailOn;
}

/** Adds the command. */
export function addReview(
  program: Command,
  terminal: Terminal,
  done: (code: number) => void,
): void {
  program
    .command('review')
    .summary('make a page for going through what is open, together')
    .description(
      'Makes one HTML page for people at a table: whether each agreement may be signed, what is open,\nwhy it matters, the clause it is about, and room to note what you decide. The page needs no\nnetwork and sends nothing; open it in any browser, on a laptop or a phone, or print it.',
    )
    .argument('<spec...>', 'files, folders or patterns; - reads standard input')
    .option('-o, --output <file>', 'the page', 'review.html')
    .option('--template <folder>', 'use this template folder instead of the built-in ones')
    .option('--force', 'write over a page that somebody changed since it was made')
    .addOption(assetsOption())
    .addOption(failOnOption('never'))
    .addHelpText(
      'after',
      `
Above 50 agreements the page is the overview, and each agreement has a page of
its own in a folder beside it.

Examples:
  pactwright review our-agreement.yaml
  pactwright review our-agreement.yaml -o for-tuesday.html
  pactwright review agreements            one page, with an overview first`,
    )
    .action(async (args: readonly string[], flags: ReviewFlags) => {
      const { specs, missing } = await readInputs(args, terminal);
      if (missing) done(exits.usage);
      if (specs.length > 0) await reviewSpecs(specs, flags, terminal, done);
    });
}

async function reviewSpecs(
  specs: readonly SpecFile[],
  flags: ReviewFlags,
  terminal: Terminal,
  done: (code: number) => void,
): Promise<void> {
  const { name, ext, dir: folder } = path.parse(flags.output);
  if (!/^\.html?$/i.test(ext)) {
    throw new UserError(
      `${flags.output} does not end in .html, but the review is an HTML page. Give -o a name such as review.html.`,
    );
  }
  const { agreementPage, mostOnOnePage, overviewPage, severalPage } = await import(
    '../report/review/page.ts'
  );
  const { standingLine } = await import('../report/review/standing.ts');
  const { summaryOf } = await import('../report/review/overview-data.ts');
  const many = specs.length > mostOnOnePage;
  const write = writer(flags, terminal, done);
  const pages = `${name}-pages`;
  const names = pageNames(specs);
  const whole: ReviewAgreement[] = [];
  const summaries: Summary[] = [];
  let waiting: OutputFile[] = [];

  for await (const agreement of reviewed(specs, flags, terminal)) {
    if (fails(summarise([agreement.report]), flags.failOn)) done(exits.findings);
    if (!many) {
      whole.push(agreement);
      terminal.stdout(`${agreement.report.file}: ${standingLine(agreement)}\n`);
      continue;
    }
    const own = names[summaries.length]!;
    summaries.push(summaryOf(agreement, `${encodeURIComponent(pages)}/${encodeURIComponent(own)}`));
    const page = agreementPage(agreement, `../${encodeURIComponent(path.basename(flags.output))}`);
    waiting.push(file(own, page));
    // The record of what was written is itself written once for each call: so not for each page.
    if (waiting.length === pagesAtOnce) {
      await write(path.join(folder, pages), waiting);
      waiting = [];
    }
  }
  if (waiting.length > 0) await write(path.join(folder, pages), waiting);
  const page = many
    ? overviewPage(summaries)
    : whole.length === 1
      ? agreementPage(whole[0]!)
      : severalPage(whole);
  const [written] = await write(folder || '.', [file(path.basename(flags.output), page)]);
  if (written?.outcome !== 'kept') {
    const beside = many ? `, and ${specs.length} pages in ${path.join(folder, pages)}` : '';
    terminal.stdout(`made ${flags.output}${beside}\n`);
  }
}

const pagesAtOnce = 100;

function file(name: string, page: string): OutputFile {
  return { name, bytes: new TextEncoder().encode(page) };
}

/** Reviews one spec after the other, so that not all of them are in memory. */
async function* reviewed(
  specs: readonly SpecFile[],
  flags: ReviewFlags,
  terminal: Terminal,
): AsyncGenerator<ReviewAgreement> {
  const { review } = await import('../review.ts');
  const { nodePorts } = await import('../node/ports.ts');
  const bar = progress(specs.length, terminal);
  const houses = houseFiles();
  const shown = shownNames(specs);
  const templates = new Map<string, Promise<TemplateFiles | undefined>>();
  for (const [index, spec] of specs.entries()) {
    bar.next(spec.name);
    const host = nodeHost({
      folder: spec.folder,
      assets: flags.assets,
      ...(flags.template === undefined ? {} : { template: flags.template }),
    });
    const ports = nodePorts({
      ...host,
      readTemplate: (kind) => {
        const known = templates.get(kind) ?? host.readTemplate(kind);
        templates.set(kind, known);
        return known;
      },
    });
    const input = { name: shown[index]!, bytes: spec.bytes };
    const checked = await check(input, host, await houses.settingsFor(spec.folder));
    const agreement = await review(houses.saidOnce(checked), ports);
    if (specs.length > 1) bar.end();
    yield agreement;
  }
  bar.end();
}

/**
 * How the page calls the files. It is shown to partners, so a file that was dragged into the terminal
 * does not show the folders of its owner: only what tells it from the others is left.
 */
function shownNames(specs: readonly SpecFile[]): readonly string[] {
  const names = specs.map(({ name }) => name);
  const files = names.filter((name) => name !== '-').map((name) => path.resolve(name));
  if (!names.some((name) => path.isAbsolute(name) || name.startsWith('..'))) return names;
  let common = path.dirname(files[0]!);
  const holds = (file: string): boolean => file.startsWith(path.join(common, path.sep));
  while (!files.every(holds) && common !== path.dirname(common)) common = path.dirname(common);
  return names.map((name) =>
    name === '-' ? name : path.relative(common, path.resolve(name)).replaceAll(path.sep, '/'),
  );
}

/** A name for each page, after its spec; equal ones are told apart by a number. */
function pageNames(specs: readonly SpecFile[]): readonly string[] {
  const taken = new Set<string>();
  return specs.map((spec) => {
    const stem = path.parse(spec.name).name;
    let name = safeFileName(stem, 'html');
    for (let count = 2; taken.has(sameFileKey(name)); count += 1) {
      name = safeFileName(`${stem}-${count}`, 'html');
    }
    taken.add(sameFileKey(name));
    return name;
  });
}

/** Writes files, says which were kept, and lets the run fail for those. */
function writer(
  flags: ReviewFlags,
  terminal: Terminal,
  done: (code: number) => void,
): (folder: string, files: readonly OutputFile[]) => Promise<readonly Written[]> {
  return async (folder, files) => {
    const written = await writeOutputs(folder, files, { force: flags.force === true });
    for (const { name, outcome } of written) {
      if (outcome !== 'kept') continue;
      done(exits.usage);
      terminal.stderr(
        `pactwright: kept ${path.join(folder, name)}: somebody changed it, or it was not made by Pactwright; --force writes over it.\n`,
      );
    }
    return written;
  };
}
