// Letters as outlines, for what is seen and is no text: the frames of characters that no face has, and
// the word across a draft, which would stand in the middle of what is copied or read aloud. Paints nothing.

import type { PathCommand } from 'fontkit';
import type { Face } from './faces.ts';
import type { Glyph, Part } from './glyphs.ts';
import { letterOutlines, outlinedFace } from './letter-outlines.ts';

const kept = new WeakMap<Part, string>();

/** Returns the path of a part's glyphs with its left end on the baseline at 0, 0, and fills it. */
export function partOutline(part: Part): string {
  const known = kept.get(part);
  if (known !== undefined) return known;
  let x = 0;
  const letters = part.glyphs.map((glyph) => {
    const path = pathOf(part.face, glyph);
    const place = `1 0 0 1 ${Math.round(x + glyph.dx)} ${Math.round(glyph.dy)} cm`;
    x += glyph.advance;
    return `q ${place} ${path} f Q`;
  });
  const drawn = letters.join(' ');
  kept.set(part, drawn);
  return drawn;
}

/** Letters of the face of drafts lie ready; others are asked of the font. */
function pathOf(face: Face, { id, text }: Glyph): string {
  const ready = face.file === outlinedFace ? letterOutlines[text] : undefined;
  if (ready !== undefined) return ready;
  const { font } = face;
  return outline(font.getGlyph(id).path.commands, 1000 / font.unitsPerEm);
}

/** Returns the path of an outline in whole thousandths of the type size; quadratic curves become cubic ones. */
export function outline(commands: readonly PathCommand[], scale: number): string {
  const operators: string[] = [];
  let from: readonly [number, number] = [0, 0];
  for (const { command, args } of commands) {
    const at = (index: number): [number, number] => [
      args[index]! * scale,
      args[index + 1]! * scale,
    ];
    const write = (points: readonly (readonly [number, number])[], operator: string): void => {
      operators.push(`${points.flat().map(Math.round).join(' ')} ${operator}`);
      from = points.at(-1)!;
    };
    if (command === 'moveTo') write([at(0)], 'm');
    else if (command === 'lineTo') write([at(0)], 'l');
    else if (command === 'bezierCurveTo') write([at(0), at(2), at(4)], 'c');
    else if (command === 'quadraticCurveTo') {
      const [control, end] = [at(0), at(2)];
      const toward = (point: readonly [number, number]): [number, number] => [
        point[0] + ((control[0] - point[0]) * 2) / 3,
        point[1] + ((control[1] - point[1]) * 2) / 3,
      ];
      write([toward(from), toward(end), end], 'c');
    } else operators.push('h');
  }
  return operators.join(' ');
}
