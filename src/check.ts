// From bytes to findings: the phases of a check in order, and nothing else.
// Loads no renderer, no template and no native library.

import { type GatheredAssets, gatherAssets } from './assets/gather.ts';
import { textDiagnostics } from './assets/text-coverage.ts';
import { type Diagnostic, diagnostic, sortDiagnostics } from './base/diagnostic.ts';
import type { Host } from './base/ports.ts';
import { positionAt, type Source, type Span } from './base/source.ts';
import {
  type ChecklistFinding,
  type ChecklistResult,
  levels,
  rules,
  runChecklist,
  thresholds,
} from './checklist/index.ts';
import { readHouse } from './house/house-file.ts';
import type { Agreement } from './model/agreement.ts';
import { type House, noHouse } from './model/house.ts';
import { type Located, spanAt, spanWithin } from './model/located.ts';
import { decodeSource } from './sources/decode.ts';
import { ignoreComments } from './sources/ignore-comments.ts';
import { readYaml } from './sources/yaml.ts';
import { validate } from './spec/validate.ts';

/** A spec as bytes, with the name that reports call it by. */
export interface SpecInput {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a check found out. */
export interface Checked {
  readonly name: string;
  /** unreadable: no agreement could be made of it. */
  readonly status: 'draft' | 'final' | 'unreadable';
  readonly source?: Source;
  readonly located?: Located;
  readonly agreement?: Agreement;
  readonly assets?: GatheredAssets;
  readonly checklist?: ChecklistResult;
  /** Every problem, sorted by position. */
  readonly diagnostics: readonly Diagnostic[];
}

/** The configuration of a house, as read, and what is wrong with it. */
export interface HouseFile {
  readonly house: House;
  readonly diagnostics: readonly Diagnostic[];
}

/** What a check goes by besides the spec. */
export interface CheckSettings {
  /** What the organisation has set; see `checkHouse`. Its problems are reported with the spec's. */
  readonly house?: HouseFile;
}

/** Reads the configuration of a house; an empty file changes nothing, one without bytes cannot be opened. */
export function checkHouse({ name, bytes }: Partial<SpecInput> & { name: string }): HouseFile {
  if (!bytes) {
    const span = { source: { name, text: '' }, start: 0, end: 0 };
    const message = 'The configuration of your house is there but cannot be opened.';
    const hint = 'Check that it is a file, and that you may read it.';
    const problem = diagnostic('config/unreadable', 'error', message, span, [], hint);
    return { house: noHouse, diagnostics: [problem] };
  }
  const decoded = decodeSource(name, bytes);
  const read = decoded.source ? readYaml(decoded.source) : undefined;
  const problems = [decoded, read].flatMap((step) => step?.diagnostics ?? []);
  const empty = problems.every(({ code }) => code === 'yaml/empty');
  if (!read?.located) return { house: noHouse, diagnostics: empty ? [] : problems };
  const { house, diagnostics } = readHouse(read.located, { levels, rules, thresholds });
  return { house, diagnostics: [...problems, ...diagnostics] };
}

/** Checks one spec; never throws for anything that stands in it. */
export async function check(
  input: SpecInput,
  host: Host,
  settings: CheckSettings = {},
): Promise<Checked> {
  const decoded = decodeSource(input.name, input.bytes);
  const read = decoded.source ? readYaml(decoded.source) : undefined;
  const valid = read?.located ? validate(read.located) : undefined;
  const problems = [settings.house, decoded, read, valid].flatMap(
    (step) => step?.diagnostics ?? [],
  );
  const unreadable = { name: input.name, status: 'unreadable' } as const;
  if (!decoded.source || !read?.located || !valid?.agreement) {
    return { ...unreadable, diagnostics: sortDiagnostics(problems) };
  }
  const { agreement } = valid;
  const { located } = read;
  const final = agreement.status === 'final';
  const assets = await gatherAssets(agreement, located, host);
  const comments = ignoreComments(decoded.source, located);
  const checklist = runChecklist(agreement, assets.facts, {
    final,
    ...(settings.house ? { house: settings.house.house } : {}),
    comments: comments.map(({ rule, by, reason, line }) => ({
      ...(rule === undefined ? {} : { rule }),
      ...(by === undefined ? {} : { by }),
      ...(reason === undefined ? {} : { reason }),
      covers: (found) => {
        const { source, start } = spanOf(found, located);
        return positionAt(source, start).line === line;
      },
    })),
  });
  const spans = comments.map(({ span }) => span);
  return {
    name: input.name,
    status: final ? 'final' : 'draft',
    source: decoded.source,
    located,
    agreement,
    assets,
    checklist,
    diagnostics: sortDiagnostics([
      ...problems,
      ...assets.diagnostics,
      ...textDiagnostics(agreement, located, final),
      ...checklist.findings.map((finding) => placed(finding, located, spans)),
    ]),
  };
}

type Placeable = Pick<ChecklistFinding, 'path' | 'at'>;

function spanOf({ path, at }: Placeable, located: Located): Span {
  return at ? spanWithin(located, path, at.start, at.end) : spanAt(located, path);
}

function placed(
  finding: ChecklistFinding,
  located: Located,
  comments: readonly Span[],
): Diagnostic {
  const { rule, severity, message, path, hint, waived, waiver, comment } = finding;
  const span = comment === undefined ? undefined : comments[comment];
  const at = span ?? spanOf(finding, located);
  const base = diagnostic(rule, severity, message, at, path, hint);
  return { ...base, waived, ...(waiver ? { waiver } : {}) };
}
