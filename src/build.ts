// From bytes to papers: the phases of a build in order, and nothing else.
// Takes the outside world as ports; knows no file system, no clock and no process.

import { preparePictures } from './assets/prepare.ts';
import { type Diagnostic, diagnostic, sortDiagnostics } from './base/diagnostic.ts';
import type { Ports } from './base/ports.ts';
import { type Checked, type CheckSettings, check, type SpecInput } from './check.ts';
import { compose, composeDiagnostics, loadTemplate, makePaper } from './compose/index.ts';
import { type Located, spanAt } from './model/located.ts';
import type { Paper } from './model/paper.ts';
import type { Theme } from './model/theme.ts';
import { renderHtml } from './render/html/index.ts';
import { monograms } from './theme/monogram.ts';
import { themeFor } from './theme/theme.ts';

/** The formats a paper is made in. */
export type Format = 'docx' | 'pdf' | 'html';

/** A stage of the work that can be printed instead of making papers. */
export type Emit = 'agreement' | 'document' | 'blocks';

/** What to build. */
export interface BuildOptions extends CheckSettings {
  readonly formats: readonly Format[];
  /** The date of the paper, `YYYY-MM-DD`: printed and recorded in the files. */
  readonly date?: string;
  /** Recorded in the files only, where `date` is not given. */
  readonly fileDate?: string;
  readonly emit?: Emit;
}

/** One finished paper. */
export interface Output {
  readonly format: Format;
  readonly bytes: Uint8Array;
}

/** What a build made and found. */
export interface Built extends Checked {
  readonly outputs: readonly Output[];
  /** Why no paper was made, or not every one, in one sentence. */
  readonly stopped?: string;
  readonly emitted?: unknown;
}

/** Builds one spec; never throws for anything that stands in it. */
export async function build(input: SpecInput, options: BuildOptions, ports: Ports): Promise<Built> {
  const checked = withoutPdfFindings(await check(input, ports.host, options), options);
  const { agreement, located, assets } = checked;
  if (!agreement || !located || !assets) {
    return stop(checked, [], 'It cannot be read as an agreement yet; nothing was made.');
  }
  if (options.emit === 'agreement') return { ...checked, outputs: [], emitted: agreement };

  const kind = agreement.kind ?? 'mou';
  const files = await ports.host.readTemplate(kind);
  if (!files) {
    const problem = await unknownKind(kind, located, ports);
    return stop(checked, [problem], 'There is no such template; nothing was made.');
  }
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
  if (checked.status === 'final' && diagnostics.some((each) => each.severity === 'error')) {
    return stop(
      checked,
      problems,
      'It says `status: final`, but errors are open; nothing was made. Settle them, or write `status: draft`.',
    );
  }
  const open = diagnostics.filter(
    (each) => !each.waived && each.severity !== 'advice' && isForPartners(each),
  );
  const { pictures } = placed;
  const paper = makePaper({
    agreement,
    template: loaded.template,
    theme,
    open,
    placed,
    pictures,
    document,
    ...dates(options),
  });
  if (options.emit === 'blocks') return { ...checked, outputs: [], emitted: paper.blocks };

  const formats = options.formats.filter((format) => format !== 'pdf' || canSet(diagnostics));
  const outputs: Output[] = [];
  for (const format of formats) {
    outputs.push({ format, bytes: await render(format, paper, theme, ports) });
  }
  const skipped = formats.length < options.formats.length;
  return {
    ...checked,
    diagnostics,
    outputs,
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

/** Returns the problem of a spec whose `kind` no template has. */
export async function unknownKind(
  kind: string,
  located: Located,
  { host }: Pick<Ports, 'host'>,
): Promise<Diagnostic> {
  return diagnostic(
    'template/unknown-kind',
    'error',
    `There is no template "${kind}".`,
    spanAt(located, ['kind']),
    ['kind'],
    `Known are ${(await host.templateKinds()).join(', ')}; for one of your own, use --template.`,
  );
}

async function render(
  format: Format,
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
      return renderPdf(paper, theme, await fontsOf(theme, ports), ports.deflate);
    }
    case 'html':
      return new TextEncoder().encode(renderHtml(paper, theme));
  }
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
