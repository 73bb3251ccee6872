// How wide a text is in a drawing, and how a long one is made to fit: by lines, then by an ellipsis.
// Pure arithmetic on a stored table of advance widths; opens no font.

import { pointsPerMm } from '../model/theme.ts';
import { advanceWidths } from './advance-widths.ts';

type Weight = keyof typeof advanceWidths;

/** Width of a character that is not in the table: as wide as the widest letters, or a full square. */
const unknownWidth = 1000;

/** Below this code there are no combining marks, and nearly all texts are written. */
const firstMark = 0x300;

function tableOf(weight: Weight): ReadonlyMap<number, number> {
  const table = new Map<number, number>();
  for (const [first, widths] of advanceWidths[weight]) {
    for (let at = 0; at < widths.length; at += 2) {
      table.set(first + at / 2, Number.parseInt(widths.slice(at, at + 2), 36));
    }
  }
  return table;
}

const tables = { regular: tableOf('regular'), bold: tableOf('bold') };

const plainOf = (weight: Weight): Uint16Array =>
  Uint16Array.from({ length: firstMark }, (_, code) => tables[weight].get(code) ?? unknownWidth);

/** The same by code, for the characters that need no closer look. */
const plain = { regular: plainOf('regular'), bold: plainOf('bold') };

const mark = /\p{M}/u;

/** Returns the width of a text in millimetres, at a size in points. */
export function textWidth(text: string, size: number, weight: Weight = 'regular'): number {
  return unitsToMm(textUnits(text, weight), size);
}

/** Returns a width in millimetres, at a size in points. */
export function unitsToMm(units: number, size: number): number {
  return ((units / 1000) * size) / pointsPerMm;
}

/** Returns the width of a text in thousandths of its size; that of a whole is the sum of its parts. */
export function textUnits(text: string, weight: Weight): number {
  const table = tables[weight];
  const known = plain[weight];
  let sum = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < firstMark) {
      sum += known[unit]!;
      continue;
    }
    const code = text.codePointAt(at)!;
    if (code > 0xffff) at += 1;
    if (!mark.test(String.fromCodePoint(code))) sum += table.get(code) ?? unknownWidth;
  }
  return sum;
}

const segments = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Returns a text, or as much of its beginning as fits with an ellipsis, between words where it can be. */
export function fitted(
  text: string,
  width: number,
  size: number,
  weight: Weight = 'regular',
): string {
  if (textWidth(text, size, weight) <= width) return text;
  const room = width - textWidth('…', size, weight);
  let kept = '';
  let used = 0;
  for (const { segment } of segments.segment(text)) {
    used += textWidth(segment, size, weight);
    if (used > room) break;
    kept += segment;
  }
  const whole = /^\s/u.test(text.slice(kept.length));
  const words = whole ? kept : kept.replace(/\s+\S*$/u, '');
  const shorter = words.length >= kept.length * 0.6 ? words : kept;
  return `${shorter.replace(/[\s,;:.–—-]+$/u, '')}…`;
}

/** Returns the lines of a text, at most so many; what is too long ends in an ellipsis. */
export function wrapped(
  text: string,
  width: number,
  size: number,
  most: number,
  weight: Weight = 'regular',
): readonly string[] {
  const words = text.split(/\s+/u).filter(Boolean);
  const lines: string[] = [];
  let line = '';
  while (words.length) {
    const longer = line ? `${line} ${words[0]}` : words[0]!;
    if (line && textWidth(longer, size, weight) > width) {
      if (lines.length === most - 1) {
        return [...lines, fitted([line, ...words].join(' '), width, size, weight)];
      }
      lines.push(line);
      line = '';
    } else {
      line = longer;
      words.shift();
    }
  }
  return [...lines, line].filter(Boolean).map((each) => fitted(each, width, size, weight));
}
