// Reading with repairs: after a fault, goes on with the text as it would be if the writer had
// followed the hint, and so finds the next one. Bounded in rounds and in text parsed. What is
// wrong again on a repaired line is the same fault and is not reported twice.

import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import { lineAt, positionAt, type Source } from '../base/source.ts';
import type { Located } from '../model/located.ts';
import { convert } from './convert.ts';
import { applyEdits, type Edit, type Repaired } from './edits.ts';
import { explain, hideLine } from './explain.ts';
import type { Fault } from './fault.ts';
import { errorCost, maxFaults, maxReparse } from './limits.ts';
import { otherListSigns } from './missing-dashes.ts';
import { oddSpaces } from './odd-spaces.ts';
import { type Parsed, parseYaml } from './parse.ts';
import { type ReadText, readText } from './read-text.ts';
import { stopFault } from './stops.ts';
import { tagFaults } from './tags.ts';

/** Located data, absent when nothing reliable can be said, and the faults. */
export interface Repairing {
  readonly located?: Located;
  readonly diagnostics: readonly Diagnostic[];
}

/** What has been repaired so far. */
interface Progress {
  readonly found: Diagnostic[];
  /** How often a line of the source was repaired. */
  readonly attempts: Map<number, number>;
  /** The last line that had to be left out, and why. */
  lost?: { readonly code: string; readonly line: number };
  guessed: boolean;
}

/** Reads a text and reports each fault once, in the order of repair. */
export function readRepairing(source: Source, start: Repaired): Repairing {
  const progress: Progress = { found: [], attempts: new Map(), guessed: false };
  const { found } = progress;
  let text = start;
  let budget = maxReparse;
  for (let round = 0; ; round += 1) {
    const parsed = parseYaml(text.text);
    const read = readText(source, text, parsed.tree);
    if (parsed.stop) {
      // After a repair this would be a fault of the repair.
      if (round === 0) found.push(toDiagnostic(read, stopFault(text.text, parsed.stop)));
      return { diagnostics: found };
    }
    const { faults, located } = faultsOf(parsed, read);
    progress.guessed ||= faults.some(({ guess }) => guess);
    budget -= text.text.length + parsed.errors.length * errorCost;
    const repairable = faults.filter((fault) => fault.edits);
    if (repairable.length === 0 || round >= maxFaults || budget < 0) {
      for (const fault of faults) found.push(toDiagnostic(read, fault));
      return { ...(located && !progress.guessed ? { located } : {}), diagnostics: found };
    }
    const edits = repairs(parsed, read, repairable, progress);
    if (!edits) return { diagnostics: found };
    text = applyEdits(text, edits);
  }
}

function faultsOf(
  parsed: Parsed,
  read: ReadText,
): { readonly faults: readonly Fault[]; readonly located?: Located } {
  const { document, errors, tags, tree } = parsed;
  const sign = oddSpaces(read, tree) ?? otherListSigns(read, tree);
  if (sign) return { faults: [sign] };
  if (errors.length > 0) return { faults: [explain({ read, errors, tree })] };
  if (!document) return { faults: [] };
  const { faults, located } = convert(document, read);
  return { faults: [...tagFaults(read, tags), ...faults], located };
}

/** Reports the faults of one round and returns their repairs, or `undefined` when they did not help. */
function repairs(
  parsed: Parsed,
  read: ReadText,
  faults: readonly Fault[],
  progress: Progress,
): readonly Edit[] | undefined {
  const { found, attempts } = progress;
  const before = new Map(attempts);
  const edits: Edit[] = [];
  for (const fault of faults) {
    const line =
      repairedLine(read, before, fault) ?? read.line(parsed.errors[0]?.pos[0] ?? fault.start);
    const attempt = (before.get(line) ?? 0) + 1;
    attempts.set(line, attempt);
    if (attempt > 2) return undefined;
    if (attempt === 2) {
      edits.push(hideLine(read.text, fault.start));
      progress.guessed = true;
      continue;
    }
    if (movedBefore(read, found, fault)) progress.guessed = true;
    else if (!followsLost(read.source, progress, fault, line))
      found.push(toDiagnostic(read, fault));
    if (fault.code === 'yaml/missing-colon' || fault.code === 'yaml/syntax') {
      progress.lost = { code: fault.code, line };
    }
    for (const edit of fault.edits ?? []) edits.push(edit);
  }
  return edits;
}

/** Returns a line of the fault that was repaired before, if it reaches over several. */
function repairedLine(
  read: ReadText,
  before: ReadonlyMap<number, number>,
  fault: Fault,
): number | undefined {
  const last = read.line(fault.end);
  for (let line = read.line(fault.start) + 1; line <= last; line += 1) {
    if (before.has(line)) return line;
  }
  return undefined;
}

/** A line that was moved already and does not fit yet: the same fault, and its place is a guess. */
function movedBefore(read: ReadText, found: readonly Diagnostic[], fault: Fault): boolean {
  if (fault.code !== 'yaml/indentation') return false;
  const line = read.line(fault.start);
  return found.some(
    ({ code, span }) =>
      (code === 'yaml/indentation' || code === 'yaml/tab-indent') &&
      positionAt(read.source, span.start).line === line,
  );
}

/** Lines out of place one after the other are one fault, such as a paragraph without its key. */
function followsLost(source: Source, { lost }: Progress, fault: Fault, line: number): boolean {
  if (lost?.code !== fault.code || line <= lost.line) return false;
  for (let between = lost.line + 1; between < line; between += 1) {
    if (lineAt(source, between)?.trim() !== '') return false;
  }
  return true;
}

function toDiagnostic(read: ReadText, fault: Fault): Diagnostic {
  const { code, severity, message, start, end, hint } = fault;
  return diagnostic(code, severity, message, read.span(start, end), [], hint);
}
