// Semantic nodes: what a template makes of an agreement, before anybody decides how it looks.
// compose/ fills them, numbers them and lowers them to blocks. Every value node knows the path of
// the spec it came from (`from`), every clause what it settles (`about`). Plain data, no functions.

import type { Path } from '../base/source.ts';
import type { Signer } from './block.ts';

/** A literal run of text; `from` is absent for the fixed words of the template. */
export interface DocumentText {
  readonly kind: 'text';
  readonly text: string;
  readonly strong?: true;
  readonly emphasis?: true;
  readonly from?: Path;
  /** Not broken over lines where it fits on one. */
  readonly unbroken?: true;
}

/** A link written in prose; `href` is http, https or mailto. */
export interface DocumentLink {
  readonly kind: 'link';
  readonly href: string;
  readonly content: readonly DocumentText[];
  readonly from?: Path;
}

/** A cross-reference to an anchor; its label is computed when the document is numbered. */
export interface DocumentReference {
  readonly kind: 'reference';
  readonly to: string;
  readonly from?: Path;
}

/** A line break inside a paragraph. */
export interface DocumentBreak {
  readonly kind: 'break';
}

/** What stands inside a paragraph of a document. */
export type DocumentInline = DocumentText | DocumentLink | DocumentReference | DocumentBreak;

/** A paragraph; `plain` takes the style of the place where it stands. */
export interface DocumentParagraph {
  readonly kind: 'paragraph';
  readonly style: 'plain' | 'lead' | 'note' | 'caption';
  readonly content: readonly DocumentInline[];
}

/** A list; `start` is the first number of a decimal list. */
export interface DocumentList {
  readonly kind: 'list';
  readonly marker: 'bullet' | 'decimal';
  readonly start: number;
  readonly items: readonly (readonly DocumentNode[])[];
}

/** A cell of a table; `accent` is the key of the partner whose colour marks it. */
export interface DocumentCell {
  readonly content: readonly DocumentNode[];
  readonly rowHeader?: true;
  readonly accent?: string;
}

/** A row; `about` is the part of the spec it stands for. */
export interface DocumentRow {
  readonly cells: readonly DocumentCell[];
  readonly about?: Path;
  readonly total?: true;
}

/** A column with its heading. */
export interface DocumentColumn {
  readonly title: readonly DocumentInline[];
  readonly share: number;
  readonly align: 'start' | 'end';
}

/** A table with a header row. */
export interface DocumentTable {
  readonly kind: 'table';
  readonly summary: string;
  readonly columns: readonly DocumentColumn[];
  readonly rows: readonly DocumentRow[];
}

/** One line of the key-facts table. */
export interface DocumentFact {
  readonly label: readonly DocumentInline[];
  readonly content: readonly DocumentNode[];
}

/** The key-facts table. */
export interface DocumentFacts {
  readonly kind: 'facts';
  readonly summary: string;
  readonly facts: readonly DocumentFact[];
}

/** Content that opens with a short label: "Mission: …". */
export interface DocumentLabelled {
  readonly kind: 'labelled';
  readonly label: readonly DocumentInline[];
  readonly content: readonly DocumentNode[];
}

/** The title of the paper. */
export interface DocumentTitle {
  readonly kind: 'title';
  readonly content: readonly DocumentInline[];
}

/** A numbered clause (1, 1.1 or (a) by how deep it stands) or a section without a number. */
export interface DocumentClause {
  readonly kind: 'clause' | 'section';
  readonly anchor?: string;
  readonly title?: readonly DocumentInline[];
  readonly about: readonly Path[];
  readonly content: readonly DocumentNode[];
}

/** A lettered recital. */
export interface DocumentRecital {
  readonly kind: 'recital';
  readonly content: readonly DocumentNode[];
}

/** An annex, on a new page after the signatures. */
export interface DocumentAnnex {
  readonly kind: 'annex';
  readonly anchor: string;
  /** Its number with the word for it: "Annex 1". */
  readonly label: string;
  readonly title: readonly DocumentInline[];
  readonly about: readonly Path[];
  readonly content: readonly DocumentNode[];
}

/** The picture of an annex. */
export interface DocumentPicture {
  readonly kind: 'picture';
  /** 0-based index of the annex. */
  readonly annex: number;
  readonly alt: string;
  /** What is printed when the picture cannot be shown. */
  readonly missing: string;
  readonly from: Path;
}

/** One partner's logo. */
export interface DocumentLogo {
  readonly partner: string;
  readonly alt: string;
  /** Alternative text where a monogram tile stands for the logo. */
  readonly tileAlt: string;
  readonly from: Path;
}

/** Logos in the agreed order. */
export interface DocumentLogos {
  readonly kind: 'logos';
  /** Absent for all partners; backers are funders and supporters, set apart and smaller. */
  readonly who?: 'partners' | 'backers';
  /** A line above them. */
  readonly label?: readonly DocumentInline[];
  readonly logos: readonly DocumentLogo[];
}

/** One line of a signature block. */
export interface DocumentSignatureField {
  readonly label: string;
  readonly value?: string;
  readonly purpose: 'signature' | 'name' | 'title' | 'date';
  readonly from?: Path;
}

/** Where one person signs. */
export interface DocumentSignature {
  readonly partner: string;
  readonly signer: Signer;
  readonly organisation: DocumentText;
  readonly about: Path;
  readonly fields: readonly DocumentSignatureField[];
}

/** All signature blocks. */
export interface DocumentSignatures {
  readonly kind: 'signatures';
  readonly blocks: readonly DocumentSignature[];
}

/** One mark on a timeline. */
export interface TimelineEntry {
  readonly kind: 'milestone' | 'smallWin' | 'event' | 'review';
  readonly day: string;
  /** The last day, if there are several. */
  readonly end?: string;
  readonly name: string;
  /** The key of the partner that answers for it. */
  readonly partner?: string;
}

/** A meeting on a timeline. */
export interface TimelineMeeting {
  readonly name: string;
  /** Its days; none where only the rhythm is agreed. */
  readonly days: readonly string[];
  readonly partner?: string;
}

/** The schedule as it is drawn. */
export interface DocumentTimeline {
  readonly shows: 'timeline';
  readonly start: string;
  /** Absent for a term that stands until it is ended. */
  readonly end?: string;
  readonly entries: readonly TimelineEntry[];
  readonly meetings: readonly TimelineMeeting[];
  /** What each kind of mark is called. */
  readonly words: Readonly<Record<TimelineEntry['kind'] | 'meeting', string>>;
  /** The names of the months, short and in full. */
  readonly months: readonly { readonly short: string; readonly long: string }[];
}

/** A row of the matrix of roles: keys of the partners that lead and support a task. */
export interface MatrixTask {
  readonly name: string;
  readonly lead?: string;
  readonly support: readonly string[];
}

/** Tasks by partners as they are drawn. */
export interface DocumentMatrix {
  readonly shows: 'rolesmatrix';
  readonly tasks: readonly MatrixTask[];
  /** The keys of the columns in order. */
  readonly columns: readonly string[];
  readonly words: Readonly<Record<'task' | 'lead' | 'support', string>>;
}

/** A measure with a start and a target that are numbers. */
export interface DrawnMeasure {
  readonly what: string;
  readonly from: number;
  readonly to: number;
  /** As printed, with units. */
  readonly baseline: string;
  readonly target: string;
  readonly partner?: string;
}

/** Measures as they are drawn. */
export interface DocumentMeasures {
  readonly shows: 'measures';
  readonly measures: readonly DrawnMeasure[];
  readonly words: Readonly<Record<'baseline' | 'target', string>>;
}

/** What a drawing shows. */
export type DrawingContent = DocumentTimeline | DocumentMatrix | DocumentMeasures;

/** A drawing of what the table beside it says, on as many sheets as it needs. */
export interface DocumentDrawing {
  readonly kind: 'drawing';
  readonly sheets: readonly {
    readonly content: DrawingContent;
    /** What it shows, in a sentence or two. */
    readonly alt: string;
  }[];
  readonly caption?: readonly DocumentInline[];
  /** What the partners in it are called, by key. */
  readonly names: Readonly<Record<string, string>>;
}

/** What a draft says about open findings; not part of the text. */
export interface DocumentNotice {
  readonly kind: 'notice';
  readonly style: 'box' | 'mark';
  readonly title: string;
  readonly items: readonly (readonly DocumentInline[])[];
}

/** What a document is made of. */
export type DocumentNode =
  | DocumentParagraph
  | DocumentList
  | DocumentTable
  | DocumentFacts
  | DocumentLabelled
  | DocumentTitle
  | DocumentClause
  | DocumentRecital
  | DocumentAnnex
  | DocumentPicture
  | DocumentLogos
  | DocumentSignatures
  | DocumentDrawing
  | DocumentNotice;

/** A filled template: the agreement in the order of the paper, not yet numbered. */
export interface AgreementDocument {
  /** BCP 47, as the spec says. */
  readonly language: string;
  /** The language of the fixed words, where the template has none for `language`. */
  readonly wordsLanguage?: string;
  readonly nodes: readonly DocumentNode[];
  /** Values that are said in other words: a yes or no that was asked for, a currency beside an amount. */
  readonly asked: readonly Path[];
}
