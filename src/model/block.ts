// What is drawn: about ten kinds of block, made by compose's `lower` step and read by three
// renderers. Blocks know nothing of specs, templates or file formats; every number, reference and
// placement in them is computed already. Both unions are closed: switches end in `assertNever`.

import type { Drawing } from './drawing.ts';

/** Marks on a run of text. */
export interface TextRun {
  readonly kind: 'text';
  readonly text: string;
  readonly strong?: true;
  readonly emphasis?: true;
  /** BCP 47, where it differs from the document's language. */
  readonly lang?: string;
  /** A date, an amount or a phone number: not broken over lines where it fits on one. */
  readonly unbroken?: true;
}

/** A web or mail link; `href` is http, https or mailto. */
export interface Link {
  readonly kind: 'link';
  readonly href: string;
  readonly content: readonly TextRun[];
}

/** A live cross-reference; `label` is the computed number of the target, e.g. `4.2`. */
export interface Reference {
  readonly kind: 'reference';
  readonly target: string;
  readonly label: string;
}

/** A line break inside a paragraph. */
export interface LineBreak {
  readonly kind: 'break';
}

/** What stands inside a paragraph. */
export type Inline = TextRun | Link | Reference | LineBreak;

/** A computed number: Word numbers by scheme and level, the others print the label. */
export interface NumberLabel {
  /** clause: 1, 1.1, (a); recital: A, B; annex: Annex 1 (the word in the document's language). */
  readonly scheme: 'clause' | 'recital' | 'annex';
  readonly level: 0 | 1 | 2;
  /** Exactly as printed, without a trailing full stop. */
  readonly label: string;
}

/** A heading. Level 0 is the title of the paper, 1 a clause or annex, 2 and 3 below. */
export interface Heading {
  readonly kind: 'heading';
  readonly level: 0 | 1 | 2 | 3;
  readonly number?: NumberLabel;
  /** The name by which references reach it; unique in the paper. */
  readonly anchor?: string;
  readonly content: readonly Inline[];
}

/** Named paragraph styles; each is one style in the DOCX. */
export type ParagraphStyle =
  | 'body'
  /** The line under the title: "between A and B". */
  | 'lead'
  /** Small print under the title or a table. */
  | 'note'
  /** A lettered recital; without a number: its further paragraphs, as far in as its text. */
  | 'recital'
  /** A numbered sub-clause (1.1); without a number: its further paragraphs, as far in as its text. */
  | 'clause'
  /** Text in a table cell. */
  | 'cell'
  /** Text in a header cell. */
  | 'cellHeader'
  /** A caption under a figure or over a table. */
  | 'caption';

/** A paragraph. */
export interface Paragraph {
  readonly kind: 'paragraph';
  readonly style: ParagraphStyle;
  readonly number?: NumberLabel;
  readonly anchor?: string;
  readonly content: readonly Inline[];
  /** Never separated from the next block by a page break. */
  readonly keepWithNext?: true;
}

/** How the items of a list are marked; see `listMarker` in model/text.ts. */
export type ListMarker = 'bullet' | 'decimal';

/** One item of a list: paragraphs and nested lists. */
export interface ListItem {
  readonly content: readonly (Paragraph | List)[];
}

/** A list. */
export interface List {
  readonly kind: 'list';
  readonly marker: ListMarker;
  /** The first number of a decimal list, 0 to 999. */
  readonly start: number;
  readonly items: readonly ListItem[];
}

/** A cell; its content is never empty of blocks, but a paragraph may have no content. */
export interface Cell {
  readonly content: readonly (Paragraph | List)[];
  /** True when the cell names its row (scope row). */
  readonly rowHeader?: true;
  /** A partner whose colour marks the cell, beside its name, never instead of it. */
  readonly accent?: string;
}

/** A row has as many cells as the table has columns. */
export interface Row {
  readonly cells: readonly Cell[];
  /** A sum: set apart by a heavier rule. */
  readonly total?: true;
}

/** A column. */
export interface Column {
  /** Share of the table's width; shares are relative to each other. */
  readonly share: number;
  readonly align: 'start' | 'end';
}

/** A table over the full text width. */
export interface Table {
  readonly kind: 'table';
  /** grid: header row and light rules; facts: two columns, row headers, no header row. */
  readonly style: 'grid' | 'facts';
  /** What the table shows, for people who cannot see it (not printed). */
  readonly summary: string;
  readonly columns: readonly Column[];
  /** The header row, repeated on every page; its cells are headers of their columns. */
  readonly header?: Row;
  readonly rows: readonly Row[];
}

/** A picture of the paper by its id in `Paper.pictures`, at a size decided by `lower`. */
export interface Placement {
  readonly picture: string;
  readonly alt: string;
  readonly widthMm: number;
  readonly heightMm: number;
  /** Of a logo in a row: from the left edge of the text; absent: a gap after the one before it. */
  readonly xMm?: number;
}

/** A picture with a caption. */
export interface Figure {
  readonly kind: 'figure';
  readonly placement: Placement;
  readonly caption?: readonly Inline[];
}

/** A drawing beside the table that says the same; never split over pages. */
export interface DrawingFigure {
  readonly kind: 'drawing';
  readonly drawing: Drawing;
  /** What the drawing shows, for people who cannot see it; part of the text, the shapes are not. */
  readonly alt: string;
  readonly caption?: readonly Inline[];
}

/** One line of a contents list. */
export interface ContentsEntry {
  /** The anchor of the heading. */
  readonly target: string;
  /** The heading's number, as printed. */
  readonly label?: string;
  readonly content: readonly Inline[];
  /** 1-based, as counted in the PDF. */
  readonly page: number;
}

/** The contents list of a long paper; repeats headings, so it is not part of the text. */
export interface Contents {
  readonly kind: 'contents';
  readonly title: string;
  readonly entries: readonly ContentsEntry[];
}

/** The partners' logos in one or more rows. */
export interface Logos {
  readonly kind: 'logos';
  readonly rows: readonly (readonly Placement[])[];
  readonly gapMm: number;
  /** A ribbon of the partners' colours below: an ornament that says nothing. */
  readonly ribbon?: Drawing;
}

/** One line of a signature block: a label and a value, or a rule to write on. */
export interface SignatureField {
  readonly label: string;
  /** Absent where a person writes by hand. */
  readonly value?: string;
  readonly purpose: 'signature' | 'name' | 'title' | 'date';
}

/** Who signs in a block, for fields of a file and tags of a signing service; not printed. */
export interface Signer {
  /** Unique in the paper: a partner's key as letters, digits, `-` and `_`, with a number from the second person on. */
  readonly key: string;
  /** What the place to sign is called for people who do not see it. */
  readonly label: string;
}

/** Where one person signs; never split over pages. */
export interface SignatureBlock {
  readonly signer: Signer;
  readonly organisation: readonly Inline[];
  readonly accent: string;
  readonly fields: readonly SignatureField[];
}

/**
 * All signature blocks, at most two side by side: in three columns the lines to sign on would be shorter
 * than 45 mm. A paragraph right before them is the signing clause, which opens every page they go over to.
 */
export interface Signatures {
  readonly kind: 'signatures';
  readonly columns: 1 | 2;
  readonly blocks: readonly SignatureBlock[];
}

/** What a draft says about open findings: the box on page one, or a short mark at a clause. Not part of the text. */
export interface Notice {
  readonly kind: 'notice';
  readonly style: 'box' | 'mark';
  readonly title: string;
  readonly items: readonly (readonly Inline[])[];
}

/** The next block starts a new page. */
export interface PageBreak {
  readonly kind: 'pageBreak';
}

/** What a paper is made of. */
export type Block =
  | Heading
  | Paragraph
  | List
  | Table
  | Figure
  | DrawingFigure
  | Contents
  | Logos
  | Signatures
  | Notice
  | PageBreak;
