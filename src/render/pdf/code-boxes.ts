// What is drawn for a character that no face has: a small frame with its code point in two rows of
// digits, as outlines. The character itself is in the text layer, see shape.ts.

import type { Face } from './faces.ts';
import { num } from './operators.ts';
import { outline } from './outlines.ts';

/** The frame in thousandths of the type size, around the baseline. */
const frame = { side: 60, bottom: -130, top: 800, line: 44 };
const digitScale = 0.5;
/** Baselines of the two rows of digits. */
const rows = [378, -52] as const;

/** Returns the operators that draw the box of a character with its left end on the baseline at x, y. */
export function boxOperators(
  character: string,
  face: Face,
  x: number,
  y: number,
  size: number,
): string {
  const codePoint = character.codePointAt(0)!;
  const large = codePoint > 0xffff;
  const digits = codePoint
    .toString(16)
    .toUpperCase()
    .padStart(large ? 6 : 4, '0');
  const right = (large ? 1010 : 760) - frame.side;
  const { side, bottom, top, line } = frame;
  const outer = `${side} ${bottom} ${right - side} ${top - bottom} re`;
  const inner = `${side + line} ${bottom + line} ${right - side - 2 * line} ${top - bottom - 2 * line} re`;
  const perRow = digits.length / 2;
  const room = (right - side - 2 * line - 40) / perRow;
  const digitsDrawn = Array.from(digits, (digit, index) => {
    const { operators, width } = digitOf(face, digit);
    const at = side + line + 20 + (index % perRow) * room + (room - width) / 2;
    return `q 1 0 0 1 ${num(at)} ${rows[index < perRow ? 0 : 1]} cm ${operators} Q`;
  });
  const scale = (size / 1000).toFixed(5);
  const place = `q ${scale} 0 0 -${scale} ${num(x)} ${num(y)} cm`;
  return `${place} ${outer} ${inner} f* ${digitsDrawn.join(' ')} Q`;
}

const digitsByFace = new WeakMap<Face, Map<string, Digit>>();

interface Digit {
  readonly operators: string;
  readonly width: number;
}

/** Returns a digit's outline at its small size, kept for the next time. */
function digitOf(face: Face, digit: string): Digit {
  const known = digitsByFace.get(face) ?? new Map<string, Digit>();
  digitsByFace.set(face, known);
  let drawn = known.get(digit);
  if (!drawn) {
    const glyph = face.font.glyphForCodePoint(digit.codePointAt(0)!);
    const scale = (1000 / face.font.unitsPerEm) * digitScale;
    drawn = {
      operators: `${outline(glyph.path.commands, scale)} f`,
      width: glyph.advanceWidth * scale,
    };
    known.set(digit, drawn);
  }
  return drawn;
}
