// The key below a drawing: a square in each partner's colour with what the text calls it, in as many
// lines as it takes. Left out where there is nothing to tell apart, or too much. Pure geometry.

import type { Shape } from '../model/drawing.ts';
import { baseline, colorOf, drawText, type Pen, roomOf, rounded } from './drawing-pen.ts';

/** More colours than this cannot be told apart; the table says who answers. */
const mostColors = 8;
const lineHeight = 4.4;
const square = 2;

/** Returns the key of the partners that answer for things, below a height. */
export function partnerKey(
  things: readonly { readonly partner?: string }[],
  names: Readonly<Record<string, string>>,
  top: number,
  pen: Pen,
): { readonly shapes: readonly Shape[]; readonly height: number } {
  const used = new Set(things.flatMap(({ partner }) => partner ?? []));
  const keys = Object.keys(pen.theme.partners).filter((key) => used.has(key) && names[key]);
  if (keys.length === 0 || keys.length > mostColors) return { shapes: [], height: 0 };
  const { color, drawing } = pen.theme;
  const shapes: Shape[] = [];
  let x = 0;
  let middle = top + lineHeight / 2;
  for (const key of keys) {
    const name = names[key]!;
    const room = Math.min(pen.width - square - 1.2, roomOf(name, drawing.label));
    if (x > 0 && x + square + 1.2 + room > pen.width) {
      x = 0;
      middle += lineHeight;
    }
    const y = rounded(middle - square / 2);
    const fill = colorOf(key, pen);
    shapes.push({ kind: 'rect', x: rounded(x), y, width: square, height: square, fill });
    const look = { size: drawing.label, color: color.muted };
    shapes.push(drawText(x + square + 1.2, middle + baseline(drawing.label), name, room, look));
    x += square + 1.2 + room + 5;
  }
  return { shapes, height: middle + lineHeight / 2 - top + 1.2 };
}
