// PDF syntax for content streams: numbers, colours, hexadecimal strings. No state, no decisions.
// Knows no page and no font.

import { channels } from '../../model/color.ts';

/** What stands behind the point, by thousandths, without zeros at the end. */
export const decimals: readonly string[] = Array.from({ length: 1000 }, (_, thousandths) =>
  thousandths ? `.${String(thousandths).padStart(3, '0').replace(/0+$/, '')}` : '',
);

/** Writes a number with at most three decimals (a 25,000th of an inch). */
export function num(value: number): string {
  const thousandths = Math.round(Math.abs(value) * 1000);
  // Whole numbers are written many times faster than fractions, and a page has hundreds of both.
  if (!(thousandths < 1e9)) return String(Math.round(value * 1000) / 1000);
  const whole = Math.floor(thousandths / 1000);
  const text = `${whole}${decimals[thousandths - whole * 1000]!}`;
  return value < 0 && thousandths ? `-${text}` : text;
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
