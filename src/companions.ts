// What goes along with a paper, in order: the calendar of the schedule, and for each partner a sheet
// of its duties. A phase file like build.ts: takes the outside world as ports, decides nothing itself.

import { InternalError } from './base/errors.ts';
import type { Ports } from './base/ports.ts';
import {
  calendarOf,
  dutiesOf,
  dutyRows,
  loadTemplate,
  makePaper,
  partnersWithDuties,
  type Template,
} from './compose/index.ts';
import type { Agreement } from './model/agreement.ts';
import type { Paper } from './model/paper.ts';
import type { Theme } from './model/theme.ts';
import { renderCsv } from './render/csv/index.ts';
import { renderIcs } from './render/ics/index.ts';
import { sheetTheme, themeFor } from './theme/theme.ts';

/** What can go along with a paper. */
export type Companion = 'ics' | 'duties';

/** One finished companion: `part` sets its file name apart from the paper's. */
export interface CompanionOutput {
  readonly format: 'ics' | 'csv' | 'docx' | 'pdf';
  readonly part?: string;
  readonly bytes: Uint8Array;
}

/** What companions are made from beside the agreement. */
export interface CompanionInput {
  readonly wanted: readonly Companion[];
  /** The date of the paper, as `build` was given it. */
  readonly date?: string;
  readonly fileDate?: string;
  /** False where the text has a script that the PDF cannot set. */
  readonly pdf: boolean;
  /** Counts the pages of a paper. */
  readonly pages: (paper: Paper, theme: Theme) => Promise<number>;
  /** Renders a paper; the same as for the agreement itself. */
  readonly render: (format: 'docx' | 'pdf', paper: Paper, theme: Theme) => Promise<Uint8Array>;
}

/** Makes what goes along with the paper of an agreement. */
export async function companionsOf(
  agreement: Agreement,
  input: CompanionInput,
  ports: Ports,
): Promise<readonly CompanionOutput[]> {
  const { wanted } = input;
  if (wanted.length === 0) return [];
  const { template, diagnostics } = loadTemplate(await ports.host.readCompanionTemplate());
  if (!template) throw new InternalError(diagnostics.map(({ message }) => message).join(' '));
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  const outputs: CompanionOutput[] = [];
  if (wanted.includes('ics')) {
    const day = input.date ?? input.fileDate ?? agreement.date ?? agreement.term.start;
    const bytes = encode(renderIcs(calendarOf(agreement, template, day)));
    outputs.push({ format: 'ics', bytes });
  }
  if (!wanted.includes('duties')) return outputs;
  for (const key of partnersWithDuties(agreement)) {
    const { paper, theme } = await sheetOf(dutiesOf(agreement, key), template, input);
    for (const format of ['docx', 'pdf'] as const) {
      if (format === 'pdf' && !input.pdf) continue;
      outputs.push({
        format,
        part: `duties-${key}`,
        bytes: await input.render(format, paper, theme),
      });
    }
  }
  outputs.push({
    format: 'csv',
    part: 'duties',
    bytes: encode(renderCsv(dutyRows(agreement, template))),
  });
  return outputs;
}

/**
 * From comfortable to small: the first that fits on one page is taken. The last sets cells in 6.7 points,
 * below which a sheet on a wall is not read; what does not fit then takes a second page.
 */
const scales = [1, 0.94, 0.87, 0.8, 0.77, 0.74] as const;

async function sheetOf(
  duties: Agreement,
  template: Template,
  input: CompanionInput,
): Promise<{ readonly paper: Paper; readonly theme: Theme }> {
  let sheet: { readonly paper: Paper; readonly theme: Theme } | undefined;
  for (const scale of scales) {
    const theme = sheetTheme(themeFor(duties), scale);
    const paper = makePaper({
      agreement: duties,
      template,
      theme,
      open: [],
      placed: { logos: new Map(), annexes: new Map() },
      pictures: new Map(),
      ...(input.date ? { date: input.date } : {}),
      ...(input.fileDate ? { fileDate: input.fileDate } : {}),
    });
    sheet = { paper, theme };
    if ((await input.pages(paper, theme)) <= 1) return sheet;
  }
  return sheet!;
}
