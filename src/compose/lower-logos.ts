// How large logos are and how they share rows: equal optical size, never wider than the text.
// Pure geometry in millimetres; draws nothing.

import type { Logos, Placement } from '../model/block.ts';
import type { DocumentLogos } from '../model/document.ts';
import { type Theme, textWidthMm } from '../model/theme.ts';

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
}

/**
 * How far a wide logo is lowered and a tall one raised: at 0.5 all would have the same area, at 0
 * the same height. By eye between the two, since a wordmark fills its box and a crest does not.
 */
const opticalExponent = 0.38;

const gapMm = 9;
/** No logo is wider than this share of the text width, or more than this much higher than the rest. */
const widestShare = 0.46;
const tallest = 1.3;

/** Returns how many logos stand in each row: up to three in one row, then even rows of at most six. */
export function rowsFor(count: number): readonly number[] {
  const most = count <= 3 ? 3 : count <= 4 ? 2 : count <= 9 ? 3 : count <= 16 ? 4 : 6;
  const rows = Math.max(1, Math.ceil(count / most));
  const each = Math.floor(count / rows);
  const longer = count - each * rows;
  return Array.from({ length: rows }, (_, index) => each + (index < longer ? 1 : 0));
}

/** Returns the height of a square logo, smaller the more there are. */
function baseHeight(count: number): number {
  if (count <= 3) return 19;
  if (count <= 6) return 15;
  return count <= 12 ? 12.5 : 10;
}

function sizeOf(aspect: number, base: number, widest: number): { width: number; height: number } {
  const height = Math.min(base * aspect ** -opticalExponent, base * tallest);
  const width = height * aspect;
  const fit = Math.min(1, widest / width);
  return { width: width * fit, height: height * fit };
}

const rounded = (value: number): number => Math.round(value * 100) / 100;

/** Places the logos of a document; partners without a picture are passed over. */
export function lowerLogos(
  node: DocumentLogos,
  theme: Theme,
  pictures: PaperPictures,
): Logos | undefined {
  const placements = placeLogos(node, pictures, textWidthMm(theme), gapMm, undefined);
  return placements.length ? { kind: 'logos', rows: placements, gapMm } : undefined;
}

/** The most logos that a running header shows. */
const mostInHeader = 8;

/** Places small logos in one row for the running header, or none when they would be too many. */
export function headerLogos(
  node: DocumentLogos,
  pictures: PaperPictures,
  widthMm: number,
): readonly Placement[] {
  if (node.logos.length > mostInHeader) return [];
  return placeLogos(node, pictures, widthMm, 3, 7)[0] ?? [];
}

function placeLogos(
  node: DocumentLogos,
  pictures: PaperPictures,
  widthMm: number,
  gap: number,
  /** For one row of this height instead of rows by number. */
  lineHeight: number | undefined,
): readonly (readonly Placement[])[] {
  const shown = node.logos.flatMap((logo) => {
    const picture = pictures.logos.get(logo.partner);
    return picture ? [{ logo, picture }] : [];
  });
  if (shown.length === 0) return [];
  const base = lineHeight ?? baseHeight(shown.length);
  const rows: Placement[][] = [];
  let at = 0;
  for (const count of lineHeight ? [shown.length] : rowsFor(shown.length)) {
    rows.push(
      shown.slice(at, at + count).map(({ logo, picture }) => {
        const { width, height } = sizeOf(picture.aspect, base, widthMm * widestShare);
        const alt = picture.tile ? logo.tileAlt : logo.alt;
        return { picture: picture.id, alt, widthMm: width, heightMm: height };
      }),
    );
    at += count;
  }
  // One factor for all rows keeps the logos of one paper equal.
  const factor = Math.min(
    1,
    ...rows.map((row) => {
      const free = widthMm - gap * (row.length - 1);
      return free / row.reduce((sum, each) => sum + each.widthMm, 0);
    }),
  );
  return rows.map((row) =>
    row.map((each) => ({
      ...each,
      widthMm: rounded(each.widthMm * factor),
      heightMm: rounded(each.heightMm * factor),
    })),
  );
}
