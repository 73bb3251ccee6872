// From bytes to findings: the phases of a check in order, and nothing else.
// Loads no renderer, no template and no native library.

import { type GatheredAssets, gatherAssets } from './assets/gather.ts';
import { textDiagnostics } from './assets/text-coverage.ts';
import { type Diagnostic, diagnostic, sortDiagnostics } from './base/diagnostic.ts';
import type { Host } from './base/ports.ts';
import type { Source } from './base/source.ts';
import { type ChecklistFinding, type ChecklistResult, runChecklist } from './checklist/index.ts';
import type { Agreement } from './model/agreement.ts';
import { type Located, spanAt, spanWithin } from './model/located.ts';
import { decodeSource } from './sources/decode.ts';
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

/** Checks one spec; never throws for anything that stands in it. */
export async function check(input: SpecInput, host: Host): Promise<Checked> {
  const decoded = decodeSource(input.name, input.bytes);
  const read = decoded.source ? readYaml(decoded.source) : undefined;
  const valid = read?.located ? validate(read.located) : undefined;
  const problems = [decoded, read, valid].flatMap((step) => step?.diagnostics ?? []);
  const unreadable = { name: input.name, status: 'unreadable' } as const;
  if (!decoded.source || !read?.located || !valid?.agreement) {
    return { ...unreadable, diagnostics: sortDiagnostics(problems) };
  }
  const { agreement } = valid;
  const { located } = read;
  const final = agreement.status === 'final';
  const assets = await gatherAssets(agreement, located, host);
  const checklist = runChecklist(agreement, assets.facts, { final });
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
      ...checklist.findings.map((finding) => placed(finding, located)),
    ]),
  };
}

function placed(finding: ChecklistFinding, located: Located): Diagnostic {
  const { rule, severity, message, path, hint, waived, at } = finding;
  const span = at ? spanWithin(located, path, at.start, at.end) : spanAt(located, path);
  return { ...diagnostic(rule, severity, message, span, path, hint), waived };
}
