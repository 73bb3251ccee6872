// From bytes to papers: the phases of a build in order, and nothing else.
// Takes the outside world as ports; knows no file system, no clock and no process.

import { preparePictures } from './assets/prepare.ts';
import { type Diagnostic, sortDiagnostics } from './base/diagnostic.ts';
import { FontWanted } from './base/errors.ts';
import type { Ports } from './base/ports.ts';
import { type Checked, type CheckSettings, check, type SpecInput } from './check.ts';
import { allowedRecord, type ReadinessOptions, readiness } from './checklist/index.ts';
import { type Companion, type CompanionOutput, companionsOf } from './companions.ts';
import {
  compose,
  composeDiagnostics,
  contentsTitle,
  listContents,
  loadTemplate,
  makePaper,
  type PageCount,
} from './compose/index.ts';
import { type EsignService, strayTagIn } from './model/esign.ts';
import type { Paper } from './model/paper.ts';
import type { Theme } from './model/theme.ts';
import { inAgreementOrder } from './proof/canonical.ts';
import { makingOf } from './proof/making.ts';
import { carrying, prove, remembering } from './proof/prove.ts';
import { renderHtml } from './render/html/index.ts';
import { monograms } from './theme/monogram.ts';
import { themeFor } from './theme/theme.ts';

/** The formats a paper is made in. */
export type PaperFormat = 'docx' | 'pdf' | 'html';

/** What can be made: the paper in its formats, the calendar of its schedule, its sheets of duties. */
export type Format = PaperFormat | Companion;

/** A stage of the work that can be printed instead of making papers. */
export type Emit = 'agreement' | 'document' | 'blocks';

/** What to build. */
export interface BuildOptions extends CheckSettings, ReadinessOptions {
  readonly formats: readonly Format[];
  /** The date of the paper, `YYYY-MM-DD`: printed and recorded in the files. */
  readonly date?: string;
  /** Recorded in the files only, where `date` is not given. */
  readonly fileDate?: string;
  readonly emit?: Emit;
  /** The name of the spec that a PDF carries, without its ending; default: that of the input. */
  readonly stem?: string;
  /** False: a PDF carries the hashes and the record, but not the spec. */
  readonly embed?: boolean;
  /** The signing service whose tags the papers carry, in place of empty signature fields. */
  readonly esign?: EsignService;
}

/** One finished file. */
export interface Output {
  readonly format: PaperFormat | CompanionOutput['format'];
  /** What sets a companion's file name apart from the paper's: `duties-club`. */
  readonly part?: string;
  readonly bytes: Uint8Array;
}

/** What a build made and found. */
export interface Built extends Checked {
  readonly outputs: readonly Output[];
  /** Why no paper was made, or not every one, in one sentence. */
  readonly stopped?: string;
  /** The codes of the warnings that this final paper was made with, as it records them. */
  readonly allowedWarnings?: readonly string[];
  /** Present on a final paper that prints no date: neither the spec nor the build gave one. */
  readonly undated?: true;
  readonly emitted?: unknown;
}

/** Builds one spec; never throws for anything that stands in it. */
export async function build(input: SpecInput, options: BuildOptions, ports: Ports): Promise<Built> {
  const { host, answers } = remembering(ports.host);
  const checked = withoutPdfFindings(await check(input, host, options), options);
  const { agreement, located, assets } = checked;
  if (!agreement || !located || !assets) {
    return stop(checked, [], 'It cannot be read as an agreement yet; nothing was made.');
  }
  if (options.emit === 'agreement') return { ...checked, outputs: [], emitted: agreement };

  const kind = agreement.kind ?? 'mou';
  const files = await ports.host.readTemplate(kind);
  if (!files) return stop(checked, [], 'There is no such template; nothing was made.');
  const loaded = loadTemplate(files);
  if (!loaded.template) {
    return stop(checked, loaded.diagnostics, 'The template has errors; nothing was made.');
  }

  const theme = themeFor(agreement);
  const tiles = monograms(agreement, theme);
  const placed = await preparePictures(agreement, located, assets, tiles, ports.rasteriser);
  const document = compose(agreement, loaded.template, options);
  if (options.emit === 'document') return { ...checked, outputs: [], emitted: document };
  const problems = [
    ...loaded.diagnostics,
    ...placed.diagnostics,
    ...composeDiagnostics(agreement, located, loaded.template, document),
  ];
  const { diagnostics } = withProblems(checked, problems);
  const status = agreement.status ?? 'draft';
  const ready = readiness(diagnostics, { ...options, status, specStatus: checked.specStatus });
  if (ready.refused !== undefined) return stop(checked, problems, ready.refused);
  const open = inAgreementOrder(
    diagnostics.filter((each) => !each.waived && each.severity !== 'advice' && isForPartners(each)),
    agreement,
  );
  const went = { template: files, pictures: answers, version: ports.version };
  const proof = await prove(
    makingOf(input, { ...checked, agreement }, options, went),
    ports.digest,
  );
  const { pictures } = placed;
  const bare = makePaper({
    agreement,
    template: loaded.template,
    theme,
    open,
    placed,
    pictures,
    document,
    hash: proof.hash,
    custom: allowedRecord(ready.allowed),
    ...(options.esign ? { esign: options.esign } : {}),
    ...dates(options),
  });
  const title = contentsTitle(agreement, loaded.template);
  const paper = await listContents(bare, title, theme, (each) => countPages(each, theme, ports));
  const stray = strayTagIn(paper);
  if (stray !== undefined) return stop(checked, problems, stray);
  if (options.emit === 'blocks') return { ...checked, outputs: [], emitted: paper.blocks };

  const pdf = canSet(diagnostics);
  const outputs: Output[] = [];
  for (const format of paperFormats(options.formats)) {
    if (format === 'pdf' && !pdf) continue;
    outputs.push({
      format,
      bytes: await render(format, carrying(paper, proof, format), theme, ports),
    });
  }
  const wanted = options.formats.filter(isCompanion);
  const drawn = (format: PaperFormat, sheet: Paper, look: Theme): Promise<Uint8Array> =>
    render(format, sheet, look, ports);
  outputs.push(
    ...(await companionsOf(
      agreement,
      { ...dates(options), wanted, pdf, pages: sheetPages(ports), render: drawn },
      ports,
    )),
  );
  const skipped = !pdf && options.formats.some((format) => format === 'pdf' || format === 'duties');
  return {
    ...checked,
    diagnostics,
    outputs,
    ...(ready.allowed.length > 0 ? { allowedWarnings: ready.allowed } : {}),
    ...(status === 'final' && !(options.date ?? agreement.date) ? { undated: true } : {}),
    ...(skipped
      ? { stopped: 'The PDF was not made: it cannot set every script in this text.' }
      : {}),
  };
}

/** Some characters trouble the PDF alone: where none is made, they are no finding. */
function withoutPdfFindings(checked: Checked, { formats }: BuildOptions): Checked {
  if (formats.includes('pdf')) return checked;
  const pdfOnly = ['text/no-glyph', 'text/docx-only'];
  const diagnostics = checked.diagnostics.filter((each) => !pdfOnly.includes(each.code));
  return { ...checked, diagnostics };
}

const isCompanion = (format: Format): format is Companion =>
  format === 'ics' || format === 'duties';

const paperFormats = (formats: readonly Format[]): readonly PaperFormat[] =>
  formats.flatMap((format) => (isCompanion(format) ? [] : [format]));

/** What the program says about itself is not for the partners to settle before they sign. */
const isForPartners = ({ code }: Diagnostic): boolean =>
  !code.startsWith('template/') && !code.startsWith('text/') && !code.startsWith('config/');

const canSet = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.every((each) => each.code !== 'text/docx-only');

function dates({ date, fileDate }: BuildOptions): { date?: string; fileDate?: string } {
  return { ...(date ? { date } : {}), ...(fileDate ? { fileDate } : {}) };
}

function withProblems(checked: Checked, problems: readonly Diagnostic[]): Checked {
  return { ...checked, diagnostics: sortDiagnostics([...checked.diagnostics, ...problems]) };
}

function stop(checked: Checked, problems: readonly Diagnostic[], stopped: string): Built {
  return { ...withProblems(checked, problems), outputs: [], stopped };
}

/** Counts the pages of a paper as the PDF has them; other formats print the same numbers. */
async function countPages(paper: Paper, theme: Theme, ports: Ports): Promise<PageCount> {
  const { measurePages } = await import('./render/pdf/measure.ts');
  return withFonts(theme, ports, async (fonts) => measurePages(paper, theme, fonts));
}

const sheetPages =
  (ports: Ports) =>
  async (paper: Paper, theme: Theme): Promise<number> =>
    (await countPages(paper, theme, ports)).total;

async function render(
  format: PaperFormat,
  paper: Paper,
  theme: Theme,
  ports: Ports,
): Promise<Uint8Array> {
  switch (format) {
    case 'docx': {
      const { renderDocx } = await import('./render/docx/index.ts');
      return renderDocx(paper, theme, ports.deflate);
    }
    case 'pdf': {
      const { renderPdf } = await import('./render/pdf/index.ts');
      return withFonts(theme, ports, (fonts) => renderPdf(paper, theme, fonts, ports.deflate));
    }
    case 'html':
      return new TextEncoder().encode(renderHtml(paper, theme));
  }
}

let wantsFiles = false;

/**
 * Does a work with what lies ready of the fonts, and where that is not enough, with their files; from
 * then on with these at once. The same comes out either way.
 */
async function withFonts<Result>(
  theme: Theme,
  ports: Ports,
  work: (fonts: ReadonlyMap<string, Uint8Array>) => Promise<Result>,
): Promise<Result> {
  if (!wantsFiles) {
    try {
      return await work(new Map());
    } catch (error) {
      if (!(error instanceof FontWanted)) throw error;
      wantsFiles = true;
    }
  }
  return work(await fontsOf(theme, ports));
}

async function fontsOf(theme: Theme, { host }: Ports): Promise<ReadonlyMap<string, Uint8Array>> {
  const { body, heading, fallbacks } = theme.fonts;
  const files = new Set(
    [body, heading, ...fallbacks].flatMap((family) => Object.values(family.faces)),
  );
  return new Map(
    await Promise.all([...files].map(async (file) => [file, await host.readFont(file)] as const)),
  );
}
