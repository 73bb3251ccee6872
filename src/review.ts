// From a checked spec to what the review page shows: the phases in order, and nothing else.
// Composes the paper but renders no file format; `report/review/` makes the page.

import { preparePictures } from './assets/prepare.ts';
import { type Diagnostic, sortDiagnostics } from './base/diagnostic.ts';
import type { Host, Rasteriser } from './base/ports.ts';
import { type Path, positionAt } from './base/source.ts';
import type { Checked } from './check.ts';
import { type ChecklistFinding, explainRule, type Fix, records, rules } from './checklist/index.ts';
import {
  compose,
  composeDiagnostics,
  dutiesOf,
  loadTemplate,
  makePaper,
  type Passages,
  partnersWithDuties,
  passages,
} from './compose/index.ts';
import type { Agreement } from './model/agreement.ts';
import { type Located, nodeAt, spanAt } from './model/located.ts';
import type { Passage } from './model/passage.ts';
import type { FileReport } from './report/report.ts';
import { explainCode } from './report/review/explain-code.ts';
import { mendPath } from './report/review/mend-text.ts';
import type {
  AskedRule,
  DutySheet,
  Mend,
  Point,
  ReviewAgreement,
  ReviewPaper,
} from './report/review/review-data.ts';
import { besideLines, linesOf } from './report/review/spec-lines.ts';
import { monograms } from './theme/monogram.ts';
import { themeFor } from './theme/theme.ts';

/** What a review needs from outside. */
export interface ReviewPorts {
  readonly host: Host;
  readonly rasteriser: Rasteriser;
}

/** Gathers what the review page shows of one spec; never throws for anything that stands in it. */
export async function review(checked: Checked, ports: ReviewPorts): Promise<ReviewAgreement> {
  const { agreement, located, source } = checked;
  const made = agreement && located && source ? await makePieces(checked, ports) : undefined;
  const diagnostics = sortDiagnostics([...checked.diagnostics, ...(made?.diagnostics ?? [])]);
  const report: FileReport = {
    file: checked.name,
    status: checked.status,
    diagnostics,
    ...(checked.checklist
      ? { elements: checked.checklist.elements, rules: checked.checklist.rules }
      : {}),
  };
  return {
    report,
    title: agreement?.title ?? checked.name,
    partners: Object.values(agreement?.partners ?? {}).map(({ name, role }) => ({
      name,
      role: role ?? 'partner',
    })),
    ...(agreement ? { term: agreement.term } : {}),
    ...(checked.checklist ? { level: checked.checklist.level } : {}),
    points: diagnostics.map((each) => point(each, checked, made?.pieces)),
    asked: askedRules(checked),
    ...(made?.paper ? { paper: made.paper } : {}),
  };
}

function askedRules({ checklist }: Checked): readonly AskedRule[] {
  return (checklist?.rules ?? []).map(({ rule, element, state, reason }) => ({
    rule,
    element,
    asks: explainRule(rule)?.asks ?? rule,
    state,
    ...(reason === undefined ? {} : { reason }),
  }));
}

function point(found: Diagnostic, checked: Checked, pieces: Passages | undefined): Point {
  const { code, severity, message, hint, waived, waiver, span, path } = found;
  const finding = checked.checklist?.findings.find(
    (each) => each.rule === code && each.message === message && each.path === path,
  );
  const record = records.find(({ id }) => id === code);
  const mend = finding && !waived ? mends(finding, checked) : [];
  const passage = pieces && passageFor(path, mend, pieces);
  const words = finding?.at && wordsAt(checked.agreement, path, finding.at);
  return {
    code,
    ...(record ? { element: record.element, asks: record.asks } : {}),
    severity,
    message,
    why: record?.why ?? explainCode(code),
    ...(hint === undefined || hint === record?.asks ? {} : { hint }),
    mend,
    ...(passage ? { passage } : {}),
    ...(words ? { words } : {}),
    lines: linesOf(span),
    ...(span.source.name === checked.name ? {} : { source: span.source.name }),
    ...(waiver ? { waiver } : {}),
    waived,
  };
}

/** Where the finding itself names no clause, or only a whole one, what its mending adds may have a place. */
function passageFor(path: Path, mend: readonly Mend[], pieces: Passages): Passage | undefined {
  const own = path.length > 0 ? pieces.of(path) : undefined;
  if (own && isClose(own)) return own;
  const added = mend.map((each) => pieces.of(mendPath(each)));
  return added.find((each) => each?.kind === 'missing' && isClose(each)) ?? own;
}

/** Less than a whole clause, or a missing one whose place is known. */
function isClose(passage: Passage): boolean {
  return passage.kind === 'printed'
    ? !passage.whole
    : Boolean(passage.inside ?? passage.after ?? passage.before);
}

function wordsAt(
  agreement: Agreement | undefined,
  path: Path,
  { start, end }: { readonly start: number; readonly end: number },
): string | undefined {
  const value = path.reduce<unknown>(
    (each, step) => (each as Readonly<Record<string, unknown>> | undefined)?.[step],
    agreement,
  );
  return typeof value === 'string' ? value.slice(start, end) : undefined;
}

function mends(finding: ChecklistFinding, { agreement, located }: Checked): readonly Mend[] {
  const rule = rules.find(({ id }) => id === finding.rule);
  if (!rule || !agreement || !located) return [];
  const steps = (fix: Fix | undefined): readonly Mend[] =>
    fix ? [mend(fix, located), ...steps(fix.also)] : [];
  return steps(rule.fix(agreement, finding));
}

function mend({ at, yaml }: Fix, located: Located): Mend {
  const path = mendPath({ at, yaml });
  const missing = path.findIndex((_, index) => !nodeAt(located, path.slice(0, index + 1)));
  const there = missing < 0 ? path : path.slice(0, missing);
  return {
    at,
    yaml,
    there: there.map((_, index) => {
      const span = spanAt(located, path.slice(0, index + 1));
      return positionAt(span.source, span.start).line;
    }),
  };
}

interface Made {
  readonly pieces?: Passages;
  readonly paper?: ReviewPaper;
  readonly diagnostics: readonly Diagnostic[];
}

/** The paper as the build would make it, in pieces; without a sound template there is none. */
async function makePieces(checked: Checked, ports: ReviewPorts): Promise<Made> {
  const agreement = checked.agreement!;
  const located = checked.located!;
  const files = await ports.host.readTemplate(agreement.kind ?? 'mou');
  if (!files) return { diagnostics: [] };
  const loaded = loadTemplate(files);
  if (!loaded.template) return { diagnostics: loaded.diagnostics };
  const { template } = loaded;
  const theme = themeFor(agreement);
  const placed = await preparePictures(
    agreement,
    located,
    checked.assets!,
    monograms(agreement, theme),
    onScreen(ports.rasteriser),
  );
  const document = compose(agreement, template);
  const pieces = passages({ agreement, template, document, theme, placed });
  return {
    pieces,
    paper: {
      language: document.language,
      ...besideLines(checked.source!, located, pieces.parts),
      pictures: placed.pictures,
      colors: theme.partners,
      duties: await dutySheets(agreement, ports.host),
    },
    diagnostics: [
      ...loaded.diagnostics,
      ...placed.diagnostics,
      ...composeDiagnostics(agreement, located, template, document),
    ],
  };
}

/** What each partner must do, as the sheets that `build --to duties` makes. */
async function dutySheets(agreement: Agreement, host: Host): Promise<readonly DutySheet[]> {
  const { template } = loadTemplate(await host.readCompanionTemplate());
  if (!template) return [];
  return partnersWithDuties(agreement).map((key) => {
    const duties = dutiesOf(agreement, key);
    const { blocks } = makePaper({
      agreement: duties,
      template,
      theme: themeFor(duties),
      open: [],
      placed: { logos: new Map(), annexes: new Map() },
      pictures: new Map(),
    });
    return { partner: agreement.partners[key]!.name, blocks };
  });
}

/** On a screen, half the dots of a printer are plenty, and the page stays small. */
function onScreen(rasteriser: Rasteriser): Rasteriser {
  const half = (px: number): number => Math.ceil(px / 2);
  return {
    rasterise: (bytes, format, { maxWidthPx, maxHeightPx }) =>
      rasteriser.rasterise(bytes, format, {
        maxWidthPx: half(maxWidthPx),
        maxHeightPx: half(maxHeightPx),
      }),
  };
}
