// What stands on every page beside the text: header from page 2, footer, page numbers, watermark.
// All of it is furniture (artifacts) and set after the pages are counted.

import type { PageLinePart, Paper } from '../../model/paper.ts';
import { pointsPerMm, type Theme, type TypeStyle } from '../../model/theme.ts';
import type { Chain, FaceBook } from './faces.ts';
import type { Artifact, Mark } from './galley.ts';
import { breakLines, type Line, naturalWidth, type Stretch } from './lines.ts';
import { sizeOf } from './pictures.ts';
import { shape } from './shape.ts';

/** The word across the page: rotated about the page's middle, behind the text. */
export interface Watermark {
  readonly text: string;
  readonly chain: Chain;
  readonly size: number;
  readonly width: number;
  readonly color: string;
}

/** Lines of running text at most; a longer title is cut with an ellipsis. */
const lineLimit = 2;
/** Greatest share of the header that logos may take. */
const logoShare = 0.55;

/** Returns header and footer of one page; `page` counts from 1. */
export function runningMarks(
  paper: Paper,
  theme: Theme,
  faces: FaceBook,
  page: number,
  pages: number,
): readonly Mark[] {
  const { running } = paper;
  const style = theme.type.running;
  const { widthMm, heightMm, marginMm, headerMm, footerMm } = theme.page;
  const left = marginMm.left * pointsPerMm;
  const width = (widthMm - marginMm.left - marginMm.right) * pointsPerMm;
  const set = (text: string, room: number): readonly Line[] => clipped(text, style, faces, room);
  const marks: Mark[] = [];

  if (page > 1) {
    const middle = (headerMm + 3.5) * pointsPerMm;
    let x = left;
    const room = width * logoShare;
    const total = running.logos.reduce((sum, each) => sum + (each.widthMm + 3) * pointsPerMm, 0);
    const scale = Math.min(1, room / (total || 1));
    for (const logo of running.logos) {
      const size = sizeOf(logo, { width: room, height: 9 * pointsPerMm }, scale);
      const y = middle - size.height / 2;
      marks.push({ kind: 'picture', x, y, ...size, picture: logo.picture, owner: 'header' });
      x += size.width + 3 * pointsPerMm * scale;
    }
    const free = running.logos.length ? width - (x - left) - 10 : width;
    const lines = set(running.header, free);
    const top = middle - (lines.length * style.leading) / 2;
    lines.forEach((line, index) => {
      const y = top + index * style.leading + style.leading / 2 + style.size * 0.36;
      marks.push(...artifactLine(line, left + width - line.width, y, 'header'));
    });
  }

  const foot = (heightMm - footerMm) * pointsPerMm;
  const number = (running.pageLine ?? []).map((part) => numberText(part, page, pages)).join('');
  const numberLine = number ? set(number, width)[0] : undefined;
  const numberWidth = numberLine ? numberLine.width + 16 : 0;
  const lines = running.footer ? set(running.footer, width - numberWidth) : [];
  if (numberLine || lines.length) {
    const rule = { x: left, width, height: 0.5, color: theme.color.rule };
    marks.push({ kind: 'fill', ...rule, y: foot - style.leading * 1.75, owner: 'footer' });
  }
  lines.forEach((line, index) => {
    marks.push(...artifactLine(line, left, foot + index * style.leading, 'footer'));
  });
  if (numberLine) {
    marks.push(...artifactLine(numberLine, left + width - numberLine.width, foot, 'footer'));
  }
  return marks;
}

/** Returns the watermark of a draft, sized to the page's diagonal. */
export function watermarkOf(paper: Paper, theme: Theme, faces: FaceBook): Watermark | undefined {
  const text = paper.running.watermark;
  if (!text) return undefined;
  const chain = faces.chain('heading', false, false);
  const { width } = shape(chain, text);
  const diagonal = Math.hypot(theme.page.widthMm, theme.page.heightMm) * pointsPerMm;
  const size = Math.min(150, (diagonal * 0.55 * 1000) / (width || 1));
  return { text, chain, size, width: (width * size) / 1000, color: theme.color.watermark };
}

function numberText(part: PageLinePart, page: number, pages: number): string {
  if (typeof part === 'string') return part;
  return String(part.number === 'page' ? page : pages);
}

function clipped(text: string, style: TypeStyle, faces: FaceBook, room: number): readonly Line[] {
  const stretch = (value: string): Stretch => ({
    text: value,
    chain: faces.chain(style.family, style.bold === true, style.italic === true),
    size: style.size,
    color: style.color,
    slot: -1,
  });
  const lines = breakLines([stretch(text)], room);
  if (lines.length <= lineLimit) return text ? lines : [];
  const words = text.split(' ');
  for (let count = words.length - 1; count > 0; count -= 1) {
    const shorter = breakLines([stretch(`${words.slice(0, count).join(' ')}…`)], room);
    if (shorter.length <= lineLimit) return shorter;
  }
  // One word that fills the header by itself: as much of it as fits.
  const characters = Array.from(text);
  while (characters.length > 1 && naturalWidth([stretch(`${characters.join('')}…`)]) > room) {
    characters.length = Math.floor(characters.length * 0.9);
  }
  return breakLines([stretch(`${characters.join('')}…`)], room);
}

function artifactLine(line: Line, x: number, y: number, owner: Artifact): Mark[] {
  return line.pieces.flatMap((piece) => {
    let at = x + piece.x;
    return piece.parts.map((part): Mark => {
      const { size, color } = piece.stretch;
      const mark: Mark = { kind: 'text', x: at, y, owner, part, size, color };
      at += (part.width * size) / 1000;
      return mark;
    });
  });
}
