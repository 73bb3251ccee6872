// The lines of a source around a finding, with the place underlined.
// Plain text in, plain text out: colours are the caller's.

import { lineAt, positionAt, type Span } from '../base/source.ts';

/** The widest line shown, in UTF-16 units; longer ones are cut around the place. */
const widest = 100;

/**
 * Returns up to two lines: the line of the finding with its number, and carets under the place.
 * A span over several lines is underlined to the end of its first.
 */
export function codeFrame(span: Span): readonly string[] {
  const start = positionAt(span.source, span.start);
  const end = positionAt(span.source, span.end);
  const full = lineAt(span.source, start.line);
  if (full === undefined || full.trim() === '') return [];
  const from = Math.max(0, start.column - 1 - Math.floor(widest / 2));
  const cutFrom = full.length > widest ? from : 0;
  const shown = full.slice(cutFrom, cutFrom + widest);
  const prefix = cutFrom > 0 ? '… ' : '';
  const suffix = cutFrom + widest < full.length ? ' …' : '';
  const last = end.line === start.line ? end.column - 1 : full.length;
  const left = start.column - 1 - cutFrom;
  const carets = Math.max(1, Math.min(last - cutFrom, shown.length) - left);
  // Who fills in a table counts rows; a row may be several lines of its file.
  const number = String(span.source.row?.number ?? start.line);
  const lead = displayed(shown.slice(0, left));
  const under = displayed(shown.slice(left, left + carets));
  return [
    `${number} | ${prefix}${displayed(shown)}${suffix}`,
    `${' '.repeat(number.length)} | ${' '.repeat(prefix.length + width(lead))}${'^'.repeat(Math.max(1, width(under)))}`,
  ];
}

/** Makes tabs and control characters visible, so that a source cannot command a terminal. */
function displayed(text: string): string {
  return text
    .replaceAll('\t', '  ')
    .replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '\ufffd');
}

/** Returns columns on a terminal: 2 for East Asian wide characters and emoji, 0 for marks (UAX #11, roughly). */
function width(text: string): number {
  let columns = 0;
  for (const character of text) {
    if (/^\p{Mark}$/u.test(character)) continue;
    columns +=
      /^[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]$/u.test(
        character,
      )
        ? 2
        : 1;
  }
  return columns;
}
