// Looks through every text of an agreement for characters that the paper could not show:
// without a glyph in our fonts, or of a script that only the DOCX can set. Draws nothing.

import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import type { Path } from '../base/source.ts';
import type { Agreement } from '../model/agreement.ts';
import { type Located, spanWithin } from '../model/located.ts';
import { docxOnlyScript } from '../model/scripts.ts';
import { missingGlyphs } from './glyphs.ts';

/** Returns a finding for the first such character of each text, naming how many there are. */
export function textDiagnostics(
  agreement: Agreement,
  located: Located,
  final: boolean,
): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  eachText(agreement, [], (text, place) => {
    // Nearly all text is Latin-1, which the fonts cover: not worth a closer look.
    if (/^[\u0000-\u00ff\u2010-\u2027]*$/.test(text)) return;
    const path = [...place];
    const script = firstDocxOnly(text);
    if (script) {
      found.push(
        diagnostic(
          'text/docx-only',
          'warning',
          `This text is written in ${script.name} script, which the PDF cannot set yet; the Word file can.`,
          spanWithin(located, path, script.index, script.index + script.length),
          path,
          'Build with --to docx, and let Word make the PDF.',
        ),
      );
    }
    const missing = missingGlyphs(text).filter(
      ({ codePoint }) => docxOnlyScript(codePoint) === undefined,
    );
    const first = missing[0];
    if (first) {
      const sign = String.fromCodePoint(first.codePoint);
      const code = `U+${first.codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
      const more = missing.length > 1 ? ` (and ${missing.length - 1} more here)` : '';
      found.push(
        diagnostic(
          'text/no-glyph',
          final ? 'error' : 'warning',
          `The character "${sign}" (${code})${more} is in none of the fonts of the PDF; it is printed as a small box with its code.`,
          spanWithin(located, path, first.index, first.index + sign.length),
          path,
          'Write it in another way, or leave it out.',
        ),
      );
    }
  });
  return found;
}

function firstDocxOnly(
  text: string,
): { readonly name: string; readonly index: number; readonly length: number } | undefined {
  let index = 0;
  for (const character of text) {
    const name = docxOnlyScript(character.codePointAt(0)!);
    if (name !== undefined) return { name, index, length: character.length };
    index += character.length;
  }
  return undefined;
}

/** Visits texts; `path` is where it stands now, and changes afterwards. */
function eachText(
  value: unknown,
  path: (string | number)[],
  visit: (text: string, path: Path) => void,
): void {
  if (typeof value === 'string') visit(value, path);
  else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      path.push(index);
      eachText(item, path, visit);
      path.pop();
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const key of Object.keys(value)) {
      path.push(key);
      eachText((value as Readonly<Record<string, unknown>>)[key], path, visit);
      path.pop();
    }
  }
}
