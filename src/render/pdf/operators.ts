// PDF syntax for content streams: numbers, colours, hexadecimal strings. No state, no decisions.
// Knows no page and no font.

import { channels } from '../../model/color.ts';

/** Writes a number with at most three decimals (a 25,000th of an inch). */
export function num(value: number): string {
  const rounded = Math.round(value * 1000) / 1000;
  return Object.is(rounded, -0) ? '0' : String(rounded);
}

const colors = new Map<string, string>();

/** Writes the operator that fills in `#rrggbb`. */
export function fillColor(color: string): string {
  let operator = colors.get(color);
  if (!operator) {
    operator = `${channels(color)
      .map((channel) => num(channel / 255))
      .join(' ')} rg`;
    if (colors.size > 500) colors.clear();
    colors.set(color, operator);
  }
  return operator;
}

/** Writes the operator that strokes in `#rrggbb`. */
export function strokeColor(color: string): string {
  return fillColor(color).replace('rg', 'RG');
}

/** Writes a code as four hexadecimal digits. */
export const hex4 = (code: number): string => code.toString(16).padStart(4, '0');

/** Writes text as UTF-16BE hexadecimal digits, as ToUnicode maps want it. */
export function utf16Hex(text: string): string {
  let hex = '';
  for (let index = 0; index < text.length; index += 1) hex += hex4(text.charCodeAt(index));
  return hex;
}
