// A galley is type that is set but not yet made up into pages: strips one below the other, each with
// its marks, and rules where a page may end. Plain data shared by the steps between lines and pages.

import type { Signer } from '../../model/block.ts';
import type { DrawnText, Shape } from '../../model/drawing.ts';
import type { Signing } from '../../model/esign.ts';
import type { Picture } from '../../model/paper.ts';
import type { Theme, TypeStyle } from '../../model/theme.ts';
import type { FaceBook } from './faces.ts';
import type { Part } from './glyphs.ts';
import type { Tag } from './tags.ts';

/** The box that text is set in. */
export interface Box {
  readonly x: number;
  readonly width: number;
  readonly align?: 'start' | 'end';
}

/** Page furniture and ornament, outside the structure. */
export type Artifact = 'rule' | 'header' | 'footer' | 'watermark' | 'repeat';

/** The slot that a mark belongs to, or why it belongs to none. */
export type Owner = number | Artifact;

/** Glyphs on a baseline. */
export interface TextMark {
  readonly kind: 'text';
  readonly x: number;
  readonly y: number;
  readonly owner: Owner;
  readonly part: Part;
  readonly size: number;
  readonly color: string;
}

/** A filled rectangle; always an artifact. */
export interface FillMark {
  readonly kind: 'fill';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly color: string;
  readonly owner: Artifact;
}

/** A picture by its id. */
export interface PictureMark {
  readonly kind: 'picture';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly picture: string;
  readonly owner: Owner;
}

/** A drawn shape that is no text, from its drawing's top left corner; lengths in points. */
export type OutlineShape = Exclude<Shape, DrawnText>;

/** A line of text in a drawing, turned counter-clockwise about its start. */
export interface DrawnLabel {
  readonly kind: 'label';
  readonly x: number;
  readonly y: number;
  readonly turn: number;
  readonly parts: readonly Part[];
  readonly size: number;
  readonly color: string;
}

/** A drawing: shapes and labels in painting order, about its top left corner. */
export interface DrawingMark {
  readonly kind: 'drawing';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly owner: Owner;
  readonly items: readonly (OutlineShape | DrawnLabel)[];
}

/** An area that leads somewhere. */
export interface LinkMark {
  readonly kind: 'link';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly link: number;
}

/** Where a person signs in the file. */
export interface FieldMark {
  readonly kind: 'field';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly field: number;
}

/** A place that references and bookmarks lead to. */
export interface PlaceMark {
  readonly kind: 'place';
  readonly y: number;
  readonly anchor?: string;
  readonly bookmark?: { readonly level: number; readonly title: string };
}

/** Anything with a place; x from the paper's left edge, y downwards, points. */
export type Mark =
  | TextMark
  | FillMark
  | PictureMark
  | DrawingMark
  | LinkMark
  | FieldMark
  | PlaceMark;

/** Marks that were set before, as they are: to be moved down by `y`, their slots counted from `slot` on. */
export interface MarkGroup {
  readonly kind: 'group';
  readonly y: number;
  readonly slot: number;
  readonly marks: readonly StripMark[];
}

/** What a strip holds; groups are resolved when it is put on its page, so that marks are moved once. */
export type StripMark = Mark | MarkGroup;

/** A horizontal band of marks that no page break cuts; y of its marks is from its top. */
export interface Strip {
  readonly height: number;
  /** Space above it, unless it opens a page. */
  readonly gap: number;
  readonly marks: readonly StripMark[];
  /** Never parted from the strip before it. */
  readonly glue?: true;
  /** Opens a page. */
  readonly opens?: true;
  /** Set again above this strip when it opens a page: the header row of its table, or the signing clause. */
  readonly repeat?: Strip;
  /**
   * Cuts a tall strip so that the first part fits into `room`; `undefined` where that would leave too
   * little on one side. `anyhow` cuts between any two lines: for what no page holds otherwise.
   */
  readonly split?: (room: number, anyhow?: boolean) => readonly [Strip, Strip] | undefined;
  /** Sets a strip a little smaller so that it fits into `room`; `undefined` where a little is not enough. */
  readonly shrink?: (room: number) => Strip | undefined;
}

/** Where a link leads. */
export type LinkTarget = { readonly href: string } | { readonly anchor: string };

/** A link with what it is called for people who do not see it. */
export interface GalleyLink {
  readonly target: LinkTarget;
  readonly contents: string;
}

/** A place that paragraphs of a style stand in, with its short name. */
export interface KnownPlace extends Box {
  readonly balance: boolean;
  readonly name: string;
}

/** What setting a paper needs to know and what it collects beside strips. */
export interface Galley {
  readonly theme: Theme;
  readonly faces: FaceBook;
  readonly pictures: ReadonlyMap<string, Picture>;
  readonly language: string;
  /** Edges of the text area, points. */
  readonly left: number;
  readonly width: number;
  /** Height of the text area, points. */
  readonly depth: number;
  readonly root: Tag;
  readonly links: GalleyLink[];
  readonly fields: Signer[];
  readonly signing: Signing;
  /** The places that paragraphs of each style stand in; see set-paragraphs.ts. */
  readonly places: Map<TypeStyle, KnownPlace[]>;
  /** Number of slots given out. */
  slots: number;
}

/** Gives out a slot at the end of an element. */
export function addSlot(galley: Galley, tag: Tag): number {
  const slot = galley.slots;
  galley.slots += 1;
  tag.kids.push(slot);
  return slot;
}

/** Returns marks as a group, moved down by `y`. */
export function moved(marks: readonly StripMark[], y: number): MarkGroup {
  return { kind: 'group', y, slot: 0, marks };
}

/** A group that is being resolved, in the one around it. */
interface Frame {
  readonly y: number;
  readonly slot: number;
  readonly outer: Frame | undefined;
}

/** Adds marks to others, moved down by `y`, groups resolved; most are text, of which a page has hundreds. */
export function addMoved(marks: Mark[], added: readonly StripMark[], y: number): void {
  addWithin(marks, added, { y, slot: 0, outer: undefined });
}

function addWithin(marks: Mark[], added: readonly StripMark[], frame: Frame): void {
  for (const mark of added) {
    if (mark.kind === 'group') {
      const inner = { y: mark.y, slot: frame.slot + mark.slot, outer: frame };
      addWithin(marks, mark.marks, inner);
      continue;
    }
    let { y } = mark;
    for (let each: Frame | undefined = frame; each; each = each.outer) y += each.y;
    if (mark.kind !== 'text') {
      marks.push({ ...mark, y });
      continue;
    }
    const { x, part, size, color } = mark;
    const owner = typeof mark.owner === 'number' ? mark.owner + frame.slot : mark.owner;
    marks.push({ kind: 'text', x, y, owner, part, size, color });
  }
}

/** Returns strips with another gap above the first. */
export function withGap(strips: readonly Strip[], gap: number): readonly Strip[] {
  const first = strips[0];
  return first && first.gap !== gap ? [{ ...first, gap }, ...strips.slice(1)] : strips;
}

/** Returns the height of strips below each other, the first without its gap. */
export function stackHeight(strips: readonly Strip[]): number {
  let height = 0;
  let first = true;
  for (const strip of strips) {
    height += (first ? 0 : strip.gap) + strip.height;
    first = false;
  }
  return height;
}

/** Returns the strip as it is repeated on later pages: the same marks, outside the structure. */
export function asArtifact(strip: Strip): Strip {
  const placed: Mark[] = [];
  addMoved(placed, strip.marks, 0);
  const marks = placed.flatMap((mark): Mark[] => {
    if (mark.kind === 'link' || mark.kind === 'field' || mark.kind === 'place') return [];
    return mark.kind === 'fill' ? [mark] : [{ ...mark, owner: 'repeat' }];
  });
  return { ...strip, marks };
}
