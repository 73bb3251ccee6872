// How large logos are and where they stand: of equal optical size, by what is seen of each, in rows
// as wide as the text. Pure geometry in millimetres; draws nothing.

import type { Logos, Placement } from '../model/block.ts';
import type { DocumentLogos } from '../model/document.ts';
import type { Drawing } from '../model/drawing.ts';
import type { Picture } from '../model/paper.ts';
import { type Theme, textWidthMm } from '../model/theme.ts';
import { type Ink, inkOf } from './ink.ts';
import { evenRows } from './logo-rows.ts';

/** A picture that a paper can place. */
export interface PictureSize {
  /** The id under which `Paper.pictures` holds it. */
  readonly id: string;
  /** Width divided by height. */
  readonly aspect: number;
  /** True for a monogram tile that stands for a logo. */
  readonly tile?: true;
}

/** The pictures that a paper can place. */
export interface PaperPictures {
  /** By partner key. */
  readonly logos: ReadonlyMap<string, PictureSize>;
  /** By index of the annex. */
  readonly annexes: ReadonlyMap<number, PictureSize>;
  /** The pixels by id; without them every picture counts as full to its edges. */
  readonly pictures?: ReadonlyMap<string, Picture>;
}

/**
 * How far a wide logo is lowered and a tall one raised: at 0.5 all would have the same area, at 0
 * the same height. By eye between the two, since a wordmark fills its box and a crest does not.
 */
const opticalExponent = 0.38;
/** How much a dense logo yields to an airy one of the same area, and at most how far. */
const densityExponent = 0.12;
const usualCover = 0.45;
const mostDensity = 1.1;

/** No logo is wider than this share of the text width, or more than this much higher than the rest. */
const widestShare = 0.46;
const tallest = 1.3;
/** Rows that are not full grow by this at most. */
const mostGrowth = 1.15;

/** Sizes of a group of logos: height of a square one and least gap, millimetres, by how many there are. */
const sizes = {
  partners: [
    { upTo: 2, base: 23, gap: 14 },
    { upTo: 3, base: 20, gap: 12 },
    { upTo: 6, base: 17, gap: 11 },
    { upTo: 9, base: 15, gap: 10 },
    { upTo: 16, base: 12.5, gap: 8 },
    { upTo: 24, base: 10.5, gap: 7 },
  ],
  backers: [
    { upTo: 3, base: 13, gap: 10 },
    { upTo: 8, base: 11, gap: 9 },
    { upTo: 24, base: 9, gap: 8 },
  ],
} as const;

/** Up to so many logos stand side by side from the left; more fill the width. */
const mostFromLeft = 3;

interface Sized {
  readonly picture: PictureSize;
  readonly alt: string;
  readonly ink: Ink;
  /** Of the ink. */
  readonly width: number;
  readonly height: number;
}

/** Places the logos of a document; partners without a picture are passed over. */
export function lowerLogos(
  node: DocumentLogos,
  theme: Theme,
  pictures: PaperPictures,
): Logos | undefined {
  const count = node.logos.filter(({ partner }) => pictures.logos.has(partner)).length;
  if (count === 0) return undefined;
  const widthMm = textWidthMm(theme);
  const group = sizes[node.who === 'backers' ? 'backers' : 'partners'];
  const { base, gap } = group.find(({ upTo }) => count <= upTo) ?? group[group.length - 1]!;
  const logos = sizedLogos(node, pictures, base, widthMm * widestShare);
  const rows = evenRows(
    logos.map(({ width }) => width),
    gap,
    widthMm,
  ).map(([from, to]) => logos.slice(from, to));
  const grown = Math.min(...rows.map((row) => roomFor(row, gap, widthMm)));
  // One factor for all rows keeps the logos of one paper equal.
  const factor = Math.min(rows.length > 1 ? mostGrowth : 1, grown);
  return {
    kind: 'logos',
    rows: rows.map((row) => placeRow(row, factor, gap, widthMm, logos.length > mostFromLeft)),
    gapMm: gap,
    ...(node.who === 'partners' ? { ribbon: ribbonOf(node, theme) } : {}),
  };
}

/** Height of the ribbon and space between its colours, millimetres. */
const ribbonHeight = 1.1;
const ribbonGap = 0.7;

/** Draws a colour for each partner, all of the same length, over the width of the text. */
function ribbonOf({ logos }: DocumentLogos, theme: Theme): Drawing {
  const widthMm = textWidthMm(theme);
  const length = (widthMm - ribbonGap * (logos.length - 1)) / logos.length;
  const shapes = logos.map(({ partner }, index) => ({
    kind: 'rect' as const,
    x: rounded(index * (length + ribbonGap)),
    y: 0,
    width: rounded(length),
    height: ribbonHeight,
    fill: theme.partners[partner]?.ink ?? theme.color.lead,
  }));
  return { widthMm, heightMm: ribbonHeight, shapes };
}

/** Returns by how much a row could grow before it is full. */
function roomFor(row: readonly Sized[], gap: number, widthMm: number): number {
  return (widthMm - gap * (row.length - 1)) / row.reduce((sum, each) => sum + each.width, 0);
}

/** Edges of what is seen stand at the edges of the text; blank rims lie outside or in the gaps. */
function placeRow(
  row: readonly Sized[],
  factor: number,
  gap: number,
  widthMm: number,
  full: boolean,
): readonly Placement[] {
  const seen = row.reduce((sum, each) => sum + each.width * factor, 0);
  const space = full && row.length > 1 ? (widthMm - seen) / (row.length - 1) : gap;
  let x = 0;
  return row.map(({ picture, alt, ink, width, height }) => {
    const [wide, high] = [(width * factor) / ink.width, (height * factor) / ink.height];
    const left = Math.min(Math.max(0, x - ink.left * wide), widthMm - wide);
    x += width * factor + space;
    return {
      picture: picture.id,
      alt,
      widthMm: rounded(wide),
      heightMm: rounded(high),
      xMm: rounded(Math.max(0, left)),
    };
  });
}

function sizedLogos(
  node: DocumentLogos,
  pictures: PaperPictures,
  base: number,
  widest: number,
): readonly Sized[] {
  return node.logos.flatMap((logo): readonly Sized[] => {
    const picture = pictures.logos.get(logo.partner);
    if (!picture) return [];
    const pixels = pictures.pictures?.get(picture.id);
    const ink = pixels ? inkOf(pixels) : undefined;
    const size = opticalSize(picture.aspect, ink, base, widest);
    const alt = picture.tile ? logo.tileAlt : logo.alt;
    return [{ picture, alt, ink: ink ?? fullInk, ...size }];
  });
}

const fullInk: Ink = { left: 0, top: 0, width: 1, height: 1, cover: usualCover };

/** Returns the size of what is seen of a logo. */
function opticalSize(
  aspect: number,
  { width, height, cover } = fullInk,
  base: number,
  widest: number,
): { readonly width: number; readonly height: number } {
  const shape = (aspect * width) / height;
  const density = (usualCover / cover) ** densityExponent;
  const even = Math.min(mostDensity, Math.max(1 / mostDensity, density));
  const high = Math.min(base * shape ** -opticalExponent, base * tallest) * even;
  const fit = Math.min(1, widest / (high * shape));
  return { width: high * shape * fit, height: high * fit };
}

/** Height and gap of logos in a running header, and how small they may become to fit beside each other. */
const headerBase = 7;
const headerGap = 3;
const smallestInHeader = 0.55;

/** Places small logos in one row for the running header, or none when they are too many to be seen. */
export function headerLogos(
  node: DocumentLogos,
  pictures: PaperPictures,
  widthMm: number,
): readonly Placement[] {
  const row = sizedLogos(node, pictures, headerBase, widthMm * widestShare);
  if (row.length === 0) return [];
  const factor = Math.min(1, roomFor(row, headerGap, widthMm));
  if (factor < smallestInHeader) return [];
  return placeRow(row, factor, headerGap, widthMm, false).map(({ xMm, ...placement }) => placement);
}

const rounded = (value: number): number => Math.round(value * 100) / 100;
