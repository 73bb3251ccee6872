// Marks become page content: each stretch of a slot is one marked-content sequence, everything else
// is an artifact. Records which sequences and annotations belong to which slot and link, for the
// structure. Decides no positions.

import { assertNever } from '../../base/errors.ts';
import { type ByteSink, byteSink } from './byte-sink.ts';
import { boxOperators } from './code-boxes.ts';
import { drawingOperators } from './drawing-operators.ts';
import type {
  Artifact,
  DrawingMark,
  DrawnLabel,
  FieldMark,
  LinkMark,
  Owner,
  PictureMark,
  TextMark,
} from './galley.ts';
import type { GlyphCodes } from './glyph-codes.ts';
import type { Layout } from './layout.ts';
import { syntaxOf } from './object-syntax.ts';
import { fillColor, num, utf16Hex } from './operators.ts';
import { partOutline } from './outlines.ts';
import type { PdfFile, PdfPage } from './pdf-file.ts';
import type { DrawPicture } from './picture-objects.ts';
import type { Watermark } from './running.ts';
import { shape } from './shape.ts';

/** A marked-content sequence. */
export interface Sequence {
  readonly page: number;
  readonly mcid: number;
  /** The next one of its slot. */
  next?: Sequence;
}

/** What was drawn, for structure, annotations and bookmarks. */
export interface Drawn {
  readonly pages: readonly PdfPage[];
  /** The first of each slot that was drawn, in drawing order. */
  readonly sequences: readonly (Sequence | undefined)[];
  /** The slot of each sequence, by page and MCID. */
  readonly slotsByPage: readonly (readonly number[])[];
  /** The place of each picture or drawing that is part of the structure, by slot. */
  readonly boxes: ReadonlyMap<number, PictureMark | DrawingMark>;
  readonly linkAreas: readonly { readonly page: number; readonly area: LinkMark }[];
  readonly fieldAreas: readonly { readonly page: number; readonly area: FieldMark }[];
  readonly places: readonly Place[];
}

/** Where a reference or a bookmark leads. */
export interface Place {
  readonly page: number;
  readonly y: number;
  readonly anchor?: string;
  readonly bookmark?: { readonly level: number; readonly title: string };
}

const artifacts: Readonly<Record<Artifact, string>> = {
  rule: '/Artifact <</Type /Layout>> BDC\n',
  header: '/Artifact <</Type /Pagination /Subtype /Header>> BDC\n',
  footer: '/Artifact <</Type /Pagination /Subtype /Footer>> BDC\n',
  watermark: '/Artifact <</Type /Pagination /Subtype /Watermark>> BDC\n',
  repeat: '/Artifact <</Type /Pagination>> BDC\n',
};

/** The operators of one page after the other. */
const out = byteSink(1 << 16);

/** Draws all pages of a layout. */
export function drawPages(
  file: PdfFile,
  layout: Layout,
  codes: GlyphCodes,
  draw: DrawPicture,
  tagOf: (slot: number) => string,
): Drawn {
  const sequences: (Sequence | undefined)[] = [];
  const last: Sequence[] = [];
  const slotsByPage: number[][] = [];
  const boxes = new Map<number, PictureMark | DrawingMark>();
  const linkAreas: { page: number; area: LinkMark }[] = [];
  const fieldAreas: { page: number; area: FieldMark }[] = [];
  const places: Place[] = [];
  const pages = layout.pages.map(({ marks }, index) => {
    const page = file.addPage(layout.width, layout.height);
    const slots: number[] = [];
    out.clear();
    out.text(`1 0 0 -1 0 ${syntaxOf(layout.height)} cm\n`);
    const start = out.length;
    let color = '';
    let open: Owner | undefined;
    const own = (owner: Owner): void => {
      if (owner === open) return;
      if (open !== undefined) out.text('EMC\n');
      open = owner;
      if (typeof owner === 'string') {
        out.text(artifacts[owner]);
        return;
      }
      const mcid = slots.push(owner) - 1;
      const sequence: Sequence = { page: index, mcid };
      const before = last[owner];
      if (before) before.next = sequence;
      else sequences[owner] = sequence;
      last[owner] = sequence;
      out.text('/');
      out.text(tagOf(owner));
      out.text(' <</MCID ');
      out.whole(mcid);
      out.text('>> BDC\n');
    };
    const paint = (next: string): void => {
      if (next === color) return;
      color = next;
      out.text(fillColor(next));
      out.text('\n');
    };
    if (layout.watermark) {
      own('watermark');
      out.text(`${watermark(layout, layout.watermark)}\n`);
    }
    for (const mark of marks) {
      switch (mark.kind) {
        case 'text':
          own(mark.owner);
          paint(mark.color);
          writeText(out, mark, codes, page);
          break;
        case 'fill':
          own(mark.owner);
          paint(mark.color);
          for (const each of [mark.x, mark.y, mark.width, mark.height]) {
            out.number(each);
            out.text(' ');
          }
          out.text('re f\n');
          break;
        case 'picture':
          own(mark.owner);
          if (typeof mark.owner === 'number') boxes.set(mark.owner, mark);
          out.text(
            `q ${num(mark.width)} 0 0 ${num(-mark.height)} ${num(mark.x)} ${num(mark.y + mark.height)} cm ${draw(mark.picture, page)} Q\n`,
          );
          break;
        case 'drawing':
          own(mark.owner);
          if (typeof mark.owner === 'number') boxes.set(mark.owner, mark);
          out.text(drawingOperators(mark, (label) => labelOperators(label, codes, page)));
          out.text('\n');
          break;
        case 'link':
          linkAreas.push({ page: index, area: mark });
          break;
        case 'field':
          fieldAreas.push({ page: index, area: mark });
          break;
        case 'place':
          places.push({ ...mark, page: index });
          break;
        default:
          assertNever(mark);
      }
    }
    if (open !== undefined) out.text('EMC\n');
    if (out.length === start) out.text('\n');
    page.draw(out.view());
    slotsByPage.push(slots);
    return page;
  });
  return { pages, sequences, slotsByPage, boxes, linkAreas, fieldAreas, places };
}

/** Writes what shows a mark: as `textOperators` says it, without making a text of it where it is plain. */
function writeText(out: ByteSink, mark: TextMark, codes: GlyphCodes, page: PdfPage): void {
  if (mark.part.lacking === 'box') {
    out.text(`${textOperators(mark, codes, page)}\n`);
    return;
  }
  out.text('BT 1 0 0 -1 ');
  out.number(mark.x);
  out.text(' ');
  out.number(mark.y);
  out.text(' Tm ');
  codes.write(out, mark.part, mark.size, page);
  out.text(' ET\n');
}

/** The page's y runs downwards, so text is turned upright by its own matrix. */
function textOperators(mark: TextMark, codes: GlyphCodes, page: PdfPage): string {
  const shown = codes.show(mark.part, mark.size, page);
  const text = `BT 1 0 0 -1 ${num(mark.x)} ${num(mark.y)} Tm ${shown} ET`;
  if (mark.part.lacking !== 'box') return text;
  const character = mark.part.text;
  const box = `${text}\n${boxOperators(character, mark.part.face, mark.x, mark.y, mark.size)}`;
  if (typeof mark.owner !== 'number') return box;
  // The box looks nothing like the character it stands for.
  return `/Span <</ActualText <feff${utf16Hex(character)}>>> BDC\n${box}\nEMC`;
}

/** A label is drawn upright with its start at the origin; its drawing has turned and moved the origin. */
function labelOperators(label: DrawnLabel, codes: GlyphCodes, page: PdfPage): string {
  const { size, color } = label;
  let x = 0;
  return label.parts
    .map((part) => {
      const mark: TextMark = { kind: 'text', x, y: 0, owner: 0, part, size, color };
      x += (part.width * size) / 1000;
      return textOperators(mark, codes, page);
    })
    .join(' ');
}

/** The word is drawn, not written: as text it would stand between the words that are copied or searched. */
function watermark(layout: Layout, word: Watermark): string {
  const angle = Math.atan2(layout.height, layout.width);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  // The word's middle, a third of its size above the baseline, lies on the page's middle.
  const [back, down] = [word.width / 2, word.size * 0.34];
  const x = layout.width / 2 - back * cos + down * sin;
  const y = layout.height / 2 + back * sin + down * cos;
  const scale = word.size / 1000;
  const turned = [cos, -sin, -sin, -cos].map((value) => (value * scale).toFixed(5));
  let at = 0;
  const parts = shape(word.chain, word.text).parts.map((part) => {
    const drawn = `q 1 0 0 1 ${Math.round(at)} 0 cm ${partOutline(part)} Q`;
    at += part.width;
    return drawn;
  });
  const matrix = [...turned, num(x), num(y)].join(' ');
  return `q ${fillColor(word.color)} ${matrix} cm ${parts.join(' ')} Q`;
}
