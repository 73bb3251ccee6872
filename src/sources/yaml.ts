// YAML to located data: the second step of reading. Reports every fault it can find in one run:
// after a fault it goes on with the text as it would be if the writer had followed the hint.
// Never throws, for no text.

import type { YamlCode } from '../base/codes.ts';
import { type Diagnostic, diagnostic, type Severity } from '../base/diagnostic.ts';
import type { Source } from '../base/source.ts';
import { isLeftOut, type Located } from '../model/located.ts';
import { badCharacters, describeBadCharacter, withoutBadCharacters } from './characters.ts';
import { convert } from './convert.ts';
import { applyEdits, type Edit, type Repaired } from './edits.ts';
import { explain, hideLine } from './explain.ts';
import type { Fault } from './fault.ts';
import { maxBadCharacters, maxFaults, maxFileBytes, maxReparse } from './limits.ts';
import { parseYaml } from './parse.ts';
import { type ReadText, readText } from './read-text.ts';
import { stopFault } from './stops.ts';
import { tagFaults } from './tags.ts';

/** Located data, absent when nothing reliable can be said about the spec, and the problems. */
export interface ReadYaml {
  readonly located?: Located;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads YAML 1.2; problems are `yaml/*` diagnostics. */
export function readYaml(source: Source): ReadYaml {
  if (source.text.length > maxFileBytes) {
    const message = 'The file is larger than 1 MB, and a spec is never that long.';
    return refused(source, 'yaml/too-large', message, 'Check that this is the right file.');
  }
  if (source.text.trim() === '') {
    return refused(source, 'yaml/empty', 'The file is empty.', 'Start with `spec: 1` and a `title`.');
  }
  const bad = badCharacters(source.text, maxBadCharacters + 1);
  const diagnostics = characterDiagnostics(source, bad);
  const text = bad.length > 0 ? withoutBadCharacters(source.text) : source.text;
  const result = readRepairing(source, { text });
  diagnostics.push(...result.diagnostics);
  const { located } = result;
  if (!located) return { diagnostics };
  const repaired = diagnostics.some(({ severity }) => severity === 'error');
  return {
    located: repaired && located.kind === 'map' ? { ...located, repaired } : located,
    diagnostics,
  };
}

function refused(source: Source, code: YamlCode, message: string, hint: string): ReadYaml {
  const span = { source, start: 0, end: 0 };
  return { diagnostics: [diagnostic(code, 'error', message, span, [], hint)] };
}

function characterDiagnostics(
  source: Source,
  bad: ReturnType<typeof badCharacters>,
): Diagnostic[] {
  return bad.slice(0, maxBadCharacters).map(({ offset, length, codePoint }, index) => {
    const more = bad.length > maxBadCharacters && index === maxBadCharacters - 1;
    return diagnostic(
      'yaml/bad-character',
      'error',
      `Here stands ${describeBadCharacter(codePoint)}, which a spec may not hold.`,
      { source, start: offset, end: offset + length },
      [],
      more ? 'Delete it; more follow that are not listed.' : 'Delete it.',
    );
  });
}

function readRepairing(source: Source, start: Repaired): ReadYaml {
  const found: Diagnostic[] = [];
  const attempts = new Map<number, number>();
  let text = start;
  let budget = maxReparse;
  let guessed = false;
  for (let round = 0; ; round += 1) {
    const parsed = parseYaml(text.text);
    const read = readText(source, text, parsed.tree);
    if (parsed.stop) {
      found.push(toDiagnostic(read, stopFault(text.text, parsed.stop)));
      return { diagnostics: found };
    }
    const syntax = parsed.errors.length > 0 && parsed.document;
    const converted = syntax || !parsed.document ? undefined : convert(parsed.document, read);
    const faults = parsed.errors.length > 0
      ? [explain({ read, errors: parsed.errors, tree: parsed.tree })]
      : [...tagFaults(read, parsed.tags), ...(converted?.faults ?? [])];
    const repairable = faults.filter((fault) => fault.edits);
    budget -= text.text.length;
    if (repairable.length === 0 || round >= maxFaults || budget < 0) {
      found.push(...faults.map((fault) => toDiagnostic(read, fault)));
      const located = guessed || syntax ? undefined : converted?.located;
      if (located && isLeftOut(located)) {
        return refused(source, 'yaml/empty', 'Nothing is filled in, there are only comments.', 'Start with `spec: 1` and a `title`.');
      }
      return { ...(located ? { located } : {}), diagnostics: found };
    }
    const edits: Edit[] = [];
    const before = new Map(attempts);
    for (const fault of repairable) {
      const line = repairedLine(read, before, fault) ?? read.line(parsed.errors[0]?.pos[0] ?? fault.start);
      const attempt = (before.get(line) ?? 0) + 1;
      attempts.set(line, attempt);
      if (attempt === 1) {
        found.push(toDiagnostic(read, fault));
        edits.push(...fault.edits!);
        guessed ||= fault.guess === true;
      } else if (attempt === 2) {
        // What is wrong again on a repaired line is most likely the same fault.
        edits.push(hideLine(text.text, fault.start));
        guessed = true;
      } else return { diagnostics: found };
    }
    text = applyEdits(text, edits);
  }
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

function toDiagnostic(read: ReadText, fault: Fault): Diagnostic {
  const severity: Severity = fault.severity;
  const span = read.span(fault.start, fault.end);
  return diagnostic(fault.code, severity, fault.message, span, [], fault.hint);
}
