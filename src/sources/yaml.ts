// YAML to located data: the second step of reading. Reports every fault it can find in one run:
// after a fault it goes on with the text as it would be if the writer had followed the hint.
// Never throws, for no text.

import type { YamlCode } from '../base/codes.ts';
import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import type { Source } from '../base/source.ts';
import { badCharacters, describeBadCharacter, withoutBadCharacters } from '../model/characters.ts';
import { isLeftOut, type Located } from '../model/located.ts';
import { applyEdits, type Repaired } from './edits.ts';
import { maxBadCharacters, maxFileBytes } from './limits.ts';
import { readRepairing } from './repair.ts';

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
    return refused(source, 'yaml/empty', 'The file is empty.', firstLines);
  }
  if (!source.text.includes('\n') && /\r./.test(source.text)) {
    const message = 'The lines end as on old Mac computers (U+000D alone), so all is one line.';
    const hint = 'Save the file again with line ends of Windows or Unix; your editor offers both.';
    return refused(source, 'yaml/bad-character', message, hint);
  }
  const bad = badCharacters(source.text, maxBadCharacters + 1);
  const diagnostics = characterDiagnostics(source, bad);
  const text = bad.length > 0 ? withoutBadCharacters(source.text) : source.text;
  const { located, diagnostics: faults } = readRepairing(source, withoutMark(text));
  for (const each of faults) diagnostics.push(each);
  if (!located) return { diagnostics };
  if (isLeftOut(located)) {
    const message = 'Nothing is filled in, there are only comments.';
    return refused(source, 'yaml/empty', message, firstLines);
  }
  const repaired = diagnostics.some(({ severity }) => severity === 'error');
  return {
    located: repaired && located.kind === 'map' ? { ...located, repaired } : located,
    diagnostics,
  };
}

const firstLines = 'Start with `spec: 1` and a `title`.';

/** The library takes a byte order mark for the first column; decode.ts drops it, other callers may not. */
function withoutMark(text: string): Repaired {
  const mark = text.startsWith('\ufeff');
  return mark ? applyEdits({ text }, [{ start: 0, end: 1, text: '' }]) : { text };
}

function refused(source: Source, code: YamlCode, message: string, hint: string): ReadYaml {
  const span = { source, start: 0, end: 0 };
  return { diagnostics: [diagnostic(code, 'error', message, span, [], hint)] };
}

function characterDiagnostics(source: Source, bad: ReturnType<typeof badCharacters>): Diagnostic[] {
  return bad.slice(0, maxBadCharacters).map(({ offset, length, codePoint }, index) => {
    const more = bad.length > maxBadCharacters && index === maxBadCharacters - 1;
    return diagnostic(
      'yaml/bad-character',
      'error',
      `A spec may not hold ${describeBadCharacter(codePoint)}.`,
      { source, start: offset, end: offset + length },
      [],
      more ? 'Delete it; more follow that are not listed.' : 'Delete it.',
    );
  });
}
