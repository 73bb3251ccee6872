// From bytes to findings: the phases of a check in order, and nothing else.
// Loads no renderer, no template and no native library.

import { type GatheredAssets, gatherAssets } from './assets/gather.ts';
import { proseDiagnostics } from './assets/prose-findings.ts';
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
import { type Located, nodeAt, spanAt, spanWithin } from './model/located.ts';
import { decodeSource } from './sources/decode.ts';
import { ignoreComments } from './sources/ignore-comments.ts';
import { readYaml } from './sources/yaml.ts';
import { withoutConsequences } from './spec/consequences.ts';
import { templateChoice } from './spec/template-choice.ts';
import { validate } from './spec/validate.ts';

/** A spec as bytes, with the name that reports call it by. */
export interface SpecInput {
  readonly name: string;
  /** Not looked at where `merged` is given. */
  readonly bytes: Uint8Array;
  /** The spec as it was put together from several files; see merge.ts. */
  readonly merged?: MergedSpec;
}

/** A YAML file as it was read alone. */
export interface YamlFile {
  readonly source: Source;
  readonly located: Located;
}

/** A spec put together from defaults, a spec and a row of a table. */
export interface MergedSpec {
  /** Absent when one of the files cannot be read; every value has the place that it came from. */
  readonly located?: Located;
  /** The files, in which comments may accept findings; the spec is the last. */
  readonly files: readonly YamlFile[];
  /** Problems to report with those of the check. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What a check found out. */
export interface Checked {
  readonly name: string;
  /** unreadable: no agreement could be made of it. */
  readonly status: 'draft' | 'final' | 'unreadable';
  /** What the spec itself says, where `CheckSettings.final` made it final. */
  readonly specStatus?: 'draft';
  readonly source?: Source;
  readonly located?: Located;
  /** As the spec has it; its status as it was asked for. */
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
  /** Take the agreement as final, whatever the spec says: what a final paper may not have weighs more. */
  readonly final?: boolean;
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
  const read = input.merged ?? readAlone(input);
  const valid = read.located ? validate(read.located) : undefined;
  const problems = withoutConsequences(
    [settings.house, read, valid].flatMap((step) => step?.diagnostics ?? []),
  );
  const unreadable = { name: input.name, status: 'unreadable' } as const;
  const source = read.files.at(-1)?.source;
  if (!source || !read.located || !valid?.agreement) {
    return { ...unreadable, diagnostics: sortDiagnostics(problems) };
  }
  const promoted = settings.final === true && valid.agreement.status !== 'final';
  const agreement = promoted ? { ...valid.agreement, status: 'final' as const } : valid.agreement;
  const { located } = read;
  const final = agreement.status === 'final';
  const assets = await gatherAssets(agreement, located, host);
  const comments = read.files.flatMap((file) => ignoreComments(file.source, file.located));
  const checklist = runChecklist(agreement, assets.facts, {
    final,
    ...(settings.house ? { house: settings.house.house } : {}),
    comments: comments.map(({ rule, by, reason, line, span }) => ({
      ...(rule === undefined ? {} : { rule }),
      ...(by === undefined ? {} : { by }),
      ...(reason === undefined ? {} : { reason }),
      covers: (found) => {
        const place = spanOf(found, located);
        const here = place.source === span.source;
        return here && positionAt(place.source, place.start).line === line;
      },
    })),
  });
  const spans = comments.map(({ span }) => span);
  return {
    name: input.name,
    status: final ? 'final' : 'draft',
    ...(promoted ? { specStatus: 'draft' } : {}),
    source,
    located,
    agreement,
    assets,
    checklist,
    diagnostics: sortDiagnostics([
      ...problems,
      ...assets.diagnostics,
      ...textDiagnostics(agreement, located, final),
      ...(await proseDiagnostics(agreement, located)),
      ...(await templateChoice(agreement, located, host)),
      ...checklist.findings.map((finding) => placed(finding, located, spans)),
    ]),
  };
}

function readAlone({ name, bytes }: SpecInput): MergedSpec {
  const { source, diagnostics } = decodeSource(name, bytes);
  if (!source) return { files: [], diagnostics };
  const read = readYaml(source);
  const files = read.located ? [{ source, located: read.located }] : [];
  return { ...read, files, diagnostics: [...diagnostics, ...read.diagnostics] };
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
  const absent = comment === undefined && path.length > 0 && !nodeAt(located, path.slice(0, 1));
  return {
    ...base,
    waived,
    ...(waiver ? { waiver } : {}),
    ...(absent ? { absent: true as const } : {}),
  };
}
